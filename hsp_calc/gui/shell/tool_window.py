"""``ToolWindow``: a window of pages beside the main one, which follows its case, its language and its colours."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QDialog, QTabWidget, QVBoxLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.gui.shell.settings import Settings
from hsp_calc.gui.shell.window_fitting import first_size
from hsp_calc.gui.widgets.scroll import ScrollPanel
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

_SIZE = (900, 680)


class ToolPage(ScrollPanel):
    """A page of a tool window: a column of cards, filled only while it can be seen."""

    def title(self, _: Translator) -> str:
        """What its tab says."""
        raise NotImplementedError

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        raise NotImplementedError


class ToolWindow(QDialog):
    """A window of pages. It does not hold up the main window: what is entered in either shows in both at once."""

    def __init__(
        self,
        name: str,
        title: Callable[[Translator], str],
        pages: Sequence[ToolPage],
        *,
        history: Sequence[QAction],
        settings: Settings,
        parent: QWidget,
    ) -> None:
        """Make one.

        Args:
            name: its object name, under which its size is remembered.
            title: what it is called.
            pages: what it shows, a tab each.
            history: the actions undo and redo.
            settings: where its size is remembered.
            parent: the main window.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.unread_texts = getattr(parent, "unread_texts", None)
        self._title = title
        self._pages = tuple(pages)
        self._settings = settings
        self._tabs = QTabWidget()
        self._tabs.setObjectName(f"{name}.pages")
        self._tabs.setDocumentMode(True)
        for page in self._pages:
            self._tabs.addTab(page, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 3 * GRID)
        layout.addWidget(self._tabs)
        for action in history:
            self.addAction(action)
        self.resize(first_size(self, QSize(*_SIZE)))
        if (geometry := settings.state(name)) is not None:
            self.restoreGeometry(geometry)

    def open_page(self, name: str = "") -> None:
        """Bring it to the front, at one of its pages."""
        page = next((page for page in self._pages if page.objectName() == name), None)
        if page is not None:
            self._tabs.setCurrentWidget(page)
        self.show()
        self.raise_()
        self.activateWindow()

    def refresh(self) -> None:
        """Show what is true now."""
        for page in self._pages:
            page.refresh()

    def start_anew(self) -> None:
        """Drop what was typed and not understood."""
        for page in self._pages:
            page.start_anew()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self.setWindowTitle(self._title(_))
        for index, page in enumerate(self._pages):
            self._tabs.setTabText(index, page.title(_))
            page.retranslate(_)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        for page in self._pages:
            page.set_theme(theme)

    def hideEvent(self, event: QHideEvent) -> None:
        """Remember its size."""
        self._settings.keep_state(self.objectName(), self.saveGeometry())
        super().hideEvent(event)


class ToolWindows:
    """The windows beside the main one, each made when it is first opened."""

    def __init__(self, makers: Mapping[str, Callable[[], ToolWindow]]) -> None:
        """Know them.

        Args:
            makers: makes each by its name.
        """
        self._makers = makers
        self._made: dict[str, ToolWindow] = {}
        self._words: Translator | None = None
        self._theme: Theme | None = None

    def open(self, name: str, page: str = "") -> None:
        """Bring one to the front, at one of its pages.

        Raises:
            KeyError: there is none of that name.
        """
        if name not in self._made:
            made = self._made[name] = self._makers[name]()
            if self._words is not None:
                made.retranslate(self._words)
            if self._theme is not None:
                made.set_theme(self._theme)
            made.refresh()
        self._made[name].open_page(page)

    def refresh(self) -> None:
        """Show what is true now."""
        for made in self._made.values():
            made.refresh()

    def start_anew(self) -> None:
        """Drop what was typed and not understood: another case is shown, or an entry was taken back."""
        for made in self._made.values():
            made.start_anew()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._words = _
        for made in self._made.values():
            made.retranslate(_)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        for made in self._made.values():
            made.set_theme(theme)

    def close(self) -> None:
        """Close those that are open."""
        for made in self._made.values():
            made.close()
