"""``checklist``: the supporting documents to file."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from hsp_calc.cli.context import DONE, Context, as_json, as_text
from hsp_calc.cli.layout import terminal_width
from hsp_calc.cli.proof_options import proof_asked, proof_options
from hsp_calc.cli.usage import (
    Parser,
    UsageError,
    category_named,
    category_option,
    day_named,
    day_option,
    file_argument,
    one_of,
    required,
)
from hsp_calc.engine import ScoreSheet
from hsp_calc.locations import resources
from hsp_calc.plan import Checklist, Document, Entry, checklist, load_documents
from hsp_calc.plan.papers import ways_to_file
from hsp_calc.problems import InputError
from hsp_calc.reference.kept_proof import Effort
from hsp_calc.rules import CategoryRules, RuleTable, Wording
from hsp_calc.text import Words, disclaimer, future_notice, long_name
from hsp_calc.text.layout import indented
from hsp_calc.text.proofs import caveats, effort_label, outcome_text, spared_text

_TEXT, _JSON, _CSV, _EXCEL = _FORMATS = ("text", "json", "csv", "xlsx")
_MARK_OF_UTF8 = "\ufeff"  # Excel takes a CSV file for UTF-8 by it


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the documents that prove a score."""
    _ = context.words
    parser = Parser("checklist", _("The supporting documents to file for a category."), _)
    file_argument(parser, _, help_text=_("facts or a case of one person; - is standard input"))
    category_option(parser, _, help_text=_("the category applied for"))
    day_option(parser, _)
    proof_options(parser, _)
    parser.options.add_argument(
        "--format",
        metavar="|".join(_FORMATS),
        default=_TEXT,
        help=_("for people (text), for programs (json) or for spreadsheets (csv, xlsx)"),
    )
    parser.options.add_argument(
        "-o", metavar="OUT", dest="output", help=_("the file to write; otherwise standard output")
    )
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    category = category_named(required(asked.category, "-c/--category", _), _)
    output = one_of(asked.format, "--format", _FORMATS, _)
    if output == _EXCEL and not asked.output:
        raise UsageError(_("A workbook cannot go to standard output; name its file with {option}.", option="-o OUT"))
    on = day_named(asked.on, context.today, _)
    case = context.load_one(file)
    try:
        proof = proof_asked(asked, case, _)
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    table = context.table(on)
    rules = table.categories[category]
    try:
        score = context.scorer(table).sheet(case.profile().facts_on(on), category, on)
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    documents = load_documents(resources() / "reference" / "documents.yaml")
    found = checklist(score, documents, rules, proof.target, margin=proof.margin, effort=proof.effort)
    context.write(_content(output, _Made(found, score, table), context, to_file=bool(asked.output)), asked.output)
    return DONE


class _Made(NamedTuple):
    """A checklist with what it was made of."""

    found: Checklist
    score: ScoreSheet
    table: RuleTable


def _content(output: str, made: _Made, context: Context, *, to_file: bool) -> str | bytes:
    match output:
        case "json":
            return as_json(_data(made.found, made.score))
        case "csv":
            return _csv(made, context.words, line_end="\r\n" if to_file else "\n")
        case "xlsx":
            return _workbook(made, context)
        case _:
            return as_text(list(_text(made.found, made.score, made.table, context)))


def _data(found: Checklist, score: ScoreSheet) -> dict[str, object]:
    return {
        "table": score.table,
        "on": score.on.isoformat(),
        "category": score.category.value,
        "total": found.total,
        "target": found.target,
        "proven": found.proven,
        "reached": found.reached,
        "margin": {"asked": found.margin, "proven": found.margin_proven, "reached": found.margin_reached},
        "unobtainable": list(found.unobtainable),
        "entries": [
            {
                "evidence": entry.mark,
                "criteria": list(entry.criteria),
                "gates": list(entry.gates),
                "points": entry.points,
                "waived_by": entry.waived_by,
                "effort": entry.effort.value,
                "title": _wording(entry.title),
                "documents": [_document(document) for document in entry.documents],
                "notes": [_wording(note) for note in entry.notes],
            }
            for entry in found.entries
        ],
        "without_documents": list(found.without_documents),
        "left_out": list(found.left_out),
        "spared": [
            {
                "evidence": spared.mark,
                "criteria": list(spared.criteria),
                "points": spared.points,
                "effort": spared.effort.value,
                "documents": spared.documents,
            }
            for spared in found.spared
        ],
    }


