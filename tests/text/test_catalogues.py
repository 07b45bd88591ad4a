"""The catalogues are complete, and say so when they are not."""

import shutil
from io import BytesIO
from pathlib import Path

import pytest

from hsp_calc.locations import resources, translations
from hsp_calc.text import catalogues, extraction
from hsp_calc.text.extraction import Found, extract_wordings


@pytest.fixture(scope="module")
def messages() -> tuple[list[Found], list[Found]]:
    """The messages of the program and of the law, looked for once."""
    package = Path(catalogues.__file__).parents[1]
    return list(extraction.program_messages(package)), list(extraction.law_messages(resources()))


@pytest.fixture
def copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, messages: tuple[list[Found], list[Found]]) -> Path:
    """A copy of the catalogues, up to date, that a test may spoil."""
    monkeypatch.setattr(catalogues, "program_messages", lambda _package: messages[0])
    monkeypatch.setattr(catalogues, "law_messages", lambda _resources: messages[1])
    folder = tmp_path / "translations"
    shutil.copytree(translations(), folder)
    monkeypatch.setattr(catalogues, "translations", lambda: folder)
    catalogues.main(["update"])
    return folder


def spoil(folder: Path, old: str, new: str) -> None:
    path = folder / "ja" / "LC_MESSAGES" / "hsp_calc.po"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_catalogues_are_complete_and_up_to_date() -> None:
    assert list(catalogues.check(translations())) == []


def test_an_update_writes_the_same_bytes_again(copy: Path) -> None:
    before = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    catalogues.main(["update"])
    assert {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()} == before
    assert b"Creation-Date" not in b"".join(before.values())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('msgstr "標準入力"', 'msgstr ""', "no translation of 'standard input'"),
        ('msgid "standard input"', '#, fuzzy\nmsgid "standard input"', "'standard input' is marked as fuzzy"),
        ('msgstr "{name}（{detail}）"', 'msgstr "{name}（{details}）"', "'{name} ({detail})' has other fields"),
        ('msgstr[0] "{count}点"', 'msgstr[0] "点"', "'{count} point' has other fields"),
        ('msgid "standard input"', 'msgid "no longer said"\nmsgstr "古い"\n\nmsgid "standard input"', "not up to date"),
        ('msgstr "標準入力"', 'msgstr "標準の入力"', "hsp_calc.mo: not up to date"),
    ],
)
def test_what_is_wrong_is_said(copy: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, said: str) -> None:
    spoil(copy, old, new)
    assert catalogues.main(["check"]) == 1
    assert said in capsys.readouterr().err


def test_a_missing_catalogue_is_said(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (copy / "hsp_rules.pot").unlink()
    assert catalogues.main(["check"]) == 1
    assert "hsp_rules.pot: not up to date" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["compile"], ["update", "check"]])
def test_a_wrong_command_shows_the_right_ones(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert catalogues.main(arguments) == 2
    assert "update|check" in capsys.readouterr().err


def test_the_wordings_of_data_files_can_be_extracted_by_babel() -> None:
    content = "rows:\n  - id: a\n    ja: 学歴\n    en: Education\n    mark: {ja: （注）, en: (Note)}\n  - en: alone\n"
    found = list(extract_wordings(BytesIO(content.encode()), (), (), {}))
    assert found == [(4, "", "Education", ["学歴"]), (5, "", "(Note)", ["（注）"])]
    assert list(extract_wordings(BytesIO(b""), (), (), {})) == []


def test_every_row_of_the_law_is_in_the_template() -> None:
    template = (translations() / "hsp_rules.pot").read_text(encoding="utf-8")
    assert 'msgid "Works in investment management business or the like"' in template
    assert "#. 投資運用業等に係る業務に従事" in template


def test_a_message_is_found_wherever_it_stands(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "module.py").write_text(
        """A = N_("marked")
_("called")
f"{_('within')} (*.x)"
self._words("at hand")
self._words()("asked for", field=1)
_.plural("one", "more", 2)
_(name)
_("")
other("else")
""",
        encoding="utf-8",
    )
    found = [message for _place, message, _remarks in extraction.program_messages(package)]
    assert found == ["marked", "called", "within", "at hand", "asked for", ("one", "more")]
