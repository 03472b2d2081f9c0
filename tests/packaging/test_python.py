"""An unsupported Python is refused in one clear sentence, by scripts it can still read."""

import ast
from pathlib import Path

import pytest

from bootstrap import python

PACKAGING = Path(python.__file__).parents[1]


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_supported_pythons_pass(version):
    assert python.complaint(version, "/usr/bin/python3", "run.py", []) == ""


@pytest.mark.parametrize("version", [(2, 7), (3, 6), (3, 10), (3, 15)])
def test_other_pythons_are_told_which_ones_do(version):
    text = python.complaint(version, "/usr/bin/python3", "run.py", [])
    assert text.startswith(f"Mentor Journal needs Python 3.11 to 3.14; this one is {version[0]}.{version[1]}")


def test_a_python_that_would_do_is_named():
    assert "python3.13 packaging/test.py" in python.complaint((3, 9), "python3", "test.py", ["python3.13"])


@pytest.mark.parametrize("name", ["run.py", "test.py", "bootstrap/python.py", "bootstrap/__init__.py"])
def test_old_pythons_can_read_what_refuses_them(name):
    ast.parse((PACKAGING / name).read_text(encoding="ascii"), feature_version=(3, 6))
