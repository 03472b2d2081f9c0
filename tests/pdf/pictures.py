"""How each page of each kind of paper looks, small and in 16 greys; run as a module, it draws all anew."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

FOLDER = Path(__file__).parent / "pictures"
SCALE = 0.5
"""Pixels for a point: enough to see a line that moved, too little to tell one renderer from another."""
MOST_PAGES = 3
_BLOCK = 6
_STEP = 17


def drawn(pdf: bytes) -> list[Image.Image]:
    """The first pages of a file."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        document.init_forms()
        return [
            document[number].render(scale=SCALE, grayscale=True).to_pil().convert("L")
            for number in range(min(len(document), MOST_PAGES))
        ]
    finally:
        document.close()


def kept(picture: Image.Image) -> Image.Image:
    """The picture as it is stored."""
    return picture.point([round(grey / _STEP) * _STEP for grey in range(256)])


def difference(found: Image.Image, wanted: Image.Image) -> float:
    """How far the two lie apart where they do most, 0 to 255, in blocks of some pixels."""
    if found.size != wanted.size:
        return 255.0
    size = (found.width // _BLOCK, found.height // _BLOCK)
    blocks = [one.convert("L").resize(size, Image.Resampling.BOX) for one in (found, wanted)]
    return float(ImageChops.difference(*blocks).getextrema()[1])


def path(name: str, page: int) -> Path:
    return FOLDER / f"{name}-{page}.png"


if __name__ == "__main__":
    from mentorjournal.pdf import render, system_fonts
    from tests.pdf import every_paper

    system_fonts.folders = tuple
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.png"):
        old.unlink()
    for name, paper in every_paper.papers().items():
        for page, picture in enumerate(drawn(render(paper)), start=1):
            kept(picture).save(path(name, page), optimize=True)
