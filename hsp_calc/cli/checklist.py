"""``checklist``: the supporting documents to file."""

from collections.abc import Iterator, Sequence

from hsp_calc.cli.context import DONE, Context, as_json, as_text
from hsp_calc.cli.layout import indented, terminal_width
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
from hsp_calc.locations import resources
from hsp_calc.plan import Checklist, Document, Entry, checklist, load_documents
from hsp_calc.problems import InputError
from hsp_calc.rules import CategoryRules, RuleTable, Wording
from hsp_calc.text import Words, disclaimer, future_notice, long_name

_TARGETS = ("70", "80")


def run(arguments: Sequence[str], context: Context) -> int:
    """Write the documents that prove a score."""
    _ = context.words
    parser = Parser("checklist", _("The supporting documents to file for a category."), _)
    file_argument(parser, _, help_text=_("facts or a case of one person; - is standard input"))
    category_option(parser, _, help_text=_("the category applied for"))
    day_option(parser, _)
    parser.options.add_argument(
        "--target", metavar="|".join(_TARGETS), help=_("the fewest documents that prove so many points")
    )
    format_option(parser, _)
    parser.options.add_argument(
        "-o", metavar="OUT", dest="output", help=_("the file to write; otherwise standard output")
    )
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    file = required(asked.file, "FILE", _)
    category = category_named(required(asked.category, "-c/--category", _), _)
    output = one_of(asked.format, "--format", ("text", "json"), _)
    target = None if asked.target is None else int(one_of(asked.target, "--target", _TARGETS, _))
    on = day_named(asked.on, context.today, _)
    case = context.load_one(file)
    table = context.table(on)
    rules = table.categories[category]
    try:
        score = context.scorer(table).sheet(case.profile().facts_on(on), category, on)
    except InputError as error:
        raise InputError(error.problems, source=file) from None
    documents = load_documents(resources() / "reference" / "documents.yaml")
    found = checklist(score, documents, rules, target)
    as_data = output == "json"
    content = as_json(_data(found, score)) if as_data else as_text(list(_text(found, score, table, context)))
    context.write(content, asked.output)
    return DONE


def _data(found: Checklist, score: ScoreSheet) -> dict[str, object]:
    return {
        "table": score.table,
        "on": score.on.isoformat(),
        "category": score.category.value,
        "total": found.total,
        "target": found.target,
        "proven": found.proven,
        "reached": found.reached,
        "entries": [
            {
                "evidence": entry.mark,
                "criteria": list(entry.criteria),
                "gates": list(entry.gates),
                "points": entry.points,
                "waived_by": entry.waived_by,
                "title": _wording(entry.title),
                "documents": [_document(document) for document in entry.documents],
                "notes": [_wording(note) for note in entry.notes],
            }
            for entry in found.entries
        ],
        "without_documents": list(found.without_documents),
        "left_out": list(found.left_out),
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
    for sentence in (
        _("Supporting documents: {category}", category=long_name(score.category, _)),
        _("{table} ({id}), reference date {day}", table=_.wording(table.title), id=table.id, day=_.day(score.on)),
        _outcome(found, _),
    ):
        yield from indented(sentence, columns, first="")
    for entry in found.entries:
        yield ""
        yield from _entry(entry, rules, _, columns)
    yield from _rows(_("Nothing to file for:"), found.without_documents, rules, _, columns)
    yield from _rows(_("Counted, but not needed for this:"), found.left_out, rules, _, columns)
    yield ""
    notes = [
        _("These are the basic examples of the Immigration Services Agency; the office may ask for more."),
        future_notice(score.on, context.today, _),
        disclaimer(table, _),
    ]
    for note in notes:
        if note:
            yield from indented(note, columns, first="")


def _outcome(found: Checklist, _: Words) -> str:
    proven, total = _.points(found.proven), _.points(found.total)
    if found.target is None:
        return _("These documents prove all {total}.", total=total)
    target = _.points(found.target)
    if found.reached:
        return _(
            "These documents prove {proven} of {total}, enough for {target}.", proven=proven, total=total, target=target
        )
    return _("{target} cannot be proven: only {total} count. These are all the documents.", target=target, total=total)


def _entry(entry: Entry, rules: CategoryRules, _: Words, columns: int) -> Iterator[str]:
    title = _("{mark} {title} ({points})", mark=entry.mark, title=_.wording(entry.title), points=_.points(entry.points))
    yield from indented(title, columns, first="", other="   ")
    gates = {gate.id: _.wording(gate) for gate in rules.gates}
    for gate in entry.gates:
        yield from indented(_("Also proves: {condition}", condition=gates[gate]), columns, first="   ")
    if entry.waived_by:
        yield from indented(_("Not needed, since {mark} is filed.", mark=entry.waived_by), columns, first="   ")
        return
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
