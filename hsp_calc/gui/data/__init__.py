"""The rule tables and lists in use, and the user's own among them."""
