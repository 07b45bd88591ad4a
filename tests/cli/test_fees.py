"""``hsp-calc fees``."""

from typing import Any

import pytest

from tests.cli.conftest import Run


def test_the_fee_is_there_for_scripts(run: Run) -> None:
    done = run("fees", "change_of_status", "--accepted", "2026-10-01", "--years", "5", "--format", "json")
    data: Any = done.data
    assert (data["procedure"], data["accepted"]) == ("change_of_status", "2026-10-01")
    (rate,) = data["rates"]
    assert set(rate) == {"granted", "counter", "online", "source", "certainty"}
    assert (rate["granted"], rate["counter"], rate["online"], rate["certainty"]) == (
        "5 years or more",
        75000,
        65000,
        "certain",
    )
    assert "268" in rate["source"]


def test_what_is_filed_at_the_counter_alone_has_no_fee_online(run: Run) -> None:
    data: Any = run("fees", "permanent_residence", "--accepted", "2026-10-01", "--format", "json").data
    assert [(rate["granted"], rate["counter"], rate["online"]) for rate in data["rates"]] == [("any", 200000, None)]


@pytest.mark.parametrize(("language", "words"), [("en", "¥6,000 at the counter, ¥5,500 online"), ("ja", "6,000円")])
def test_the_fee_is_told_in_both_languages(run: Run, language: str, words: str) -> None:
    done = run("fees", "extension", "--accepted", "2026-09-30", "--lang", language)
    assert (done.code, done.err) == (0, "")
    assert words in done.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "PROCEDURE is missing."),
        (["extension"], "--accepted is missing."),
        (["naturalisation", "--accepted", "2026-10-01"], "“naturalisation” is not valid; choose change_of_status"),
        (["extension", "--accepted", "2026-02-30"], "“2026-02-30” is not a valid date"),
        (["extension", "--accepted", "2026-10-01", "--years", "0"], "--years: “0” is not valid"),
        (["extension", "--accepted", "2026-10-01", "--years", "five"], "--years: “five” is not valid"),
        (
            ["certificate_of_authorized_employment", "--accepted", "2010-01-01"],
            "The program has no fee for “Certificate of authorized employment” on 2010-01-01; its data begin",
        ),
    ],
)
def test_a_wrong_request_is_refused(run: Run, arguments: list[str], message: str) -> None:
    done = run("fees", *arguments)
    assert (done.code, done.out, len(done.errors)) == (2, "", 1)
    assert message in done.errors[0]


def test_a_checklist_names_the_fee_of_its_procedure_by_the_planned_day(run: Run, sample: object) -> None:
    asked = ("checklist", str(sample), "-c", "technical", "--procedure")
    before = run(*asked, "permanent_residence_80", "--apply-on", "2026-09-30").out
    after = run(*asked, "permanent_residence_80", "--apply-on", "2026-10-01").out
    assert "Fee: ¥10,000 (at the counter only), if accepted on 30 September 2026" in before
    assert "Fee: ¥200,000 (at the counter only), if accepted on 1 October 2026" in after
