"""The scorers of all tables carried, each made when it is first asked for."""

from datetime import date

from hsp_calc.engine import Scorer
from hsp_calc.rules import NoTableError, RuleTable, Tables


class Scorers:
    """A scorer for every day that has a table.

    Attributes:
        tables: the rule tables carried.
    """

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self._made: dict[str, Scorer] = {}

    def of(self, table: RuleTable) -> Scorer:
        """The scorer of a table."""
        if table.id not in self._made:
            self._made[table.id] = Scorer(table)
        return self._made[table.id]

    def on(self, day: date) -> Scorer:
        """The scorer of the table in force on a day.

        Raises:
            NoTableError: none is carried for it.
        """
        return self.of(self.tables.on(day))

    def on_or_none(self, day: date) -> Scorer | None:
        """The scorer of the table in force on a day; None where none is carried for it."""
        try:
            return self.on(day)
        except NoTableError:
            return None
