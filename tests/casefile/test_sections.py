"""The sections of a case: typed, kept where they cannot be read, and the same in a file of version 0.1.0."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hsp_calc.casefile import Case, load, read_case, save_case
from hsp_calc.casefile.case import SECTIONS
from hsp_calc.casefile.sections import (
    Enterprise,
    GuideAnswers,
    KeptChecklist,
    ResearchYear,
    SavedShifts,
    UnreadSection,
)
from hsp_calc.casefile.serialization import case_bytes, case_data
from hsp_calc.casefile.unread_keys import not_read
from hsp_calc.validation import InputError

DATA = Path(__file__).parent.parent / "data"
OLD_FILES = sorted(DATA.glob("case-0.1.0-*.hspcase"))
_KEYS = [section.key for section in SECTIONS]
_TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=8)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | _TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_TEXT, inner, max_size=3),
    max_leaves=12,
)


def case_with(**sections: object) -> Case:
    return read_case({"format": "hsp-case", "version": 1, "history": [], **sections})


def written(case: Case) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(case_bytes(case))
    return data


def problems(case: Case) -> list[tuple[str, str]]:
    return [(problem.place, problem.code) for problem in not_read(case)]


@pytest.mark.parametrize("path", OLD_FILES, ids=lambda path: path.stem)
def test_a_file_of_0_1_0_keeps_on_saving_all_that_it_says(path: Path, tmp_path: Path) -> None:
    before = json.loads(path.read_bytes())
    case = load(path).cases[0]
    save_case(case, tmp_path / "again.hspcase")
    after = json.loads((tmp_path / "again.hspcase").read_bytes())
    figures = before.get("form", {}).get("rd")
    if figures is not None and "rd" not in after.get("form", {}):
        assert {name: after["rd_year"][name] for name in figures} == figures  # they moved to their one home
        for data in (before, after):
            data.get("form", {}).pop("rd", None)
        before["rd_year"] = {**figures, **before.get("rd_year", {})}
    assert said(after) == said(before)
    assert load(tmp_path / "again.hspcase").cases[0] == case


def said(value: object) -> object:
    """A value without what says nothing: null, and empty texts, lists and objects."""
    if isinstance(value, dict):
        kept = {name: said(item) for name, item in value.items()}
        return {name: item for name, item in kept.items() if item not in (None, "", {}, [])}
    return [said(item) for item in value] if isinstance(value, list) else value


def test_the_files_of_0_1_0_have_every_section() -> None:
    assert len(OLD_FILES) == 4
    assert {key for path in OLD_FILES for key in json.loads(path.read_bytes())} >= {
        *_KEYS,
        "scenarios",
        "pay",
    } - {"support_measures"}  # which came later


def test_files_of_0_1_0_are_read_into_the_models() -> None:
    looked_up = load(DATA / "case-0.1.0-looked-up.hspcase").cases[0]
    guide = load(DATA / "case-0.1.0-guide-and-shifts.hspcase").cases[0]
    assert looked_up.section(Enterprise).employees == 42
    assert looked_up.section(KeptChecklist).papers["photo"].issued_in_japan is True
    assert looked_up.section(KeptChecklist).proof.margin == 5
    assert guide.section(GuideAnswers).household.pregnancy is False
    assert guide.section(SavedShifts).row_cells[2] == ("11/5", "夕方", "", "")
    assert problems(looked_up) == problems(guide) == []


def test_figures_of_the_form_alone_become_those_of_the_year() -> None:
    case = case_with(form={"rd": {"expenses_yen": 9, "sales_yen": 200}}, rd_year={"closing_month": 3})
    assert case.section(ResearchYear) == ResearchYear(closing_month=3, expenses_yen=9, sales_yen=200)
    assert "form" not in case_data(case)
    assert problems(case) == []


def test_figures_that_differ_are_both_kept_and_those_of_the_year_count() -> None:
    case = load(DATA / "case-0.1.0-two-figures.hspcase").cases[0]
    assert case.section(ResearchYear).expenses_yen == 15_000_000
    assert written(case)["form"] == {"rd": {"expenses_yen": 14_000_000, "sales_yen": 380_000_000}}
    assert ("form.rd", "figures_not_used") in problems(case)


def test_figures_of_the_form_stay_beside_a_year_that_cannot_be_read() -> None:
    form = {"rd": {"expenses_yen": 9, "sales_yen": 200}}
    case = case_with(form=form, rd_year={"sales_yen": "1億円"})
    assert (written(case)["form"], written(case)["rd_year"]) == (form, {"sales_yen": "1億円"})


def test_a_malformed_section_is_kept_and_only_what_rests_on_it_is_refused(tmp_path: Path) -> None:
    case = load(DATA / "case-0.1.0-malformed-checklist.hspcase").cases[0]
    assert isinstance(case.checklist, UnreadSection)
    with pytest.raises(InputError) as refused:
        case.section(KeptChecklist)
    assert [problem.place for problem in refused.value.problems] == ["checklist.papers.photo.state"]
    assert case.section(ResearchYear).expenses_yen == 9_000_000
    save_case(case, tmp_path / "a.hspcase")
    assert json.loads((tmp_path / "a.hspcase").read_bytes())["checklist"] == {"papers": {"photo": {"state": "lost"}}}


def test_unknown_fields_are_kept_and_named_with_their_place_and_the_nearest_name() -> None:
    sections = {
        "enterprize": {"employees": 3},
        "enterprise": {"employes": 3},
        "checklist": {"papers": {"photo": {"state": "needed", "remarks": "x"}}, "proof": {"margins": 5}},
        "guide": {"activity": {"wantd": "business"}},
        "shifts": {"rows": [{"date": "2026-11-02", "began": "9:00"}]},
        "form": {"rd": {"sale_yen": 5}, "university": {"routes": 1}},
    }
    case = case_with(**sections, applicant={"nationalty": "Peru", "residence": {"expire": "2027-01-01"}})
    found = {problem.place: problem.params["nearest"] for problem in not_read(case)}
    assert found == {
        "enterprize": "enterprise",
        "applicant.nationalty": "nationality",
        "applicant.residence.expire": "expires",
        "enterprise.employes": "employees",
        "checklist.papers.photo.remarks": "remark",
        "checklist.proof.margins": "margin",
        "guide.activity.wantd": "wanted",
        "shifts.rows[0].began": None,
        "form.rd.sale_yen": "sales_yen",
        "form.university.routes": "route",
    }
    assert said({name: written(case)[name] for name in sections if name != "shifts"}) == {
        name: section for name, section in sections.items() if name != "shifts"
    }
    assert written(case)["shifts"]["rows"][0]["began"] == "9:00"


def test_a_refused_case_tells_of_its_sections_too() -> None:
    with pytest.raises(InputError) as refused:
        case_with(applicant={"date_of_birth": "x"}, enterprise={"employees": "many"}, guide=[])
    places = [problem.place for problem in refused.value.problems]
    assert places == ["applicant.date_of_birth", "enterprise.employees", "guide"]


def test_a_section_in_which_nothing_is_said_leaves_no_trace() -> None:
    for section in SECTIONS:
        assert Case().with_section(section()) == Case()
        assert case_data(case_with(**{section.key: {}})) == case_data(case_with())


@given(key=st.sampled_from(_KEYS), value=_JSON)
def test_whatever_stands_in_a_section_is_there_again_after_saving(key: str, value: object) -> None:
    case = case_with(**{key: value})
    again = read_case(json.loads(case_bytes(case)))
    assert again == case
    written_again = written(case).get(key)
    model = next(section for section in SECTIONS if section.key == key)
    if isinstance(model.kept_as(value), UnreadSection):
        assert written_again == value
    else:
        assert said({key: written_again}) == said({key: value})
