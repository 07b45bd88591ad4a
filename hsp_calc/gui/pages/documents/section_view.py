"""``SectionView``: papers that are put together, with the words between them."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.app.documents_list import DocumentsSection, Note
from hsp_calc.gui.pages.documents.document_view import DocumentContext, DocumentView
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

_ROLES = {"mark": "section", "choice": "accent", "case": ""}


class PaperViews:
    """A view for each paper, which stays while the paper moves from one section to another."""

    def __init__(self, hands: DocumentContext) -> None:
        self._hands = hands
        self._views: dict[str, DocumentView] = {}

    def of(self, paper_id: str, theme: Theme) -> DocumentView:
        """The view of a paper."""
        view = self._views.get(paper_id)
        if view is None:
            view = self._views[paper_id] = DocumentView(paper_id, self._hands)
            view.set_theme(theme)
        return view

    def set_theme(self, theme: Theme) -> None:
        """Paint all with other colours."""
        for view in self._views.values():
            view.set_theme(theme)

    def start_anew(self) -> None:
        """Drop what was typed and not understood."""
        for view in self._views.values():
            view.start_anew()

    def drop_all_but(self, kept: set[str]) -> None:
        """Forget the views of papers that are no longer listed."""
        for paper_id in [name for name in self._views if name not in kept]:
            self._views.pop(paper_id).deleteLater()


class SectionView(QFrame):
    """A card with a title and papers."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setObjectName(f"checklist.section.{key}")
        self._title = Label("section", wrap=True)
        self._notes: dict[str, _NoteView] = {}
        self._shown: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(4 * GRID, 3 * GRID, 4 * GRID, 2 * GRID)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)

    def show_section(self, section: DocumentsSection, views: PaperViews, theme: Theme, _: Translator) -> None:
        """Show papers; those that are there already stay as they are."""
        self._title.setText(_("{title} ({count})", title=section.title, count=section.count))
        widgets: list[QWidget] = []
        for item in section.items:
            if isinstance(item, Note):
                note = self._notes.setdefault(item.key, _NoteView(item.role))
                note.show_note(item)
                widgets.append(note)
            else:
                view = views.of(item.key, theme)
                view.show_line(item, _)
                widgets.append(view)
        if widgets != self._shown:
            self._arrange(widgets)
        keys = {item.key for item in section.items}
        for key in [key for key in self._notes if key not in keys]:
            self._notes.pop(key).deleteLater()

    def clear(self) -> None:
        """Show nothing; the views of the papers are left to other sections."""
        self.hide()
        self._arrange([])

    def _arrange(self, widgets: list[QWidget]) -> None:
        """Put these in their places; those that are in theirs are not touched."""
        for widget in self._shown:
            if widget not in widgets and widget.parent() is self:
                self._column.removeWidget(widget)
                widget.hide()
        for place, widget in enumerate(widgets, start=1):
            if self._column.indexOf(widget) != place:
                self._column.removeWidget(widget)
                self._column.insertWidget(place, widget)
            widget.show()
        self._shown = widgets


class _NoteView(QWidget):
    """Words between the papers."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._text = Label(_ROLES[role], wrap=True)
        self._lines = Label("muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, (2 if role == "mark" else 1) * GRID, 0, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addWidget(self._text)
        column.addWidget(self._lines)

    def show_note(self, note: Note) -> None:
        self._text.setText(note.text)
        self._text.setVisible(bool(note.text))
        self._lines.setText("\n".join(note.lines))
        self._lines.setVisible(bool(note.lines))
