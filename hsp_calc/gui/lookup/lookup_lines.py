"""``LookupLines``: on a sheet, what was chosen at the reference desk, and the buttons that open it at its page."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.facts import Category
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator, fact_label

PAGES = {
    "degrees": "desk.degrees",
    "licenses": "desk.qualifications",
    "sme": "desk.enterprise",
    "rd_ratio_over_3pct": "desk.research",
    "designated_university": "desk.university",
    "innovation_support": "desk.support",
    "local_government_support": "desk.support",
    "growth_project": "desk.support",
}
"""The page of the desk that each fact is looked up on."""
_SECTIONS = {
    "degrees": "titles",
    "licenses": "qualifications",
    "sme": "enterprise",
    "rd_ratio_over_3pct": "rd_year",
    "designated_university": "university",
    "innovation_support": "support_measures",
    "local_government_support": "support_measures",
    "growth_project": "support_measures",
}
"""The section of a case with what was chosen there."""
_ON_THE_FORM = frozenset({"sme", "rd_ratio_over_3pct", "designated_university"})
"""The facts of which the form asks for more than a tick."""


class DeskLine(QWidget):
    """A line beneath an input."""

    def __init__(self, fact: str, look_up: Callable[[], None]) -> None:
        super().__init__()
        self.fact = fact
        self._kept = Label("muted", wrap=True)
        self._kept.setObjectName(f"kept.{fact}")
        self._kept.hide()
        self._button = QToolButton()
        self._button.setObjectName(f"look_up.{fact}")
        self._button.setProperty("role", "tool")
        self._button.clicked.connect(lambda _checked: look_up())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * GRID)
        layout.addWidget(self._kept, 1)
        layout.addStretch()
        layout.addWidget(self._button)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._button.setText(_("Look up…"))
        name = _("Look up: {subject}", subject=fact_label(self.fact, _))
        self._button.setAccessibleName(name)
        self._button.setToolTip(plain(_("Opens the look-up")))

    def show_kept(self, text: str, *, look: bool = False) -> None:
        """Show what was chosen.

        Args:
            text: in words; empty for nothing.
            look: whether it asks to be looked at.
        """
        self._kept.setText(text)
        self._kept.set_role("warn" if look else "muted")
        self._kept.setVisible(bool(text))


class LookupLines:
    """The lines of a sheet."""

    def __init__(self, desk: AppData, category: Category, open_page: Callable[[str], None]) -> None:
        """Make none yet.

        Args:
            desk: the data.
            category: the sheet.
            open_page: opens the reference desk at a page.
        """
        self._desk = desk
        self._category = category
        self._open_page = open_page
        self._lines: list[DeskLine] = []

    def make(self, fact: str) -> DeskLine | None:
        """A line for a fact; None where it is not looked up."""
        if fact not in PAGES:
            return None
        line = DeskLine(fact, lambda: self._open_page(PAGES[fact]))
        self._lines.append(line)
        return line

    def show(self, editor: CaseSession, _: Translator) -> None:
        """Show what the case keeps."""
        case = editor.case
        on_the_form = case.form is not None or case.rd_year is not None
        for line in self._lines:
            text, look = ("", False)
            if getattr(case, _SECTIONS[line.fact]) is not None:
                text, look = _text(line.fact, editor, self._desk, _)
            lacks = []
            if line.fact in _ON_THE_FORM and (getattr(editor.facts, line.fact) is True or on_the_form):
                lacks = _lacks(line.fact, editor, self._category, _)
            line.show_kept("\n".join(filter(None, (text, *lacks))), look=look or bool(lacks))

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        for line in self._lines:
            line.retranslate(_)


def _lacks(fact: str, editor: CaseSession, category: Category, _: Translator) -> list[str]:
    from hsp_calc.app.lookup.entry_texts import form_lacks  # noqa: PLC0415  # as below

    return form_lacks(fact, editor, category, _)


def _text(fact: str, editor: CaseSession, desk: AppData, _: Translator) -> tuple[str, bool]:
    from hsp_calc.app.lookup.entry_texts import kept_text  # noqa: PLC0415  # the lists take long to import

    return kept_text(fact, editor, desk, _)
