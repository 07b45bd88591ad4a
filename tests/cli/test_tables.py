"""``hsp-calc tables``."""

from typing import Any

import pytest

from hsp_calc.rules import RuleTable
from tests.cli.conftest import Run


@pytest.mark.parametrize("arguments", [[], ["list"]])
def test_the_tables_are_listed_with_the_days_they_hold(run: Run, arguments: list[str]) -> None:
    assert run("tables", *arguments).out.splitlines() == [
        "hsp-2015-04-01  2015-04-01 to 2017-04-25  Table of 1 April 2015   checked on 2026-11-27",
        "hsp-2017-04-26  2017-04-26 to 2019-03-14  Table of 26 April 2017  checked on 2026-11-27",
        "hsp-2019-03-15  2019-03-15 to 2021-07-29  Table of 15 March 2019  checked on 2026-11-27",
        "hsp-2021-07-30  2021-07-30 to 2023-03-30  Table of 30 July 2021   checked on 2026-11-27",
        "hsp-2023-04-01  from 2023-03-31 on        Table of 1 April 2023   checked on 2026-11-27",
    ]


def test_the_list_is_there_for_scripts_too(run: Run) -> None:
    data: Any = run("tables", "list", "--format", "json").data
    assert [(table["id"], table["from"], table["to"]) for table in data] == [
        ("hsp-2015-04-01", "2015-04-01", "2017-04-25"),
        ("hsp-2017-04-26", "2017-04-26", "2019-03-14"),
        ("hsp-2019-03-15", "2019-03-15", "2021-07-29"),
        ("hsp-2021-07-30", "2021-07-30", "2023-03-30"),
        ("hsp-2023-04-01", "2023-03-31", None),
    ]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_table_is_shown_with_every_row_and_its_sources(run: Run, table: RuleTable, language: str) -> None:
    done = run("tables", "show", table.id, "--lang", language)
    shown = "".join(done.out.split())
    for rules in table.categories.values():
        for row in rules.criteria.values():
            assert "".join(getattr(row, language).split()) in shown
    assert "https://www.moj.go.jp/isa/content/930001673.xls" in shown


def test_a_table_made_from_a_summary_says_so(run: Run) -> None:
    assert "bilingual summary" in run("tables", "show", "hsp-2015-04-01").out


def test_a_table_can_be_taken_over_as_data(run: Run, table: RuleTable) -> None:
    data = run("tables", "show", table.id, "--format", "json").data
    assert RuleTable.model_validate(data) == table


def test_the_difference_of_two_tables_is_told_row_by_row(run: Run) -> None:
    done = run("tables", "diff", "hsp-2015-04-01", "hsp-2023-04-01")
    assert "+ Ⅱ Japanese ability equal to passing JLPT N2 (new, 10 points)" in done.out
    assert "5 → 25 points" in " ".join(done.out.split())
    back = run("tables", "diff", "hsp-2023-04-01", "hsp-2015-04-01", "--lang", "ja")
    assert "- Ⅱ 日本語能力試験Ｎ２合格相当（廃止、10点）" in back.out


def test_a_table_does_not_differ_from_itself(run: Run) -> None:
    done = run("tables", "diff", "hsp-2023-04-01", "hsp-2023-04-01")
    assert (done.code, done.out.splitlines()[1:]) == (0, ["Nothing changed."])


def test_the_difference_is_there_for_scripts_too(run: Run) -> None:
    data: Any = run("tables", "diff", "hsp-2015-04-01", "hsp-2023-04-01", "--format", "json").data
    (n2,) = (change for change in data if change["id"] == "japanese_n2" and change["category"] == "technical")
    assert n2 == {
        "category": "technical",
        "id": "japanese_n2",
        "kind": "added",
        "fields": [],
        "before": None,
        "after": 10,
    }


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["shw"], "tables: “shw” is not valid; choose list, show, diff or sql."),
        (["show"], "tables show takes 1 table id, not 0."),
        (["diff", "hsp-2015-04-01"], "tables diff takes 2 table ids, not 1."),
        (["list", "hsp-2015-04-01"], "tables list takes 0 table ids, not 1."),
        (["show", "hsp-2024-04-01"], "Did you mean “hsp-2023-04-01”?"),
    ],
)
def test_a_wrong_request_is_refused(run: Run, arguments: list[str], said: str) -> None:
    done = run("tables", *arguments)
    assert (done.code, done.out, len(done.errors)) == (2, "", 1)
    assert said in done.errors[0]
