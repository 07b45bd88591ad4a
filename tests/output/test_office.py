"""The profile of an office: kept strictly, with a logo that prints."""

import errno
import io
import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
from PIL import Image, ImageChops

from hsp_calc.casefile import Case
from hsp_calc.engine import Scorer
from hsp_calc.facts import Category
from hsp_calc.output import Logo, LogoError, Office, OfficeProfile, draw_logo, form_pages, load_office, save_office
from hsp_calc.output.logo import DRAWN_SIDE, LARGEST_LOGO, LOGO_SENTENCES
from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator
from hsp_calc.validation import InputError
from tests.output.conftest import Print, person, scored
from tests.output.reading import bare

SVG = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 20'><rect width='40' height='20' fill='#b3261e'/></svg>"
PROFILE = OfficeProfile(
    name="みなと行政書士事務所",
    scrivener="港 太郎",
    registration_number="第12345678号",
    notification_number="（東）行24第123号",
    address="東京都港区虎ノ門1-2-3",
    telephone="03-1234-5678",
)


def picture(kind: str, size: tuple[int, int] = (60, 20), mode: str = "RGB") -> bytes:
    content = io.BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else None).save(content, kind)
    return content.getvalue()


def svg(inside: bytes) -> bytes:
    head = b"<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>"
    return head + inside + b"</svg>"


def masks(depth: int) -> bytes:
    """Masks within masks, which take the stack of whoever draws them."""
    one = "<mask id='m{0}'><rect width='9' height='9' fill='white' mask='url(#m{1})'/></mask>"
    inside = "".join(one.format(number, number + 1) for number in range(depth))
    return f"{inside}<rect width='9' height='9' mask='url(#m0)'/>".encode()


BLUR = (
    b"<filter id='f' x='-9' y='-9' width='20' height='20'><feTurbulence baseFrequency='0.01' numOctaves='60'/>"
    b"<feGaussianBlur stdDeviation='5000'/></filter><rect width='9' height='9' transform='scale(4000)' "
    b"filter='url(#f)'/>"
)


def test_without_a_profile_there_is_no_office(tmp_path: Path) -> None:
    assert load_office(tmp_path / "none") is None
    save_office(OfficeProfile(), folder=tmp_path)
    assert load_office(tmp_path) is None


@pytest.mark.parametrize(
    "content",
    [
        SVG,
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- made -->" + SVG,
        picture("PNG"),
        picture("PNG", mode="RGBA"),
        picture("JPEG"),
    ],
)
def test_an_office_comes_back_as_it_was_saved_with_its_logo(content: bytes, tmp_path: Path) -> None:
    chosen = tmp_path / "somewhere.bin"
    chosen.write_bytes(content)
    saved = save_office(PROFILE, chosen, tmp_path / "settings")
    chosen.unlink()
    assert saved == load_office(tmp_path / "settings")
    assert saved.logo is not None
    kept = Image.open(io.BytesIO(saved.logo.content))
    assert (kept.format, max(kept.size)) == ("PNG", DRAWN_SIDE)
    assert {path.name for path in (tmp_path / "settings").iterdir()} == {"office.json", "office-logo.png"}


def test_a_logo_is_drawn_as_it_looks(tmp_path: Path) -> None:
    chosen = tmp_path / "logo.svg"
    chosen.write_bytes(SVG.replace(b"width='40' height='20' f", b"width='20' height='20' f"))
    kept = Image.open(io.BytesIO(draw_logo(chosen).content)).convert("RGBA")
    assert kept.size == (DRAWN_SIDE, DRAWN_SIDE // 2)
    assert kept.getpixel((100, 200)) == (0xB3, 0x26, 0x1E, 255)
    right = kept.getpixel((700, 200))
    assert isinstance(right, tuple)
    assert right[3] == 0  # nothing is drawn there, and paper shows through


def test_another_logo_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    first, second = Logo.drawn(SVG), Logo.drawn(picture("PNG"))
    (tmp_path / "office-logo.svg").write_bytes(SVG)
    save_office(PROFILE, first, tmp_path)
    save_office(PROFILE, second, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"office.json", "office-logo.png"}
    assert (tmp_path / "office-logo.png").read_bytes() == second.content
    save_office(PROFILE, None, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"office.json"}


def test_a_logo_of_before_is_drawn_when_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "office.json").write_text('{"name": "X", "logo": "office-logo.svg"}', encoding="utf-8")
    (tmp_path / "office-logo.svg").write_bytes(SVG)
    office = load_office(tmp_path)
    assert office is not None
    assert office.logo == Logo.drawn(SVG)


