"""Older files are brought up to this version, and what they were is kept."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from hsp_calc.casefile import UPGRADES, VERSION, Protection, Upgrades, load, read_case, reading, save_case, writing
from hsp_calc.casefile import recovery as recovering
from hsp_calc.casefile.protection import CipherKind
from hsp_calc.validation import InputError, Problem
from tests.casefile.conftest import SAMPLE
from tests.casefile.damage import CHEAP, PASSWORD

OLDER: dict[str, Any] = {
    "format": "hsp-case",
    "version": 0,
    "person": {"name": "TAN WEI LING", "hobby": "go"},
    "facts": {"licenses": 1},
    "later": "kept",
}


def _person_is_applicant(data: dict[str, Any]) -> dict[str, Any]:
    data["applicant"] = data.pop("person")
    return data


def _facts_are_history(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "facts"} | {"history": [{"facts": data["facts"]}]}


MADE_UP = Upgrades(1, {-1: _person_is_applicant, 0: _facts_are_history})


@pytest.fixture
def upgrades(monkeypatch: pytest.MonkeyPatch) -> Upgrades:
    """Steps from two versions that never were."""
    for module in (reading, writing, recovering):
        monkeypatch.setattr(module, "UPGRADES", MADE_UP)
    return MADE_UP


def older(version: int) -> dict[str, Any]:
    data = OLDER | {"version": version}
    return data if version < 0 else _person_is_applicant(dict(data))


def put(path: Path, data: object) -> bytes:
    content = json.dumps(data).encode()
    path.write_bytes(content)
    return content


class TestRegistry:
    def test_every_step_up_to_this_version_is_registered(self) -> None:
        assert UPGRADES.current == VERSION
        assert sorted(UPGRADES.steps) == list(range(UPGRADES.oldest, VERSION))

    @pytest.mark.parametrize("version", sorted(UPGRADES.steps))
    def test_every_step_has_an_old_file_that_it_is_proved_on(self, version: int, data: Path) -> None:
        loaded = load(data / "cases" / f"version-{version}.hspcase")
        assert loaded.upgraded_from == version

    @pytest.mark.parametrize("steps", [{0: dict, 2: dict}, {1: dict}, {-1: dict}])
    def test_a_gap_is_not_registered(self, steps: dict[int, Any]) -> None:
        with pytest.raises(ValueError, match="follow"):
            Upgrades(1, steps)


@pytest.mark.usefixtures("upgrades")
class TestUpgrading:
    @pytest.mark.parametrize("version", [-1, 0])
    def test_an_older_case_is_read_through_every_step(self, version: int) -> None:
        case = read_case(older(version))
        assert case.version == VERSION
        assert case.applicant.name == "TAN WEI LING"
        assert case.history[0].facts.licenses == 1

    def test_fields_that_no_version_knows_are_kept(self) -> None:
        case = read_case(older(-1))
        assert case.model_extra == {"later": "kept"}
        assert case.applicant.model_extra == {"hobby": "go"}

    def test_what_is_read_is_not_changed(self) -> None:
        data = older(-1)
        before = json.dumps(data)
        read_case(data)
        assert json.dumps(data) == before

    def test_a_case_of_this_version_goes_through_no_step(self) -> None:
        assert MADE_UP.applied(SAMPLE) is SAMPLE

    def test_a_file_says_from_which_version_it_was_upgraded(self, tmp_path: Path) -> None:
        path = tmp_path / "case.hspcase"
        put(path, older(0))
        assert load(path).upgraded_from == 0
        put(path, [SAMPLE, older(0), older(-1)])
        assert load(path).upgraded_from == -1
        put(path, SAMPLE)
        assert load(path).upgraded_from is None

    def test_older_than_the_oldest_is_refused(self) -> None:
        with pytest.raises(InputError) as caught:
            read_case(older(0) | {"version": -2})
        assert "version" in {problem.place for problem in caught.value.problems}

    @pytest.mark.parametrize("version", [True, 0.0, "0", None])
    def test_what_is_no_version_is_refused(self, version: object) -> None:
        with pytest.raises(InputError):
            read_case(older(0) | {"version": version})

    def test_a_file_that_is_not_what_its_version_says_is_refused(self) -> None:
        with pytest.raises(InputError) as caught:
            read_case({"format": "hsp-case", "version": -1, "applicant": {}})
        (problem,) = caught.value.problems
        assert problem == Problem("upgrade_failed", ("version",), {"found": -1, "supported": 1})

    def test_problems_of_an_upgraded_case_have_their_place(self) -> None:
        with pytest.raises(InputError) as caught:
            read_case(older(-1) | {"facts": {"licenses": -1}})
        assert [problem.place for problem in caught.value.problems] == ["history[0].facts.licenses"]


@pytest.mark.usefixtures("upgrades")
class TestOriginal:
    def test_loading_writes_nothing(self, tmp_path: Path) -> None:
        content = put(tmp_path / "case.hspcase", older(-1))
        load(tmp_path / "case.hspcase")
        assert [path.read_bytes() for path in tmp_path.iterdir()] == [content]

    def test_saving_keeps_a_copy_of_the_original_first(self, tmp_path: Path) -> None:
        path = tmp_path / "case.hspcase"
        content = put(path, older(0))
        save_case(load(path).cases[0], path)
        assert (tmp_path / "case.hspcase.v0-backup").read_bytes() == content
        assert load(path).upgraded_from is None
        assert load(path).cases[0].applicant.name == "TAN WEI LING"

    def test_the_copy_is_there_before_anything_is_written_over(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = tmp_path / "case.hspcase"
        content = put(path, older(0))
        monkeypatch.setattr(writing, "write_atomically", lambda *_, **__: (_ for _ in ()).throw(OSError("full")))
        with pytest.raises(OSError, match="full"):
            save_case(read_case(SAMPLE), path)
        assert path.read_bytes() == (tmp_path / "case.hspcase.v0-backup").read_bytes() == content

    def test_without_a_copy_nothing_is_saved(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = tmp_path / "case.hspcase"
        content = put(path, older(0))
        monkeypatch.setattr(writing, "write_new", lambda *_: (_ for _ in ()).throw(OSError("full")))
        with pytest.raises(OSError, match="full"):
            save_case(read_case(SAMPLE), path)
        assert path.read_bytes() == content

    def test_a_copy_is_never_written_over(self, tmp_path: Path) -> None:
        path = tmp_path / "case.hspcase"
        first = put(path, older(0))
        save_case(read_case(SAMPLE), path)
        second = put(path, older(0) | {"later": "another"})
        save_case(read_case(SAMPLE), path)
        put(path, older(0))
        save_case(read_case(SAMPLE), path)
        copies = {copy.name: copy.read_bytes() for copy in tmp_path.iterdir() if copy != path}
        assert copies == {"case.hspcase.v0-backup": first, "case.hspcase.v0-backup-2": second}

    def test_a_case_of_this_version_leaves_no_copy(self, tmp_path: Path) -> None:
        path = tmp_path / "case.hspcase"
        save_case(read_case(SAMPLE), path)
        save_case(read_case(SAMPLE), path)
        assert list(tmp_path.iterdir()) == [path]

    @pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"version": 0}', b'{"format": "hsp-case"}'])
    def test_what_is_no_older_case_leaves_no_copy(self, content: bytes, tmp_path: Path) -> None:
        path = tmp_path / "case.hspcase"
        path.write_bytes(content)
        save_case(read_case(SAMPLE), path)
        assert list(tmp_path.iterdir()) == [path]

    def test_a_protected_case_is_kept_as_it_is(self, tmp_path: Path) -> None:
        path = tmp_path / "case.hspcase"
        protection = Protection.with_password(PASSWORD, CHEAP)
        content = protection.sealed(json.dumps(older(0)).encode(), CipherKind.CASE, 0)
        path.write_bytes(content)
        loaded = load(path, PASSWORD)
        assert loaded.upgraded_from == 0
        save_case(loaded.cases[0], path, loaded.protection)
        assert (tmp_path / "case.hspcase.v0-backup").read_bytes() == content
        assert load(path, PASSWORD).upgraded_from is None

    @pytest.mark.parametrize("name", ["a" * 255, "案" * 85])
    def test_the_longest_name_has_a_copy_too(self, name: str, tmp_path: Path) -> None:
        put(tmp_path / name, older(0))
        save_case(read_case(SAMPLE), tmp_path / name)
        (copy,) = (path for path in tmp_path.iterdir() if path.name != name)
        assert re.fullmatch(r"(a+|案+)\.v0-backup", copy.name)
