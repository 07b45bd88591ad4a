"""A table that is not well made is refused, with the reason and the line."""

import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

from hsp_calc import limits
from hsp_calc.locations import resources
from hsp_calc.rules import RuleTable, Tables, load_sources, load_table, load_tables, read_table
from hsp_calc.validation import InputError, Problem
from tests.rules.transcription import DATA

TABLE = (DATA / "made-up-table.yaml").read_text(encoding="utf-8")


def refusal(content: str | bytes) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_table(content, source="table.yaml")
    assert caught.value.source == "table.yaml"
    return caught.value.problems


def changed(old: str, new: str) -> str:
    assert TABLE.count(old) >= 1, old
    return TABLE.replace(old, new, 1)


def line_of(content: str, wrong: str) -> int:
    """The number of the first line with a text."""
    return next(number for number, line in enumerate(content.splitlines(), 1) if wrong in line)


def refused_once(old: str, new: str, code: str, wrong: str) -> Problem:
    content = changed(old, new)
    problems = refusal(content)
    assert [(p.code, p.line) for p in problems] == [(code, line_of(content, wrong))]
    return problems[0]


def test_the_table_that_these_tests_spoil_is_well_made() -> None:
    assert read_table(TABLE, source="table.yaml").id == "made-up-2030"
    assert read_table(TABLE.encode(), source="table.yaml").id == "made-up-2030"


class TestKeys:
    def test_an_unknown_key_is_refused_and_the_nearest_named(self) -> None:
        problem = refused_once("pass_mark: 12", "pass_marc: 12\npass_mark: 12", "unknown_field", "pass_marc")
        assert (problem.params["name"], problem.params["nearest"]) == ("pass_marc", "pass_mark")

    def test_an_unknown_key_deep_inside_is_refused(self) -> None:
        problem = refused_once('cite: {ja: "3行"', 'site: 3\n                cite: {ja: "3行"', "unknown_field", "site")
        assert problem.place == "categories.academic.sections[0].blocks[1].criteria[0].site"

    def test_a_key_that_stands_twice_is_refused_at_its_second_place(self) -> None:
        problem = refused_once(
            "sources: [invention]", "sources: [a]\nsources: [invention]", "duplicate_key", "[invention]"
        )
        assert problem.params == {"name": "sources"}

    def test_a_missing_key_is_refused_where_it_should_stand(self) -> None:
        content = changed('                cite: {ja: "4行", en: "row 4"}\n', "")
        (problem,) = refusal(content)
        assert (problem.code, problem.params["name"]) == ("missing_field", "cite")
        assert problem.line == line_of(content, "merit_patent")

    @pytest.mark.parametrize("key", ["true", "~", "5", "yes"])
    def test_a_key_that_is_no_text_is_refused_where_it_stands(self, key: str) -> None:
        content = changed("pass_mark: 12", f"{key}: 1\npass_mark: 12")
        (problem,) = refusal(content)
        assert problem.line == line_of(content, f"{key}: 1")

    def test_an_alias_is_refused(self) -> None:
        refused_once(
            'heading_left: {ja: "左", en: "left"}\nheading_right: {ja: "右", en: "right"}',
            'heading_left: &left {ja: "左", en: "left"}\nheading_right: *left',
            "yaml_alias",
            "heading_left",
        )

    def test_a_merge_key_is_refused(self) -> None:
        refused_once("pass_mark: 12", "<<: {pass_mark: 12}\npass_mark: 12", "unknown_field", "<<")


