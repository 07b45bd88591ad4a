"""What a release carries: current libraries, nothing that no bill names, and findings of lintian with their reason."""

import gzip
import importlib
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import hsp_calc

PACKAGING = Path(__file__).resolve().parent.parent / "packaging"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """Imports a script of the folder as it imports others."""
    before = set(sys.modules)
    monkeypatch.syspath_prepend(PACKAGING)
    monkeypatch.syspath_prepend(PACKAGING / "linux")
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if Path(getattr(sys.modules[name], "__file__", None) or "").is_relative_to(PACKAGING):
            del sys.modules[name]


# Current libraries ---------------------------------------------------------------------------------------------------


FLOOR = {
    "expat": {"oldest": "2.8.4", "because": "it mends faults", "checked": date(2026, 11, 27), "remedy": "renew it"}
}


@pytest.mark.parametrize("found", ["2.8.4", "2.8.10", "2.9", "3.0.0"])
def test_a_library_that_is_current_is_let_through(script: Any, found: str) -> None:
    assert list(script("carried_libraries").too_old({"expat": found}, FLOOR)) == []


@pytest.mark.parametrize("found", ["2.8.3", "2.8", "1.95.8"])
def test_a_library_that_is_too_old_is_refused_with_reason_and_remedy(script: Any, found: str) -> None:
    (problem,) = script("carried_libraries").too_old({"expat": found}, FLOOR)
    for told in (found, "2.8.4", "it mends faults", "2026-11-27", "renew it"):
        assert told in problem


def test_what_this_python_would_carry_is_known_and_has_a_floor(script: Any) -> None:
    carried = script("carried_libraries")
    versions, floors = carried.carried(), carried.floors()
    assert "openssl" in versions
    assert versions.keys() <= floors.keys()
    for floor in floors.values():
        assert isinstance(floor["checked"], date)
        assert floor["source"].startswith("https://")
        assert floor["because"]
        assert floor["remedy"]


@pytest.mark.parametrize(
    ("maps", "expected"),
    [
        ("7f00 r-xp 0 08:01 1 /usr/lib/x86_64-linux-gnu/libexpat.so.1.8.10\n", True),
        ("7f00 r-xp 0 08:01 1 /opt/python/lib-dynload/pyexpat.cpython-313-x86_64-linux-gnu.so\n", False),
        ("", False),
    ],
)
def test_the_expat_of_the_system_is_told_from_python_s_own(script: Any, maps: str, expected: bool) -> None:
    assert script("carried_libraries").expat_is_the_system_s(maps) is expected


def test_a_release_is_refused_before_anything_is_built(
    script: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle: ModuleType = script("bundle")
    monkeypatch.setattr(bundle.carried_libraries, "carried", lambda: {"expat": "2.5.0"})
    monkeypatch.setattr(bundle, "build", lambda: pytest.fail("it was built"))
    assert bundle.main(["release"]) == 1
    assert "expat 2.5.0" in capsys.readouterr().err


def test_a_bundle_to_try_is_built_and_told_from_a_release(
    script: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    bundle: ModuleType = script("bundle")
    monkeypatch.setattr(bundle.carried_libraries, "carried", lambda: {"expat": "2.5.0"})
    monkeypatch.setattr(bundle, "build", lambda: None)
    monkeypatch.setattr(bundle, "FOLDER", tmp_path)
    assert bundle.main([]) == 0
    assert "not to be given away" in capsys.readouterr().out


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such maps")
def test_an_expat_that_qt_has_loaded_is_not_taken_for_python_s(script: Any) -> None:
    carried = script("carried_libraries")
    before = carried.carried()
    importlib.import_module("PySide6.QtGui")
    assert carried.carried() == before


# The bill of materials -----------------------------------------------------------------------------------------------


def test_a_bill_that_says_what_the_bundle_has_is_let_through(script: Any) -> None:
    bill = script("bill_of_materials")
    carried, unknown = bill.packages({"yaml", "json", "hsp_calc"}, ["json/decoder.pyc", "libicudata.so.73", "NOTICE"])
    assert (carried, unknown) == ({"pyyaml"}, set())
    assert list(bill.differences({"pyyaml"}, carried, unknown)) == []


def test_what_the_bill_and_the_bundle_have_apart_is_named(script: Any) -> None:
    bill = script("bill_of_materials")
    carried, unknown = bill.packages({"yaml", "nobody_s"}, ["libother.so.2"])
    assert list(bill.differences({"openpyxl"}, carried, unknown)) == [
        "in the bundle and not on the bill: pyyaml",
        "on the bill and not in the bundle: openpyxl",
        "in the bundle, and nobody knows of what: libother.so.2",
        "in the bundle, and nobody knows of what: nobody_s",
    ]


def test_the_bill_leaves_out_the_tools(script: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    bill = script("bill_of_materials")
    monkeypatch.setattr(bill, "_besides", lambda: {"Python": {"name": "Python", "version": "3.13.9"}})
    made = {
        "metadata": {"component": {"bom-ref": "root"}},
        "components": [{"name": "PyYAML", "bom-ref": "yaml"}, {"name": "pip", "bom-ref": "pip"}],
        "dependencies": [{"ref": "root", "dependsOn": ["yaml", "pip"]}, {"ref": "yaml"}, {"ref": "pip"}],
    }
    narrowed = bill.narrowed(made, {"pyyaml"})
    assert [component["name"] for component in narrowed["components"]] == ["PyYAML", "Python"]
    assert narrowed["dependencies"] == [{"ref": "root", "dependsOn": ["yaml"]}, {"ref": "yaml"}]


# Debian --------------------------------------------------------------------------------------------------------------


def overrides() -> list[tuple[str, str]]:
    """Each finding that stays, and the comment above it; findings without a line between them share one."""
    text = (PACKAGING / "linux" / "lintian-overrides").read_text(encoding="utf-8")
    found = []
    for part in text.split("\n\n"):
        lines = part.strip().splitlines()
        reason = " ".join(line.removeprefix("#").strip() for line in lines if line.startswith("#"))
        found += [(line, reason) for line in lines if not line.startswith("#")]
    return found


def test_every_finding_of_lintian_that_stays_has_its_reason() -> None:
    assert overrides()
    for finding, reason in overrides():
        assert re.fullmatch(r"hsp-calc: [a-z-]+ (\S+ )?\[usr/lib/hsp-calc/\S+\]", finding), finding
        assert len(reason.split()) >= 8, finding


def test_the_package_brings_debian_s_changelog_and_the_reasons(
    script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "hsp-calc").touch()
    package = script("package")
    monkeypatch.setattr(package, "ICONS", tmp_path)
    package.lay_out(bundle, tmp_path / "root", date(2026, 11, 22))
    share = tmp_path / "root" / "usr" / "share"
    changelog = gzip.decompress((share / "doc" / "hsp-calc" / "changelog.gz").read_bytes()).decode()
    assert changelog.startswith(f"hsp-calc ({hsp_calc.__version__}) ")
    assert re.search(r"^ -- .+ <.+@.+>  Sun, 22 Nov 2026 00:00:00 \+0000$", changelog, re.MULTILINE)
    kept = PACKAGING / "linux" / "lintian-overrides"
    assert (share / "lintian" / "overrides" / "hsp-calc").read_bytes() == kept.read_bytes()
