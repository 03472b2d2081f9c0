"""Letters that no bundled font shows are looked for in the machine's own, by what a font really draws."""

from __future__ import annotations

import struct
from importlib import resources
from pathlib import Path

import pytest

from mentorjournal.model.paper import Line, Paper
from mentorjournal.pdf import chain, missing_characters, render, system_fonts
from mentorjournal.pdf.outlines import outline
from tests.pdf import reading
from tests.pdf.ua.table import REQUIREMENTS
from tests.pdf.ua.walk import Walked

GEORGIAN, ARMENIAN = "გამარჯობა", "Բարեւ"


def font(name: str) -> bytes:
    return resources.files("resources").joinpath("fonts", f"{name}.ttf").read_bytes()


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """A machine with one folder of fonts, and a program that brings neither Armenian nor Georgian."""
    monkeypatch.setattr(system_fonts, "folders", lambda: (tmp_path / "none", tmp_path))
    bundled = tuple(name for name in chain._FALLBACK if "Armenian" not in name and "Georgian" not in name)
    monkeypatch.setattr(chain, "_FALLBACK", bundled)
    system_fonts.forget()
    return tmp_path


def paper(words: str) -> Paper:
    return Paper(title="A paper", pieces=(Line(words),))


def test_a_font_of_the_machine_shows_what_the_bundled_do_not(folder):
    (folder / "deep").mkdir()
    (folder / "deep" / "a.ttf").write_bytes(font("NotoSansGeorgian-Regular"))
    data = render(paper(GEORGIAN))

    assert missing_characters(paper(GEORGIAN)) == ""
    assert any("NotoSansGeorgian" in name and inside for name, inside in reading.fonts(data))
    assert GEORGIAN in reading.text(data)
    walked = Walked(data)
    assert [one.number for one in REQUIREMENTS if one.complaints(walked)] == []


def test_every_font_of_a_collection_is_looked_at(folder):
    names = ("NotoSansArmenian-Regular", "NotoSansGeorgian-Regular")
    (folder / "both.ttc").write_bytes(collection([font(name) for name in names]))

    assert missing_characters(paper(ARMENIAN + GEORGIAN)) == ""
    assert GEORGIAN in reading.text(render(paper(GEORGIAN)))


def test_without_such_a_font_the_letters_are_named(folder):
    assert missing_characters(paper(f"ok {ARMENIAN}")) == "Բարեւ"


def test_a_font_that_draws_nothing_is_passed_over(folder):
    (folder / "empty.ttf").write_bytes(
        patched(font("NotoSansGeorgian-Regular"), b"loca", lambda old: bytes(len(old)))
    )

    assert missing_characters(paper("გ")) == "გ"


def test_a_font_that_may_not_be_embedded_is_passed_over(folder):
    def forbid(old: bytes) -> bytes:
        return old[:8] + struct.pack(">H", 0x0002) + old[10:]

    (folder / "closed.ttf").write_bytes(patched(font("NotoSansGeorgian-Regular"), b"OS/2", forbid))

    assert missing_characters(paper("გ")) == "გ"


def test_a_font_that_shows_a_box_for_everything_is_passed_over(folder):
    names = "Noto Sans Georgian".encode("utf-16-be"), "Last Resort Gothic".encode("utf-16-be")
    whole = patched(font("NotoSansGeorgian-Regular"), b"name", lambda old: old.replace(*names))
    (folder / "boxes.ttf").write_bytes(whole)

    assert missing_characters(paper("გ")) == "გ"


def test_what_is_no_font_does_no_harm(folder):
    (folder / "broken.ttf").write_bytes(b"no font at all")
    (folder / "cut.otf").write_bytes(font("NotoSansGeorgian-Regular")[:200])
    (folder / "empty.ttc").write_bytes(b"")
    (folder / "whole.ttf").write_bytes(font("NotoSansGeorgian-Regular"))

    assert missing_characters(paper("გ")) == ""


def test_plain_faces_come_first_whatever_their_files_are_called(folder):
    (folder / "z.ttf").write_bytes(font("Inter-Regular"))
    (folder / "a.ttf").write_bytes(font("Inter-Bold"))

    assert system_fonts.showing("b").name == "Inter-Regular"


def test_curves_of_the_third_degree_become_curves_of_the_second_that_lie_as_near():
    class Drawn:
        class face:
            upem = 1000

        def draw_glyph_with_pen(self, number, pen):
            pen.moveTo((0, 0))
            pen.curveTo((0, 552), (448, 1000), (1000, 1000))
            pen.lineTo((1000, 0))
            pen.closePath()

    (contour,) = outline(Drawn(), 1)
    corners = [(x, y) for x, y, on in contour if on]
    assert corners[0] == (0, 0) and corners[-2:] == [(1000, 1000), (1000, 0)]
    for x, y in corners[:-1]:  # on a quarter of a circle around the lower right corner
        assert abs(((x - 1000) ** 2 + y**2) ** 0.5 - 1000) < 1.5
    assert 4 <= len(contour) <= 14


def patched(data: bytes, tag: bytes, change) -> bytes:
    """A font with one of its tables changed in place."""
    for i in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
        if data[i : i + 4] == tag:
            start, length = struct.unpack(">II", data[i + 8 : i + 16])
            return data[:start] + change(data[start : start + length]) + data[start + length :]
    raise AssertionError(tag)


def collection(fonts: list[bytes]) -> bytes:
    """A file of several fonts, one behind the other."""
    places, body = [], b""
    first = 12 + 4 * len(fonts)
    for data in fonts:
        at = first + len(body)
        moved = bytearray(data)
        for i in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16):
            moved[i + 8 : i + 12] = struct.pack(">I", struct.unpack(">I", data[i + 8 : i + 12])[0] + at)
        places.append(at)
        body += bytes(moved) + b"\0" * (-len(data) % 4)
    return struct.pack(f">4sII{len(fonts)}I", b"ttcf", 0x10000, len(fonts), *places) + body
