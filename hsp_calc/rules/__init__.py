"""The law as data: typed, frozen rule tables, their loader, the choice by date, the difference of two."""

from hsp_calc.rules.deciding import Decision, Reason, ReasonCode, Status, decide
from hsp_calc.rules.difference import Change, difference
from hsp_calc.rules.loader import load_table, load_tables, read_table
from hsp_calc.rules.logic import Value, holds, outcome
from hsp_calc.rules.model import (
    Block,
    CategoryRules,
    Column,
    Count,
    Criterion,
    Exclusion,
    Gate,
    RuleTable,
    Section,
    Test,
    Wording,
)
from hsp_calc.rules.sources import Source, Sources, load_sources
from hsp_calc.rules.tables import NoTableError, Tables, UnknownTableError

__all__ = [
    "Block",
    "CategoryRules",
    "Change",
    "Column",
    "Count",
    "Criterion",
    "Decision",
    "Exclusion",
    "Gate",
    "NoTableError",
    "Reason",
    "ReasonCode",
    "RuleTable",
    "Section",
    "Source",
    "Sources",
    "Status",
    "Tables",
    "Test",
    "UnknownTableError",
    "Value",
    "Wording",
    "decide",
    "difference",
    "holds",
    "load_sources",
    "load_table",
    "load_tables",
    "outcome",
    "read_table",
]
