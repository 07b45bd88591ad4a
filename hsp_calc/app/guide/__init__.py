"""What the status guide shows of a case and enters in it."""
