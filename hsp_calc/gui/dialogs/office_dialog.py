"""``OfficeDialog``: who the office is, for the papers that it hands over."""

from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.output import Logo, LogoError, Office, OfficeProfile, save_office
from hsp_calc.text import N_, Translator, describe_error, describe_os_error
from hsp_calc.validation import InputError

_FIELDS = {
    "name": N_("Name of the office"),
    "scrivener": N_("Administrative scrivener"),
    "registration_number": N_("Registration number"),
    "notification_number": N_("Number of the certified immigration agent"),
    "address": N_("Address"),
    "telephone": N_("Telephone"),
}
_WIDTH = 520


class OfficeDialog(QDialog):
    """The profile of an office; everything may be left empty."""

    def __init__(self, office: Office | None, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        _ = self._words = words
        self.setObjectName("office")
        self.setWindowTitle(_("Office"))
        self.setMinimumWidth(_WIDTH)
        self._logo: Path | Logo | None = office.logo if office else None
        self._lines: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setVerticalSpacing(2 * GRID)
        for name, label in _FIELDS.items():
            line = self._lines[name] = QLineEdit(getattr(office.profile, name) if office else "")
            line.setObjectName(f"office.{name}")
            line.setAccessibleName(_(label))
            form.addRow(_(label), line)
        self._logo_name = Label("muted")
        choose, remove = QPushButton(_("Choose…")), QPushButton(_("Remove"))
        choose.setObjectName("office.logo")
        choose.clicked.connect(self._choose)
        remove.clicked.connect(lambda: self._take(None))
        row = QHBoxLayout()
        row.addWidget(self._logo_name, 1)
        row.addWidget(choose)
        row.addWidget(remove)
        form.addRow(_("Logo"), row)
        self._wrong = Label("bad", wrap=True)
        self._wrong.hide()
        hint = Label("muted", wrap=True)
        hint.setText(_("It stands on the summary and at the foot of the form. An applicant needs none."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * GRID)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addWidget(self._wrong)
        layout.addWidget(buttons)
        self._take(self._logo)

    def _choose(self) -> None:
        _ = self._words
        kinds = f"{_('Pictures')} (*.png *.jpg *.jpeg *.svg)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Logo"), "", kinds)
        if name:
            self._take(Path(name))

    def _take(self, logo: Path | Logo | None) -> None:
        _ = self._words
        self._logo = logo
        shown = logo.name if isinstance(logo, Path) else _("as it is") if logo else _("none")
        self._logo_name.setText(shown)

    def _save(self) -> None:
        _ = self._words
        try:
            save_office(OfficeProfile(**{name: line.text() for name, line in self._lines.items()}), self._logo)
        except LogoError as error:
            self._say(error.describe(_))
        except InputError as error:
            self._say(" ".join(describe_error(error, _)))
        except ValueError:
            self._say(_("An entry is too long; shorten it to 200 characters."))
        except OSError as error:
            self._say(describe_os_error(error, _, writing=True))
        else:
            self.accept()

    def _say(self, why: str) -> None:
        self._wrong.setText(why)
        self._wrong.show()
