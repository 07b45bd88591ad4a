"""How the window looks: two sets of colours, one accent, spacing on a grid of four pixels."""

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication

from hsp_calc.app.colors import DARK, LIGHT, THEMES, Theme
from hsp_calc.gui.widgets.style_sheet import STYLE
from hsp_calc.locations import resources

GRID = 4
"""All spacing is a multiple of this, in pixels."""


def color(theme: Theme, role: str) -> QColor:
    """A colour of a theme, for a painter."""
    return QColor(getattr(theme, role))


def by_state(button: QAbstractButton, *, disabled: str, pressed: str, hover: str, plain: str) -> str:
    """The one of four colours that tells the state of a button that paints itself."""
    if not button.isEnabled():
        return disabled
    return pressed if button.isDown() else hover if button.underMouse() else plain


def system_theme() -> Theme:
    """The theme that the system asks for."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme.name == "Dark" else LIGHT


def current() -> Theme:
    """The theme that the program has."""
    application = QApplication.instance()
    return THEMES.get(str(application.property("theme")) if application is not None else "", LIGHT)


def apply(theme: Theme, application: QApplication) -> None:
    """Give the whole program a theme; nothing is done where it has it already."""
    if application.property("theme") == theme.name:
        return
    application.setProperty("theme", theme.name)
    application.setPalette(_palette(theme))
    colors = {name: getattr(theme, name) for name in Theme.__slots__}
    application.setStyleSheet(STYLE.format(icons=(resources() / "icons").as_posix(), **colors))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.card,
        QPalette.ColorRole.AlternateBase: theme.window,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Button: theme.card,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.card,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.line,
        QPalette.ColorRole.Midlight: theme.line,
        QPalette.ColorRole.Dark: theme.line,
        QPalette.ColorRole.Light: theme.card,
    }
    for role, color in roles.items():
        palette.setColor(role, QColor(color))
    disabled = QPalette.ColorGroup.Disabled
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(disabled, role, QColor(theme.disabled))
    return palette
