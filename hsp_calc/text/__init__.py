"""What the program says: catalogues, the words of problems and scores, and how numbers and days are written."""

from hsp_calc.text.choosing import UnknownLanguageError, default_language, take_language
from hsp_calc.text.problems import (
    ExplainedError,
    describe,
    describe_error,
    describe_no_table,
    describe_os_error,
    describe_unknown_table,
    seen,
)
from hsp_calc.text.results import (
    cautions,
    disclaimer,
    disclaimer_sentences,
    future_notice,
    origin_notice,
    other_origins,
    reason,
    recognition,
    verdict,
    what_if_notice,
)
from hsp_calc.text.terms import answer_label, fact_label, long_name, short_name, status_label
from hsp_calc.text.words import N_, Bilingual, FormLanguage, Language, Words

__all__ = [
    "N_",
    "Bilingual",
    "ExplainedError",
    "FormLanguage",
    "Language",
    "UnknownLanguageError",
    "Words",
    "answer_label",
    "cautions",
    "default_language",
    "describe",
    "describe_error",
    "describe_no_table",
    "describe_os_error",
    "describe_unknown_table",
    "disclaimer",
    "disclaimer_sentences",
    "fact_label",
    "future_notice",
    "long_name",
    "origin_notice",
    "other_origins",
    "reason",
    "recognition",
    "seen",
    "short_name",
    "status_label",
    "take_language",
    "verdict",
    "what_if_notice",
]
