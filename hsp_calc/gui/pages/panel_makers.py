"""The panels beside the sheets, in the order of their tabs; each is imported when it is first opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from hsp_calc.app.session_context import SessionContext
from hsp_calc.gui.pages.panels import Panel, PanelMaker, TextPanel
from hsp_calc.gui.shell.worker import Worker
from hsp_calc.text import N_

if TYPE_CHECKING:
    from hsp_calc.app.plan_presenter import PlanPresenter


@dataclass(frozen=True)
class PanelMakers:
    """What makes the panels.

    Attributes:
        context: the case and what surrounds it.
        why_page: makes the reasons as rich text.
        compare_page: makes the comparison as rich text.
        form_pages: gives what makes the pages of the point form as SVG.
        worker: makes what takes long.
        list_actions: what can be done with the list of papers.
        form_actions: what can be done with the form.
    """

    context: SessionContext
    why_page: Callable[[], str]
    compare_page: Callable[[], str]
    form_pages: Callable[[], Callable[[], list[bytes]]]
    worker: Worker
    list_actions: Sequence[QAction]
    form_actions: Sequence[QAction]

    @property
    def makers(self) -> Sequence[PanelMaker]:
        """The panels."""
        return (
            PanelMaker("why", N_("Why"), lambda: TextPanel("why", self.why_page)),
            PanelMaker("documents", N_("Documents"), self._documents),
            PanelMaker("advice", N_("Advice"), self._advice),
            PanelMaker("timeline", N_("Timeline"), self._timeline),
            PanelMaker("compare", N_("Compare"), lambda: TextPanel("compare", self.compare_page)),
            PanelMaker("form_preview", N_("Form"), self._form_preview),
        )

    @cached_property
    def _planner(self) -> "PlanPresenter":
        from hsp_calc.app.plan_presenter import PlanPresenter  # noqa: PLC0415  # as said above

        return PlanPresenter(self.context.data, self.context.session)

    def _documents(self) -> Panel:
        from hsp_calc.gui.pages.documents.documents_panel import DocumentsPanel  # noqa: PLC0415  # as said above

        return DocumentsPanel(self.context, self.list_actions)

    def _advice(self) -> Panel:
        from hsp_calc.gui.pages.plan.advice_panel import AdvicePanel  # noqa: PLC0415  # as said above

        return AdvicePanel(self._planner, self.context)

    def _timeline(self) -> Panel:
        from hsp_calc.gui.pages.plan.timeline_panel import TimelinePanel  # noqa: PLC0415  # as said above

        return TimelinePanel(self._planner, self.context)

    def _form_preview(self) -> Panel:
        from hsp_calc.gui.pages.form_preview import FormPreview  # noqa: PLC0415  # as said above

        return FormPreview(self.form_pages, self.worker, self.form_actions)
