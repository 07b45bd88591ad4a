"""The menus and the bar of the window."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, QSize, Qt
from PySide6.QtWidgets import QMainWindow, QMenu, QSizePolicy, QToolBar, QWidget

from hsp_calc.app.exports import Place, placed
from hsp_calc.gui.shell.actions import THEME_ACTIONS, Actions
from hsp_calc.gui.widgets.calendar import Calendar
from hsp_calc.gui.widgets.inputs import DateBox
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.parsing import NotUnderstoodError
from hsp_calc.text import N_, Language, Translator
from hsp_calc.text.typed import why_not_read

_LANGUAGES = tuple(f"language.{language.value}" for language in Language)
_FILE = ("new", "open", "save")
_TITLES = {
    "file": N_("&File"),
    "edit": N_("&Edit"),
    "view": N_("&View"),
    "tools": N_("&Tools"),
    "help": N_("&Help"),
    "recent": N_("Open &recent"),
    "papers": N_("More &documents"),
    "theme": N_("&Theme"),
}
_TOP = ("file", "edit", "view", "tools", "help")
_ICON = 18
_SHOWN_FOR = 20_000  # milliseconds
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
        for name, entries in _contents().items():
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


def _contents() -> dict[str, Sequence[str]]:
    """What each menu holds: actions, exports and menus by their names; an empty name is a line."""
    return {
        "file": (
            *("new", "open", "recent", "", "save", "save_as", "password", ""),
            *("import", *placed(Place.LISTS), ""),
            *(*placed(Place.BAR), "papers", *placed(Place.PRINT), ""),
            *("office", "", "quit"),
        ),
        "edit": (
            *("undo", "redo", ""),
            *(*placed(Place.EDIT), ""),
            *("scenario.add", "scenario.rename", "scenario.delete"),
        ),
        "view": (*_LANGUAGES, "", "theme", "", "present"),
        "tools": ("history", "periods", "pay", "", "reference_desk", "status_guide", "", "add_data", "data"),
        "help": ("open_sample", "", "sources", "about"),
        "theme": THEME_ACTIONS,
        "recent": (),
        "papers": (
            *(*placed(Place.FORMS), ""),
            *(*placed(Place.FORM_SETS), ""),
            *(*placed(Place.CHECKLIST), "checklist.memos", ""),
            *placed(Place.CLIENT),
        ),
    }


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
        self._words: Translator | None = None
        self._caption = Label()
        self._day = DateBox()
        self._day.setObjectName("reference_date")
        self._day.setCalendarPopup(True)
        self._day.setCalendarWidget(Calendar())
        self._day.setDisplayFormat("yyyy-MM-dd")
        self._day.setDateRange(_FIRST_DAY, _LAST_DAY)
        self._day.setDate(QDate(today.year, today.month, today.day))
        self._day.dateChanged.connect(lambda day: set_day(date(day.year(), day.month(), day.day())))
        self._day.typed.connect(set_day)
        self._day.refused.connect(self._refuse)
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
        output = ("present", *placed(Place.BAR))
        for name in output:
            self.addAction(actions[name])
        for name in (*_FILE, *_LANGUAGES, *output):
            self.widgetForAction(actions[name]).setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.widgetForAction(actions["export_pdf"]).setObjectName("primary")

    def show_day(self, day: date) -> None:
        """Show the reference date that is set elsewhere."""
        self._day.show_day(day)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._words = _
        self.setWindowTitle(_("Tools"))
        self._caption.setText(_("Reference date"))
        self._day.setAccessibleName(_("Reference date"))
        self._day.calendarWidget().setLocale(QLocale(_.language))

    def _refuse(self, error: NotUnderstoodError) -> None:
        """Say that what was typed is no day that can be looked at."""
        window, _ = self.window(), self._words
        if isinstance(window, QMainWindow) and _ is not None:
            shown = self._day.date()
            stays = _("The reference date stays {day}.", day=_.day(date(shown.year(), shown.month(), shown.day())))
            said = _("{first} {second}", first=why_not_read(error, _), second=stays)
            window.statusBar().showMessage(said, _SHOWN_FOR)
