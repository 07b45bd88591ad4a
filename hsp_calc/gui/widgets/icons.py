"""Icons: drawn in the colour of the theme, sharp at every scale."""

from functools import cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from hsp_calc.app.colors import Theme
from hsp_calc.locations import resources

_SIZES = (16, 20, 24, 32, 48, 64)


def icon(name: str, theme: Theme, role: str = "text") -> QIcon | None:
    """The icon of an action in a colour of a theme; None if it has none."""
    drawing = _drawing(name)
    if drawing is None:
        return None
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", getattr(theme, role)).encode()))
    made = QIcon()
    for size in _SIZES:
        picture = QPixmap(QSize(size, size))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        made.addPixmap(picture)
    return made


@cache
def _drawing(name: str) -> str | None:
    file = resources() / "icons" / f"{name}.svg"
    return file.read_text(encoding="utf-8") if file.is_file() else None
