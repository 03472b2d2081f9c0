"""What lies in the folder, for whoever opens it, years from now and without the program."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from mentorjournal.leaving.as_json import JOURNAL_FORMAT, VAULT_FORMAT, VERSION
from mentorjournal.leaving.choice import NOT_ENCRYPTED, Form
from mentorjournal.sharing.as_markdown import words

_HEAD = """# Mentoring journals

Everything that Mentor Journal held on {day}, in files that need no Mentor Journal.

**{warning}**

They are for the person who wrote them, and hold what was marked as private and as never leaving, how it felt
before and after a session, and what others said in confidence. Keep them on an encrypted disk, out of folders
that are synchronised, and delete what you do not need.
"""
_WHERE = {
    Form.MARKDOWN: """
- **markdown**: a text file for each reflection, session, goal, review, agreement and rating, named by its
  day. What is a line or two each stands together in `actions.md`, `topics.md` and `learning-points.md`, and
  what the journal is about in `about.md`. Any editor opens them. The folder `reflections` can be imported
  into Mentor Journal again, and into most programs for notes: day, title and tags stand between two lines of
  dashes at the top. Earlier versions of texts are in the JSON file alone.""",
    Form.JSON: """
- **a file that ends in .json**: all of it, for programs: every field of everything, earlier versions of
  texts, and the copies of what was shared.""",
    Form.PDF: """
- **a file that ends in .pdf**: the journal as a book, to read and to print. It leaves out what was marked as
  never leaving, and how it felt. The folder `shared` has what was shared, as it left.""",
}
_JSON = f"""
## How to read the JSON

UTF-8. `format` is “{JOURNAL_FORMAT}” for a journal and “{VAULT_FORMAT}” for `vault.json`,
`version` is {VERSION}. `tables` has a list for each kind of thing, and each thing is a row of named fields;
`counts` says how many of each there are, to see that all are there.

- Days are `2026-03-01`. Moments are UTC with the writer's offset beside: `2026-03-01T09:30:00Z+01:00`.
- `id` names a row; fields that end in `_id`, and `returns_to`, point to one.
- Yes and no are 1 and 0. `null` is what nobody said.
- Written text is `{{"v": 1, "blocks": […]}}`. A block has its kind `k`: `p` paragraph, `h1` and `h2`
  headings, `ul`, `ol` and `check` items of a list, with nesting level `l` and `d` where done, `quote`, `hr` a
  divider; and its runs of words `s`: the words `t`, and `b` bold, `i` italic, `x` struck out, `c` code, `a`
  the address of a link.
- Bytes, such as the `copy` of what was shared, are `{{"base64": "…"}}`.
- A journal has: `relationship`, `session` with `note_block`, `goal` with `check_in`, `action`, `reflection`,
  `learning_point`, `topic`, `rating` and one's own sheets `instrument`, `agreement` (every version),
  `review`, `closure`, `revision` (earlier versions of texts), `shared` (what was given to whom), `export`
  (files that were written), `keeping` (what was put off until when) and `generation` (how many changes it
  has seen).
- `vault.json` has: `ledger` with `ledger_number` (hours of a mentor, and the journal each number stands for),
  `setting` (one's own question sets, and words typed on a page and not kept yet, among others),
  `destruction` (records of destroyed journals) and `card` (what the list of journals shows).
"""


def readme(
    forms: frozenset[Form], places: Sequence[tuple[str, str]], missing: Sequence[str], day: date
) -> str:
    """*places* are the journals' folders and codenames; *missing* the codenames of those that are damaged."""
    parts = [_HEAD.format(day=day.isoformat(), warning=NOT_ENCRYPTED), "\n## What is where\n\n"]
    parts += [f"- `{folder}`: the journal “{words(codename)}”\n" for folder, codename in places]
    parts += [f"- not here, because its file is damaged: “{words(codename)}”\n" for codename in missing]
    parts.append("\nIn the folder of each journal:\n")
    parts += [_WHERE[form] for form in Form if form in forms]
    parts.append("\n")
    if Form.JSON in forms:
        parts.append(_JSON)
    return "".join(parts)
