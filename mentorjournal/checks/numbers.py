"""Telephone numbers and numbers that identify somebody; not dates, amounts, years or the number of a book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from mentorjournal.checks.finding import Finding, FindingKind
from mentorjournal.checks.reading import Reading

_DIGITS = re.compile(r"(?<![\w.,/£$€#-])[+(]{0,2}\d(?:[ \u00a0().\-‐‑–/]{0,3}\d){5,22}(?![\w%])(?![.,/:-]\d)")
_AFTER = re.compile(
    r"\s{0,2}(?:%|per\s?cent|words?|people|pounds?|euros?|dollars?|hours?|minutes?|students?|members?|staff|users?"
    r"|copies|times|steps|miles|km|kg|GBP|EUR|USD|participants?|records?|rows|lines|samples|visitors|cells|hits|points)\b",
    re.IGNORECASE,
)
_EXTENSION = re.compile(r"[ ,]{0,2}(?:ext?\.?|extension|x)\s?\d{1,6}\b", re.IGNORECASE)
_SHORT_PHONE = re.compile(
    r"\b(?:ext\.?|extension|(?:phone|mobile|telephone|tel|fax|landline|whatsapp)\.?(?:\s(?:number|no\.?))?)[\s:]{1,3}(?:is\s|on\s)?"
    r"(\d[\d \-]{2,12}\d)(?![\w%])",
    re.IGNORECASE,
)
_PHONE_WORD = re.compile(
    r"\b(?:tel|telephone|phone|phoned|mobile|mob|call|called|ring|rang|fax|landline|whatsapp|text|texted|cell|signal|sms)\b",
    re.IGNORECASE,
)
_BOOK_WORD = re.compile(r"\b(?:ISBN|ISSN|doi|arXiv|EAN|SKU|PMID|PMCID)(?:-1[03])?\W{0,4}$", re.IGNORECASE)
_MONEY_WORD = re.compile(r"(?:[£$€¥]|\b(?:GBP|EUR|USD|RRP))\s?$")
_ID_WORDS = (
    r"student|candidate|enrolment|enrollment|matriculation|matric|staff|employee|payroll|personnel|patient"
    r"|hospital|NHS|passport|licen[cs]e|membership|member|case|application|applicant|registration|GMC|NMC"
    r"|HCPC|national insurance|NI|MRN|UCAS|library card|visa|tax|UTR|social security|SSN|identity|ID"
    r"|policy|account|card|sort code|badge|service"
)
_NUMBER_WORDS = r"(?:\s(?:number|no\.?|num|ref(?:erence)?\.?|ID|code|card|record|permit|username))?"
_IDENTIFIED = re.compile(
    rf"\b(?:{_ID_WORDS}){_NUMBER_WORDS}(?:\s(?:is|was|number|of)\b)?[\s:#=(–-]{{1,3}}"
    r"((?=[A-Z0-9/-]*\d{3})(?:[A-Z]{1,3}[/-]?)?\d[\dA-Z/-]{3,14}\b(?: \d{2,4}){0,3})",
    re.IGNORECASE,
)
_MRN = re.compile(
    r"\b(?:MRN|UCAS|UTR|SSN|GMC|NMC)\b[\s:#.]{0,3}(?:(?:no|number|is)\.?\s)?(\d[\d -]{3,12}\d)(?![\w%])"
)
_INSURANCE = re.compile(r"\b[A-Z]{2} ?\d{2} ?\d{2} ?\d{2} ?[A-D]\b")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b")
_POSTCODE = re.compile(r"\b(?:[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2}|GIR 0AA)\b")
_LETTERED = re.compile(r"(?<![\w/.-])[a-zA-Z]\d{7,9}(?![\w/-])")

_ISLAND = re.compile(r"\d(?:[^\d\n]{0,100}\d)*")
"""From one digit to the last that is not far from another, within a line."""
_REACH = 48

_PHONE = "A telephone number leads straight to one person. Leave it out, or say how to ask for it."
_NUMBER = "A number like this can identify one person. A reader of a summary does not need it."
_HOME = "A postcode tells where somebody can be found. A reader of a summary does not need it."
_ROLE_PHONE, _ROLE_NUMBER, _ROLE_HOME = "[telephone number]", "[number]", "[place]"


def numbers(reading: Reading) -> Iterator[Finding]:
    """All numbers stand around digits, and nothing else is looked at."""
    text = reading.text
    for island in _ISLAND.finditer(text):
        start, end = max(0, island.start() - _REACH), min(len(text), island.end() + _REACH)
        yield from _in_island(text, text.rfind(" ", 0, start) + 1 if start else 0, end)


def _in_island(text: str, start: int, end: int) -> Iterator[Finding]:
    for pattern in (_INSURANCE, _LETTERED):
        for found in pattern.finditer(text, start, end):
            yield _finding(text, *found.span(), _NUMBER, _ROLE_NUMBER)
    for found in _IBAN.finditer(text, start, end):
        if is_iban(found.group()):
            yield _finding(text, *found.span(), _NUMBER, _ROLE_NUMBER)
    for found in _POSTCODE.finditer(text, start, end):
        yield _finding(text, *found.span(), _HOME, _ROLE_HOME)
    for pattern in (_IDENTIFIED, _MRN):
        for found in pattern.finditer(text, start, end):
            if not _is_day_or_year(found.group(1)):
                yield _finding(text, *found.span(1), _NUMBER, _ROLE_NUMBER)
    for found in _SHORT_PHONE.finditer(text, start, end):
        if not _is_day_or_year(found.group(1)):
            yield _telephone(text, *found.span(1))
    for found in _DIGITS.finditer(text, start, end):
        yield from _of_digits(text, found)


def _of_digits(text: str, found: re.Match[str]) -> Iterator[Finding]:
    start, end = found.span()
    words = found.group()
    if words.startswith("(") and ")" not in words:
        start, words = start + 1, words[1:]
    before = text[max(0, start - 40) : start]
    digits = re.sub(r"\D", "", words)
    if (
        _BOOK_WORD.search(before)
        or _MONEY_WORD.search(before)
        or _is_book(digits, before)
        or _is_day_or_year(words)
    ):
        return
    extension = _EXTENSION.match(text, end)
    if _is_telephone(words, digits) or (7 <= len(digits) <= 13 and _PHONE_WORD.search(before[-24:])):
        yield _telephone(text, start, extension.end() if extension else end)
    elif (
        _is_card(digits)
        or _is_nhs(words, digits)
        or re.fullmatch(r"\d{3}-\d{2}-\d{4}", words)
        or (
            words.isdigit()
            and 7 <= len(digits) <= 10
            and not _AFTER.match(text, end)
            and not digits.endswith("000")
        )
    ):
        yield _finding(text, start, end, _NUMBER, _ROLE_NUMBER)


def _is_telephone(words: str, digits: str) -> bool:
    if words.startswith(("+", "(+")):
        return 8 <= len(digits) <= 15
    if digits.startswith("00"):
        return 10 <= len(digits) <= 17
    if digits.startswith("0"):
        return 10 <= len(digits) <= 11
    return bool(re.fullmatch(r"(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[-.])\d{3}[-. ]\d{4}", words))


def _is_day_or_year(words: str) -> bool:
    """Whether these are days, years, or times, alone or from one to another."""
    parts = [int(part) for part in re.findall(r"\d+", words)]
    if all(1900 <= part <= 2100 for part in parts):
        return True
    if len(parts) == 1 and re.fullmatch(r"(?:19|20)\d{6}", words):
        return _is_day(parts[0] // 10000, parts[0] // 100 % 100, parts[0] % 100)
    if len(parts) % 3 or len(parts) > 6:
        return bool(re.fullmatch(r"\d{4}[/–-]\d{2,4}", words))
    days = [parts[place : place + 3] for place in range(0, len(parts), 3)]
    return all(
        _is_day(a, b, c) or _is_day(_century(c), b, a) or _is_day(_century(c), a, b) for a, b, c in days
    )


def _century(year: int) -> int:
    return year + 2000 if year < 100 else year


def _is_day(year: int, month: int, day: int) -> bool:
    if not 1900 <= year <= 2100:
        return False
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _is_book(digits: str, before: str) -> bool:
    if len(digits) == 13 and digits.startswith(("978", "979")):
        return sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    return bool(re.search(r"\bISBN", before, re.IGNORECASE)) and len(digits) in (9, 10, 13)


def _is_nhs(words: str, digits: str) -> bool:
    """Ten digits, by themselves or by three, three and four, of which the last proves the others."""
    if len(digits) != 10 or not re.fullmatch(r"\d{3}([ -]?)\d{3}\1\d{4}", words):
        return False
    return (11 - sum(int(digits[place]) * (10 - place) for place in range(9)) % 11) % 11 == int(digits[9])


def _is_card(digits: str) -> bool:
    if not 13 <= len(digits) <= 19:
        return False
    doubled = (int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def is_iban(words: str) -> bool:
    """Whether the two digits behind the country prove the rest."""
    bare = words.replace(" ", "")
    if not 15 <= len(bare) <= 34:
        return False
    return int("".join(str(int(mark, 36)) for mark in bare[4:] + bare[:4])) % 97 == 1


def _telephone(text: str, start: int, end: int) -> Finding:
    return _finding(text, start, end, _PHONE, _ROLE_PHONE, FindingKind.TELEPHONE)


def _finding(
    text: str, start: int, end: int, why: str, role: str, kind: FindingKind = FindingKind.NUMBER
) -> Finding:
    return Finding(kind=kind, start=start, end=end, words=text[start:end], why=why, role=role)
