"""Looking up the designated universities (mark ⑰)."""

from collections import Counter
from pathlib import Path

import pytest
import yaml
from rapidfuzz.distance import OSA, OSA_py

from hsp_calc.reference import fuzzy_search
from hsp_calc.reference.normalize import fold, romanised
from hsp_calc.reference.universities import (
    Answer,
    Certainty,
    DesignationRoute,
    Universities,
    University,
    load_list,
    load_universities,
    load_university_names,
)
from hsp_calc.rules import Sources
from hsp_calc.validation import InputError

QUERIES = yaml.safe_load((Path(__file__).parents[1] / "data" / "university-queries.yaml").read_text(encoding="utf-8"))
LIST = """\
id: rankings_2030_01
route: rankings
dated: "2030-01"
checked_on: "2030-02-01"
source: universities_rankings_2026_01
title: {ja: "一覧", en: "List"}
caution: {ja: "注意", en: "Caution"}
count: 1
countries:
  japan: {ja: "日本", en: "Japan"}
universities:
  - {country: japan, name_ja: "架空大学", name_en: "Imaginary University"}
"""


def found(universities: Universities, query: str) -> list[str]:
    return [match.university.name.en for match in universities.look_up(query).matches]


def meant(universities: Universities, query: str) -> University:
    """The one university that a text means."""
    (match,) = universities.look_up(query).matches
    return match.university


def similar(universities: Universities, query: str) -> list[str]:
    return [university.name.en for university in universities.look_up(query).similar]


def test_the_lists_are_whole(universities: Universities) -> None:
    assert {found.route: len(found.universities) for found in universities.lists} == {
        DesignationRoute.RANKINGS: 390,
        DesignationRoute.TOP_GLOBAL: 37,
        DesignationRoute.INNOVATIVE_ASIA: 64,
    }
    assert [found.dated for found in universities.lists] == ["2026-01", "2014", "2026-10-05"]


def test_the_countries_are_those_of_the_list(universities: Universities) -> None:
    count = Counter(row.country for row in universities.lists[0].universities)
    assert len(count) == 37
    assert count.most_common(5) == [
        ("japan", 121),
        ("united_states_of_america", 62),
        ("united_kingdom", 31),
        ("china", 30),
        ("germany", 22),
    ]


def test_every_list_names_its_source(universities: Universities, sources: Sources) -> None:
    for found in universities.lists:
        assert found.source in sources.sources
        assert found.checked_on == sources.sources[found.source].checked_on


def test_a_university_on_several_lists_appears_once_with_all_its_routes(universities: Universities) -> None:
    assert len(universities.all) == 390 + 37 - 31 + 64 - 4
    assert len({university.id for university in universities.all}) == len(universities.all)
    assert sum(len(university.listings) == 2 for university in universities.all) == 31 + 4
    osaka = meant(universities, "大阪大学")
    assert osaka.routes == (DesignationRoute.RANKINGS, DesignationRoute.TOP_GLOBAL)
    assert [listing.name.en for listing in osaka.listings] == ["The University of Osaka", "Osaka University"]
    assert [listing.dated for listing in osaka.listings] == ["2026-01", "2014"]


@pytest.mark.parametrize(
    ("query", "routes"),
    [
        ("国際教養大学", [(DesignationRoute.TOP_GLOBAL,)]),
        ("一橋大学", [(DesignationRoute.RANKINGS,)]),
        ("National University of Singapore", [(DesignationRoute.RANKINGS, DesignationRoute.INNOVATIVE_ASIA)]),
        ("Universiti Malaya", [(DesignationRoute.RANKINGS, DesignationRoute.INNOVATIVE_ASIA)]),
        ("IIT Bombay", [(DesignationRoute.INNOVATIVE_ASIA,)]),
        # what became part of another school stands on one list, the school of today on another
        ("東京工業大学", [(DesignationRoute.TOP_GLOBAL,), (DesignationRoute.RANKINGS,)]),
        ("東京医科歯科大学", [(DesignationRoute.RANKINGS, DesignationRoute.TOP_GLOBAL), (DesignationRoute.RANKINGS,)]),
    ],
)
def test_each_route_is_shown(
    universities: Universities, query: str, routes: list[tuple[DesignationRoute, ...]]
) -> None:
    assert [match.university.routes for match in universities.look_up(query).matches] == routes


