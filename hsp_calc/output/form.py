"""The point form of a category as the data that its template prints, whatever rule table it follows."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from hsp_calc.casefile import Applicant, Case
from hsp_calc.engine import Line, ScoreSheet, Status
from hsp_calc.output.footer import footer
from hsp_calc.output.form_entries import RdFigures, UniversityRoute
from hsp_calc.output.form_labels import FormWords, Moment, form_words
from hsp_calc.output.gaps import named_row
from hsp_calc.output.office import Office
from hsp_calc.reference.research_ratio import research_ratio
from hsp_calc.rules import Block, Count, Criterion, GridColumn, RuleTable, Section, Wording
from hsp_calc.rules.table_model import Fraction
from hsp_calc.text import FormLanguage, Language, Translator, what_if_notice

Text = dict[str, str]
"""What the template prints in its language: ``{"ja": …, "en": …}``."""


def form_data(
    case: Case,
    score: ScoreSheet,
    *,
    table: RuleTable,
    language: FormLanguage,
    created: date | None = None,
    moment: Moment | None = None,
    rd: RdFigures | None = None,
    university: UniversityRoute | None = None,
    signed_on: date | None = None,
    office: Office | None = None,
    what_if: str | None = None,
) -> dict[str, object]:
    """What the template ``form`` prints.

    A row is ticked where it counts. Where the points of a block depend on how many of its rows are met (research
    achievements), all rows that are met are ticked, as the form invites to; but where several rows ask the same (the
    three routes of a designated university), one answer does not tell which of them it is: the one that ``university``
    names is ticked, and none while nobody named it. The points of rows that count stand in a ring.

    Args:
        case: who applies.
        score: the score, under ``table``.
        table: the rules.
        language: of the form.
        created: the day on which it is made; its foot tells rules that were checked long before. None tells nothing.
        moment: the box to be ticked for an application for permanent residence; None leaves all blank.
        rd: the figures of the R&D fraction; None leaves them blank.
        university: the route of the designated university.
        signed_on: the date beside the signature; None leaves it blank, to be written by hand.
        office: who made the form; a line in the small print at the foot of each page, which moves nothing.
        what_if: the scenario that it shows; it then says so on each page and has no declaration to sign.

    Raises:
        ValueError: the score belongs to another table.
    """
    if score.table != table.id:
        raise ValueError(f"a score under {score.table} does not fit the form of {table.id}")
    words = form_words()
    rules = table.categories[score.category]
    rows = _Rows(score, words.line_breaks.get(table.id, ()), rd, university or UniversityRoute())
    return {
        "lang": language.value,
        "heading_left": _text(table.heading_left),
        "heading_right": _text(table.heading_right),
        "translation_mark": _text(words.translation) if language is FormLanguage.EN else None,
        "title": _text(rules.title),
        "preamble": _text(rules.preamble),
        "columns": {name: _text(wording) for name, wording in words.columns},
        "sections": [_section(section, words, rows) for section in rules.sections],
        "page_break_before": rules.page_break_before,
        "total": score.total,
        "total_label": _text(words.total),
        "total_label_boxed": score.category not in words.total_without_box.get(table.id, ()),
        **_end(words, moment, signed_on),
        "applicant_name": _name(case.applicant, language),
        "name_label": _text(words.name),
        "footer": footer(table, score, words.footer, created),
        "what_if": None
        if what_if is None
        else {each.value: what_if_notice(what_if, Translator.load(each)) for each in Language},
        "office": office.line(Translator.load(Language.EN if language is FormLanguage.EN else Language.JA))
        if office
        else None,
    }


@dataclass(frozen=True, slots=True)
class _Rows:
    """How rows are filled in."""

    score: ScoreSheet
    line_breaks: tuple[str, ...]
    rd: RdFigures | None
    university: UniversityRoute

    def text(self, wording: Wording | Criterion) -> Text:
        """A wording with the lines broken as the form breaks them."""
        text = _text(wording)
        for line_break in self.line_breaks:
            text["ja"] = text["ja"].replace(line_break.replace("|", ""), line_break.replace("|", "\n"))
        return text

    def ticked(self, block: Block) -> frozenset[str]:
        """The rows of a block whose boxes are ticked."""
        lines = [self.score.line(criterion.id) for criterion in block.criteria]
        counted = [line.criterion for line in lines if line.counted]
        if block.count is not Count.TIERS:
            return frozenset(counted)
        conditions = {criterion.id: criterion.when for criterion in block.criteria}
        told = [conditions[row] for row in counted]
        named = [named_row(block, self.university, row) for row in counted]
        also_met = [row for row in _superseded(lines) if conditions[row] not in told]
        return frozenset([*filter(None, named), *also_met])

    def points_counted(self, block: Block, labels: tuple[Text, ...]) -> int | None:
        """Which line of a shared cell of points says what the block gives; None where it gives nothing."""
        points = sum(self.score.line(criterion.id).points for criterion in block.criteria)
        said = [_number(label["ja"]) for label in labels]
        return said.index(points) if points in said else None


def _superseded(lines: list[Line]) -> Iterator[str]:
    return (line.criterion for line in lines if line.status is Status.SUPERSEDED)


def _section(section: Section, words: FormWords, rows: _Rows) -> dict[str, object]:
    return {
        "id": section.id,
        "title": _text(section),
        "title_mark": _text(section.mark) if section.mark else None,
        "continued": {"ja": section.ja + words.continued.ja, "en": f"{section.en} {words.continued.en}"},
        "blocks": [_block(block, rows) for block in section.blocks],
    }


def _block(block: Block, rows: _Rows) -> dict[str, object]:
    marks = {criterion.evidence for criterion in block.criteria}
    shared = _shared_points(block)
    ticked = rows.ticked(block)
    return {
        "heading": _text(block.heading) if block.heading else None,
        # rows with one mark share it with their heading; where each has its own, the heading has none
        "heading_evidence": "merged" if len(marks) == 1 else "crossed",
        "columns": [_text(column) for column in block.columns] or None,
        "points_shared": list(shared) or None,
        "points_shared_counted": rows.points_counted(block, shared),
        "rows": [_row(criterion, block, rows, criterion.id in ticked) for criterion in block.criteria],
        "notes": [rows.text(note) for note in block.notes],
    }


def _shared_points(block: Block) -> tuple[Text, ...]:
    if block.points_label:
        return tuple(_text(label) for label in block.points_label)
    return tuple({"ja": str(points), "en": str(points)} for points in block.tiers)


def _row(criterion: Criterion, block: Block, rows: _Rows, ticked: bool) -> dict[str, object]:
    label = rows.text(criterion)
    return {
        "id": criterion.id,
        "label": label,
        "small": _text(criterion.remark) if criterion.remark else None,
        "cells": [label if _is_for(criterion, column) else None for column in block.columns] or None,
        "points": criterion.points,
        "evidence": list(criterion.evidence),
        "ticked": ticked,
        "counted": rows.score.line(criterion.id).counted,
        "choice": _text(criterion.choice) if criterion.choice else None,
        "fraction": _fraction(criterion.fraction, rows.rd, ticked) if criterion.fraction else None,
        "rankings": _rankings(criterion, rows.university if ticked else UniversityRoute()) or None,
    }


def _is_for(criterion: Criterion, column: GridColumn) -> bool:
    """Whether a person of the column can meet the row."""
    asked = criterion.when.items()
    return not any(fact in column.when and column.when[fact].contradicts(test) for fact, test in asked)


def _fraction(fraction: Fraction, rd: RdFigures | None, ticked: bool) -> dict[str, object]:
    """The fraction; figures that do not speak for the row are shown only where it is ticked all the same."""
    if rd is not None and not ticked and research_ratio(rd.expenses_yen, rd.sales_yen).above is not True:
        rd = None
    percent = rd.percent if rd else None
    return {
        "numerator": _text(fraction.numerator),
        "denominator": _text(fraction.denominator),
        "numerator_yen": rd.expenses_yen if rd else None,
        "denominator_yen": rd.sales_yen if rd else None,
        "percent": None if percent is None else str(percent),
    }


def _rankings(criterion: Criterion, university: UniversityRoute) -> list[dict[str, object]]:
    return [
        {
            "name": _text(ranking.name),
            "publisher": _text(ranking.publisher),
            "rank": university.ranks.get(ranking.id),
            "ticked": ranking.id in university.ranks,
        }
        for ranking in criterion.rankings
    ]


def _end(words: FormWords, moment: Moment | None, signed_on: date | None) -> dict[str, object]:
    residence = words.permanent_residence
    return {
        "pr": {
            "note": _text(residence.note),
            "lead": _text(residence.lead),
            "options": [{"label": _text(residence.moments[each]), "ticked": each is moment} for each in Moment],
        },
        "declaration": _text(words.declaration),
        "signer": _text(words.signer),
        "signature_label": _text(words.signature),
        "date_label": _text(words.date),
        "year": _text(words.year),
        "month": _text(words.month),
        "day": _text(words.day),
        "date": {part: str(getattr(signed_on, part)) for part in ("year", "month", "day")} if signed_on else None,
    }


def _name(applicant: Applicant, language: FormLanguage) -> str | None:
    """The name as typed, character by character; on a form with Japanese the Japanese one, the other in brackets."""
    name, name_ja = (typed.strip() for typed in (applicant.name, applicant.name_ja))
    if language is FormLanguage.EN or not name_ja or name == name_ja:
        return name or name_ja or None
    return f"{name_ja}（{name}）" if name else name_ja


def _text(wording: Wording | Section | GridColumn | Criterion) -> Text:
    return {"ja": wording.ja, "en": wording.en}


def _number(text: str) -> int | None:
    plain = unicodedata.normalize("NFKC", text)
    return int(plain) if plain.isdecimal() else None
