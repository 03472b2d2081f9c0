"""How a session's choices read on its page, from one side of the relationship."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mentorjournal.model.words import Attribution, Role, Visibility
from ui.widgets.who_when import partner_words


def _tr(text: str) -> str:
    return QCoreApplication.translate("SessionWords", text)


def attribution_words(choice: Attribution, role: Role) -> str:
    return {
        Attribution.MINE: _tr("Mine"),
        Attribution.PARTNER_SAID: _tr("Said by {partner}"),
        Attribution.AGREED_TOGETHER: _tr("Agreed together"),
        Attribution.THIRD_PARTY: _tr("From a third party"),
    }[choice].format(partner=partner_words(role))


def visibility_words(choice: Visibility, role: Role) -> str:
    return {
        Visibility.PRIVATE: _tr("Private"),
        Visibility.PARTNER_OK: _tr("May be shown to {partner}"),
        Visibility.SUMMARY_OK: _tr("May appear in a summary"),
        Visibility.NEVER_EXPORT: _tr("Never leaves"),
    }[choice].format(partner=partner_words(role))
