"""A birthday that costs points between the application for a certificate of eligibility and the landing.

The ordinance fixes the age at the application for landing; it does not name the application for a certificate. No
official text tells which of the two days decides where a birthday lies between.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from hsp_calc.documents.application import Folder
from hsp_calc.facts import Facts
from hsp_calc.facts.calendar import MONTHS_A_YEAR, completed_years, day_completed
from hsp_calc.rules.certainty import Certainty

AGES = (30, 35, 40)
"""The ages at which points for the age, or the salary that gives points, change."""
PROCEDURE = "certificate_of_eligibility"


@dataclass(frozen=True, slots=True)
class LandingAge:
    """A birthday after which a landing gives fewer points.

    Attributes:
        age: the age that is reached.
        birthday: the day on which it is.
        total: the points by the age at the application.
        lower: the points by the age that is reached.
    """

    age: int
    birthday: date
    total: int
    lower: int


def birthday_before_landing(
    folder: Folder, facts: Facts, total_with: Callable[[dict[str, object]], int]
) -> LandingAge | None:
    """The birthday to be warned of in the documents of a procedure; None for all but the certificate.

    Args:
        folder: the documents.
        facts: of the person.
        total_with: the points with some facts changed.
    """
    if folder.procedure is None or folder.procedure.id != PROCEDURE:
        return None
    return landing_age(facts, folder.apply_on, total_with)


def landing_age_data(found: LandingAge) -> dict[str, object]:
    """The birthday as an object of a JSON file."""
    return {
        "age": found.age,
        "birthday": found.birthday.isoformat(),
        "points": found.total,
        "points_after": found.lower,
        "certainty": Certainty.OPEN.value,
    }


def landing_age(facts: Facts, apply_on: date, total_with: Callable[[dict[str, object]], int]) -> LandingAge | None:
    """The next birthday within a year after an application that would cost points; None if there is none.

    Args:
        facts: of the person; without a date of birth no birthday is known.
        apply_on: the planned day of application for the certificate.
        total_with: the points with some facts changed.
    """
    born = facts.date_of_birth
    if born is None or born > apply_on:
        return None
    now = completed_years(born, apply_on)
    age = next((age for age in AGES if age > now), None)
    if age is None:
        return None
    try:
        birthday, last = day_completed(born, age * MONTHS_A_YEAR), day_completed(apply_on, MONTHS_A_YEAR)
    except OverflowError:
        return None  # beyond the calendar
    if birthday > last:
        return None
    total, lower = (total_with({"date_of_birth": None, "age": each}) for each in (now, age))
    return LandingAge(age, birthday, total, lower) if lower < total else None
