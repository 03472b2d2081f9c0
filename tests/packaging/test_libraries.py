"""System libraries that Qt needs are found missing before Qt fails."""

import pytest

from bootstrap import apt, libraries
from bootstrap.progress import SetupProblem


def sonames(environ, system="linux"):
    return {library.soname for library in libraries.needed(environ, system)}


def test_without_a_display_nothing_of_x11_is_asked_for():
    assert "libEGL.so.1" in sonames({})
    assert not any("xcb" in name or "wayland" in name for name in sonames({}))


def test_an_x11_display_needs_the_cursor_library():
    assert "libxcb-cursor.so.0" in sonames({"DISPLAY": ":0"})


@pytest.mark.parametrize(
    "environ",
    [
        {"WAYLAND_DISPLAY": "wayland-0"},
        {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"},
        {"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "wayland;xcb"},
    ],
)
def test_a_wayland_display_needs_no_x11(environ):
    assert "libwayland-cursor.so.0" in sonames(environ)
    assert "libxcb-cursor.so.0" not in sonames(environ)


def test_a_chosen_offscreen_platform_outweighs_the_display():
    assert sonames({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}) == sonames({})


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_other_systems_bring_everything_with_qt(system):
    assert sonames({}, system) == set()


def test_only_what_cannot_be_loaded_is_missing():
    lacking = libraries.missing(libraries.DRAWING, lambda soname: soname not in {"libGL.so.1", "libEGL.so.1"})
    assert [library.soname for library in lacking] == ["libEGL.so.1", "libGL.so.1"]


def test_a_library_that_is_not_there_does_not_load():
    assert not libraries.loads("libmentor-journal-has-no-such-thing.so.7")


def test_a_package_with_two_libraries_is_named_once():
    assert libraries.debian_packages(libraries.DRAWING[:2], {"ID": "debian", "VERSION_ID": "12"}) == [
        "libglib2.0-0"
    ]


@pytest.mark.parametrize(
    ("release", "name"),
    [
        ({"ID": "debian", "VERSION_ID": "12"}, "libglib2.0-0"),
        ({"ID": "debian", "VERSION_ID": "13"}, "libglib2.0-0t64"),
        ({"ID": "debian"}, "libglib2.0-0t64"),
        ({"ID": "ubuntu", "VERSION_ID": "22.04"}, "libglib2.0-0"),
        ({"ID": "ubuntu", "VERSION_ID": "24.04"}, "libglib2.0-0t64"),
        ({"ID": "linuxmint", "VERSION_ID": "21"}, "libglib2.0-0"),
        ({}, "libglib2.0-0"),
    ],
)
def test_newer_releases_call_glib_by_its_new_name(release, name):
    assert libraries.debian_packages(libraries.DRAWING[:1], release) == [name]


def test_the_release_is_read_with_and_without_quotes(tmp_path):
    file = tmp_path / "os-release"
    file.write_text('ID=debian\nVERSION_ID="12"\n\n', encoding="utf-8")
    assert libraries.os_release(file) == {"ID": "debian", "VERSION_ID": "12"}
    assert libraries.os_release(tmp_path / "none") == {}


def test_somebody_who_is_not_root_gets_the_exact_command(monkeypatch):
    monkeypatch.setattr(apt, "is_root", lambda: False)
    with pytest.raises(SetupProblem, match="sudo apt-get install --no-install-recommends libegl1 libgl1\n"):
        apt.provide(["libegl1", "libgl1"], why="To draw its window, Mentor Journal needs")
