"""One sheet: my role, the kind, a codename; the rest folded away until it is wanted."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from mentorjournal.model.relationship import Relationship
from mentorjournal.model.words import RelationshipForm, RelationshipType, Role
from ui.shell.details import DetailsForm
from ui.shell.kit import Field, Panel, Sentence, centred
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, Segments, primary, quiet
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, scrolling

WIDTH = 560


class Presenter(Protocol):
    def make(self, wanted: Relationship) -> None: ...
    def another_codename(self) -> None: ...
    def give_up(self) -> None: ...


class NewJournalView(QWidget):
    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._presenter: Presenter | None = None
        tr = self.tr
        self.role = Segments(
            theme,
            tr("In this relationship I am"),
            [(Role.MENTOR, tr("the mentor")), (Role.MENTEE, tr("the mentee")), (Role.PEER, tr("a peer"))],
        )
        self.kinds = KindChoice(theme)
        self.topic = Field(theme, tr("Topic"))
        self._topic_label = Label(
            theme, tr("What is the one thing you want to talk about?"), "caption", "text2"
        )
        self._topic_label.setBuddy(self.topic)
        self.codename = Field(theme, tr("Codename"))
        self.another = Button(theme, tr("Another word"), kind="link")
        self.fold = quiet(theme, tr("Add names, purpose and commitment now"), icon="chevron-right")
        self.fold.setAccessibleDescription(tr("All of this can be added later."))
        self.details = DetailsForm(theme)
        self.message = Sentence(theme, tone="danger")
        self.make = primary(theme, tr("Begin the journal"))
        self.cancel = quiet(theme, tr("Not now"), key="Esc")
        self._lay_out(theme)
        self.details.hide()
        self._kind_chosen()
        self.kinds.group.idClicked.connect(self._kind_chosen)
        self.another.clicked.connect(self._another)
        self.fold.clicked.connect(self._unfold)
        self.make.clicked.connect(self._make)
        self.codename.returnPressed.connect(self._make)
        self.topic.returnPressed.connect(self._make)
        self.cancel.clicked.connect(self._give_up)

    def _lay_out(self, theme: Theme) -> None:
        tr = self.tr
        panel = Panel(theme, WIDTH)
        codename_label = Label(theme, tr("Codename"), "caption", "text2")
        codename_label.setBuddy(self.codename)
        panel.setLayout(
            column(
                Label(theme, tr("Who is this journal for?"), "display", wrap=True),
                20,
                Label(theme, tr("In this relationship I am"), "caption", "text2"),
                6,
                row(self.role, None),
                20,
                Label(theme, tr("What kind of mentoring is it?"), "caption", "text2"),
                6,
                self.kinds,
                12,
                self._topic_label,
                6,
                self.topic,
                16,
                codename_label,
                6,
                row(self.codename, 8, self.another),
                6,
                Label(
                    theme,
                    tr(
                        "The only name that shows outside the opened journal. A neutral word, never initials."
                    ),
                    "small",
                    "text3",
                    wrap=True,
                ),
                16,
                row(self.fold, None),
                8,
                self.details,
                self.message,
                12,
                row(self.make, 8, self.cancel, None),
            )
        )
        page = holder(column(centred(panel), None, margins=(28, 32, 28, 32)), "page")
        self.setLayout(column(scrolling(page)))

    def bind(self, presenter: Presenter) -> None:
        self._presenter = presenter

    def suggest(self, codename: str) -> None:
        self.codename.setText(codename)

    def say(self, sentence: str) -> None:
        self.message.say(sentence)

    def set_busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy)

    def begin(self) -> None:
        """An empty sheet, with the first choice ready for the keyboard."""
        self.role.set_value(Role.MENTOR)
        self.kinds.choose(RelationshipType.LONG_TERM_FORMAL)
        self._kind_chosen()
        self.topic.clear()
        self.details.fill(_BLANK)
        self.details.hide()
        self._show_fold()
        self.codename.setFocus(Qt.FocusReason.OtherFocusReason)

    def wanted(self) -> Relationship:
        """What stands on the sheet, as a relationship."""
        role = self.role.value()
        assert isinstance(role, Role)
        return self.details.filled(
            Relationship(
                codename=self.codename.text(),
                my_role=role,
                type=self.kinds.chosen(),
                form=RelationshipForm.PEER if role is Role.PEER else RelationshipForm.TRADITIONAL,
                specialist_topic=self.topic.text(),
            )
        )

    @Slot()
    def _kind_chosen(self) -> None:
        asks = self.kinds.chosen() is RelationshipType.ONE_STOP
        self.topic.setVisible(asks)
        self._topic_label.setVisible(asks)

    @Slot()
    def _unfold(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self._show_fold()

    def _show_fold(self) -> None:
        folded = self.details.isHidden()
        self.fold.setText(
            self.tr("Add names, purpose and commitment now") if folded else self.tr("Leave this for later")
        )

    @Slot()
    def _another(self) -> None:
        if self._presenter is not None:
            self._presenter.another_codename()

    @Slot()
    def _make(self) -> None:
        if self._presenter is not None:
            self._presenter.make(self.wanted())

    @Slot()
    def _give_up(self) -> None:
        if self._presenter is not None:
            self._presenter.give_up()


_BLANK = Relationship(codename="-", my_role=Role.MENTOR, type=RelationshipType.INFORMAL)


class KindChoice(QWidget):
    """Three kinds of mentoring, each with the one sentence that tells it from the others."""

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
        layout = column(spacing=4)
        for place, (name, sentence) in enumerate(told):
            button = KindButton(theme, name)
            button.setAccessibleDescription(sentence)
            self.group.addButton(button, place)
            words = Label(theme, sentence, "small", "text2", wrap=True)
            words.setContentsMargins(26, 0, 0, 6)
            words.setBuddy(button)
            layout.addWidget(button)
            layout.addWidget(words)
        self.setLayout(layout)
        self.choose(RelationshipType.LONG_TERM_FORMAL)

    def chosen(self) -> RelationshipType:
        return self._kinds[max(self.group.checkedId(), 0)]

    def choose(self, kind: RelationshipType) -> None:
        self.group.button(self._kinds.index(kind)).setChecked(True)


class KindButton(QRadioButton):
    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(name)
        self._theme = theme
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.ring(self)
        theme.changed.connect(self._dress)
        self._dress()

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._theme.font("body_strong"))
