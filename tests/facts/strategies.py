"""Persons for property tests, as facts in the contract's form."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.engine.persons import DEGREES, FLAGS, MILLIONS, RESEARCH, YEARS

POSITIONS = ("none", "director", "representative")
LANGUAGES = ("none", "n2", "n1", "japanese_major")
CATEGORIES = ("academic", "technical", "management")

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
months = st.integers(min_value=0, max_value=1_500)
years = st.one_of(st.sampled_from(YEARS), st.floats(min_value=0, max_value=60), st.integers(0, 60))
salaries = st.one_of(
    st.integers(0, 40_000_000),
    st.builds(lambda million, yen: max(0, million * 1_000_000 + yen), st.sampled_from(MILLIONS), st.integers(-1, 1)),
)
ages = st.one_of(st.integers(0, 120), st.integers(28, 41))

ANSWERS: dict[str, st.SearchStrategy[Any]] = {
    "age": ages,
    "degrees": st.lists(st.sampled_from(DEGREES), unique=True),
    "experience_years": st.one_of(
        years, st.fixed_dictionaries({}, optional=dict.fromkeys(CATEGORIES, years)).filter(bool)
    ),
    "annual_salary_yen": salaries,
    "research": st.lists(st.sampled_from(RESEARCH), unique=True),
    "licenses": st.integers(0, 4),
    "position": st.sampled_from(POSITIONS),
    "japanese": st.sampled_from(LANGUAGES),
    **{flag: st.booleans() for flag in FLAGS},
}
"""What may be answered to each fact."""

persons = st.fixed_dictionaries({}, optional=ANSWERS)
"""Persons with any answers missing."""

birthdays = st.dates(min_value=date(1920, 1, 1), max_value=date(2020, 12, 31)).map(date.isoformat)
born_persons = st.builds(
    lambda person, born: {k: v for k, v in person.items() if k != "age"} | {"date_of_birth": born}, persons, birthdays
)
"""Persons of whom the date of birth is known."""
