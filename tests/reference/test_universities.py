"""Looking up the designated universities (mark ⑰)."""

from collections import Counter
from pathlib import Path

import pytest
from rapidfuzz.distance import OSA, OSA_py

from hsp_calc.reference import fuzzy_search
from hsp_calc.reference.normalize import fold, romanised
from hsp_calc.reference.universities import (
    Answer,
    DesignationRoute,
    Universities,
    University,
    load_aliases,
    load_list,
    load_universities,
)
from hsp_calc.rules import Sources
from hsp_calc.validation import InputError

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


def best(universities: Universities, query: str) -> University:
    return universities.look_up(query).universities[0]


def names(universities: Universities, query: str) -> list[str]:
    return [found.name.en for found in universities.look_up(query).universities]


def test_the_lists_are_whole(universities: Universities) -> None:
    assert {found.route: len(found.universities) for found in universities.lists} == {
        DesignationRoute.RANKINGS: 390,
        DesignationRoute.TOP_GLOBAL: 37,
    }
    assert [found.dated for found in universities.lists] == ["2026-01", "2014"]


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


def test_a_university_on_both_lists_appears_once_with_both_routes(universities: Universities) -> None:
    assert len(universities.all) == 390 + 37 - 31
    assert len({university.id for university in universities.all}) == len(universities.all)
    both = [university for university in universities.all if len(university.listings) == 2]
    assert len(both) == 31
    osaka = best(universities, "大阪大学")
    assert osaka.routes == (DesignationRoute.RANKINGS, DesignationRoute.TOP_GLOBAL)
    assert [listing.name.en for listing in osaka.listings] == ["The University of Osaka", "Osaka University"]
    assert [listing.dated for listing in osaka.listings] == ["2026-01", "2014"]


@pytest.mark.parametrize(
    ("ja", "routes"),
    [
        ("東京工業大学", (DesignationRoute.TOP_GLOBAL,)),
        ("国際教養大学", (DesignationRoute.TOP_GLOBAL,)),
        ("東京医科歯科大学", (DesignationRoute.RANKINGS, DesignationRoute.TOP_GLOBAL)),
        ("一橋大学", (DesignationRoute.RANKINGS,)),
    ],
)
def test_each_route_is_shown(universities: Universities, ja: str, routes: tuple[DesignationRoute, ...]) -> None:
    found = next(university for university in universities.look_up(ja).universities if university.name.ja == ja)
    assert found.routes == routes


def test_two_universities_of_one_japanese_name_are_told_apart(universities: Universities) -> None:
    found = universities.look_up("東北大学").universities
    same = {university.country.en: university for university in found if university.name.ja == "東北大学"}
    assert same.keys() == {"Japan", "China"}
    assert same["Japan"].name.en == "Tohoku University"
    assert same["Japan"].routes == (DesignationRoute.RANKINGS, DesignationRoute.TOP_GLOBAL)
    assert same["China"].name.en == "Northeastern University (Shenyang)"
    assert same["China"].routes == (DesignationRoute.RANKINGS,)
    assert all(university.listings[0].note for university in same.values())


@pytest.mark.parametrize(
    ("query", "country"), [("東北大学 中国", "China"), ("東北大学 日本", "Japan"), ("tohoku", "Japan")]
)
def test_the_country_narrows_it_down(universities: Universities, query: str, country: str) -> None:
    look_up = universities.look_up(query)
    assert look_up.answer is Answer.FOUND
    assert [university.country.en for university in look_up.universities] == [country]


@pytest.mark.parametrize(
    ("query", "en"),
    [
        # As they stand on the list, and begun
        ("東京大学", "The University of Tokyo"),
        ("Massachusetts Institute of Technology (MIT)", "Massachusetts Institute of Technology (MIT)"),
        ("Massachusetts Institute of Technology, USA", "Massachusetts Institute of Technology (MIT)"),
        ("ハーバー", "Harvard University"),
        ("stanf", "Stanford University"),
        # Kana of any kind
        ("はーばーど", "Harvard University"),
        ("ﾊｰﾊﾞｰﾄﾞ大学", "Harvard University"),
        ("わせだ", "Waseda University"),
        ("ワセダ大学", "Waseda University"),
        ("ﾜｾﾀﾞ", "Waseda University"),
        ("りつめいかんだいがく", "Ritsumeikan University"),
        ("ウィーン工科大学", "Vienna University of Technology (Technische Universität Wien)"),
        ("ウォータールー大学", "University of Waterloo"),
        # Any order of the words
        ("tokyo university of", "The University of Tokyo"),
        ("University Kyoto", "Kyoto University"),
        ("berkeley california", "University of California, Berkeley"),
        # Accents
        ("Universitat Tubingen", "University of Tuebingen (Eberhard Karls Universität Tübingen)"),
        ("Universität Tübingen", "University of Tuebingen (Eberhard Karls Universität Tübingen)"),
        ("Göttingen", "University of Goettingen"),
        ("São Paulo", "University of Sao Paulo"),
        ("Muenster", "University of Münster"),
        # Abbreviations
        ("MIT", "Massachusetts Institute of Technology (MIT)"),
        ("UCL", "University College London(UCL)"),
        ("UCLA", "University of California, Los Angeles"),
        ("NUS", "National University of Singapore"),
        ("PKU", "Peking University"),
        ("Caltech", "California Institute of Technology"),
        ("東大", "The University of Tokyo"),
        ("京大", "Kyoto University"),
        ("早大", "Waseda University"),
        ("名工大", "Nagoya Institute of Technology (NIT)"),
        ("東工大", "Tokyo Institute of Technology"),
        # Other forms of characters
        ("慶応義塾大学", "Keio University"),
        ("清华大学", "Tsinghua University"),
        ("國立臺灣大學", "National Taiwan University"),
        ("哈尔滨工业大学", "Harbin Institute of Technology"),
        # Former names
        (
            "大阪市立大学",
            "Osaka Metropolitan University （Previoususly:Osaka prefecture University ／ Osaka city University）",
        ),
    ],
)
def test_it_is_found_however_it_is_written(universities: Universities, query: str, en: str) -> None:
    assert universities.look_up(query).answer is Answer.FOUND
    assert best(universities, query).name.en == en


