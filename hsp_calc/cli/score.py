"""``score``: the points of a person, row by row, with the reasons."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Case
from hsp_calc.cli.context import DONE, Context, as_json, as_text, origin_data
from hsp_calc.cli.passwords import password_option
from hsp_calc.cli.terminal_width import terminal_width
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
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable
from hsp_calc.text import seen
from hsp_calc.text.score_table import Score, heading_lines, note_lines, score_lines, summary_lines
from hsp_calc.validation import InputError, Problem


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
    password_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    output = one_of(asked.format, "--format", ("text", "json"), _)
    categories = list(Category) if asked.category is None else [category_named(asked.category, _)]
    on = day_named(asked.on, context.today, _)
    loaded = context.load(file, asked.password_file)
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
    return {"table": table.id, **origin_data(table), "on": on.isoformat(), "categories": sheets}


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
    _, columns, table, on = context.words, terminal_width(), results.table, results.on
    if len(results.persons) == 1:
        hint = _("Rows that are not met are left out; --format json gives every row.")
        score = results.persons[0][1]
        yield from score_lines(score, table, on, _, columns=columns, today=context.today, hint=hint)
        return
    yield from heading_lines(table, on, _, columns)
    for number, (case, score) in enumerate(results.persons, start=1):
        yield ""
        person = _("Person {number} of {count}", number=number, count=len(results.persons))
        yield " ".join([person, seen(case.applicant.name)]).rstrip()
        yield from summary_lines(score, _)
    yield ""
    hint = _("The rows of each person are left out; --format json gives them.")
    sheets = [sheet for _case, score in results.persons for sheet in score.values()]
    yield from note_lines(table, sheets, on, _, columns, today=context.today, hint=hint)