class TestTypes:
    @pytest.mark.parametrize(
        ("old", "new", "wrong"),
        [
            ("points: 7", "points: 7.0", "points: 7.0"),
            ("points: 7", 'points: "7"', 'points: "7"'),
            ("points: 7", "points: 0", "points: 0"),
            ("points: 7", "points: -5", "points: -5"),
            ("points: 7", "points: 201", "points: 201"),
            ("points: 7", "points: yes", "points: yes"),
            ("points: 7", "points: .inf", "points: .inf"),
            ("points: 7", "points: .nan", "points: .nan"),
            ("points: 7", "points: [7]", "points: [7]"),
            ("points: 7", "points:", "points:"),
            ('ja: "連鎖"', "ja: no", "ja: no"),
            ('ja: "連鎖"', "ja: 5", "ja: 5"),
            ('ja: "連鎖"', 'ja: ""', 'ja: ""'),
            ('ja: "連鎖"', 'ja: "  "', 'ja: "  "'),
            ('cite: {ja: "3行", en: "row 3"}', 'cite: {ja: 3, en: "row 3"}', "ja: 3,"),
            ("id: chain", "id: Chain of rows", "Chain of rows"),
            ("id: chain", "id: on", "id: on"),
            ("id: made-up-2030", "id: made_up_2030", "made_up_2030"),
            ('from: "2030-01-01"', 'from: "1 January 2030"', "1 January"),
            ('from: "2030-01-01"', "from: 20300101", "20300101"),
            ('from: "2030-01-01"', 'from: "2030-W01-2"', "2030-W01-2"),
            ('from: "2030-01-01"', 'from: "2030-02-30"', "2030-02-30"),
            ("marks: [12, 20]", "marks: 12", "marks: 12"),
            ("marks: [12, 20]", "marks: []", "marks: []"),
            ("sources: [invention]", "sources: []", "sources: []"),
            ("count: best", "count: sometimes", "sometimes"),
            ("count: tiers", "count: tier", "count: tier"),
            ("at_least: 20}", "at_least: 20.5}", "20.5"),
        ],
    )
    def test_a_value_of_another_type_is_refused_once_with_its_line(self, old: str, new: str, wrong: str) -> None:
        refused_once(old, new, "not_allowed", wrong)

    @pytest.mark.parametrize(
        ("old", "new", "wrong"),
        [
            ("japanese: {is: [n1, n2]}", "japanese: {is: 5}", "is: 5"),
            ("japanese: {is: [n1, n2]}", "japanese: {is: [n1, 5]}", "[n1, 5]"),
            ("japanese: {is: [n1, n2]}", "japanese: {is: {a: b}}", "{a: b}"),
        ],
    )
    def test_a_test_of_a_wrong_type_is_one_problem_at_one_place(self, old: str, new: str, wrong: str) -> None:
        problem = refused_once(old, new, "not_allowed", wrong)
        assert "constrained" not in problem.place
        assert "bool" not in problem.place

    @pytest.mark.parametrize(
        "number", ["012", "0b111", "0xC", "1_2", "0:12", "!!int abc", "!!bool maybe", "!!float x", "0b_", "9" * 5000]
    )
    def test_a_number_that_is_not_written_in_plain_digits_is_refused(self, number: str) -> None:
        content = changed("pass_mark: 12", f"pass_mark: {number}").replace("marks: [12, 20]", "marks: [7, 10, 12, 20]")
        problems = refusal(content)
        assert [problem.line for problem in problems] == [line_of(content, "pass_mark")]

    def test_a_word_that_the_form_does_not_know_brings_the_nearest(self) -> None:
        problem = refused_once("count: tiers", "count: teirs", "not_allowed", "teirs")
        assert problem.params["nearest"] == "tiers"

    def test_several_wrong_values_are_all_reported(self) -> None:
        content = changed("points: 7", "points: x").replace("pass_mark: 12", "pass_mark: y")
        assert {(p.code, p.line) for p in refusal(content)} == {
            ("not_allowed", line_of(content, "points: x")),
            ("not_allowed", line_of(content, "pass_mark: y")),
        }


