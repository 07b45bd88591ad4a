"""How sure a statement is, in words."""

from types import MappingProxyType

from hsp_calc.rules.certainty import Certainty
from hsp_calc.text.translator import N_, Translator

_CERTAINTIES = MappingProxyType(
    {
        Certainty.CERTAIN: N_("official text checked"),
        Certainty.HIGH: N_("very likely"),
        Certainty.MEDIUM: N_("likely"),
        Certainty.REPORTED: N_("reported; final text not checked"),
        Certainty.OPEN: N_("unclear: no official text states it"),
    }
)


def certainty_text(certainty: Certainty, _: Translator) -> str:
    """How sure a statement is, in words."""
    return _(_CERTAINTIES[certainty])
