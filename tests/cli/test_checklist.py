"""``hsp-calc checklist``."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hsp_calc.rules import RuleTable
from hsp_calc.text import Translator, disclaimer
from hsp_calc.text.columns import width
from tests.cli.conftest import InTerminal, Run

Write = Callable[[str, object], str]


def test_all_documents_are_listed(run: Run, sample: Path) -> None:
    done = run("checklist", sample, "-c", "technical", "--lang", "ja")
    assert (done.code, done.err) == (0, "")
    assert "次の資料で80点すべてを疎明できます。" in done.out
    for mark in ("① 学歴（20点）", "② 職歴（10点）", "③ 年収", "⑭ "):
        assert mark in done.out
    assert "□ 学位取得の証明書" in done.out
    assert "併せて疎明する要件：年収が300万円以上であること" in done.out


def test_a_target_needs_fewer(run: Run, sample: Path) -> None:
    done = run("checklist", sample, "-c", "technical", "--target", "70")
    assert "These documents prove 70 points of 80 points, enough for 70 points." in done.out
    needed, spared = done.out.split("Counted, but not needed for this:")
    assert "⑭" not in needed
    assert "⑭ Graduated from a Japanese university" in spared
    assert "(10 points, fewer documents: 2)" in " ".join(spared.split())
    assert "Margin: 0 points" in needed


THREE_ROWS: dict[str, Any] = {
    "age": 29,
    "degrees": ["master"],
    "annual_salary_yen": 8_000_000,
    "japanese": "n1",
    "foreign_qualification": True,
    "growth_project": True,
}
"""①20 ③30 ⑬5 ⑮15 ⑯10, and 15 for the age: 95 points."""


def test_what_is_hard_to_get_is_left_out(run: Run, write: Write) -> None:
    asked = ("checklist", write("a.json", THREE_ROWS), "-c", "technical", "--target", "70", "--format", "json")
    plain: Any = run(*asked).data
    assert [entry["evidence"] for entry in plain["entries"]] == ["③", "⑮", "⑯"]
    assert plain["margin"] == {"asked": 0, "proven": 0, "reached": True}
    said: Any = run(*asked, "--hard", "⑮, ⑯", "--at-hand", "⑬").data
    assert [(entry["evidence"], entry["effort"]) for entry in said["entries"]] == [
        ("①", "not_said"),
        ("③", "not_said"),
        ("⑬", "at_hand"),
    ]
    assert [(spared["evidence"], spared["points"], spared["effort"]) for spared in said["spared"]] == [
        ("⑮", 15, "hard"),
        ("⑯", 10, "hard"),
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--margin", "10"], "Margin: 10 points (requested: 10 points)"),
        (["--margin", "11"], "Margin: 20 points (requested: 11 points)"),
        (["--margin", "30"], "A margin of 30 points cannot be proven; the most possible is 25 points."),
        (["--unobtainable", "③"], "Needed, although it cannot be obtained: ③"),
        (["--hard", "③"], "Hard to get"),
    ],
)
def test_the_margin_and_what_cannot_be_got_are_said(run: Run, write: Write, arguments: list[str], said: str) -> None:
    done = run("checklist", write("a.json", THREE_ROWS), "-c", "technical", "--target", "70", *arguments)
    assert said in done.out


def test_what_the_case_keeps_counts_until_an_option_says_otherwise(run: Run, write: Write) -> None:
    kept = {"target": 70, "margin": 15, "effort": {"⑮": "unobtainable"}}
    file = write(
        "a.hspcase",
        {
            "format": "hsp-case",
            "version": 1,
            "history": [{"from": None, "facts": THREE_ROWS}],
            "checklist": {"proof": kept, "papers": {"⑬/x": {"state": "at_hand"}}},
        },
    )
    asked = ("checklist", file, "-c", "technical", "--format", "json")
    data: Any = run(*asked).data
    assert (data["target"], data["margin"]) == (70, {"asked": 15, "proven": 10, "reached": False})
    assert [(entry["evidence"], entry["effort"]) for entry in data["entries"]][2] == ("⑬", "at_hand")
    assert [entry["evidence"] for entry in data["spared"]] == ["⑮"]
    everything: Any = run(*asked, "--target", "all").data
    assert everything["proven"] == 95
    other: Any = run(*asked, "--target", "80", "--margin", "0", "--easy", "⑮").data
    assert (other["target"], other["margin"]["asked"], other["proven"]) == (80, 0, 80)


def test_a_damaged_proof_is_refused_with_the_file(run: Run, write: Write) -> None:
    file = write("a.hspcase", {"format": "hsp-case", "version": 1, "checklist": {"proof": {"margin": "5"}}})
    done = run("checklist", file, "-c", "technical")
    assert done.code == 2
    assert done.errors[0].startswith("a.hspcase: checklist.proof.margin: ")


def test_a_target_out_of_reach_is_said(run: Run, sample: Path) -> None:
    done = run("checklist", sample, "-c", "management", "--target", "80")
    assert done.code == 0
    assert "80 points cannot be proven: only 30 points count." in done.out


def test_the_json_has_both_languages(run: Run, sample: Path) -> None:
    data: Any = run("checklist", sample, "-c", "technical", "--format", "json").data
    assert (data["table"], data["on"], data["category"]) == ("hsp-2023-04-01", "2026-11-22", "technical")
    assert (data["total"], data["target"], data["proven"], data["reached"]) == (80, None, 80, True)
    education = data["entries"][0]
    assert education["evidence"] == "①"
    assert education["criteria"] == ["degree_master_or_professional"]
    assert education["title"] == {"ja": "学歴", "en": "Education"}
    assert education["documents"][1]["text"]["ja"] == "学位取得の証明書"
    assert data["without_documents"] == ["age_30_34"]


@pytest.mark.parametrize(("kind", "name"), [("text", "list.txt"), ("json", "list.json"), ("json", "list")])
def test_the_list_can_go_into_a_file(run: Run, sample: Path, tmp_path: Path, kind: str, name: str) -> None:
    shown = run("checklist", sample, "-c", "technical", "--format", kind, "--lang", "ja")
    done = run("checklist", sample, "-c", "technical", "--format", kind, "--lang", "ja", "-o", name)
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / name).read_text(encoding="utf-8") == shown.out
    assert kind == "text" or json.loads(shown.out)


@pytest.mark.parametrize(
    ("name", "begins"), [("a.pdf", b"%PDF-"), ("a.XLSX", b"PK"), ("a.csv", b"\xef\xbb\xbf"), ("a.json", b"{")]
)
def test_without_a_format_the_file_is_what_its_name_says(
    run: Run, sample: Path, tmp_path: Path, name: str, begins: bytes
) -> None:
    assert run("checklist", sample, "-c", "technical", "-o", name).code == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize(
    ("options", "name"),
    [(["--format", "text"], "a.json"), (["--format", "pdf"], "a.csv"), ([], "a.docx"), ([], "a.11")],
)
def test_no_file_is_written_under_the_ending_of_another_kind(
    run: Run, sample: Path, tmp_path: Path, options: list[str], name: str
) -> None:
    done = run("checklist", sample, "-c", "technical", *options, "-o", name)
    assert done.code == 2
    assert name in done.errors[0]
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_spreadsheet_gets_one_line_for_each_document(run: Run, sample: Path, tmp_path: Path, language: str) -> None:
    done = run("checklist", sample, "-c", "technical", "--format", "csv", "--lang", language, "-o", "list.csv")
    assert (done.code, done.out) == (0, "")
    content = (tmp_path / "list.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    head, *lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    assert len(head) == len(set(head)) == 18
    assert {len(line) for line in lines} == {18}
    assert [line[0] for line in lines if line[4]] == ["①", "①", "②", "③", "⑭", "⑭"]
    assert sum(not line[4] for line in lines) == 1, "the age, which needs no document"
    assert ("学位取得の証明書" in lines[1][4]) == (language == "ja")


def test_a_spreadsheet_can_go_to_standard_output(run: Run, sample: Path) -> None:
    done = run("checklist", sample, "-c", "technical", "--format", "csv", "--lang", "ja")
    assert done.out.startswith("\ufeff")
    assert "\r" not in done.out


def test_alternatives_are_numbered(run: Run, write: Write) -> None:
    facts = {"innovation_support": True, "sme": True}
    done = run("checklist", write("a.json", facts), "-c", "technical", "--format", "csv")
    lines = [line for line in csv.reader(io.StringIO(done.out.removeprefix("\ufeff"))) if line[0] == "⑩"]
    assert [line[5] for line in lines] == ["", *(f"{number} of 4; one is enough" for number in (1, 2, 3, 4))]


def test_a_workbook_has_the_list_and_what_must_be_said(
    run: Run, sample: Path, tmp_path: Path, table: RuleTable
) -> None:
    asked = ("checklist", sample, "-c", "technical", "--target", "70")
    done = run(*asked, "--format", "xlsx", "--memos", "-o", "list.xlsx")
    assert (done.code, done.out) == (0, "")
    documents, about = openpyxl.load_workbook(tmp_path / "list.xlsx").worksheets
    rows = list(documents.iter_rows(values_only=True))
    in_csv = run(*asked, "--format", "csv").out.removeprefix("\ufeff")
    assert [["" if cell is None else str(cell) for cell in row] for row in rows] == list(
        csv.reader(io.StringIO(in_csv, newline=""))
    )
    spared: Any = next(row for row in rows if str(row[6]).startswith("Counted, but not needed for this"))
    assert (spared[0], spared[2], str(spared[6]).splitlines()[1:]) == ("⑭", 10, ["fewer documents: 2"])
    said = [row[0] for row in about.iter_rows(values_only=True)]
    assert disclaimer(table, Translator.load("en")) in said
    assert any("enough for 70 points" in str(text) for text in said)


def test_documents_made_needless_by_others_say_so(run: Run, write: Write) -> None:
    facts = {"degrees": ["master"], "jica_training": True}
    done = run("checklist", write("a.json", facts), "-c", "technical")
    assert "Not needed, because ⑱ is submitted." in done.out


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("columns", [50, 100])
def test_every_document_fits_the_terminal(in_terminal: InTerminal, write: Write, language: str, columns: int) -> None:
    facts = {
        "degrees": ["doctor"],
        "research": ["patent", "grants", "papers", "other"],
        "innovation_support": True,
        "sme": True,
        "rd_ratio_over_3pct": True,
        "local_government_support": True,
        "licenses": 2,
        "japanese": "n1",
        "designated_university": True,
        "growth_project": True,
        "asset_management": True,
    }
    done = in_terminal(columns, "checklist", write("a.json", facts), "-c", "technical", "--lang", language)
    assert done.code == 0
    assert [line for line in done.out.splitlines() if width(line) > columns] == []


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_list_is_no_legal_advice(run: Run, sample: Path, table: RuleTable, language: str) -> None:
    done = run("checklist", sample, "-c", "technical", "--lang", language)
    assert "".join(disclaimer(table, Translator.load(language)).split()) in "".join(done.out.split())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "-c/--category is missing"),
        (
            ["-c", "technical", "--format", "doc"],
            "--format: “doc” is not valid; choose text, json, csv, xlsx or pdf",
        ),
        (["-c", "technical", "--format", "pdf"], "A PDF cannot go to standard output; name its file with -o OUT."),
        (["-c", "technical", "--procedure", "extention"], "--procedure: “extention” is not valid; choose"),
        (
            ["-c", "technical", "--employer-category", "5"],
            "--employer-category: “5” is not valid; choose 1, 2, 3 or 4",
        ),
        (["-c", "technical", "--apply-on", "soon"], "--apply-on: “soon” is not a valid date"),
        (
            ["-c", "technical", "--procedure", "permanent_residence_80", "--target", "70"],
            "permanent_residence_80 always requires 80 points; leave out --target.",
        ),
        (["-c", "technical", "--target", "75"], "--target: “75” is not valid; choose 70, 80 or all"),
        (["-c", "technical", "--margin", "5"], "--margin needs a target; add --target 70."),
        (["-c", "technical", "--target", "70", "--margin", "-5"], "give a number of points from 0 to 150."),
        (["-c", "technical", "--target", "70", "--margin", "5.5"], "--margin: “5.5” is not valid"),
        (["-c", "technical", "--hard", "1"], "--hard: “1” is not a number of the form; give numbers like ①⑮."),
        (
            ["-c", "technical", "--hard", "①", "--easy", "②①"],
            "① is given for both --easy and --hard; give it only once.",
        ),
        (
            ["-c", "technical", "--format", "xlsx"],
            "A workbook cannot go to standard output; name its file with -o OUT.",
        ),
        (["-c", "technical", "-o", "no/x.txt"], "its folder does not exist"),
        (["-c", "technical", "--on", "1990-01-01"], "no verified rule table for 1990-01-01"),
    ],
)
def test_a_wrong_request_is_refused(run: Run, sample: Path, arguments: list[str], said: str) -> None:
    done = run("checklist", sample, *arguments)
    assert (done.code, done.out, len(done.errors)) == (2, "", 1)
    assert said in done.errors[0]


def test_several_persons_have_no_common_list(run: Run, write: Write) -> None:
    done = run("checklist", write("list.json", [{}, {}, {}]), "-c", "technical")
    assert done.code == 2
    assert "has 3 persons" in done.errors[0]


def test_a_person_not_born_yet_is_refused_with_the_file(run: Run, write: Write) -> None:
    name = write("a.json", {"date_of_birth": "2024-01-01"})
    done = run("checklist", name, "-c", "technical", "--on", "2023-05-01")
    assert done.code == 2
    assert done.errors[0].startswith("a.json: date_of_birth: ")


WORK = (
    "②/高度専門職外国人として従事しようとする業務に従事した期間及び業務の内容を明らかにする資料"
    "（所属していた機関作成のもの）"
)
CHECKLIST = {
    "procedure": "change_of_status",
    "employer_category": 3,
    "apply_on": "2027-02-01",
    "papers": {
        "photo": {"state": "at_hand", "on": "2026-11-20", "remark": "two prints"},
        WORK: {"state": "at_hand", "issued_on": "2026-10-20", "issued_in_japan": True},
        "residence_record": {"state": "asked_for"},
    },
}


@pytest.fixture
def kept(sample: Path, write: Write) -> str:
    """The sample with a checklist."""
    return write("kept.hspcase", json.loads(sample.read_text(encoding="utf-8")) | {"checklist": CHECKLIST})


def test_what_the_case_keeps_is_listed_with_its_states(run: Run, kept: str) -> None:
    out = run("checklist", kept, "-c", "technical").out
    assert "Procedure: Change of status of residence" in out
    assert "Planned day of application: 1 February 2027" in out
    assert "■ Photo (4 cm high, 3 cm wide)" in out
    assert "two prints" in out
    assert "Too old on the planned day (valid until 20 January 2027)." in out
    assert "Employer: Category 3" in out


def test_without_a_procedure_there_is_but_the_evidence(run: Run, sample: Path) -> None:
    out = run("checklist", sample, "-c", "technical").out
    assert "Photo" not in out
    assert "Procedure" not in out


@pytest.mark.parametrize(("apply_on", "too_old"), [("2027-01-20", False), ("2027-01-21", True)])
def test_the_planned_day_decides_what_is_too_old(run: Run, kept: str, apply_on: str, too_old: bool) -> None:
    data: Any = run("checklist", kept, "-c", "technical", "--apply-on", apply_on, "--format", "json").data
    certificate = next(paper for paper in data["papers"] if paper["id"] == WORK)
    assert (certificate["good_until"], certificate["age"]) == ("2027-01-20", "too_old" if too_old else None)


def test_the_command_line_goes_before_the_case(run: Run, kept: str) -> None:
    data: Any = run(
        "checklist", kept, "-c", "technical", "--procedure", "permanent_residence_70", "--format", "json"
    ).data
    assert (data["procedure"], data["target"], data["employer_category"]) == ("permanent_residence_70", 70, 3)
    assert data["kept_for_other_procedures"] == []
    assert [paper["id"] for paper in data["papers"]][:2] == ["application_form", "photo"]
    assert (data["progress"]["at_hand"], data["progress"]["asked_for"]) == (2, 1)
    assert any(paper["evidence"] == "②" for paper in data["papers"]), "what is at hand is the least trouble"
    employer: Any = run("checklist", kept, "-c", "technical", "--employer-category", "1", "--format", "json").data
    assert employer["kept_for_other_procedures"] == ["residence_record"]
    underlying = next(paper for paper in employer["papers"] if paper["id"] == "underlying_status")
    assert (underlying["state"], underlying["not_needed_because"]) == ("not_needed", "employer_category")


def test_spreadsheets_have_the_states_and_days(run: Run, kept: str, tmp_path: Path) -> None:
    options = ("-c", "technical", "--format", "xlsx")
    assert run("checklist", kept, *options, "--memos", "-o", "kept.xlsx").code == 0
    papers, about = openpyxl.load_workbook(tmp_path / "kept.xlsx").worksheets
    head, *rows = papers.iter_rows(values_only=True)
    photo = dict(zip(head, next(row for row in rows if "Photo" in str(row[4])), strict=True))
    assert (photo["State"], photo["Memo"], str(photo["Since"])[:10]) == ("At hand", "two prints", "2026-11-20")
    degree = dict(zip(head, next(row for row in rows if str(row[13] or row[14])[:10] == "2026-10-20"), strict=True))
    assert str(degree["Valid until"])[:10] == "2027-01-20"
    assert "Too old" in str(degree["Warning"])
    assert any("2 of " in str(row[0]) for row in about.iter_rows(values_only=True))


def test_the_workbook_has_the_person_and_no_memo_unless_it_is_asked_for(run: Run, kept: str, tmp_path: Path) -> None:
    assert run("checklist", kept, "-c", "technical", "--format", "xlsx", "-o", "kept.xlsx").code == 0
    papers, about = openpyxl.load_workbook(tmp_path / "kept.xlsx").worksheets
    cells = [str(cell) for row in papers.iter_rows(values_only=True) for cell in row]
    assert "Memo" not in cells
    assert "two prints" not in cells
    assert any("TAN WEI LING" in str(row[0]) for row in about.iter_rows(values_only=True))
    head: Any = papers.oddHeader
    assert "TAN WEI LING" in head.left.text


def test_all_documents_are_listed_whatever_the_procedure_asks_to_prove(run: Run, sample: Path) -> None:
    asked = ("checklist", sample, "-c", "technical", "--procedure", "permanent_residence_70", "--format", "json")
    proof: Any = run(*asked).data
    everything: Any = run(*asked, "--target", "all").data
    assert (proof["target"], everything["target"]) == (70, None)
    assert everything["proven"] == everything["total"] > proof["proven"]
    assert len(everything["papers"]) > len(proof["papers"])
    refused = run(*asked, "--target", "all", "--margin", "5")
    assert (refused.code, len(refused.errors)) == (2, 1)
    assert "--margin needs a target" in refused.errors[0]


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_checklist_can_be_printed(run: Run, kept: str, tmp_path: Path, language: str) -> None:
    done = run(
        "checklist", kept, "-c", "technical", "--format", "pdf", "--no-office", "--lang", language, "-o", "a.pdf"
    )
    assert (done.code, done.out, done.err) == (0, "", "")
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("checklist", "said"),
    [
        ({"procedure": "extention"}, "kept.hspcase: checklist.procedure"),
        ({"papers": {"photo": {"state": "lost"}}}, "kept.hspcase: checklist.papers.photo.state"),
        ({"proof": {"target": 75}}, "kept.hspcase: checklist.proof.target"),
    ],
)
def test_what_is_malformed_in_the_case_is_told_with_its_place(
    run: Run, sample: Path, write: Write, checklist: object, said: str
) -> None:
    name = write("kept.hspcase", json.loads(sample.read_text(encoding="utf-8")) | {"checklist": checklist})
    done = run("checklist", name, "-c", "technical")
    assert (done.code, done.out) == (2, "")
    assert done.errors[0].startswith(said)


@pytest.mark.parametrize("day", ["9999-12-31", "0001-01-01"])
def test_a_day_at_the_end_of_the_calendar_is_no_mishap(run: Run, kept: str, day: str) -> None:
    assert run("checklist", kept, "-c", "technical", "--apply-on", day).code == 0


def test_what_was_entered_forges_no_line_and_commands_no_terminal(
    run: Run, write: Callable[[str, object], str]
) -> None:
    remarks = {
        "application_form": "ok\rReady",
        "photo": "\u202egnp.exe",
        "passport_and_card": "a\nAll is proven\u2066",
    }
    case = {
        "format": "hsp-case",
        "version": 1,
        "applicant": {"name": "X"},
        "history": [],
        "checklist": {
            "procedure": "change_of_status",
            "papers": {name: {"remark": remark} for name, remark in remarks.items()},
        },
    }
    name = write("a.hspcase", case)
    done = run("checklist", name, "-c", "technical")
    assert done.code == 0
    assert "All is proven" in done.out
    assert not any(line.strip().startswith(("All is proven", "Ready")) for line in done.out.splitlines())
    for sign in "\r\u2066\u202e":
        assert sign not in done.out
        assert sign not in run("checklist", name, "-c", "technical", "--format", "json").out
