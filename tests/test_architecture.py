"""The rules of the house: who may import whom, who may name what, and how large a file may grow."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CORE, WINDOW = ROOT / "mentorjournal", ROOT / "ui"

NETWORK = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "ftplib", "smtplib", "poplib", "imaplib"),
    *("telnetlib", "nntplib", "xmlrpc", "asyncio", "requests", "httpx", "urllib3", "aiohttp", "websockets"),
    *("PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "PySide6.QtHttpServer"),
    *("PySide6.QtWebChannel", "PySide6.QtWebView", "PySide6.QtPdf", "PySide6.QtPdfWidgets"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebEngineQuick"),
}
DATABASE_CALLS = {"rows", "row", "run", "many", "execute", "executemany", "executescript"}


def sources(*folders: Path) -> list[Path]:
    return sorted(file for folder in folders for file in folder.rglob("*.py"))


def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text(encoding="utf-8"), str(file))


def imported(module: ast.Module) -> Iterator[str]:
    """Every dotted name a module imports, wherever in it, by statement or by `import_module("…")`."""
    for node in ast.walk(module):
        match node:
            case ast.Import(names=names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module=str(origin), names=names, level=0):
                yield origin
                yield from (f"{origin}.{alias.name}" for alias in names)
            case ast.Call(
                func=ast.Name(id="__import__" | "import_module") | ast.Attribute(attr="import_module"),
                args=[ast.Constant(value=str(name)), *_],
            ):
                yield name


def names_any(module: ast.Module, forbidden: set[str]) -> set[str]:
    return {name for name in imported(module) if any(f"{name}.".startswith(f"{bad}.") for bad in forbidden)}


def naming(forbidden: set[str], files: list[Path]) -> dict[str, set[str]]:
    """The files that import something forbidden, and what."""
    found = {str(file.relative_to(ROOT)): names_any(tree(file), forbidden) for file in files}
    return {file: names for file, names in found.items() if names}


def is_composed_text(node: ast.expr) -> bool:
    """True for an f-string, `"…" % x`, `"…" + x` and `"…".format(x)`."""
    match node:
        case ast.JoinedStr():
            return True
        case ast.BinOp(left=left, op=ast.Mod() | ast.Add(), right=right):
            return any(isinstance(side, ast.Constant | ast.JoinedStr | ast.BinOp) for side in (left, right))
        case ast.Call(func=ast.Attribute(attr="format")):
            return True
    return False


def composed_queries(module: ast.Module) -> list[int]:
    """Lines on which a database call is handed a text put together on the spot."""
    return [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in DATABASE_CALLS
        and node.args
        and is_composed_text(node.args[0])
    ]


def test_the_import_contracts_hold():
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    result = subprocess.run(
        [sys.executable, "-c", command, "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout + result.stderr


def test_there_is_no_network_code():
    assert naming(NETWORK, sources(CORE, WINDOW, ROOT / "resources")) == {}


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("sqlcipher3", ("mentorjournal/storage", "mentorjournal/vault")),
        ("sqlite3", ()),
        ("cryptography", ("mentorjournal/vault",)),
        ("reportlab", ("mentorjournal/pdf",)),
        # Local messages between programs: that file uses no address but a socket in the file system.
        ("PySide6.QtDBus", ("ui/shell/away.py",)),
    ],
)
def test_a_library_is_named_only_in_its_own_room(library, rooms):
    allowed = {file for room in rooms for file in (sources(ROOT / room) or [ROOT / room])}
    elsewhere = [file for file in sources(CORE, WINDOW) if file not in allowed]
    assert naming({library}, elsewhere) == {}


def test_presenters_never_name_qt():
    presenters = [file for file in sources(WINDOW) if file.name == "presenter.py"]
    assert naming({"PySide6", "shiboken6", "shibokensupport"}, presenters) == {}


def test_the_core_never_names_qt():
    assert naming({"PySide6", "shiboken6"}, sources(CORE)) == {}


def test_database_calls_get_written_out_text_outside_storage():
    # pdf and model cannot reach a database; a row there is a row of a table on paper.
    rooms = [CORE / "storage", CORE / "pdf", CORE / "model"]
    files = [file for file in sources(CORE) if not any(room in file.parents for room in rooms)]
    found = {str(file.relative_to(ROOT)): composed_queries(tree(file)) for file in files}
    assert {file: lines for file, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "call",
    [
        'db.rows(f"SELECT {x}")',
        'db.run("DELETE FROM %s" % x)',
        'db.row("SELECT {}".format(x))',
        'db.execute("A" + x)',
    ],
)
def test_the_rule_for_database_calls_sees_every_way_to_compose(call):
    assert composed_queries(ast.parse(call)) == [1]


def test_the_rule_for_database_calls_lets_written_out_text_pass():
    assert composed_queries(ast.parse('db.rows("SELECT a FROM b WHERE c = ?", (x,)); db.run(QUERY)')) == []


@pytest.mark.parametrize(
    "line",
    [
        "import socket",
        "from urllib import request",
        "from PySide6 import QtNetwork",
        "import http.client as h",
    ],
)
def test_the_rule_against_networking_sees_every_way_to_import(line):
    assert names_any(ast.parse(line), NETWORK)


def test_the_packaging_folder_is_not_a_package():
    # A package of that name at the top would hide the library "packaging", which pytest itself needs.
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_no_source_file_outgrows_a_head():
    files = sources(CORE, WINDOW, ROOT / "packaging")
    assert len(files) > 10
    lengths = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in files
    }
    assert {file: lines for file, lines in lengths.items() if lines > 400} == {}


def test_what_nobody_foresaw_is_caught_in_one_place():
    broad = {
        str(file.relative_to(ROOT))
        for file in sources(CORE, WINDOW)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
    }
    assert broad == {"mentorjournal/problems.py"}
