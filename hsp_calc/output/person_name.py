"""The name of a person as papers print it."""

from collections.abc import Sequence

from hsp_calc.casefile import Applicant
from hsp_calc.text import Language, Translator


def printed_name(applicant: Applicant, _: Translator) -> str | None:
    """The name as typed, character by character; in Japanese the Japanese one, the other in brackets."""
    name, name_ja = (typed.strip() for typed in (applicant.name, applicant.name_ja))
    parts: Sequence[str] = [part for part in (name_ja, name) if part]
    if _.language != Language.JA:
        parts = parts[::-1]
    if not parts:
        return None
    return parts[0] if len(set(parts)) == 1 else _("{name} ({other})", name=parts[0], other=parts[1])
