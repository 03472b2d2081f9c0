"""Install Debian packages where this process may, or say the exact command."""

import os
import shutil
from collections.abc import Sequence

from bootstrap.progress import SetupProblem, StepFailed, step


def present() -> bool:
    """Tell whether this system installs its packages with apt."""
    return shutil.which("apt-get") is not None


def is_root() -> bool:
    """Tell whether this process may change the system (never so on Windows)."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def provide(packages: Sequence[str], *, why: str, hold: int = -1) -> None:
    """Install the packages as root; otherwise raise the command that somebody else has to give."""
    if not is_root():
        raise SetupProblem(f"{why} these system packages:\n\n    {command(packages)}\n\nThen run this again.")
    env = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    apt = [shutil.which("apt-get") or "apt-get", "-o", "DPkg::Lock::Timeout=120"]
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    title = f"Installing system packages ({' '.join(packages)})"
    try:
        step(title, install, env=env, hold=hold)
    except StepFailed:  # mostly because the lists of packages are old, or were never fetched
        step("Fetching the lists of system packages", [*apt, "update"], env=env, hold=hold)
        step(title, install, env=env, hold=hold)


def command(packages: Sequence[str]) -> str:
    """Write the command that installs the packages, for somebody who is not root."""
    return f"sudo apt-get install --no-install-recommends {' '.join(packages)}"
