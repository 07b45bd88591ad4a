"""The menus and the bar of the window."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from hsp_calc.gui.shell.actions import THEME_ACTIONS, Actions
from hsp_calc.gui.widgets.calendar import Calendar
from hsp_calc.gui.widgets.inputs import DateBox
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.text import N_, Language, Translator

_LANGUAGES = tuple(f"language.{language.value}" for language in Language)
_FILE = ("new", "open", "save")
_OUTPUT = ("present", "export_pdf")
CHECKLIST = ("checklist.pdf", "checklist.csv", "checklist.xlsx", "checklist.print")
"""What is made of the papers of an application."""
PAPERS = (
    "form.ja",
    "form.en",
    "form.bilingual",
    "",
    "form_set.points_80",
    "form_set.points_70",
    "",
    *CHECKLIST,
    "checklist.memos",
    "",
    "summary",
    "workbook",
)
"""What is written besides the form of the bar; an empty name is a line."""
_TITLES = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "tools": N_("&Tools"),
    "help": N_("&Help"),
    "recent": N_("Open &recent"),
    "papers": N_("More &papers"),
    "theme": N_("&Theme"),
}
_CONTENTS = {
    "file": (
        "new",
        "open",
        "recent",
        "",
        "save",
        "save_as",
        "password",
        "",
        "import",
        "export_facts",
        "template",
        "",
        "export_pdf",
        "papers",
        "print",
        "",
        "office",
        "",
        "quit",
    ),
    "edit": (
        "undo",
        "redo",
        "",
        "copy_text",
        "copy_form",
        "",
        "scenario.add",
        "scenario.rename",
        "scenario.delete",
    ),
    "view": (*_LANGUAGES, "", "theme", "", "present"),
    "tools": ("history", "periods", "pay", "", "reference_desk", "status_guide", "", "add_data", "data"),
    "help": ("open_sample", "", "sources", "about"),
    "theme": THEME_ACTIONS,
    "recent": (),
    "papers": PAPERS,
}
_TOP = ("file", "edit", "view", "tools", "help")
_ICON = 18
_FIRST_DAY, _LAST_DAY = QDate(1990, 1, 1), QDate(2100, 12, 31)


class Menus:
    """The menus.

    Attributes:
        recent: the files last used, to be filled when it is opened.
    """

    def __init__(self, window: QMainWindow, actions: Actions) -> None:
        self._menus = {name: QMenu(window) for name in _TITLES}
        self.recent = self._menus["recent"]
        for name in _TOP:
            window.menuBar().addMenu(self._menus[name])
        for name, entries in _CONTENTS.items():
            for entry in entries:
                if not entry:
                    self._menus[name].addSeparator()
                elif entry in self._menus:
                    self._menus[name].addMenu(self._menus[entry])
                else:
                    self._menus[name].addAction(actions[entry])

    def retranslate(self, _: Translator) -> None:
        """Say them in another language."""
        for name, title in _TITLES.items():
            self._menus[name].setTitle(_(title))


class ToolBar(QToolBar):
    """What is needed most: the file, the reference date, the language, the presentation and the export."""

    def __init__(self, actions: Actions, today: date, set_day: Callable[[date], None]) -> None:
        """Make the bar.

        Args:
            actions: what it offers.
            today: the reference date at first.
            set_day: takes another.
        """
        super().__init__()
        self.setObjectName("bar")
        self.setMovable(False)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(_ICON, _ICON))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._caption = Label()
        self._day = DateBox()
        self._day.setObjectName("reference_date")
        self._day.setCalendarPopup(True)
        self._day.setCalendarWidget(Calendar())
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setDateRange(_FIRST_DAY, _LAST_DAY)
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._day.dateChanged.connect(lambda day: set_day(date(day.year(), day.month(), day.day())))
        self._caption.setBuddy(self._day)
        for name in _FILE:
            self.addAction(actions[name])
        self.addSeparator()
        self.addWidget(self._caption)
        self.addWidget(self._day)
        spacer = QWidget()
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        for name in _LANGUAGES:
            self.addAction(actions[name])
        self.addSeparator()
        for name in _OUTPUT:
            self.addAction(actions[name])
        for name in (*_FILE, *_LANGUAGES, *_OUTPUT):
            self.widgetForAction(actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.widgetForAction(actions["export_pdf"]).setObjectName("primary")

    def show_day(self, day: date) -> None:
        """Show the reference date that is set elsewhere."""
        self._day.blockSignals(True)
        self._day.setDate(QDate(day.year, day.month, day.day))
        self._day.blockSignals(False)

    def retranslate(self, _: Translator) -> None:
        """Say it in another language."""
        self.setWindowTitle(_("Tools"))
        self._caption.setText(_("Reference date"))
        self._day.setAccessibleName(_("Reference date"))
        self._day.calendarWidget().setLocale(QLocale(_.language))
