"""The law as data: typed, frozen rule tables, their loader, the choice by date, the difference of two."""

from hsp_calc.rules.conditions import Value, holds, outcome
from hsp_calc.rules.difference import TableChange, difference
from hsp_calc.rules.evaluation import Decision, Reason, ReasonCode, Status, decide
from hsp_calc.rules.loader import load_table, load_tables, read_table
from hsp_calc.rules.sources import Source, Sources, load_sources
from hsp_calc.rules.table_model import (
    Block,
    CategoryRules,
    Count,
    Criterion,
    Exclusion,
    Gate,
    GridColumn,
    RuleTable,
    Section,
    Test,
    Wording,
)
from hsp_calc.rules.table_registry import NoTableError, Tables, UnknownTableError

__all__ = [
    "Block",
    "CategoryRules",
    "Count",
    "Criterion",
    "Decision",
    "Exclusion",
    "Gate",
    "GridColumn",
    "NoTableError",
    "Reason",
    "ReasonCode",
    "RuleTable",
    "Section",
    "Source",
    "Sources",
    "Status",
    "TableChange",
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
