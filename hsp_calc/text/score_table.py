"""The score of a person as plain text: for a terminal, and for the clipboard."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from hsp_calc.engine import Line, ScoreSheet, Status
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable, Section
from hsp_calc.text.columns import aligned, indented, padded, width
from hsp_calc.text.freshness import CheckedKind, stale_notice
from hsp_calc.text.labels import long_name, short_name, status_label
from hsp_calc.text.score_text import cautions, disclaimer, future_notice, reason, recognition, verdict
from hsp_calc.text.translator import Translator

Score = Mapping[Category, ScoreSheet]
"""The sheets of one person."""

COLUMNS = 100
"""How wide a text is that is for no terminal."""


def score_text(score: Score, table: RuleTable, on: date, _: Translator, *, today: date) -> str:
    """The score of a person, row by row, with the reasons, as text that can be pasted anywhere.

    Args:
        score: the sheets that are wanted.
        table: the rules.
        on: the day of the score.
        _: the words to say it in.
        today: on a day to come, what to know of that is said.
    """
    hint = _("Rows that are not met are not shown.")
    return "\n".join([*score_lines(score, table, on, _, columns=COLUMNS, today=today, hint=hint), ""])


def score_lines(
    score: Score, table: RuleTable, on: date, _: Translator, *, columns: int, today: date, hint: str
) -> Iterator[str]:
    """The same as lines of at most so many columns.

    Args:
        score: the sheets that are wanted.
        table: the rules.
        on: the day of the score.
        _: the words to say it in.
        columns: how wide the text may be.
        today: on a day to come, what to know of that is said.
        hint: what is said of the rows that are left out.
    """
    yield from heading_lines(table, on, _, columns)
    yield ""
    yield from summary_lines(score, _)
    for sheet in score.values():
        yield ""
        yield from _sheet(sheet, table, _, columns)
    yield ""
    yield from note_lines(table, cautions(table, score.values(), _), on, _, columns, today=today, hint=hint)


def heading_lines(table: RuleTable, on: date, _: Translator, columns: int) -> Iterator[str]:
    """By which table the score is made, and for which day."""
    heading = _("{table} ({id}), reference date {day}", table=_.wording(table.title), id=table.id, day=_.day(on))
    yield from indented(heading, columns, first="")


def summary_lines(score: Score, _: Translator) -> list[str]:
    """The total of each sheet, and what it comes to."""
    rows = [(short_name(category, _), _.points(s.total), recognition(s, _)) for category, s in score.items()]
    return aligned(rows, right=frozenset({1}))


def note_lines(
    table: RuleTable, said: Sequence[str], on: date, _: Translator, columns: int, *, today: date, hint: str
) -> Iterator[str]:
    """What must be said beside every score: the hint, what is to be known of the scores, and the rest."""
    notes = [
        hint,
        future_notice(on, today, _),
        stale_notice({CheckedKind.RULES: table.verified_on}, today, _),
        *said,
        disclaimer(table, _),
    ]
    for note in notes:
        if note:
            yield from indented(note, columns, first="")


def _sheet(sheet: ScoreSheet, table: RuleTable, _: Translator, columns: int) -> Iterator[str]:
    rules = table.categories[sheet.category]
    yield from indented(long_name(sheet.category, _), columns, first="■ ")
    statuses = max(width(status_label(status, _)) for status in Status)
    for section in rules.sections:
        lines = [line for line in sheet.lines if line.section == section.id]
        yield ""
        yield _section(section, sum(line.points for line in lines), _, columns)
        for line in lines:
            if line.status is not Status.NOT_MET:
                yield from _row(line, sheet, table, _, columns, statuses)
    yield ""
    for sentence in verdict(sheet, rules, _):
        yield from indented(sentence, columns, first="→ ")


def _section(section: Section, points: int, _: Translator, columns: int) -> str:
    title, given = _.wording(section), _.points(points)
    return f"{title} {'─' * max(3, columns - width(title) - width(given) - 2)} {given}"


def _row(line: Line, sheet: ScoreSheet, table: RuleTable, _: Translator, columns: int, statuses: int) -> Iterator[str]:
    rules = table.categories[sheet.category]
    points = str(line.points) if line.counted else f"({line.available})"
    first = f"  {padded(points, 4, right=True)}  {padded(status_label(line.status, _), statuses)}  "
    wording = _.wording(rules.criteria[line.criterion])
    yield from indented(" ".join([wording, *line.evidence]), columns, first=first)
    if why := reason(line, rules, _):
        yield from indented(why, columns, first=f"{' ' * width(first)}↳ ")
