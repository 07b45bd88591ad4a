"""The small print at the foot of a sheet: by which table it was made, and what it is not."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path

from hsp_calc.engine import ScoreSheet
from hsp_calc.locations import resources
from hsp_calc.output.form_labels import FooterWords
from hsp_calc.rules import RuleTable, Source, Sources, load_sources
from hsp_calc.text import CheckedKind, Language, Translator, cautions, disclaimer, stale_notice
from hsp_calc.validation import InputError


def footer(table: RuleTable, score: ScoreSheet, labels: FooterWords, created: date | None = None) -> dict[str, str]:
    """The day, the table, its source, what to know of it, and the disclaimer, in both languages.

    Args:
        table: the rules.
        score: the score.
        labels: what stands before the day and the table.
        created: the day on which the form is made; rules that were checked long before are told. None tells nothing.
    """
    return {language.value: _lines(table, score, labels, created, Translator.load(language)) for language in Language}


def _lines(table: RuleTable, score: ScoreSheet, labels: FooterWords, created: date | None, words: Translator) -> str:
    stale = created and stale_notice({CheckedKind.RULES: table.verified_on}, created, words)
    parts = [
        f"{words.wording(labels.day)} {words.day(score.on)}",
        f"{words.wording(labels.table)} {table.id}",
        *attributions(table, words),
        *cautions(table, [score], words),
        *([stale] if stale else []),
    ]
    return f"{' · '.join(parts)}\n{disclaimer(table, words)}"


def attributions(table: RuleTable, words: Translator) -> list[str]:
    """The words that the licences of the table's sources ask for, each once."""
    known = known_sources().sources
    if table.origin is not None:
        known = {**_sources_beside(table.origin.parent), **known}
    named = [known[source].attribution for source in table.sources if source in known]
    return list(dict.fromkeys(words.wording(attribution) for attribution in named if attribution))


@cache
def known_sources() -> Sources:
    """Where the data of the program come from."""
    return load_sources(resources() / "rules" / "sources.yaml")


def _sources_beside(folder: Path) -> Mapping[str, Source]:
    """The sources of the user's own; a malformed file is told of where the data are read."""
    found: dict[str, Source] = {}
    for path in sorted(folder.glob("sources*.yaml")):
        with suppress(InputError, OSError):
            found |= load_sources(path).sources
    return found
