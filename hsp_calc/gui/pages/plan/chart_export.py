"""The chart as a picture, and on paper with what is said beneath it; always in the colours of paper."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QImage,
    QImageWriter,
    QPageLayout,
    QPageSize,
    QPainter,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QDialog, QWidget

from hsp_calc.app.colors import LIGHT
from hsp_calc.app.score_steps import Picture
from hsp_calc.casefile import write_atomically
from hsp_calc.gui.pages.plan.chart_drawing import Drawing

CHART = "chart"
"""The name of the chart in a printed page."""
_WIDTH, _HEIGHT = 960, 420
_TITLE = 36
_SHARP = 2.0  # pixels of a picture for each of the screen
_SHARPER = 3.0  # the same on paper
_MARGIN = 15  # millimetres
_PAPER_WIDTH = 180  # millimetres of type
_MILLIMETRES_AN_INCH = 25.4
_DOTS_AN_INCH = 96


def write_picture(picture: Picture, path: Path) -> None:
    """Write the chart as SVG where the file is called so, and as PNG otherwise.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    write_atomically(path, _svg(picture) if path.suffix.lower() == ".svg" else _png(picture))


def chart_image(picture: Picture, ratio: float) -> QImage:
    """The chart on white.

    Args:
        picture: what it shows.
        ratio: pixels of the picture for each of the screen.
    """
    image = QImage(QSize(round(_WIDTH * ratio), round(_HEIGHT * ratio)), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(LIGHT.card))
    painter = QPainter(image)
    _paint(picture, painter)
    painter.end()
    return image


def _png(picture: Picture) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"PNG")).write(chart_image(picture, _SHARP))
    return bytes(buffer.data().data())


def _svg(picture: Picture) -> bytes:
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(QSize(_WIDTH, _HEIGHT))
    generator.setViewBox(QRectF(0, 0, _WIDTH, _HEIGHT))
    generator.setTitle(picture.title)
    painter = QPainter(generator)
    _paint(picture, painter)
    painter.end()
    return bytes(buffer.data().data())


def _paint(picture: Picture, painter: QPainter) -> None:
    font = QFont(QGuiApplication.font())
    title = QFont(font)
    title.setBold(True)
    painter.setFont(title)
    painter.setPen(QColor(LIGHT.text))
    painter.drawText(QRectF(12, 8, _WIDTH - 24, _TITLE - 8), 0, picture.title)
    area = QRectF(8, _TITLE, _WIDTH - 16, _HEIGHT - _TITLE - 8)
    Drawing(picture, LIGHT, font, area).paint(painter)


def document(page: str, picture: Picture) -> QTextDocument:
    """A page with the chart, as it is printed."""
    made = QTextDocument()
    made.setDefaultFont(QGuiApplication.font())
    image = chart_image(picture, _SHARPER)
    image.setDevicePixelRatio(1.0)
    made.addResource(QTextDocument.ResourceType.ImageResource, QUrl(CHART), image)
    width = round(_PAPER_WIDTH / _MILLIMETRES_AN_INCH * _DOTS_AN_INCH)
    made.setHtml(page.replace('width="100%"', f'width="{width}"'))
    return made


def print_document(made: QTextDocument, parent: QWidget, head: str = "") -> bool:
    """Print a page by way of the system's dialog.

    Args:
        made: the page.
        parent: the window.
        head: what stands at the top of every sheet of paper.

    Returns:
        Whether it was sent to a printer.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    set_paper(printer)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    if head:
        print_under(made, printer, head)
    else:
        made.print_(printer)
    return True


def print_under(made: QTextDocument, printer: QPrinter, head: str) -> None:
    """Print a page with a line at the top of every sheet of paper."""
    with QPainter(printer) as painter:
        painter.setFont(made.defaultFont())
        made.documentLayout().setPaintDevice(printer)
        room = printer.pageLayout().paintRectPixels(printer.resolution())
        line = 2 * painter.fontMetrics().height()
        width, height = room.width(), room.height() - line
        made.setPageSize(QSizeF(width, height))
        for number in range(made.pageCount()):
            if number:
                printer.newPage()
            painter.drawText(QRectF(0, 0, width, line), Qt.AlignmentFlag.AlignHCenter, head)
            painter.drawText(QRectF(0, 0, width, line), Qt.AlignmentFlag.AlignRight, str(number + 1))
            painter.save()
            painter.translate(0, line - number * height)
            made.drawContents(painter, QRectF(0, number * height, width, height))
            painter.restore()


def set_paper(printer: QPrinter) -> None:
    """Print on A4."""
    margins = QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
    )
    printer.setPageLayout(layout)


def write_calendar(text: str, path: Path) -> None:
    """Write a calendar file.

    Raises:
        OSError: it cannot be written; the old file is as it was.
    """
    write_atomically(path, text.encode())
