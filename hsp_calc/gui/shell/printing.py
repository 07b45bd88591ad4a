"""The point form on a printer, and as a picture."""

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QDialog, QWidget

_PICTURE_WIDTH = 1654  # A4 at 200 dots an inch


def print_pages(pages: list[bytes], parent: QWidget) -> bool:
    """Print pages by way of the system's dialog.

    Args:
        pages: SVG.
        parent: the window.

    Returns:
        Whether they were sent to a printer.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(
        QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    )
    printer.setFullPage(True)
    if QPrintDialog(printer, parent).exec() != QDialog.DialogCode.Accepted:
        return False
    paint_pages(pages, printer)
    return True


def paint_pages(pages: list[bytes], printer: QPrinter) -> None:
    """Paint pages on a printer, each as large as its paper."""
    painter = QPainter(printer)
    for index, page in enumerate(pages):
        if index:
            printer.newPage()
        size = QSizeF(printer.paperRect(QPrinter.Unit.DevicePixel).size())
        QSvgRenderer(QByteArray(page)).render(painter, QRectF(0, 0, size.width(), size.height()))
    painter.end()


def picture(pages: list[bytes]) -> QImage:
    """Pages beneath each other as one picture on white."""
    renderers = [QSvgRenderer(QByteArray(page)) for page in pages]
    heights = [
        round(_PICTURE_WIDTH * renderer.defaultSize().height() / max(renderer.defaultSize().width(), 1))
        for renderer in renderers
    ]
    image = QImage(_PICTURE_WIDTH, max(sum(heights), 1), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    top = 0
    for renderer, height in zip(renderers, heights, strict=True):
        renderer.render(painter, QRectF(0, top, _PICTURE_WIDTH, height))
        top += height
    painter.end()
    return image
