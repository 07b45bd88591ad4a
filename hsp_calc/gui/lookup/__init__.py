"""The reference desk: does this count? A window of pages that answer, and enter the answer on the sheets."""
