"""Rule tables and lists of the user's own."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from hsp_calc.app.user_data import DataKind, Lists, Rules, load_lists, load_rules
from hsp_calc.locations import DATA_VARIABLE, data_folder, resources
from hsp_calc.reference.universities import Answer, Certainty, DesignationRoute
from tests.reference.test_universities import LIST


@pytest.fixture
def own(tmp_path: Path) -> Path:
    for name in ("rules", "reference"):
        (tmp_path / name).mkdir()
    return tmp_path


def table_text() -> str:
    return (resources() / "rules" / "hsp-2023-04-01.yaml").read_text(encoding="utf-8")


def write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_folder_nothing_is_added(tmp_path: Path) -> None:
    rules, lists = load_rules(resources(), tmp_path / "none"), load_lists(resources(), tmp_path / "none")
    assert (rules.used, rules.refused, rules.ended) == ((), (), {})
    assert (lists.used, lists.refused) == ((), ())
    assert len(lists.universities.all) == 456


def test_the_folder_is_the_users_own_unless_another_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(DATA_VARIABLE)
    assert data_folder().name == "hsp-calc"
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path))
    assert data_folder() == tmp_path


def test_a_later_table_ends_the_one_in_force(own: Path) -> None:
    text = table_text().replace("id: hsp-2023-04-01", "id: hsp-2027-04-01").replace('"2023-03-31"', '"2027-04-01"')
    path = write(own / "rules" / "hsp-2027-04-01.yaml", text)
    rules = load_rules(resources(), own)
    assert rules.refused == ()
    assert rules.tables.on(date(2027, 3, 31)).id == "hsp-2023-04-01"
    assert rules.tables.on(date(2027, 4, 1)).id == "hsp-2027-04-01"
    assert rules.ended == {"hsp-2023-04-01": date(2027, 3, 31)}
    file = rules.file_of("hsp-2027-04-01")
    assert file is not None
    assert (file.path, file.kind, file.replaces) == (path, DataKind.RULES, None)
    assert rules.file_of("hsp-2023-04-01") is None


def test_a_table_verified_later_takes_the_place_of_the_same(own: Path) -> None:
    write(own / "rules" / "hsp-x.yaml", table_text().replace('verified_on: "2026-11-27"', 'verified_on: "2026-11-28"'))
    rules = load_rules(resources(), own)
    assert rules.refused == ()
    assert [file.replaces for file in rules.used] == ["hsp-2023-04-01"]
    assert rules.tables.named("hsp-2023-04-01").verified_on == date(2026, 11, 28)


def test_a_table_that_is_not_newer_is_named_and_not_used(own: Path) -> None:
    path = write(own / "rules" / "hsp-x.yaml", table_text())
    rules = load_rules(resources(), own)
    assert rules.used == ()
    assert [(error.source, error.problems[0].code) for error in rules.refused] == [(str(path), "not_newer")]


def test_a_table_on_days_that_another_has_is_not_used(own: Path) -> None:
    text = table_text().replace("id: hsp-2023-04-01", "id: hsp-2016-01-01").replace('"2023-03-31"', '"2016-01-01"')
    write(own / "rules" / "hsp-2016.yaml", text)
    rules = load_rules(resources(), own)
    assert [error.problems[0].code for error in rules.refused] == ["tables_overlap"]
    assert rules.tables.on(date(2020, 1, 1)).id == "hsp-2019-03-15"


def test_a_malformed_table_is_refused_with_its_line_and_the_others_hold(own: Path) -> None:
    write(own / "rules" / "hsp-x.yaml", "id: [")
    write(own / "rules" / "hsp-y.yaml", table_text().replace("pass_mark:", "pas_mark:"))
    rules = load_rules(resources(), own)
    assert len(rules.tables) == 5
    assert [error.problems[0].code for error in rules.refused] == ["not_yaml", "missing_field"]
    assert all(error.problems[0].line for error in rules.refused[:1])


def test_a_table_may_name_a_source_of_the_users(own: Path) -> None:
    text = table_text().replace('verified_on: "2026-11-27"', 'verified_on: "2026-11-28"')
    text = text.replace("sources: [point_form_2023", "sources: [my_source, point_form_2023", 1)
    write(own / "rules" / "hsp-x.yaml", text)
    assert [error.problems[0].code for error in load_rules(resources(), own).refused] == ["unknown_name"]
    write(
        own / "rules" / "sources.yaml",
        'sources: {my_source: {title: {ja: "告示", en: "Notice"}, publisher: {ja: "庁", en: "Agency"}, '
        'kind: official, checked_on: "2026-11-23"}}',
    )
    rules = load_rules(resources(), own)
    assert rules.refused == ()
    assert "my_source" in rules.sources.sources


def test_a_newer_list_takes_the_place_of_the_one_of_its_route(own: Path) -> None:
    path = write(own / "reference" / "universities-2030.yaml", LIST)
    lists = load_lists(resources(), own)
    assert lists.refused == ()
    assert [(file.path, file.kind, file.id, file.replaces) for file in lists.used] == [
        (path, DataKind.UNIVERSITIES, "rankings_2030_01", "rankings_2026_01")
    ]
    found = lists.universities.look_up("架空大学")
    assert found.answer is Answer.FOUND
    assert found.matches[0].university.listings[0].dated == "2030-01"
    assert [one.route for one in lists.universities.lists] == list(DesignationRoute)
    assert lists.universities.look_up("MIT").answer is not Answer.FOUND


def test_a_newer_list_of_the_third_route_takes_the_place_of_the_reported_one(own: Path) -> None:
    write(own / "reference" / "universities-asia.yaml", LIST.replace("route: rankings", "route: innovative_asia"))
    lists = load_lists(resources(), own)
    third = lists.universities.lists[-1]
    assert (third.route, third.dated, third.certainty) == (DesignationRoute.INNOVATIVE_ASIA, "2030-01", Certainty.READ)
    assert len(lists.universities.all) == 397


def test_an_older_list_is_named_and_not_used(own: Path) -> None:
    path = write(own / "reference" / "universities-old.yaml", LIST.replace('"2030-01"', '"2025-01"'))
    lists = load_lists(resources(), own)
    assert lists.used == ()
    assert [(error.source, error.problems[0].code) for error in lists.refused] == [(str(path), "not_newer")]


def test_a_newer_notice_takes_its_place(own: Path, folder: Path) -> None:
    text = (folder / "it-exams.yaml").read_text(encoding="utf-8")
    text = text.replace("id: it_notice_2020_07", "id: it_notice_2027").replace('dated: "2020-07-20"', 'dated: "2027"')
    write(own / "reference" / "it-exams-2027.yaml", text)
    write(own / "reference" / "it-exams-broken.yaml", "- 1")
    lists = load_lists(resources(), own)
    assert (lists.exams.id, [file.kind for file in lists.used]) == ("it_notice_2027", [DataKind.IT_EXAMS])
    assert len(lists.refused) == 1


@pytest.mark.parametrize(
    ("name", "load"),
    [("rules/2027.yaml", load_rules), ("rules/hsp-x.yml", load_rules), ("reference/new.yaml", load_lists)],
)
def test_a_file_under_a_name_that_tells_no_kind_is_refused_and_not_passed_over(
    own: Path, name: str, load: Callable[..., Rules | Lists]
) -> None:
    path = write(own / name, table_text())
    (refused,) = load(resources(), own).refused
    assert (refused.source, refused.problems[0].code) == (str(path), "file_misnamed")
