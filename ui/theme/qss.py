"""One style sheet, made from the tokens and the zoom."""

from __future__ import annotations

from ui.theme.tokens import Colours


def style_sheet(t: Colours, zoom: float) -> str:
    """The whole application's QSS. Sizes follow *zoom*; fonts are set by the widgets themselves."""

    def px(size: float) -> str:
        return f"{round(size * zoom)}px"

    return "".join((_surfaces(t), _buttons(t, px(32), px(26)), _fields(t, px(32), px(28)), _rest(t, px(32))))


def _surfaces(t: Colours) -> str:
    return f"""
* {{ outline: 0; }}
QMainWindow, QDialog, QWidget#app, QWidget#page {{ background: {t["surface"]}; }}
QWidget#sidebar {{ background: {t["app"]}; border-right: 1px solid {t["line"]}; }}
QWidget#column {{ background: {t["surface"]}; border-right: 1px solid {t["line"]}; }}
QWidget#paper {{ background: {t["card"]}; }}
QFrame#card {{ background: {t["card"]}; border: 1px solid {t["line"]}; border-radius: 12px; }}
QFrame#place {{ background: {t["card"]}; border: 1px solid {t["line_strong"]}; border-radius: 10px; }}
QFrame#card[kbd="true"] {{ border: 2px solid {t["focus"]}; }}
QFrame#line {{ background: transparent; border: 2px solid transparent; border-radius: 9px; }}
QFrame#line:hover {{ background: {t["hover"]}; }}
QFrame#line[kbd="true"] {{ border: 2px solid {t["focus"]}; }}
QFrame#rule {{ background: {t["line"]}; border: 0; max-height: 1px; min-height: 1px; }}
QWidget#segments {{ background: {t["sunken"]}; border-radius: 9px; }}
QFrame#notice {{ background: {t["card"]}; border: 1px solid {t["line_strong"]}; border-radius: 10px; }}
QFrame#problem {{ background: {t["danger_soft"]}; border: 1px solid {t["danger"]}; border-radius: 10px; }}
QLabel {{ background: transparent; }}
"""


def _buttons(t: Colours, height: str, small: str) -> str:
    return f"""
QPushButton {{ background: {t["card"]}; color: {t["text"]}; border: 1px solid {t["line_strong"]};
  border-radius: 8px; padding: 0 14px; min-height: {height}; }}
QPushButton:hover {{ background: {t["hover"]}; }}
QPushButton:pressed {{ background: {t["pressed"]}; }}
QPushButton:disabled {{ color: {t["disabled"]}; border-color: {t["line"]}; }}
QPushButton[kind="primary"] {{ background: {t["accent"]}; color: {t["on_accent"]};
  border-color: {t["accent"]}; }}
QPushButton[kind="primary"]:hover {{ background: {t["accent_hover"]}; border-color: {t["accent_hover"]}; }}
QPushButton[kind="primary"]:pressed {{ background: {t["accent_pressed"]}; }}
QPushButton[kind="primary"]:disabled {{ background: {t["track"]}; border-color: {t["track"]};
  color: {t["text2"]}; }}
QPushButton[kind="danger"] {{ color: {t["danger"]}; border-color: {t["danger"]}; }}
QPushButton[kind="danger"]:hover {{ background: {t["danger_soft"]}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 1px solid transparent; color: {t["text2"]};
  padding: 0 10px; }}
QPushButton[kind="quiet"]:hover {{ background: {t["hover"]}; }}
QPushButton[kind="quiet"]:pressed {{ background: {t["pressed"]}; }}
QPushButton[kind="quiet"][tight="true"] {{ padding: 0 4px; }}
QPushButton[kind="quiet"]:checked {{ background: {t["accent_soft"]}; color: {t["accent_text"]}; }}
QPushButton[kind="quiet"]:disabled {{ color: {t["disabled"]}; }}
QPushButton[kind="link"] {{ background: transparent; border: 1px solid transparent; min-height: {small};
  color: {t["accent_text"]}; padding: 0 4px; border-radius: 6px; }}
QPushButton[kind="link"]:hover {{ text-decoration: underline; }}
QPushButton[kind="link"]:disabled {{ color: {t["disabled"]}; }}
QPushButton::menu-indicator {{ image: none; width: 0; }}
QPushButton[kind="place"] {{ background: transparent; border: 2px solid transparent; color: {t["text"]};
  padding: 0 10px; border-radius: 9px; text-align: left; }}
QPushButton[kind="place"]:hover {{ background: {t["hover"]}; }}
QPushButton[kind="place"]:checked {{ background: {t["selected"]}; }}
QPushButton[kind="place"][kbd="true"] {{ border: 2px solid {t["focus"]}; padding: 0 10px; }}
QRadioButton#segment {{ background: transparent; border: 1px solid transparent; color: {t["text2"]};
  min-height: {small}; padding: 0 12px; border-radius: 7px; spacing: 0; }}
QRadioButton#segment::indicator {{ width: 0; height: 0; }}
QRadioButton#segment:hover {{ color: {t["text"]}; }}
QRadioButton#segment:checked {{ background: {t["card"]}; color: {t["text"]};
  border: 1px solid {t["line_strong"]}; }}
QPushButton[kbd="true"] {{ border: 2px solid {t["focus"]}; padding: 0 13px; }}
QPushButton[kind="quiet"][kbd="true"] {{ border: 2px solid {t["focus"]}; padding: 0 9px; }}
QPushButton[kind="quiet"][tight="true"][kbd="true"] {{ padding: 0 3px; }}
QPushButton[kind="link"][kbd="true"] {{ border: 2px solid {t["focus"]}; padding: 0 3px; }}
QPushButton[kind="primary"][kbd="true"] {{ border: 2px solid {t["text"]}; }}
QRadioButton#segment[kbd="true"] {{ border: 2px solid {t["focus"]}; padding: 0 11px; }}
QWidget#segments[tight="true"] QRadioButton#segment {{ padding: 0 9px; }}
QWidget#segments[tight="true"] QRadioButton#segment[kbd="true"] {{ padding: 0 8px; }}
QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 7px; padding: 5px;
  color: {t["text2"]}; }}
QToolButton:hover {{ background: {t["hover"]}; }}
QToolButton:pressed {{ background: {t["pressed"]}; }}
QToolButton:checked {{ background: {t["accent_soft"]}; border-color: {t["accent"]}; }}
QToolButton[kbd="true"] {{ border: 2px solid {t["focus"]}; padding: 4px; }}
QToolButton::menu-indicator {{ image: none; }}
"""