@pytest.mark.parametrize(
    ("query", "en"),
    [
        ("Harverd", "Harvard University"),
        ("oxfrod", "University of Oxford"),
        ("Standford University", "Stanford University"),
        ("Massachussets", "Massachusetts Institute of Technology (MIT)"),
        ("univercity of calfornia berkly", "University of California, Berkeley"),
        ("ハーバート", "Harvard University"),
        ("ストックホルム大学", "Stockholm University"),
        ("ゲッチンゲン", "University of Goettingen"),
    ],
)
def test_what_is_misspelt_is_said_to_be_similar(universities: Universities, query: str, en: str) -> None:
    assert universities.look_up(query).answer is Answer.SIMILAR
    assert best(universities, query).name.en == en


@pytest.mark.parametrize("query", ["oxfrod", "univercity of calfornia berkly", "ハーバート", "東京大", "tokyo"])
def test_a_bundle_without_compiled_distances_finds_the_same(
    universities: Universities, monkeypatch: pytest.MonkeyPatch, query: str
) -> None:
    compiled = universities.look_up(query)
    assert OSA.distance is not OSA_py.distance
    monkeypatch.setattr(fuzzy_search, "OSA", OSA_py)
    assert universities.look_up(query) == compiled


def test_an_abbreviation_of_two_finds_both(universities: Universities) -> None:
    assert names(universities, "NTU") == ["Nanyang Technological University", "National Taiwan University"]


@pytest.mark.parametrize("query", ["University of Nowhere", "UT Dallas", "IIT Bombay", "架空大学", "zzzz", "\0"])
def test_not_found_is_never_no(universities: Universities, query: str) -> None:
    look_up = universities.look_up(query)
    assert look_up.answer is Answer.NOT_ON_THE_LISTS_CARRIED
    assert look_up.universities == ()
    assert look_up.unchecked == (DesignationRoute.INNOVATIVE_ASIA,)
    assert look_up.lists == universities.lists


@pytest.mark.parametrize("query", ["", "  ", "　"])
def test_nothing_typed_asks_nothing(universities: Universities, query: str) -> None:
    assert universities.look_up(query).answer is Answer.NOTHING_ASKED


def test_every_university_is_found_first_by_each_of_its_names(universities: Universities) -> None:
    missed = [
        (name, university.name.en)
        for university in universities.all
        for listing in university.listings
        for name in (listing.name.ja, listing.name.en)
        if name != "東北大学" and best(universities, name) != university
    ]
    assert missed == []


def test_every_keystroke_on_the_way_to_a_name_finds_it(universities: Universities) -> None:
    for name in ("University of Technology Sydney", "スイス連邦工科大学ローザンヌ校", "早稲田大学"):
        for end in range(1, len(name) + 1):
            assert universities.look_up(name[:end], limit=400).universities, name[:end]


def test_a_long_text_is_looked_up_too(universities: Universities) -> None:
    assert universities.look_up("zzzz " * 10_000).answer is Answer.NOT_ON_THE_LISTS_CARRIED


def test_the_lists_are_read_once(folder: Path, universities: Universities) -> None:
    assert load_universities(folder) is universities
    assert universities.named("harvard_university") is best(universities, "Harvard")
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
    ("entry", "code"),
    [
        ('{country: japan, of: "無い大学", names: ["ABC"]}', "unknown_name"),
        ('{country: japan, of: "東京大学", names: ["東大", "東大"]}', "duplicate_id"),
    ],
)
def test_a_short_name_means_one_university_of_the_lists(
    tmp_path: Path, universities: Universities, entry: str, code: str
) -> None:
    path = tmp_path / "aliases.yaml"
    path.write_text(f"countries: {{}}\nuniversities:\n  - {entry}\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_aliases(path, universities.lists)
    assert [problem.code for problem in caught.value.problems] == [code]


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
