"""``MainWindow``: the sheets of the three categories on the left, what they come to on the right."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.checked_days import checked_days
from hsp_calc.app.colors import THEMES, Theme
from hsp_calc.app.comparison import compare_page
from hsp_calc.app.data import AppData
from hsp_calc.app.exports import Place, export_named, placed
from hsp_calc.app.session_context import SessionContext
from hsp_calc.app.unread_texts import UnreadTexts
from hsp_calc.casefile import Case, UnreadText
from hsp_calc.control_characters import visible
from hsp_calc.facts import Category
from hsp_calc.gui.autosave.crash_recovery import CrashRecovery
from hsp_calc.gui.dialogs.case_dialogs import CaseDialogs
from hsp_calc.gui.lookup.lookup_lines import PAGES, LookupLines
from hsp_calc.gui.pages.category_page import CategoryPage
from hsp_calc.gui.pages.panel_makers import PanelMakers
from hsp_calc.gui.pages.panels import Panels
from hsp_calc.gui.shell import fonts, qt_translations
from hsp_calc.gui.shell.actions import Actions
from hsp_calc.gui.shell.export_actions import ExportActions
from hsp_calc.gui.shell.file_actions import FileActions
from hsp_calc.gui.shell.help_popup import HelpPopup
from hsp_calc.gui.shell.list_actions import ListActions
from hsp_calc.gui.shell.menus import Menus, ToolBar
from hsp_calc.gui.shell.own_data import OwnData
from hsp_calc.gui.shell.rescored_bar import RescoredBar
from hsp_calc.gui.shell.result_panel import ResultPanel
from hsp_calc.gui.shell.scenario_bar import ScenarioBar
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.shell.sheet_tabs import SheetTabs
from hsp_calc.gui.shell.tool_window import ToolWindow, ToolWindows
from hsp_calc.gui.shell.unread_guard import UnreadGuard
from hsp_calc.gui.shell.unread_navigation import UnreadNavigation
from hsp_calc.gui.shell.what_if_bar import WhatIfBar
from hsp_calc.gui.shell.window_fitting import first_size
from hsp_calc.gui.shell.worker import Worker
from hsp_calc.gui.widgets import theme as themes
from hsp_calc.gui.widgets.applicant_card import ApplicantCard
from hsp_calc.gui.widgets.inputs import TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.rules import RuleTable
from hsp_calc.text import Language, Translator, describe, describe_no_table, disclaimer_sentences, stale_notice
from hsp_calc.validation import InputError

if TYPE_CHECKING:
    from hsp_calc.gui.dialogs.form_check_dialog import Mend

_SMALLEST = (960, 620)
_FIRST = (1280, 800)
_PANELS_WIDTH = 384
_ROOMY = 760


class MainWindow(QMainWindow):
    """The window.

    Attributes:
        editor: the case in it.
        unread_texts: where its inputs keep what is not read.
        words: what it is said with.
        own_data: the rule tables and lists of the user.
        worker: runs what takes long.
        context: the case and what surrounds it, as every page and panel is given it.
        exports: what leaves the window.
        safe: keeps its unsaved work.
        tools: the windows beside it.
    """

    def __init__(
        self, desk: AppData, settings: Settings, *, language: str, today: date, recovery: Path | None = None
    ) -> None:
        """Make the window, empty.

        Args:
            desk: the data it works with.
            settings: what it remembers.
            language: the language it starts in.
            today: the day it starts on.
            recovery: the folder for copies of unsaved work; None keeps none.
        """
        super().__init__()
        self._desk = desk
        self._settings = settings
        self._anew = True
        self._closing = False
        self.words = Translator.load(language)
        self.editor = CaseSession(desk.tables, today)
        self.unread_texts = UnreadTexts(self.editor)
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        self.resize(first_size(self, QSize(*_FIRST)))
        self.actions_ = Actions(self)
        self.worker = Worker(self)
        self._unread = UnreadGuard(self, self.editor, lambda: self.words, self._lead_to)
        self.files = FileActions(
            self, self.editor, settings, lambda: self.words, unread=self._unread, worker=self.worker
        )
        self._explainer = HelpPopup(desk, self.editor, lambda: self.words)
        self._tools = CaseDialogs(
            desk, self.editor, (self.actions_["undo"], self.actions_["redo"]), lambda: self.words, self
        )
        self.context = SessionContext(
            desk,
            self.editor,
            lambda: self.category,
            lambda: self.words,
            self.files.export,
            ask_since=self._tools.since,
            ask_earlier=self._tools.earlier,
        )
        self.exports = ExportActions(
            self, self.files, self.worker, self._unread, subject=self.context.export_subject, lead_to=self._mend
        )
        self._exchange = ListActions(self, self.editor, self.files, settings, lambda: self.words)
        self.own_data = OwnData(self, self.editor, desk, lambda: self.words)
        self.safe = CrashRecovery(self, self.editor, self.files, lambda: self.words, recovery)
        self.tools = ToolWindows(self._tool_windows())
        self._dress(language)
        self._build()
        self._connect()
        self._apply_theme()
        self.editor.listen(self._show)
        self.set_language(language)
        self._restore()
        self._applicant.setFocus()

    def _dress(self, language: str) -> None:
        """Give the program its fonts and colours before there are parts: afterwards each would be styled anew."""
        if isinstance(application := QApplication.instance(), QApplication):
            fonts.speak(language, application)
            themes.apply(self.theme, application)

    # Parts -----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._menus = Menus(self, self.actions_)
        self._bar = ToolBar(self.actions_, self.editor.today, self.editor.set_day)
        self.addToolBar(self._bar)
        self._applicant = ApplicantCard()
        self._categories = SheetTabs(self._sheet)
        self._result = ResultPanel()
        panels = PanelMakers(
            self.context,
            why_page=self._why_page,
            compare_page=self._compare_page,
            form_pages=self._form_pages,
            worker=self.worker,
            list_actions=[self.actions_[name] for name in placed(Place.CHECKLIST)],
            form_actions=[self.actions_[name] for name in ("copy_form", "print")],
        )
        self._panels = Panels(panels.makers)
        self._rescored = RescoredBar(lambda: self._desk.tables)
        self._what_if = WhatIfBar(self.editor, lambda: self.editor.today, lambda: self.words)
        self._scenarios = ScenarioBar(self.editor, self.actions_, lambda: self.words)
        self._way = UnreadNavigation(self, self._categories, self._panels, self.tools)
        self._lay_out()

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(3 * GRID, 3 * GRID, GRID, 0)
        column.setSpacing(2 * GRID)
        for part in (self.own_data.notice, self._rescored, self._applicant, self._scenarios):
            column.addWidget(part)
        column.addWidget(self._categories, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(GRID, 3 * GRID, 3 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        column.addWidget(self._result)
        column.addWidget(self._panels, 1)
        right.setMinimumWidth(_PANELS_WIDTH)
        left.setMinimumWidth(520)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setObjectName("splitter")
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(left)
        self._splitter.addWidget(right)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 2)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._what_if)
        column.addWidget(self._splitter, 1)
        self.setCentralWidget(whole)
        self._status = Label("muted")
        self._saved = Label("muted")
        self.statusBar().setContentsMargins(3 * GRID, 0, 3 * GRID, 0)
        self.statusBar().addWidget(self._status, 1)
        self.statusBar().addPermanentWidget(self._unread.mark)
        self.statusBar().addPermanentWidget(self._saved)
        self.statusBar().setSizeGripEnabled(False)

    def _tool_windows(self) -> dict[str, Callable[[], ToolWindow]]:
        """What makes each of the windows beside this one; the imports wait until it is opened."""
        return {"reference_desk": self._reference_desk, "status_guide": self._status_guide}

    def _reference_desk(self) -> ToolWindow:
        from hsp_calc.gui.lookup.lookup_window import reference_desk  # noqa: PLC0415  # it waits until it is opened

        history = (self.actions_["undo"], self.actions_["redo"])
        return reference_desk(
            self._desk,
            self.editor,
            open_periods=self._tools.periods,
            history=history,
            settings=self._settings,
            parent=self,
        )

    def _status_guide(self) -> ToolWindow:
        from hsp_calc.app.guide.guide_presenter import GuidePresenter  # noqa: PLC0415  # see above
        from hsp_calc.gui.guide.guide_window import status_guide  # noqa: PLC0415  # see above

        return status_guide(
            GuidePresenter(self.context),
            history=(self.actions_["undo"], self.actions_["redo"]),
            settings=self._settings,
            parent=self,
            files=self.files,
            write=lambda page: self.exports.run(f"guide.{page}"),
        )

    def _connect(self) -> None:
        act = self.actions_
        act.connect("new", self.files.new)
        act.connect("open", self.files.open)
        act.connect("save", partial(self._save, self.files.save))
        act.connect("save_as", partial(self._save, self.files.save_as))
        self._tools.connect(act)
        self._exchange.connect(act)
        act.connect("reference_desk", partial(self.tools.open, "reference_desk"))
        self.own_data.connect(act)
        act.connect("password", self.files.protect)
        act.connect("open_sample", self.files.open_sample)
        act.connect("quit", self.close)
        act.connect("undo", self._undo)
        act.connect("redo", self._redo)
        act.connect("about", self._about)
        act.connect("sources", self._sources)
        for language in Language:
            act.connect(f"language.{language.value}", partial(self.set_language, language))
        self.exports.connect(act)
        act.connect("present", self._present)
        act.connect("status_guide", partial(self.tools.open, "status_guide"))
        self._result.guide_asked.connect(partial(self.tools.open, "status_guide", "guide.underlying"))
        for name in ("system", "light", "dark", "contrast"):
            act.connect(f"theme.{name}", partial(self.set_theme, "" if name == "system" else name))
        self._applicant.entered.connect(self.editor.set_applicant)
        self._applicant.help_asked.connect(self._explainer.fact)
        self._menus.recent.aboutToShow.connect(lambda: self.files.fill_recent(self._menus.recent))
        self._categories.currentChanged.connect(lambda _index: self._show_category())
        self._result.category_asked.connect(self._categories.open)
        self.files.opened.connect(self._opened)
        self.worker.changed.connect(self._close_if_asked)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            # Methods, which end with the window; a function would keep it from being thrown away.
            application.focusChanged.connect(self._finish_entry)
            application.styleHints().colorSchemeChanged.connect(self._follow_system)

    # Language and theme ----------------------------------------------------------------------------------------

    def set_language(self, language: str) -> None:
        """Say everything in another language, at once; nothing that was entered changes."""
        _ = self.words = Translator.load(language)
        self._settings.language = str(language)
        if isinstance(application := QApplication.instance(), QApplication):
            qt_translations.speak(language, application)
            fonts.speak(language, application)
        self.actions_[f"language.{language}"].setChecked(True)
        self.actions_.retranslate(_)
        for part in (self._menus, self._bar, self._applicant, self._categories, self._panels):
            part.retranslate(_)
        for own in (self._scenarios, self._rescored, self.own_data, self.safe, self.tools):
            own.retranslate(_)
        self._show()

    def set_theme(self, name: str) -> None:
        """Take another theme: ``light``, ``dark``, or empty to follow the system."""
        self._settings.theme = name
        self._apply_theme()
        self._show()

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return THEMES.get(self._settings.theme) or themes.system_theme()

    def _follow_system(self, _scheme: Qt.ColorScheme) -> None:
        """The system took another theme."""
        self._apply_theme()

    def _apply_theme(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            themes.apply(self.theme, application)
        self.actions_[f"theme.{self._settings.theme or 'system'}"].setChecked(True)
        for part in (self.actions_, self._result, self._applicant, self._categories, self._panels, self.tools):
            part.set_theme(self.theme)

    # What is shown ---------------------------------------------------------------------------------------------

    @property
    def category(self) -> Category:
        """The open category."""
        return self._categories.category

    def _show(self) -> None:
        """Show what is true now."""
        _, facts = self.words, self.editor.facts
        sheets = self.editor.sheets()
        self._anew |= self._categories.follow(self.editor.table)
        self._bar.show_day(self.editor.day)
        age = facts.age_on(self.editor.day) if sheets else None
        self._applicant.show_applicant(self.editor.case.applicant, facts, age, _, anew=self._anew)
        self._categories.show_case(sheets, facts, _, anew=self._anew)
        if self._anew:
            self._panels.start_anew()
            self.tools.start_anew()
        self._scenarios.show_scenarios()
        self._what_if.refresh()
        self._show_result()
        if self._anew:
            self._result.settle()
        self._anew = False
        self._show_frame()
        self.tools.refresh()

    def _show_category(self) -> None:
        """Show what the category that was opened comes to."""
        self._show_result()
        self.tools.refresh()

    def _show_result(self) -> None:
        sheets = self.editor.sheets()
        self._result.show_standing(*self._desk.standing(self.editor, self.category, self.words))
        self._result.show_sheets(sheets, self.category, self.editor.table, self._why_not(), self.words)
        self._panels.refresh()

    def _show_frame(self) -> None:
        _, case = self.words, self.editor.case
        table = self.editor.table
        self._status.setText(
            ""
            if table is None
            else "\n".join(
                filter(
                    None,
                    [
                        *disclaimer_sentences(table, _),
                        stale_notice(checked_days(self._desk.data, table), self.editor.today, _),
                    ],
                )
            )
        )
        self._unread.refresh()
        self._saved.setText(_("Not saved") if self.editor.modified else _("Saved") if self.editor.path else "")
        self.actions_["undo"].setEnabled(self.editor.can_undo)
        self.actions_["redo"].setEnabled(self.editor.can_redo)
        self.exports.show_enabled(scored=bool(self.editor.sheets()))
        title = self.editor.path.name if self.editor.path else case.applicant.name or _("New case")
        self.setWindowTitle(f"{visible(title)}[*] – HSP Calc")
        self.setWindowModified(self.editor.modified)

    def _form_pages(self) -> Callable[[], list[bytes]]:
        """What makes the pages of the form as it stands now."""
        pages = export_named("print").pages
        return list if pages is None else partial(pages, self.context.export_subject())

    def _sheet(self, category: Category, table: RuleTable) -> CategoryPage:
        return CategoryPage(
            category,
            table.categories[category],
            self.editor,
            explain=self._explainer,
            tools=self._tools,
            lines=LookupLines(self._desk, category, partial(self.tools.open, "reference_desk")),
        )

    def _why_not(self) -> str:
        """Why there is no score, in words."""
        if (no_table := self._desk.no_table(self.editor.day)) is not None:
            return describe_no_table(no_table, self.words)
        try:
            self.editor.facts.age_on(self.editor.day)
        except InputError as error:
            return " ".join(describe(replace(problem, path=()), self.words) for problem in error.problems)
        return ""

    def _why_page(self) -> str:
        page = self._desk.why_page(self.editor, self.category, self.theme, self.words)
        return page or self._no_score_page()

    def _compare_page(self) -> str:
        return compare_page(self.editor, self.category, self.theme, self.words) or self._no_score_page()

    def _no_score_page(self) -> str:
        return f'<p style="color:{self.theme.text}">{escape(self._why_not())}</p>'

    # What is done ----------------------------------------------------------------------------------------------

    def open_file(self, path: Path) -> None:
        """Open a file of facts or a case."""
        self.files.open_path(path)

    def open_case(self, case: Case, path: Path | None) -> None:
        """Put a case in the window."""
        self.editor.open(case, path)
        self._opened()

    def _opened(self) -> None:
        self._rescored.show_rescored(self.editor.rescored(), self.words)
        self._start_anew()

    def _finish_entry(self, _old: QWidget | None, _new: QWidget | None) -> None:
        """The focus moved on: what is typed next is another entry."""
        self.editor.close_entry()
        self._unread.refresh()
        self._result.settle()

    def _start_anew(self) -> None:
        self._anew = True
        self._show()

    def _undo(self) -> None:
        self._anew = True
        self.editor.undo()

    def _redo(self) -> None:
        self._anew = True
        self.editor.redo()

    def _lead_to(self, text: UnreadText) -> TypedEdit | None:
        return self._way.lead_to(text)

    def _save(self, save: Callable[[], bool]) -> None:
        """Save, and name what could not be read."""
        if save():
            self._unread.saved()

    def _about(self) -> None:
        from hsp_calc.gui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415  # not needed to start

        AboutDialog(self._desk.data, self, self.words).open()

    def _sources(self) -> None:
        """Show every source with its address, the day on which it was read and how sure it is."""
        from hsp_calc.gui.dialogs.about_dialog import SOURCES, AboutDialog  # noqa: PLC0415  # not needed to start

        AboutDialog(self._desk.data, self, self.words, first=SOURCES).open()

    def _mend(self, mend: "Mend", fact: str) -> None:
        """Open since when an answer is true, or the page on which it is looked up."""
        if mend == "look_up":
            self.tools.open("reference_desk", PAGES[fact])
        elif fact == "experience_years":
            self._tools.periods(self.category)
        else:
            self._tools.since(self.category, fact, self.findChild(QWidget, f"since.{fact}") or self)

    def _present(self) -> None:
        """Show the total to all, on the screen that the window is on."""
        from hsp_calc.gui.pages.presentation import Presentation  # noqa: PLC0415  # not needed to start

        played = self.editor.copy()
        shown = Presentation(played, self.category, self.theme, lambda: self.words)
        shown.left.connect(self._categories.open)
        shown.left.connect(lambda _category: self._ask_to_keep(played))
        shown.setGeometry(self.screen().geometry())
        shown.showFullScreen()
        shown.activateWindow()
        shown.setFocus()
        self._presentation = shown

    def _ask_to_keep(self, played: CaseSession) -> None:
        """Ask whether what was tried in the presentation is kept as a scenario; the case itself stays as it is."""
        if played.seen.history == self.editor.seen.history:
            return
        from hsp_calc.gui.shell.keep_question import KeepQuestion  # noqa: PLC0415  # not needed to start

        KeepQuestion(self.editor, played.seen.history, self._scenarios.keep, self, self.words).open()

    # Qt --------------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the panels room on a low screen."""
        super().resizeEvent(event)
        self._result.set_compact(compact=self.height() < _ROOMY)

    def showEvent(self, event: QShowEvent) -> None:
        """Keep unsaved work safe once the window is there."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self.safe.start)

    def _restore(self) -> None:
        if (geometry := self._settings.state("geometry")) is not None:
            self.restoreGeometry(geometry)
        if (splitter := self._settings.state("splitter")) is not None:
            self._splitter.restoreState(splitter)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved changes, and remember the state of the window."""
        if not self.files.may_close():
            event.ignore()
            return
        if self.worker.must_finish:
            event.ignore()
            self._closing = True
            return
        self.hide()  # what runs may take a moment to end
        self.worker.close()
        self.safe.close()
        self.tools.close()
        self._settings.keep_state("geometry", self.saveGeometry())
        self._settings.keep_state("splitter", self._splitter.saveState())
        super().closeEvent(event)

    def _close_if_asked(self) -> None:
        """What kept the window open has ended; where it failed and says so, the window stays."""
        if self._closing and not self.worker.must_finish:
            self._closing = False
            if QApplication.activeModalWidget() is None:
                self.close()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file."""
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that is dropped."""
        self.files.open_asking(Path(event.mimeData().urls()[0].toLocalFile()))