def _fields(t: Colours, height: str, arrow: str) -> str:
    edits = "QLineEdit, QComboBox, QAbstractSpinBox"
    return f"""
{edits} {{ background: {t["card"]}; color: {t["text"]}; border: 1px solid {t["line_strong"]};
  border-radius: 8px; padding: 0 10px; min-height: {height}; placeholder-text-color: {t["text3"]};
  selection-background-color: {t["accent"]}; selection-color: {t["on_accent"]}; }}
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {{ border: 2px solid {t["focus"]};
  padding: 0 9px; }}
QLineEdit:read-only {{ background: {t["sunken"]}; }}
QLineEdit {{ lineedit-password-character: 8226; }}
QLineEdit:disabled, QComboBox:disabled {{ color: {t["disabled"]}; border-color: {t["line"]}; }}
QLineEdit[wrong="true"] {{ border-color: {t["danger"]}; }}
QLineEdit#bare {{ border: 0; background: transparent; padding: 0; border-radius: 0; }}
QLineEdit#bare[kbd="true"] {{ border: 0; border-bottom: 2px solid {t["focus"]}; }}
QAbstractSpinBox QLineEdit {{ border: 0; padding: 0; min-height: 0; background: transparent; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: 0; }}
QComboBox, QComboBox:focus {{ padding-right: {arrow}; }}
QComboBox::drop-down {{ border: 0; width: 0; }}
QComboBox::down-arrow {{ image: none; }}
QComboBox QAbstractItemView {{ background: {t["card"]}; color: {t["text"]};
  border: 1px solid {t["line_strong"]}; padding: 4px; selection-background-color: {t["selected"]};
  selection-color: {t["text"]}; }}
QPlainTextEdit#fewlines {{ background: {t["card"]}; color: {t["text"]}; border: 1px solid {t["line_strong"]};
  border-radius: 8px; placeholder-text-color: {t["text3"]};
  selection-background-color: {t["accent_soft"]}; selection-color: {t["text"]}; }}
QPlainTextEdit#fewlines:focus {{ border: 2px solid {t["focus"]}; }}
QFrame#editorframe {{ background: {t["card"]}; border: 1px solid {t["line_strong"]}; border-radius: 8px; }}
QFrame#editorframe[kbd="true"] {{ border: 2px solid {t["focus"]}; }}
QTextEdit {{ background: transparent; border: 0; color: {t["text"]}; placeholder-text-color: {t["text3"]};
  selection-background-color: {t["accent_soft"]}; selection-color: {t["text"]}; }}
QTextEdit#changes {{ selection-background-color: {t["accent"]}; selection-color: {t["on_accent"]}; }}
QCheckBox {{ color: {t["text"]}; background: transparent; padding: 3px; border: 1px solid transparent;
  border-radius: 6px; }}
QCheckBox[kbd="true"] {{ border: 2px solid {t["focus"]}; padding: 2px; }}
QCheckBox:disabled {{ color: {t["disabled"]}; }}
QRadioButton {{ color: {t["text"]}; background: transparent; }}
"""


def _rest(t: Colours, height: str) -> str:
    return f"""
QListView, QTreeView {{ background: transparent; border: 0; }}
QScrollArea {{ background: transparent; border: 0; }}
QScrollArea > QWidget > QWidget#page {{ background: {t["surface"]}; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px 1px; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 1px 2px; }}
QScrollBar::handle {{ background: {t["disabled"]}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {t["text3"]}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QMenu {{ background: {t["card"]}; border: 1px solid {t["line_strong"]}; border-radius: 10px; padding: 6px; }}
QMenu::item {{ padding: 7px 28px 7px 12px; border-radius: 6px; color: {t["text"]}; }}
QMenu::item:selected {{ background: {t["selected"]}; }}
QMenu::item:disabled {{ color: {t["disabled"]}; }}
QMenu::separator {{ height: 1px; background: {t["line"]}; margin: 6px 8px; }}
QToolTip {{ background: {t["card"]}; color: {t["text"]}; border: 1px solid {t["line_strong"]};
  padding: 5px 8px; }}
QSplitter::handle {{ background: transparent; }}
QCalendarWidget QWidget {{ alternate-background-color: {t["surface"]}; }}
QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {t["surface"]}; }}
QCalendarWidget QAbstractItemView {{ background: {t["card"]}; color: {t["text"]};
  selection-background-color: {t["accent"]}; selection-color: {t["on_accent"]}; }}
QCalendarWidget QToolButton {{ color: {t["text"]}; min-height: {height}; }}
QCalendarWidget QSpinBox {{ min-height: 0; }}
"""
