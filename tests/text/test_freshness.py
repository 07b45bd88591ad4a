"""Data that were checked long ago are told of."""

from datetime import timedelta

import pytest

from hsp_calc.rules import RuleTable
from hsp_calc.text import CheckedKind, Language, Translator, stale_notice


@pytest.mark.parametrize(("days", "told"), [(0, False), (180, False), (181, True), (1000, True)])
@pytest.mark.parametrize("language", [Language.EN, Language.JA])
def test_after_180_days_the_data_are_said_to_be_old(
    language: Language, days: int, told: bool, table: RuleTable
) -> None:
    said = stale_notice(
        {CheckedKind.RULES: table.verified_on}, table.verified_on + timedelta(days=days), Translator.load(language)
    )
    assert (said is not None) is told
    if said is not None:
        assert "180" in said
