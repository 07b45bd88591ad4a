"""Makes the icons of each system from the one drawing of the program."""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parent.parent / "resources" / "icons" / "hsp-calc.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
_OF_WINDOWS = [(size, size) for size in SIZES if size <= 256]  # noqa: PLR2004  # the largest that an .ico holds
_OF_MACOS = 1024


def picture(size: int) -> Image.Image:
    """The drawing on a transparent ground, ``size`` pixels wide and high."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide6 declares bytes; Qt takes the name as text
    return Image.open(BytesIO(buffer.data().data()))


def make(folder: Path) -> None:
    """Write ``hsp-calc-SIZE.png`` of every size, ``hsp-calc.ico`` and ``hsp-calc.icns``."""
    folder.mkdir(parents=True, exist_ok=True)
    for size in SIZES:
        picture(size).save(folder / f"hsp-calc-{size}.png", optimize=True)
    picture(_OF_MACOS).save(folder / "hsp-calc.icns")
    picture(SIZES[-1]).save(folder / "hsp-calc.ico", sizes=_OF_WINDOWS)


if __name__ == "__main__":
    make(Path(sys.argv[1]))
