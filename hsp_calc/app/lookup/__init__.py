"""What the look-ups show of a case and enter in it."""
