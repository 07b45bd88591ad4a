"""Options on what is to be proven, and on what trouble the documents are; they go before what the case keeps."""

import argparse
from collections.abc import Mapping
from dataclasses import dataclass

from hsp_calc.casefile import Case
from hsp_calc.cli.usage import Parser, UsageError, one_of
from hsp_calc.reference.kept_proof import MARKS, MOST_MARGIN, Effort
from hsp_calc.reference.paper_states import checklist_of, efforts
from hsp_calc.text import Words, seen

_ALL = "all"
_TARGETS = ("70", "80", _ALL)
_EFFORTS = {
    "--at-hand": Effort.AT_HAND,
    "--easy": Effort.EASY,
    "--hard": Effort.HARD,
    "--unobtainable": Effort.UNOBTAINABLE,
}


@dataclass(frozen=True, slots=True)
class Asked:
    """What is to be proven.

    Attributes:
        target: the points; None means all that count.
        margin: the points beyond them.
        effort: how hard the documents of each mark are to get.
    """

    target: int | None
    margin: int
    effort: Mapping[str, Effort]


def proof_options(parser: Parser, _: Words) -> None:
    """Let a command take a target, a margin, and what the documents are like to get."""
    add = parser.options.add_argument
    add(
        "--target",
        metavar="|".join(_TARGETS),
        help=_("the proof of so many points that is the least trouble; otherwise what the case keeps, or all"),
    )
    add("--margin", metavar="N", help=_("how many points to prove beyond the target; otherwise what the case keeps"))
    add("--at-hand", metavar="①②…", help=_("numbers whose documents are at hand"))
    add("--easy", metavar="①②…", help=_("numbers whose documents are easy to get"))
    add("--hard", metavar="①②…", help=_("numbers whose documents are hard to get"))
    add("--unobtainable", metavar="①②…", help=_("numbers whose documents cannot be got"))


def proof_asked(asked: argparse.Namespace, case: Case, _: Words) -> Asked:
    """What the options ask for, and what the case keeps where they say nothing.

    Raises:
        UsageError: an option is wrong.
        InputError: what the case keeps of the papers is something else.
    """
    kept = checklist_of(case).proof
    target: int | None = kept.target
    if asked.target is not None:
        named = one_of(asked.target, "--target", _TARGETS, _)
        target = None if named == _ALL else int(named)
    margin = kept.margin if asked.margin is None else _margin(asked.margin, _)
    if asked.margin is not None and target is None:
        raise UsageError(_("--margin goes with a target; add {option}.", option="--target 70"))
    effort = dict(efforts(case))
    named_by: dict[str, str] = {}
    for option, value in _EFFORTS.items():
        for mark in _marks(getattr(asked, option.strip("-").replace("-", "_")), option, _):
            if mark in named_by:
                raise UsageError(
                    _(
                        "{mark} stands at {first} and {second}; keep one of them.",
                        mark=mark,
                        first=named_by[mark],
                        second=option,
                    )
                )
            named_by[mark] = option
            effort[mark] = value
    return Asked(target, margin, effort)


def _margin(value: str, _: Words) -> int:
    if value.isascii() and value.isdecimal() and int(value) <= MOST_MARGIN:
        return int(value)
    raise UsageError(
        _(
            "--margin: “{value}” is not possible; give a number of points from 0 to {most}.",
            value=seen(value),
            most=MOST_MARGIN,
        )
    )


def _marks(value: str | None, option: str, _: Words) -> list[str]:
    """The marks that a text names, with or without commas and spaces between them."""
    marks = [sign for sign in value or "" if sign not in " 　,、，"]
    for mark in marks:
        if mark not in MARKS:
            raise UsageError(
                _(
                    "{option}: “{value}” is no number of the form; give numbers like {example}.",
                    option=option,
                    value=seen(mark),
                    example="①⑮",
                )
            )
    return list(dict.fromkeys(marks))