def test_the_third_list_is_said_to_be_reported(universities: Universities) -> None:
    (listing,) = meant(universities, "Chulalongkorn University").listings
    assert listing.certainty is Certainty.REPORTED
    buet = meant(universities, "BUET").listings[0]
    assert buet.note is not None
    assert "Doubtful" in buet.note.en


def test_what_means_a_listed_university_is_found_and_nothing_else(universities: Universities) -> None:
    listed = QUERIES["listed"]
    assert len(listed) > 300
    assert {query: found(universities, query) for query in listed} == listed


def test_another_school_is_never_found(universities: Universities) -> None:
    others = QUERIES["not_listed"]
    assert len(others) > 700
    assert {query: names for query in others if (names := found(universities, query))} == {}


def test_a_short_name_of_several_schools_asks_which(universities: Universities) -> None:
    for query, schools in QUERIES["asks_which"].items():
        look_up = universities.look_up(query)
        assert (query, look_up.answer, look_up.which, look_up.matches) == (query, Answer.SIMILAR, True, ())
        assert similar(universities, query) == schools


@pytest.mark.parametrize("query", QUERIES["misspelt"])
def test_what_is_misspelt_is_similar_and_never_found(universities: Universities, query: str) -> None:
    look_up = universities.look_up(query)
    assert (look_up.answer, look_up.matches) == (Answer.SIMILAR, ())
    assert similar(universities, query)[0] == QUERIES["misspelt"][query]


@pytest.mark.parametrize(
    ("query", "en"),
    [
        ("NYU Shanghai", "New York University"),
        ("香港中文大学（深圳）", "The Chinese University of Hong Kong"),
        ("University of Nottingham Ningbo China", "University of Nottingham"),
        ("Monash University Malaysia", "Monash University"),
    ],
)
def test_a_branch_campus_says_who_awards_the_degree(universities: Universities, query: str, en: str) -> None:
    (match,) = universities.look_up(query).matches
    assert match.university.name.en == en
    assert any("awarded by this university" in remark.en for remark in match.remarks)


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("University of London", "federation"),
        ("ロンドン大学通信教育", "distance learning"),
        ("Xi'an Jiaotong-Liverpool University", "who awarded"),
        ("厦门大学嘉庚学院", "degrees of its own"),
        ("University of California", "campus"),
        ("Thammasat University", "Only a part"),
        ("國立清華大學", "Another school"),
        ("Adelaide University", "Formed in 2026"),
    ],
)
def test_what_is_not_the_listed_school_says_why(universities: Universities, query: str, words: str) -> None:
    look_up = universities.look_up(query)
    assert look_up.matches == ()
    assert words in " ".join(remark.en for remark in look_up.remarks)


@pytest.mark.parametrize(
    "query", ["University", "大学", "Japan", "China", "日本", "Institute of Technology", "National University", "The"]
)
def test_words_for_a_country_or_a_kind_of_school_find_nothing(universities: Universities, query: str) -> None:
    look_up = universities.look_up(query)
    assert (look_up.answer, look_up.similar) == (Answer.NOT_ON_THE_LISTS_CARRIED, ())


@pytest.mark.parametrize("query", ["University of Nowhere", "UT Dallas", "架空大学", "zzzz", "\0"])
def test_not_found_is_never_no(universities: Universities, query: str) -> None:
    look_up = universities.look_up(query)
    assert look_up.answer is Answer.NOT_ON_THE_LISTS_CARRIED
    assert (look_up.matches, look_up.similar) == ((), ())
    assert look_up.lists == universities.lists


@pytest.mark.parametrize("query", ["", "  ", "　"])
def test_nothing_typed_asks_nothing(universities: Universities, query: str) -> None:
    assert universities.look_up(query).answer is Answer.NOTHING_ASKED


def test_no_two_schools_share_a_name_unknowingly(universities: Universities) -> None:
    assert list(universities.clashes) == []


def test_every_university_is_found_by_each_of_its_names(universities: Universities) -> None:
    missed = [
        (name, university.name.en)
        for university in universities.all
        for listing in university.listings
        for name in (listing.name.ja, listing.name.en)
        if university not in {match.university for match in universities.look_up(name).matches}
    ]
    assert missed == []


