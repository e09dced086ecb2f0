"""The words of the domain, as data.

Every kind of actor and tie, with what follows from it. Models, validation, Neo4j labels and
relationship types, legends and `docs/glossary.md` are derived from these tables: adding a kind
is adding a row.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from maillage.graph.errors import UnknownName


@dataclass(frozen=True, slots=True)
class Label:
    """What people read, in both languages."""

    fr: str
    en: str

    def text(self, language: Literal["fr", "en"]) -> str:
        return self.fr if language == "fr" else self.en


class Layer(StrEnum):
    COOPERATION = "cooperation"
    SUPPORT = "support"
    AFFILIATION = "affiliation"
    INSTITUTIONAL = "institutional"


class Tier(StrEnum):
    """Tiers of mutualisation (Initiatives et Cité): capital > means > affiliation."""

    CAPITAL = "capital"
    MEANS = "means"
    AFFILIATION = "affiliation"


class Status(StrEnum):
    PLANNED = "planned"
    ACTIVE = "active"
    ENDED = "ended"


class Standing(StrEnum):
    """Whose word a tie rests upon."""

    CONFIRMED = "confirmed"
    ONE_SIDED = "one_sided"
    REPORTED = "reported"
    CONTESTED = "contested"


class LegalSector(StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"
    MIXED = "mixed"
    NONE = "none"
    UNKNOWN = "unknown"


class Ess(StrEnum):
    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Sector(StrEnum):
    """The default partition, derived from legal sector, `ess` and kind; never stored."""

    PUBLIC = "public"
    ESS = "ess"
    PRIVATE = "private"
    MIXED = "mixed"
    CITIZENS = "citizens"
    UNKNOWN = "unknown"


class Family(StrEnum):
    """Families of kinds of actor: each has one shape in every picture."""

    ENTERPRISE = "enterprise"
    AUTHORITY = "authority"
    KNOWLEDGE = "knowledge"
    NETWORK = "network"
    FINANCIER = "financier"
    CITIZENS = "citizens"
    OTHER = "other"
    GATHERING = "gathering"
    POLE = "pole"


# Attending a day, or being of one circle, says nothing of who works with whom.
Meets = Literal["cooperation or membership", "cooperation", "nothing"]


@dataclass(frozen=True, slots=True)
class ActorKind:
    """`meets_by`: the ties to it by which those who bear them are co-present."""

    name: str
    family: Family
    label: Label
    meets_by: Meets = "nothing"

    @property
    def gathering(self) -> bool:
        """Gatherings are second mode: organisations meet in them and are not tied *by* them."""
        return self.family in (Family.GATHERING, Family.POLE)

    @property
    def neo4j_label(self) -> str:
        return "".join(part.capitalize() for part in self.name.split("_"))


@dataclass(frozen=True, slots=True)
class TieKind:
    """`fields`: what such a tie is usually told with; `belongs`: by it a source belongs to a pole."""

    name: str
    layer: Layer
    directed: bool
    label: Label
    verb: Label
    tier: Tier | None = None
    fields: tuple[str, ...] = ()
    belongs: bool = False

    @property
    def relationship_type(self) -> str:
        return self.name.upper()


def _actor(name: str, family: Family, fr: str, en: str, meets_by: Meets | None = None) -> ActorKind:
    usual: Meets = "cooperation or membership" if family is Family.GATHERING else "nothing"
    return ActorKind(name, family, Label(fr, en), meets_by or usual)


ACTOR_KINDS: dict[str, ActorKind] = {
    kind.name: kind
    for kind in (
        _actor("ess_enterprise", Family.ENTERPRISE, "entreprise de l’ESS", "social enterprise"),
        _actor("enterprise", Family.ENTERPRISE, "entreprise", "firm"),
        _actor("local_authority", Family.AUTHORITY, "collectivité", "local authority"),
        _actor("state_body", Family.AUTHORITY, "État et organismes publics", "State body"),
        _actor("research", Family.KNOWLEDGE, "recherche", "research body"),
        _actor("higher_education", Family.KNOWLEDGE, "enseignement supérieur", "higher education"),
        _actor("training", Family.KNOWLEDGE, "formation", "training body"),
        _actor("network", Family.NETWORK, "réseau", "network"),
        _actor("financier", Family.FINANCIER, "financeur", "financier"),
        _actor("chamber", Family.NETWORK, "chambre consulaire", "chamber"),
        _actor("social_partner", Family.NETWORK, "partenaire social", "social partner"),
        _actor("citizen_group", Family.CITIZENS, "groupe de citoyens", "citizen group"),
        _actor("other", Family.OTHER, "autre", "other"),
        _actor("pole", Family.POLE, "pôle", "pole"),
        _actor("employer_group", Family.GATHERING, "groupement d’employeurs", "employer group"),
        _actor("place", Family.GATHERING, "lieu", "place"),
        _actor("working_group", Family.GATHERING, "groupe de travail", "working group"),
        _actor("joint_purchase", Family.GATHERING, "achat groupé", "joint purchase"),
        _actor("joint_offer", Family.GATHERING, "offre commune", "joint offer"),
        _actor("joint_tool", Family.GATHERING, "outil commun", "joint tool"),
        _actor("shared_service", Family.GATHERING, "service partagé", "shared service"),
        _actor("member_circle", Family.GATHERING, "cercle de membres", "member circle", "nothing"),
        _actor(
            "governance_body",
            Family.GATHERING,
            "instance de gouvernance",
            "governance body",
            "nothing",
        ),
        _actor("agreement", Family.GATHERING, "accord à plusieurs", "agreement of several"),
        _actor(
            "event_or_project",
            Family.GATHERING,
            "événement ou projet",
            "event or project",
            "cooperation",
        ),
    )
}


def _tie(
    name: str,
    layer: Layer,
    way: Literal["directed", "mutual"],
    label: Label,
    verb: Label,
    *,
    tier: Tier | None = None,
    fields: tuple[str, ...] = (),
    belongs: bool = False,
) -> TieKind:
    return TieKind(name, layer, way == "directed", label, verb, tier, fields, belongs)


TIE_KINDS: dict[str, TieKind] = {
    kind.name: kind
    for kind in (
        _tie("partnership", Layer.COOPERATION, "mutual", Label("partenariat", "partnership"), Label("est partenaire de", "partners with"), fields=("purpose", "amount_eur")),
        _tie("research", Layer.COOPERATION, "directed", Label("recherche", "research"), Label("fait de la recherche avec", "does research for")),
        _tie("training", Layer.COOPERATION, "directed", Label("formation", "training"), Label("forme", "trains")),
        _tie("shareholding", Layer.COOPERATION, "directed", Label("participation au capital", "shareholding"), Label("détient", "holds"), tier=Tier.CAPITAL, fields=("share_pct", "votes_pct", "college", "college_votes_pct", "amount_eur")),
        _tie("shared_premises", Layer.COOPERATION, "mutual", Label("locaux partagés", "shared premises"), Label("partage des locaux avec", "shares premises with"), tier=Tier.MEANS),
        _tie("shared_staff", Layer.COOPERATION, "mutual", Label("salariés partagés", "shared staff"), Label("partage des salariés avec", "shares staff with"), tier=Tier.MEANS, fields=("fte", "hours")),
        _tie("employer_group", Layer.COOPERATION, "directed", Label("groupement d’employeurs", "employer group"), Label("emploie par", "employs through"), tier=Tier.MEANS, fields=("fte", "hours")),
        _tie("joint_purchase", Layer.COOPERATION, "directed", Label("achat groupé", "joint purchase"), Label("achète en commun par", "buys jointly through"), tier=Tier.MEANS, fields=("amount_eur",)),
        _tie("joint_offer", Layer.COOPERATION, "directed", Label("offre commune", "joint offer"), Label("répond en commun par", "bids jointly through")),
        _tie("supply", Layer.COOPERATION, "directed", Label("fourniture", "supply"), Label("fournit", "supplies"), fields=("amount_eur",)),
        _tie("project", Layer.COOPERATION, "directed", Label("projet", "project"), Label("porte un projet avec", "runs a project with")),
        _tie("working_group", Layer.COOPERATION, "directed", Label("groupe de travail", "working group"), Label("travaille dans", "works in")),
        _tie("financing", Layer.SUPPORT, "directed", Label("financement", "financing"), Label("finance", "finances"), fields=("amount_eur", "programme")),
        _tie("membership", Layer.AFFILIATION, "directed", Label("adhésion", "membership"), Label("est membre de", "is a member of"), tier=Tier.AFFILIATION, fields=("role", "college", "votes", "fee_eur"), belongs=True),
        _tie("network_affiliation", Layer.AFFILIATION, "directed", Label("adhésion à un réseau", "network affiliation"), Label("adhère au réseau", "belongs to the network"), tier=Tier.AFFILIATION, fields=("role", "fee_eur")),
        _tie("carrier", Layer.AFFILIATION, "directed", Label("portage", "carrier"), Label("porte", "carries"), belongs=True),
        _tie("charter_signature", Layer.AFFILIATION, "directed", Label("signature de charte", "charter signature"), Label("a signé", "signed"), tier=Tier.AFFILIATION),
        _tie("governance", Layer.INSTITUTIONAL, "directed", Label("gouvernance", "governance"), Label("siège dans", "sits in")),
        _tie("founding", Layer.INSTITUTIONAL, "directed", Label("fondation", "founding"), Label("a fondé", "founded")),
        _tie("creation", Layer.INSTITUTIONAL, "directed", Label("création", "creation"), Label("a créé", "created")),
        _tie("attendance", Layer.INSTITUTIONAL, "directed", Label("présence", "attendance"), Label("était à", "attended")),
        _tie("succession", Layer.INSTITUTIONAL, "directed", Label("succession", "succession"), Label("est devenu", "became")),
    )
}  # fmt: skip

# Kinds of tie by which an actor belongs to a pole.
BELONGING_KINDS = frozenset(kind.name for kind in TIE_KINDS.values() if kind.belongs)
# The one kind of which ties carry a share of the capital.
HOLDING = "shareholding"

LAYER_LABELS = {
    Layer.COOPERATION: Label("coopération", "cooperation"),
    Layer.SUPPORT: Label("soutien", "support"),
    Layer.AFFILIATION: Label("affiliation", "affiliation"),
    Layer.INSTITUTIONAL: Label("institution", "institution"),
}
LAYER_LETTERS = {layer: layer.value[0].upper() for layer in Layer}

SECTOR_LABELS = {
    Sector.PUBLIC: Label("public", "public"),
    Sector.ESS: Label("ESS", "social economy"),
    Sector.PRIVATE: Label("privé hors ESS", "private, not social"),
    Sector.MIXED: Label("mixte", "mixed"),
    Sector.CITIZENS: Label("citoyens", "citizens"),
    Sector.UNKNOWN: Label("non documenté", "not documented"),
}
# V for « privé », H for « habitants »: the letters stand on prints in black and white.
SECTOR_LETTERS = {
    Sector.PUBLIC: "P",
    Sector.ESS: "E",
    Sector.PRIVATE: "V",
    Sector.MIXED: "M",
    Sector.CITIZENS: "H",
    Sector.UNKNOWN: "?",
}

TIER_LABELS = {
    Tier.CAPITAL: Label("capital", "capital"),
    Tier.MEANS: Label("moyens", "means"),
    Tier.AFFILIATION: Label("affiliation", "affiliation"),
}
STATUS_LABELS = {
    Status.PLANNED: Label("prévu", "planned"),
    Status.ACTIVE: Label("en cours", "active"),
    Status.ENDED: Label("terminé", "ended"),
}
STANDING_LABELS = {
    Standing.CONFIRMED: Label("confirmé par les deux", "confirmed by both"),
    Standing.ONE_SIDED: Label("déclaré d’un côté", "declared by one side"),
    Standing.REPORTED: Label("rapporté par un tiers", "reported by a third party"),
    Standing.CONTESTED: Label("contesté", "contested"),
}
FAMILY_LABELS = {
    Family.ENTERPRISE: Label("entreprise", "enterprise"),
    Family.AUTHORITY: Label("collectivité, État", "authority, State"),
    Family.KNOWLEDGE: Label("recherche, formation", "research, training"),
    Family.NETWORK: Label("réseau, chambre", "network, chamber"),
    Family.FINANCIER: Label("financeur", "financier"),
    Family.CITIZENS: Label("citoyens", "citizens"),
    Family.OTHER: Label("autre", "other"),
    Family.GATHERING: Label("lieu, groupe", "place, group"),
    Family.POLE: Label("pôle", "pole"),
}

ESS_FAMILY_LABELS = {
    "association": Label("association", "association"),
    "cooperative": Label("coopérative", "cooperative"),
    "mutual": Label("mutuelle", "mutual"),
    "foundation": Label("fondation", "foundation"),
    "commercial_ess": Label("société commerciale de l’ESS", "commercial social company"),
    "other_nonprofit": Label("autre organisme sans but lucratif", "other non-profit body"),
}
FLAGS = ("insertion", "ge", "geiq", "esus")
# INSEE's legal category of a person in business alone: readers do not see the name.
SOLE_TRADER = "1000"


def actor_kind(name: str) -> ActorKind:
    try:
        return ACTOR_KINDS[name]
    except KeyError:
        raise UnknownName(
            "unknown_name", what="kind", name=name, known=", ".join(ACTOR_KINDS)
        ) from None


def tie_kind(name: str) -> TieKind:
    try:
        return TIE_KINDS[name]
    except KeyError:
        raise UnknownName(
            "unknown_name", what="kind", name=name, known=", ".join(TIE_KINDS)
        ) from None
