"""What is done with the window before a picture of it is taken."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QScrollArea, QTabWidget, QWidget

from hsp_calc.casefile.sections import (
    Effort,
    GuideAnswers,
    KeptChecklist,
    ProofChoices,
    SavedDocuments,
    SavedShifts,
    State,
)
from hsp_calc.facts import Category, Japanese
from hsp_calc.gui.dialogs import crash_dialog
from hsp_calc.gui.shell.main_window import MainWindow
from hsp_calc.gui.widgets.info import InfoButton
from tests.gui.driving import child, page

_TODAY = date(2026, 11, 22)
_LOOKED = 150  # milliseconds, longer than a panel waits before it shows what is new
_ROOM = 300  # pixels that are to be in sight beneath an input
_HEAD = 120  # pixels that the head of a page takes, and the title of a card
_ANSWERS = {
    "underlying": {
        "status": "engineer_humanities_international",
        "work_kind": "knowledge",
        "degree_relation": "related",
        "duties": "skilled",
        "workplace": "client_site",
        "contract_term": "indefinite",
    },
    "activity": {
        "present": "student",
        "wanted": "simple_work",
        "paid": True,
        "replaces_main": False,
        "contract_form": "employment",
        "hours_shown": True,
    },
}
_SHIFTS = (
    ("2026-11-02", "9:00", "16:00", "Cafe"),
    ("2026-11-04", "22:00", "5:00", "Hotel"),
    ("2026-11-06", "9:00", "17:30", "Cafe"),
    ("2026-11-07", "10:00", "18:00", "Hotel"),
    ("2026-12-24", "9:00", "18:00", "Cafe"),
    ("2026-12-26", "9:00", "soon", "Cafe"),
)
_HOLIDAYS = (("2026-12-20", "2027-01-07"),)


def guide_answered(window: MainWindow) -> None:
    """Answer the status guide in part, and enter shifts of which one cannot be read."""
    kept = GuideAnswers.model_validate(_ANSWERS)
    window.editor.keep(lambda case: case.with_section(kept))
    window.editor.keep(lambda case: case.with_section(SavedShifts.typed(_SHIFTS, _HOLIDAYS)))


def papers_of_permanent_residence(window: MainWindow) -> None:
    """Ask for the papers of a procedure, one of them at hand."""
    papers = {"photo": SavedDocuments(state=State.AT_HAND, on=_TODAY)}
    kept = KeptChecklist(procedure="permanent_residence_80", papers=papers)
    window.editor.keep(lambda case: case.with_section(kept))


def papers_that_grow_old(window: MainWindow) -> None:
    """Have a certificate that will be too old on the planned day."""
    papers = {
        "resident_tax": SavedDocuments(state=State.AT_HAND, on=_TODAY, issued_on=date(2026, 9, 1), remark="2025"),
        "photo": SavedDocuments(state=State.GIVEN_IN, on=_TODAY),
    }
    kept = KeptChecklist(procedure="permanent_residence_80", apply_on=date(2027, 1, 15), papers=papers)
    window.editor.keep(lambda case: case.with_section(kept))


def papers_put_together(window: MainWindow) -> None:
    """Unfold what finds papers, and roll to it."""
    papers_that_grow_old(window)
    QTest.qWait(_LOOKED)
    panel = child(window, QScrollArea, "documents")
    child(panel, QAbstractButton, "checklist.fold").click()
    QTest.qWait(_LOOKED)
    roll_to(panel, "checklist.progress")


def least_trouble(window: MainWindow) -> None:
    """Ask for a proof of 70 points, with documents of which some are hard to get, and roll to it."""
    proof = ProofChoices(target=70, effort={"②": Effort.HARD, "③": Effort.AT_HAND})
    window.editor.keep(lambda case: case.with_section(KeptChecklist(proof=proof)))
    QTest.qWait(_LOOKED)
    panel = child(window, QScrollArea, "documents")
    child(panel, QAbstractButton, "proof.fold").click()
    QTest.qWait(_LOOKED)
    roll_to(panel, "proof")


def hours_calendar(window: MainWindow) -> None:
    """Open the page on hours, and roll to its calendar."""
    guide_answered(window)
    window.tools.open("status_guide", "guide.hours")
    QTest.qWait(_LOOKED)
    roll_to(child(window, QScrollArea, "guide.hours"), "guide.hours.calendar", above=_HEAD)


def roll_to(panel: QScrollArea, name: str, above: int = 8) -> None:
    """Bring a part of a panel to its top, with so many pixels above it."""
    bar = panel.verticalScrollBar()
    bar.setValue(bar.value() + child(panel, QWidget, name).mapTo(panel, QPoint()).y() - above)


def end_of_the_panel(window: MainWindow) -> None:
    """Roll the panel in sight to its end."""
    QTest.qWait(_LOOKED)
    panel = child(window, QTabWidget, "panels").currentWidget()
    assert isinstance(panel, QAbstractScrollArea)
    panel.verticalScrollBar().setValue(panel.verticalScrollBar().maximum())


def end_of_the_sheet(window: MainWindow) -> None:
    """Roll the sheet to its end."""
    sheet = page(window, Category.TECHNICAL)
    assert isinstance(sheet, QAbstractScrollArea)
    sheet.verticalScrollBar().setValue(sheet.verticalScrollBar().maximum())


def age_and_salary(window: MainWindow) -> None:
    """Roll the sheet to the salary, with the bands by age."""
    sheet = page(window, Category.TECHNICAL)
    assert isinstance(sheet, QScrollArea)
    sheet.ensureWidgetVisible(child(sheet, QLineEdit, "annual_salary_yen"), 0, _ROOM)


def scenarios(window: MainWindow) -> None:
    """Keep two scenarios, and look at the second."""
    window.editor.add_scenario("N1")
    window.editor.set_fact("japanese", Japanese.N1)
    window.editor.view_scenario(None)
    window.editor.add_scenario("1,000万円")
    window.editor.set_fact("annual_salary_yen", 10_000_000)


def day_without_table(window: MainWindow) -> None:
    """Ask for a day whose table is not carried."""
    window.editor.set_day(date(2015, 3, 31))


def wrong_entries(window: MainWindow) -> None:
    """Type what cannot be read."""
    tab = page(window, Category.TECHNICAL)
    for name, text in (("experience_years", "5 and a bit"), ("annual_salary_yen", "much")):
        line = child(tab, QLineEdit, name)
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Tab)


def help_on_a_row(window: MainWindow) -> None:
    """Ask what counts for the first row."""
    page(window, Category.TECHNICAL).findChildren(InfoButton)[0].click()


def mishap(window: MainWindow) -> None:
    """Have an error that nothing expected."""
    crash_dialog.tell(window, RuntimeError(), window.words)


def scenarios_compared(window: MainWindow) -> None:
    """Keep scenarios, and roll to what differs between them."""
    scenarios(window)
    end_of_the_panel(window)


def closing_unsaved(window: MainWindow) -> None:
    """Close the window while there are changes."""
    window.editor.set_fact("annual_salary_yen", 9_000_000)
    window.close()


PANELS: dict[str, Callable[[MainWindow], None]] = {
    "documents-papers": papers_of_permanent_residence,
    "documents-old": papers_that_grow_old,
    "documents-found": papers_put_together,
    "documents-proof": least_trouble,
    "compare-scenarios": scenarios,
    "compare-differences": scenarios_compared,
    "timeline-end": end_of_the_panel,
    "advice-end": end_of_the_panel,
    "why-sheet_end": end_of_the_sheet,
    "why-salary": age_and_salary,
}
"""What is done, by the panel that is in sight, and what is seen then."""