class TestConditions:
    def test_an_unknown_fact_is_refused_and_the_nearest_named(self) -> None:
        content = changed("licenses: {at_least: 2, below: 5}", "licences: {at_least: 2}")
        (problem,) = refusal(content)
        assert problem.line in {line_of(content, "licences"), line_of(content, "licences") - 1}
        assert problem.code == "unknown_fact"
        assert problem.params["nearest"] == "licenses"

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("age: {below: 33}", "age: {is: true}"),
            ("age: {below: 33}", "age: {includes: [young]}"),
            ("sme: {is: false}", "sme: {at_least: 1}"),
            ("sme: {is: false}", "sme: {is: none}"),
            ("japanese: {is: [n1, n2]}", "japanese: {is: true}"),
            ("japanese: {is: [n1, n2]}", "japanese: {includes: [n1]}"),
            ("degrees: {includes: [doctor]}", "degrees: {is: doctor}"),
        ],
    )
    def test_a_test_of_another_kind_than_the_fact_is_refused(self, old: str, new: str) -> None:
        content = changed(old, new)
        (problem,) = refusal(content)
        assert problem.code == "test_of_other_kind"
        assert problem.line in {line_of(content, new), line_of(content, new) - 1}  # the fact, or its `when`

    def test_a_value_that_the_fact_cannot_have_is_refused(self) -> None:
        content = changed("position: {is: [director, representative]}", "position: {is: [director, represent]}")
        (problem,) = refusal(content)
        assert (problem.code, problem.params["nearest"]) == ("unknown_value", "representative")
        assert problem.line in {line_of(content, "represent]"), line_of(content, "represent]") - 1}

    @pytest.mark.parametrize(
        "test", ["{}", "{is: null}", "{at_least: 1, is: true}", "{includes: [doctor], at_least: 1}", "{below: null}"]
    )
    def test_a_test_that_asks_nothing_or_two_things_is_refused(self, test: str) -> None:
        refused_once("age: {below: 33}", f"age: {test}", "test_unclear", f"age: {test}")

    def test_a_gate_without_a_condition_is_refused(self) -> None:
        refused_once("when:\n          age: {at_least: 20}", "when: {}", "not_allowed", "when: {}")

    def test_a_row_without_a_condition_is_refused(self) -> None:
        refused_once("when:\n                  age: {below: 33}", "when: {}", "not_allowed", "when: {}")


class TestRowsThatAreNeverMet:
    def never_met(self, content: str, row: str) -> None:
        problem, *others = refusal(content)  # what needs the row is never met either
        assert {problem.code, *(other.code for other in others)} == {"never_met"}
        assert problem.line is not None
        assert 0 <= problem.line - line_of(content, f"id: {row}") <= 12

    @pytest.mark.parametrize("test", ["{at_least: 5, below: 5}", "{at_least: 6, below: 5}"])
    def test_an_empty_range_is_refused(self, test: str) -> None:
        refused_once("licenses: {at_least: 2, below: 5}", f"licenses: {test}", "never_met", f"licenses: {test}")

    def test_a_choice_of_nothing_is_refused(self) -> None:
        self.never_met(changed("japanese: {is: [n1, n2]}", "japanese: {is: []}"), "language")

    def test_a_row_that_a_row_it_needs_excludes_is_refused(self) -> None:
        self.never_met(changed("- criterion: merit_grants", "- criterion: language"), "young_speaker")

    def test_a_row_whose_condition_contradicts_its_required_facts_is_refused(self) -> None:
        content = changed(
            "age: {below: 33}\n",
            "age: {below: 33}\n                requires_facts:\n                  age: {at_least: 33}\n",
        )
        self.never_met(content, "young_speaker")

    def test_a_row_whose_condition_contradicts_a_row_it_needs_is_refused(self) -> None:
        content = changed("age: {below: 33}\n", "age: {below: 33}\n                  japanese: {is: none}\n")
        self.never_met(content, "young_speaker")

    def test_a_row_that_contradicts_a_row_needed_by_a_row_it_needs_is_refused(self) -> None:
        content = changed(
            "asset_management: {is: true}",
            "asset_management: {is: true}\n                  experience_years: {below: 2}",
        )
        self.never_met(content, "third")

    def test_flags_that_contradict_each_other_are_refused(self) -> None:
        content = changed("asset_management: {is: true}", "growth_project: {is: false}")
        self.never_met(content, "third")

    def test_a_row_that_a_better_row_of_its_block_always_replaces_is_refused(self) -> None:
        self.never_met(
            changed("degrees: {includes: [bachelor, master, doctor]}", "degrees: {includes: [master]}"), "any_study"
        )


