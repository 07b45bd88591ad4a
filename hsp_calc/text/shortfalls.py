"""What a file lacks that was written in a folder that does not give everything, in words."""

from hsp_calc.casefile import Shortfall
from hsp_calc.text.translator import N_, Translator

_SHORTFALLS = {
    Shortfall.NOT_FLUSHED: N_(
        "This folder does not say when a file is on the disk: after a power cut it may still be lost. Keep a copy in "
        "another folder."
    ),
    Shortfall.PERMISSIONS: N_(
        "This folder does not let files be for you alone: whoever can open the folder may be able to read the case. "
        "Set a password, or save in another folder."
    ),
    Shortfall.LINKS: N_(
        "The file had further names (hard links). The changes are under the name shown here; the others keep the "
        "earlier content."
    ),
}


def describe_shortfall(shortfall: Shortfall, _: Translator) -> str:
    """What is lacking, and what to do about it."""
    return _(_SHORTFALLS[shortfall])
