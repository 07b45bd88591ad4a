"""The status guide: what the status allows, asked through with a client."""
