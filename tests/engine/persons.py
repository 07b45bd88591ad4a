"""Random persons, as facts in the contract's form, many of them on a bound and with answers missing."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Any

FLAGS = (
    "multiple_fields",
    "innovation_support",
    "sme",
    "local_government_support",
    "rd_ratio_over_3pct",
    "foreign_qualification",
    "japanese_degree",
    "growth_project",
    "designated_university",
    "jica_training",
    "jica_used_japanese_university",
    "investment_100m",
    "asset_management",
)
DEGREES = ("bachelor", "master", "professional", "mba_mot", "doctor")
RESEARCH = ("patent", "grants", "papers", "other")
AGES = (0, 18, 29, 30, 34, 35, 39, 40, 41, 65, 120)
YEARS = (0, 2, 2.99, 3, 4.9, 5, 6.99, 7, 9.99, 10, 11, 40)
MILLIONS = (0, 3, 4, 5, 6, 7, 8, 9, 10, 15, 20, 25, 30, 100)


def persons(count: int, *, seed: int, day: date, missing: float = 0.2) -> Iterator[dict[str, Any]]:
    """So many persons, the same for the same seed."""
    random = Random(seed)  # noqa: S311 - made-up persons, no secrets
    for _ in range(count):
        yield person(random, day, missing)


def person(random: Random, day: date, missing: float) -> dict[str, Any]:
    """A person; each fact is missing with the probability given."""
    chance, choice = random.random, random.choice
    facts: dict[str, Any] = {flag: chance() < 0.5 for flag in FLAGS if chance() >= missing}
    if chance() >= missing:
        if chance() < 0.3:
            birthday = day.replace(year=day.year - choice((29, 30, 34, 35, 39, 40, 41)))
            facts["date_of_birth"] = (birthday + timedelta(days=choice((-400, -1, 0, 1, 30)))).isoformat()
        else:
            facts["age"] = choice(AGES) if chance() < 0.5 else random.randint(18, 70)
    if chance() >= missing:
        facts["annual_salary_yen"] = max(0, choice(MILLIONS) * 1_000_000 + choice((-1, 0, 0, 1, 350_000)))
    if chance() >= missing:
        facts["degrees"] = [degree for degree in DEGREES if chance() < 0.35]
    if chance() >= missing:
        facts["research"] = [kind for kind in RESEARCH if chance() < 0.4]
    if chance() >= missing:
        by_category = {name: choice(YEARS) for name in ("academic", "technical", "management") if chance() < 0.8}
        facts["experience_years"] = choice(YEARS) if chance() < 0.5 else by_category
    if chance() >= missing:
        facts["licenses"] = choice((0, 0, 1, 2, 3, 9))
    if chance() >= missing:
        facts["position"] = choice(("none", "director", "representative"))
    if chance() >= missing:
        facts["japanese"] = choice(("none", "n2", "n2", "n1", "japanese_major"))
    return facts
