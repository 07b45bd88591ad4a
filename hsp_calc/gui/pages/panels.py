"""Panels of text beside the sheet, and the tabs of all panels."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QTabWidget, QTextBrowser, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.control_characters import LINES, visible
from hsp_calc.gui.shell.first_paint import is_painted, once_painted
from hsp_calc.text import Translator

_DELAY = 30
"""Milliseconds: too short to be seen, long enough for the totals to come first and fast typing not to wait."""


class TextPanel(QTextBrowser):
    """A page of rich text that is made only while it can be seen."""

    def __init__(self, name: str, make: Callable[[], str]) -> None:
        """Make a panel.

        Args:
            name: the object name.
            make: makes the page as it should be now.
        """
        super().__init__()
        self.setObjectName(name)
        self.setOpenLinks(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._make = make
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._fill_if_seen)

    def refresh(self) -> None:
        """Show what is true now, right after the totals are painted; later, if it cannot be seen."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self.refresh()

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self.refresh()

    def start_anew(self) -> None:
        """A page has nothing to drop."""

    def showEvent(self, event: object) -> None:
        """Make up for changes that came while it could not be seen; not before the window itself is painted."""
        super().showEvent(event)  # type: ignore[arg-type]  # Qt passes a QShowEvent
        if is_painted(self):
            self._fill()
        else:
            once_painted(self, self._fill_first)

    def _fill_first(self) -> None:
        """Show it at once: what else waited for the window takes longer."""
        self._fill_if_seen()
        self.viewport().repaint()

    def _fill_if_seen(self) -> None:
        if self.isVisible():
            self._fill()

    def _fill(self) -> None:
        if not self._stale:
            return
        self._stale = False
        bar = self.verticalScrollBar()
        place = bar.value()
        self.setHtml(visible(self._make(), keep=LINES))
        bar.setValue(place)


class Panel(Protocol):
    """What the tabs ask of a panel, which is a widget."""

    def refresh(self) -> None:
        """Show what is true now, at the latest when it is next seen."""

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""

    def start_anew(self) -> None:
        """Drop what was typed and not understood, and what was chosen of another case."""


class PanelMaker(NamedTuple):
    """A panel that is made when it is first seen.

    Attributes:
        name: its object name.
        title: what its tab says, to be translated.
        make: makes it; what only it needs is imported no sooner.
    """

    name: str
    title: str
    make: Callable[[], Panel]


class Panels(QTabWidget):
    """The panels as tabs. Each is made when its tab is first opened; until then an empty widget has its place."""

    def __init__(self, makers: Sequence[PanelMaker]) -> None:
        """Make the tabs, and the panel of the first."""
        super().__init__()
        self.setObjectName("panels")
        self.setDocumentMode(True)
        self._makers = makers
        self._made: dict[int, Panel] = {}
        self._words: Translator | None = None
        self._theme: Theme | None = None
        for maker in makers:
            place = QWidget()
            place.setObjectName(maker.name)
            place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # Ctrl+Tab gives the focus to what it brings up
            self.addTab(place, "")
        self._open(0)
        self.currentChanged.connect(self._open)

    def open(self, name: str) -> None:
        """Bring a panel to the front.

        Raises:
            ValueError: there is none of that name.
        """
        self.setCurrentIndex([maker.name for maker in self._makers].index(name))

    def refresh(self) -> None:
        """Show what is true now."""
        for panel in self._made.values():
            panel.refresh()

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._words = _
        for index, maker in enumerate(self._makers):
            self._name(index, _(maker.title))
        for panel in self._made.values():
            panel.retranslate(_)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        for panel in self._made.values():
            panel.set_theme(theme)

    def start_anew(self) -> None:
        """Another case is shown, or an entry was taken back."""
        for panel in self._made.values():
            panel.start_anew()

    def _name(self, index: int, title: str) -> None:
        self.setTabText(index, title)
        if (widget := self.widget(index)) is not None:
            widget.setAccessibleName(title)

    def _open(self, index: int) -> None:
        """Put the panel of a tab in its place, if it is not there yet."""
        if index in self._made or index < 0:
            return
        panel = self._made[index] = self._makers[index].make()
        if self._theme is not None:
            panel.set_theme(self._theme)
        if self._words is not None:
            panel.retranslate(self._words)
        title, place, widget = self.tabText(index), self.widget(index), cast("QWidget", panel)
        focused = place is not None and place.hasFocus()
        self.setUpdatesEnabled(False)
        self.blockSignals(True)
        self.insertTab(index, widget, title)  # before its place is taken away, or else a neighbour would be seen
        self.setCurrentIndex(index)
        self.removeTab(index + 1)
        self.blockSignals(False)
        if focused:
            takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            (widget if takes_focus else widget.nextInFocusChain() or widget).setFocus()
        if place is not None:
            place.setParent(None)
            place.deleteLater()
        self._name(index, title)
        self.setUpdatesEnabled(True)
