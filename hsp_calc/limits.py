"""How long texts and lists of a case can be: the same for reading, entering and writing.

What can be entered can be saved, and what is saved can be opened. Each limit is far above what a person's documents
need, and low enough for a window to stay quick with every one of them reached.
"""

NAME = 500
"""Characters of a name: of a person, an employer, a country, a status of residence, a field of study."""
NOTE = 65_536
"""Characters of a note or memo."""
HISTORY = 5_000
"""Entries of the history of the facts, of a case and of each scenario."""
PERIODS = 5_000
"""Periods of work, and of earlier statuses of residence."""
SHIFTS = 20_000
"""Shifts, and long holidays."""
ENTRIES = 1_000
"""Degrees, qualifications and components of the pay."""
VALUES = 300_000
"""Values of all kinds in the file of one person."""
FILE_BYTES = 16 * 1024**2
"""Size of a file of facts or cases."""
RULE_FILE_BYTES = 1024**2
"""Size of a rule table, a list or another data file; the largest that the program carries has 150 KB."""