class TestRowsThatAreNeverMetInOtherWays:
    """The design promises: a criterion that can never be met is refused."""

    def never_met(self, content: str) -> None:
        assert {problem.code for problem in refusal(content)} == {"never_met"}

    def test_one_of_none_is_never_included(self) -> None:
        self.never_met(changed("degrees: {includes: [doctor, master]}", "degrees: {includes: []}"))

    @pytest.mark.parametrize("test", ["{below: 0}", "{at_least: 121}"])
    def test_nobody_has_such_an_age(self, test: str) -> None:
        self.never_met(changed("age: {below: 33}", f"age: {test}"))

    def test_nobody_has_fewer_than_no_licences(self) -> None:
        self.never_met(changed("licenses: {at_least: 2, below: 5}", "licenses: {below: 0}"))

    def test_two_rows_of_a_block_of_which_the_best_counts_never_count_together(self) -> None:
        self.never_met(changed("requires: [language]", "requires: [higher_study, any_study]"))

    def test_a_row_that_needs_two_rows_of_which_one_excludes_the_other_never_counts(self) -> None:
        content = changed("requires: [first]", "requires: [first]\n                excluded_by: [{criterion: fourth}]")
        fourth = (
            '              - id: fourth\n                cite: {ja: "〇", en: "0"}\n                ja: "第四"\n'
            '                en: "Fourth"\n'
            "                points: 1\n                when: {sme: {is: true}}\n"
        )
        content = content.replace("              - id: first\n", f"{fourth}              - id: first\n")
        self.never_met(content.replace("requires: [second]", "requires: [second, fourth]"))

    def test_a_row_excluded_under_its_own_condition_by_a_row_it_needs_never_counts(self) -> None:
        self.never_met(
            changed("- criterion: merit_grants", "- criterion: language\n                    when: {age: {below: 40}}")
        )

    def test_a_row_excluded_by_a_row_that_is_always_met_with_it_never_counts(self) -> None:
        content = changed("age: {below: 33}\n                requires: [language]", "japanese: {is: n1}")
        self.never_met(content.replace("- criterion: merit_grants", "- criterion: language"))


