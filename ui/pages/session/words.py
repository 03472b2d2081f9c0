"""How a session's choices read on its page, from one side of the relationship."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mentorjournal.model.words import ActionOwner, Attribution, Role, Visibility


def _tr(text: str) -> str:
    return QCoreApplication.translate("SessionWords", text)


def partner(role: Role) -> str:
    return {
        Role.MENTEE: _tr("your mentor"),
        Role.MENTOR: _tr("your mentee"),
        Role.PEER: _tr("your peer"),
    }[role]


def attribution_words(choice: Attribution, role: Role) -> str:
    return {
        Attribution.MINE: _tr("Mine"),
        Attribution.PARTNER_SAID: _tr("Said by {partner}"),
        Attribution.AGREED_TOGETHER: _tr("Agreed together"),
        Attribution.THIRD_PARTY: _tr("From a third party"),
    }[choice].format(partner=partner(role))


def visibility_words(choice: Visibility, role: Role) -> str:
    return {
        Visibility.PRIVATE: _tr("Private"),
        Visibility.PARTNER_OK: _tr("May be shown to {partner}"),
        Visibility.SUMMARY_OK: _tr("May appear in a summary"),
        Visibility.NEVER_EXPORT: _tr("Never leaves"),
    }[choice].format(partner=partner(role))


def owner_words(choice: ActionOwner, role: Role) -> str:
    whose = partner(role)
    return {
        ActionOwner.ME: _tr("Me"),
        ActionOwner.PARTNER: whose[:1].upper() + whose[1:],
        ActionOwner.BOTH: _tr("Both of us"),
    }[choice]