@pytest.mark.parametrize("query", ["oxfrod", "univercity of calfornia berkly", "ハーバート", "東京大", "tokyo"])
def test_a_bundle_without_compiled_distances_finds_the_same(
    universities: Universities, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    compiled = universities.look_up(query)
    assert OSA.distance is not OSA_py.distance
    monkeypatch.setattr(fuzzy_search, "OSA", OSA_py)
    assert universities.look_up(query) == compiled


def test_names_on_the_way_to_a_name_are_shown_as_similar(universities: Universities) -> None:
    for name, first in (("University of Sydney", 16), ("スイス連邦工科大学ローザンヌ校", 4), ("早稲田大学", 1)):
        for end in range(first, len(name) + 1):
            look_up = universities.look_up(name[:end], limit=400)
            assert look_up.matches or look_up.similar, name[:end]


def test_a_long_text_is_looked_up_too(universities: Universities) -> None:
    assert universities.look_up("zzzz " * 10_000).answer is Answer.NOT_ON_THE_LISTS_CARRIED


def test_the_lists_are_read_once(folder: Path, universities: Universities) -> None:
    assert load_universities(folder) is universities
    assert universities.named("harvard_university") is meant(universities, "Harvard")
    assert universities.named("no_university") is None


@pytest.mark.parametrize(
    ("wrong", "code", "place"),
    [
        (LIST.replace("count: 1", "count: 2"), "list_incomplete", "count"),
        (LIST.replace("{country: japan", "{country: jappan"), "unknown_name", "universities[0].country"),
        (LIST.replace('"2030-01"', '"January 2030"'), "not_allowed", "dated"),
        (LIST.replace("route: rankings", "route: ranking"), "not_allowed", "route"),
        (
            LIST.replace('name_en: "Imaginary University"', 'name: "Imaginary University"'),
            "unknown_field",
            "universities[0].name",
        ),
        (
            LIST.replace("count: 1", "count: 2") + '  - {country: japan, name_ja: "架空大學", name_en: "Imaginary"}\n',
            "duplicate_id",
            "universities[1].name_ja",
        ),
    ],
)
def test_a_malformed_list_is_refused_with_its_line(tmp_path: Path, wrong: str, code: str, place: str) -> None:
    path = tmp_path / "universities-x.yaml"
    path.write_text(wrong, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_list(path)
    assert (code, place) in [(problem.code, problem.place) for problem in caught.value.problems]
    assert caught.value.source == str(path)
    assert all(problem.line for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("part", "place"),
    [
        ('names: {no_university: "ABC"}', "names.no_university"),
        ('ambiguous: [{name: "ABC", of: [no_university]}]', "ambiguous[0].of[0]"),
        ("successors: {harvard_university: no_university}", "successors.harvard_university"),
    ],
)
def test_names_are_of_universities_of_the_lists(
    tmp_path: Path, folder: Path, universities: Universities, part: str, place: str
) -> None:
    text = (folder / "university-names.yaml").read_text(encoding="utf-8")
    remarks = text[text.index("remarks:") : text.index("# Parts,")]
    path = tmp_path / "names.yaml"
    path.write_text(f'checked_on: "2026-11-27"\n{part}\n{remarks}', encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_university_names(path, universities.lists)
    assert [(problem.code, problem.place) for problem in caught.value.problems] == [("unknown_name", place)]


def test_two_lists_of_one_route_are_refused(universities: Universities) -> None:
    with pytest.raises(InputError):
        Universities([universities.lists[0], universities.lists[0]])


@pytest.mark.parametrize(
    ("one", "other"),
    [("ﾄｳｷｮｳ", "とうきょう"), ("ＭＩＴ", "mit"), ("Xi’an", "xian"), ("学校", "學校"), ("ヴィーン", "びーん")],
)
def test_what_does_not_matter_is_left_out(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("kana", "letters"),
    [
        ("とうきょう", "tokyo"),
        ("きゅうしゅう", "kyushu"),
        ("ほっかいどう", "hokkaido"),
        ("しんしゅう", "shinshu"),
        ("にいがた", "niigata"),
    ],
)
def test_kana_are_read_as_universities_write_them(kana: str, letters: str) -> None:
    assert romanised(kana) == letters
