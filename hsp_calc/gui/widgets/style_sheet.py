"""The style sheet of the window, to be filled with the colours of a theme. Plain Python, no Qt."""

STYLE = """
QMainWindow, QDialog, QWidget#presentation {{ background: {window}; }}
QScrollArea, QScrollArea > QWidget > QWidget#page {{ background: {window}; }}
QFrame[role="card"] {{ background: {card}; border: 1px solid {line}; border-radius: 8px; }}
QFrame[role="what_if"] {{ background: {warn_soft}; border: none; border-bottom: 1px solid {warn}; }}
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
QLineEdit:hover, QComboBox:hover, QSpinBox:hover, QDateEdit:hover {{ border-color: {accent}; }}
QComboBox:on {{ background: {pressed}; }}
QLineEdit:focus, QComboBox:focus, QSpinBox:focus, QDateEdit:focus {{ border: 2px solid {accent}; padding: 3px 5px; }}
QLineEdit:focus:hover, QComboBox:focus:hover, QSpinBox:focus:hover, QDateEdit:focus:hover {{ background: {hover}; }}
QLineEdit[computed="true"] {{ color: {muted}; background: {window}; }}
QLineEdit:disabled, QComboBox:disabled, QSpinBox:disabled, QDateEdit:disabled {{ color: {disabled};
  background: {window}; border: 1px dashed {disabled}; }}
QDateEdit::drop-down, QComboBox::drop-down {{ border: none; width: 22px; }}
QDateEdit::down-arrow, QComboBox::down-arrow, QSpinBox::down-arrow {{ image: url("{icons}/down-{name}.svg");
  width: 12px; height: 12px; }}
QSpinBox::up-arrow {{ image: url("{icons}/up-{name}.svg"); width: 10px; height: 10px; }}
QSpinBox::down-arrow {{ width: 10px; height: 10px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: none; width: 20px; }}
QLineEdit[wrong="true"] {{ border: 2px solid {bad}; padding: 3px 5px; }}
QAbstractItemView, QPlainTextEdit, QTextEdit {{ background: {card}; color: {text}; border: 1px solid {line};
  border-radius: 4px; selection-background-color: {accent}; selection-color: {on_accent}; outline: none; }}
QPlainTextEdit, QTextEdit {{ padding: 1px; }}
QAbstractItemView:hover, QPlainTextEdit:hover, QTextEdit:hover {{ border-color: {accent}; }}
QAbstractItemView:focus, QPlainTextEdit:focus, QTextEdit:focus {{ border: 2px solid {accent}; padding: 0; }}
QAbstractItemView:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {{ color: {disabled}; background: {window};
  border: 1px dashed {disabled}; }}
QAbstractItemView::item:hover {{ background: {hover}; color: {text}; }}
QAbstractItemView::item:selected {{ background: {accent}; color: {on_accent}; }}
QHeaderView {{ background: {window}; border: none; }}
QHeaderView::section {{ background: {window}; color: {text}; border: none; border-right: 1px solid {line};
  border-bottom: 1px solid {line}; padding: 3px 6px; }}
QComboBox {{ combobox-popup: 0; }}
QComboBox QAbstractItemView {{ border-radius: 0; }}
QComboBox QAbstractItemView, QComboBox QAbstractItemView:focus {{ border: 1px solid {accent}; padding: 0; }}
QComboBox QAbstractItemView::item {{ min-height: 22px; padding: 0 6px; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {window}; }}
QCalendarWidget QToolButton {{ color: {text}; font-weight: bold; }}
QCalendarWidget QToolButton::menu-indicator {{ image: none; }}
QToolButton#qt_calendar_prevmonth {{ qproperty-icon: url("{icons}/left-{name}.svg"); }}
QToolButton#qt_calendar_nextmonth {{ qproperty-icon: url("{icons}/right-{name}.svg"); }}
QCalendarWidget QAbstractItemView {{ background: {card}; color: {text}; border: none; border-radius: 0;
  alternate-background-color: {window}; selection-background-color: {accent}; selection-color: {on_accent}; }}
QCalendarWidget QAbstractItemView:disabled {{ color: {disabled}; background: {card}; border: none; }}
QTabWidget::pane {{ border: none; background: {window}; }}
QTabBar {{ background: {window}; qproperty-drawBase: 0; }}
QTabBar::tab {{ background: {window}; color: {muted}; padding: 8px 12px; border: none;
  border-bottom: 3px solid transparent; }}
QTabWidget#panels > QTabBar::tab {{ padding: 8px 5px; }}
QTabBar::tab:selected {{ color: {text}; border-bottom: 3px solid {accent}; font-weight: bold; }}
QTabBar::tab:hover {{ color: {text}; background: {hover}; border-bottom-color: {muted}; }}
QTabBar::tab:selected:hover {{ border-bottom-color: {accent}; }}
QTabBar::tab:selected:focus {{ color: {accent}; background: {accent_soft}; }}
QTabBar::tab:disabled {{ color: {disabled}; border-bottom-color: transparent; }}
QTabWidget#panels QTabBar::tab {{ padding: 8px 6px; }}
QTabBar QToolButton {{ background: {card}; border: 1px solid {line}; padding: 0; }}
QToolBar {{ background: {card}; border: none; border-bottom: 1px solid {line}; spacing: 8px; padding: 6px 12px; }}
QToolButton {{ color: {text}; background: transparent; border: 1px solid transparent; border-radius: 4px;
  padding: 4px 8px; }}
QToolButton[role="tool"], QToolButton[role="answer"] {{ border-color: {line}; background: {card}; }}
QToolButton[role="answer"] {{ padding: 4px 12px; }}
QToolButton[role="fold"] {{ padding-left: 0; }}
QToolButton:checked {{ background: {accent_soft}; color: {accent}; border-color: {accent}; font-weight: bold; }}
QToolButton[role="fold"]:checked {{ background: transparent; color: {text}; border-color: transparent;
  font-weight: normal; }}
QToolButton:hover, QToolButton[role="fold"]:checked:hover {{ background: {hover}; border-color: {accent}; }}
QToolButton:pressed, QToolButton[role="fold"]:checked:pressed {{ background: {pressed}; border-color: {accent}; }}
QToolButton:focus {{ border: 2px solid {accent}; padding: 3px 7px; }}
QToolButton[role="answer"]:focus {{ border: 2px solid {accent}; padding: 3px 11px; }}
QToolButton[role="fold"]:focus {{ padding-left: 0; }}
QToolButton:disabled {{ color: {disabled}; background: transparent; border-color: transparent; }}
QToolButton[role="tool"]:disabled, QToolButton[role="answer"]:disabled {{ border: 1px dashed {disabled}; }}
QToolButton:checked:disabled {{ background: {window}; border: 1px dashed {disabled}; }}
QToolButton#primary, QToolButton[role="answer"]:checked {{ background: {accent};
  color: {on_accent}; border-color: {accent}; }}
QToolButton#primary {{ font-weight: bold; }}
QToolButton[role="answer"]:checked {{ font-weight: normal; }}
QToolButton#primary:hover, QToolButton[role="answer"]:checked:hover {{ background: {accent_hover};
  border-color: {accent_hover}; }}
QToolButton#primary:pressed, QToolButton[role="answer"]:checked:pressed {{ background: {accent_pressed};
  border-color: {accent_pressed}; }}
QToolButton#primary:focus, QToolButton[role="answer"]:checked:focus {{ border-color: {text}; }}
QToolButton#primary:disabled, QToolButton[role="answer"]:checked:disabled {{ color: {disabled}; background: {window};
  border: 1px dashed {disabled}; }}
QPushButton {{ background: {card}; color: {text}; border: 1px solid {line}; border-radius: 4px; padding: 5px 12px; }}
QPushButton:default {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:hover {{ background: {hover}; border-color: {accent}; }}
QPushButton:default:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QPushButton:pressed {{ background: {pressed}; border-color: {accent}; }}
QPushButton:default:pressed {{ background: {accent_pressed}; border-color: {accent_pressed}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: 4px 11px; }}
QPushButton:default:focus {{ border-color: {text}; }}
QPushButton:disabled {{ color: {disabled}; background: {window}; border: 1px dashed {disabled}; }}
QCheckBox, QRadioButton {{ color: {text}; spacing: 8px; border: 2px solid transparent; border-radius: 4px; }}
QCheckBox:hover, QRadioButton:hover {{ background: {hover}; }}
QCheckBox:pressed, QRadioButton:pressed {{ background: {pressed}; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox:disabled, QRadioButton:disabled {{ color: {disabled}; }}
QCheckBox::indicator {{ width: 16px; height: 16px; background: {card}; border: 1px solid {muted}; border-radius: 4px; }}
QCheckBox::indicator:hover {{ border-color: {accent}; background: {hover}; }}
QCheckBox::indicator:pressed {{ background: {pressed}; }}
QCheckBox::indicator:checked {{ background: {accent}; border-color: {accent}; image: url("{icons}/check-{name}.svg"); }}
QCheckBox::indicator:checked:hover {{ background: {accent_hover}; border-color: {accent_hover}; }}
QCheckBox::indicator:disabled {{ background: {window}; border: 1px dashed {disabled}; }}
QCheckBox::indicator:checked:disabled {{ background: {disabled}; border: 1px solid {disabled}; }}
QPushButton[role="standing"] {{ background: transparent; border: 2px solid transparent; padding: 2px 4px 2px 0;
  text-align: left; font-weight: bold; }}
QPushButton[role="standing"]:hover {{ background: {hover}; }}
QPushButton[role="standing"]:pressed {{ background: {pressed}; }}
QPushButton[role="standing"]:focus {{ border-color: {accent}; }}
QPushButton[verdict="good"] {{ color: {good}; }}
QPushButton[verdict="warn"] {{ color: {warn}; }}
QPushButton[verdict="bad"] {{ color: {bad}; }}
QPushButton[verdict="muted"] {{ color: {accent}; font-weight: normal; }}
QMenuBar {{ background: {card}; color: {text}; }}
QMenuBar::item:selected, QMenu::item:selected {{ background: {accent}; color: {on_accent}; }}
QMenu {{ background: {card}; color: {text}; border: 1px solid {line}; }}
QMenuBar::item:pressed {{ background: {accent_pressed}; color: {on_accent}; }}
QMenuBar::item:disabled, QMenu::item:disabled {{ color: {disabled}; background: transparent; }}
QMenu::item:disabled:selected {{ background: {hover}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QScrollBar:vertical {{ background: transparent; width: 12px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle {{ background: {line}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::handle:pressed {{ background: {accent}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: none; }}
QStatusBar {{ background: {card}; color: {muted}; border-top: 1px solid {line}; padding: 2px 8px; }}
QStatusBar QLabel {{ color: {muted}; }}
QStatusBar::item {{ border: none; }}
QSplitter::handle {{ background: {line}; }}
QToolTip {{ background: {card}; color: {text}; border: 1px solid {line}; padding: 4px; }}
QListWidget[role="hits"]::item {{ border-bottom: 1px solid {line}; }}
QTextBrowser {{ border: 2px solid transparent; }}
QTextBrowser:hover {{ border-color: transparent; }}
QScrollArea {{ border: 2px solid transparent; }}
QScrollArea:focus, QTextBrowser:focus {{ border: 2px solid {accent}; }}
QSplitter::handle:hover {{ background: {accent}; }}
"""
