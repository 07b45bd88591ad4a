"""The fees by the day of acceptance, the period granted, and where it is filed."""

from datetime import date
from pathlib import Path

import pytest

from hsp_calc.locations import resources
from hsp_calc.rules.certainty import Certainty
from hsp_calc.rules.fees import FeeProcedure, Fees, load_fees
from hsp_calc.text import Language, Translator
from hsp_calc.text.fees import fee_lines, two_ways
from hsp_calc.validation import InputError

FEES_FILE = resources() / "rules" / "fees.yaml"
EN = Translator.load(Language.EN)


@pytest.fixture(scope="module")
def fees() -> Fees:
    return load_fees(FEES_FILE)


def costs(fees: Fees, procedure: str, accepted: str, years: int | None = None) -> list[tuple[int, int | None]]:
    found = fees.of(FeeProcedure(procedure), date.fromisoformat(accepted), years)
    return [(rate.counter, rate.online) for rate in found]


@pytest.mark.parametrize(
    ("procedure", "accepted", "years", "expected"),
    [
        ("change_of_status", "2025-03-31", 5, (4000, 4000)),
        ("change_of_status", "2025-04-01", 5, (6000, 5500)),
        ("extension", "2026-09-30", 5, (6000, 5500)),
        ("extension", "2026-10-01", 1, (33000, 27000)),
        ("extension", "2026-10-01", 2, (48000, 42000)),
        ("change_of_status", "2026-10-01", 3, (64000, 56000)),
        ("change_of_status", "2026-10-01", 4, (64000, 56000)),
        ("change_of_status", "2026-10-01", 5, (75000, 65000)),
        ("permanent_residence", "2025-03-31", None, (8000, None)),
        ("permanent_residence", "2025-04-01", None, (10000, None)),
        ("permanent_residence", "2026-09-30", None, (10000, None)),
        ("permanent_residence", "2026-10-01", None, (200000, None)),
        ("reentry_single", "2025-03-31", None, (3000, 3000)),
        ("reentry_single", "2026-10-01", None, (4000, 3500)),
        ("reentry_multiple", "2025-04-01", None, (7000, 6500)),
        ("certificate_of_authorized_employment", "2019-03-31", None, (900, 900)),
        ("certificate_of_authorized_employment", "2019-04-01", None, (1200, 1200)),
        ("certificate_of_authorized_employment", "2025-04-01", None, (2000, 1600)),
        ("other_activity", "2026-10-01", None, (0, 0)),
        ("certificate_of_eligibility", "2026-10-01", None, (0, 0)),
    ],
)
def test_the_fee_of_a_day(
    procedure: str, accepted: str, years: int | None, expected: tuple[int, int | None], fees: Fees
) -> None:
    assert costs(fees, procedure, accepted, years) == [expected]


def test_without_a_period_every_band_is_told(fees: Fees) -> None:
    found = costs(fees, "extension", "2026-10-01")
    assert found == [
        (10000, 10000),
        (18000, 15000),
        (25000, 21000),
        (33000, 27000),
        (48000, 42000),
        (64000, 56000),
        (75000, 65000),
    ]


@pytest.mark.parametrize("procedure", FeeProcedure)
def test_every_month_has_one_fee_and_no_more(procedure: FeeProcedure, fees: Fees) -> None:
    for day in (date(2024, 1, 1), date(2025, 6, 1), date(2026, 10, 1), date(2030, 1, 1)):
        for months in range(1, 121):
            assert sum(rate.is_for(months) for rate in fees.of(procedure, day)) == 1


def test_before_the_first_day_that_was_read_there_is_none(fees: Fees) -> None:
    assert costs(fees, "certificate_of_authorized_employment", "2016-10-31") == []
    assert costs(fees, "certificate_of_authorized_employment", "2016-11-01") == [(900, 900)]


def test_what_is_not_certain_is_told_as_such(fees: Fees) -> None:
    (rate,) = fees.of(FeeProcedure.CHANGE_OF_STATUS, date(2026, 10, 1), 5)
    assert rate.certainty is Certainty.CERTAIN
    assert rate.note is not None
    assert rate.note.certainty is Certainty.OPEN
    said = " ".join(fee_lines(fees, FeeProcedure.CHANGE_OF_STATUS, date(2026, 10, 1), 5, EN))
    assert "HSP (ii) has no period of stay" in said
    assert "unclear: no official text states it" in said


def test_the_two_ways_to_permanent_residence_are_compared(fees: Fees) -> None:
    dear = " ".join(two_ways(fees, date(2026, 10, 1), EN))
    assert "¥265,000" in dear
    assert "¥200,000 (at the counter only)" in dear
    assert "¥15,500" in " ".join(two_ways(fees, date(2026, 9, 30), EN))


def test_fees_that_overlap_are_refused_with_their_line(tmp_path: Path) -> None:
    text = FEES_FILE.read_text(encoding="utf-8")
    path = tmp_path / "fees.yaml"
    path.write_text(text.replace('to: "2025-03-31"', 'to: "2025-04-01"', 1), encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_fees(path)
    assert [problem.code for problem in refused.value.problems] == ["fees_overlap"]
    assert refused.value.problems[0].line
