"""The acts on a topic by name and key, for menus, tips and the help of screen readers."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from mentorjournal.model.topic import Topic
from mentorjournal.model.words import Role, TopicSource, TopicStatus
from ui.pages.topics.contract import Act, AgendaShown, Section
from ui.pages.topics.wording import day_text

KEYS = {
    Act.DISCUSS: "Ctrl+Return",
    Act.UP: "Alt+Shift+Up",
    Act.DOWN: "Alt+Shift+Down",
    Act.PARK: "P",
    Act.SHIFT: "I",
    Act.EDIT: "F2",
    Act.MINUTES: "M",
    Act.WHOSE: "V",
    Act.GOAL: "G",
    Act.VERSIONS: "Ctrl+Shift+H",
    Act.DROP: "Del",
}


def acts_of(section: Section) -> tuple[Act, ...]:
    """What can be done with a topic that stands there, as the menu lists it."""
    moving = (Act.UP, Act.DOWN) if section is Section.OPEN else ()
    if section is Section.DROPPED:
        return (Act.SHIFT, Act.VERSIONS, Act.DROP)
    saying = (Act.EDIT, Act.MINUTES, Act.WHOSE, Act.GOAL, Act.VERSIONS)
    return (Act.DISCUSS, Act.SHIFT, Act.PARK, *moving, *saying, Act.DROP)


def name_of(by: QObject, act: Act, topic: Topic, section: Section, shown: AgendaShown) -> str:
    """The act as it reads for this topic, where it stands."""
    match act:
        case Act.DISCUSS:
            return by.tr("Open again") if section is Section.DISCUSSED else by.tr("Discussed")
        case Act.PARK:
            return by.tr("Take up again") if topic.status is TopicStatus.PARKED else by.tr("Park")
        case Act.SHIFT:
            return _shift(by, section, shown)
        case Act.WHOSE:
            return _whose(by, topic, shown.role)
        case Act.DROP:
            return by.tr("Delete for good") if section is Section.DROPPED else by.tr("Drop")
        case _:
            return {
                Act.UP: by.tr("Move up"),
                Act.DOWN: by.tr("Move down"),
                Act.EDIT: by.tr("Change the words"),
                Act.MINUTES: by.tr("Set the time"),
                Act.GOAL: by.tr("Link to a goal"),
                Act.VERSIONS: by.tr("Earlier versions"),
            }[act]


def tip_of(by: QObject, act: Act | None, section: Section) -> str:
    """The tip of a button in the row."""
    if act is None:
        return by.tr("All that can be done with it ({key})").format(key=_native("Shift+F10"))
    words = {
        Act.SHIFT: by.tr("Put on the agenda"),
        Act.DISCUSS: by.tr("Open again") if section is Section.DISCUSSED else by.tr("Discussed"),
    }[act]
    return by.tr("{act} ({key})").format(act=words, key=_native(KEYS[act]))


def keys_in_words(by: QObject) -> str:
    """What the list says of its keys when it is reached."""
    return by.tr(
        "{discuss} marks discussed, {up} and {down} move, P parks, I puts into the inbox or on the agenda,"
        " F2 changes the words, M sets the time, V says whose it is, G links a goal, Delete drops, Shift F10"
        " lists all of these"
    ).format(discuss=_native(KEYS[Act.DISCUSS]), up=_native(KEYS[Act.UP]), down=_native(KEYS[Act.DOWN]))


def _shift(by: QObject, section: Section, shown: AgendaShown) -> str:
    if shown.is_inbox:
        if section is not Section.OPEN:
            return by.tr("Back into the inbox")
        if shown.planned_on is None:
            return by.tr("Put on the next agenda")
        return by.tr("Put on the agenda of {day}").format(day=day_text(shown.planned_on, shown.today))
    if section in (Section.INBOX, Section.DROPPED):
        return by.tr("Put on this agenda")
    return by.tr("Into the inbox")


def _whose(by: QObject, topic: Topic, role: Role) -> str:
    if topic.source is TopicSource.PARTNER:
        return by.tr("I raised it")
    return {
        Role.MENTEE: by.tr("Your mentor raised it"),
        Role.MENTOR: by.tr("Your mentee raised it"),
        Role.PEER: by.tr("Your peer raised it"),
    }[role]


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
