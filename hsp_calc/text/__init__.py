"""What the program says: catalogues, the words of problems and scores, and how numbers and days are written."""

from hsp_calc.text.error_messages import (
    ExplainedError,
    describe,
    describe_error,
    describe_no_table,
    describe_os_error,
    describe_unknown_table,
    seen,
)
from hsp_calc.text.freshness import CheckedKind, stale_notice
from hsp_calc.text.labels import answer_label, fact_label, long_name, short_name, status_label
from hsp_calc.text.language import UnknownLanguageError, default_language, take_language
from hsp_calc.text.score_text import (
    cautions,
    disclaimer,
    disclaimer_sentences,
    future_notice,
    origin_notice,
    other_origins,
    own_file_notice,
    reason,
    recognition,
    verdict,
    what_if_notice,
)
from hsp_calc.text.translator import N_, Bilingual, FormLanguage, Language, Translator

__all__ = [
    "N_",
    "Bilingual",
    "CheckedKind",
    "ExplainedError",
    "FormLanguage",
    "Language",
    "Translator",
    "UnknownLanguageError",
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
    "own_file_notice",
    "reason",
    "recognition",
    "seen",
    "short_name",
    "stale_notice",
    "status_label",
    "take_language",
    "verdict",
    "what_if_notice",
]
