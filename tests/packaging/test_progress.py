"""Set-up talks on standard error, and keeps its hands off the program's input and output."""

import sys

import pytest

from bootstrap.progress import StepFailed, step


def test_what_a_step_prints_never_reaches_standard_output(capfd):
    step("Counting", [sys.executable, "-c", "print('one'); print('two')"])
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("Counting ...\nCounting: done (")


def test_a_step_cannot_read_the_input_meant_for_the_program(capfd):
    step("Reading", [sys.executable, "-c", "import sys; sys.exit(len(sys.stdin.read()))"])
    assert "done" in capfd.readouterr().err


def test_a_failed_step_says_what_the_command_said_last(capfd):
    with pytest.raises(StepFailed) as failure:
        step(
            "Installing",
            [sys.executable, "-c", "import sys; print('looking', flush=True); sys.exit('no such disk')"],
        )
    assert str(failure.value) == "Installing: this failed.\n    looking\n    no such disk"
    assert failure.value.last_line == "no such disk"
