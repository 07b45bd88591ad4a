"""``DocumentsPanel``: the papers of an application, how far each is, and what to do next."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QToolButton, QVBoxLayout, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.app.data import AppData
from hsp_calc.app.documents_list import DocumentsSection, sections_of
from hsp_calc.app.documents_presenter import DocumentsPresenter
from hsp_calc.app.session_context import SessionContext
from hsp_calc.gui.pages.documents.choices_card import ChoicesCard
from hsp_calc.gui.pages.documents.filter_bar import FilterBar
from hsp_calc.gui.pages.documents.proof_card import ProofCard
from hsp_calc.gui.pages.documents.section_view import PaperViews, SectionView
from hsp_calc.gui.pages.documents.state_mark import ProgressBar
from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.fold import Fold
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import ScrollPanel, card
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator, describe, disclaimer
from hsp_calc.text.documents_table import FolderOf, warnings_of
from hsp_calc.text.documents_text import progress_text, proof_lines, source_lines
from hsp_calc.text.fees import folder_fee_notes
from hsp_calc.validation import InputError

_REST = 30
"""Milliseconds: too short to be seen, long enough for the totals to come first and fast typing not to wait."""


class DocumentsPanel(ScrollPanel):
    """The choices, how far the folder is, what grows too old, and the papers."""

    def __init__(self, context: SessionContext, actions: Sequence[QAction]) -> None:
        """Make the panel.

        Args:
            context: the case and what surrounds it.
            actions: what can be done with the folder.
        """
        super().__init__("documents", rest=_REST)
        self._desk = context.data
        self._context = context
        self._theme = LIGHT
        self._keeper = DocumentsPresenter(context.data, context.session)
        self._trouble = _TroubleCard(self._keeper.set_aside)
        self._choices: ChoicesCard | None = None  # made when it is first seen, since the procedures take time to read
        self._filter = FilterBar()
        self._filter.changed.connect(self._refilter)
        self._views = PaperViews(self._keeper)
        self._sections: dict[str, SectionView] = {}
        self._progress = Label("section", wrap=True)
        self._progress.setObjectName("checklist.progress")
        self._bar = ProgressBar()
        self._proof = Label("muted", wrap=True)
        self._warnings = Label("warn", wrap=True)
        self._warnings.setObjectName("checklist.warnings")
        self._fold = Fold("checklist.fold", self._filter)
        self._ease = ProofCard(self._keeper, lambda: context.data.documents)
        self._none = Label("muted", wrap=True)
        self._all = QPushButton()
        self._foot = Label("muted", wrap=True)
        self._build(actions)

    def _build(self, actions: Sequence[QAction]) -> None:
        self._state, column = card()
        buttons = Flow(GRID)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setProperty("role", "tool")
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            buttons.addWidget(button)
        self._all.setObjectName("checklist.all")
        self._all.clicked.connect(self._filter.show_all)
        for part in (self._progress, self._bar, self._proof, self._warnings):
            column.addWidget(part)
        column.addLayout(buttons)
        column.addWidget(self._fold)
        self._list = QVBoxLayout()
        self._list.setSpacing(2 * GRID)
        self.column.addWidget(self._trouble)
        self.column.addWidget(self._state)
        self.column.addWidget(self._ease)
        self.column.addLayout(self._list)
        self.column.addWidget(self._none)
        self.column.addWidget(self._all, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._foot)
        self.column.addStretch(1)

    # What is shown ---------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        self._bar.set_theme(theme)
        self._views.set_theme(theme)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        if self._choices is not None:
            self._choices.retranslate(_)
        self._filter.blockSignals(True)  # the same is asked for in other words
        self._filter.retranslate(_)
        self._filter.blockSignals(False)
        self._trouble.retranslate(_)
        self._fold.set_title(_("Search and group"))
        self._ease.retranslate(_)
        self._all.setText(_("Show all documents"))
        self.refresh()

    def start_anew(self) -> None:
        """Drop what was typed and not understood: another case is shown, or an entry was taken back."""
        self._views.start_anew()
        if self._choices is not None:
            self._choices.start_anew()

    def fill(self) -> None:
        """Show the folder; the place that is in sight stays."""
        _, bar, focus = self._context.words, self.verticalScrollBar(), QApplication.focusWidget()
        place = bar.value()
        self.setUpdatesEnabled(False)
        try:
            made = self._keeper.folder(self._context.category)
        except InputError as error:
            self._trouble.show_problems([describe(problem, _) for problem in error.problems])
            self._show_parts(folder=False)
        else:
            self._trouble.hide()
            self._show_parts(folder=made is not None)
            if made is None:
                self._none.setText(_("There is no score on the reference date."))
                self._none.show()
            else:
                self._show_folder(made, _)
        self.column.activate()
        bar.setValue(place)
        if focus is not None and focus is not QApplication.focusWidget() and self.isAncestorOf(focus):
            focus.setFocus()
        self.setUpdatesEnabled(True)

    def _show_parts(self, *, folder: bool) -> None:
        parts: list[QWidget] = [self._state, self._ease, self._foot]
        if self._choices is not None:
            parts.append(self._choices)
        for part in parts:
            part.setVisible(folder)
        if not folder:
            parts = [*self._sections.values(), self._none, self._all]
            for part in parts:
                part.hide()

    def _show_folder(self, made: FolderOf, _: Translator) -> None:
        folder, wanted = made.folder, self._filter.wanted
        if self._choices is None:
            self._choices = ChoicesCard(made.procedures, self._keeper.choose)
            self._choices.retranslate(_)
            self.column.insertWidget(self.column.indexOf(self._state), self._choices)
        self._choices.show_folder(folder, self._keeper.kept, _)
        self._progress.setText(progress_text(folder, _))
        self._bar.show_progress(folder.progress)
        self._proof.setText("\n".join(proof_lines(folder, _)))
        self._proof.setVisible(folder.proof is not None)
        self._warnings.setText("\n".join(f"⚠ {line}" for line in warnings_of(made, _)))
        self._warnings.setVisible(bool(self._warnings.text()))
        self._ease.show_folder(made, self._keeper.kept, self._keeper.efforts, _)
        sections = sections_of(made, wanted, _)
        self._show_sections(sections, _)
        self._views.drop_all_but({paper.id for paper in folder.papers})
        nothing = _("No document matches.") if wanted.hides else _("Nothing counts yet that needs a document.")
        self._none.setText(nothing)
        self._none.setVisible(not sections)
        self._all.setVisible(wanted.hides and sum(one.count for one in sections) < len(folder.papers))
        self._foot.setText("\n\n".join(_foot(made, self._desk, _)))

    def _show_sections(self, sections: Sequence[DocumentsSection], _: Translator) -> None:
        for index, section in enumerate(sections):
            view = self._sections.get(section.key)
            if view is None:
                view = self._sections[section.key] = SectionView(section.key)
            if self._list.indexOf(view) != index:
                self._list.removeWidget(view)
                self._list.insertWidget(index, view)
            view.show_section(section, self._views, self._theme, _)
            view.show()
        shown = {section.key for section in sections}
        for key, view in self._sections.items():
            if key not in shown:
                self._list.removeWidget(view)
                view.clear()

    # What is done ----------------------------------------------------------------------------------------------

    def _refilter(self) -> None:
        self._stale = True
        self.fill_if_stale()


class _TroubleCard(QFrame):
    """What the case keeps that is not understood, and a way out in which nothing is lost."""

    def __init__(self, set_aside: Callable[[], None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title = Label("section", wrap=True)
        self._problems = Label("bad", wrap=True)
        self._problems.setObjectName("checklist.problems")
        self._remedy = Label("muted", wrap=True)
        self._button = QPushButton()
        self._button.setObjectName("checklist.set_aside")
        self._button.clicked.connect(lambda _checked: set_aside())
        column = QVBoxLayout(self)
        column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 3 * GRID)
        column.setSpacing(2 * GRID)
        for part in (self._title, self._problems, self._remedy):
            column.addWidget(part)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def retranslate(self, _: Translator) -> None:
        self._title.setText(_("The saved states of the documents cannot be read."))
        self._remedy.setText(
            _(
                "It stays in the file unchanged. Correct it there, or begin a new list; the present content "
                "is then saved separately, and Undo brings it back."
            )
        )
        self._button.setText(_("Begin a new list"))

    def show_problems(self, problems: Sequence[str]) -> None:
        self._problems.setText("\n".join(problems))
        self.show()


def _foot(made: FolderOf, desk: AppData, _: Translator) -> Iterator[str]:
    """What needs no paper, what the list stands on, and what it is not."""
    rules, proof = made.table.categories[made.score.category], made.folder.proof
    if proof is not None:
        yield _.wording(made.procedures.proof_is_enough)
        names = {name: _.wording(criterion) for name, criterion in rules.criteria.items()}
        if proof.without_documents:
            rows = _.listed(names[row] for row in proof.without_documents)
            yield _("No documents of their own: {rows}.", rows=rows)
        if proof.left_out:
            yield _("May be left out: {rows}.", rows=_.listed(names[row] for row in proof.left_out))
    if forgotten := len(made.folder.forgotten):
        yield _.plural(
            "The state of {count} document that is not required here is also saved.",
            "The states of {count} documents that are not required here are also saved.",
            forgotten,
            count=forgotten,
        )
    yield from folder_fee_notes(made.folder, made.fees, _)
    yield _.wording(made.procedures.caution)
    yield "\n".join((_("Sources"), *source_lines(made.folder, desk.sources, _)))
    yield disclaimer(made.table, _)
