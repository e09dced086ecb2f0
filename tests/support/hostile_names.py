"""Names that an attacker would give an organisation; `window.fired` says that one of them ran."""

from __future__ import annotations

FIRE = "window.fired=(window.fired||0)+1"
IMAGE = f"<img src=x onerror={FIRE}>"

HOSTILE_NAMES = {
    "script end": f"</script><script>{FIRE}</script>",
    "image": IMAGE,
    "title with href": f"{IMAGE}<a href=x>href</a>",
    "attribute end": f'"><svg onload={FIRE}>',
    "single quotes": f"' onmouseover='{FIRE}' x='",
    "comment": f"<!--<script>{FIRE}</script>-->",
    "style end": f"</style><script>{FIRE}</script>",
    "textarea end": f"</textarea></title><script>{FIRE}</script>",
    "url": f"javascript:{FIRE}",
    "template": "{{7*7}} ${7*7} {% raw %} #{7*7} {n} {name}",
    "json end": f'"}}],"x":[{{"y":"</script><script>{FIRE}</script>',
    "line separators": f"a\u2028{FIRE}\u2029b\x00c",
    "dot": f'digraph {{ a [label="{IMAGE}"] }}',
    "right to left": "\u202eerianitos\u202c \u2066x\u2069 \u200f",
    "prototype": "__proto__",
    "constructor": "constructor",
    "ten thousand": "Très long " + "x" * 10_000,
    "formula": '=HYPERLINK("http://x.example/";"y")',
}