def _document(document: Document) -> dict[str, object]:
    return {
        "text": document.text and _wording(document.text),
        "one_of": [_document(part) for part in document.one_of],
        "all_of": [_document(part) for part in document.all_of],
        "notes": [_wording(note) for note in document.notes],
    }


def _wording(words: Wording) -> dict[str, str]:
    return {"ja": words.ja, "en": words.en}


def _text(found: Checklist, score: ScoreSheet, table: RuleTable, context: Context) -> Iterator[str]:
    _, columns = context.words, terminal_width()
    rules = table.categories[score.category]
    for sentence in _heading(_Made(found, score, table), _):
        yield from indented(sentence, columns, first="")
    for entry in found.entries:
        yield ""
        yield from _entry(entry, rules, _, columns)
    yield from _rows(_("Nothing to file for:"), found.without_documents, rules, _, columns)
    if found.spared:
        yield ""
        yield _("Counted, but not needed for this:")
        for spared in found.spared:
            yield from indented(spared_text(spared, rules, _), columns, first="  ・ ")
    yield ""
    for note in _notes(_Made(found, score, table), context):
        yield from indented(note, columns, first="")


def _heading(made: _Made, _: Words) -> tuple[str, ...]:
    title, day = _.wording(made.table.title), _.day(made.score.on)
    return (
        _("Supporting documents: {category}", category=long_name(made.score.category, _)),
        _("{table} ({id}), reference date {day}", table=title, id=made.table.id, day=day),
        outcome_text(made.found, _),
        *caveats(made.found, _),
    )


def _notes(made: _Made, context: Context) -> list[str]:
    """What must be said beside every list."""
    _ = context.words
    notes = [
        _("These are the basic examples of the Immigration Services Agency; the office may ask for more."),
        future_notice(made.score.on, context.today, _),
        disclaimer(made.table, _),
    ]
    return [note for note in notes if note]


def _entry(entry: Entry, rules: CategoryRules, _: Words, columns: int) -> Iterator[str]:
    title = _("{mark} {title} ({points})", mark=entry.mark, title=_.wording(entry.title), points=_.points(entry.points))
    yield from indented(title, columns, first="", other="   ")
    gates = {gate.id: _.wording(gate) for gate in rules.gates}
    for gate in entry.gates:
        yield from indented(_("Also proves: {condition}", condition=gates[gate]), columns, first="   ")
    if entry.waived_by:
        yield from indented(_("Not needed, since {mark} is filed.", mark=entry.waived_by), columns, first="   ")
        return
    if entry.effort is not Effort.NOT_SAID:
        yield from indented(effort_label(entry.effort, _), columns, first="   ")
    for document in entry.documents:
        yield from _paper(document, _, columns, "   ")
    for note in entry.notes:
        yield from indented(_.wording(note), columns, first="   ※ ")


def _paper(document: Document, _: Words, columns: int, indent: str) -> Iterator[str]:
    parts = document.one_of or document.all_of
    if document.text is not None:
        yield from indented(_.wording(document.text), columns, first=f"{indent}□ " if not parts else f"{indent}・ ")
        indent += "   "
    for note in document.notes:
        yield from indented(_.wording(note), columns, first=f"{indent}※ ")
    if parts:
        how = _("One of these:") if document.one_of else _("All of these:")
        if len(parts) > 1:
            yield f"{indent}{how}"
        for part in parts:
            yield from _paper(part, _, columns, f"{indent}  ")


def _rows(heading: str, rows: Sequence[str], rules: CategoryRules, _: Words, columns: int) -> Iterator[str]:
    if not rows:
        return
    yield ""
    yield heading
    for row in rows:
        criterion = rules.criteria[row]
        text = _("{name} ({detail})", name=_.wording(criterion), detail=_.points(criterion.points))
        yield from indented(text, columns, first="  ・ ")


