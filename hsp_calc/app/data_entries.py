"""What is said of the rule tables and lists in use. Plain Python, no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from hsp_calc.app.active_data import DataInUse
from hsp_calc.app.checked_days import checked_days
from hsp_calc.reference.list_models import CarriedList
from hsp_calc.rules import RuleTable, Source
from hsp_calc.text import Translator, origin_notice
from hsp_calc.text.certainty import certainty_text
from hsp_calc.text.freshness import checked_label


@dataclass(frozen=True, slots=True)
class DataEntry:
    """A table or a list.

    Attributes:
        title: its name.
        lines: its dates, its source, and what else is to be known.
    """

    title: str
    lines: tuple[str, ...]


def table_entries(data: DataInUse, _: Translator) -> Iterator[DataEntry]:
    """The rule tables, the newest first."""
    for table in reversed(list(data.tables)):
        checked = _("checked on {day}", day=_.day(table.verified_on))
        lines = [f"{table.id} · {in_force(table, _)} · {checked}"]
        lines += _sources(data, table.sources, _)
        lines += [_.wording(table.caution)] if table.caution else []
        yield DataEntry(_.wording(table.title), _said(lines, origin_notice(table, _)))


def list_entries(data: DataInUse, _: Translator) -> Iterator[DataEntry]:
    """The lists of universities, and the notice of exams."""
    lists: list[CarriedList] = [*data.universities.lists, data.exams]
    for found in lists:
        dates = _("dated {day}", day=found.dated), _("checked on {day}", day=_.day(found.checked_on))
        lines = [" · ".join(dates), *_sources(data, [found.source], _)]
        yield DataEntry(_.wording(found.title), _said(lines, origin_notice(found, _)))


def checked_entries(data: DataInUse, _: Translator) -> Iterator[DataEntry]:
    """When each kind of data was last checked, the oldest day of its parts."""
    for kind, day in checked_days(data, None).items():
        yield DataEntry(checked_label(kind, _), (_("checked on {day}", day=_.day(day)),))


def source_entries(data: DataInUse, _: Translator) -> Iterator[DataEntry]:
    """Every source with its publisher, its address, the day on which it was read, and how sure it is."""
    for source in sorted(data.sources.sources.values(), key=lambda found: _.wording(found.title)):
        address = source.url or _("no address is recorded")
        checked = _("checked on {day}", day=_.day(source.checked_on))
        lines = (_.wording(source.publisher), address, f"{checked} · {certainty_text(source.sure, _)}")
        yield DataEntry(_.wording(source.title), lines)


def attributions(data: DataInUse, _: Translator) -> list[str]:
    """The words that the licences of the sources ask for, each once."""
    named = (source.attribution for source in data.sources.sources.values())
    return list(dict.fromkeys(_.wording(attribution) for attribution in named if attribution))


def in_force(table: RuleTable, _: Translator) -> str:
    """The days on which a table holds."""
    if table.until is None:
        return _("from {first} on", first=_.day(table.since))
    return _("{first} to {last}", first=_.day(table.since), last=_.day(table.until))


def _sources(data: DataInUse, names: list[str] | tuple[str, ...], _: Translator) -> list[str]:
    known = data.sources.sources
    return [_source(known[name], _) for name in names if name in known]


def _source(source: Source, _: Translator) -> str:
    return _("Source: {title}, {publisher}", title=_.wording(source.title), publisher=_.wording(source.publisher))


def _said(lines: list[str], notice: str | None) -> tuple[str, ...]:
    return (*lines, notice) if notice else tuple(lines)
