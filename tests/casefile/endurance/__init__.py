"""What case files, and whatever else comes from outside, must endure: ``python -m tests.casefile.endurance``."""
