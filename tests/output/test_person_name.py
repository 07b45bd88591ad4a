"""Names print as they were typed, whatever was typed."""

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.facts import Category
from hsp_calc.output import UnprintableTextError, unprintable
from tests.output.conftest import Print, person
from tests.output.reading import bare, structure

TYPED = [
    "#let x = [",
    '山田 "太郎" \\ $',
    "<b>&amp;",
    "C:\\new\\table",
    "*bold* _it_ `code` = Heading @ref // comment /* x */ ~ -- ... 'q'",
    '#eval("1+1") #read("form.typ") {{x}} ${y} %s',
    "</svg><script>",
    "https://example.com/?a=b&c=d",
    "O'Brien-Müller, José Ñandú",
    "null",
    "{}",
]
OTHER_SCRIPTS = [
    "김민준",
    "刘洋 赵静怡",
    "黃俊傑 喆翀",
    "𠮷野 髙橋 﨑",
    "Nguyễn Thị Hương",
    "สมชาย ใจดี",
    "राजेश कुमार",
    "محمد علي",
    "ខ្មែរ",
    "ສົມສັກ",
    "Иванов",
    "Ελένη",
    "Đặng Ștefan Łukasz İnci",
]


@pytest.mark.parametrize("language", ["ja", "en", "bilingual"])
@pytest.mark.parametrize("name", TYPED)
def test_a_name_prints_as_typed(name: str, language: str, printed: Print) -> None:
    assert bare(name) in bare(structure(printed(person(name), Category.MANAGEMENT, language)).text)


@pytest.mark.parametrize("name", TYPED)
def test_a_name_can_be_copied_from_the_file(name: str, printed: Print) -> None:
    pages = pypdf.PdfReader(io.BytesIO(printed(person(name), Category.MANAGEMENT))).pages
    assert bare(name) in bare(pages[1].extract_text())


@pytest.mark.parametrize("name", ["a\nb", "a\r\n\tb", "a\u2028b", "a\x00b", "a\x1bb"])
def test_line_breaks_and_control_characters_print_as_spaces(name: str, printed: Print) -> None:
    assert "ab" in bare(structure(printed(person(name), Category.MANAGEMENT)).text)


def test_a_name_of_spaces_prints_as_none(printed: Print) -> None:
    assert "氏名" not in structure(printed(person(" \n ", "\u3000"), Category.MANAGEMENT)).text


@pytest.mark.parametrize("length", [120, 400])
@pytest.mark.parametrize("letter", ["x", "寿", "x "])
def test_a_long_name_is_printed_to_its_end(letter: str, length: int, printed: Print) -> None:
    name = (letter * length)[:length] + "E"
    assert bare(name) in bare(structure(printed(person(name), Category.TECHNICAL)).text)


@pytest.mark.parametrize("name", OTHER_SCRIPTS)
def test_a_name_of_another_script_prints(name: str, printed: Print) -> None:
    assert unprintable(name) == ""
    assert printed(person(name), Category.MANAGEMENT)


def test_characters_that_no_font_has_are_named(printed: Print) -> None:
    assert unprintable("李😀四🎌😀") == "😀🎌"
    with pytest.raises(UnprintableTextError) as refused:
        printed(person("李😀四🎌"), Category.MANAGEMENT)
    assert refused.value.text == "😀🎌"


@given(st.text(max_size=16))
def test_no_text_disturbs_the_template(text: str) -> None:
    assert set(unprintable(text)) <= set(text) | {"?"}  # half a surrogate pair is asked for as a question mark


@given(st.text(alphabet='\\"#$[]{}()<>@*_`=~/\n\r\t ux0{', max_size=40))
def test_no_sign_of_the_template_language_disturbs_it(text: str) -> None:
    assert unprintable(text) == ""
