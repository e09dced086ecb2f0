"""The things that `{what}` names in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

THINGS: Mapping[str, tuple[str, str]] = {
    "actor": ("acteur", "actor"),
    "colour": ("couleur", "colour"),
    "departement": ("département", "département"),
    "field": ("colonne", "field"),
    "format": ("format", "format"),
    "group": ("groupe", "group"),
    "id": ("identifiant", "id"),
    "import": ("import", "import"),
    "job": ("travail", "job"),
    "judgement": ("jugement", "judgement"),
    "token": ("jeton", "token"),
    "voting": ("règle de vote (voting)", "voting rule (voting)"),
    "kind": ("nature", "kind"),
    "layer": ("couche", "layer"),
    "list": ("liste", "list"),
    "match": ("rapprochement", "match"),
    "measure": ("mesure", "measure"),
    "partition": ("partition", "partition"),
    "pole": ("pôle", "pole"),
    "sector": ("secteur", "sector"),
    "standing": ("confirmation", "standing"),
    "status": ("état", "status"),
    "suggestion": ("proposition", "suggestion"),
    "tie": ("lien", "tie"),
    "tier": ("niveau", "tier"),
    "variant": ("variante", "variant"),
    "version": ("version", "version"),
    "view": ("vue", "view"),
    "weights": ("poids", "weights"),
}
