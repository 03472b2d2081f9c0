"""The three kinds of mentoring to choose from, and who helps whom in them, each with its one sentence."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from mentorjournal.model.beginning import FORMS
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role
from ui.shell.kit import Sentence
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.label import Label
from ui.widgets.layout import column, row


class KindChoice(QWidget):
    """Three kinds of mentoring, each with the one sentence that tells it from the others."""

    chosen_kind = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self._kinds = (
            RelationshipType.LONG_TERM_FORMAL,
            RelationshipType.ONE_STOP,
            RelationshipType.INFORMAL,
        )
        told = (
            (tr("Long-term formal"), tr("An agreed series of sessions with goals, often in a programme.")),
            (tr("One-stop advice"), tr("One conversation, or a few, on a single question.")),
            (tr("Informal"), tr("Now and then, as it comes, without an agreement.")),
        )
        self.setAccessibleName(tr("What kind of mentoring is it?"))
        self.group = QButtonGroup(self)
        layout = column()
        for place, (name, sentence) in enumerate(told):
            button = KindButton(theme, name)
            button.setAccessibleDescription(sentence)
            self.group.addButton(button, place)
            words = Label(theme, sentence, "small", "text2", wrap=True)
            words.setContentsMargins(28, 0, 0, 6)
            words.setBuddy(button)
            layout.addWidget(button)
            layout.addWidget(words)
        self.setLayout(layout)
        self.choose(RelationshipType.LONG_TERM_FORMAL)
        self.group.idToggled.connect(self._toggled)

    def chosen(self) -> RelationshipType:
        return self._kinds[max(self.group.checkedId(), 0)]

    def choose(self, kind: RelationshipType) -> None:
        self.group.button(self._kinds.index(kind)).setChecked(True)

    @Slot(int, bool)
    def _toggled(self, index: int, on: bool) -> None:
        if on:
            self.chosen_kind.emit()


class KindButton(QRadioButton):
    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.ring(self)
        theme.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + self._theme.px(34), self._theme.px(28))

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, px = self._theme, self._theme.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.property("kbd"):
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        on = self.isChecked()
        middle = QPointF(px(12), self.height() / 2)
        painter.setPen(QPen(theme.colour("accent" if on else "line_strong"), 1.5 * theme.zoom))
        painter.drawEllipse(middle, px(7), px(7))
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawEllipse(middle, px(4), px(4))
        painter.setPen(theme.colour("text"))
        words = self.rect().adjusted(px(28), 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading, self.text())
        painter.end()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body_strong"))
        self.updateGeometry()


class FormChoice(QWidget):
    """Who helps whom. Only the forms that go with the role are offered; where there is one, it is said."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        tr = self.tr
        self._role = Role.MENTOR
        self.forms = Segments(
            theme,
            tr("Who helps whom?"),
            [
                (RelationshipForm.TRADITIONAL, tr("Traditional")),
                (RelationshipForm.PEER, tr("Peer")),
                (RelationshipForm.REVERSE, tr("Reverse")),
                (RelationshipForm.RECIPROCAL, tr("Reciprocal")),
            ],
        )
        self.sentence = Sentence(theme)
        self._row = row(self.forms, None)
        self.setLayout(column(self._row, self.sentence, spacing=6))
        self.forms.chosen.connect(self._tell)
        self.show_for(Role.MENTOR)

    def chosen(self) -> RelationshipForm:
        form = self.forms.value()
        assert isinstance(form, RelationshipForm)
        return form

    def choose(self, form: RelationshipForm) -> None:
        if form in FORMS[self._role]:
            self.forms.set_value(form)
            self._tell()

    def show_for(self, role: Role) -> None:
        """Offer what goes with *role*; a form that does not gives way to the usual one."""
        self._role = role
        offered = FORMS[role]
        for form in RelationshipForm:
            self.forms.offer(form, form in offered)
        if self.chosen() not in offered:
            self.forms.set_value(offered[0])
        self.forms.setVisible(len(offered) > 1)
        self._tell()

    @Slot()
    def _tell(self) -> None:
        tr = self.tr
        mine = {
            RelationshipForm.TRADITIONAL: tr(
                "You have more experience of something, and help your mentee with it."
            ),
            RelationshipForm.REVERSE: tr(
                "You have less rank. Your mentee is the senior one, and learns from you."
            ),
        }
        said = {
            RelationshipForm.TRADITIONAL: tr(
                "Your mentor has more experience of something, and helps you with it."
            ),
            RelationshipForm.PEER: tr("You are at about the same level, and help each other in turn."),
            RelationshipForm.REVERSE: tr(
                "You are the senior one, and learn from a mentor who has less rank."
            ),
            RelationshipForm.RECIPROCAL: tr(
                "You are mentor and mentee to each other. The role above is where you begin."
            ),
            **(mine if self._role is Role.MENTOR else {}),
        }
        self.sentence.say(said[self.chosen()])
        self.forms.setAccessibleDescription(said[self.chosen()])
