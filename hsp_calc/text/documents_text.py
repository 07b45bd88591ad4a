"""What the papers of a folder say, in words: their states, who gets them, how old they may be, what they prove."""

from collections.abc import Iterator
from dataclasses import dataclass
from types import MappingProxyType

from hsp_calc.casefile.sections import State
from hsp_calc.documents.application import Age, Because, Choice, Folder, PaperEntry
from hsp_calc.documents.grouping import DocumentGroup
from hsp_calc.documents.landing_age import LandingAge
from hsp_calc.documents.procedures import Getter, Group, Issued, Procedure, Procedures
from hsp_calc.rules import CategoryRules, Sources
from hsp_calc.rules.certainty import Certainty
from hsp_calc.text.certainty import certainty_text
from hsp_calc.text.proof_text import caveats, outcome_text
from hsp_calc.text.translator import N_, Translator

_STATES = MappingProxyType(
    {
        State.NEEDED: N_("Needed"),
        State.ASKED_FOR: N_("Requested"),
        State.AT_HAND: N_("At hand"),
        State.GIVEN_IN: N_("Submitted"),
        State.NOT_NEEDED: N_("Not needed"),
    }
)
_SINCE = MappingProxyType(
    {
        State.NEEDED: N_("needed since {day}"),
        State.ASKED_FOR: N_("requested on {day}"),
        State.AT_HAND: N_("at hand since {day}"),
        State.GIVEN_IN: N_("submitted on {day}"),
        State.NOT_NEEDED: N_("not needed since {day}"),
    }
)
_GETTERS = MappingProxyType(
    {
        Getter.APPLICANT: N_("The applicant"),
        Getter.EMPLOYER: N_("The employer"),
        Getter.GUARANTOR: N_("The guarantor"),
    }
)
_GROUPS = MappingProxyType(
    {
        Group.PROCEDURE: N_("Documents of the procedure"),
        Group.EMPLOYER: N_("Documents about the employer"),
        Group.EVIDENCE: N_("Evidence for the points"),
    }
)


def state_label(state: State, _: Translator) -> str:
    """How far a paper is, in a word."""
    return _(_STATES[state])


def getter_label(getter: Getter, _: Translator) -> str:
    """Who gets a paper."""
    return _(_GETTERS[getter])


def group_label(group: Group, _: Translator) -> str:
    """What a paper belongs to."""
    return _(_GROUPS[group])


def procedure_label(procedure: Procedure | None, _: Translator) -> str:
    """What a procedure is called; that none is chosen, where none is."""
    return _("No procedure chosen: evidence only") if procedure is None else _.wording(procedure)


def employer_label(category: int | None, procedures: Procedures, _: Translator) -> str:
    """What a category of employers is called."""
    named = {one.id: _.wording(one) for one in procedures.employer_categories}
    return _("Category not known") if category is None else named[category]


@dataclass(frozen=True, slots=True)
class PaperWords:
    """A paper in words.

    Attributes:
        name: what it is.
        amount: how many, and the years that it must cover.
        by: who gets it.
        where: from whom.
        validity: how old it may be; empty where that does not matter.
        translation: whether it needs one; empty where it does not.
        choice: that another one does as well; empty where none does.
        notes: what must be heeded, and what it is a part of.
        state: how far it is.
        days: since when, issued when and good until when.
        why: why it is not needed, where nobody has said so.
        warning: what is wrong with its age.
        remark: of the user.
    """

    name: str
    amount: str
    by: str
    where: str
    validity: str
    translation: str
    choice: str
    notes: tuple[str, ...]
    state: str
    days: str
    why: str
    warning: str
    remark: str


def paper_words(paper: PaperEntry, folder: Folder, procedures: Procedures, _: Translator) -> PaperWords:
    """A paper of a folder in words."""
    getting = paper.getting
    return PaperWords(
        name=_.wording(paper.text),
        amount=_amount(paper, _),
        by=getter_label(getting.by, _) if getting else "",
        where=_.wording(getting.where) if getting else "",
        validity=_validity(paper, procedures, _),
        translation=_("Japanese translation if in a foreign language") if getting and getting.translated else "",
        choice=_choice(folder.choices.get(paper.id), folder, _),
        notes=tuple(_.wording(note) for note in paper.notes),
        state=state_label(paper.state, _),
        days=_days(paper, _),
        why=_because(paper, _),
        warning=age_text(paper, _),
        remark=paper.kept.remark,
    )


def _amount(paper: PaperEntry, _: Translator) -> str:
    copies = _.plural("{count} copy", "{count} copies", paper.copies, count=paper.copies)
    if paper.years is None:
        return copies
    years = _.plural("of the last {count} year", "of the last {count} years", paper.years, count=paper.years)
    return _("{copies}, {years}", copies=copies, years=years)


def _validity(paper: PaperEntry, procedures: Procedures, _: Translator) -> str:
    if paper.getting is None or paper.getting.issued is Issued.NONE or paper.kept.issued_in_japan is False:
        return ""
    months = procedures.certificate_months
    sure = paper.getting.issued is Issued.JAPAN or paper.kept.issued_in_japan
    within = (
        _.plural("issued within {count} month", "issued within {count} months", months, count=months)
        if sure
        else _.plural(
            "if issued in Japan, within {count} month",
            "if issued in Japan, within {count} months",
            months,
            count=months,
        )
    )
    if paper.get_from is None:
        return within
    return _("{within} (on {day} or later)", within=within, day=_.day(paper.get_from))


