"""What the proof of a score comes to, in words: whether it is enough, what margin it leaves, what may be left out."""

from types import MappingProxyType

from hsp_calc.casefile.sections import Effort
from hsp_calc.documents import Checklist, Spared
from hsp_calc.rules import CategoryRules
from hsp_calc.text.translator import N_, Translator

_EFFORTS = MappingProxyType(
    {
        Effort.AT_HAND: N_("At hand"),
        Effort.EASY: N_("Easy to get"),
        Effort.NOT_SAID: N_("Not specified"),
        Effort.HARD: N_("Hard to get"),
        Effort.UNOBTAINABLE: N_("Cannot be obtained"),
    }
)


def effort_label(effort: Effort, _: Translator) -> str:
    """How hard documents are to get, in a word or two."""
    return _(_EFFORTS[effort])


def outcome_text(found: Checklist, _: Translator) -> str:
    """What the documents prove, and whether it is enough."""
    proven, total = _.points(found.proven), _.points(found.total)
    if not found.total:
        return _("No points count yet, so there is nothing to prove.")
    if found.target is None:
        return _("These documents prove all {total}.", total=total)
    target = _.points(found.target)
    if found.reached:
        return _(
            "These documents prove {proven} of {total}, enough for {target}.", proven=proven, total=total, target=target
        )
    return _("{target} cannot be proven: only {total} count. All documents are listed.", target=target, total=total)


def caveats(found: Checklist, _: Translator) -> list[str]:
    """What margin the proof leaves, and what of it cannot be got; nothing where there is no such proof."""
    said = []
    if found.margin_proven is not None and found.reached:
        left, asked = _.points(found.margin_proven), _.points(found.margin)
        if not found.margin_reached:
            said.append(_("A margin of {asked} cannot be proven; the most possible is {left}.", asked=asked, left=left))
        elif found.margin:
            said.append(_("Margin: {left} (requested: {asked})", left=left, asked=asked))
        else:
            said.append(_("Margin: {left}", left=left))
    if found.unobtainable:
        said.append(_("Needed, although it cannot be obtained: {marks}", marks=" ".join(found.unobtainable)))
    return said


def saved(spared: Spared, _: Translator) -> list[str]:
    """The trouble that leaving a mark out saves."""
    said = [_("fewer documents: {count}", count=spared.documents)]
    return said if spared.effort is Effort.NOT_SAID else [*said, effort_label(spared.effort, _)]


def spared_text(spared: Spared, rules: CategoryRules, _: Translator) -> str:
    """A mark that may be left out, with the points given up and the trouble saved."""
    rows = _.listed(_.wording(rules.criteria[row]) for row in spared.criteria)
    detail = _.listed([_.points(spared.points), *saved(spared, _)])
    return _("{mark} {title} ({points})", mark=spared.mark, title=rows, points=detail)
