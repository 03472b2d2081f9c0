"""The Share page: the way out on the left, the exact page on the right. Obeys the presenter."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QStackedWidget, QWidget

from mentorjournal.model.words import Audience, Role
from mentorjournal.sharing.offer import Chosen, Offer
from ui.pages.share.contract import Made, ShareDraft
from ui.pages.share.delegate import OfferDelegate
from ui.pages.share.model import ROW, LeavingModel, OfferModel
from ui.pages.share.presenter import SharePresenter
from ui.theme.theme import Theme
from ui.widgets.buttons import Button, primary
from ui.widgets.day_field import DayField
from ui.widgets.empty import EmptyState
from ui.widgets.fields import ChoiceField, labelled
from ui.widgets.label import Label
from ui.widgets.layout import column, holder, row, rule, scrolling
from ui.widgets.list_view import ListView
from ui.widgets.pdf_preview import PdfPreview


class OfferList(ListView):
    """Arrows move, Space ticks, Enter says a line otherwise."""

    ticked = Signal()

    def __init__(self, theme: Theme, model: OfferModel, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", parent)
        self.setAccessibleName(self.tr("Lines that may leave"))
        self.setAccessibleDescription(self.tr("Space ticks, Enter rewords for this summary only"))
        self.setModel(model)
        self.setItemDelegate(OfferDelegate(theme, self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        editing = self.state() == QAbstractItemView.State.EditingState
        if index.isValid() and not editing and event.key() == Qt.Key.Key_Space:
            self.model().setData(index, True, Qt.ItemDataRole.CheckStateRole)
        elif (
            index.isValid()
            and not editing
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and index.data(ROW).line
        ):
            self.edit(index)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


class ShareView(QWidget):
    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._presenter: SharePresenter | None = None
        self.audience = ChoiceField(theme, self.tr("Who will read it"), readers(self, Role.MENTEE))
        self.since = DayField(theme, self.tr("From"))
        self.until = DayField(theme, self.tr("To"), self.tr("today"))
        self.consent = DayField(
            theme, self.tr("Day of your mentee's agreement"), self.tr("“yesterday”, “3 Feb”…")
        )
        self._model = OfferModel(self, veil=theme.veil)
        self.offer = OfferList(theme, self._model)
        self._leaving = LeavingModel(theme.veil, self)
        self.leaving = ListView(theme, self.tr("Lines that leave"))
        self.leaving.setModel(self._leaving)
        self.leaving.setWordWrap(True)
        self.leaving.setSpacing(3)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.offer)
        self._lists.addWidget(self.leaving)
        self.problem = Label(theme, "", "small", "danger", wrap=True)
        self.warning = Label(theme, "", "small", "warn", wrap=True)
        self.sentence = Label(theme, "", "body_strong", wrap=True)
        self.read = Button(theme, self.tr("Read the lines"), kind="link")
        self.save = primary(theme, self.tr("Save the PDF"), icon="file-down", key="Ctrl+S")
        self.outcome = Label(theme, "", "small", "text2", wrap=True)
        self.preview = PdfPreview(theme, self.tr("The page that leaves"))
        self._nothing = EmptyState(theme, "")
        self._right = QStackedWidget()
        self._right.addWidget(self.preview)
        self._right.addWidget(self._nothing)
        self._making = Label(theme, "", "small", "text3")
        self._consent_box = self._make_consent()
        self._left = self._make_left()
        right = holder(column(row(self._making, None, margins=(16, 8, 16, 6)), self._right), "app")
        outer = row(self._left, right)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self.audience.chosen.connect(self._audience_chosen)
        self.since.settled.connect(self._period_settled)
        self.until.settled.connect(self._period_settled)
        self.consent.settled.connect(self._consent_settled)
        self.read.clicked.connect(self._read_clicked)
        theme.changed.connect(self._size)
        self.clear()

    def bind(self, presenter: SharePresenter) -> None:
        self._presenter = presenter
        presenter.seen(self.isVisible())
        self._model.section_ticked.connect(presenter.tick_section)
        self._model.line_ticked.connect(presenter.tick_line)
        self._model.reworded.connect(presenter.reword)
        self.save.clicked.connect(presenter.save)

    # What the presenter says

    def show_wishes(self, draft: ShareDraft, role: Role) -> None:
        for place, (_, label) in enumerate(readers(self, role)):
            self.audience.setItemText(place, label)
        self.audience.set_value(draft.audience)
        self.since.set_text(draft.since)
        self.until.set_text(draft.until)
        self.consent.set_text(draft.consent)

    def show_offer(self, offer: Offer, chosen: Chosen) -> None:
        self._model.show_offer(offer, chosen)
        self._lists.setEnabled(True)

    def show_page(self, made: Made) -> None:
        self.preview.show_pdf(made.pdf)
        self._right.setCurrentWidget(self.preview)
        self._making.setText(
            self.tr("Exactly this leaves.")
            if made.may_be_saved
            else self.tr("Not final: the line about your mentee's agreement is still missing.")
        )
        count = len(made.leaves)
        self.sentence.setText(
            self.tr("1 line leaves this journal. Everything else stays.")
            if count == 1
            else self.tr("{count} lines leave this journal. Everything else stays.").format(count=count)
        )
        self._leaving.setStringList(list(made.leaves))
        self.read.setVisible(True)
        warning = self.tr("No font here can show: {signs}. They are left out of the page.")
        self.warning.setText(warning.format(signs=" ".join(made.missing)) if made.missing else "")
        self.warning.setVisible(bool(made.missing))
        self.save.setVisible(made.may_be_saved)
        self.save.setEnabled(made.may_be_saved)

    def show_making(self) -> None:
        self.save.setEnabled(False)
        self._making.setText(self.tr("Making the page…"))
        _say(self.problem, "")
        _say(self.outcome, "")

    def show_nothing(self, sentence: str) -> None:
        self._forget_page()
        where = self.tr(
            "A goal is marked in its form, an action in its editor, a learning point where it is written."
        )
        self._nothing.set_sentence(f"{sentence}\n\n{where}")
        self._right.setCurrentWidget(self._nothing)
        self._model.clear()
        self._consent_box.hide()

    def show_problem(self, sentence: str) -> None:
        self._forget_page()
        self._right.setCurrentWidget(self._nothing)
        self._nothing.set_sentence(sentence)
        _say(self.problem, sentence)

    def show_consent(self, needed: bool, given: bool) -> None:
        self._consent_box.setVisible(needed)
        self.save.setVisible(not needed or given)

    def show_saved(self, file_name: str) -> None:
        self.outcome.set_tone("text2")
        _say(self.outcome, self.tr("Saved as “{name}”.").format(name=file_name))

    def show_save_problem(self, sentence: str) -> None:
        self.outcome.set_tone("danger")
        _say(self.outcome, sentence)

    def clear(self) -> None:
        self._model.clear()
        self._forget_page()
        self._making.setText("")
        self._nothing.set_sentence("")
        self._consent_box.hide()
        for field in (self.since, self.until, self.consent):
            field.clear()
        for label in (self.problem, self.outcome):
            _say(label, "")

    # What the writer does

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() == Qt.Key.Key_S and self.save.isVisible() and self.save.isEnabled():
            self.save.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._presenter:
            self._presenter.seen(True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._presenter:
            self._presenter.seen(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._size()

    def _make_consent(self) -> QWidget:
        hint = self.tr("A summary for somebody else leaves only with your mentee's agreement.")
        name = self.tr("Day of your mentee's agreement")
        return holder(labelled(self._theme, name, self.consent, hint=hint))

    def _make_left(self) -> QWidget:
        theme = self._theme
        period = row(
            labelled(theme, self.tr("From"), self.since),
            labelled(theme, self.tr("To"), self.until),
            spacing=10,
        )
        # Without this the list asks for its usual height, and a low window would scroll as a whole.
        self._lists.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self._lists.setMinimumHeight(theme.px(110))
        body = column(
            self._step(1, self.tr("Reader and period")),
            8,
            labelled(theme, self.tr("Who will read it"), self.audience),
            8,
            period,
            4,
            self.problem,
            12,
            self._step(2, self.tr("What goes in")),
            2,
            self._lists,
            margins=(24, 16, 16, 8),
        )
        body.setStretchFactor(self._lists, 1)
        foot = column(
            rule(),
            10,
            self._step(3, self.tr("Look at the page, then save it")),
            self._consent_box,
            self.sentence,
            row(self.read, None),
            self.warning,
            row(self.save, None),
            self.outcome,
            spacing=5,
            margins=(24, 0, 16, 14),
        )
        whole = column(body, foot)
        whole.setStretchFactor(body, 1)
        return scrolling(holder(whole, "page"))

    def _step(self, number: int, words: str) -> QWidget:
        return Label(self._theme, self.tr("{number}  {words}").format(number=number, words=words), "heading")

    def _forget_page(self) -> None:
        self.preview.clear()
        self._leaving.setStringList([])
        self._lists.setCurrentWidget(self.offer)
        self.read.setText(self.tr("Read the lines"))
        self.read.hide()
        self.save.hide()
        self.sentence.setText("")
        self.warning.hide()
        self._making.setText("")

    @Slot()
    def _size(self) -> None:
        wanted = min(self._theme.px(424), round(self.width() * 0.46))
        self._left.setFixedWidth(max(wanted, 300))

    @Slot(object)
    def _audience_chosen(self, audience: object) -> None:
        if self._presenter and isinstance(audience, Audience):
            self._presenter.choose_audience(audience)

    @Slot()
    def _period_settled(self) -> None:
        if self._presenter:
            self._presenter.choose_period(self.since.text(), self.until.text())

    @Slot()
    def _consent_settled(self) -> None:
        if self._presenter:
            self._presenter.choose_consent(self.consent.text())

    @Slot()
    def _read_clicked(self) -> None:
        reading = self._lists.currentWidget() is self.leaving
        self._lists.setCurrentWidget(self.offer if reading else self.leaving)
        self.read.setText(self.tr("Read the lines") if reading else self.tr("Back to choosing"))


def readers(said_by: QWidget, role: Role) -> list[tuple[object, str]]:
    partner = {
        Role.MENTEE: said_by.tr("Your mentor"),
        Role.MENTOR: said_by.tr("Your mentee"),
        Role.PEER: said_by.tr("Your peer"),
    }[role]
    return [
        (Audience.PARTNER, partner),
        (Audience.COORDINATOR_ATTENDANCE, said_by.tr("Programme coordinator: attendance")),
        (Audience.COORDINATOR_OUTCOMES, said_by.tr("Programme coordinator: outcomes")),
        (Audience.LINE_MANAGER, said_by.tr("Line manager")),
        (Audience.PORTFOLIO, said_by.tr("Your own portfolio")),
    ]


def _say(label: Label, sentence: str) -> None:
    label.setText(sentence)
    label.setVisible(bool(sentence))
