"""What the documentation says is so: links, names, commands and examples."""

import doctest
import re
import shlex
import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

import hsp_calc
from hsp_calc import api, cli
from hsp_calc.cli.program import COMMANDS
from hsp_calc.locations import resources, translations
from tests import pictures

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
LIBRARY = DOCS / "library.md"
GUIDES = {"ja": DOCS / "guide.ja.md", "en": DOCS / "guide.en.md"}
DAY = date(2026, 11, 22)
SHIFTS = "date,start,end,employer\n2026-11-02,9:00,13:00,Cafe\n"
EVERY_PAGE = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
EACH_LANGUAGE = pytest.mark.parametrize("language", ["ja", "en"])


def text_of(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def blocks(page: Path, language: str) -> list[str]:
    """The blocks of code in a language, without the indentation that a list gives them."""
    found = re.findall(rf"^( *)```{language}\n(.*?)^\1```$", text_of(page), re.MULTILINE | re.DOTALL)
    return [re.sub(rf"^{indent}", "", code, flags=re.MULTILINE) for indent, code in found]


def prose(page: Path) -> str:
    return re.sub(r"^( *)```.*?^\1```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)


def anchor(heading: str) -> str:
    """The anchor that a heading gets."""
    kept = [sign for sign in heading.lower() if sign in " -_" or unicodedata.category(sign)[0] in "LNM"]
    return "".join(kept).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    return {anchor(heading) for heading in re.findall(r"^#+ (.+)$", prose(page), re.MULTILINE)}


@EVERY_PAGE
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", prose(page)):
        if re.match(r"https?:", target):
            continue
        name, _, place = target.partition("#")
        found = page if not name else (page.parent / name).resolve()
        assert found.exists(), target
        assert not place or place in anchors(found), target


@EVERY_PAGE
def test_every_path_that_is_named_exists(page: Path) -> None:
    for path in re.findall(r"`((?:hsp_calc|resources|tests|translations|packaging|docs)/[^`\s]+)`", prose(page)):
        if not re.search(r"[A-Z]{4}|\*", path):
            assert (ROOT / path).exists(), path


@EVERY_PAGE
def test_every_target_of_make_that_is_named_exists(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([a-z-]+)`", prose(page)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target


def commands() -> Iterator[tuple[str, str]]:
    """Every command of the pages, once."""
    seen = set()
    for page in PAGES:
        for line in "".join(blocks(page, "sh")).splitlines():
            if line not in seen:
                seen.add(line)
                yield page.name, line


@pytest.mark.parametrize(("page", "line"), list(commands()))
def test_every_command_does_what_it_says_on_the_sample(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, page: str, line: str
) -> None:
    monkeypatch.chdir(tmp_path)
    program, command, *arguments = shlex.split(line, comments=True)
    assert program == "hsp-calc", page
    assert command in COMMANDS
    (tmp_path / "shifts.csv").write_text(SHIFTS, encoding="utf-8")
    known = {"FILE": str(resources() / "samples" / "engineer.hspcase")}
    given = [str(ROOT / word) if word.startswith("resources/") else known.get(word, word) for word in arguments]
    code = cli.main([command, *given], today=DAY)
    said = capsys.readouterr()
    assert code == 0
    assert bool(said.err) == ("--permanent-residence" in given)  # the form of an earlier day says what it assumes
    if "-o" in given:
        assert (tmp_path / given[given.index("-o") + 1]).stat().st_size
    else:
        assert said.out


def names(language: str) -> set[str]:
    """Everything that the window can say, without the marks of its keys; a button leaves out what stands for more."""
    with (translations() / language / "LC_MESSAGES" / "hsp_calc.po").open("rb") as file:
        catalogue = read_po(file, locale=language)
    said = [message.string for message in catalogue if isinstance(message.string, str)]
    plain = {re.sub(r"&(.)", r"\1", re.sub(r"\(&.\)", "", text)) for text in said}
    return plain | {text.removesuffix("…") for text in plain}


@EACH_LANGUAGE
def test_every_menu_and_button_of_the_guide_is_one_of_the_window(language: str) -> None:
    known = names(language)
    mentioned = [
        " ".join(part.split())
        for bold in re.findall(r"\*\*([^*]+)\*\*", prose(GUIDES[language]))
        for part in bold.split("›")
    ]
    own_sentences = {"ja": {"太字"}, "en": {"bold"}}[language]
    assert len(mentioned) > 60
    assert {name for name in mentioned if name not in known} == own_sentences


def test_the_two_guides_have_the_same_parts() -> None:
    shapes = []
    for page in GUIDES.values():
        headings = re.findall(r"^(#+) ", prose(page), re.MULTILINE)
        images = [name.replace("-ja", "-en") for name in re.findall(r"\(pictures/([^)]+)\)", prose(page))]
        shapes.append((headings, images))
    assert shapes[0] == shapes[1]


@EACH_LANGUAGE
def test_a_guide_lists_its_own_parts_in_order(language: str) -> None:
    page = GUIDES[language]
    listed = re.findall(r"^\d+\. \[(.+)\]\(#", prose(page), re.MULTILINE)
    assert listed == re.findall(r"^## (.+)$", prose(page), re.MULTILINE)


def test_the_pictures_are_those_that_the_pages_show_and_stay_small() -> None:
    wanted = {f"{state.name}.png" for state in pictures.states()}
    there = {path.name: path.stat().st_size for path in (DOCS / "pictures").iterdir()}
    shown = {name for page in PAGES for name in re.findall(r"\(pictures/([^)]+)\)", prose(page))}
    assert set(there) == wanted == shown
    assert sum(there.values()) < 1_500_000


@EACH_LANGUAGE
def test_a_guide_says_what_goes_with_every_statement_of_law(language: str) -> None:
    text = text_of(GUIDES[language])
    for words in {
        "ja": ("法的助言ではありません", "出典：出入国在留管理庁ホームページ（資料を加工して作成）"),
        "en": ("no legal advice", "Source: website of the Immigration Services Agency (edited)"),
    }[language]:
        assert words in text


def test_every_example_of_the_page_gives_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = re.sub(r"^```.*$", "", LIBRARY.read_text(encoding="utf-8"), flags=re.MULTILINE)
    test = doctest.DocTestParser().get_doctest(text, {}, LIBRARY.name, str(LIBRARY), 0)
    said: list[str] = []
    results = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=said.append)
    assert (results.failed, "".join(said)) == (0, "")
    assert results.attempted > 20


def test_the_page_names_all_that_can_be_imported_and_nothing_else() -> None:
    table = LIBRARY.read_text(encoding="utf-8").partition("## All names")[2]
    first_cells = "".join(line.split("|")[1] for line in table.splitlines() if line.startswith("|"))
    named = set(re.findall(r"`([A-Za-z_]+)", first_cells))
    assert named == set(hsp_calc.__all__) == set(api.__all__)


def test_every_place_where_something_is_changed_exists() -> None:
    page = (ROOT / "docs" / "contributing.md").read_text(encoding="utf-8")
    table = page.partition("## Where do I change …")[2].partition("\n## ")[0]
    rows = [line.split("|")[1:3] for line in table.splitlines() if line.startswith("| ") and "`" in line]
    assert len(rows) >= 30
    for what, where in rows:
        places = re.findall(r"`([^`]+)`", where)
        assert places, what
        assert [place for place in places if not (ROOT / place).is_file()] == []