def test_a_picture_with_more_than_was_drawn_is_drawn_anew(tmp_path: Path) -> None:
    with_profile = io.BytesIO()
    Image.new("RGB", (10, 10), "red").save(with_profile, "PNG", icc_profile=b"x" * 500)
    (tmp_path / "office.json").write_text('{"name": "X", "logo": "office-logo.png"}', encoding="utf-8")
    (tmp_path / "office-logo.png").write_bytes(with_profile.getvalue())
    office = load_office(tmp_path)
    assert office is not None
    assert office.logo is not None
    assert b"iCCP" not in office.logo.content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "other_kind"),
        (b"GIF89a", "other_kind"),
        (SVG + b" " * LARGEST_LOGO, "too_large"),
        (picture("PNG", (4001, 1)), "too_many_pixels"),
        (picture("JPEG", (1, 4001)), "too_many_pixels"),
        (picture("PNG")[:30], "damaged"),
        (picture("JPEG")[:30], "damaged"),
        (picture("PNG")[:20], "damaged"),
        (b"<svg ", "damaged"),
        (b"<svg>\xff</svg>", "damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>", "damaged"),
        (svg(b"<image href='probe.png' width='5' height='5'/>"), "refers_elsewhere"),
        (svg(b"<image xlink:href='https://example.com/a.png' width='5' height='5'/>"), "refers_elsewhere"),
        (svg(b"<image href='data:image/svg+xml;base64,PHN2Zy8+' width='5' height='5'/>"), "refers_elsewhere"),
        (svg(b"<rect width='5' height='5' fill='url( \"probe.svg#a\")'/>"), "refers_elsewhere"),
        (svg(b"<style>@import 'probe.css';</style>"), "refers_elsewhere"),
        (b"<!DOCTYPE svg [<!ENTITY a SYSTEM '/etc/hostname'>]>" + svg(b"<text>&a;</text>"), "refers_elsewhere"),
        (svg(masks(3_000)), "too_demanding"),
        (svg(BLUR), "too_demanding"),
    ],
)
def test_a_picture_that_cannot_be_printed_is_refused_and_nothing_kept(
    content: bytes, code: str, tmp_path: Path
) -> None:
    chosen = tmp_path / "logo"
    chosen.write_bytes(content)
    with pytest.raises(LogoError) as refused:
        save_office(PROFILE, chosen, tmp_path / "settings")
    assert refused.value.code == code
    assert not (tmp_path / "settings").exists()


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("code", LOGO_SENTENCES)
def test_why_a_logo_is_refused_is_said_in_words(code: str, language: str) -> None:
    said = LogoError(code).describe(Translator.load(language))
    assert "{" not in said
    assert len(said) > 10


@pytest.mark.parametrize(
    ("content", "place", "code"),
    [
        ("[]", "", "not_an_object"),
        ("{", "", "not_json"),
        ('{"nam": "x"}', "nam", "unknown_field"),
        ('{"name": 5}', "name", "not_allowed"),
        (json.dumps({"name": "x" * 201}), "name", "text_too_long"),
        ('{"logo": "../../etc/passwd"}', "logo", "not_allowed"),
        ('{"version": 2}', "version", "newer_version"),
        ('{"format": "other"}', "format", "not_allowed"),
    ],
)
def test_a_malformed_profile_is_refused_with_its_place(content: str, place: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "office.json").write_text(content, encoding="utf-8")
    with pytest.raises(InputError) as refused:
        load_office(tmp_path)
    assert [(problem.place, problem.code) for problem in refused.value.problems] == [(place, code)]
    assert refused.value.source == str(tmp_path / "office.json")


def test_a_logo_that_is_gone_is_told(tmp_path: Path) -> None:
    save_office(PROFILE, Logo.drawn(SVG), tmp_path)
    (tmp_path / "office-logo.png").unlink()
    with pytest.raises(FileNotFoundError):
        load_office(tmp_path)


def test_on_a_full_disk_the_old_profile_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_office(PROFILE, folder=tmp_path)
    before = (tmp_path / "office.json").read_bytes()
    logo = Logo.drawn(SVG)

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save_office(PROFILE.model_copy(update={"name": "other"}), logo, tmp_path)
    assert (tmp_path / "office.json").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["office.json"]


@pytest.mark.parametrize("language", ["ja", "en", "bilingual"])
def test_its_line_stands_on_each_page_of_the_form(language: str, sample: Case, printed: Print) -> None:
    with_line = pages(printed(sample, language=language, office=Office(PROFILE)))
    without = pages(printed(sample, language=language))
    assert len(with_line) == len(without)
    for page, plain in zip(with_line, without, strict=True):
        assert "みなと行政書士事務所" in page
        assert "登録番号第12345678号" in page or "RegistrationNo.第12345678号" in page
        assert "みなと" not in plain


@pytest.mark.parametrize("language", ["ja", "en", "bilingual"])
def test_its_line_moves_nothing_above_it(
    language: str, sample: Case, table: RuleTable, scorer: Scorer, reference_day: date
) -> None:
    score = scored(sample, Category.TECHNICAL, scorer, reference_day)
    given: dict[str, Any] = {"table": table, "score": score, "language": language, "created": reference_day}
    shown = [
        form_pages(sample, Category.TECHNICAL, reference_day, output="png", ppi=72, office=office, **given)
        for office in (None, Office(PROFILE))
    ]
    for plain, with_line in zip(*shown, strict=True):
        first, second = (Image.open(io.BytesIO(page)).convert("L") for page in (plain, with_line))
        box = ImageChops.difference(first, second).getbbox()
        assert box is not None
        assert box[1] > 842 - 60


def pages(pdf: bytes) -> list[str]:
    return [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("length", [1, 200])
def test_a_long_line_adds_no_page(length: int, printed: Print) -> None:
    fields: dict[str, Any] = dict.fromkeys(("name", "scrivener", "address", "telephone"), "寿" * length)
    pdf = printed(person("A"), Category.TECHNICAL, office=Office(OfficeProfile(**fields)))
    assert len(pages(pdf)) == 2
