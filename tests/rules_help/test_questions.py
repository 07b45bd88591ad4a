"""What people ask most is answered where it is asked, each answer with how sure it is."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from hsp_calc.locations import resources

HELP, GUIDELINE = "reference/help.yaml", "rules/permanent-residence.yaml"
UNDERLYING, BENEFITS = "reference/guide/underlying-status.yaml", "reference/guide/benefits.yaml"
ANSWERS = [
    (HELP, "pay in shares (RSU, options) or a sign-on payment", "open"),
    (HELP, "Pay from a foreign institution counts only", "certain"),
    (HELP, "For 1 or 3 years ago it is the pay expected at that time", "medium"),
    (HELP, "between the application for a certificate of eligibility and the landing", "open"),
    (UNDERLYING, "a researcher in a company falls under (a)", None),
    (HELP, "A pending application does not count", "certain"),
    (HELP, "Foreign patents", "high"),
    (HELP, "expired patents", "open"),
    (HELP, "Utility models and designs", "certain"),
    (HELP, "The form is wider and is followed here", "certain"),
    (GUIDELINE, "gives no figure for days abroad", "certain"),
    (GUIDELINE, "the figures for absences", "open"),
    (GUIDELINE, "deemed re-entry of 1 year", "certain"),
    (HELP, "the day of the exam or of the result", "open"),
    (HELP, "Work under a contract for services may count", "medium"),
    (BENEFITS, "Falling under 70 points during a stay ends nothing at once", None),
    (HELP, "Notice No. 578 of 2014", "open"),
    (HELP, "list of the projects was not read", "open"),
    (HELP, "the diploma must say that it is a professional degree", "certain"),
    (HELP, "A foreign MBA", "high"),
    (HELP, "The rankings at the application count", "high"),
    (HELP, "the notice and the rankings of that day", "high"),
    (HELP, "A senmonshi gives no points", "medium"),
    (HELP, "part-time work, or work during studies", "open"),
    (HELP, "self-study examination or a short-cycle college", "open"),
]
"""Where a question is answered, the words by which the answer is known, and its certainty; None: that of its source."""


def statements(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if {"ja", "en"} <= set(value):
            yield value
        for part in value.values():
            yield from statements(part)
    elif isinstance(value, list):
        for part in value:
            yield from statements(part)


@pytest.mark.parametrize(("file", "words", "certainty"), ANSWERS, ids=[words for _file, words, _sure in ANSWERS])
def test_each_question_is_answered_and_what_is_open_is_said_to_be(file: str, words: str, certainty: str | None) -> None:
    data = yaml.safe_load((resources() / file).read_text(encoding="utf-8"))
    found = [said for said in statements(data) if words in str(said["en"])]
    assert found
    assert all(said["sources"] for said in found)
    if certainty is not None:
        assert {said["certainty"] for said in found} == {certainty}
