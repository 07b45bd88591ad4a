"""The window of the reference desk: a page for each question."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.gui.lookup.degrees_page import DegreesPage
from hsp_calc.gui.lookup.enterprise_page import EnterprisePage
from hsp_calc.gui.lookup.experience_page import ExperiencePage
from hsp_calc.gui.lookup.qualifications_page import QualificationsPage
from hsp_calc.gui.lookup.research_page import ResearchPage
from hsp_calc.gui.lookup.support_page import SupportPage
from hsp_calc.gui.lookup.university_page import UniversityPage
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.shell.tool_window import ToolWindow
from hsp_calc.text import Translator

NAME = "reference_desk"


def reference_desk(
    desk: AppData,
    editor: CaseSession,
    *,
    open_periods: Callable[[], None],
    history: Sequence[QAction],
    settings: Settings,
    parent: QWidget,
) -> ToolWindow:
    """Make the window.

    Args:
        desk: the data.
        editor: the case.
        open_periods: opens the periods of work.
        history: the actions undo and redo.
        settings: where its size is remembered.
        parent: the main window.
    """
    pages = (
        DegreesPage(desk, editor),
        ExperiencePage(desk, editor, open_periods),
        QualificationsPage(desk, editor),
        EnterprisePage(desk, editor),
        ResearchPage(desk, editor),
        SupportPage(desk, editor),
        UniversityPage(desk, editor),
    )
    return ToolWindow(NAME, _title, pages, history=history, settings=settings, parent=parent)


def _title(_: Translator) -> str:
    return _("Look-up")
