"""`mentorjournal …` as a user without rights; all is imported first, for Python's files may be root's."""

import importlib
import os
import sys
from pathlib import Path

import mentorjournal
from tests.cli.command import NOBODY

ROOMS = ("exchange", "journal", "model", "pdf", "sharing", "storage", "vault")
for path in sorted(Path(mentorjournal.__file__).parent.rglob("*.py")):
    parts = path.relative_to(Path(mentorjournal.__file__).parents[1]).with_suffix("").parts
    if parts[1] in ROOMS or parts[1] == "cli":
        importlib.import_module(".".join(parts).removesuffix(".__init__"))
from mentorjournal.model.paper import Line, Paper  # noqa: E402
from mentorjournal.pdf import render  # noqa: E402
from ui.launch import main  # noqa: E402

render(Paper(title="x", subtitle="x", pieces=(Line("x"),), footer="x"))  # its libraries come when first used

if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)
sys.exit(main(sys.argv[1:]))
