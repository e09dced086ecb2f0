"""The list of poles."""

from __future__ import annotations

from typing import Annotated, ClassVar

from maillage.graph.dates import DateSpan
from maillage.graph.fields import ACTOR_FIELDS
from maillage.graph.model import ActorClaim, Ref, Value
from maillage.graph.vocabulary import Label
from maillage.ingest.identity.numbers import siren_and_rna
from maillage.ingest.lists.drafts import Draft, Scene, kept
from maillage.ingest.lists.located import Located, located_by_commune
from maillage.ingest.lists.rows import ListSpec, Row, cell
from maillage.ingest.lists.territory import Territory, territory_of
from maillage.ingest.places.written import commune_name


def _choices(field: str, **words: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    return {code: words.get(code, ()) for code in ACTOR_FIELDS[field].choices}


class PoleRow(Row):
    id: Annotated[
        str | None, cell("id", ("Identifiant", "Identifier"), example="ptce-dombinnov")
    ] = None
    one_of: ClassVar[tuple[tuple[str, ...], ...]] = (("name", "id", "siren"),)

    name: Annotated[
        str | None, cell("name", ("Nom du pôle", "Name of the pole"), example="Domb’Innov")
    ] = None
    other_names: Annotated[
        tuple[str, ...] | None,
        cell("set", ("Autres noms", "Other names"), ("séparés par |", "separated by |")),
    ] = None
    siren: Annotated[str | None, cell("siren", ("SIREN", "SIREN"), example="732829320")] = None
    carriers: Annotated[
        tuple[str, ...] | None,
        cell(
            "names",
            ("Structures porteuses", "Carriers"),
            ("identifiants ou noms, séparés par |", "ids or names, separated by |"),
            "val-horizon",
        ),
    ] = None
    region: Annotated[str | None, cell("text", ("Région", "Region"), example="Rhône-Alpes")] = None
    departement_codes: Annotated[
        tuple[str, ...] | None,
        cell(
            "departements",
            ("Départements", "Départements"),
            (
                "codes, séparés par | : un pôle peut en traverser plusieurs",
                "codes, separated by |: a pole may cross several",
            ),
            "40|64",
        ),
    ] = None
    territory: Annotated[
        tuple[str, ...] | None,
        cell(
            "set",
            ("Communes du territoire", "Municipalities of the territory"),
            (
                "codes INSEE, noms, ou SIREN d’EPCI, séparés par |",
                "INSEE codes, names, or SIREN of EPCI, separated by |",
            ),
            "40312|64102",
        ),
    ] = None
    commune: Annotated[str | None, cell("text", ("Commune", "Municipality"))] = None
    typology_adam: Annotated[
        str | None,
        cell(
            "choice",
            ("Typologie (Adam)", "Typology (Adam)"),
            choices=_choices(
                "typology_adam",
                firm_grouping=("groupement d’entreprises", "firm grouping"),
                place=("lieu", "place"),
                value_chain=("filière", "value chain"),
            ),
        ),
    ] = None
    typology_podlewski: Annotated[
        str | None,
        cell(
            "choice",
            ("Typologie (Podlewski)", "Typology (Podlewski)"),
            choices=_choices(
                "typology_podlewski",
                production=("production", "production"),
                services=("services et ingénierie", "services and engineering"),
                creative_cultural=("créatif et culturel", "creative and cultural"),
            ),
        ),
    ] = None
    economic_dynamic: Annotated[
        str | None, cell("text", ("Dynamique économique", "Economic dynamic"))
    ] = None
    impulse: Annotated[
        str | None,
        cell(
            "choice",
            ("Impulsion", "Impulse"),
            choices=_choices(
                "impulse",
                firms=("entreprises", "firms"),
                citizens=("citoyens", "citizens"),
                authority=("collectivité", "authority"),
            ),
        ),
    ] = None
    stage: Annotated[
        str | None,
        cell(
            "choice",
            ("Stade", "Stage"),
            choices=_choices(
                "stage",
                project=("projet", "project"),
                emerging=("émergent", "emerging"),
                established=("établi", "established"),
                ended=("terminé", "ended"),
            ),
        ),
    ] = None
    labels: Annotated[tuple[str, ...] | None, cell("set", ("Labels", "Labels"))] = None
    territory_type: Annotated[
        str | None, cell("text", ("Type de territoire", "Kind of territory"), example="rural")
    ] = None
    common_place: Annotated[str | None, cell("text", ("Lieu commun", "Common place"))] = None
    member_count: Annotated[
        int | None, cell("integer", ("Nombre de membres", "Number of members"))
    ] = None
    jobs: Annotated[int | None, cell("integer", ("Emplois", "Jobs"))] = None
    fte: Annotated[float | None, cell("number", ("ETP", "FTE"))] = None
    turnover_eur: Annotated[
        float | None, cell("money", ("Chiffre d’affaires (€)", "Turnover (€)"))
    ] = None
    subsidy_share: Annotated[
        float | None, cell("percent", ("Part de subventions (%)", "Subsidy share (%)"))
    ] = None
    year_of_figure: Annotated[
        int | None, cell("year", ("Année des chiffres", "Year of the figures"))
    ] = None
    founded_year: Annotated[int | None, cell("year", ("Année de création", "Founding year"))] = None
    temoin: Annotated[
        str | None,
        cell(
            "choice",
            ("Pôle témoin", "Pilot pole"),
            choices=_choices(
                "temoin",
                yes=("oui", "yes", "o", "x"),
                no=("non", "no"),
                not_attested=("non attesté", "not attested"),
            ),
        ),
    ] = None
    laureate_2013: Annotated[
        str | None,
        cell(
            "choice",
            ("Lauréat 2013", "2013 laureate"),
            choices={"yes": ("oui", "yes", "o", "x"), "no": ("non", "no", "n")},
        ),
    ] = None
    charter_2014: Annotated[
        str | None,
        cell(
            "choice",
            ("Charte signée", "Charter signed"),
            choices={"yes": ("oui", "yes", "o", "x"), "no": ("non", "no", "n")},
        ),
    ] = None
    source: Annotated[str | None, cell("text", ("Source", "Source"))] = None
    locator: Annotated[str | None, cell("text", ("Page ou section", "Page or section"))] = None
    observed_on: Annotated[DateSpan | None, cell("date", ("Constaté le", "Observed on"))] = None
    note: Annotated[str | None, cell("text", ("Note", "Note"))] = None


# Columns that are kept under another name than the one they have in the list.
_RENAMED = {"departement_codes": "departements", "charter_2014": "charter_signed"}
_NOT_ATTRIBUTES = {"id", "name", "siren", "commune", "territory", "year_of_figure", "source", "locator", "observed_on", "note"}  # fmt: skip


def says(row: PoleRow, scene: Scene) -> Draft:
    given = {
        _RENAMED.get(name, name): getattr(row, name)
        for name in PoleRow.model_fields
        if name not in _NOT_ATTRIBUTES
    }
    siren, rna = siren_and_rna(row.siren)
    area = territory_of(row.territory or (), row.departement_codes or (), scene.communes)
    given |= {"territories": area.members, "departements": area.departements}
    place = located_by_commune(row.commune, scene, row.observed_on)
    claim = ActorClaim(
        ref=Ref(
            ids=(row.id,) if row.id else (),
            siren=siren,
            rna=rna,
            name=row.name,
            commune=commune_name(row.commune),
        ),
        row_key=scene.row_key,
        attributes={
            "kind": "pole",
            **_seat(place, area),
            **kept(**given, note=(row.note,) if row.note else None),
            **scene.extra,
        },
        figures_year=row.year_of_figure,
    )
    return Draft(
        actors=(claim,),
        source=row.source or "",
        locator=row.locator or "",
        observed_on=row.observed_on,
        problems=(*place.problems, *area.problems),
    )


def _seat(place: Located, area: Territory) -> dict[str, Value]:
    """Where its commune is; the départements that it crosses, if it names them, stand for that one."""
    return {
        name: value
        for name, value in place.attributes.items()
        if name != "departement" or not area.departements
    }


POLES = ListSpec(
    name="poles",
    label=Label("pôles", "poles"),
    purpose=Label("un pôle par ligne", "one pole a line"),
    row=PoleRow,
    says=says,
)
