"""``SheetTabs``: the sheets of the three categories as tabs."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QTabWidget, QWidget

from hsp_calc.app.colors import Theme
from hsp_calc.engine import ScoreSheet
from hsp_calc.facts import Category, Facts
from hsp_calc.gui.pages.category_page import CategoryPage
from hsp_calc.gui.shell.first_paint import once_painted
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator, short_name

_FIRST = Category.TECHNICAL


class SheetTabs(QTabWidget):
    """The sheets of the table in force. What is in them is made when a sheet is seen, or once the window is there."""

    def __init__(self, make: Callable[[Category, RuleTable], CategoryPage]) -> None:
        """Make the tabs, without sheets.

        Args:
            make: makes the sheet of a category.
        """
        super().__init__()
        self.setObjectName("categories")
        self.setDocumentMode(True)
        self._make = make
        self._table: RuleTable | None = None
        self._pages: dict[Category, CategoryPage] = {}
        self._words: Translator | None = None
        self._theme: Theme | None = None
        for _category in Category:
            self.addTab(QWidget(), "")
        self.open(_FIRST)

    @property
    def category(self) -> Category:
        """The open category."""
        return list(Category)[self.currentIndex()]

    def open(self, category: Category) -> None:
        """Bring the sheet of a category to the front."""
        self.setCurrentIndex(list(Category).index(category))

    def follow(self, table: RuleTable | None) -> bool:
        """Make the sheets anew where another table is in force; without a table, those that are there rest.

        Returns:
            Whether they were made anew.
        """
        self.setEnabled(table is not None)
        if table is self._table or table is None:
            return False
        self._table = table
        current = self.currentIndex()
        self.blockSignals(True)
        for index, category in enumerate(Category):
            self._replace(index, category, self._make(category, table))
        self.setCurrentIndex(current)
        self.blockSignals(False)
        if self.isVisible():
            self._build_soon()
        return True

    def _replace(self, index: int, category: Category, page: CategoryPage) -> None:
        old = self.widget(index)
        self._pages[category] = page
        page.setObjectName(f"page.{category.value}")
        if self._words is not None:
            page.retranslate(self._words)
        if self._theme is not None:
            page.set_theme(self._theme)
        self.removeTab(index)
        self.insertTab(index, page, "")
        page.come_after(self.tabBar())
        if old is not None:
            old.setParent(None)  # nobody finds it from now on
            QTimer.singleShot(0, old.deleteLater)

    def show_case(self, sheets: Mapping[Category, ScoreSheet], facts: Facts, _: Translator, *, anew: bool) -> None:
        """Show what is true now, and the totals in the tabs.

        Args:
            sheets: the scores; empty where there are none.
            facts: what is true on the day.
            _: the words.
            anew: whether to drop what was typed and not understood.
        """
        for index, category in enumerate(Category):
            sheet = sheets.get(category)
            points = "" if sheet is None else f"  {sheet.total}{' ✓' if sheet.eligible else ''}"
            title = f"{short_name(category, _)}{points}"
            if self.tabText(index) != title:
                self.setTabText(index, title)
            if page := self._pages.get(category):
                page.show_case(facts, sheet, _, anew=anew)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._words = _
        for page in self._pages.values():
            page.retranslate(_)

    def set_theme(self, theme: Theme) -> None:
        """Paint with other colours."""
        self._theme = theme
        for page in self._pages.values():
            page.set_theme(theme)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the hidden sheets once the window is there."""
        super().showEvent(event)
        self._build_soon()

    def _build_soon(self) -> None:
        once_painted(self, self.build)

    def build(self) -> None:
        """Make what is missing of the sheets, of the open one first."""
        for page in sorted(self._pages.values(), key=lambda page: page.category is not self.category):
            page.build()
