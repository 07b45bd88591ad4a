"""The rule tables carried, and the choice of one by its name or by a day."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cached_property

from hsp_calc.rules.table_model import RuleTable
from hsp_calc.validation import InputError, Problem, nearest


class NoTableError(LookupError):
    """No verified table is carried for a day.

    Attributes:
        day: the day asked for.
        covered: the first and last days of the tables that are carried; None as the last while one is in force.
    """

    def __init__(self, day: date, covered: Iterable[tuple[date, date | None]]) -> None:
        self.day = day
        self.covered = tuple(covered)
        super().__init__(f"no rule table for {day}")


class UnknownTableError(LookupError):
    """No table has this id.

    Attributes:
        id: the id asked for.
        known: the ids that there are.
        nearest: the one most like it, if any is.
    """

    def __init__(self, table_id: str, known: Iterable[str]) -> None:
        self.id = table_id
        self.known = tuple(known)
        self.nearest = nearest(table_id, self.known)
        super().__init__(f"no rule table {table_id!r}")


class DeferredTable:
    """A table of which only the name and the days are known until it is asked for.

    Attributes:
        id: its name.
        since: its first day.
        until: its last day; None while it is in force.
    """

    def __init__(self, table_id: str, since: date, until: date | None, make: Callable[[], RuleTable]) -> None:
        self.id, self.since, self.until = table_id, since, until
        self._make = make

    @cached_property
    def table(self) -> RuleTable:
        """The whole table, read when it is first asked for."""
        return self._make()


class Tables:
    """Rule tables in the order of their first days; no two hold on the same day."""

    def __init__(self, tables: Iterable[RuleTable | DeferredTable]) -> None:
        """Order them.

        Raises:
            InputError: two tables have the same id, or hold on the same day.
        """
        self._tables = tuple(sorted(tables, key=lambda table: table.since))
        problems = []
        for earlier, later in zip(self._tables, self._tables[1:], strict=False):
            if earlier.until is None or earlier.until >= later.since:
                params = {"ids": [earlier.id, later.id], "day": later.since}
                problems.append(Problem("tables_overlap", (later.id, "from"), params))
        ids = [table.id for table in self._tables]
        problems += [
            Problem("duplicate_id", (name, "id"), {"id": name}) for i, name in enumerate(ids) if name in ids[:i]
        ]
        if problems:
            raise InputError(problems)

    def __iter__(self) -> Iterator[RuleTable]:
        return map(_whole, self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def on(self, day: date) -> RuleTable:
        """The table in force on a day.

        Raises:
            NoTableError: none is carried for it; a neighbour is never taken in its place.
        """
        for table in self._tables:
            if table.since <= day and (table.until is None or day <= table.until):
                return _whole(table)
        raise NoTableError(day, self._covered())

    def named(self, table_id: str) -> RuleTable:
        """The table with an id.

        Raises:
            UnknownTableError: there is none.
        """
        for table in self._tables:
            if table.id == table_id:
                return _whole(table)
        raise UnknownTableError(table_id, (table.id for table in self._tables))

    @property
    def first_day(self) -> date:
        """The first day that has a table."""
        return self._tables[0].since

    def _covered(self) -> list[tuple[date, date | None]]:
        """The stretches of days that have a table; tables that follow on each other are one stretch."""
        found: list[tuple[date, date | None]] = []
        for table in self._tables:
            last = found[-1][1] if found else None
            if last is not None and last + timedelta(days=1) == table.since:
                found[-1] = (found[-1][0], table.until)
            else:
                found.append((table.since, table.until))
        return found


def _whole(table: RuleTable | DeferredTable) -> RuleTable:
    return table.table if isinstance(table, DeferredTable) else table
