"""What could leave, line by line: sections to tick, their lines, and words for this summary only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from mentorjournal.sharing.offer import Chosen, Offer, OfferedLine
from ui.pages.share.choosing import text_of
from ui.theme.veil import Veil

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Row:
    """A section, or with *line* one line of it. A line in a section that is off is shown, but stays. *shown*
    are its words, or what stands there as long as there are none.
    """

    text: str
    shown: str
    on: bool
    section: str
    section_on: bool = True
    line: OfferedLine | None = None
    reworded: bool = False

    @property
    def caption(self) -> str:
        return self.line.label if self.line else ""

    @property
    def is_empty(self) -> bool:
        return self.line is not None and not self.text.strip()

    @property
    def goes(self) -> bool:
        return self.on and self.section_on and not self.is_empty


class OfferModel(QAbstractListModel):
    section_ticked = Signal(object, object)
    line_ticked = Signal(object, object)
    reworded = Signal(object, object)

    def __init__(self, parent: QObject | None = None, *, veil: Veil | None = None) -> None:
        super().__init__(parent)
        self._veil = veil or Veil(self)
        self._rows: list[Row] = []

    def show_offer(self, offer: Offer, chosen: Chosen) -> None:
        rows: list[Row] = []
        for section in offer.sections:
            on = section.key.value in chosen.sections
            rows.append(Row(section.title, section.title, on, section.key.value, on))
            for line in section.lines:
                out = bool({line.id, line.about} & chosen.leave_out)
                text = text_of(line, chosen)
                shown = text if text.strip() else self._invitation(line)
                said = line.id in chosen.reworded and not (line.written_here or line.choices)
                rows.append(Row(text, shown, not out, section.key.value, on, line, said))
        self._take(rows)

    def clear(self) -> None:
        self._take([])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        if self._rows[index.row()].line:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self._veil.words(row.shown, private=row.line is not None and not row.is_empty)
        if role == Qt.ItemDataRole.EditRole:
            return row.text
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.on else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            signal = self.line_ticked if row.line else self.section_ticked
            signal.emit(row.line.id if row.line else row.section, not row.on)
            return True
        if role == Qt.ItemDataRole.EditRole and row.line and str(value) != row.text:
            self.reworded.emit(row.line.id, str(value))
            return True
        return False

    def _invitation(self, line: OfferedLine) -> str:
        if line.choices:
            return self.tr("Not said yet: Enter chooses")
        if line.written_here:
            return self.tr("Not written yet: Enter writes")
        return self.tr("Nothing is left of it: Enter rewords")

    def _take(self, rows: list[Row]) -> None:
        """Change rows where they stand while the offer is the same, so that nothing jumps."""
        if [(r.section, r.line and r.line.id) for r in rows] == [
            (r.section, r.line and r.line.id) for r in self._rows
        ]:
            for place, (old, new) in enumerate(zip(self._rows, rows, strict=True)):
                if old != new:
                    self._rows[place] = new
                    self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _spoken(self, row: Row) -> str:
        state = self.tr("goes in") if row.on and row.section_on else self.tr("stays")
        if row.is_empty:
            state = self.tr("stays until it is written")
        if row.line is None:
            return self.tr("Section {title}, {state}").format(title=row.text, state=state)
        label = f"{row.line.label}: " if row.line.label else ""
        text = self.tr("Veiled") if self._veil.drawn and not row.is_empty else row.shown
        words = self.tr("{line}, {state}").format(line=label + text, state=state)
        return self.tr("{line}, reworded").format(line=words) if row.reworded else words
