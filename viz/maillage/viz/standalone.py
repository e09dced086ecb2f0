"""Pages of HTML that stand alone, the portable map and the report: they are whole without any
network, and their policy lets nothing run or be fetched but what they were made with.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from markupsafe import Markup

from maillage.viz.svg import xml_text


def policy(style: str, scripts: Sequence[str] = ()) -> str:
    """Only this very style and these very scripts; no connection, image, frame or form."""
    run = f"script-src {' '.join(map(_hash, scripts))}; " if scripts else ""
    return f"default-src 'none'; {run}style-src {_hash(style)}; base-uri 'none'; form-action 'none'"


@cache
def template(name: str) -> Template:
    """A page that extends `standalone.html`."""
    return Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        finalize=_plain,
        loader=FunctionLoader(asset),
    ).get_template(name)


def asset(name: str) -> str:
    """The text of a file of this room."""
    return (resources.files("maillage.viz") / name).read_text(encoding="utf-8")


def _plain(value: object) -> Markup:
    """Somebody's words as text: no markup, nothing that turns letters around."""
    return value if isinstance(value, Markup) else Markup(xml_text(str(value)))


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
