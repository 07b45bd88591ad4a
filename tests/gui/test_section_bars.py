"""The sections as bars: what each gives is seen and heard, and follows every entry."""

from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from hsp_calc.facts import Category
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.section_bars import SectionBars
from tests.gui.driving import child, in_one_language, page

SECTIONS = {
    "ja": "学歴 20, 職歴 10, 年収 30, 年齢 10, 研究実績 0, 資格 0, 特別加算 10",
    "en": "Education 20, Experience 10, Annual salary 30, Age 10, Research 0, Qualifications 0, Bonus points 10",
}


def test_each_section_of_the_open_sheet_is_told_with_its_points(window: MainWindow) -> None:
    window.files.open_sample()
    bars = child(window, SectionBars, "section_bars")
    assert bars.accessibleName() == SECTIONS[window.words.language]
    window.editor.set_fact("japanese", "n1")
    assert bars.accessibleName().endswith(" 25")
    page(window, Category.MANAGEMENT)
    assert len(bars.accessibleName().split(", ")) == 5


@in_one_language
def test_a_longer_section_has_a_longer_bar(window: MainWindow) -> None:
    window.files.open_sample()
    bars = child(window, SectionBars, "section_bars")
    QApplication.processEvents()
    picture = bars.grab().toImage()
    accent = window.theme.accent
    pitch = bars.height() / 4

    def length(line: int) -> int:
        y = round((line * pitch + QFontMetricsF(bars.font()).height() / 2) * picture.devicePixelRatio())
        return sum(picture.pixelColor(x, y).name() == accent for x in range(picture.width() // 2))

    education, experience, salary = (length(line) for line in range(3))
    assert 0 < experience < education < salary
