"""Options on what is to be proven, and on what trouble the documents are; they go before what the case keeps."""

import argparse

from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import MARKS, MOST_MARGIN, Effort, KeptChecklist
from hsp_calc.cli.usage import Parser, UsageError, one_of
from hsp_calc.text import Translator, seen

_ALL = "all"
_TARGETS = ("70", "80", _ALL)
_EFFORTS = {
    "--at-hand": Effort.AT_HAND,
    "--easy": Effort.EASY,
    "--hard": Effort.HARD,
    "--unobtainable": Effort.UNOBTAINABLE,
}


def proof_options(parser: Parser, _: Translator) -> None:
    """Let a command take a target, a margin, and what the documents are like to get."""
    add = parser.options.add_argument
    add(
        "--target",
        metavar="|".join(_TARGETS),
        help=_(
            "easiest set of documents that proves this many points (default: the target saved in the "
            "case, or all documents)"
        ),
    )
    add("--margin", metavar="N", help=_("points to prove beyond the target (default: the margin saved in the case)"))
    add("--at-hand", metavar="①②…", help=_("numbers whose documents you have at hand"))
    add("--easy", metavar="①②…", help=_("numbers whose documents are easy to get"))
    add("--hard", metavar="①②…", help=_("numbers whose documents are hard to get"))
    add("--unobtainable", metavar="①②…", help=_("numbers whose documents you cannot get"))


def target_asked(asked: argparse.Namespace, _: Translator) -> int | None:
    """The points that the options ask to prove; None where they name none, or ask for all.

    Raises:
        UsageError: the target is another.
    """
    if asked.target is None:
        return None
    named = one_of(asked.target, "--target", _TARGETS, _)
    return None if named == _ALL else int(named)


def all_asked(asked: argparse.Namespace) -> bool:
    """Whether the options ask for the documents of every row, whatever the procedure or the case proves."""
    return bool(asked.target == _ALL)


def with_proof_asked(case: Case, asked: argparse.Namespace, own_target: int | None, _: Translator) -> Case:
    """A case that keeps of its proof what the options ask for, in place of what it kept.

    Args:
        case: the case.
        asked: the options.
        own_target: the points that the procedure itself asks to prove, if it does and these are what is proven.
        _: the words.

    Raises:
        UsageError: an option is wrong.
        InputError: what the case keeps of the papers is something else.
    """
    kept = case.section(KeptChecklist)
    proof = kept.proof
    if asked.target is not None:
        proof = proof.model_copy(update={"target": target_asked(asked, _)})
    if asked.margin is not None:
        proof = proof.model_copy(update={"margin": _margin(asked.margin, _)})
        if own_target is None and proof.target is None:
            raise UsageError(_("--margin needs a target; add {option}.", option="--target 70"))
    named_by: dict[str, str] = {}
    for option, effort in _EFFORTS.items():
        for mark in _marks(getattr(asked, option.strip("-").replace("-", "_")), option, _):
            if mark in named_by:
                raise UsageError(
                    _(
                        "{mark} is given for both {first} and {second}; give it only once.",
                        mark=mark,
                        first=named_by[mark],
                        second=option,
                    )
                )
            named_by[mark] = option
            proof = proof.with_effort(mark, effort)
    return case if proof == kept.proof else case.with_section(kept.model_copy(update={"proof": proof}))


def _margin(value: str, _: Translator) -> int:
    if value.isascii() and value.isdecimal() and int(value) <= MOST_MARGIN:
        return int(value)
    raise UsageError(
        _(
            "--margin: “{value}” is not valid; give a number of points from 0 to {most}.",
            value=seen(value),
            most=MOST_MARGIN,
        )
    )


def _marks(value: str | None, option: str, _: Translator) -> list[str]:
    """The marks that a text names, with or without commas and spaces between them."""
    marks = [sign for sign in value or "" if sign not in " 　,、，"]
    for mark in marks:
        if mark not in MARKS:
            raise UsageError(
                _(
                    "{option}: “{value}” is not a number of the form; give numbers like {example}.",
                    option=option,
                    value=seen(mark),
                    example="①⑮",
                )
            )
    return list(dict.fromkeys(marks))
