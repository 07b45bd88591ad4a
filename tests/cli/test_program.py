"""The program as a whole: commands, languages, exit codes, and what is done when nothing can be done."""

import importlib
import os
import re
import subprocess
import sys
import types
from pathlib import Path

import pytest

import hsp_calc
from hsp_calc import __main__ as program
from hsp_calc import cli
from hsp_calc.cli import score
from tests.cli.conftest import Run

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


def start(
    *arguments: str | Path, stdout: int = subprocess.PIPE, code: str | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Start the program as a user does, or with code of the test's own."""
    path = {"PYTHONPATH": str(Path(hsp_calc.__file__).parents[1])}
    how = ["-m", "hsp_calc"] if code is None else ["-c", code]
    return subprocess.run(
        [sys.executable, *how, *map(str, arguments)],
        stdout=stdout,
        stderr=subprocess.PIPE,
        check=False,
        env=os.environ | path | environment,
    )


@pytest.mark.parametrize("command", [*cli.COMMANDS, None])
def test_help_is_given_in_both_languages(run: Run, command: str | None) -> None:
    arguments = [command, "--help"] if command else ["--help"]
    english, japanese = run("--lang", "en", *arguments), run("--lang", "ja", *arguments)
    assert (english.code, english.err, japanese.code, japanese.err) == (0, "", 0, "")
    assert english.out.startswith("Usage: hsp-calc")
    assert not JAPANESE.search(english.out)
    assert japanese.out.startswith("使い方：hsp-calc")
    for option in re.findall(r"--[a-z]+", english.out):
        assert option in japanese.out


def test_the_help_names_the_commands_there_are(run: Run) -> None:
    shown = run("--help").out
    assert all(f"  {command} " in shown for command in cli.COMMANDS)
    assert run().out == shown


def test_the_version_is_told(run: Run) -> None:
    assert run("--version").out == f"hsp-calc {hsp_calc.__version__}\n"


@pytest.mark.parametrize(
    "arguments", [["--lang", "ja", "tables"], ["tables", "--lang", "ja"], ["tables", "--lang=ja", "list"]]
)
def test_the_language_may_stand_before_or_after_the_command(run: Run, arguments: list[str]) -> None:
    assert "平成27年4月1日の表" in run(*arguments).out


def test_without_a_language_the_system_decides(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "ja_JP.UTF-8")
    assert "平成27年4月1日の表" in run("tables").out


@pytest.mark.parametrize(
    ("arguments", "en", "ja"),
    [
        (["scor"], "Did you mean “score”?", "「score」ではありませんか。"),
        (["weigh", "x"], "There is no command “weigh”.", "「weigh」というコマンドはありません。"),
        (["--colour"], "There is no option --colour.", "「--colour」というオプションはありません。"),
        (["score"], "FILE is missing.", "FILEを指定してください。"),
        (["score", "a", "b"], "Unexpected argument “b”.", "余分な引数「b」があります。"),
        (["score", "a", "--onn", "x"], "Did you mean “--on”?", "「--on」ではありませんか。"),
        (["score", "a", "--on"], "The option --on needs a value.", "オプション--onには値を1つ"),
        (["score", "a", "--help=1"], "takes no value.", "値は指定できません。"),
        (["score", "a", "--on", "2026-02-29"], "not a valid date", "実在する日付ではありません。"),
        (["score", "a", "--on", "2026-W01-1"], "not a valid date", "実在する日付ではありません。"),
        (["score", "a", "-c", "x"], "choose academic, technical or management", "academic、technical又はmanagement"),
        (["score", "a", "--format", "xml"], "choose text or json", "text又はjson"),
    ],
)
def test_wrong_usage_is_told_in_one_sentence_each(run: Run, arguments: list[str], en: str, ja: str) -> None:
    for language, said in (("en", en), ("ja", ja)):
        done = run("--lang", language, *arguments)
        assert (done.code, done.out, len(done.errors)) == (2, "", 1)
        assert said in done.errors[0]
        assert "--help" in done.errors[0]


@pytest.mark.parametrize("arguments", [["--lang", "fr", "tables"], ["tables", "--lang"]])
def test_a_language_that_is_not_spoken_is_refused(run: Run, arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.code, len(done.errors)) == (2, 1)
    assert "ja or en" in done.errors[0]


def fail(*_: object) -> int:
    raise RuntimeError("something odd\nwith details")


def test_the_unexpected_is_told_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(score, "run", fail)
    done = run("score", "x")
    assert (done.code, len(done.errors)) == (1, 1)
    assert "RuntimeError: something odd" in done.errors[0]
    assert "HSP_CALC_DEBUG=1" in done.errors[0]
    monkeypatch.setenv("HSP_CALC_DEBUG", "1")
    assert "Traceback" in run("score", "x").err


def test_ctrl_c_ends_it_quietly(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(score, "run", interrupt)
    done = run("score", "x")
    assert (done.code, done.out, done.err) == (130, "", "")


def test_an_incomplete_installation_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise FileNotFoundError("the folder 'translations' is missing from the installation")

    monkeypatch.setattr("hsp_calc.cli.program.Translator.load", missing)
    monkeypatch.setattr("hsp_calc.cli.program._abandon_output", lambda: None)
    done = run("tables")
    assert (done.code, done.errors) == (1, ["the folder 'translations' is missing from the installation"])


def test_it_speaks_utf8_whatever_the_system_does(sample: Path) -> None:
    done = start("score", sample, "--lang", "ja", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 0
    assert "高度専門職1号ロ" in done.stdout.decode("utf-8")
    refused = start("score", "ない.json", "--lang", "ja", PYTHONIOENCODING="ascii", LC_ALL="C.UTF-8")
    assert refused.returncode == 2
    assert "「ない.json」が見つかりません" in refused.stderr.decode("utf-8")


@pytest.mark.skipif(os.name != "posix", reason="a shell's pipe is needed")
def test_a_reader_that_has_seen_enough_ends_it_quietly(sample: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = start("score", sample, stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_told() -> None:
    with Path("/dev/full").open("wb") as full:
        done = start("tables", stdout=full.fileno())
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize(
    ("arguments", "for_window"),
    [
        ([], True),
        (["--lang", "ja"], True),
        (["x.hspcase"], True),
        (["X.HSPCASE", "--lang=en"], True),
        (["facts.json"], True),
        (["tables"], False),
        (["score", "x.hspcase"], False),
        (["missing.json"], False),
        (["--help"], False),
        (["--lang", "fr"], False),
    ],
)
def test_no_command_or_a_file_alone_opens_the_window(
    arguments: list[str], for_window: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "facts.json").write_text("{}")
    (tmp_path / "tables").write_text("a file with the name of a command")
    assert program.is_for_window(arguments) is for_window


def test_the_window_gets_the_arguments(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[list[str]] = []

    def opened(arguments: list[str]) -> int:
        given.append(arguments)
        return 7

    gui = types.SimpleNamespace(main=opened)
    monkeypatch.setattr(importlib, "import_module", lambda name: gui if name == "hsp_calc.gui" else None)
    monkeypatch.setattr(sys, "argv", ["hsp-calc", "--lang", "ja", "x.hspcase"])
    assert program.main() == 7
    assert program.window() == 7
    assert given == [["--lang", "ja", "x.hspcase"]] * 2


def test_a_command_does_not_touch_the_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["hsp-calc", "--version"])
    assert program.main() == 0
    assert capsys.readouterr().out == f"hsp-calc {hsp_calc.__version__}\n"


def test_a_command_imports_only_what_it_needs(sample: Path) -> None:
    code = (
        "import sys; from hsp_calc import cli; cli.main(sys.argv[1:]); "
        "print([name for name in ('PySide6', 'typst', 'babel') if name in sys.modules], file=sys.stderr)"
    )
    done = start("score", sample, "--format", "json", code=code)
    assert (done.returncode, done.stderr.strip()) == (0, b"[]")
