"""What the repository promises about itself."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import pytest

import hsp_calc

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
TARGETS = ["run", "check", "test", "screenshots", "pictures", "bench", "cluster", "dist", "lock", "catalogues", "clean"]
GENERATED = ("build/", "dist/", ".venv/")


def text_of(path: str) -> str:
    return (ROOT / path).read_text(encoding="utf-8")


def normal(distribution: str) -> str:
    """A distribution's name as it is compared."""
    return re.sub(r"[-_.]+", "-", distribution).lower()


def names(requirements: list[str]) -> list[str]:
    """The distributions that are required, extras left out."""
    return [re.split(r"[^\w.-]", text)[0] for text in requirements if not re.search(r";.*\bextra\b", text)]


def with_what_they_need(distributions: list[str]) -> set[str]:
    """The distributions and, in turn, those they require."""
    found: set[str] = set()
    waiting = list(distributions)
    while waiting:
        distribution = normal(waiting.pop())
        if distribution in found:
            continue
        found.add(distribution)
        try:
            waiting += names(requires(distribution) or [])
        except PackageNotFoundError:  # it is for another system or another version of Python
            continue
    return found


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file that is or would be committed."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout")
    command = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=True).stdout
    return [path for name in listing.split("\0") if name and (path := ROOT / name).is_file()]


@pytest.mark.parametrize("target", TARGETS)
def test_make_has_the_target(target: str) -> None:
    makefile = text_of("Makefile")
    assert re.search(rf"^{target}:(?!=)", makefile, re.MULTILINE)
    phony = re.search(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)
    assert phony
    assert target in phony[1].split()


def test_make_says_what_each_target_is_for() -> None:
    assert re.findall(r"^#   make (\S+)  ", text_of("Makefile"), re.MULTILINE) == TARGETS


def test_continuous_integration_runs_make_test() -> None:
    script = ROOT / ".ci" / "run"
    assert re.search(r"^(exec )?make (--keep-going )?test$", script.read_text(encoding="utf-8"), re.MULTILINE)
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_the_version_stands_in_one_place() -> None:
    assert "version" in PROJECT["dynamic"]
    for path in ["pyproject.toml", "Makefile", "README.md", *(f"packaging/{file.name}" for file in packaging_files())]:
        assert f'"{hsp_calc.__version__}"' not in text_of(path), path


def packaging_files() -> list[Path]:
    return [file for file in (ROOT / "packaging").iterdir() if file.is_file()]


def test_the_changelog_has_the_version_or_an_unreleased_section() -> None:
    sections = re.findall(r"^## \[([^\]]+)\]", text_of("CHANGELOG.md"), re.MULTILINE)
    assert {"Unreleased", hsp_calc.__version__} & set(sections)


def test_the_changelog_names_the_effective_date_of_every_table() -> None:
    rules = "".join(re.findall(r"^### Rules\n(.*?)(?=^##|\Z)", text_of("CHANGELOG.md"), re.MULTILINE | re.DOTALL))
    tables = [file.stem for file in (ROOT / "resources" / "rules").glob("hsp-*.yaml")]
    assert tables
    assert [table for table in tables if f"`{table}`" not in rules] == []


def test_every_path_that_the_readme_names_exists() -> None:
    readme = text_of("README.md")
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", readme)
    code = re.findall(r"```\w+\n(.*?)```", readme, re.DOTALL)
    words = [word.replace("\\", "/").removeprefix("./") for block in code for word in block.split()]
    named = [word for word in words if re.fullmatch(r"[\w.-]+(/[\w.-]+)+", word) and not word.startswith(GENERATED)]
    assert links
    assert named
    assert [path for path in {*links, *named} if not (ROOT / path).exists()] == []


def test_every_make_target_that_the_readme_names_exists() -> None:
    named = set(re.findall(r"(?:^|`)make (\w+)", text_of("README.md"), re.MULTILINE))
    assert {"run", "test"} <= named <= set(TARGETS)


def test_no_file_has_a_path_of_the_machine_it_was_written_on(files: list[Path]) -> None:
    here = re.compile(rb"(?<![\w.:/~-])/(?:work|root|home/\w+|Users/\w+)/")
    assert [str(file.relative_to(ROOT)) for file in files if here.search(file.read_bytes())] == []


def test_what_the_program_imports_is_declared() -> None:
    """A dependency that only the tools bring along would be missed on a user's machine."""
    providers = packages_distributions()
    imported: set[str] = set()
    for file in (ROOT / "hsp_calc").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                imported |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                imported.add(node.module.partition(".")[0])
    foreign = imported - set(sys.stdlib_module_names) - {"hsp_calc"}
    extras = [name for extra in ("arrow", "batch") for name in PROJECT["optional-dependencies"][extra]]
    declared = with_what_they_need(names([*PROJECT["dependencies"], *extras]))
    assert [name for name in foreign if not {normal(by) for by in providers.get(name, [])} & declared] == []


def test_the_notice_names_every_dependency() -> None:
    notice = text_of("NOTICE")
    extras = PROJECT["optional-dependencies"]["arrow"]
    assert [name for name in names([*PROJECT["dependencies"], *extras]) if name not in notice] == []
    for words in (
        "出典：出入国在留管理庁ホームページ（資料を加工して作成）",
        "Public Data License 1.0",
        "BIZ UDPGothic",
    ):
        assert words in notice
