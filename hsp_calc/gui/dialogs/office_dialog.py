"""``OfficeDialog``: who the office is, for the papers that it hands over."""

from pathlib import Path
from threading import Thread

from PySide6.QtCore import QObject, Signal
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

from hsp_calc.control_characters import visible
from hsp_calc.gui.widgets.labels import Label
from hsp_calc.gui.widgets.theme import GRID
from hsp_calc.output import Logo, LogoError, Office, OfficeProfile, draw_logo, save_office
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


class _Drawing(QObject):
    """Draws a logo while the window goes on.

    Attributes:
        done: emitted with the file, and the logo or the error.
    """

    done = Signal(object, object)

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path

    def start(self) -> None:
        """Begin; it ends by itself, whether anyone waits for it or not."""
        Thread(target=self._draw, daemon=True).start()

    def _draw(self) -> None:
        try:
            drawn: object = draw_logo(self._path)
        except (LogoError, OSError) as error:
            drawn = error
        self.done.emit(self._path, drawn)


class OfficeDialog(QDialog):
    """The profile of an office; everything may be left empty."""

    def __init__(self, office: Office | None, words: Translator, parent: QWidget) -> None:
        super().__init__(parent)
        _ = self._words = words
        self.setObjectName("office")
        self.setWindowTitle(_("Office"))
        self.setMinimumWidth(_WIDTH)
        self._logo: Logo | None = office.logo if office else None
        self._drawing: _Drawing | None = None
        self._lines: dict[str, QLineEdit] = {}
        form = QFormLayout()
        form.setVerticalSpacing(2 * GRID)
        for name, label in _FIELDS.items():
            line = self._lines[name] = QLineEdit(getattr(office.profile, name) if office else "")
            line.setObjectName(f"office.{name}")
            line.setAccessibleName(_(label))
            form.addRow(_(label), line)
        self._logo_name = Label("muted")
        self._choose_logo, remove = QPushButton(_("Choose…")), QPushButton(_("Remove"))
        choose = self._choose_logo
        choose.setObjectName("office.logo")
        choose.clicked.connect(self._choose)
        remove.clicked.connect(lambda: self._take(None, _("none")))
        row = QHBoxLayout()
        row.addWidget(self._logo_name, 1)
        row.addWidget(choose)
        row.addWidget(remove)
        form.addRow(_("Logo"), row)
        self._wrong = Label("bad", wrap=True)
        self._wrong.hide()
        hint = Label("muted", wrap=True)
        hint.setText(_("It is printed on the summary and at the foot of the form. Applicants can leave it empty."))
        buttons = self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(3 * GRID)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addWidget(self._wrong)
        layout.addWidget(buttons)
        self._take(self._logo, _("unchanged") if self._logo else _("none"))

    def _choose(self) -> None:
        _ = self._words
        kinds = f"{_('Pictures')} (*.png *.jpg *.jpeg *.svg)"
        name, _kind = QFileDialog.getOpenFileName(self, _("Logo"), "", kinds)
        if name:
            self._wrong.hide()
            self._logo_name.setText(_("The picture is being drawn…"))
            self._rest(resting=True)
            self._drawing = _Drawing(Path(name))
            self._drawing.done.connect(self._drawn)
            self._drawing.start()

    def _drawn(self, path: Path, drawn: object) -> None:
        """The picture came back, or why there is none; what was chosen before stays then."""
        _ = self._words
        self._rest(resting=False)
        match drawn:
            case Logo():
                self._take(drawn, visible(path.name))
                return
            case LogoError():
                self._say(drawn.describe(_))
            case OSError():
                self._say(describe_os_error(drawn, _))
        self._take(self._logo, _("unchanged") if self._logo else _("none"))

    def _rest(self, *, resting: bool) -> None:
        self._choose_logo.setEnabled(not resting)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not resting)

    def _take(self, logo: Logo | None, shown: str) -> None:
        self._logo = logo
        self._logo_name.setText(shown)

    def _save(self) -> None:
        _ = self._words
        try:
            save_office(OfficeProfile(**{name: line.text() for name, line in self._lines.items()}), self._logo)
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
