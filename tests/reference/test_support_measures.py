"""What is kept of support measures and projects, and where their lists are."""

import pytest

from hsp_calc.casefile import read_case
from hsp_calc.casefile.sections import SupportKind, SupportMeasure, SupportMeasures
from hsp_calc.facts import Facts
from hsp_calc.locations import resources
from hsp_calc.reference.support_measures import load_support_lists, with_support_measure
from hsp_calc.rules import Sources
from hsp_calc.validation import InputError


def test_every_list_that_is_not_carried_has_its_address(sources: Sources) -> None:
    lists = load_support_lists(resources() / "reference" / "support-lists.yaml").lists
    assert set(lists) == set(SupportKind)
    assert all((sources.sources[listed.source].url or "").startswith("https://") for listed in lists.values())


def test_each_kind_is_a_fact() -> None:
    assert {kind.value for kind in SupportKind} <= set(Facts.model_fields)


def test_what_is_told_stays_with_the_case_and_moves_no_fact() -> None:
    before = read_case({"format": "hsp-case", "version": 1})
    told = SupportMeasure(measure="補助事業", number="12", on_list=True)
    case = with_support_measure(before, SupportKind.GROWTH_PROJECT, told)
    assert case.section(SupportMeasures).of(SupportKind.GROWTH_PROJECT) == told
    assert case.history == before.history
    assert with_support_measure(case, SupportKind.GROWTH_PROJECT, SupportMeasure()) == before


@pytest.mark.parametrize("wrong", [{"day": "soon"}, {"measure": 7}, {"on_list": "yes"}])
def test_what_cannot_be_read_is_named_by_its_place(wrong: dict[str, object]) -> None:
    case = read_case({"format": "hsp-case", "version": 1, SupportMeasures.key: {"innovation_support": wrong}})
    with pytest.raises(InputError) as caught:
        case.section(SupportMeasures)
    (name,) = wrong
    assert [problem.place for problem in caught.value.problems] == [f"{SupportMeasures.key}.innovation_support.{name}"]
