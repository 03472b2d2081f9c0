"""Fields for one line, one passphrase, one day, one number, one choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QPointF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from mentorjournal.model.words import Choice
from ui.theme.theme import Theme
from ui.widgets.buttons import ToolButton
from ui.widgets.label import Label
from ui.widgets.layout import column
from ui.widgets.veiled_line import LineVeil

_Choice = TypeVar("_Choice", bound=Choice)


class LineField(QLineEdit):
    """One line of words. *icon* stands before them, as a picture and not as a button."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        text: str = "",
        placeholder: str = "",
        icon: str = "",
        style: str = "body",
        bare: bool = False,
        private: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """*bare* is a title that one types into the page: no border. What is not *private*, such as a day, a
        number or a search, stays to be seen while the view is discreet, but for names.
        """
        super().__init__(text, parent)
        self._theme, self._icon, self._style, self._bare = theme, icon, style, bare
        self.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if bare:
            self.setObjectName("bare")
            self.setTextMargins(-2, 0, 0, 0)  # the line edit's hidden inset; aligns with text below
        self.veil = LineVeil(theme, self, private=private)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def set_text(self, text: str) -> None:
        """Show *text*; when it is shown already, the cursor and the undo steps stay."""
        if text != self.text():
            self.setText(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # what is longer than the field shows its beginning

    def set_wrong(self, wrong: bool) -> None:
        """Mark what was typed as not usable; say why beside it."""
        if bool(self.property("wrong")) != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._icon:
            px = self._theme.px
            painter = QPainter(self)
            picture = self._theme.pixmap(self._icon, "text3", 16, ratio=self.devicePixelRatioF())
            left = (
                px(11) if self.layoutDirection() == Qt.LayoutDirection.LeftToRight else self.width() - px(27)
            )
            painter.drawPixmap(left, (self.height() - px(16)) // 2, picture)
            painter.end()

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font(self._style))
        if self._icon:
            self.setTextMargins(self._theme.px(24), 0, 0, 0)


def search_field(theme: Theme, name: str, placeholder: str) -> LineField:
    """A field for looking something up."""
    field = LineField(theme, name, placeholder=placeholder, icon="search", private=False)
    field.setClearButtonEnabled(False)
    return field


class PassphraseField(QWidget):
    """A passphrase with show and hide, and a note while Caps Lock seems to be on.

    `slot` is the place below for a strength meter. The text never enters an undo history or a completer.
    """

    entered = Signal()
    edited = Signal()

    def __init__(
        self, theme: Theme, name: str, *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.line = _PassphraseLine(theme, name, placeholder=placeholder, private=False)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self._eye = _Eye(theme, self.line, self.tr("Show the passphrase"), self.tr("Hide the passphrase"))
        self._note = Label(theme, "", "small", "warn", wrap=True)
        self._note.hide()
        self.slot: QVBoxLayout = column()
        self.setLayout(column(self.line, self._note, self.slot, spacing=4))
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self.entered)
        self.line.textChanged.connect(self.edited)
        self.line.caps_noticed.connect(self._show_caps)

    def text(self) -> str:
        return self.line.text()

    def clear(self) -> None:
        self.line.clear()

    def hide_text(self) -> None:
        """Show dots again, whatever the eye was set to."""
        self._eye.hide_text()

    @Slot(bool)
    def _show_caps(self, on: bool) -> None:
        self._note.setText(self.tr("Caps Lock seems to be on.") if on else "")
        self._note.setVisible(on)


class _PassphraseLine(LineField):
    caps_noticed = Signal(bool)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Qt does not tell the lock's state; a capital without Shift, or a small letter with it, does.
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock:
            self.caps_noticed.emit(False)
        elif len(text) == 1 and text.isalpha() and text.lower() != text.upper():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_noticed.emit(text.isupper() != shift)
        super().keyPressEvent(event)


class _Eye(ToolButton):
    """Shows and hides what its field holds; sits inside the field's right end."""

    def __init__(self, theme: Theme, line: QLineEdit, show: str, hide: str) -> None:
        # Drawn without icon files where QtSvg must not be loaded: see `paintEvent`.
        self._line, self._show, self._hide = line, show, hide
        super().__init__(theme, "", show, parent=line)
        self._right = 0
        self.clicked.connect(self._toggle)
        theme.changed.connect(self._make_room)
        line.installEventFilter(self)
        self._make_room()

    def hide_text(self) -> None:
        if self._line.echoMode() == QLineEdit.EchoMode.Normal:
            self._toggle()

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(28), self._theme.px(28))

    def eventFilter(self, watched: object, event: object) -> bool:
        self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("text2"), 1.6 * self._theme.zoom))
        size = self._theme.px(8)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, size, size * 0.62)
        painter.drawEllipse(middle, size * 0.3, size * 0.3)
        if self._line.echoMode() == QLineEdit.EchoMode.Normal:
            reach = QPointF(size * 0.9, -size * 0.9)
            painter.drawLine(middle - reach, middle + reach)
        painter.end()

    @Slot()
    def _toggle(self) -> None:
        shown = self._line.echoMode() == QLineEdit.EchoMode.Normal
        mode = QLineEdit.EchoMode.Password if shown else QLineEdit.EchoMode.Normal
        self._line.setEchoMode(mode)
        name = self._show if shown else self._hide
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    @Slot()
    def _make_room(self) -> None:
        self.resize(self.sizeHint())
        self._line.setTextMargins(0, 0, self._theme.px(28), 0)
        self._place()

    def _place(self) -> None:
        gap = (self._line.height() - self.height()) // 2
        at = self._line.width() - self.width() - gap
        if self.pos().x() != at or self.pos().y() != gap:
            self.move(at, gap)


