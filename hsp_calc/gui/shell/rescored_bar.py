"""``RescoredBar``: what changed for a case since it was scored by other rules."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from hsp_calc.casefile import Rescored
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import NoTableError, RuleTable, Tables, UnknownTableError
from hsp_calc.text import Translator, short_name


class RescoredBar(QFrame):
    """A notice over the sheet that can be put away."""

    def __init__(self, tables: Callable[[], Tables]) -> None:
        super().__init__()
        self.setObjectName("rescored")
        self.setProperty("role", "card")
        self._tables = tables
        self._rescored: Rescored | None = None
        self._text = Label(wrap=True)
        self._text.setObjectName("rescored.text")
        self._close = QToolButton()
        self._close.setObjectName("rescored.close")
        self._close.clicked.connect(self._put_away)
        row = QHBoxLayout(self)
        row.setContentsMargins(4 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        row.setSpacing(2 * GRID)
        row.addWidget(self._text, 1)
        row.addWidget(self._close)
        self.hide()

    def show_rescored(self, rescored: Rescored | None, _: Translator) -> None:
        """Say what changed; put the notice away if nothing did."""
        self._rescored = rescored
        self.retranslate(_)
        self.setVisible(rescored is not None)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._close.setText(_("Dismiss"))
        if self._rescored is not None:
            self._text.setText(_sentences(self._rescored, self._tables(), _))

    def _put_away(self) -> None:
        self._rescored = None
        self.hide()


def _sentences(found: Rescored, tables: Tables, _: Translator) -> str:
    """What changed, in a few sentences."""
    before, now = _table(tables, found.before.table), _table(tables, found.table)
    names = {
        "before": found.before.table if before is None else _.wording(before.title),
        "now": found.table if now is None else _.wording(now.title),
    }
    if found.corrected:
        sentences = [_("The rules “{now}” have been corrected since this case was saved.", now=names["now"])]
    else:
        sentences = [
            _("This case was saved with points under “{before}”; the window now calculates under “{now}”.", **names)
        ]
    if not found.rows:
        return " ".join([*sentences, _("Its points do not change.")])
    for category, (then, today) in found.totals.items():
        if then != today:
            category_name = short_name(category, _)
            sentences.append(
                _("{category}: {then} → {now}.", category=category_name, then=_.points(then), now=_.points(today))
            )
    table = now or before
    rows = []
    for change in found.rows:
        criterion = table.categories[change.category].criteria.get(change.row) if table is not None else None
        row = change.row if criterion is None else _.wording(criterion)
        name = f"{short_name(change.category, _)} {_.quoted(row)}"
        rows.append(_("{row} {then} → {now}", row=name, then=change.before, now=change.after))
    sentences.append(_("Rows whose points changed: {rows}.", rows=_.listed(rows)))
    return " ".join(sentences)


def _table(tables: Tables, name: str) -> RuleTable | None:
    try:
        return tables.named(name)
    except (NoTableError, UnknownTableError):
        return None
