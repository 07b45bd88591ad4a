"""Every control shows its state: usable or not, under the pointer, held down, with the focus."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QEnterEvent, QHoverEvent, QImage, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QTableView,
    QTabWidget,
    QToolButton,
    QTreeWidget,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from hsp_calc.app.colors import LIGHT, THEMES, Theme
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.shell.window_fitting import fit
from hsp_calc.gui.widgets import theme as themes
from hsp_calc.gui.widgets.answer_box import AnswerBox
from hsp_calc.gui.widgets.info import InfoButton
from hsp_calc.gui.widgets.inputs import DropDown
from hsp_calc.gui.widgets.since_buttons import DateMark
from tests.gui.driving import child, in_one_language
from tests.gui.test_colors import ENOUGH, contrast

DAY = date(2026, 11, 22)


def tool(*, role: str = "", name: str = "", checked: bool = False) -> QToolButton:
    button = QToolButton()
    button.setText("Tool")
    button.setProperty("role", role)
    button.setObjectName(name)
    button.setCheckable(checked)
    button.setChecked(checked)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def push(*, role: str = "") -> QPushButton:
    button = QPushButton("Push")
    button.setProperty("role", role)
    button.setAutoDefault(False)
    return button


def answer(state: Qt.CheckState) -> AnswerBox:
    box = AnswerBox("a")
    box.setCheckState(state)
    return box


def ticked() -> QCheckBox:
    box = QCheckBox("Box")
    box.setChecked(True)
    return box


def choice() -> DropDown:
    combo = DropDown()
    combo.addItems(["One", "Two"])
    return combo


CONTROLS: dict[str, Callable[[], QWidget]] = {
    "tool": tool,
    "primary": lambda: tool(name="primary"),
    "beside": lambda: tool(role="tool"),
    "chosen beside": lambda: tool(role="tool", checked=True),
    "answer": lambda: tool(role="answer"),
    "chosen answer": lambda: tool(role="answer", checked=True),
    "fold": lambda: tool(role="fold"),
    "button": push,
    "verdict": lambda: push(role="standing"),
    "line": lambda: QLineEdit("text"),
    "empty line": QLineEdit,
    "choice": choice,
    "number": QSpinBox,
    "day": QDateEdit,
    "box": lambda: QCheckBox("Box"),
    "ticked box": ticked,
    "yes": lambda: answer(Qt.CheckState.Checked),
    "no": lambda: answer(Qt.CheckState.Unchecked),
    "open": lambda: answer(Qt.CheckState.PartiallyChecked),
    "help": InfoButton,
    "since when": lambda: DateMark("sme"),
    "list": QTreeWidget,
    "table": QTableView,
    "memo": lambda: QPlainTextEdit("memo"),
}


@pytest.fixture(params=THEMES.values(), ids=lambda theme: theme.name)
def theme(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Theme]:
    chosen: Theme = request.param
    themes.apply(chosen, qapp)
    yield chosen
    themes.apply(LIGHT, qapp)


def hold(holder: QWidget, control: QWidget) -> None:
    column = QVBoxLayout(holder)
    other = QLineEdit()  # has the focus that the control has not
    column.addWidget(other)
    column.addWidget(control)
    other.setFocus()


def picture(control: QWidget) -> QImage:
    """The control on the ground it stands on, without what blinks in it."""
    QApplication.processEvents()
    return control.grab().toImage()


def put_under_pointer(control: QWidget) -> None:
    inside = QPointF(10, control.height() / 2)  # a box takes the pointer where its words are
    control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    QApplication.sendEvent(control, QEnterEvent(inside, inside, inside))
    QApplication.sendEvent(control, QHoverEvent(QEvent.Type.HoverEnter, inside, inside, QPointF(-1, -1)))
    none = Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, inside, inside, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(control, moved)


def states(control: QWidget) -> dict[str, QImage]:
    seen = {"plain": picture(control)}
    control.setFocus()
    seen["focus"] = picture(control)
    control.clearFocus()
    if isinstance(control, QAbstractButton):
        control.setDown(True)
        seen["pressed"] = picture(control)
        control.setDown(False)
    put_under_pointer(control)
    seen["hover"] = picture(control)
    control.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, on=False)
    control.setEnabled(False)
    seen["disabled"] = picture(control)
    return seen


@pytest.mark.parametrize("name", CONTROLS)
def test_no_state_of_a_control_looks_like_another(theme: Theme, name: str, qtbot: QtBot) -> None:
    holder, control = QWidget(), CONTROLS[name]()
    if isinstance(control, AnswerBox | InfoButton | DateMark):
        control.set_theme(theme)
    hold(holder, control)
    qtbot.addWidget(holder)
    with qtbot.waitActive(holder):
        holder.show()
    seen = list(states(control).items())
    alike = [
        f"{one} and {other}"
        for index, (one, image) in enumerate(seen)
        for other, second in seen[index + 1 :]
        if image == second
    ]
    assert alike == []


@in_one_language
def test_the_focus_is_seen_wherever_the_tab_key_leads(window: MainWindow, qtbot: QtBot) -> None:
    window.files.open_sample()
    QApplication.processEvents()
    start = child(window, QTabWidget, "categories").tabBar()
    start.setFocus()
    unseen, met = [], set()
    while (widget := QApplication.focusWidget()) is not None and widget not in met:
        met.add(widget)
        focused = picture(widget)
        assert widget.isVisible()
        if not widget.visibleRegion().isEmpty() and not differs_without_focus(widget, focused):
            unseen.append(f"{type(widget).__name__} {widget.objectName()}")
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert len(met) > len(CONTROLS)
    assert unseen == []


def differs_without_focus(widget: QWidget, focused: QImage) -> bool:
    widget.clearFocus()
    plain = picture(widget)
    widget.setFocus()
    return plain != focused


def test_the_tab_key_leads_from_the_categories_to_the_first_box(window: MainWindow, qtbot: QtBot) -> None:
    categories = child(window, QTabWidget, "categories")
    categories.tabBar().setFocus()
    qtbot.keyClick(categories.tabBar(), Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QAbstractButton)


@pytest.mark.parametrize("name", THEMES)
def test_the_calendar_is_readable_in_every_theme(make: Callable[[str], MainWindow], name: str) -> None:
    window = make("ja")
    window.set_theme(name)
    calendar = child(window, QDateEdit, "reference_date").calendarWidget()
    view = calendar.findChild(QAbstractItemView)
    assert view is not None
    calendar.ensurePolished()
    ground = THEMES[name].card
    assert view.palette().base().color().name() == ground
    assert contrast(view.palette().text().color().name(), ground) >= ENOUGH
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert contrast(calendar.weekdayTextFormat(day).foreground().color().name(), ground) >= ENOUGH
    window.set_theme("light")


def test_the_calendar_speaks_the_language_of_the_window(window: MainWindow) -> None:
    calendar: QCalendarWidget = child(window, QDateEdit, "reference_date").calendarWidget()
    assert calendar.locale().name().startswith(window.words.language)
    assert calendar.monthShown() == DAY.month


@in_one_language
def test_lists_of_choices_show_every_entry_whole(window: MainWindow) -> None:
    window.files.open_sample()
    panels = child(window, QTabWidget, "panels")
    opened = 0
    for index in range(panels.count()):
        panels.setCurrentIndex(index)
        QApplication.processEvents()
        for combo in window.findChildren(QComboBox):
            if combo.isVisible() and combo.isEnabled() and combo.count() > 1:
                opened += 1
                combo.showPopup()
                QApplication.processEvents()
                view = combo.view()
                assert view.verticalScrollBar().maximum() == 0 or too_long(combo), combo.objectName()
                assert view.sizeHintForColumn(0) <= view.viewport().width(), combo.objectName()
                combo.hidePopup()
    assert opened > 1


def too_long(combo: QComboBox) -> bool:
    """Whether the screen has no room for a list, neither beneath its choice nor above."""
    room = combo.screen().availableGeometry()
    top = combo.mapToGlobal(QPoint(0, 0)).y()
    needed = sum(combo.view().sizeHintForRow(row) for row in range(combo.count()))
    return needed + combo.height() > max(top - room.top(), room.bottom() - top)


def test_a_window_is_moved_and_shrunk_into_the_screen(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    room = window.screen().availableGeometry()
    window.resize(room.width() + 50, room.height() // 2)
    window.move(room.bottomLeft() + QPoint(30, -100))
    fit(window)
    assert room.contains(window.frameGeometry())
    assert window.height() == room.height() // 2


def test_a_window_that_fits_stays_where_it_is(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 50, 300, 200)
    window.show()
    fit(window)
    assert window.geometry() == QRect(40, 50, 300, 200)
