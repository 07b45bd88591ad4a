"""How the window looks: two sets of colours, one accent, spacing on a grid of four pixels."""

from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from hsp_calc.gui.colors import DARK, LIGHT, Theme
from hsp_calc.locations import resources

GRID = 4
"""All spacing is a multiple of this, in pixels."""


def color(theme: Theme, role: str) -> QColor:
    """A colour of a theme, for a painter."""
    return QColor(getattr(theme, role))


def system_theme() -> Theme:
    """The theme that the system asks for."""
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme.name == "Dark" else LIGHT


def apply(theme: Theme, application: QApplication) -> None:
    """Give the whole program a theme; nothing is done where it has it already."""
    if application.property("theme") == theme.name:
        return
    application.setProperty("theme", theme.name)
    application.setPalette(_palette(theme))
    colors = {name: getattr(theme, name) for name in Theme.__slots__}
    application.setStyleSheet(_STYLE.format(icons=(resources() / "icons").as_posix(), **colors))


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
        palette.setColor(disabled, role, QColor(theme.muted))
    return palette


_STYLE = """
QMainWindow, QDialog, QWidget#presentation {{ background: {window}; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: {window}; border: none; }}
QFrame[role="card"] {{ background: {card}; border: 1px solid {line}; border-radius: 8px; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="section"] {{ font-weight: bold; }}
QLabel[role="accent"] {{ color: {accent}; font-weight: bold; }}
QLabel[role="good"] {{ color: {good}; }}
QLabel[role="warn"] {{ color: {warn}; }}
QLabel[role="bad"] {{ color: {bad}; }}
QLabel[role="points"] {{ color: {muted}; padding: 1px 6px; }}
QLabel[role="points_counted"] {{ color: {accent}; background: {accent_soft}; border-radius: 6px; padding: 1px 6px;
  font-weight: bold; }}
QLabel[role="cell"] {{ color: {muted}; padding: 3px 6px; }}
QLabel[role="cell_lit"] {{ color: {on_accent}; background: {accent}; border-radius: 4px; padding: 3px 6px;
  font-weight: bold; }}
QLabel[role="lever"] {{ padding: 6px 10px; }}
QLabel[role="lever_lit"] {{ color: {on_accent}; background: {accent}; padding: 6px 10px; font-weight: bold; }}
QLineEdit, QComboBox, QSpinBox, QDateEdit {{ background: {card}; color: {text}; placeholder-text-color: {muted};
  border: 1px solid {line};
  border-radius: 4px; padding: 4px 6px; min-height: 20px; selection-background-color: {accent};
  selection-color: {on_accent}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{ border: 2px solid {accent}; padding: 3px 5px; }}
QLineEdit:disabled, QLineEdit[computed="true"], QSpinBox:disabled {{ color: {muted}; background: {window}; }}
QDateEdit::drop-down, QComboBox::drop-down {{ border: none; width: 22px; }}
QDateEdit::down-arrow, QComboBox::down-arrow, QSpinBox::down-arrow {{ image: url("{icons}/down-{name}.svg");
  width: 12px; height: 12px; }}
QSpinBox::up-arrow {{ image: url("{icons}/up-{name}.svg"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ width: 10px; height: 10px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; }}
QLineEdit[wrong="true"] {{ border: 2px solid {bad}; padding: 3px 5px; }}
QComboBox QAbstractItemView {{ background: {card}; color: {text}; selection-background-color: {accent};
  selection-color: {on_accent}; }}
QTabWidget::pane {{ border: none; background: {window}; }}
QTabBar {{ background: {window}; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: {window}; color: {muted}; padding: 8px 12px; border: none;
  border-bottom: 3px solid transparent; }}
QTabWidget#panels > QTabBar::tab {{ padding: 8px 5px; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 3px solid {accent}; font-weight: bold; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTabWidget#panels QTabBar::tab {{ padding: 8px 6px; }}
QTabBar QToolButton {{ background: {card}; border: 1px solid {line}; padding: 0; }}
QToolBar {{ background: {card}; border: none; border-bottom: 1px solid {line}; spacing: 8px; padding: 6px 12px; }}
QToolButton {{ color: {text}; background: transparent; border: 1px solid transparent; border-radius: 4px;
  padding: 4px 8px; }}
QToolButton:hover {{ border-color: {line}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QToolButton:checked {{ background: {accent_soft}; color: {accent}; font-weight: bold; }}
QToolButton#primary {{ background: {accent}; color: {on_accent}; font-weight: bold; }}
QToolButton[role="tool"], QToolButton[role="fold"] {{ border-color: {line}; background: {card}; }}
QToolButton[role="tool"]:checked {{ border-color: {accent}; background: {accent_soft}; }}
QToolButton[role="fold"] {{ border-color: transparent; padding-left: 0; }}
QToolButton[role="fold"]:checked {{ background: {card}; color: {text}; font-weight: normal; }}
QToolButton[role="tool"]:focus, QToolButton[role="fold"]:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QToolButton[role="answer"] {{ border-color: {line}; background: {card}; padding: 4px 12px; }}
QToolButton[role="answer"]:hover {{ border-color: {accent}; }}
QToolButton[role="answer"]:checked {{ border-color: {accent}; background: {accent}; color: {on_accent};
  font-weight: normal; }}
QToolButton[role="answer"]:focus {{ border: 2px solid {accent}; padding: 3px 11px; }}
QToolButton[role="answer"]:checked:focus {{ border-color: {text}; }}
QPushButton {{ background: {card}; color: {text}; border: 1px solid {line}; border-radius: 4px; padding: 5px 12px; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QPushButton[role="standing"] {{ background: transparent; border: 2px solid transparent; padding: 2px 4px 2px 0;
  text-align: left; font-weight: bold; }}
QPushButton[role="standing"]:hover {{ text-decoration: underline; }}
QPushButton[role="standing"]:focus {{ border-bottom-color: {accent}; }}
QPushButton[verdict="good"] {{ color: {good}; }}
QPushButton[verdict="warn"] {{ color: {warn}; }}
QPushButton[verdict="bad"] {{ color: {bad}; }}
QPushButton[verdict="muted"] {{ color: {accent}; font-weight: normal; }}
QMenuBar {{ background: {card}; color: {text}; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {line}; }}
QMenu::item:disabled {{ color: {muted}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QStatusBar {{ background: {card}; color: {muted}; border-top: 1px solid {line}; padding: 2px 8px; }}
QStatusBar QLabel {{ color: {muted}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {line}; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QListWidget[role="hits"] {{ background: {card}; color: {text}; border: 1px solid {line}; border-radius: 4px;
  selection-background-color: {accent}; selection-color: {on_accent}; }}
QListWidget[role="hits"]:focus {{ border: 2px solid {accent}; }}
QListWidget[role="hits"]::item {{ border-bottom: 1px solid {line}; }}
QListWidget[role="hits"]::item:selected {{ background: {accent}; }}
QTextBrowser {{ background: {card}; color: {text}; border: none; }}
"""
