"""JSON is read as the standard has it, and what cannot be meant is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.casefile import parse_json
from hsp_calc.validation import InputError, Problem


def refusal(content: bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        parse_json(content, source="x.json")
    assert caught.value.source == "x.json"
    return caught.value.problems


def code(content: bytes) -> str:
    (problem,) = refusal(content)
    return problem.code


def test_what_is_json_is_read() -> None:
    assert parse_json('{"a": [1, 2.5, -3, true, false, null, "日本"]}'.encode()) == {
        "a": [1, 2.5, -3, True, False, None, "日本"]
    }


@pytest.mark.parametrize(
    "content", [b"", b" ", b"\n", b"{", b"[1,]", b'{"a":1,}', b"{'a':1}", b"nul", b"1 2", b"// x\n1"]
)
def test_what_is_no_json_is_refused(content: bytes) -> None:
    assert code(content) == "not_json"


def test_the_line_and_column_of_the_mistake_are_named() -> None:
    (problem,) = refusal(b'{\n  "a": 1,\n  "b": ?\n}')
    assert (problem.line, problem.params["column"]) == (3, 8)


@pytest.mark.parametrize("content", [b'{"a":1,"a":2}', b'[{"x":{"a":1,"b":2,"a":3}}]', b'{"a":1,"\\u0061":1}'])
def test_a_name_that_stands_twice_is_refused(content: bytes) -> None:
    (problem,) = refusal(content)
    assert (problem.code, problem.params["name"]) == ("duplicate_key", "a")


def test_every_name_that_stands_twice_is_reported() -> None:
    names = {problem.params["name"] for problem in refusal(b'{"a":1,"b":{"c":1,"c":1},"a":2}')}
    assert names == {"a", "c"}


@pytest.mark.parametrize(
    "number",
    ["1e999", "-1e400", "1" * 19, "-" + "9" * 18, "9" * 5000, "0." + "1" + "e999"],
)
def test_a_number_beyond_bounds_is_refused(number: str) -> None:
    assert code(f'{{"a": {number}}}'.encode()) == "number_out_of_bounds"


@pytest.mark.parametrize("word", ["NaN", "Infinity", "-Infinity"])
def test_a_word_for_no_number_is_refused_as_such(word: str) -> None:
    assert code(f'{{"a": {word}}}'.encode()) == "no_number"


@pytest.mark.parametrize("number", ["9" * 18, "-" + "9" * 17, "1e300", "1e-999", "0.1", "-0", "-0.0"])
def test_a_number_within_bounds_is_read(number: str) -> None:
    parse_json(number.encode())


@pytest.mark.parametrize("number", ["01", "+1", ".5", "1.", "0x1", "1_000"])
def test_a_number_that_json_does_not_know_is_refused(number: str) -> None:
    assert code(number.encode()) == "not_json"


@pytest.mark.parametrize("opening", [b"[", b'{"a":'])
@pytest.mark.parametrize("depth", [1_000, 10_000, 100_000])
def test_deep_nesting_is_refused(opening: bytes, depth: int) -> None:
    closing = b"]" if opening == b"[" else b"}"
    assert code(opening * depth + b"1" + closing * depth) == "too_deep"


@pytest.mark.parametrize("depth", [10, 100])
def test_modest_nesting_is_read(depth: int) -> None:
    parse_json(b"[" * depth + b"]" * depth)


@pytest.mark.parametrize("depth", range(900, 1_010, 7))
def test_nesting_near_the_limit_is_read_or_refused(depth: int) -> None:
    try:
        parse_json(b"[" * depth + b"]" * depth)
    except InputError as error:
        assert [problem.code for problem in error.problems] == ["too_deep"]  # noqa: PT017 - either end is right


@pytest.mark.parametrize(
    "text", ["\\ud800", "\\udfff", "a\\udc00b", "\\u0000", "\\u0007", "\\u001b[31m", "\\u007f", "\\u0085"]
)
@pytest.mark.parametrize("frame", ['["{}"]', '{{"x": "{}"}}', '{{"{}": 1}}'])
def test_half_characters_and_control_characters_are_refused(text: str, frame: str) -> None:
    assert code(frame.format(text).encode()) == "unprintable"


@pytest.mark.parametrize("text", ["\\t", "\\n", "\\r\\n", "\\ud83d\\ude00", "\\u200f", "é", "髙橋", "𠮷"])
def test_layout_and_every_whole_character_are_read(text: str) -> None:
    parse_json(f'["{text}"]'.encode())


@pytest.mark.parametrize("content", [b'["\x00"]', b'["\x07"]', b'["\n"]', b"{}\x00", b"\x00" * 100])
def test_raw_control_characters_and_null_bytes_are_refused(content: bytes) -> None:
    assert code(content) == "not_json"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "shift_jis", "euc_jp"])
def test_other_encodings_are_refused(encoding: str) -> None:
    assert code('{"名前": "山田"}'.encode(encoding)) in {"not_utf8", "not_json"}


def test_latin_1_is_refused() -> None:
    assert code('{"name": "José"}'.encode("latin-1")) == "not_utf8"


@pytest.mark.parametrize("content", [b'["\xff"]', b'["\xc0\xaf"]', b'["\xed\xa0\x80"]', b'["\xe6\x97"]'])
def test_what_is_not_utf_8_is_refused_with_its_place(content: bytes) -> None:
    (problem,) = refusal(content)
    assert (problem.code, problem.params["offset"]) == ("not_utf8", 2)


def test_a_byte_order_mark_is_accepted() -> None:
    assert parse_json(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


def test_a_second_byte_order_mark_is_not() -> None:
    assert code(b"\xef\xbb\xbf\xef\xbb\xbf{}") == "not_json"


def test_repeated_names_and_control_characters_are_reported_together() -> None:
    assert {problem.code for problem in refusal(b'{"a":1,"a":"\\u0007"}')} == {"duplicate_key", "unprintable"}


def test_a_repeated_name_among_very_many_is_found_without_long_search() -> None:
    names = ",".join(f'"k{number}":1' for number in range(50_000))
    assert code(f'{{{names},"k0":2}}'.encode()) == "duplicate_key"


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        parse_json(content)
    except InputError as error:
        assert error.problems  # noqa: PT017 - either end is right


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        parse_json(text.encode("utf-8", "surrogatepass"))
    except InputError as error:
        assert error.problems  # noqa: PT017 - either end is right
