"""``FormPreview``: the point form as it will be printed, drawn by the same compiler."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from hsp_calc.gui.theme import GRID

_DELAY = 120
"""Milliseconds of rest after which a change is drawn."""


class FormPreview(QScrollArea):
    """The pages of the form, one beneath the other, as wide as the panel."""

    def __init__(self, make: Callable[[], list[bytes]]) -> None:
        """Make a preview.

        Args:
            make: makes the pages as SVG, as they should be now; none where there is no score.
        """
        super().__init__()
        self.setObjectName("form_preview")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._make = make
        self._stale = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._fill)
        inner = QWidget()
        inner.setObjectName("page")
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        self._layout.setSpacing(2 * GRID)
        self._layout.addStretch(1)
        self._pages: list[_Page] = []
        self.setWidget(inner)

    def refresh(self) -> None:
        """Draw what is true now, once changes rest; later, if it cannot be seen."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for changes that came while it could not be seen."""
        super().showEvent(event)
        self._fill()

    def _fill(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        pages = self._make()
        while len(self._pages) > len(pages):
            page = self._pages.pop()
            self._layout.removeWidget(page)
            page.deleteLater()
        while len(self._pages) < len(pages):
            page = _Page()
            self._layout.insertWidget(len(self._pages), page)
            self._pages.append(page)
        for page, content in zip(self._pages, pages, strict=True):
            page.show_page(content)


class _Page(QWidget):
    """One page, on white paper in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, content: bytes) -> None:
        self._renderer.load(QByteArray(content))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        size = self._renderer.defaultSize()
        return round(width * size.height() / size.width()) if size.width() else width

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(300))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        self._renderer.render(painter, QRectF(self.rect()))
