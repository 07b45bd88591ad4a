"""Lines and columns of equally wide signs, where Japanese signs are two columns wide."""

import pytest

from hsp_calc.text.columns import aligned, indented, padded, width, wrapped

MIXED = "日本語と English の混在、です。"
JAPANESE = "「日本の大学を卒業又は大学院の課程を修了」の点数が付くため、この項目は加算されません。"


def test_japanese_signs_are_two_columns_wide() -> None:
    assert [width(text) for text in ("abc", "学歴", "ｱ", "（注）", "e\u0301", "")] == [3, 4, 1, 6, 1, 0]


def test_cells_are_filled_up_to_their_column() -> None:
    assert padded("学歴", 6) == "学歴  "
    assert padded("10", 4, right=True) == "  10"
    assert padded("too long", 3) == "too long"
    assert aligned([("学歴", "5", "x"), ("Age", "15", "y")], right=frozenset({1})) == ["学歴   5  x", "Age   15  y"]


@pytest.mark.parametrize("columns", range(10, 60))
def test_lines_hold_what_they_can_and_no_more(columns: int) -> None:
    for text in (
        JAPANESE,
        "Graduated from a Japanese university (N1) and so on",
        "x" * 100,
        "日本語と English の混在、です。",
    ):
        lines = wrapped(text, columns)
        assert all(width(line) <= columns for line in lines)
        assert "".join("".join(lines).split()) == "".join(text.split())
        assert not any(line[0] in "、。」）" for line in lines)
        assert not any(line[-1] in "「（" for line in lines)


def test_english_is_broken_between_words() -> None:
    assert wrapped("one two three four", 9) == ["one two", "three", "four"]


def test_a_text_without_words_is_one_empty_line() -> None:
    assert wrapped("", 10) == [""]


def test_further_lines_stand_under_the_first() -> None:
    assert indented("one two three", 9, first="→ ") == ["→ one two", "  three"]
    assert indented("one two three", 9, first="", other="  ") == ["one two", "  three"]
