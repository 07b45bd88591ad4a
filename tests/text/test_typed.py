"""A text that is not read is told with what was typed and how to write it."""

from collections.abc import Callable

import pytest

from hsp_calc.parsing import NotUnderstoodError, read_count, read_day, read_time, read_years, read_yen
from hsp_calc.text import Translator
from hsp_calc.text.typed import why_not_read


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("read", "typed", "remedy"),
    [
        (read_yen, "8,2M", "820万"),
        (read_yen, "約820万", "820万"),
        (read_yen, "8.200.000", "8,200,000"),
        (read_yen, "8200000.5", "8,200,000"),
        (read_years, "5,5", "5.5"),
        (read_years, "10年以上", "5年6か月"),
        (read_years, "200", "5.5"),
        (read_day, "2026-11-31", "2026/11/1"),
        (read_day, "5/12/1993", "令和8年11月1日"),
        (read_count, "201-250", "1,200"),
        (read_time, "9:00:30", "25:30"),
        (read_time, "9", "9:30"),
    ],
)
def test_every_refusal_names_what_was_typed_and_a_way_to_write_it(
    read: Callable[[str], object], typed: str, remedy: str, language: str
) -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        read(typed)
    said = why_not_read(caught.value, Translator.load(language))
    assert typed in said
    assert remedy in said


def test_a_word_that_changes_the_meaning_is_named() -> None:
    with pytest.raises(NotUnderstoodError) as caught:
        read_years("10年以上")
    assert "“以上”" in why_not_read(caught.value, Translator.load("en"))
