"""The right of the page: exactly what leaves, or what left, or why there is nothing to see."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QFrame, QStackedWidget, QWidget

from mentorjournal.model.shared import SummaryFormat
from ui.pages.share.step_panel import say
from ui.tasks import Job
from ui.theme.theme import Theme
from ui.widgets.empty import EmptyState
from ui.widgets.label import Label
from ui.widgets.layout import column, row
from ui.widgets.paper_progress import PaperProgress
from ui.widgets.pdf_preview import PdfPreview
from ui.widgets.veiled_text import VeiledPlain


class WordsPreview(VeiledPlain):
    """The words of a text file, as they stand in it."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme)
        self._theme = theme
        self.setAccessibleName(name)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        theme.ring(self)
        theme.changed.connect(self._look)
        self._look()

    @Slot()
    def _look(self) -> None:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(self._theme.px(13))
        self.setFont(font)
        self.document().setDocumentMargin(self._theme.px(24))


class PaperPane(QWidget):
    """Emits *stop_wanted* while a page is being made, and *again_wanted* after one was given up."""

    stop_wanted = Signal()
    again_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("app")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.preview = PdfPreview(theme, self.tr("The page that leaves"))
        self.words = WordsPreview(theme, self.tr("The text that leaves"))
        self.nothing = EmptyState(theme, "")
        told = self.tr("The page was not made, because you stopped it. Nothing was changed.")
        self.stopped = EmptyState(theme, told, self.tr("Make the page"))
        self.caption = Label(theme, "", "small", "text3")
        self.warning = Label(theme, "", "small", "warn", wrap=True)
        self.progress = PaperProgress(theme)
        self._stack = QStackedWidget()
        for page in (self.preview, self.words, self.nothing, self.stopped):
            self._stack.addWidget(page)
        self.setLayout(
            column(
                column(self.caption, self.warning, spacing=4, margins=(16, 10, 16, 8)),
                row(self.progress, margins=(16, 0, 16, 8)),
                self._stack,
            )
        )
        self.progress.stopped.connect(self.stop_wanted)
        self.stopped.acted.connect(self.again_wanted)

    @property
    def pages(self) -> int:
        return self.preview.page_count if self._stack.currentWidget() is self.preview else 0

    def show_making(self, job: object) -> None:
        self.caption.setText(self.tr("Making the page…"))
        if isinstance(job, Job):
            self.progress.follow(job, self.tr("Making the page"))

    def show_data(self, data: bytes, format: SummaryFormat, told: str, missing: str = "") -> None:
        """Show a file's own bytes, with a line above them; *missing* are signs that no font shows."""
        self.progress.end()
        self.caption.setText(told)
        warning = self.tr("No font here can show: {signs}. Their names stand on the page instead.")
        say(self.warning, warning.format(signs=" ".join(missing)) if missing else "")
        if format is SummaryFormat.PDF:
            self.words.clear()
            self.preview.show_pdf(data)
            self._stack.setCurrentWidget(self.preview)
        else:
            self.preview.clear()
            self.words.setPlainText(data.decode())
            self._stack.setCurrentWidget(self.words)

    def show_sentence(self, sentence: str) -> None:
        """There is nothing to see, and why."""
        self.forget()
        self.nothing.set_sentence(sentence)
        self._stack.setCurrentWidget(self.nothing)

    def show_stopped(self) -> None:
        self.forget()
        self._stack.setCurrentWidget(self.stopped)

    def forget(self) -> None:
        self.progress.end()
        self.preview.clear()
        self.words.clear()
        self.caption.setText("")
        say(self.warning, "")
