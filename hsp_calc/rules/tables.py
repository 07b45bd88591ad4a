"""The rule tables carried, and the choice of one by its name or by a day."""

from collections.abc import Iterable, Iterator
from datetime import date

from hsp_calc.problems import InputError, Problem, nearest
from hsp_calc.rules.model import RuleTable


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


class Tables:
    """Rule tables in the order of their first days; no two hold on the same day."""

    def __init__(self, tables: Iterable[RuleTable]) -> None:
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
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def on(self, day: date) -> RuleTable:
        """The table in force on a day.

        Raises:
            NoTableError: none is carried for it; a neighbour is never taken in its place.
        """
        for table in self._tables:
            if table.since <= day and (table.until is None or day <= table.until):
                return table
        raise NoTableError(day, ((table.since, table.until) for table in self._tables))

    def named(self, table_id: str) -> RuleTable:
        """The table with an id.

        Raises:
            UnknownTableError: there is none.
        """
        for table in self._tables:
            if table.id == table_id:
                return table
        raise UnknownTableError(table_id, (table.id for table in self._tables))
