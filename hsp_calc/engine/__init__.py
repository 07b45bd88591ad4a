"""The score: a pure function of a person's facts, a rule table and a day."""

from hsp_calc.engine.score_sheet import GateResult, Line, ScoreSheet
from hsp_calc.engine.scorer import Scorer
from hsp_calc.rules import Reason, ReasonCode, Status

__all__ = ["GateResult", "Line", "Reason", "ReasonCode", "ScoreSheet", "Scorer", "Status"]
