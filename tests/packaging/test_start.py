"""Which arguments open the window, and what happens where no window could be seen."""

from pathlib import Path

import pytest

from bootstrap import start

ROOT = Path("clone")
SCREEN = {"DISPLAY": ":0"}


@pytest.mark.parametrize("arguments", [[], ["--vault", "notes"], ["--theme=dark"]])
def test_the_window_opens_where_there_is_a_display(arguments):
    assert start.plan(arguments, SCREEN, ROOT, "linux") == start.Plan(arguments, draws=True)


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_windows_and_macos_always_have_a_display(system):
    assert start.plan([], {}, ROOT, system) == start.Plan([], draws=True)


def test_wayland_is_a_display():
    assert start.plan([], {"WAYLAND_DISPLAY": "wayland-0"}, ROOT, "linux").arguments == []


@pytest.mark.parametrize("arguments", [[], ["--vault", "notes"]])
def test_without_a_display_the_tour_runs_instead_and_says_so(arguments):
    plan = start.plan(arguments, {}, ROOT, "linux")
    assert plan.arguments == ["tour", str(ROOT / "tour")]
    assert plan.draws
    assert "no display" in plan.note


@pytest.mark.parametrize(
    "arguments",
    [
        ["demo", "folder"],
        ["list", "vault", "--json"],
        ["--version"],
        ["--help"],
        ["-h"],
        ["search", "v", "-h"],
    ],
)
@pytest.mark.parametrize("environ", [{}, SCREEN])
def test_commands_that_draw_nothing_are_passed_on_and_ask_nothing_of_qt(arguments, environ):
    assert start.plan(arguments, environ, ROOT, "linux") == start.Plan(arguments, draws=False)


@pytest.mark.parametrize("environ", [{}, SCREEN])
def test_the_tour_draws_wherever_it_is_told_to(environ):
    assert start.plan(["tour", "here"], environ, ROOT, "linux") == start.Plan(["tour", "here"], draws=True)
