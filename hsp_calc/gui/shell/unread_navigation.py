"""``UnreadNavigation``: the way to the input that a text was typed into which could not be read."""

from PySide6.QtWidgets import QMainWindow, QScrollArea

from hsp_calc.casefile import UnreadText
from hsp_calc.facts import Category
from hsp_calc.gui.pages.panels import Panels
from hsp_calc.gui.shell.sheet_tabs import SheetTabs
from hsp_calc.gui.shell.tool_window import ToolWindows
from hsp_calc.gui.widgets.inputs import TypedEdit

_PANELS = {"residence": "timeline", "condition": "timeline", "paper": "documents", "checklist": "documents"}
_DESK_PAGES = {
    "university": "desk.university",
    "enterprise": "desk.enterprise",
    "rd_year": "desk.research",
    "support": "desk.support",
}


class UnreadNavigation:
    """Opens the sheet, panel or window that an input stands on."""

    def __init__(self, window: QMainWindow, categories: SheetTabs, panels: Panels, tools: ToolWindows) -> None:
        self._window = window
        self._categories = categories
        self._panels = panels
        self._tools = tools

    def lead_to(self, text: UnreadText) -> TypedEdit | None:
        """Bring the input of a text into sight; None where it is not to be found."""
        name, _dot, part = text.field.partition(".")
        if text.fact is not None and part:
            self._categories.open(Category(part))
        elif name in _PANELS:
            self._panels.open(_PANELS[name])
        elif name == "guide":
            self._tools.open("status_guide", f"guide.{part.partition('.')[0]}")
        elif name in _DESK_PAGES:
            self._tools.open("reference_desk", _DESK_PAGES[name])
        for edit in self._window.findChildren(TypedEdit):
            if edit.field == text.field and edit.isVisible():
                _scroll_to(edit)
                return edit
        return None


def _scroll_to(edit: TypedEdit) -> None:
    parent = edit.parentWidget()
    while parent is not None:
        if isinstance(parent, QScrollArea):
            parent.ensureWidgetVisible(edit)
        parent = parent.parentWidget()
