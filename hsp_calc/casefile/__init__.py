"""Files of facts and cases: read strictly, written so that nothing is lost, protected where a password is set.

``recovery`` and ``exchange`` are imported by their own names: a program that scores a file needs neither.
"""

from hsp_calc.casefile.atomic import Shortfall, clear_folder, is_read_only, remove_left_behind, write_atomically
from hsp_calc.casefile.case import (
    FORMAT,
    MOST_SCENARIOS,
    VERSION,
    Applicant,
    Case,
    EarlierStatus,
    Residence,
    Scenario,
    ScoredUnder,
)
from hsp_calc.casefile.permanent_residence import Answer, ConditionAnswer, ConditionAnswers
from hsp_calc.casefile.protection import Password, PasswordNeededError, Protection, WrongPasswordError
from hsp_calc.casefile.reading import STANDARD_INPUT, Loaded, load, loaded_from, read_bytes, read_case
from hsp_calc.casefile.scoring_record import Points, Rescored, RowChange, rescored, table_hash, with_score
from hsp_calc.casefile.serialization import case_bytes
from hsp_calc.casefile.strict_json import parse_json
from hsp_calc.casefile.unread import UnreadText
from hsp_calc.casefile.upgrades import UPGRADES, Upgrades
from hsp_calc.casefile.writing import Saved, keep_older, save_case

__all__ = [
    "FORMAT",
    "MOST_SCENARIOS",
    "STANDARD_INPUT",
    "UPGRADES",
    "VERSION",
    "Answer",
    "Applicant",
    "Case",
    "ConditionAnswer",
    "ConditionAnswers",
    "EarlierStatus",
    "Loaded",
    "Password",
    "PasswordNeededError",
    "Points",
    "Protection",
    "Rescored",
    "Residence",
    "RowChange",
    "Saved",
    "Scenario",
    "ScoredUnder",
    "Shortfall",
    "UnreadText",
    "Upgrades",
    "WrongPasswordError",
    "case_bytes",
    "clear_folder",
    "is_read_only",
    "keep_older",
    "load",
    "loaded_from",
    "parse_json",
    "read_bytes",
    "read_case",
    "remove_left_behind",
    "rescored",
    "save_case",
    "table_hash",
    "with_score",
    "write_atomically",
]
