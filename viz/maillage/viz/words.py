"""Every sentence of the pictures, in French and English: `design.md` § 5.

How templates are filled and counted is in `maillage.graph.wording`.
"""

from __future__ import annotations

from maillage.graph import wording
from maillage.graph.redaction import HIDDEN_NAME
from maillage.graph.vocabulary import Label
from maillage.viz.words_figures import FIGURE_WORDS
from maillage.viz.words_page import PAGE_COUNTS, PAGE_WORDS

# key: (one, many) in French, (one, many) in English.
COUNTS: wording.Counts = {
    **PAGE_COUNTS,
    "actors": ("{n} acteur, lieu ou pôle", "{n} acteurs, lieux et pôles",
               "{n} actor, place or pole", "{n} actors, places and poles"),
    "ties": ("{n} lien", "{n} liens", "{n} tie", "{n} ties"),
    "poles": ("{n} pôle", "{n} pôles", "{n} pole", "{n} poles"),
    "names": ("{n} nom affiché", "{n} noms affichés", "{n} name shown", "{n} names shown"),
    "parts": ("un seul ensemble", "{n} ensembles séparés", "one whole", "{n} separate parts"),
    "undated": ("{n} sans date", "{n} sans date", "{n} undated", "{n} undated"),
    "guessed": ("{n} lien au début inconnu, gardé faute de date",
                "{n} liens au début inconnu, gardés faute de date",
                "{n} tie of unknown start, kept for want of a date",
                "{n} ties of unknown start, kept for want of a date"),
    "planned": ("{n} prévu", "{n} prévus", "{n} planned", "{n} planned"),
    "alone": ("{n} sans aucun lien", "{n} sans aucun lien",
              "{n} without any tie", "{n} without any tie"),
    "shared": ("{n} lien ou partenaire commun", "{n} liens ou partenaires communs",
               "{n} tie or shared partner", "{n} ties or shared partners"),
    "other_sources": ("{n} autre", "{n} autres", "{n} other", "{n} others"),
    "members": ("{n} membre", "{n} membres", "{n} member", "{n} members"),
    "of_public": ("{n} public", "{n} publics", "{n} public", "{n} public"),
    "of_ess": ("{n} de l’ESS", "{n} de l’ESS", "{n} of the social economy",
               "{n} of the social economy"),
    "of_private": ("{n} privé hors ESS", "{n} privés hors ESS",
                   "{n} private outside it", "{n} private outside it"),
    "of_mixed": ("{n} mixte", "{n} mixtes", "{n} mixed", "{n} mixed"),
    "of_citizens": ("{n} de citoyens", "{n} de citoyens", "{n} of citizens", "{n} of citizens"),
    "of_unknown": ("{n} de secteur non documenté", "{n} de secteur non documenté",
                   "{n} of undocumented sector", "{n} of undocumented sector"),
    "aside": ("{n} acteur de groupe inconnu ou multiple n’entre pas dans l’indice.",
              "{n} acteurs de groupe inconnu ou multiple n’entrent pas dans l’indice.",
              "{n} actor of unknown or several groups is not in the index.",
              "{n} actors of unknown or several groups are not in the index."),
    "results": ("{n} résultat", "{n} résultats", "{n} result", "{n} results"),
}  # fmt: skip

WORDS: wording.Catalogue = {
    **PAGE_WORDS,
    **FIGURE_WORDS,
    "hidden_name": (HIDDEN_NAME.fr, HIDDEN_NAME.en),
    # the sentence of a picture
    "held_by_one": (
        "Sans {first}, la plupart des {poles} ne sont plus reliés entre eux.",
        "Without {first}, most of the {poles} are no longer linked to each other.",
    ),
    "held_by_two": (
        "Sans {first} et {second}, la plupart des {poles} ne sont plus reliés entre eux.",
        "Without {first} and {second}, most of the {poles} are no longer linked to each other.",
    ),
    "ties_all": ("Liens tous {standing}", "Ties all {standing}"),
    "in_parts": ("{actors}, {ties}, en {parts}.", "{actors}, {ties}, in {parts}."),
    "in_parts_alone": (
        "{actors}, {ties}, en {parts} ; {alone}.",
        "{actors}, {ties}, in {parts}; {alone}.",
    ),
    "no_tie": ("Aucun lien à montrer.", "No tie to show."),
    "nobody": ("Ce réseau est encore vide.", "This network is still empty."),
    "gathers": ("{poles} réunit {members} : {sectors}.", "{poles} gathers {members}: {sectors}."),
    "gather": (
        "{poles} réunissent {members} : {sectors}.",
        "{poles} gather {members}: {sectors}.",
    ),
    "no_cooperation": (
        "aucun lien de coopération connu entre eux",
        "no tie of cooperation known among them",
    ),
    "by_pole": (
        "{actors} : vue par pôle, les liens sont additionnés.",
        "{actors}: seen by pole, ties are added up.",
    ),
    "all_standing": ("tous {standing}", "all {standing}"),
    "standing_many_confirmed": ("confirmés par les deux", "confirmed by both"),
    "standing_many_one_sided": ("déclarés d’un seul côté", "declared by one side only"),
    "standing_many_reported": ("rapportés par un tiers", "reported by a third party"),
    "standing_many_contested": ("contestés", "contested"),
    "as_of": ("Situation au {date}", "As of {date}"),
    "as_of_period": ("Situation en {date}", "As of {date}"),
    "best_tied": ("Les mieux reliés : {names}.", "Best tied: {names}."),
    "best_tied_one": ("{name} ({n})", "{name} ({n})"),
    "encoding": (
        "Forme : nature de l’acteur. Couleur : secteur. Trait : sorte de lien, plus épais pour "
        "les moyens partagés et le capital. Taille : nombre de liens. Creux : non documenté. "
        "Hachuré : plusieurs organisations.",
        "Shape: kind of actor. Colour: sector. Line: kind of tie, thicker for shared means and "
        "capital. Size: number of ties. Hollow: not documented. Hatched: several organisations.",
    ),
    "left_out": ("Laissés hors : {reasons}.", "Left out: {reasons}."),
    # legend
    "tier_none": ("autre", "other"),
    "mark_collective": ("collectif", "collective"),
    "mark_review": ("à vérifier", "to be reviewed"),
    "mark_unknown": ("non documenté : creux", "not documented: hollow"),
    "mark_hull": ("fond : un pôle et ceux qui ne touchent que lui",
                  "ground: a pole and those that touch no other"),
    "mark_planned": ("lien prévu, pas encore là", "tie planned, not there yet"),
    "pooled": ("mise en commun : {tier}", "pooling: {tier}"),
    "sources": ("Sources : {names}.", "Sources: {names}."),
    "source_of": ("{title} ({ties})", "{title} ({ties})"),
    # poles only
    "kind_of_pole_tie": ("liens entre pôles", "ties between poles"),
    "verb_of_pole_tie": ("est relié à", "is linked to"),
    "out_members": (
        "acteurs, comptés dans leur pôle ou entre les pôles",
        "actors, counted in their pole or between poles",
    ),
    "out_hubs": (
        "qui touchent trop de pôles pour les relier",
        "that touch too many poles to link them",
    ),
    "out_of_view": ("acteurs, hors de cette vue", "actors, outside this view"),
    "out_small": ("acteurs moins reliés", "less tied actors"),
}  # fmt: skip


def say(key: str, **values: wording.Value) -> Label:
    return wording.fill(WORDS[key], **values)


def count(key: str, n: int) -> Label:
    """« 1 lien », « 46 liens »."""
    return wording.count(COUNTS[key], n)
