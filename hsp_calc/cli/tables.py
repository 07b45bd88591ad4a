"""``tables``: the rule tables carried, and what changed between two."""

import sys
from collections.abc import Iterator, Sequence
from types import MappingProxyType

from hsp_calc.batch.table_query import table_query
from hsp_calc.cli.context import DONE, Context, as_json, as_text, origin_data
from hsp_calc.cli.terminal_width import terminal_width
from hsp_calc.cli.usage import Parser, UsageError, day_named, day_option, format_option, one_of
from hsp_calc.facts import Category
from hsp_calc.rules import RuleTable, TableChange, difference
from hsp_calc.rules.difference import ChangeKind
from hsp_calc.text import N_, Translator, long_name, short_name
from hsp_calc.text.columns import aligned, indented, padded

_ARGUMENTS = MappingProxyType({"list": 0, "show": 1, "diff": 2, "sql": 1})
_FIELDS = MappingProxyType(
    {
        "points": N_("points"),
        "evidence": N_("documents"),
        "when": N_("condition"),
        "requires": N_("required row"),
        "requires_facts": N_("required fact"),
        "excluded_by": N_("rows it cannot be combined with"),
        "ja": N_("wording"),
        "count": N_("how the rows count together"),
    }
)
_SIGNS = MappingProxyType({ChangeKind.ADDED: "+", ChangeKind.REMOVED: "-", ChangeKind.CHANGED: "~"})


def run(arguments: Sequence[str], context: Context) -> int:
    """List the tables, show one, or compare two."""
    _ = context.words
    about = _("The rule tables in the program: all, one in full, what changed between two, or one as a query.")
    parser = Parser("tables", about, _, operands="[list | show ID | diff ID ID | sql ID]")
    actions = "|".join(_ARGUMENTS)
    parser.arguments.add_argument("action", metavar=actions, nargs="?", default="list", help=_("what to do"))
    parser.arguments.add_argument(
        "ids", metavar="ID", nargs="*", help=_("the table to show or to write as SQL, or the two to compare")
    )
    day_option(parser, _)
    format_option(parser, _)
    asked = parser.read(arguments)
    if asked.help:
        parser.print_help()
        return DONE
    action = one_of(asked.action, "tables", _ARGUMENTS, _)
    as_data = one_of(asked.format, "--format", ("text", "json"), _) == "json"
    if len(asked.ids) != _ARGUMENTS[action]:
        raise UsageError(
            _.plural(
                "tables {action} takes {count} table id, not {given}.",
                "tables {action} takes {count} table ids, not {given}.",
                _ARGUMENTS[action],
                action=action,
                count=_ARGUMENTS[action],
                given=len(asked.ids),
            )
        )
    tables = [context.tables.named(table_id) for table_id in asked.ids]
    match action:
        case "list":
            content = as_json(_list_data(context)) if as_data else as_text(_list(context))
        case "show":
            content = as_json(_table_data(tables[0])) if as_data else as_text(list(_show(tables[0], context)))
        case "sql":
            on = day_named(asked.on, context.today, _)
            query = table_query(tables[0], on)
            content = as_json({"table": tables[0].id, "on": on.isoformat(), "sql": query}) if as_data else query
        case _:
            first, second = tables
            changes = list(difference(first, second))
            content = as_json(_change_data(changes)) if as_data else as_text(list(_diff(first, second, changes, _)))
    sys.stdout.write(content)
    return DONE


def _list_data(context: Context) -> list[dict[str, object]]:
    return [
        {
            "id": table.id,
            "title": {"ja": table.title.ja, "en": table.title.en},
            "from": table.since.isoformat(),
            "to": table.until and table.until.isoformat(),
            "verified_on": table.verified_on.isoformat(),
            "sources": list(table.sources),
            **origin_data(table),
        }
        for table in context.tables
    ]


def _list(context: Context) -> list[str]:
    _ = context.words
    return aligned(
        (
            table.id,
            _("{first} to {last}", first=table.since, last=table.until)
            if table.until
            else _("from {first} on", first=table.since),
            _.wording(table.title),
            _("checked on {day}", day=table.verified_on),
            "" if table.origin is None else _("your file {file}", file=table.origin),
        )
        for table in context.tables
    )


def _table_data(table: RuleTable) -> object:
    return table.model_dump(mode="json", by_alias=True, exclude_defaults=True)


def _show(table: RuleTable, context: Context) -> Iterator[str]:
    _, columns = context.words, terminal_width()
    yield _("{name} ({detail})", name=_.wording(table.title), detail=table.id)
    yield from (line for line in _list(context) if line.startswith(f"{table.id} "))
    if table.caution:
        yield from indented(_.wording(table.caution), columns, first="")
    yield _("Sources:")
    for source_id in table.sources:
        source = context.sources.sources[source_id]
        said = _("{name} ({detail})", name=_.wording(source.title), detail=_.wording(source.publisher))
        yield from indented(f"{said} {source.url or ''}".rstrip(), columns, first="  ・ ")
    for category in Category:
        yield ""
        yield f"■ {long_name(category, _)}"
        for gate in table.categories[category].gates:
            yield from indented(_("Condition: {condition}", condition=_.wording(gate)), columns, first="  ")
        for section in table.categories[category].sections:
            yield f"  {_.wording(section)}"
            for block in section.blocks:
                for row in block.criteria:
                    points = padded(str(row.points), 6, right=True)
                    yield from indented(" ".join([_.wording(row), *row.evidence]), columns, first=f"{points}  ")


def _change_data(changes: Sequence[TableChange]) -> list[dict[str, object]]:
    return [
        {
            "category": change.category.value,
            "id": change.id,
            "kind": change.kind.value,
            "fields": list(change.fields),
            "before": change.before,
            "after": change.after,
        }
        for change in changes
    ]


def _diff(first: RuleTable, second: RuleTable, changes: Sequence[TableChange], _: Translator) -> Iterator[str]:
    columns = terminal_width()
    yield _("From {first} to {second}:", first=first.id, second=second.id)
    if not changes:
        yield _("Nothing changed.")
    for category in Category:
        own = [change for change in changes if change.category is category]
        if own:
            yield ""
            yield short_name(category, _)
        for change in own:
            text = _("{name} ({detail})", name=_name(change, first, second, _), detail=_what(change, _))
            yield from indented(text, columns, first=f"  {_SIGNS[change.kind]} ")


def _name(change: TableChange, first: RuleTable, second: RuleTable, _: Translator) -> str:
    """The words of what changed, as the table has them in which it stands last."""
    for rules in (second.categories[change.category], first.categories[change.category]):
        gates = {gate.id: _.wording(gate) for gate in rules.gates}
        rows = {row.id: _.wording(row) for row in rules.criteria.values()}
        if name := rows.get(change.id) or gates.get(change.id):
            return name
    return change.id


def _what(change: TableChange, _: Translator) -> str:
    match change.kind:
        case ChangeKind.ADDED:
            return _("new") if change.after is None else _("new, {points}", points=_.points(change.after))
        case ChangeKind.REMOVED:
            return _("removed") if change.before is None else _("removed, {points}", points=_.points(change.before))
        case ChangeKind.CHANGED:
            said = [_(_FIELDS[field]) for field in change.fields if field != "points"]
            if "points" in change.fields:
                said.insert(0, _("{before} → {after} points", before=change.before, after=change.after))
            return _("changed: {what}", what=_.listed(said))
