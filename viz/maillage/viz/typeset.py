"""From SVG to PDF and PNG, by typst: no browser, no system library, the same bytes everywhere.

The fonts are those of this package (Liberation Sans, whose widths `text_width` knows), never the
machine's. What is typeset is handed over as a value, so that no name is ever read as a program.
"""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import as_file, files
from typing import Literal

import typst

Typeset = Literal["pdf", "png"]

PRINT_DPI = 300
# Above this a PNG is coarser: a wall at 300 dpi would take a gigabyte.
MOST_PIXELS = 40_000_000
# SVG's pixels to typst's inch.
_PIXELS_PER_INCH = 96
_SIZE = re.compile(r'<svg [^>]*?width="([\d.]+)" height="([\d.]+)"')

_PAGE = b"""\
#set page(width: auto, height: auto, margin: 0pt)
#set document(title: sys.inputs.title, date: none)
#set text(lang: sys.inputs.language)
#image(bytes(sys.inputs.picture), format: "svg", alt: sys.inputs.title)
"""


def typeset(svg: str, form: Typeset, *, title: str, language: str) -> bytes:
    """One page as large as the picture."""
    compiler = typst.Compiler(
        _PAGE,
        font_paths=_fonts(),
        sys_inputs={"picture": svg, "title": title, "language": language},
    )
    # Without a time of its own, what is made of the same picture is the same file.
    made = compiler.compile(format=form, ppi=_dots_per_inch(svg), timestamp=0)
    if not isinstance(made, bytes):
        raise TypeError("one page was expected")
    return made


@cache
def _fonts() -> typst.Fonts:
    with as_file(files("maillage.viz") / "fonts") as folder:
        return typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)]
        )


def _dots_per_inch(svg: str) -> float:
    size = _SIZE.match(svg)
    if size is None:
        raise ValueError("the picture does not say its size")
    inches = float(size[1]) / _PIXELS_PER_INCH * float(size[2]) / _PIXELS_PER_INCH
    return min(float(PRINT_DPI), math.sqrt(MOST_PIXELS / inches))