class ChoiceField(QComboBox):
    """One of the fixed choices of the field, by their labels; *chosen* carries the choice itself."""

    chosen = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        choices: Iterable[_Choice] | Sequence[tuple[object, str]],
        *,
        value: object = None,
        private: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """*choices* are `Choice` members or (value, label) pairs; *private* labels are a person's words."""
        super().__init__(parent)
        self._theme, self._private = theme, private
        self._labels: list[str] = []
        theme.veil.changed.connect(self._veil)
        self._values: list[object] = []
        self.set_choices(choices)
        self.setAccessibleName(name)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_value(value)
        self.activated.connect(self._activated)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    def set_choices(self, choices: Iterable[_Choice] | Sequence[tuple[object, str]]) -> None:
        """Offer other choices; the one that is chosen stays where it is still among them."""
        kept = self.value()
        self.clear()
        self._values, self._labels = [], []
        for choice in choices:
            one, label = (choice, _capital(choice.label)) if isinstance(choice, Choice) else choice
            self._values.append(one)
            self._labels.append(label)
            self.addItem(self._seen(one, label))
        self.set_value(kept)

    def value(self) -> object:
        index = self.currentIndex()
        return self._values[index] if index >= 0 else None

    def set_value(self, value: object) -> None:
        """Choose *value* without a signal: it was not the user who chose."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def _seen(self, value: object, label: str) -> str:
        """The label as it may be seen; that nothing is chosen is no secret."""
        private = self._private and value is not None
        return self._theme.veil.words(label, private=True) if private else label

    @Slot()
    def _veil(self) -> None:
        if self._private:
            for place, (value, label) in enumerate(zip(self._values, self._labels, strict=True)):
                self.setItemText(place, self._seen(value, label))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling a page must not change what is chosen on it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # Qt would take it for a letter to look for, and the page's key would be lost
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("text2" if self.isEnabled() else "disabled"), 1.6 * self._theme.zoom)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        half = self._theme.px(4)
        right_to_left = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self._theme.px(15) if right_to_left else self.width() - self._theme.px(15)
        y = self.height() / 2 - half / 2
        painter.drawPolyline([QPointF(x - half, y), QPointF(x, y + half), QPointF(x + half, y)])
        painter.end()

    @Slot(int)
    def _activated(self, index: int) -> None:
        self.chosen.emit(self._values[index])

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font("body"))


class NumberField(QDoubleSpinBox):
    """A number in the writer's locale; arrow keys step, the wheel does not."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        *,
        low: float = 0.0,
        high: float = 1_000_000.0,
        step: float = 1.0,
        decimals: int = 0,
        value: float = 0.0,
        suffix: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setValue(value)
        self.setSuffix(suffix)
        self.setGroupSeparatorShown(False)
        theme.changed.connect(self._look)
        self._look()

    def textFromValue(self, value: float) -> str:
        """As few digits as say it: 2, not 2.00."""
        text, locale = super().textFromValue(value), self.locale()
        if locale.decimalPoint() not in text:
            return text
        return text.rstrip(locale.zeroDigit()).removesuffix(locale.decimalPoint())

    def set_value(self, value: float) -> None:
        if value != self.value():
            self.setValue(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    @Slot()
    def _look(self) -> None:
        self.setFont(self._theme.font("body"))
        # The style sheet reaches neither the inner line's padding nor the box's true height.
        self.lineEdit().setTextMargins(self._theme.px(8), 0, self._theme.px(8), 0)
        self.setFixedHeight(self._theme.px(32) + 2)


def labelled(theme: Theme, text: str, field: QWidget, *, hint: str = "") -> QVBoxLayout:
    """*field* under its label, and a line of help under it."""
    label = Label(theme, text, "caption", "text2")
    buddy: QLabel = label
    buddy.setBuddy(field)
    layout = column(label, field, spacing=4)
    if hint:
        layout.addWidget(Label(theme, hint, "small", "text3", wrap=True))
    return layout


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
