"""The XML of a workbook, part by part, element by element."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from xml.parsers import expat


class DamagedXml(ValueError):
    """A part of the workbook is not the XML it should be."""


def parse_xml(
    pieces: Iterable[bytes],
    start: Callable[[str, dict[str, str]], None],
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Feed XML to handlers that see names without their prefix; a DTD is refused."""
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise DamagedXml

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = lambda tag, attributes: start(_local(tag), attributes)
    if end:
        parser.EndElementHandler = lambda tag: end(_local(tag))
    parser.CharacterDataHandler = text
    try:
        for piece in pieces:
            parser.Parse(piece)
        parser.Parse(b"", True)  # noqa: FBT003 - its own signature
    except (expat.ExpatError, OverflowError, ValueError):
        raise DamagedXml from None


def _local(tag: str) -> str:
    return tag.rpartition(":")[2] if ":" in tag else tag
