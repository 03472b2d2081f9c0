"""Find the system libraries that Qt needs before Qt fails for want of them (Linux only)."""

import ctypes
import shutil
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bootstrap import apt
from bootstrap.progress import SetupProblem, say


class Library(NamedTuple):
    """A shared library, and the package that holds it in each family of systems."""

    soname: str
    apt: str
    dnf: str
    pacman: str
    zypper: str


# Read from the NEEDED entries of PySide6 6.11 and 6.12, offscreen, and proved on a bare Debian 12.
DRAWING = (
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libglib-2_0-0"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2", "libgthread-2_0-0"),
    Library("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd", "libEGL1"),
    Library("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd", "libGL1"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus", "libdbus-1-3"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig", "libfontconfig1"),
    Library("libfreetype.so.6", "libfreetype6", "freetype", "freetype2", "libfreetype6"),
    Library("libX11.so.6", "libx11-6", "libX11", "libx11", "libX11-6"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon", "libxkbcommon0"),
)
X11 = (
    Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", "libxcb-cursor0"),
    Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", "libxcb-icccm4"),
    Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image", "libxcb-image0"),
    Library(
        "libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", "libxcb-keysyms1"
    ),
    Library(
        "libxcb-render-util.so.0",
        "libxcb-render-util0",
        "xcb-util-renderutil",
        "xcb-util-renderutil",
        "libxcb-render-util0",
    ),
    Library("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util", "libxcb-util1"),
    Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb", "libxcb-randr0"),
    Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", "libxcb-shape0"),
    Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb", "libxcb-shm0"),
    Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb", "libxcb-sync1"),
    Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb", "libxcb-xfixes0"),
    Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb", "libxcb-xkb1"),
    Library("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11", "libX11-xcb1"),
    Library(
        "libxkbcommon-x11.so.0",
        "libxkbcommon-x11-0",
        "libxkbcommon-x11",
        "libxkbcommon-x11",
        "libxkbcommon-x11-0",
    ),
)
WAYLAND = (
    Library(
        "libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland", "libwayland-client0"
    ),
    Library(
        "libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland", "libwayland-cursor0"
    ),
)

_COMMANDS = (("dnf", "dnf install"), ("pacman", "pacman -S --needed"), ("zypper", "zypper install"))


def has_display(environ: Mapping[str, str], system: str = sys.platform) -> bool:
    """Tell whether a window could be seen: always so on Windows and macOS."""
    return not system.startswith("linux") or bool(environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"))


def needed(environ: Mapping[str, str], system: str = sys.platform) -> tuple[Library, ...]:
    """List what Qt will load for the screen that this environment describes."""
    if not system.startswith("linux"):
        return ()
    platform = environ.get("QT_QPA_PLATFORM", "")
    if not has_display(environ, system) or platform.startswith(("offscreen", "minimal")):
        return DRAWING
    wayland = environ.get("WAYLAND_DISPLAY") and (
        environ.get("XDG_SESSION_TYPE") == "wayland" or not environ.get("DISPLAY")
    )
    if platform.startswith("wayland") or (wayland and not platform.startswith("xcb")):
        return DRAWING + WAYLAND
    return DRAWING + X11


def loads(soname: str) -> bool:
    """Ask the system's own loader, which alone knows every folder it looks into."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing(libraries: Iterable[Library], can_load: Callable[[str], bool] = loads) -> list[Library]:
    """Return those libraries that the system cannot load."""
    return [library for library in libraries if not can_load(library.soname)]


def provide(environ: Mapping[str, str]) -> None:
    """Install what Qt lacks as root with apt; raise the exact command in every other case."""
    lacking = missing(needed(environ))
    if not lacking:
        return
    say(f"The window needs system libraries that are missing: {', '.join(one.soname for one in lacking)}")
    if not apt.present():
        raise SetupProblem(advice(lacking))
    apt.provide(debian_packages(lacking, os_release()), why="To draw its window, Mentor Journal needs")
    still = missing(lacking)
    if still:
        names = ", ".join(library.soname for library in still)
        raise SetupProblem(f"The packages are installed, but these libraries still do not load: {names}")


def debian_packages(lacking: Sequence[Library], release: Mapping[str, str]) -> list[str]:
    """Name the packages for this release of Debian or Ubuntu, each once."""
    names = dict.fromkeys(library.apt for library in lacking)
    return [name + "t64" if name == "libglib2.0-0" and _has_t64(release) else name for name in names]


def advice(lacking: Sequence[Library]) -> str:
    """Write what to do on a system without apt."""
    for family, command in _COMMANDS:
        if shutil.which(family):
            names = " ".join(dict.fromkeys(getattr(library, family) for library in lacking))
            sudo = "" if apt.is_root() else "sudo "
            return f"To draw its window, install them:\n\n    {sudo}{command} {names}\n\nThen run this again."
    return "To draw its window, install the packages of your system that hold them, and run this again."


def os_release(path: Path = Path("/etc/os-release")) -> dict[str, str]:
    """Read what the system says about itself; nothing where it says nothing."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError:
        return {}
    pairs = (line.partition("=") for line in lines if "=" in line)
    return {name: value.strip("\"'") for name, _, value in pairs}


def _has_t64(release: Mapping[str, str]) -> bool:
    """Debian 13 and Ubuntu 24.04 renamed packages for the 64-bit clock; testing has no version number."""
    first = {"debian": 13.0, "ubuntu": 24.04}.get(release.get("ID", ""))
    if first is None:
        return False
    try:
        return float(release.get("VERSION_ID", "inf")) >= first
    except ValueError:
        return False


def offscreen(environ: Mapping[str, str]) -> dict[str, str]:
    """Let Qt draw without a screen, unless somebody chose otherwise."""
    return {"QT_QPA_PLATFORM": "offscreen", **environ}