def _choice(choice: Choice | None, folder: Folder, _: Translator) -> str:
    if choice is None:
        return ""
    said = _("{number} of {count}; one is enough", number=choice.number, count=choice.count)
    others = len(choice.together) - 1
    if not others:
        return said
    names = {paper.id: _.wording(paper.text) for paper in folder.papers}
    parts = [names[name] for name in choice.together]
    return _("{choice}; all of these together: {papers}", choice=said, papers=_.listed(map(_.quoted, parts)))


def _days(paper: PaperEntry, _: Translator) -> str:
    kept, said = paper.kept, []
    if kept.on is not None:
        said.append(_(_SINCE[kept.state], day=_.day(kept.on)))
    if kept.issued_on is not None:
        said.append(_("issued on {day}", day=_.day(kept.issued_on)))
    if paper.good_until is not None:
        said.append(_("valid until {day}", day=_.day(paper.good_until)))
    return _.listed(said)


def _because(paper: PaperEntry, _: Translator) -> str:
    match paper.because:
        case Because.EMPLOYER_CATEGORY:
            return _("Employers of this category can leave it out.")
        case Because.WAIVED:
            return _("Not needed, because the documents of another number are submitted.")
        case None:
            return ""


def age_text(paper: PaperEntry, _: Translator) -> str:
    """What is wrong with the age of a paper on the planned day, and what to do."""
    last = "" if paper.good_until is None else _.day(paper.good_until)
    first = "" if paper.get_from is None else _.day(paper.get_from)
    match paper.age:
        case Age.TOO_OLD:
            return _(
                "Too old on the planned day (valid until {last}). Get one issued on {first} or later.",
                last=last,
                first=first,
            )
        case Age.MAY_BE_TOO_OLD:
            return _(
                (
                    "If issued in Japan, it is too old on the planned day (valid until {last}). Enter where it "
                    "was issued."
                ),
                last=last,
            )
        case Age.DAY_OF_ISSUE_NEEDED:
            return _("Enter the date of issue; for the planned day it must be {first} or later.", first=first)
        case None:
            return ""


def proves(paper: PaperEntry, rules: CategoryRules, _: Translator) -> str:
    """The rows and conditions that a paper is evidence for; empty where its mark says the same, or it is for none."""
    rows = [_.wording(rules.criteria[row].choice or rules.criteria[row]) for row in paper.criteria]
    gates = [_.wording(gate) for gate in rules.gates if gate.id in paper.gates]
    said = _.listed([*rows, *gates])
    return "" if paper.title is not None and said == _.wording(paper.title) else said


def mark_heading(paper: PaperEntry, _: Translator) -> str:
    """The number of the form that a paper is evidence for, with what it stands for and its points."""
    if paper.mark is None or paper.title is None:
        return ""
    if not paper.points:
        return _("{mark} {title}", mark=paper.mark, title=_.wording(paper.title))
    points = _.points(paper.points)
    return _("{mark} {title} ({points})", mark=paper.mark, title=_.wording(paper.title), points=points)


def progress_text(folder: Folder, _: Translator) -> str:
    """How far a folder is, in a sentence."""
    reached = folder.progress
    counts = (
        (reached.needed, State.NEEDED),
        (reached.asked_for, State.ASKED_FOR),
        (reached.at_hand, State.AT_HAND),
        (reached.given_in, State.GIVEN_IN),
    )
    parts = _.listed(_("{state} {count}", state=state_label(state, _), count=count) for count, state in counts if count)
    said = _("{ready} of {total} ready", ready=reached.ready, total=reached.total)
    return _("{ready}: {parts}", ready=said, parts=parts) if parts else said


def proof_lines(folder: Folder, _: Translator) -> list[str]:
    """What the evidence of a folder proves, and with what margin; nothing where the procedure asks for none."""
    found = folder.proof
    return [] if found is None else [outcome_text(found, _), *caveats(found, _)]


def warning_lines(folder: Folder, _: Translator) -> Iterator[str]:
    """The papers that are too old on the planned day, each with what to do."""
    for paper in folder.warnings:
        yield _("{paper}: {warning}", paper=_.quoted(_.wording(paper.text)), warning=age_text(paper, _))


def landing_age_text(found: LandingAge, _: Translator) -> str:
    """That a birthday before the landing costs points, and that it is not known which day decides."""
    return _(
        "The age of {age} is reached on {day}. For a landing on that day or later the points by that age are {lower} "
        "instead of {total}. No official text tells whether the age at the application for the certificate or at the "
        "landing counts ({certainty}); reckon with the lower points, or plan the landing before.",
        age=found.age,
        day=_.day(found.birthday),
        lower=found.lower,
        total=found.total,
        certainty=certainty_text(Certainty.OPEN, _),
    )


def block_heading(block: DocumentGroup, _: Translator) -> str:
    """That one of several ways is enough; empty where there is but one."""
    if block.ways == 1:
        return ""
    if block.lettered:
        return _("One of these is enough; documents with the same number belong together:")
    return _("One of these is enough:")


def source_lines(folder: Folder, sources: Sources, _: Translator) -> Iterator[str]:
    """What the papers are named by, and when it was last read."""
    read = {name: paper.checked_on for paper in folder.papers for name in paper.sources}
    for name, day in read.items():
        if (source := sources.sources.get(name)) is not None:
            yield _(
                "{title}, {publisher}, checked on {day}",
                title=_.wording(source.title),
                publisher=_.wording(source.publisher),
                day=_.day(day),
            )
