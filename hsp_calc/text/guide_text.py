"""The words of the guide's answers. What the guide says of the law stands in its data files."""

from datetime import date

from hsp_calc.guide.activity import Met
from hsp_calc.guide.employer import Penalty
from hsp_calc.guide.statements import Statement
from hsp_calc.guide.underlying_content import Verdict
from hsp_calc.rules.certainty import Certainty
from hsp_calc.text.certainty import certainty_text
from hsp_calc.text.translator import N_, Translator

SIGNS = {Verdict.FITS: "✓", Verdict.DOUBTFUL: "△", Verdict.DOES_NOT_FIT: "×", None: "？"}
"""What stands beside a verdict, so that no colour speaks alone."""
MET_SIGNS = {Met.MET: "✓", Met.NOT_MET: "×", Met.UNKNOWN: "？", Met.NOT_ASKED: "–"}
"""What stands beside a condition."""
_VERDICTS = {
    Verdict.FITS: N_("fits"),
    Verdict.DOUBTFUL: N_("doubtful"),
    Verdict.DOES_NOT_FIT: N_("does not fit"),
    None: N_("not decided yet"),
}
_MET = {
    Met.MET: N_("is met"),
    Met.NOT_MET: N_("is not met"),
    Met.UNKNOWN: N_("is not known yet"),
    Met.NOT_ASKED: N_("not required"),
}


def verdict_label(verdict: Verdict | None, _: Translator) -> str:
    """A verdict with its sign; None is one that is not known yet."""
    return f"{SIGNS[verdict]} {_(_VERDICTS[verdict])}"


def met_label(met: Met, _: Translator) -> str:
    """Whether a condition is met, with its sign."""
    return f"{MET_SIGNS[met]} {_(_MET[met])}"


def qualified(said: Statement, _: Translator) -> str:
    """A statement, with the days on which it holds and how sure it is, where it has such."""
    text = _.wording(said)
    notes = []
    if said.since is not None and said.until is not None:
        notes.append(_("from {first} to {last}", first=_.day(said.since), last=_.day(said.until)))
    elif said.since is not None:
        notes.append(_("from {first} on", first=_.day(said.since)))
    elif said.until is not None:
        notes.append(_("until {last}", last=_.day(said.until)))
    if said.certainty not in {None, Certainty.CERTAIN}:
        notes.append(certainty_text(said.certainty, _))
    return _("{statement} ({certainty})", statement=text, certainty=_("; ").join(notes)) if notes else text


def penalty_label(penalty: Penalty, on: date, _: Translator) -> str:
    """The most that a penalty can be, and whether it is that of what is done on a day."""
    years = _.plural("{count} year", "{count} years", penalty.years, count=penalty.years)
    most = _("Up to {years}, up to {amount}, or both", years=years, amount=_.yen(penalty.yen))
    return _("On {day}: {penalty}", day=_.day(on), penalty=most) if penalty.holds_on(on) else most
