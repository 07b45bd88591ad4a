"""``SupportPage``: support measures and projects, whose lists are not carried: what to ask, and what was told."""

from functools import partial

from PySide6.QtWidgets import QWidget

from hsp_calc import limits
from hsp_calc.app.case_session import CaseSession
from hsp_calc.app.data import AppData
from hsp_calc.casefile import Case
from hsp_calc.casefile.sections import SupportKind, SupportMeasures
from hsp_calc.gui.lookup.lookup_page import LookupPage
from hsp_calc.gui.lookup.lookup_widgets import ApplyBar, ChoiceEntry, TextEntry, TypedEntry
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.scroll import card
from hsp_calc.parsing import read_day
from hsp_calc.reference.support_measures import with_support_measure
from hsp_calc.text import Translator, answer_label, fact_label

_TEXTS = ("measure", "ministry", "number")
_ANSWERS = {"yes": True, "no": False}


class _Measure:
    """The card of one kind."""

    def __init__(self, kind: SupportKind, page: "SupportPage") -> None:
        self._kind, self._page = kind, page
        name = f"support.{kind.value}"
        self._title, self._where, self._ask = Label("section", wrap=True), Label(wrap=True), Label(wrap=True)
        self._address = Label("muted", wrap=True)
        self._address.setObjectName(f"{name}.address")
        self._texts = {part: TextEntry(f"{name}.{part}", limits.NAME) for part in _TEXTS}
        self._day = TypedEntry(f"{name}.day", read_day, str)
        self._on_list = ChoiceEntry(f"{name}.on_list", list(_ANSWERS))
        self._state = ApplyBar(f"{name}.apply", lambda: page.keep(lambda case: case, **{kind.value: True}))
        for part, entry in self._texts.items():
            entry.entered.connect(partial(self._enter, part))
        self._day.entered.connect(partial(self._enter, "day"))
        self._on_list.entered.connect(
            lambda answer: self._enter("on_list", None if answer is None else _ANSWERS[str(answer)])
        )
        self.frame, column = card()
        parts: tuple[QWidget, ...] = (self._title, self._where, self._address, self._ask, *self._texts.values())
        for widget in (*parts, self._day, self._on_list, self._state):
            column.addWidget(widget)

    @property
    def first(self) -> QWidget:
        """Its first input."""
        return self._texts[_TEXTS[0]].edit

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        listed = self._page.desk.support_lists.lists[self._kind]
        self._title.setText(fact_label(self._kind.value, _))
        self._where.setText(_.wording(listed.where))
        source = self._page.desk.sources.sources[listed.source]
        self._address.setText(f"{_.wording(source.title)}\n{source.url}")
        self._ask.setText(_.wording(listed.ask))
        local = self._kind is SupportKind.LOCAL_GOVERNMENT
        captions = {
            "measure": _("Measure or project"),
            "ministry": _("Local government") if local else _("Ministry"),
            "number": _("Number of the recognition or grant"),
        }
        for part, entry in self._texts.items():
            entry.say(captions[part])
        self._day.say(_("Day of the recognition or grant"), _("e.g. 2026-04-01"), _)
        labels = {"yes": _("Yes"), "no": _("No")}
        self._on_list.say(_("The institution found it on the official list"), _("Not answered"), labels.__getitem__)
        self._state.say(_("Enter on the score sheets"))

    def show(self, case: Case, *, anew: bool) -> None:
        """Show what the case keeps of it, and how the sheets stand to that."""
        _, kept = self._page.words, case.section(SupportMeasures).of(self._kind)
        for part, entry in self._texts.items():
            entry.show_text(getattr(kept, part))
        self._day.edit.show_value(kept.day, anew=anew)
        self._on_list.edit.show_value({True: "yes", False: "no", None: None}[kept.on_list])
        answered = getattr(self._page.editor.facts, self._kind.value)
        said = _("no answer") if answered is None else answer_label(self._kind.value, answered, _)
        state = _("The score sheets say: {said}.", said=said)
        if kept.on_list is None and kept.parts:
            state = _("What is told here is not checked against the list, and moves no points. {state}", state=state)
        contradicts = kept.on_list is not None and answered is not kept.on_list
        self._state.show_state(
            state, "warn" if contradicts else "muted", offered=kept.on_list is True and answered is not True
        )

    def _enter(self, part: str, value: object) -> None:
        def changed(case: Case) -> Case:
            kept = case.section(SupportMeasures).of(self._kind)
            return with_support_measure(case, self._kind, kept.model_copy(update={part: value}))

        self._page.keep(changed, f"{self._kind.value}.{part}")


class SupportPage(LookupPage):
    """What the institution tells of its support measures and projects."""

    def __init__(self, desk: AppData, editor: CaseSession) -> None:
        super().__init__("desk.support", desk, editor)
        self._measures = [_Measure(kind, self) for kind in SupportKind]
        for measure in self._measures:
            self.body.addWidget(measure.frame)
        self.setFocusProxy(self._measures[0].first)

    def title(self, _: Translator) -> str:
        """What its tab says."""
        return _("Support ⑨ ⑪ ⑯")

    def say(self, _: Translator) -> None:
        """Give the words that do not depend on the case."""
        for measure in self._measures:
            measure.say(_)

    def show_case(self, case: Case, *, anew: bool) -> None:
        """Show what the case keeps."""
        for measure in self._measures:
            measure.show(case, anew=anew)

    def basis(self) -> str:
        """When the addresses were checked."""
        _ = self.words
        return _("Addresses of the lists checked on {day}.", day=_.day(self.desk.support_lists.checked_on))
