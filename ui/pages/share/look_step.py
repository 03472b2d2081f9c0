"""Step 4: the lines that leave beside the exact page, and what changed since this reader's last summary."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from mentorjournal.sharing.since_last import SinceLast
from ui.pages.share.contract import Made
from ui.pages.share.leaving_list import LeavingDelegate, LeavingModel
from ui.pages.share.step_panel import SIDE, Rows, StepPanel, say
from ui.pages.share.wording import leaving_text
from ui.theme.theme import Theme
from ui.widgets.buttons import Segments
from ui.widgets.label import Label
from ui.widgets.layout import column, holder


class LookStep(StepPanel):
    """Emits *changes_wanted* with whether only what changed is to leave."""

    changes_wanted = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.sentence = Label(theme, "", "body_strong", wrap=True)
        self.since = Label(theme, "", "small", "text2", wrap=True)
        self.what = Segments(
            theme,
            self.tr("What leaves"),
            [(False, self.tr("The whole summary")), (True, self.tr("Only what changed"))],
        )
        self.model = LeavingModel(theme.veil, self)
        self.leaving = Rows(theme, self.tr("Lines that leave"))
        self.leaving.setModel(self.model)
        self.leaving.setItemDelegate(LeavingDelegate(theme, self.leaving))
        self.problem = Label(theme, "", "small", "danger", wrap=True)
        top = column(self.sentence, 4, self.since, 6, self.what, 6, margins=(SIDE, 0, SIDE, 0))
        body = column(top, column(self.leaving, margins=(SIDE - 12, 0, SIDE - 14, 0)))
        body.setStretch(1, 1)
        self.build(self.tr("Look"), "", holder(body), self.problem, self.ways())
        self.what.chosen.connect(self._chosen)
        self._since: SinceLast | None = None
        self._only = False
        self.clear()

    def first(self) -> QWidget:
        return self.leaving

    def show_since(self, since: SinceLast | None, only_changes: bool) -> None:
        self._since, self._only = since, only_changes
        say(self.since, since.words if since else "")
        can = since is not None and (only_changes or not since.nothing)
        self.what.setVisible(can)
        self.what.set_value(only_changes)

    def show_page(self, made: Made) -> None:
        self.tell(self.tr("The page beside this is what the reader gets, to the letter."))
        say(self.sentence, leaving_text(len(made.leaves)))
        self.model.show(made.leaving.lines, self._since, only_changes=self._only)

    def forget_page(self) -> None:
        self.model.show((), None)
        self.tell("")
        say(self.sentence, "")

    def clear(self) -> None:
        self.forget_page()
        self.show_since(None, False)
        say(self.problem, "")

    @Slot(object)
    def _chosen(self, only: object) -> None:
        self.changes_wanted.emit(only is True)