class TestReferences:
    def test_a_required_row_that_is_not_there_is_refused(self) -> None:
        problem = refused_once("requires: [language]", "requires: [languages]", "unknown_row", "[languages]")
        assert problem.params == {"id": "languages", "nearest": "language"}

    def test_an_excluding_row_that_is_not_there_is_refused(self) -> None:
        refused_once("criterion: merit_grants", "criterion: merit_grand", "unknown_row", "merit_grand")

    def test_a_row_of_another_sheet_is_not_there(self) -> None:
        refused_once("requires: [language]", "requires: [well_paid]", "unknown_row", "[well_paid]")

    def test_a_page_that_begins_with_no_row_is_refused(self) -> None:
        refused_once("page_break_before: papers_and_doctorate", "page_break_before: nothing", "unknown_row", "nothing")

    def test_a_row_that_needs_itself_is_refused(self) -> None:
        refused_once("requires: [language]", "requires: [young_speaker]", "names_own_block", "[young_speaker]")

    def test_a_row_that_names_a_row_of_its_own_block_is_refused(self) -> None:
        old = "degrees: {includes: [bachelor, master, doctor]}\n"
        refused_once(
            old, f"{old}                requires: [higher_study]\n", "names_own_block", "requires: [higher_study]"
        )

    def test_rows_that_depend_on_each_other_in_a_circle_are_refused(self) -> None:
        content = changed(
            "experience_years: {at_least: 2}\n", "experience_years: {at_least: 2}\n                requires: [third]\n"
        )
        (problem,) = refusal(content)
        assert problem.code == "circular"
        assert problem.params == {"ids": ["first", "second", "third"]}
        assert (
            problem.line
            == line_of(content[content.index("  technical:") :], "sections:") + line_of(content, "  technical:") - 1
        )

    @pytest.mark.parametrize(("old", "new"), [("id: licensed", "id: language"), ("id: any_study", "id: higher_study")])
    def test_two_rows_with_one_id_are_refused_at_the_second(self, old: str, new: str) -> None:
        content = changed(old, new)
        problems = refusal(content)
        assert [problem.code for problem in problems] == ["duplicate_id"]
        assert problems[0].line == line_of(TABLE, old)

    def test_two_sections_with_one_id_are_refused(self) -> None:
        refused_once("id: merit\n", "id: study # again\n", "duplicate_id", "# again")

    def test_two_gates_with_one_id_are_refused(self) -> None:
        refused_once("id: speaks\n", "id: of_age # again\n", "duplicate_id", "# again")


class TestTiers:
    @pytest.mark.parametrize(
        ("old", "new", "code"),
        [
            ("            tiers: [2, 5, 9]\n", "", "tiers_unclear"),
            ("count: tiers", "count: best", "tiers_unclear"),
            ("tiers: [2, 5, 9]", "tiers: [2, 9, 5]", "tiers_not_rising"),
            ("tiers: [2, 5, 9]", "tiers: [2, 2, 9]", "tiers_not_rising"),
            ("tiers: [2, 5, 9]", "tiers: [3, 5, 9]", "tiers_not_points"),
        ],
    )
    def test_malformed_tiers_are_refused_at_their_block(self, old: str, new: str, code: str) -> None:
        content = changed(old, new)
        (problem,) = refusal(content)
        assert (problem.code, problem.place) == (code, "categories.academic.sections[1].blocks[0]")
        assert problem.line == line_of(TABLE, "count: tiers")


class TestTheWholeTable:
    @pytest.mark.parametrize("category", ["academic", "technical", "management"])
    def test_a_missing_category_is_refused(self, category: str) -> None:
        start = TABLE.index(f"  {category}:\n")
        ends = [TABLE.find(f"  {other}:\n", start + 1) for other in ("technical", "management")]
        content = TABLE[:start] + TABLE[min((end for end in ends if end > 0), default=len(TABLE)) :]
        (problem,) = refusal(content)
        assert problem.code == "categories_missing"
        assert problem.params["missing"] == [category]

    def test_a_category_that_does_not_exist_is_refused_where_it_stands(self) -> None:
        problem = refusal(changed("  technical:\n", "  technica:\n"))[0]
        assert problem.line == line_of(TABLE, "  technical:")
        assert problem.place == "categories.technica"

    def test_a_pass_mark_that_is_not_among_the_marks_is_refused(self) -> None:
        (problem,) = refusal(changed("marks: [12, 20]", "marks: [20]"))
        assert (problem.code, problem.params["pass_mark"]) == ("pass_mark_unmarked", 12)

    def test_a_table_that_ends_before_it_starts_is_refused(self) -> None:
        (problem,) = refusal(changed('to: "2030-12-31"', 'to: "2029-12-31"'))
        assert problem.code == "ends_before_start"

    def test_a_table_may_hold_for_a_single_day(self) -> None:
        assert read_table(changed('to: "2030-12-31"', 'to: "2030-01-01"'), source="").until is not None

    def test_an_unquoted_date_is_a_date_too(self) -> None:
        assert read_table(changed('from: "2030-01-01"', "from: 2030-01-01"), source="").since.year == 2030

    @pytest.mark.parametrize("rows", ["criteria: [] # none", "criteria: # none"])
    def test_a_block_without_rows_is_refused(self, rows: str) -> None:
        start = TABLE.index("          - criteria:\n              - id: well_paid")
        content = f"{TABLE[:start]}          - {rows}\n"
        assert [(p.code, p.line) for p in refusal(content)] == [("not_allowed", line_of(content, "# none"))]


