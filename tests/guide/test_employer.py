"""The employer's page."""

from hsp_calc.guide.contents import Guide
from hsp_calc.guide.employer import EmployerSection


def test_it_says_what_to_check_before_and_while_employing(guide: Guide) -> None:
    sections = guide.employer.sections
    assert list(sections) == [section.value for section in EmployerSection]
    assert {"card", "period", "status", "permission"} <= set(sections["before_hiring"].statements)
    assert "hours" in sections["while_employing"].statements
    assert set(sections["notices"].statements) == {"hiring", "leaving"}


def test_both_penalties_stand_with_their_dates(guide: Guide) -> None:
    earlier, later = guide.employer.penalties
    assert (earlier.years, earlier.yen, earlier.from_month, earlier.before_month) == (3, 3_000_000, None, "2025-06")
    assert (later.years, later.yen, later.from_month, later.before_month) == (5, 5_000_000, "2025-06", None)
    assert "reported in force from June 2025" in later.en
    assert "2025年６月から施行されたとされています" in later.ja


def test_it_fits_on_one_page(guide: Guide) -> None:
    statements = [said for section in guide.employer.sections.values() for said in section.statements.values()]
    assert len(statements) + len(guide.employer.penalties) <= 25
    assert all(len(said.ja) <= 80 for said in [*statements, *guide.employer.penalties])
