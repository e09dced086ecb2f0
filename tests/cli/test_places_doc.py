"""The table of communes is made by the lines of `docs/places.md`, from the file that they name."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from maillage.ingest.places.communes import Communes

DOCUMENT = Path(__file__).parents[2] / "docs" / "places.md"
# As data/communes.json of @etalab/decoupage-administratif 6.0.0 has them.
LISTED = [
    {"code": "01015", "nom": "Arboys en Bugey", "type": "commune-actuelle", "departement": "01",
     "region": "84", "anciensCodes": ["01340"], "codesPostaux": ["01300"]},
    {"code": "01015", "nom": "Arbignieu", "type": "commune-deleguee", "departement": "01",
     "region": "84", "chefLieu": "01015"},
    {"code": "13201", "nom": "Marseille 1er Arrondissement", "type": "arrondissement-municipal",
     "departement": "13", "region": "93", "commune": "13055", "codesPostaux": ["13001"]},
    {"code": "98412", "nom": "Archipel des Kerguelen", "type": "commune-actuelle",
     "departement": "984", "region": "984"},
]  # fmt: skip


def test_the_lines_of_the_page_make_a_table_that_is_read(tmp_path: Path) -> None:
    (tmp_path / "communes.json").write_text(json.dumps(LISTED), encoding="utf-8")
    (lines,) = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL)
    subprocess.run([sys.executable, "-c", lines], cwd=tmp_path, check=True, timeout=60)
    table = Communes.load(tmp_path / "communes.csv")
    assert (len(table), table.vintages, table.unread) == (2, ("2026",), ())
    (found,) = table.successors("01340")
    assert found.name == "Arboys en Bugey" and found.postal_codes == ("01300",)
    assert table.named("Arbignieu", "01") == (found,)
