"""``score``: the points of a person, row by row, with the reasons."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Case
from hsp_calc.cli.context import DONE, Context, as_json, as_text
from hsp_calc.cli.layout import aligned, indented, padded, terminal_width, width
from hsp_calc.cli.usage import (
    Parser,
    category_named,
    category_option,
    day_named,
    day_option,
    file_argument,
    format_option,
    one_of,
    required,
)
from hsp_calc.engine import Line, ScoreSheet, Status
from hsp_calc.facts import Category
from hsp_calc.problems import InputError, Problem
from hsp_calc.rules import RuleTable, Section
from hsp_calc.text import (
    Words,
    disclaimer,
    future_notice,
    long_name,
    reason,
    recognition,
    seen,
    short_name,
    status_label,
    verdict,
)

Score = Mapping[Category, ScoreSheet]
"""The sheets of one person."""


@dataclass(frozen=True, slots=True)
class _Results:
    """What was asked for."""

    table: RuleTable
    on: date
    persons: Sequence[tuple[Case, Score]]
    is_list: bool


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the score of every person of a file."""
    _ = context.words
    parser = Parser("score", _("The points of a person, row by row, with the reasons."), _)
    file_argument(parser, _, help_text=_("facts, a case, or a JSON list of such; - is standard input"))
    day_option(parser, _)
    category_option(parser, _, help_text=_("this category only"))
    parser.options.add_argument(
        "--table", metavar="ID", help=_("this rule table, whatever the day; otherwise the one in force")
    )
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    output = one_of(asked.format, "--format", ("text", "json"), _)
    categories = list(Category) if asked.category is None else [category_named(asked.category, _)]
    on = day_named(asked.on, context.today, _)
    loaded = context.load(file)
    table = context.table(on, asked.table)
    scores = _scores(loaded.cases, categories, on, context, table, source=file, is_list=loaded.is_list)
    results = _Results(table, on, list(zip(loaded.cases, scores, strict=True)), loaded.is_list)
    if output == "json":
        written = [as_data(score, table, on) for _case, score in results.persons]
        sys.stdout.write(as_json(written if loaded.is_list else written[0]))
    else:
        sys.stdout.write(as_text(list(_text(results, context))))
    return DONE


def as_data(score: Score, table: RuleTable, on: date) -> dict[str, object]:
    """The score of a person as the JSON object that scripts rely on."""
    sheets = {category.value: _sheet_data(sheet) for category, sheet in score.items()}
    return {"table": table.id, "on": on.isoformat(), "categories": sheets}


def _sheet_data(sheet: ScoreSheet) -> dict[str, object]:
    return {
        "total": sheet.total,
        "eligible": sheet.eligible,
        "meets": {str(mark): sheet.meets(mark) for mark in sheet.marks},
        "gates": [{"id": gate.id, "passed": gate.passed} for gate in sheet.gates],
        "lines": [
            {
                "criterion": line.criterion,
                "section": line.section,
                "points": line.points,
                "available": line.available,
                "evidence": list(line.evidence),
                "status": line.status.value,
                "reason": line.reason and {"code": line.reason.code.value, "by": list(line.reason.by)},
            }
            for line in sheet.lines
        ],
    }


def _scores(
    cases: Sequence[Case],
    categories: Sequence[Category],
    on: date,
    context: Context,
    table: RuleTable,
    *,
    source: str,
    is_list: bool,
) -> list[Score]:
    """The score of each person; all problems of all persons at once."""
    scorer = context.scorer(table)
    scores: list[Score] = []
    problems: list[Problem] = []
    for index, case in enumerate(cases):
        facts = case.profile().facts_on(on)
        try:
            scores.append({category: scorer.sheet(facts, category, on) for category in categories})
        except InputError as error:
            problems += [problem.within(index) if is_list else problem for problem in error.problems]
    if problems:
        raise InputError(problems, source=source)
    return scores


def _text(results: _Results, context: Context) -> Iterator[str]:
    _, columns = context.words, terminal_width()
    table, on = results.table, results.on
    heading = _("{table} ({id}), reference date {day}", table=_.wording(table.title), id=table.id, day=_.day(on))
    yield from indented(heading, columns, first="")
    for number, (case, score) in enumerate(results.persons, start=1):
        yield ""
        if len(results.persons) > 1:
            person = _("Person {number} of {count}", number=number, count=len(results.persons))
            yield " ".join([person, seen(case.applicant.name)]).rstrip()
        yield from _summary(score, _)
    if len(results.persons) == 1:
        for sheet in results.persons[0][1].values():
            yield ""
            yield from _sheet(sheet, table, _, columns)
        left_out = _("Rows that are not met are left out; --format json gives every row.")
    else:
        left_out = _("The rows of each person are left out; --format json gives them.")
    yield ""
    notes = [
        left_out,
        future_notice(on, context.today, _),
        table.caution and _.wording(table.caution),
        disclaimer(table, _),
    ]
    for note in notes:
        if note:
            yield from indented(note, columns, first="")


def _summary(score: Score, _: Words) -> list[str]:
    rows = [(short_name(category, _), _.points(s.total), recognition(s, _)) for category, s in score.items()]
    return aligned(rows, right=frozenset({1}))


def _sheet(sheet: ScoreSheet, table: RuleTable, _: Words, columns: int) -> Iterator[str]:
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


def _section(section: Section, points: int, _: Words, columns: int) -> str:
    title, given = _.wording(section), _.points(points)
    return f"{title} {'─' * max(3, columns - width(title) - width(given) - 2)} {given}"


def _row(line: Line, sheet: ScoreSheet, table: RuleTable, _: Words, columns: int, statuses: int) -> Iterator[str]:
    rules = table.categories[sheet.category]
    points = str(line.points) if line.counted else f"({line.available})"
    first = f"  {padded(points, 4, right=True)}  {padded(status_label(line.status, _), statuses)}  "
    wording = _.wording(rules.criteria[line.criterion])
    yield from indented(" ".join([wording, *line.evidence]), columns, first=first)
    if why := reason(line, rules, _):
        yield from indented(why, columns, first=f"{' ' * width(first)}↳ ")
