"""A little network that can be read at a glance, as evidence: what a pole's lists would say.

pole-nord (59, 62)  ←carrier— scic-lille (ess, 59)   ←membership— menuiserie, mairie-lens
pole-sud  (31)      ←membership— asso-toulouse
scic-lille —partnership— menuiserie (confirmed), mairie-lens →financing→ scic-lille (planned)
menuiserie →shareholding→ scic-lille (12.5 %, ended), asso-toulouse —partnership— scic-lille
"""

from __future__ import annotations

from datetime import UTC, datetime

from strategies import Evidence

from maillage.graph.dates import DateSpan
from maillage.graph.model import ActorClaim, Import, Record, Ref, TieClaim, Value
from maillage.graph.vocabulary import Status

ACTORS: dict[str, dict[str, Value]] = {
    "pole-nord": {"kind": "pole", "departements": ("59", "62")},
    "pole-sud": {"kind": "pole", "departement": "31", "founded_year": 2013},
    "scic-lille": {"kind": "ess_enterprise", "legal_sector": "private", "ess": "yes",
                   "departement": "59", "other_names": ("Coopérative d’Énergie",)},
    "menuiserie": {"kind": "enterprise", "legal_sector": "private", "ess": "no",
                   "departement": "62", "jobs": 12, "valid_from": "2011-05/2012"},
    "mairie-lens": {"kind": "local_authority", "legal_sector": "public", "departement": "62",
                    "valid_from": "on ne sait", "valid_to": "bientôt"},
    "asso-toulouse": {"kind": "ess_enterprise", "legal_sector": "private", "ess": "yes",
                      "departement": "31", "tags": ("eau", "énergie"), "valid_to": "2013-05"},
    "isolee": {"kind": "other"},
}  # fmt: skip
NAMES = {
    "pole-nord": "Pôle Nord",
    "pole-sud": "Pôle Sud",
    "scic-lille": "SCIC Lille Énergies",
    "menuiserie": "Menuiserie Durand",
    "mairie-lens": "Mairie de Lens",
    "asso-toulouse": "Œuvre toulousaine",
    "isolee": "Structure isolée",
}
LOADED = datetime(2014, 9, 19, 10, tzinfo=UTC)


def importing(id_: str, day: int = 19) -> Import:
    return Import(
        id=id_,
        sha256="0" * 64,
        title=f"Liste {id_}",
        list="ties",
        loaded_at=LOADED.replace(day=day),
    )


def actor_record(id_: str, import_id: str = "actors") -> Record:
    claim = ActorClaim(ref=Ref(ids=(id_,), name=NAMES[id_]), row_key=id_, attributes=ACTORS[id_])
    return Record(id=f"r-{import_id}-{id_}", import_id=import_id, line=2, actors=(claim,))


def tie_record(
    source: str,
    target: str,
    kind: str,
    *,
    import_id: str = "ties",
    said_by: str | None = None,
    status: Status | None = None,
    end: str | None = None,
    attributes: dict[str, Value] | None = None,
) -> Record:
    claim = TieClaim(
        source=Ref(ids=(source,)),
        target=Ref(ids=(target,)),
        kind=kind,
        status=status,
        start=DateSpan.parse("2012"),
        end=DateSpan.parse(end) if end else None,
        attributes=attributes or {},
    )
    return Record(
        id=f"r-{import_id}-{source}-{kind}-{target}-{said_by or ''}",
        import_id=import_id,
        line=3,
        declared_by=Ref(ids=(said_by,)) if said_by else None,
        observed_on=DateSpan.parse("2014-09-19"),
        ties=(claim,),
    )


def little_network() -> Evidence:
    ties = (
        tie_record("scic-lille", "pole-nord", "carrier"),
        tie_record("menuiserie", "pole-nord", "membership", said_by="pole-nord"),
        tie_record("mairie-lens", "pole-nord", "membership"),
        tie_record("asso-toulouse", "pole-sud", "membership"),
        tie_record("scic-lille", "menuiserie", "partnership", said_by="scic-lille"),
        tie_record("scic-lille", "menuiserie", "partnership", said_by="menuiserie"),
        tie_record("asso-toulouse", "scic-lille", "partnership"),
        tie_record("mairie-lens", "scic-lille", "financing", status=Status.PLANNED,
                   attributes={"amount_eur": 5000}),
        tie_record("menuiserie", "scic-lille", "shareholding", end="2013", status=Status.ENDED,
                   attributes={"share_pct": "12.5"}),
    )  # fmt: skip
    return Evidence(
        (importing("actors"), importing("ties")), (*map(actor_record, ACTORS), *ties), ()
    )
