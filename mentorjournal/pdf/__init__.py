"""Papers to PDF: one document in, bytes out, made in memory and the same every time.

ReportLab and HarfBuzz are imported when the first paper is made, so importing this costs nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from mentorjournal.model.paper import Paper


def render(
    paper: Paper,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes:
    """The PDF of *paper*. *progress* is told 0.0 to 1.0; raises Cancelled once *cancelled* says so.

    Equal papers give equal bytes. Nothing a person wrote is read as markup, and nothing touches the disk.
    """
    from mentorjournal.pdf.document import make

    return make(paper, progress=progress, cancelled=cancelled)


def missing_characters(paper: Paper) -> str:
    """Each character of *paper* that no font here can show, once, in the order of the paper."""
    from mentorjournal.pdf.coverage import missing

    return missing(paper)
