"""The statuses side by side, as rich text: a table where there is room, else a list. Plain Python, no Qt."""

from collections.abc import Iterable
from html import escape

from hsp_calc.app.colors import Theme
from hsp_calc.app.guide.citations import Citing
from hsp_calc.guide.benefits import Benefits, BenefitsColumn, BenefitsRow, Cell, Checked
from hsp_calc.text import Translator

_CHECKS = {True: ("✓", "good"), False: ("×", "bad"), None: ("？", "muted")}
_TITLES_WIDTH = 15  # percent


class Comparison:
    """The comparison of a case, to be written in either way."""

    def __init__(
        self, benefits: Benefits, own: BenefitsColumn | None, citing: Citing, theme: Theme, words: Translator
    ) -> None:
        """Have it to write.

        Args:
            benefits: the statuses side by side.
            own: the status that the person has, where it is one of them.
            citing: writes the statements.
            theme: the colours.
            words: the language.
        """
        self._benefits = benefits
        self._own = own
        self._citing = citing
        self._theme = theme
        self._words = words

    def table(self) -> str:
        """Side by side: a row for each benefit, a column for each status."""
        width = (99 - _TITLES_WIDTH) / len(self._benefits.columns)  # what is left is for the lines between
        head = "".join(
            f'<td width="{width:.1f}%" bgcolor="{self._ground(column)}"><b>{escape(self._named(column))}</b></td>'
            for column in self._benefits.columns
        )
        rows = "".join(self._row(row) for row in self._benefits.rows)
        return (
            f'<table width="100%" cellspacing="1" cellpadding="6" bgcolor="{self._theme.line}">'
            f'<tr><td width="{_TITLES_WIDTH}%" bgcolor="{self._theme.card}"></td>{head}</tr>{rows}</table>'
        )

    def _row(self, row: BenefitsRow) -> str:
        cells = "".join(
            f'<td valign="top" bgcolor="{self._ground(cell.column)}">{self._cell(cell)}</td>' for cell in row.cells
        )
        title = escape(self._words.wording(row.title))
        return f'<tr><td valign="top" bgcolor="{self._theme.card}"><b>{title}</b></td>{cells}</tr>'

    def listed(self) -> str:
        """One after another: beneath each benefit the statuses that the sources speak of."""
        return "".join(self._list_of(row) for row in self._benefits.rows)

    def _list_of(self, row: BenefitsRow) -> str:
        lines = "".join(
            f'<tr><td width="28%" valign="top" bgcolor="{self._ground(cell.column)}">'
            f"{escape(self._named(cell.column))}</td>"
            f'<td valign="top" bgcolor="{self._ground(cell.column)}">{self._cell(cell)}</td></tr>'
            for cell in row.cells
        )
        title = escape(self._words.wording(row.title))
        return (
            f'<table width="100%" cellspacing="1" cellpadding="5" bgcolor="{self._theme.line}" '
            f'style="margin-bottom:8px"><tr><td colspan="2" bgcolor="{self._theme.card}"><b>{title}</b></td></tr>'
            f"{lines}</table>"
        )

    def not_said(self) -> str:
        """What it means where a cell says that the sources are silent."""
        said = next((cell.said for row in self._benefits.rows for cell in row.cells if not cell.is_said), None)
        if said is None:
            return ""
        return f'<p style="margin:6px 0 0 0">{self._citing.said(said, self._silent(), "muted")}</p>'

    def _silent(self) -> str:
        _ = self._words
        return _("not stated")

    def _cell(self, cell: Cell) -> str:
        if not cell.is_said:
            return f'<span style="color:{self._theme.muted}">{escape(self._silent())}</span>'
        _, said = self._words, self._citing.said(cell.said) + "".join(self._conditions(cell.conditions))
        if cell.one_of:
            said += f'<p style="margin:4px 0 0 0">{escape(_("And one of these:"))}</p>'
        return said + "".join(self._conditions(cell.one_of))

    def _conditions(self, conditions: Iterable[Checked]) -> Iterable[str]:
        for condition in conditions:
            sign, role = _CHECKS[condition.met]
            color = getattr(self._theme, role)
            said = escape(self._words.wording(condition.said))
            yield f'<p style="margin:4px 0 0 0; color:{color}"><b>{sign}</b>&nbsp;{said}</p>'

    def _named(self, column: BenefitsColumn) -> str:
        _ = self._words
        title = _.wording(self._benefits.columns[column])
        return _("{status} (now)", status=title) if column is self._own else title

    def _ground(self, column: BenefitsColumn) -> str:
        return self._theme.accent_soft if column is self._own else self._theme.card
