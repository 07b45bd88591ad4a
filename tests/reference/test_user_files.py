"""Files are added to the user's data only if they are sound and newer."""

import subprocess
import sys
from pathlib import Path

import pytest

from hsp_calc.app.active_data import DataInUse
from hsp_calc.app.user_data import DataKind, user_files
from hsp_calc.app.user_files import add_file, own_files
from hsp_calc.locations import resources
from hsp_calc.validation import InputError
from tests.reference.test_universities import LIST
from tests.user_data import NEWER, newer_table, put

SOURCES = (
    'sources: {my_source: {title: {ja: "告示", en: "Notice"}, publisher: {ja: "庁", en: "Agency"}, '
    'kind: official, checked_on: "2026-11-23"}}'
)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return tmp_path / "own"


def in_use(own: Path) -> DataInUse:
    return DataInUse(resources(), own)


def test_a_sound_table_is_kept_under_its_id_whatever_its_file_was_called(tmp_path: Path, own: Path) -> None:
    kept = add_file(put(tmp_path / "Downloads" / "new table.yml", newer_table()), resources(), own)
    assert kept == own / "rules" / f"{NEWER}.yaml"
    assert in_use(own).tables.named(NEWER).origin == kept
    assert list(kept.parent.iterdir()) == [kept]


def test_a_list_and_a_notice_are_told_from_a_table_by_what_they_say(tmp_path: Path, own: Path) -> None:
    notice = (resources() / "reference" / "it-exams.yaml").read_text(encoding="utf-8")
    notice = notice.replace("id: it_notice_2020_07", "id: it_notice_2027").replace("2020-07-20", "2027")
    for name, text in (("a.yaml", LIST), ("b.yaml", notice), ("c.yaml", SOURCES)):
        add_file(put(tmp_path / name, text), resources(), own)
    assert [file.kind for file in own_files(own, {})] == [DataKind.UNIVERSITIES, DataKind.IT_EXAMS, DataKind.SOURCES]
    data = in_use(own)
    assert data.exams.origin == own / "reference" / "it-exams-it_notice_2027.yaml"
    assert [found.origin is not None for found in data.universities.lists].count(True) == 1


def test_a_table_may_name_sources_that_were_added_before(tmp_path: Path, own: Path) -> None:
    text = newer_table().replace("sources: [point_form_2023", "sources: [my_source, point_form_2023", 1)
    table = put(tmp_path / "t.yaml", text)
    with pytest.raises(InputError) as caught:
        add_file(table, resources(), own)
    assert [problem.code for problem in caught.value.problems] == ["unknown_name"]
    add_file(put(tmp_path / "office.yaml", SOURCES), resources(), own)
    add_file(table, resources(), own)
    assert "my_source" in in_use(own).sources.sources


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("a: 1", ["no_data_to_add"]),
        ("- 1", ["no_data_to_add"]),
        ("a: [", ["not_yaml"]),
        (newer_table().replace("pass_mark: 70", "pas_mark: seventy"), ["missing_field", "unknown_field"]),
        (newer_table().replace(NEWER, "hsp-2023-04-01"), ["not_newer"]),
        (newer_table().replace('"2026-04-01"', '"2016-01-01"'), ["tables_overlap"]),
        (LIST.replace('"2030-01"', '"2025-01"'), ["not_newer"]),
        (LIST.replace("count: ", "count: 9"), ["list_incomplete"]),
        ("sources: {}", ["not_allowed"]),
    ],
)
def test_anything_else_is_refused_with_its_lines_and_leaves_nothing_behind(
    tmp_path: Path, own: Path, text: str, codes: list[str]
) -> None:
    path = put(tmp_path / "wrong.yaml", text)
    with pytest.raises(InputError) as caught:
        add_file(path, resources(), own)
    assert sorted({problem.code for problem in caught.value.problems}) == codes
    assert caught.value.source == str(path)
    assert all(problem.line for problem in caught.value.problems)
    assert not own.exists()


def test_a_file_that_cannot_be_read_is_refused_like_a_malformed_one(own: Path) -> None:
    (own / "rules").mkdir(parents=True)
    (own / "rules" / "hsp-gone.yaml").symlink_to(own / "nowhere.yaml")
    (error,) = in_use(own).refused
    assert [problem.code for problem in error.problems] == ["unreadable"]
    assert len(in_use(own).tables) == 5


def test_two_tables_of_the_user_follow_each_other_in_whatever_order_they_were_added(tmp_path: Path, own: Path) -> None:
    later = newer_table().replace(NEWER, "hsp-2028-04-01").replace('"2026-04-01"', '"2028-04-01"')
    add_file(put(tmp_path / "later.yaml", later), resources(), own)
    add_file(put(tmp_path / "newer.yaml", newer_table()), resources(), own)
    assert [table.id for table in in_use(own).tables][-2:] == [NEWER, "hsp-2028-04-01"]
    assert in_use(own).refused == ()


def test_a_file_that_is_gone_is_no_longer_used_once_the_data_are_read_anew(tmp_path: Path, own: Path) -> None:
    data = in_use(own)
    kept = add_file(put(tmp_path / "t.yaml", newer_table()), resources(), own)
    assert len(data.tables) == 6
    kept.unlink()
    assert len(data.tables) == 6
    data.reload()
    assert len(data.tables) == 5
    assert user_files(own, DataKind.RULES) == []


def test_without_a_folder_the_code_for_it_is_not_even_imported() -> None:
    program = (
        "import sys; from hsp_calc.app.active_data import DataInUse; data = DataInUse.found(); "
        "data.tables, data.sources, data.used, data.refused; "
        "print(sorted(set(sys.modules) & {'hsp_calc.app.user_data', 'hsp_calc.reference.universities'}))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
