"""``GuidePagesDialog``: which pages of the status guide go with the summary."""

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QCheckBox, QWidget

from hsp_calc.gui.dialogs.form_dialog import FormDialog
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.output.guide_pdf import PAPER_TITLES, GuidePaper
from hsp_calc.text import Translator

_WIDTH = 420


class GuidePagesDialog(FormDialog):
    """A box for each page that says something of the case."""

    def __init__(
        self,
        choices: Collection[str],
        chosen: Collection[str],
        go_on: Callable[[Collection[str]], object],
        parent: QWidget,
        _: Translator,
    ) -> None:
        """Ask.

        Args:
            choices: the pages to choose from.
            chosen: those that were chosen last.
            go_on: takes those that are chosen.
            parent: the main window.
        """
        super().__init__("guide_pages", _("Pages of the guide"), _WIDTH, parent)
        hint = Label(wrap=True)
        hint.setText(_("The summary is one page. These pages of the status guide can follow it:"))
        self.form.addRow(hint)
        self._boxes: dict[str, QCheckBox] = {}
        for paper in choices:
            box = self._boxes[paper] = QCheckBox(_(PAPER_TITLES[GuidePaper(paper)]))
            box.setObjectName(f"guide_pages.{paper}")
            box.setChecked(paper in chosen)
            self.form.addRow(box)
        self.form.addRow(self.ok_and_cancel())
        self.accepted.connect(lambda: go_on([paper for paper, box in self._boxes.items() if box.isChecked()]))
