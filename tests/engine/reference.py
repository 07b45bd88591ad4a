"""The point system a second time, straight from the brief and the form: plain facts in, a total out.

It shares no code with the product. A fact that is absent is not answered and gives nothing by itself.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

Person = Mapping[str, Any]
ADVANCED = {"doctor", "master", "professional", "mba_mot"}


FIRST_DAYS = {
    "2015": date(2015, 4, 1),
    "2017": date(2017, 4, 26),
    "2019": date(2019, 3, 15),
    "2021": date(2021, 7, 30),
    "2023": date(2023, 3, 31),
}
"""The tables by the years in which they began."""


def table_on(day: date) -> str:
    """The table of a day from 2015-04-01 on."""
    return next(year for year, first in reversed(FIRST_DAYS.items()) if first <= day)


def total(person: Person, category: str, day: date, *, table: str = "2023") -> int:
    """The points of a person by a table, with the age of a day."""
    age = age_on(person, day)
    points = degree(person, category, table) + experience(person, category) + institution(person)
    if category == "management":
        points += pick(person.get("annual_salary_yen"), (30, 50), (25, 40), (20, 30), (15, 20), (10, 10))
        points += {"representative": 10, "director": 5}.get(person.get("position") or "", 0)
    else:
        points += salary_by_age(person.get("annual_salary_yen"), age)
        points += 0 if age is None or age >= 40 else 15 if age < 30 else 10 if age < 35 else 5
        achievements = len(person.get("research") or ())
        points += (0, 20, 25, 25, 25)[achievements] if category == "academic" else 15 if achievements else 0
    if category == "technical":
        points += 5 * min(person.get("licenses") or 0, 2)
    points += 5 if person.get("foreign_qualification") else 0
    points += 10 if person.get("japanese_degree") else 0
    points += 15 if person.get("japanese") in {"n1", "japanese_major"} else 0
    return points if table == "2015" else points + since_2017(person, category, table)


def since_2017(person: Person, category: str, table: str) -> int:
    """The rows that the table of 2015 did not have, and those that joined later still."""
    japanese_degree = person.get("japanese_degree")
    points = 10 if person.get("japanese") == "n2" and not japanese_degree else 0
    points += 5 if person.get("multiple_fields") and ADVANCED & set(person.get("degrees") or ()) else 0
    points += 10 if person.get("designated_university") else 0
    points += 10 if person.get("growth_project") else 0
    if person.get("local_government_support") and table >= "2019":  # until 2023 in special zones only
        points += 10
    if person.get("jica_training") and not (
        japanese_degree and person.get("jica_used_japanese_university") is not False
    ):
        points += 5
    if category != "academic" and person.get("asset_management") and table >= "2021":
        points += 10
    return points + (5 if category == "management" and person.get("investment_100m") else 0)


def degree(person: Person, category: str, table: str) -> int:
    """The best degree; in 2015 an MBA was an addition to the master's degree."""
    held = set(person.get("degrees") or ())
    if category == "management":
        best = 20 if held & ADVANCED else 10 if "bachelor" in held else 0
        return best + 5 * ("mba_mot" in held)
    if "doctor" in held:
        return 30
    if "mba_mot" in held and category == "technical":
        return 25
    if held & ADVANCED:
        return 20
    return 10 if "bachelor" in held and (category, table) != ("academic", "2015") else 0


def experience(person: Person, category: str) -> int:
    """Years in the work that the category asks for."""
    years = person.get("experience_years")
    years = years.get(category) if isinstance(years, dict) else years
    steps = {
        "academic": ((7, 15), (5, 10), (3, 5)),
        "technical": ((10, 20), (7, 15), (5, 10), (3, 5)),
        "management": ((10, 25), (7, 20), (5, 15), (3, 10)),
    }[category]
    return 0 if years is None else next((points for least, points in steps if years >= least), 0)


def pick(yen: int | None, *bands: tuple[int, int]) -> int:
    """The points of the band in which a salary lies; bounds in million yen."""
    return 0 if yen is None else next((points for million, points in bands if yen >= million * 1_000_000), 0)


def salary_by_age(yen: int | None, age: int | None) -> int:
    """The grid; with the age unknown only what holds at every age."""
    bands = [(10, 40), (9, 35), (8, 30)]
    if age is not None:
        bands += [(7, 25), (6, 20)] if age < 40 else []
        bands += [(5, 15)] if age < 35 else []
        bands += [(4, 10)] if age < 30 else []
    return pick(yen, *bands)


def institution(person: Person) -> int:
    """Innovation support, the SME that receives it, and the SME with much research."""
    sme = person.get("sme")
    supported = (20 if sme else 10) if person.get("innovation_support") else 0
    return supported + (5 if sme and person.get("rd_ratio_over_3pct") else 0)


def age_on(person: Person, day: date) -> int | None:
    """Completed years; born on 29 February, on 1 March of a common year."""
    if person.get("date_of_birth") is None:
        return person.get("age")
    born = date.fromisoformat(person["date_of_birth"])
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def gate(person: Person, category: str) -> bool | None:
    """Whether the salary floor is passed."""
    yen = person.get("annual_salary_yen")
    return True if category == "academic" else None if yen is None else yen >= 3_000_000
