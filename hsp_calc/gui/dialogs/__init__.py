"""The case file in the window: facts over time, periods of work, pay, passwords, and what is never lost."""
