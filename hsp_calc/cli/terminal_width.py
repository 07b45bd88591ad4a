"""How wide the terminal is."""

import shutil

_NARROWEST, _WIDEST = 50, 110


def terminal_width() -> int:
    """The columns there are to write in, within what reads well."""
    return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size((_WIDEST, 24)).columns))
