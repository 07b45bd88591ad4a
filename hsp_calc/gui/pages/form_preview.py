"""``FormPreview``: the point form as it will be printed, drawn by the same compiler."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QRectF, Qt, QTimer
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.gui.shell.worker import Task, Worker
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.plain_text import plain
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.text import Translator

_MARGIN = 2 * GRID
_NARROWEST = 200
_ZOOM_STEP = 1.25
_LEAST_ZOOM, _MOST_ZOOM = -2, 6
_ZOOM_BUTTONS = (("−", -1), ("⤢", 0), ("+", 1))
_DELAY = 120
"""Milliseconds of rest after which a change is drawn."""


class FormPreview(QWidget):
    """The pages of the form, one beneath the other, as wide as the panel or larger."""

    def __init__(
        self, prepare: Callable[[], Callable[[], list[bytes]]], worker: Worker, actions: Sequence[QAction]
    ) -> None:
        """Make a preview.

        Args:
            prepare: gives what makes the pages as SVG, as they should be now; it makes none where there is no score.
            worker: makes them.
            actions: what can be done with the form, offered beside the zoom.
        """
        super().__init__()
        self.setObjectName("form_preview")
        self._prepare = prepare
        self._worker = worker
        self._task: Task | None = None
        self._stale = True
        self._zoom = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY)
        self._timer.timeout.connect(self._fill)
        self._area = QScrollArea()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # so that it takes no width later
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner = QWidget()
        inner.setObjectName("page")
        self._layout = QVBoxLayout(inner)
        self._layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._layout.setSpacing(_MARGIN)
        self._layout.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)  # as large as the pages are
        self._pages: list[_Page] = []
        self._area.setWidget(inner)
        self._percent = Label("muted")
        self._percent.setObjectName("form_preview.zoom")
        self._buttons = {name: QToolButton() for name in ("smaller", "fit", "larger")}
        row = QHBoxLayout()
        row.setSpacing(GRID)
        for (name, button), (sign, step) in zip(self._buttons.items(), _ZOOM_BUTTONS, strict=True):
            button.setObjectName(f"form_preview.{name}")
            button.setText(sign)
            button.clicked.connect(partial(self._step, step))
            row.addWidget(button)
        row.addWidget(self._percent)
        row.addStretch(1)
        for action in actions:
            button = QToolButton()
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(row)
        column.addWidget(self._area, 1)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        names = {"smaller": _("Smaller"), "fit": _("Fit the width"), "larger": _("Larger")}
        for name, text in names.items():
            self._buttons[name].setToolTip(plain(text))
            self._buttons[name].setAccessibleName(text)

    def set_theme(self, theme: Theme) -> None:
        """Paper is white in every theme."""

    def start_anew(self) -> None:
        """A picture has nothing to drop."""

    def refresh(self) -> None:
        """Draw what is true now, once changes rest; later, if it cannot be seen."""
        self._stale = True
        if self.isVisible():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for changes that came while it could not be seen."""
        super().showEvent(event)
        self._fill()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as the zoom asks for."""
        super().resizeEvent(event)
        self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl and the wheel."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._step(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def _step(self, step: int) -> None:
        """Zoom in or out by one step; 0 fits the width."""
        self._zoom = min(max(self._zoom + step, _LEAST_ZOOM), _MOST_ZOOM) if step else 0
        self._fit()

    def _fit(self) -> None:
        factor = _ZOOM_STEP**self._zoom
        width = round((self._area.viewport().width() - 2 * _MARGIN) * factor)
        for page in self._pages:
            page.set_width(max(width, _NARROWEST))
        self._percent.setText(f"{round(factor * 100)}%")

    def _fill(self) -> None:
        if not self._stale or not self.isVisible():
            return
        self._stale = False
        if self._task is not None:
            self._task.cancel()
        make = self._prepare()
        self._task = self._worker.run(lambda _task: make(), self._show_pages)

    def _show_pages(self, pages: list[bytes]) -> None:
        while len(self._pages) > len(pages):
            page = self._pages.pop()
            self._layout.removeWidget(page)
            page.deleteLater()
        while len(self._pages) < len(pages):
            page = _Page()
            self._layout.addWidget(page)
            self._pages.append(page)
        for page, content in zip(self._pages, pages, strict=True):
            page.show_page(content)
        self._fit()


class _Page(QWidget):
    """One page, on white paper in every theme."""

    def __init__(self) -> None:
        super().__init__()
        self._renderer = QSvgRenderer(self)
        self._drawn: QPixmap | None = None  # drawing takes far longer than a scroll or an exposed corner may

    def show_page(self, content: bytes) -> None:
        self._renderer.load(QByteArray(content))
        self._drawn = None
        self.update()

    def set_width(self, width: int) -> None:
        size = self._renderer.defaultSize()
        self.setFixedSize(width, round(width * size.height() / max(size.width(), 1)))

    def paintEvent(self, event: QPaintEvent) -> None:
        ratio = self.devicePixelRatio()
        if self._drawn is None or self._drawn.size() != self.size() * ratio:
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.fill(Qt.GlobalColor.white)
            with QPainter(self._drawn) as painter:
                self._renderer.render(painter, QRectF(self._drawn.rect()))
            self._drawn.setDevicePixelRatio(ratio)
        with QPainter(self) as painter:
            painter.drawPixmap(0, 0, self._drawn)