@dataclass(frozen=True, slots=True)
class _Record:
    """A line of the list as a spreadsheet has it: one for each document, and one for each row without any."""

    mark: str = ""
    title: str = ""
    points: int = 0
    rows: str = ""
    document: str = ""
    choice: str = ""
    remark: str = ""

    @property
    def cells(self) -> tuple[str | int, ...]:
        return self.mark, self.title, self.points, self.rows, self.document, self.choice, self.remark


_WIDTHS = (8, 30, 8, 40, 60, 24, 60)


def _headings(_: Words) -> tuple[str, ...]:
    return (
        _("Number"),
        _("To be proven"),
        _("Points"),
        _("Rows of the form"),
        _("Document"),
        _("Choice"),
        _("Remarks"),
    )


def _records(made: _Made, _: Words) -> Iterator[_Record]:
    rules = made.table.categories[made.score.category]
    gates = {gate.id: _.wording(gate) for gate in rules.gates}
    for entry in made.found.entries:
        rows = _.listed(_.wording(rules.criteria[row]) for row in entry.criteria)
        remarks = [_("Also proves: {condition}", condition=gates[gate]) for gate in entry.gates]
        if entry.waived_by:
            remarks.append(_("Not needed, since {mark} is filed.", mark=entry.waived_by))
        elif entry.effort is not Effort.NOT_SAID:
            remarks.append(effort_label(entry.effort, _))
        remarks += [_.wording(note) for note in entry.notes]
        for document in entry.documents:
            ways = ways_to_file(document, entry.mark)
            for number, way in enumerate(ways, start=1):
                choice = (
                    "" if len(ways) == 1 else _("{number} of {count}; one is enough", number=number, count=len(ways))
                )
                for leaf in way:
                    said = _lines([*(_.wording(words) for words in leaf.within), *remarks])
                    text = _.wording(leaf.text)
                    yield _Record(entry.mark, _.wording(entry.title), entry.points, rows, text, choice, said)
    for row in made.found.without_documents:
        criterion = rules.criteria[row]
        yield _Record(points=criterion.points, rows=_.wording(criterion), remark=_("Nothing to file"))
    for spared in made.found.spared:
        rows = _.listed(_.wording(rules.criteria[row]) for row in spared.criteria)
        saved = [_("Counted, but not needed for this"), _("documents saved: {count}", count=spared.documents)]
        if spared.effort is not Effort.NOT_SAID:
            saved.append(effort_label(spared.effort, _))
        yield _Record(spared.mark, points=spared.points, rows=rows, remark=_lines(saved))


def _lines(texts: Sequence[str]) -> str:
    return "\n".join(dict.fromkeys(texts))


def _csv(made: _Made, _: Words, *, line_end: str) -> str:
    content = io.StringIO(newline="")
    writer = csv.writer(content, lineterminator=line_end)
    writer.writerow(_headings(_))
    writer.writerows(record.cells for record in _records(made, _))
    return _MARK_OF_UTF8 + content.getvalue()


def _workbook(made: _Made, context: Context) -> bytes:
    from openpyxl import Workbook  # noqa: PLC0415 - large, and not needed for the other forms
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    from hsp_calc.casefile.exchange.excel_files import workbook_bytes  # noqa: PLC0415

    _ = context.words
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    documents = workbook.create_sheet(_("Supporting documents"))
    documents.append(_headings(_))
    for record in _records(made, _):
        documents.append(record.cells)
    for cells in documents.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(vertical="top", wrap_text=True)
            if isinstance(cell.value, str):
                cell.data_type = "s"  # whatever a text begins with, it is no formula
    for number, columns in enumerate(_WIDTHS, start=1):
        documents.column_dimensions[get_column_letter(number)].width = columns
        documents.cell(1, number).font = Font(bold=True)
    documents.freeze_panes = "A2"
    about = workbook.create_sheet(_("About this list"))
    about.column_dimensions["A"].width = 100
    for sentence in (*_heading(made, _), *_notes(made, context)):
        about.append([sentence])
    for (cell,) in about.iter_rows():
        cell.alignment = Alignment(wrap_text=True)
    return workbook_bytes(workbook)
