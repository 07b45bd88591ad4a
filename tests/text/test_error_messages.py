"""What is wrong with an input, in words."""

import ast
import errno
from datetime import date
from pathlib import Path

import pytest

import hsp_calc
from hsp_calc.casefile import read_case
from hsp_calc.casefile.strict_json import parse_json
from hsp_calc.rules import NoTableError, Tables, UnknownTableError, read_table
from hsp_calc.text import (
    Translator,
    describe,
    describe_error,
    describe_no_table,
    describe_os_error,
    describe_unknown_table,
)
from hsp_calc.text.error_messages import SENTENCES
from hsp_calc.text.translator import fields_of
from hsp_calc.validation import Allowed, InputError, Problem

JA, EN = Translator.load("ja"), Translator.load("en")
NO_DAY = "is not allowed here; a valid date, written like 2026-11-22, is needed."
GENERIC = {"not_allowed", "iso_date"}


def codes_raised() -> set[str]:
    """Every code that the program gives a problem."""
    found = {"born_later", "too_old"}  # chosen between, and so no constant of the call
    for path in Path(hsp_calc.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
                first = node.args[0]
                if node.func.id in {"Problem", "PydanticCustomError"} and isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found - GENERIC


def refusal(data: object) -> InputError:
    with pytest.raises(InputError) as caught:
        read_case(data)
    return caught.value


def said(data: object, words: Translator) -> list[str]:
    return describe_error(refusal(data), words)


def test_every_problem_has_its_words() -> None:
    assert codes_raised() - SENTENCES.keys() == set()
    assert SENTENCES.keys() - codes_raised() == set()


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize("words", [JA, EN], ids=["ja", "en"])
def test_every_sentence_is_whole(code: str, words: Translator) -> None:
    names = [field.removesuffix("!:") for field in fields_of(SENTENCES[code]) or ()]
    params = {"kind" if name == "test" else name: "flag" if name == "test" else "X" for name in names}
    sentence = describe(Problem(code, ("a", 1), params), words)
    assert sentence.startswith("a[1]: " if words is EN else "a[1]：")
    assert "{" not in sentence.replace("{…}", "")
    assert sentence.endswith((".", "。"))
    assert ("X" in sentence) is bool(set(names) - {"test"})


@pytest.mark.parametrize(
    ("facts", "en", "ja"),
    [
        (
            {"annual_salary_yen": 8.5},
            "annual_salary_yen: 8.5 is not allowed here; a whole number, 0 or more, is needed.",
            "annual_salary_yen：8.5は使えません。0以上の整数を入力してください。",
        ),
        (
            {"age": 121},
            "age: 121 is not allowed here; a whole number from 0 to 120 is needed.",
            "age：121は使えません。0から120までの整数を入力してください。",
        ),
        (
            {"sme": "yes"},
            'sme: "yes" is not allowed here; true or false is needed.',
            'sme："yes"は使えません。true又はfalseを入力してください。',
        ),
        (
            {"japanese": "N1"},
            'japanese: "N1" is not allowed here; one of none, n2, n1, japanese_major is needed. Did you mean “n1”?',
            'japanese："N1"は使えません。次のいずれか（none、n2、n1、japanese_major）を入力してください。「n1」ではありませんか。',
        ),
        (
            {"date_of_birth": "1990-02-30"},
            f'date_of_birth: "1990-02-30" {NO_DAY}',
            'date_of_birth："1990-02-30"は使えません。実在する日付（例：2026-11-22）を入力してください。',
        ),
        (
            {"degree": []},
            "degree: There is no field “degree”. Did you mean “degrees”?",
            "degree：「degree」という項目はありません。「degrees」ではありませんか。",
        ),
        (
            {"experience_years": {"work": 1}},
            "experience_years.work: There is no field “work”. There are: academic, technical, management.",
            "experience_years.work：「work」という項目はありません。使える項目：academic、technical、management。",
        ),
        (
            {"age": 30, "date_of_birth": "1990-01-01"},
            "age: Both the age and the date of birth are given; remove one of them.",
            "age：年齢と生年月日の両方が入力されています。どちらか一方だけにしてください。",
        ),
    ],
)
def test_a_problem_of_facts_names_the_field_the_value_and_what_is_allowed(
    facts: dict[str, object], en: str, ja: str
) -> None:
    assert said(facts, EN) == [en]
    assert said(facts, JA) == [ja]


@pytest.mark.parametrize(
    ("allowed", "value", "en", "ja"),
    [
        (Allowed("text"), 1, "a text in quotation marks", "引用符で囲んだ文字列"),
        (Allowed("text"), " ", "a text that is not empty", "空でない文字列"),
        (Allowed("text"), "A b", "a text in the right format", "正しい形式の文字列"),
        (Allowed("list"), 1, "a list, […],", "リスト"),
        (Allowed("list"), [], "that is not empty", "空でないリスト"),
        (Allowed("object"), 1, "an object, {…},", "オブジェクト {…}"),
        (Allowed("object"), {}, "that is not empty", "空でないオブジェクト"),
        (Allowed("choices", values=("a", "b")), 1, "a list, […], of any of a, b", "使える値：a、b"),
        (Allowed("choice", values=("hsp-case",)), 1, "“hsp-case”", "「hsp-case」"),
        (Allowed("number", 0, 5), 9, "a number from 0 to 5", "0から5までの数"),
        (Allowed("number", 0), -1, "a number, 0 or more,", "0以上の数"),
        (Allowed("number"), "x", "a number", "数を"),
        (Allowed("integer"), "x", "a whole number", "整数"),
        (Allowed("integer", 1, 1), 2, "the number 1", "数値1"),
        (Allowed("experience"), "x", "an object with academic, technical and management", "年数"),
        (Allowed("other"), "x", "another value", "別の値"),
    ],
)
def test_whatever_is_allowed_can_be_said(allowed: Allowed, value: object, en: str, ja: str) -> None:
    problem = Problem("not_allowed", ("x",), {"value": value, "allowed": allowed, "nearest": None})
    assert f"{en} is needed." in describe(problem, EN)
    assert ja in describe(problem, JA)


def test_all_problems_of_a_file_are_said_at_once_with_the_file_and_the_place() -> None:
    case = {"format": "hsp-case", "version": 1, "history": [{"facts": {"agee": 1}}, {"from": "x", "facts": {}}]}
    error = refusal(case)
    assert describe_error(InputError(error.problems, source="tanaka.hspcase"), EN) == [
        "tanaka.hspcase: history[0].facts.agee: There is no field “agee”. Did you mean “age”?",
        f'tanaka.hspcase: history[1].from: "x" {NO_DAY}',
    ]


def test_a_newer_file_is_refused_with_both_versions() -> None:
    (sentence,) = said({"format": "hsp-case", "version": 7}, EN)
    assert "version 7" in sentence
    assert "version 1" in sentence


def test_a_problem_of_a_text_file_is_said_with_its_line() -> None:
    with pytest.raises(InputError) as caught:
        parse_json(b'{\n"age": ,\n}', source="a.json")
    assert describe_error(caught.value, EN)[0].startswith("a.json:2: The file is not valid JSON from column 8 ")
    assert describe_error(caught.value, JA)[0].startswith("a.json:2：この行の8文字目から")
    with pytest.raises(InputError) as caught:
        read_table("id: a\nid: b\n", source="r.yaml")
    assert describe_error(caught.value, EN) == [
        "r.yaml:2: id: The name “id” appears here more than once; remove all but one."
    ]


def test_standard_input_has_a_name() -> None:
    error = InputError([Problem("empty_list")], source="-")
    assert describe_error(error, EN)[0].startswith("standard input: ")
    assert describe_error(error, JA)[0].startswith("標準入力：")


def test_what_does_not_show_is_made_visible() -> None:
    sentence = describe(Problem("unprintable", ("name",), {"value": "a\u202e\x1b[31m\ud800"}), EN)
    assert "\\u202e" in sentence
    assert "\\ud800" in sentence
    assert sentence.isprintable()


def test_a_long_value_is_cut() -> None:
    (sentence,) = said({"sme": "x" * 10_000}, EN)
    assert len(sentence) < 200


def test_a_long_name_is_cut() -> None:
    (sentence,) = said({"x" * 10_000: 1}, EN)
    assert sentence.startswith("x" * 200 + "…: There is no field “" + "x" * 200 + "…”.")


def test_the_names_there_are_stand_with_the_first_that_is_none_of_them() -> None:
    sentences = said({"zz": 1, "agee": 1, "qq": 1, "ww": 1}, EN)
    assert ["There are: " in sentence for sentence in sentences] == [True, False, False, False]
    assert "Did you mean “age”?" in sentences[1]


def test_a_code_without_words_is_named() -> None:
    assert describe(Problem("brand_new"), EN) == "This is not valid (brand_new)."


def test_a_day_without_a_table_is_told_with_the_days_that_have_one(tables: Tables) -> None:
    with_gap = Tables(table for table in tables if table.id in {"hsp-2015-04-01", "hsp-2023-04-01"})
    with pytest.raises(NoTableError) as caught:
        with_gap.on(date(2020, 1, 1))
    for words in (EN, JA):
        sentence = describe_no_table(caught.value, words)
        for day in ("2020-01-01", "2015-04-01", "2017-04-25", "2023-03-31", "2017-04-26", "2023-03-30"):
            assert day in sentence
    assert "does not use a neighbouring table" in describe_no_table(caught.value, EN)
    assert "前後の表で代用することもありません" in describe_no_table(caught.value, JA)


def test_a_day_before_all_tables_says_nothing_of_the_gap(tables: Tables) -> None:
    with pytest.raises(NoTableError) as caught:
        tables.on(date(2000, 1, 1))
    assert "2017-04-26" not in describe_no_table(caught.value, EN)
    assert "No other table is used" in describe_no_table(caught.value, EN)


@pytest.mark.parametrize(("asked", "meant"), [("hsp-2023", True), ("x", False)])
def test_an_unknown_table_is_told_with_those_there_are(tables: Tables, asked: str, meant: bool) -> None:
    with pytest.raises(UnknownTableError) as caught:
        tables.named(asked)
    sentence = describe_unknown_table(caught.value, EN)
    assert f"“{asked}”" in sentence
    assert all(table.id in sentence for table in tables)
    assert ("Did you mean “hsp-2023-04-01”?" in sentence) is meant
    assert "収録している表" in describe_unknown_table(caught.value, JA)


@pytest.mark.parametrize(
    ("number", "writing", "en", "ja"),
    [
        (errno.ENOENT, False, "There is no file “x”", "見つかりません"),
        (errno.EISDIR, False, "is a folder", "フォルダーです"),
        (errno.EACCES, False, "no permission to read “x”", "読み取る権限がありません"),
        (errno.EACCES, True, "“x” cannot be written", "権限がない"),
        (errno.ENOENT, True, "its folder does not exist", "保存先のフォルダーがありません"),
        (errno.ENOSPC, True, "the disk is full", "空き容量がありません"),
        (errno.EROFS, True, "the disk is read-only", "読み取り専用"),
        (errno.EIO, False, "“x” cannot be read: ", "読み取れません"),
        (errno.EIO, True, "“x” cannot be written: ", "書き込めません"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_with_the_cause(number: int, writing: bool, en: str, ja: str) -> None:
    error = OSError(number, "cause", "x")
    assert en in describe_os_error(error, EN, writing=writing)
    assert ja in describe_os_error(error, JA, writing=writing)


def test_a_file_is_called_what_the_user_calls_it() -> None:
    error = OSError(errno.ENOENT, "cause", ".form.pdf.a1b2.tmp")
    assert "“form.pdf”" in describe_os_error(error, EN, name="form.pdf", writing=True)


def test_a_failure_without_a_number_still_has_a_cause() -> None:
    assert describe_os_error(OSError("strange"), EN, name="x") == "“x” cannot be read: strange."
