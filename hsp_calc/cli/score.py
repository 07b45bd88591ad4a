"""``score``: the points of a person, row by row, with the reasons."""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import overload

from hsp_calc.casefile import Case, Loaded
from hsp_calc.cli.context import DONE, Context, as_json, origin_data
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
from hsp_calc.engine import Scorer, ScoreSheet
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable
from hsp_calc.text import seen
from hsp_calc.text.score_table import Score, heading_lines, note_lines, score_lines, summary_lines
from hsp_calc.text.score_text import cautions
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
    file_argument(parser, _, help_text=_("facts or case file, or a JSON list of them (- for standard input)"))
    day_option(parser, _)
    category_option(parser, _, help_text=_("only this category"))
    parser.options.add_argument(
        "--table", metavar="ID", help=_("rule table to use whatever the date (default: the one in force)")
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
    _refuse_impossible_ages(loaded, on, source=file)
    results = _Results(table, on, _Scored(loaded.cases, categories, context.scorer(table), on), loaded.is_list)
    if output == "json":
        _write_json(results)
    else:
        for line in _text(results, context):
            sys.stdout.write(f"{line}\n")
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


def _write_json(results: _Results) -> None:
    """One object, or a list with a person a line, each written as soon as it is scored."""
    if not results.is_list:
        sys.stdout.write(as_json(as_data(results.persons[0][1], results.table, results.on)))
        return
    for index, (_case, score) in enumerate(results.persons):
        line = json.dumps(as_data(score, results.table, results.on), ensure_ascii=False)
        sys.stdout.write(f",\n{line}" if index else f"[\n{line}")
    sys.stdout.write("\n]\n")


class _Scored(Sequence[tuple[Case, Score]]):
    """Persons with their scores, each scored when it is asked for."""

    def __init__(self, cases: Sequence[Case], categories: Sequence[Category], scorer: Scorer, on: date) -> None:
        self._cases, self._categories, self._scorer, self._on = cases, categories, scorer, on

    def __len__(self) -> int:
        return len(self._cases)

    @overload
    def __getitem__(self, index: int) -> tuple[Case, Score]: ...
    @overload
    def __getitem__(self, index: slice) -> list[tuple[Case, Score]]: ...
    def __getitem__(self, index: int | slice) -> tuple[Case, Score] | list[tuple[Case, Score]]:
        if isinstance(index, slice):
            return [self[number] for number in range(*index.indices(len(self)))]
        case = self._cases[index]
        facts = case.profile().facts_on(self._on)
        return case, {category: self._scorer.sheet(facts, category, self._on) for category in self._categories}


def _refuse_impossible_ages(loaded: Loaded, on: date, *, source: str) -> None:
    """Refuse persons who are not born on the day, or too old: all of them at once, before anything is written."""
    problems: list[Problem] = []
    for index, case in enumerate(loaded.cases):
        try:
            case.profile().facts_on(on).age_on(on)
        except InputError as error:
            problems += [problem.within(index) if loaded.is_list else problem for problem in error.problems]
    if problems:
        raise InputError(problems, source=source)


def _text(results: _Results, context: Context) -> Iterator[str]:
    _, columns, table, on = context.words, terminal_width(), results.table, results.on
    if len(results.persons) == 1:
        hint = _("Rows that are not met are not shown; --format json gives every row.")
        score = results.persons[0][1]
        yield from score_lines(score, table, on, _, columns=columns, today=context.today, hint=hint)
        return
    yield from heading_lines(table, on, _, columns)
    notes: dict[str, None] = {}
    for number, (case, score) in enumerate(results.persons, start=1):
        notes |= dict.fromkeys(cautions(table, score.values(), _))
        yield ""
        person = _("Person {number} of {count}", number=number, count=len(results.persons))
        yield " ".join([person, seen(case.applicant.name)]).rstrip()
        yield from summary_lines(score, _)
    yield ""
    hint = _("The rows of each person are not shown; --format json gives them.")
    yield from note_lines(table, list(notes), on, _, columns, today=context.today, hint=hint)
