import json

import pytest

from hsp_calc.control_characters import escaped_in_json, unseen, visible


@pytest.mark.parametrize(
    ("entered", "shown"),
    [
        ("TAN WEI LING", "TAN WEI LING"),
        ("高木 塚\ufa10", "高木 塚\ufa10"),
        ("AB\rCD\nEF", "AB␍CD␊EF"),
        ("\x1b]0;pwned\x07", "␛]0;pwned␇"),
        ("del\x7f\x9b31m", "del␡⟨U+009B⟩31m"),
        ("S\u202efdp.exe", "S⟨U+202E⟩fdp.exe"),
        ("a\u2066b\u2069\u200b\ufeff", "a⟨U+2066⟩b⟨U+2069⟩⟨U+200B⟩⟨U+FEFF⟩"),
    ],
)
def test_what_does_not_show_is_shown(entered: str, shown: str) -> None:
    assert visible(entered) == shown


def test_joiners_and_variants_that_names_need_stay() -> None:
    for name in ("می\u200cخواهم", "श\u200dर्मा", "葛\U000e0100城"):
        assert visible(name) == name
        assert list(unseen(name)) == []


def test_lines_stay_where_a_text_has_several() -> None:
    assert visible("one\ntwo\x1b", keep="\n") == "one\ntwo␛"
    assert list(unseen("one\ntwo\x1b\x1b", keep="\n")) == ["U+001B"]


@pytest.mark.parametrize("entered", ["S\u202e\x7f", "tag\U000e0041", 'quote " \\ \n\r'])
def test_json_says_the_same_without_such_signs(entered: str) -> None:
    written = escaped_in_json(json.dumps({"name": entered}, ensure_ascii=False, indent=2))
    assert json.loads(written) == {"name": entered}
    assert list(unseen(written, keep="\n")) == []
