"""``ExperiencePage``: the periods of work as a chart, their totals, and how far it is to the next band (mark ②)."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.colors import Theme
from hsp_calc.app.data import AppData
from hsp_calc.app.lookup.work_periods_presenter import lane_of, spans_of
from hsp_calc.casefile import Case
from hsp_calc.facts import Category
from hsp_calc.gui.lookup.lookup_page import LookupPage
from hsp_calc.gui.lookup.lookup_widgets import tool_button
from hsp_calc.gui.lookup.work_periods_chart import SpanChart
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.text import Translator


class ExperiencePage(LookupPage):
    """The years of experience by category."""

    def __init__(self, desk: AppData, editor: CaseSession, open_periods: Callable[[], None]) -> None:
        """Make one.

        Args:
            desk: the data.
            editor: the case.
            open_periods: opens the periods of work.
        """
        super().__init__("desk.experience", desk, editor)
        self._title, self._lead = Label("section", wrap=True), Label("muted", wrap=True)
        self._chart = SpanChart("experience.chart")
        self._periods = tool_button("experience.periods", open_periods)
        self._legend = Label("muted", wrap=True)
        frame, column = card()
        for part in (self._title, self._lead, self._chart, self._legend):
            column.addWidget(part)
        column.addWidget(self._periods, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(frame)
        self._texts: dict[Category, tuple[Label, Label]] = {}
        for category in Category:
            frame, column = card(spacing=2)
            head, rest = Label("section", wrap=True), Label(wrap=True)
            head.setObjectName(f"experience.{category.value}")
            rest.setObjectName(f"experience.{category.value}.next")
            column.addWidget(head)
            column.addWidget(rest)
            self._texts[category] = head, rest
            self.body.addWidget(frame)
        self.setFocusProxy(self._periods)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("Experience ②")

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        self._title.setText(_("Years of experience by category"))
        self._legend.setText(
            _(
                "Boxes are the periods; the line beneath them is what counts, completed months in each unbroken "
                "stretch. Slanted lines lie after the reference date; a diamond is the day of the next band."
            )
        )
        self._periods.setText(_("Periods of work…"))

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._chart.set_theme(theme)

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show the periods of the case."""
        _, spans = self.words, spans_of(self.editor, self.words)
        self._chart.setVisible(spans is not None)
        self._legend.setVisible(spans is not None)
        if spans is None:
            self._lead.setText(_("No period of work is entered. With periods, the years are counted for every day."))
        else:
            self._lead.setText(_("As of {day}.", day=_.day(self.editor.day)))
            self._chart.show_spans(spans)
        for category, (head, rest) in self._texts.items():
            first, *others = lane_of(self.editor, category, _).sentences
            head.setText(first)
            rest.setText("\n".join(others))
            rest.setVisible(bool(others))

    def basis(self) -> str:
        """What counts, and who says so."""
        return self.help_on("experience_years")
