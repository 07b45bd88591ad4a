"""``Calendar``: the calendar that a day is chosen from, in the colours of the theme."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget

from hsp_calc.gui.widgets import theme as themes

_WEEKEND = (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday)


class Calendar(QCalendarWidget):
    """A month of days. Qt paints the weekend in a red that a dark ground swallows; this one takes that of the theme."""

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._paint_days()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.StyleChange}:
            self._paint_days()

    def _paint_days(self) -> None:
        theme = themes.current()
        weekend, heading = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(themes.color(theme, "bad"))
        for day in _WEEKEND:
            self.setWeekdayTextFormat(day, weekend)
        heading.setForeground(themes.color(theme, "text"))
        heading.setBackground(themes.color(theme, "window"))
        self.setHeaderTextFormat(heading)
