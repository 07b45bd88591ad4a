"""The program finds its own files and starts, from a checkout as well as from an installed wheel.

With ``HSP_CALC_EXPECT_INSTALLED=1`` the tests insist on the wheel: ``packaging/check_wheel.py`` sets it.
"""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path

import pytest

import hsp_calc
from hsp_calc import locations

INSTALLED = os.environ.get("HSP_CALC_EXPECT_INSTALLED") == "1"
PACKAGE = Path(hsp_calc.__file__).parent


@pytest.fixture
def forgotten_folders() -> Iterator[None]:
    """The folders are looked for anew in the test, and again after it."""
    locations._data_folder.cache_clear()
    yield
    locations._data_folder.cache_clear()


def hsp_calc_command(*arguments: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the installed console script in ``folder``."""
    program = Path(sysconfig.get_path("scripts")) / ("hsp-calc.exe" if os.name == "nt" else "hsp-calc")
    return subprocess.run([program, *arguments], cwd=folder, capture_output=True, encoding="utf-8", check=False)


def test_the_package_comes_from_where_it_should() -> None:
    if INSTALLED:
        assert Path(sysconfig.get_path("purelib")) / "hsp_calc" == PACKAGE
        assert locations.resources() == PACKAGE / "_resources"
        assert locations.translations() == PACKAGE / "_translations"
    else:
        assert (PACKAGE.parent / "pyproject.toml").is_file()
        assert locations.resources() == PACKAGE.parent / "resources"
        assert locations.translations() == PACKAGE.parent / "translations"


def test_the_metadata_belong_to_the_package() -> None:
    assert distribution("hsp-calc").version == hsp_calc.__version__
    if INSTALLED:
        assert Path(str(distribution("hsp-calc").locate_file("hsp_calc"))) == PACKAGE


@pytest.mark.parametrize(
    "pattern",
    [
        "rules/hsp-2015-04-01.yaml",
        "rules/hsp-2023-04-01.yaml",
        "rules/sources.yaml",
        "samples/engineer.hspcase",
        "sheet/*.typ",
        "sheet/fonts/*.ttf",
        "sheet/fonts/OFL.txt",
        "sheet/fonts/names/*.ttf",
        "sheet/fonts/names/OFL.txt",
    ],
)
def test_the_resources_are_there(pattern: str) -> None:
    assert [file for file in locations.resources().glob(pattern) if file.stat().st_size]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_compiled_catalogues_are_there(language: str) -> None:
    assert list(locations.translations().glob(f"{language}/**/*.mo"))


def test_the_licences_are_in_the_wheel() -> None:
    assert set(distribution("hsp-calc").metadata.get_all("License-File", [])) == {
        "LICENSE",
        "NOTICE",
        "resources/sheet/fonts/OFL.txt",
        "resources/sheet/fonts/names/OFL.txt",
    }


@pytest.mark.parametrize(("group", "name"), [("console_scripts", "hsp-calc"), ("gui_scripts", "hsp-calc-gui")])
def test_the_programs_are_declared_and_can_be_loaded(group: str, name: str) -> None:
    (entry,) = distribution("hsp-calc").entry_points.select(group=group)
    assert entry.name == name
    assert callable(entry.load())


def test_the_program_knows_its_tables_in_any_folder(tmp_path: Path) -> None:
    done = hsp_calc_command("tables", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "hsp-2023-04-01" in done.stdout
    assert "hsp-2015-04-01" in done.stdout


def test_the_program_writes_the_point_form_in_any_folder(tmp_path: Path) -> None:
    case = locations.resources() / "samples" / "engineer.hspcase"
    done = hsp_calc_command("sheet", case, "-c", "technical", "-o", "form.pdf", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "form.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.usefixtures("forgotten_folders")
def test_a_frozen_bundle_has_the_folders_beside_the_executable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("resources", "translations"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert locations.resources() == tmp_path / "resources"
    assert locations.translations() == tmp_path / "translations"


@pytest.mark.usefixtures("forgotten_folders")
def test_a_missing_folder_is_named_with_the_places_looked_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locations, "_PACKAGE", tmp_path / "hsp_calc")
    with pytest.raises(FileNotFoundError, match=r"the folder 'resources' is missing") as caught:
        locations.resources()
    assert str(tmp_path / "hsp_calc" / "_resources") in str(caught.value)
    assert str(tmp_path / "resources") in str(caught.value)
