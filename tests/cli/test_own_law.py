"""The user's own guideline, fees and pages of the guide are used where they are newer, and named where they tell."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.app.active_data import DataInUse
from hsp_calc.app.checked_days import checked_days
from hsp_calc.app.user_data import DataKind
from hsp_calc.app.user_files import add_file, own_files
from hsp_calc.locations import resources
from hsp_calc.text import CheckedKind, Translator, stale_notice
from hsp_calc.validation import InputError
from tests.cli.conftest import Run
from tests.user_data import folder, put

FILES = {
    DataKind.GUIDELINE: "rules/permanent-residence.yaml",
    DataKind.FEES: "rules/fees.yaml",
    DataKind.UNDERLYING_STATUS: "reference/guide/underlying-status.yaml",
    DataKind.OTHER_ACTIVITY: "reference/guide/other-activity.yaml",
    DataKind.HOURS: "reference/guide/hours.yaml",
    DataKind.BENEFITS: "reference/guide/benefits.yaml",
    DataKind.EMPLOYER: "reference/guide/employer.yaml",
}
Write = Callable[[str, object], str]
PROGRAM_DAY, LATER = 'checked_on: "2026-11-27"', 'checked_on: "2027-05-01"'


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return folder(tmp_path, monkeypatch)


def revised(kind: DataKind, *changes: tuple[str, str]) -> str:
    text = (resources() / FILES[kind]).read_text(encoding="utf-8")
    for old, new in ((PROGRAM_DAY, LATER), *changes):
        assert old in text
        text = text.replace(old, new)
    return text


def in_use(own: Path) -> DataInUse:
    return DataInUse(resources(), own)


@pytest.mark.parametrize("kind", FILES)
def test_each_kind_is_added_under_its_name_and_day_and_used_in_place_of_the_programs(
    kind: DataKind, tmp_path: Path, own: Path
) -> None:
    kept = add_file(put(tmp_path / "from the office.yml", revised(kind)), resources(), own)
    assert kept == (own / FILES[kind]).with_name(f"{Path(FILES[kind]).stem}-2027-05-01.yaml")
    data = in_use(own)
    assert [(file.path, file.kind) for file in data.used] == [(kept, kind)]
    assert data.refused == ()
    guide = data.guide
    found = [data.guideline, data.fees, guide.underlying, guide.activity, guide.hours, guide.benefits, guide.employer]
    assert [each.origin for each in found] == [kept if each is kind else None for each in FILES]
    assert [file.used is not None for file in own_files(own, {kept: data.used[0]})] == [True]


@pytest.mark.parametrize(
    ("kind", "changes", "codes"),
    [
        (DataKind.FEES, [(LATER, PROGRAM_DAY)], {"not_newer"}),
        (DataKind.FEES, [("counter: 4000", "counter: four")], {"not_allowed"}),
        (DataKind.FEES, [("sources: [enforcement_order_fees]", "sources: [enforcement_orders]")], {"unknown_name"}),
        (DataKind.GUIDELINE, [("years: 3", "yeers: 3")], {"unknown_field", "missing_field"}),
        (DataKind.BENEFITS, [("sources: [preferential_treatment_page]", "sources: [page]")], {"unknown_name"}),
        (DataKind.HOURS, [("limit_hours: 28", "limit_hours: -1")], {"not_allowed"}),
    ],
)
def test_a_file_that_is_not_newer_or_not_sound_is_refused_with_the_lines(
    kind: DataKind, changes: list[tuple[str, str]], codes: set[str], tmp_path: Path, own: Path
) -> None:
    path = put(tmp_path / "wrong.yaml", revised(kind, *changes))
    with pytest.raises(InputError) as caught:
        add_file(path, resources(), own)
    assert {problem.code for problem in caught.value.problems} == codes
    assert all(problem.line for problem in caught.value.problems)
    assert not own.exists()
    put(own / FILES[kind], path.read_text(encoding="utf-8"))  # put there by hand, it is told of and not used
    data = in_use(own)
    assert data.used == ()
    assert {problem.code for error in data.refused for problem in error.problems} == codes
    assert data.fees.origin is None


def test_an_older_file_of_the_user_does_not_take_the_place_of_a_newer_one(tmp_path: Path, own: Path) -> None:
    newest = add_file(put(tmp_path / "a.yaml", revised(DataKind.FEES)), resources(), own)
    older = put(tmp_path / "b.yaml", revised(DataKind.FEES, (LATER, 'checked_on: "2027-01-01"')))
    with pytest.raises(InputError):
        add_file(older, resources(), own)
    put(own / "rules" / "fees-older.yaml", older.read_text(encoding="utf-8"))
    assert in_use(own).fees.origin == newest


def test_a_file_may_name_sources_of_the_user(tmp_path: Path, own: Path) -> None:
    fees = revised(DataKind.FEES, ("sources: [enforcement_order_fees]", "sources: [my_order]"))
    source = (
        'sources: {my_order: {title: {ja: "政令", en: "Order"}, publisher: {ja: "内閣", en: "Cabinet"}, '
        'kind: official, checked_on: "2027-05-01"}}'
    )
    add_file(put(tmp_path / "sources.yaml", source), resources(), own)
    assert add_file(put(tmp_path / "fees.yaml", fees), resources(), own) == own / "rules" / "fees-2027-05-01.yaml"


@pytest.mark.parametrize(
    ("kind", "command"),
    [
        (DataKind.FEES, ["fees", "extension", "--accepted", "2026-11-01"]),
        (DataKind.FEES, ["checklist", "case.json", "-c", "technical", "--procedure", "change_of_status"]),
        (DataKind.GUIDELINE, ["plan", "case.json", "-c", "technical"]),
        (DataKind.HOURS, ["hours", "shifts.csv"]),
    ],
)
def test_every_output_that_rests_on_a_file_of_the_user_names_it(
    kind: DataKind, command: list[str], own: Path, run: Run, write: Write
) -> None:
    write("case.json", (resources() / "samples" / "engineer.hspcase").read_text(encoding="utf-8"))
    write("shifts.csv", "date,start,end,employer\n2026-11-02,09:00,12:00,A\n")
    kept = add_file(put(own.parent / "new.yaml", revised(kind)), resources(), own)
    assert json.loads(run(*command, "--format", "json").out)["user_files"] == [kept.name]
    assert kept.name in run(*command).out


def test_a_file_that_is_not_used_is_told_of_where_it_would_have_been(own: Path, run: Run) -> None:
    put(own / "rules" / "fees-old.yaml", (resources() / FILES[DataKind.FEES]).read_text(encoding="utf-8"))
    done = run("fees", "extension", "--accepted", "2026-11-01")
    assert done.code == 0
    assert "fees-old.yaml" in done.err
    assert "is not newer" in done.err


@pytest.mark.parametrize("kind", FILES)
def test_validate_reads_each_kind_as_strictly_as_the_program_does(kind: DataKind, run: Run, write: Write) -> None:
    assert run("validate", resources() / FILES[kind]).out == "no problems\n"
    done = run("validate", write("new.yaml", revised(kind, ("sources: [", "sources: [heard_of, "))))
    assert done.code == 2
    assert "new.yaml:" in done.err
    assert "heard_of" in done.err


def test_what_was_checked_long_ago_is_told_with_its_kind(own: Path) -> None:
    days = checked_days(DataInUse(resources(), own), None)
    assert set(days) == set(CheckedKind) - {CheckedKind.RULES}
    assert all(day >= date(2026, 11, 22) for day in days.values())
    said = stale_notice(
        {CheckedKind.FEES: date(2026, 1, 1), CheckedKind.GUIDE: date(2026, 6, 1)},
        date(2026, 11, 22),
        Translator.load("en"),
    )
    assert said is not None
    assert "fees (1 January 2026)" in said
    assert "guide" not in said
