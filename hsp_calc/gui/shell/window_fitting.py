"""Windows that fit the screen with their frame."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

_FRAME = QSize(16, 48)
"""About what a frame takes, in pixels: how much is known only once the window is on the screen."""


def first_size(window: QWidget, wanted: QSize) -> QSize:
    """The size that a window has at first: what is wanted, where the screen has room for it and a frame."""
    return (window.screen().availableSize() - _FRAME).boundedTo(wanted)


def fit(window: QWidget) -> None:
    """Move and shrink a window that is on the screen so that all of it, with its frame, is inside."""
    if window.isMaximized() or window.isFullScreen():
        return
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    if room.contains(frame):
        return
    inner = window.geometry()
    around = QSize(frame.width() - inner.width(), frame.height() - inner.height())
    window.resize(inner.size().boundedTo(room.size() - around))
    window.move(_inside(QRect(frame.topLeft(), window.size() + around), room).topLeft())


def _inside(frame: QRect, room: QRect) -> QRect:
    """A frame pushed into the room; its head first, where there is no room for all."""
    moved = QRect(frame)
    moved.moveRight(min(moved.right(), room.right()))
    moved.moveBottom(min(moved.bottom(), room.bottom()))
    moved.moveLeft(max(moved.left(), room.left()))
    moved.moveTop(max(moved.top(), room.top()))
    return moved
