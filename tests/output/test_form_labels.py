"""The words of the form that belong to no row."""

from itertools import chain

import pytest
from pydantic import ValidationError

from hsp_calc.locations import resources
from hsp_calc.output import FormWords, Moment, form_words
from hsp_calc.rules import RuleTable
from hsp_calc.rules.yaml_document import YamlDocument
from hsp_calc.validation import InputError

FILE = resources() / "sheet" / "form.yaml"


def read(content: str) -> FormWords:
    return YamlDocument(content, source="form.yaml").read(FormWords)


def test_every_moment_has_its_words() -> None:
    assert list(form_words().permanent_residence.moments) == list(Moment)


@pytest.mark.parametrize(
    ("was", "becomes", "code"),
    [
        ("total:", "totle:", "missing_field"),
        ("    now:", "    later:", "not_allowed"),
        ('"学位証明書で確認|できない場合は"', '"学位証明書で確認"', "not_allowed"),
        ("[technical, management]", "[technical, science]", "not_allowed"),
        ('{ja: "合計", en: "Total"}', '{ja: "合計"}', "missing_field"),
        ('{ja: "合計", en: "Total"}', '{ja: "", en: "Total"}', "not_allowed"),
    ],
)
def test_a_malformed_file_is_refused(was: str, becomes: str, code: str) -> None:
    content = FILE.read_text(encoding="utf-8")
    assert was in content
    with pytest.raises(InputError) as refused:
        read(content.replace(was, becomes))
    assert code in {problem.code for problem in refused.value.problems}
    assert all(problem.line for problem in refused.value.problems)


def test_words_cannot_be_changed() -> None:
    with pytest.raises(ValidationError):
        form_words().total = form_words().date  # type: ignore[misc]  # that it is refused is the point


def test_every_line_break_is_one_of_the_form(table: RuleTable) -> None:
    wordings = chain.from_iterable(
        [*(row.ja for row in block.criteria), *(note.ja for note in block.notes)]
        for rules in table.categories.values()
        for section in rules.sections
        for block in section.blocks
    )
    printed = "\n".join(wordings)
    for line_break in form_words().line_breaks[table.id]:
        assert line_break.replace("|", "") in printed
