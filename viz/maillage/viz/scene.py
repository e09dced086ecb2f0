"""From actors and ties to the scene. `python -m maillage.viz.scene` prints its JSON schema."""

from __future__ import annotations

import json
import sys

from pydantic import TypeAdapter

from maillage.viz.scene_model import Scene
from maillage.viz.scene_pack import Packed, pack

__all__ = ["Packed", "Scene", "pack", "schema"]


def schema() -> dict[str, object]:
    """JSON Schema of what is drawn: `Packed` (on the wire) or `Scene` (row by row)."""
    return TypeAdapter(Packed | Scene).json_schema(mode="serialization")


if __name__ == "__main__":
    json.dump(schema(), sys.stdout, indent=2, ensure_ascii=False)
