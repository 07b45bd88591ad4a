"""``Complaint``: what of a typed text is not read, said beneath its input, with what was probably meant to be taken."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from hsp_calc.gui.widgets.flow import Flow
from hsp_calc.gui.widgets.inputs import TypedEdit
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.parsing import Doubt, NotUnderstoodError
from hsp_calc.text import Translator
from hsp_calc.text.typed import why_not_read


class Complaint(QWidget):
    """The words, and for an amount that is hardly meant two buttons: the one that probably is, and the one typed."""

    def __init__(self, edit: TypedEdit) -> None:
        """Make what is said of an input; it hides while there is nothing to say."""
        super().__init__()
        self._edit = edit
        self._words: Translator | None = None
        self._error: NotUnderstoodError | None = None
        self._said = Label("bad", wrap=True)
        self._meant, self._as_typed = QPushButton(), QPushButton()
        self._said.setObjectName(f"{edit.objectName()}.wrong")
        self._meant.setObjectName(f"{edit.objectName()}.meant")
        self._as_typed.setObjectName(f"{edit.objectName()}.as_typed")
        self._meant.clicked.connect(lambda _checked: self._accept(meant=True))
        self._as_typed.clicked.connect(lambda _checked: self._accept(meant=False))
        for button in (self._meant, self._as_typed):
            button.setAutoDefault(False)
        buttons = Flow(GRID)
        buttons.addWidget(self._meant)
        buttons.addWidget(self._as_typed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addWidget(self._said)
        column.addLayout(buttons)
        self.hide()
        edit.complained.connect(self._complain)

    def retranslate(self, _: Translator) -> None:
        """Update the texts to the given language."""
        self._words = _
        self._meant.setText(_("Yes"))
        self._as_typed.setText(_("No"))
        self._complain(self._error)

    def _complain(self, error: NotUnderstoodError | None) -> None:
        self._error = error
        _ = self._words
        if error is None or _ is None:
            self.hide()
            return
        self._said.setText(why_not_read(error, _))
        unlikely = error.doubt is Doubt.UNLIKELY
        self._meant.setVisible(error.meant is not None)
        self._as_typed.setVisible(unlikely)
        if error.meant is not None:
            self._meant.setText(_("&Yes, {yen}", yen=_.yen(error.meant)))
        if error.read is not None:
            self._as_typed.setText(_("&No, {yen}", yen=_.yen(error.read)))
        self._edit.setAccessibleDescription(self._said.text())
        self.show()

    def _accept(self, *, meant: bool) -> None:
        error = self._error
        value = None if error is None else error.meant if meant else error.read
        if value is not None:
            self._edit.accept(value)
            self._edit.setFocus()