class TestFiles:
    @pytest.mark.parametrize("content", ["", "# nothing\n", "---\n", "null", "hello", "[1, 2]", "5"])
    def test_a_file_that_holds_no_table_is_refused(self, content: str) -> None:
        (problem,) = refusal(content)
        assert (problem.code, problem.place) == ("not_allowed", "")

    def test_what_is_no_yaml_is_refused_with_the_line(self) -> None:
        content = changed("pass_mark: 12", "pass_mark: [12")
        (problem,) = refusal(content)
        assert problem.code == "not_yaml"
        assert problem.line in {line_of(content, "[12"), line_of(content, "[12") + 1}

    def test_a_tab_for_an_indent_is_refused_with_the_line(self) -> None:
        content = changed("  academic:\n    title", "  academic:\n\ttitle")
        (problem,) = refusal(content)
        assert (problem.code, problem.line) == ("not_yaml", line_of(content, "\ttitle"))

    def test_two_documents_in_one_file_are_refused(self) -> None:
        content = f"{TABLE}\n---\nid: other\n"
        (problem,) = refusal(content)
        assert (problem.code, problem.line) == ("not_yaml", line_of(content, "---"))

    def test_a_file_that_is_not_utf_8_is_refused(self) -> None:
        (problem,) = refusal(TABLE.encode("shift_jis"))
        assert problem.code == "not_utf8"

    def test_utf_16_is_refused(self) -> None:
        refusal(TABLE.encode("utf-16"))

    def test_a_byte_order_mark_does_no_harm(self) -> None:
        assert read_table(TABLE.encode("utf-8-sig"), source="").id == "made-up-2030"

    def test_a_control_character_is_refused(self) -> None:
        content = changed('ja: "連鎖"', 'ja: "連\x01鎖"')
        (problem,) = refusal(content)
        assert (problem.code, problem.line) == ("unprintable", line_of(content, "\x01"))

    @pytest.mark.parametrize("sign", ["[", "- ", "{a: "])
    @pytest.mark.parametrize("depth", [1_000, 200_000])
    def test_deep_nesting_is_refused_and_does_not_end_the_program(self, sign: str, depth: int) -> None:
        script = (
            "from hsp_calc.rules import read_table\nfrom hsp_calc.validation import InputError\n"
            f"try: read_table({sign!r} * {depth}, source='deep')\nexcept InputError: print('refused')"
        )
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stdout) == (0, "refused\n")

    def test_the_file_is_named(self, tmp_path: Path) -> None:
        file = tmp_path / "hsp-x.yaml"
        file.write_text(changed("pass_mark: 12", "pass_mark: x"), encoding="utf-8")
        with pytest.raises(InputError) as caught:
            load_table(file)
        assert caught.value.source == str(file)

    def test_a_file_that_is_not_there_is_an_error_of_the_system(self, tmp_path: Path) -> None:
        with pytest.raises(FileNotFoundError):
            load_table(tmp_path / "hsp-none.yaml")


