"""What can be coded: partitions that a decision on sector, family or kind settles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from maillage.graph.errors import UnknownName
from maillage.graph.model import Actor, ActorClaim, sector_of
from maillage.graph.partitions import inside_ess, public_private
from maillage.graph.vocabulary import (
    ACTOR_KINDS,
    ESS_FAMILY_LABELS,
    SECTOR_LABELS,
    Ess,
    Label,
    LegalSector,
    Sector,
)

UNKNOWN = "unknown"
_UNDECIDED = {UNKNOWN: SECTOR_LABELS[Sector.UNKNOWN]}


@dataclass(frozen=True, slots=True)
class _Decided:
    """The fields that a decision may settle; None is what it does not say."""

    legal_sector: LegalSector | None
    ess: Ess | None
    family: str | None
    kind: str | None

    @property
    def sector(self) -> Sector | None:
        if self.legal_sector is None:
            return None
        return sector_of(self.legal_sector, self.ess or Ess.UNKNOWN)


@dataclass(frozen=True)
class Variable:
    """A partition that is coded, its values with their labels in order."""

    name: str
    label: Label
    values: Mapping[str, Label]
    read: Callable[[_Decided], str | None]

    def of_claim(self, claim: ActorClaim) -> str | None:
        """What a coder decides of it; None if the coder said nothing of it."""
        said = claim.attributes
        legal, ess, family, kind = (
            said.get(name) for name in ("legal_sector", "ess", "ess_family", "kind")
        )
        return self.read(
            _Decided(
                LegalSector(str(legal)) if legal else None,
                Ess(str(ess)) if ess else None,
                str(family) if family else None,
                str(kind) if kind else None,
            )
        )

    def of_actor(self, actor: Actor) -> str | None:
        family = actor.attributes.get("ess_family")
        decided = _Decided(
            actor.legal_sector, actor.ess, str(family) if family else None, actor.kind
        )
        return self.read(decided)

    def shown(self, value: str | None) -> Label:
        return Label("", "") if value is None else self.values.get(value, Label(value, value))


def _sector(decided: _Decided) -> str | None:
    return decided.sector.value if decided.sector else None


def _public_private(decided: _Decided) -> str | None:
    if decided.sector is None or decided.legal_sector is None:
        return None
    return public_private(decided.sector, decided.legal_sector) or UNKNOWN


def _inside_ess(decided: _Decided) -> str | None:
    return None if decided.sector is None else inside_ess(decided.sector) or UNKNOWN


VARIABLES: Mapping[str, Variable] = {
    one.name: one
    for one in (
        Variable(
            "sector",
            Label("secteur", "sector"),
            {sector.value: label for sector, label in SECTOR_LABELS.items()},
            _sector,
        ),
        Variable(
            "public_private",
            Label("public ou privé", "public or private"),
            {
                "public": Label("public", "public"),
                "private": Label("privé", "private"),
                "mixed": SECTOR_LABELS[Sector.MIXED],
                "citizens": SECTOR_LABELS[Sector.CITIZENS],
                **_UNDECIDED,
            },
            _public_private,
        ),
        Variable(
            "inside_ess",
            Label("dans l’ESS ou non", "inside the social economy or not"),
            {
                "inside": Label("dans l’ESS", "inside"),
                "outside": Label("hors de l’ESS", "outside"),
                **_UNDECIDED,
            },
            _inside_ess,
        ),
        Variable(
            "family",
            Label("famille de l’ESS", "social-economy family"),
            ESS_FAMILY_LABELS,
            lambda decided: decided.family,
        ),
        Variable(
            "kind",
            Label("nature", "kind"),
            {name: kind.label for name, kind in ACTOR_KINDS.items()},
            lambda decided: decided.kind,
        ),
    )
}


def variable(name: str) -> Variable:
    try:
        return VARIABLES[name]
    except KeyError:
        known = ", ".join(VARIABLES)
        raise UnknownName("unknown_name", what="partition", name=name, known=known) from None
