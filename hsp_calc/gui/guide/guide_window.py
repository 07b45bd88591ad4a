"""The window of the status guide."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hsp_calc.app.guide.guide_presenter import GuidePresenter
from hsp_calc.gui.guide.activity_page import ActivityPage
from hsp_calc.gui.guide.benefits_page import BenefitsPage
from hsp_calc.gui.guide.employer_page import EmployerPage
from hsp_calc.gui.guide.guide_page import GuidePage
from hsp_calc.gui.guide.hours_page import HoursPage
from hsp_calc.gui.guide.underlying_page import UnderlyingPage
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.shell.tool_window import ToolWindow
from hsp_calc.output.guide_pdf import GuidePaper

if TYPE_CHECKING:
    from hsp_calc.gui.shell.file_actions import FileActions

NAME = "status_guide"


def status_guide(
    inquiry: GuidePresenter,
    *,
    history: Sequence[QAction],
    settings: Settings,
    parent: QWidget,
    files: "FileActions",
    write: Callable[[GuidePaper], object],
) -> ToolWindow:
    """Make the window.

    Args:
        inquiry: the answers and what they come to.
        history: the actions undo and redo.
        settings: where its size is remembered.
        parent: the main window.
        files: ask where to write.
        write: saves a page as PDF.
    """
    asking: dict[GuidePaper, GuidePage] = {
        GuidePaper.UNDERLYING: UnderlyingPage(inquiry),
        GuidePaper.ACTIVITY: ActivityPage(inquiry),
        GuidePaper.BENEFITS: BenefitsPage(inquiry),
    }
    for paper, page in asking.items():
        page.offer_paper(partial(write, paper))
    pages = (
        asking[GuidePaper.UNDERLYING],
        asking[GuidePaper.ACTIVITY],
        HoursPage(inquiry, files, partial(write, GuidePaper.HOURS)),
        asking[GuidePaper.BENEFITS],
        EmployerPage(inquiry, partial(write, GuidePaper.EMPLOYER)),
    )
    return ToolWindow(NAME, lambda _: _("Status guide"), pages, history=history, settings=settings, parent=parent)
