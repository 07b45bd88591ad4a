"""``HoursCalendar``: the hours of each day in months, with the worst seven days outlined."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hsp_calc.app.colors import LIGHT, Theme
from hsp_calc.guide.months import CalendarDay, Month
from hsp_calc.text import Translator
from hsp_calc.text.shifts_text import WEEKDAYS, month_name, short_hours

_CELL, _ROW, _HEAD, _GAP = 40, 34, 44, 16
_WEEK = 7
_MOST_WEEKS = 6
_MONTH_WIDTH = _WEEK * _CELL
_MONTH_HEIGHT = _HEAD + _MOST_WEEKS * _ROW
_SHARP = 2
_PICTURE_COLUMNS = 3
_OVER_SIGN = "▲"


class HoursCalendar(QWidget):
    """Months side by side, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide.hours.calendar")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(_MONTH_WIDTH + 2)
        self._months: Sequence[Month] = ()
        self._words: Translator | None = None
        self._theme = LIGHT

    @property
    def months(self) -> Sequence[Month]:
        """What it shows."""
        return self._months

    def show_months(self, months: Sequence[Month], said: str, theme: Theme, _: Translator) -> None:
        """Show months.

        Args:
            months: what stands on their days.
            said: the same in words, for those who do not see it.
            theme: the colours.
        """
        self._months, self._theme, self._words = months, theme, _
        self.setAccessibleName(_("Calendar of the hours"))
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """The narrower it is, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its rows of months."""
        rows = -(-len(self._months) // _columns(width))
        return max(rows * (_MONTH_HEIGHT + _GAP) - _GAP, 0) + 2

    def sizeHint(self) -> QSize:
        """Two months wide."""
        width = 2 * _MONTH_WIDTH + _GAP + 2
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the months that are in sight."""
        if self._words is not None:
            painter = QPainter(self)
            _paint(painter, self._months, self._theme, self._words, width=self.width(), seen=QRectF(event.rect()))
            painter.end()

    def picture(self) -> bytes:
        """The calendar as PNG on white, three months wide."""
        columns = min(_PICTURE_COLUMNS, max(len(self._months), 1))
        width = columns * (_MONTH_WIDTH + _GAP) - _GAP + 2
        size = QSize(width, self.heightForWidth(width)) * _SHARP
        image = QImage(size, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(_SHARP)
        image.fill(QColor(LIGHT.card))
        if self._words is not None:
            painter = QPainter(image)
            painter.setFont(QGuiApplication.font())
            area = QRectF(0, 0, width, size.height())
            _paint(painter, self._months, LIGHT, self._words, width=width, seen=area)
            painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know bytes for the format alone
        return bytes(buffer.data().data())


def _columns(width: int) -> int:
    return max(1, (width + _GAP) // (_MONTH_WIDTH + _GAP))


def _paint(
    painter: QPainter, months: Sequence[Month], theme: Theme, words: Translator, *, width: int, seen: QRectF
) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    columns = _columns(width)
    for number, month in enumerate(months):
        row, column = divmod(number, columns)
        area = QRectF(1 + column * (_MONTH_WIDTH + _GAP), 1 + row * (_MONTH_HEIGHT + _GAP), _MONTH_WIDTH, _MONTH_HEIGHT)
        if area.intersects(seen):
            _paint_month(painter, month, area, theme, words)


def _paint_month(painter: QPainter, month: Month, area: QRectF, theme: Theme, _: Translator) -> None:
    plain, small, bold = (QFont(painter.font()) for _each in range(3))
    small.setPixelSize(10)
    plain.setPixelSize(12)
    bold.setPixelSize(13)
    bold.setBold(True)
    center = Qt.AlignmentFlag.AlignCenter
    painter.save()
    painter.setFont(bold)
    painter.setPen(QColor(theme.text))
    painter.drawText(QRectF(area.x(), area.y(), area.width(), 22), center, month_name(month.first, _))
    painter.setFont(small)
    painter.setPen(QColor(theme.muted))
    for column in range(_WEEK):
        name = _(WEEKDAYS[(column - 1) % _WEEK])
        painter.drawText(QRectF(area.x() + column * _CELL, area.y() + 24, _CELL, 18), center, name)
    cells = {
        (row, column): QRectF(area.x() + column * _CELL, area.y() + _HEAD + row * _ROW, _CELL, _ROW)
        for row in range(len(month.weeks))
        for column in range(_WEEK)
    }
    for (row, column), cell in cells.items():
        if (day := month.weeks[row][column]) is not None:
            _paint_day(painter, day, cell, theme, (small, plain))
    painter.setPen(QPen(QColor(theme.accent), 2.4))
    for (row, column), cell in cells.items():
        _outline(painter, month.edges(row, column), cell)
    painter.restore()


def _paint_day(painter: QPainter, day: CalendarDay, cell: QRectF, theme: Theme, fonts: tuple[QFont, QFont]) -> None:
    small, plain = fonts
    inner = cell.adjusted(0.5, 0.5, -0.5, -0.5)
    painter.fillRect(inner, QColor(theme.accent_soft if day.holiday else theme.card))
    painter.setPen(QPen(QColor(theme.line), 0.8))
    painter.drawRect(inner)
    painter.setFont(small)
    painter.setPen(QColor(theme.muted))
    painter.drawText(cell.adjusted(4, 2, -3, 0), Qt.AlignmentFlag.AlignLeft, str(day.day.day))
    if day.over:
        painter.setPen(QColor(theme.bad))
        painter.drawText(cell.adjusted(3, 2, -3, 0), Qt.AlignmentFlag.AlignRight, _OVER_SIGN)
    if day.minutes:
        strong = QFont(plain)
        strong.setBold(day.over)
        painter.setFont(strong)
        painter.setPen(QColor(theme.bad if day.over else theme.text))
        bottom = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
        painter.drawText(cell.adjusted(0, 0, 0, -3), bottom, short_hours(day.minutes))


def _outline(painter: QPainter, sides: Sequence[str], cell: QRectF) -> None:
    """The sides of a day of the worst week that are its border."""
    left, top, right, bottom = (round(each) for each in (cell.left(), cell.top(), cell.right(), cell.bottom()))
    lines = {
        "left": (left, top, left, bottom),
        "right": (right, top, right, bottom),
        "top": (left, top, right, top),
        "bottom": (left, bottom, right, bottom),
    }
    for side in sides:
        painter.drawLine(*lines[side])