class TestFolders:
    def folder(self, tmp_path: Path, *periods: tuple[str, str, str]) -> Path:
        for name, since, until in periods:
            content = TABLE.replace("made-up-2030", name).replace("2030-01-01", since).replace('"2030-12-31"', until)
            (tmp_path / f"hsp-{name}{since}.yaml").write_text(content, encoding="utf-8")
        return tmp_path

    def test_tables_are_ordered_by_their_first_day(self, tmp_path: Path) -> None:
        tables = load_tables(self.folder(tmp_path, ("a", "2031-01-01", "null"), ("b", "2030-01-01", '"2030-12-31"')))
        assert [table.id for table in tables] == ["b", "a"]
        assert len(tables) == 2

    @pytest.mark.parametrize("until", ['"2031-01-01"', '"2040-01-01"', "null"])
    def test_two_tables_on_one_day_are_refused(self, tmp_path: Path, until: str) -> None:
        with pytest.raises(InputError) as caught:
            load_tables(self.folder(tmp_path, ("a", "2030-01-01", until), ("b", "2031-01-01", "null")))
        (problem,) = caught.value.problems
        assert (problem.code, problem.params["ids"]) == ("tables_overlap", ["a", "b"])

    def test_two_tables_with_one_id_are_refused(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as caught:
            load_tables(self.folder(tmp_path, ("a", "2030-01-01", '"2030-06-30"'), ("a", "2031-01-01", "null")))
        assert [problem.code for problem in caught.value.problems] == ["duplicate_id"]

    def test_overlapping_tables_are_refused_with_their_file(self, tmp_path: Path) -> None:
        with pytest.raises(InputError) as caught:
            load_tables(self.folder(tmp_path, ("a", "2030-01-01", "null"), ("b", "2031-01-01", "null")))
        assert caught.value.source is not None

    def test_other_files_of_the_folder_are_left_alone(self, tmp_path: Path) -> None:
        folder = self.folder(tmp_path, ("a", "2030-01-01", "null"))
        (folder / "sources.yaml").write_text("sources: {}", encoding="utf-8")
        assert len(load_tables(folder)) == 1


class TestSources:
    def test_a_source_of_an_unknown_kind_is_refused_with_its_line(self, tmp_path: Path) -> None:
        file = tmp_path / "sources.yaml"
        file.write_text(
            "sources:\n  a:\n    title: {ja: あ, en: a}\n    publisher: {ja: い, en: b}\n"
            '    kind: rumour\n    checked_on: "2026-11-22"\n',
            encoding="utf-8",
        )
        with pytest.raises(InputError) as caught:
            load_sources(file)
        assert [(p.code, p.line) for p in caught.value.problems] == [("not_allowed", 5)]

    def test_no_sources_at_all_are_refused(self, tmp_path: Path) -> None:
        file = tmp_path / "sources.yaml"
        file.write_text("sources: {}\n", encoding="utf-8")
        with pytest.raises(InputError):
            load_sources(file)


def test_a_table_cannot_be_changed(table: RuleTable) -> None:
    with pytest.raises(ValueError, match="frozen"):
        table.pass_mark = 60  # type: ignore[misc]  # that is the point


def test_a_folder_without_tables_holds_none(tmp_path: Path) -> None:
    tables: Tables = load_tables(tmp_path)
    assert list(tables) == []


class TestSize:
    """A rule file has a size that a rule file can have."""

    @pytest.fixture
    def huge(self, tmp_path: Path) -> Path:
        path = tmp_path / "hsp-2030-01-01.yaml"
        lines = (f"  - row-{number}: {number}" for number in range(2_000_000))
        path.write_text("id: hsp-2030-01-01\nrows:\n" + "\n".join(lines), encoding="utf-8")
        return path

    def test_what_no_rule_file_is_so_large_as_is_refused_unread(self, huge: Path) -> None:
        tracemalloc.start()
        with pytest.raises(InputError) as refused:
            load_table(huge)
        _, peak = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert [problem.code for problem in refused.value.problems] == ["rule_file_too_large"]
        assert peak < 8 * limits.RULE_FILE_BYTES

    def test_the_files_of_the_program_are_far_below_the_limit(self) -> None:
        sizes = {path.name: path.stat().st_size for path in resources().rglob("*.yaml")}
        assert max(sizes.values()) * 3 < limits.RULE_FILE_BYTES
