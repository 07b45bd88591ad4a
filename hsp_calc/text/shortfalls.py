"""What a file lacks that was written in a folder that does not give everything, in words."""

from hsp_calc.casefile import Shortfall
from hsp_calc.text.translator import N_, Translator

_SHORTFALLS = {
    Shortfall.NOT_FLUSHED: N_(
        "This folder does not confirm that files are written to disk: after a power cut the file may be "
        "lost. Save a copy in another folder."
    ),
    Shortfall.PERMISSIONS: N_(
        "This folder cannot make files private: anyone who can open the folder may be able to read the case. "
        "Set a password, or save in another folder."
    ),
    Shortfall.LINKS: N_(
        "The file had other names (hard links). The changes are saved under the name shown here; the other "
        "names still have the earlier content."
    ),
}


def describe_shortfall(shortfall: Shortfall, _: Translator) -> str:
    """What is lacking, and what to do about it."""
    return _(_SHORTFALLS[shortfall])
