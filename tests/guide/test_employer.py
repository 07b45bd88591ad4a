"""The employer's page."""

from datetime import date

import pytest

from hsp_calc.guide.contents import Guide
from hsp_calc.guide.employer import EmployerSection
from hsp_calc.text import Translator
from hsp_calc.text.guide_text import qualified


def test_it_says_what_to_check_before_and_while_employing(guide: Guide) -> None:
    sections = guide.employer.sections
    assert list(sections) == [section.value for section in EmployerSection]
    assert {"card", "status", "permission", "hsp", "certificate"} <= set(sections["before_hiring"].statements)
    assert "hours" in sections["while_employing"].statements
    notices = sections["notices"].statements
    assert "by the 10th of the next month" in notices["hiring"].en
    assert "within 10 days from the day after" in notices["leaving"].en
    assert "300,000 yen" in notices["fine"].en
    assert "within 14 days" in notices["own_notice"].en
    assert "there is no penalty" in notices["acceptance"].en


@pytest.mark.parametrize(
    ("day", "years", "yen"),
    [
        ("2025-05-31", 3, 3_000_000),
        ("2025-06-01", 3, 3_000_000),
        ("2027-03-31", 3, 3_000_000),
        ("2027-04-01", 5, 5_000_000),
    ],
)
def test_the_penalty_is_that_of_the_day(guide: Guide, day: str, years: int, yen: int) -> None:
    penalty = guide.employer.penalty_on(date.fromisoformat(day))
    assert penalty is not None
    assert (penalty.years, penalty.yen) == (years, yen)


def test_the_later_penalty_is_told_with_its_day_and_how_sure_it_is(guide: Guide) -> None:
    said = qualified(guide.employer.penalties[1], Translator.load("en"))
    assert "from 1 April 2027 on; very likely" in said
    assert "the amended sentence was not read" in said


def test_nothing_says_that_the_amounts_rose_in_june_2025(guide: Guide) -> None:
    assert "not raised then" in guide.employer.sections["penal"].statements["june_2025"].en


def test_it_fits_on_one_page(guide: Guide) -> None:
    statements = [said for section in guide.employer.sections.values() for said in section.statements.values()]
    assert len(statements) + len(guide.employer.penalties) <= 25
    assert all(len(said.ja) <= 90 for said in [*statements, *guide.employer.penalties])
