"""The words that people put at the head of a column, in French and in English, by field.

Written as people write them: case, accents, plurals, articles, punctuation and units are folded
when they are compared (`columns.heading_key`). The name of a field and its labels need not be
repeated. In each row the stronger words come first: where two columns of a file claim one field,
the stronger wins and the other is kept apart. A word in brackets is a word of the heading: where it
may stand there, it stands here with what it precises, « signature (date) », unless what it precises
is neutral (`columns.neutral`).
"""

from __future__ import annotations

from collections.abc import Mapping

Names = Mapping[str, tuple[str, ...]]

# Strong to weak: « Structure » beside « Nom » is the organisation, « Nom » perhaps its contact.
_ORGANISATION = (
    "raison sociale", "dénomination", "dénomination sociale", "nom de la structure", "structure",
    "nom de l’organisme", "organisme", "nom de l’organisation", "organisation", "organization",
    "nom de l’entreprise", "nom de l’association", "nom complet", "nom", "name", "nom usuel",
    "company name", "organisation name", "organization name", "legal name", "company",
    "denominationUniteLegale", "nom_raison_sociale", "nom de l’établissement", "établissement",
    "entreprise", "association", "société", "nom de l’acteur", "acteur", "actor", "label",
    "libellé", "intitulé", "enseigne", "entité", "nom de l’entité",
    "quel est le nom de la structure",
)  # fmt: skip
_MEMBER = (
    "membre", "adhérent", "nom de l’adhérent", "nom du membre", "structure adhérente",
    "structure membre", "entreprise adhérente", "organisme adhérent", "member name", "sociétaire",
    *_ORGANISATION,
)  # fmt: skip
_SINCE = (
    "date de début", "début", "à partir de", "à compter du", "depuis le", "date d’effet",
    "start", "start date", "begin", "from", "date début", "valid from", "since", "depuis", "du",
)  # fmt: skip
_UNTIL = (
    "date de fin", "fin", "jusqu’au", "end", "end date", "until", "valid to", "échéance", "terme",
    "date de sortie", "sortie", "fin d’adhésion", "left on", "jusqu’à", "au",
)  # fmt: skip
_JOINED = (
    "date d’adhésion", "adhésion", "adhésion depuis", "adhérent depuis", "membre depuis",
    "année d’adhésion", "date d’adhésion au pôle", "première adhésion", "1ère adhésion",
    "1re adhésion", "date d’entrée", "année d’entrée", "entrée", "member since", "joined",
    "joined on", "join date", "valid_from", *_SINCE,
)  # fmt: skip
# One resigns from a membership or is struck off; from a partnership or a share, not.
_LEFT = (
    "date de fin d’adhésion", "fin adhésion", "adhérent jusqu’au", "membre jusqu’au",
    "date de départ", "date de radiation", "date de démission", "date de retrait", "sortie le",
    "année de sortie", "valid_to", *_UNTIL,
)  # fmt: skip
_STAFF = (
    "nombre d’emplois", "effectif", "nombre de salariés", "salariés", "effectif salarié",
    "employees", "headcount", "staff", "number of employees", "nombre d’employés",
    "effectif total", "effectif moyen", "effectif propre",
)  # fmt: skip
# « Nombre de salariés (ETP) » counts otherwise than « Nombre de salariés ».
_STAFF_IN_FTE = (
    *(
        f"{staff} {unit}"
        for staff in ("emplois", "personnel", *_STAFF)
        for unit in ("etp", "en etp", "équivalent temps plein", "en équivalent temps plein", "fte")
    ),
    "etp salariés",
)
_FTE = ("etp", "nombre d’etp", "équivalent temps plein", "nombre d’équivalents temps plein", "etpt")
# « Temps partagé (ETP) », « Temps partagé (heures) ».
_SHARED = (
    "salariés partagés", "emplois partagés", "temps partagé", "mise à disposition",
    "temps mis à disposition",
)  # fmt: skip
_SHARED_IN_FTE = (
    *(f"{fte} {how}" for fte in _FTE for how in ("mis à disposition", "partagés", "utilisés")),
    *(f"{shared} (etp)" for shared in _SHARED), "fte shared", *_FTE,
)  # fmt: skip
# « Ancien siège (commune) » is another.
_SEAT = (
    "siège", "siège social", "adresse", "adresse du siège", "lieu", "localisation", "implantation",
)  # fmt: skip

COMMON: Names = {
    "id": ("identifiant unique", "code acteur", "actor id", "identifier"),
    "name": _ORGANISATION,
    "other_names": (
        "autre nom", "sigle", "acronyme", "acronym", "nom d’usage", "nom court", "alias", "aka",
        "ancien nom", "abréviation", "short name", "nom commercial",
    ),
    "siren": (
        "n° siren", "numéro siren", "siren number", "code siren", "n° de siren",
        "identifiant siren",
        # Its last nine digits are the SIREN.
        "n° de tva", "n° tva", "numéro de tva", "numéro tva", "tva intracommunautaire",
        "n° tva intracommunautaire", "numéro de tva intracommunautaire", "vat number",
    ),
    "siret": (
        "n° siret", "numéro siret", "siret number", "code siret", "siret du siège", "n° de siret",
        "identifiant siret",
    ),
    "rna": (
        "n° rna", "numéro rna", "waldec", "n° waldec", "identifiantAssociationUniteLegale",
        "identifiant association", "rna number", "numéro d’association", "identifiant rna",
    ),
    "legal_form": (
        "statut juridique", "forme", "statut", "legal status", "type juridique",
        "forme jur", "statut jur",
        "structure juridique", "nature juridique de la structure",
    ),
    "legal_category": (
        "code catégorie juridique", "categorieJuridiqueUniteLegale", "nature_juridique",
        "code juridique", "catégorie juridique insee", "code nature juridique",
    ),
    "kind": (
        "type", "type de structure", "type d’acteur", "type d’organisation", "type d’organisme",
        "nature de la structure", "catégorie", "category", "type of organisation",
    ),
    "sector": ("secteur juridique", "public ou privé", "public/privé", "type de secteur"),
    "family": ("famille", "famille ess", "ess family", "famille d’ess"),
    "flags": ("agrément", "labels et agréments", "qualification"),
    "naf": (
        "naf", "ape", "code ape", "ape/naf", "naf/ape", "code naf/ape", "code ape/naf",
        "activitePrincipaleUniteLegale", "activite_principale", "nace",
        "activité principale (naf)", "activité principale (ape)",
    ),
    "activity": (
        "domaine d’activité", "secteur d’activité", "métier", "activité exercée", "domaine",
        "objet social", "description", "activité de la structure", "field of activity", "industry",
    ),
    "commune": (
        "ville", "localité", "commune du siège", "ville du siège", "city", "town",
        "commune d’implantation", "libelleCommuneEtablissement",
        *(f"{seat} ({town})" for seat in _SEAT for town in ("commune", "ville")),
    ),
    "commune_code": (
        "code insee", "insee", "code insee de la commune", "code commune insee", "citycode",
        "codeCommuneEtablissement", "depcom", "insee code",
    ),
    "postal_code": ("cp", "zip", "zip code", "postcode", "codepostal", "codePostalEtablissement"),
    "departement_code": (
        "n° de département", "numéro de département", "n° dép", "code dép", "code dept", "dept",
        "dpt", "dép", "num dep",
    ),
    "departement": ("nom du département", "department"),
    "region": ("nom de la région", "région administrative"),
    "jobs": _STAFF,
    "fte": (
        *_FTE, "full time equivalents", "total etp", "etp total", *_STAFF_IN_FTE,
    ),
    "turnover_eur": ("ca", "turnover", "revenue", "ca annuel", "montant du ca", "sales"),
    "fee_eur": (
        "cotis", "montant de la cotisation", "cotisation versée", "cotisation annuelle",
        "membership fee", "annual fee",
    ),
    "fees_eur": ("cotisation", "montant de la cotisation", "cotis", "fees", "adhésions"),
    "public_eur": ("financements publics", "subventions", "public funding", "ressources publiques"),
    "private_eur": ("financements privés", "private funding", "mécénat", "dons"),
    "own_eur": ("fonds propres", "autofinancement", "own resources"),
    "subsidy_share": (
        "% subventions", "% de subventions", "part des subventions", "taux de subvention",
        "subsidies %",
    ),
    "year_of_figure": (
        "année", "exercice", "année de référence", "year", "millésime", "année des données",
    ),
    "web": (
        "site web", "site internet", "url", "website", "page web", "adresse du site", "internet",
        "homepage", "lien", "site de la structure",
    ),
    "tags": ("mots-clés", "mots clefs", "keywords", "thèmes", "thématiques"),
    "note": (
        "remarque", "commentaire", "observation", "comment", "remark", "divers", "informations",
        "notes complémentaires",
    ),
    "named": ("est nommé", "nommé par la source"),
    "collective": ("est un collectif", "plusieurs structures"),
    "stands_for_min": ("effectif minimum", "minimum"),
    "stands_for_max": ("effectif maximum", "maximum"),
    "since": ("valid_from", *_SINCE),
    "until": ("valid_to", *_UNTIL),
    "valid_from": _SINCE,
    "valid_to": _UNTIL,
    "observed_on": (
        "date d’observation", "date du constat", "constaté en", "observed", "état au",
        "situation au", "date de mise à jour", "date",
    ),
    "source": ("sources", "document", "origine de l’information", "source document"),
    "locator": ("page", "section", "annexe", "localisation dans la source"),
    "role": ("fonction", "rôle dans le pôle", "qualité", "mandat"),
    "college": ("collège électoral", "collège de vote"),
    "votes": ("nombre de voix", "droits de vote", "number of votes"),
    "status": ("situation", "avancement", "en cours ou terminé", "state"),
    "share_pct": (
        "part", "% du capital", "% capital", "part de capital", "part du capital", "pourcentage",
        "% détenu", "pourcentage détenu", "taux de détention", "share", "stake", "ownership",
        "capital %", "quote-part", "%",
    ),
    "votes_pct": (
        "% des voix", "% voix", "part de voix", "droits de vote %", "% droits de vote", "votes",
        "voting rights", "voting share",
    ),
    "college_votes_pct": ("% des voix du collège", "voix du collège", "votes du collège"),
    "voting": ("règle de vote", "mode de vote", "vote", "voting rule"),
    "amount_eur": (
        "montant", "somme", "valeur", "amount", "montant en euros", "montant investi", "apport",
        "budget", "value", "euros",
    ),
    "purpose": ("objectif", "but", "sujet", "objet du partenariat", "thème", "subject"),
    "subtype": ("sous-type", "détail", "type détaillé", "sub type", "libellé du lien"),
    "programme": ("dispositif", "program", "appel à projets", "ligne budgétaire"),
    "hours": ("nombre d’heures", "volume horaire", "heures par an", "volume (heures)"),
    "strength": ("force", "fréquence", "weight", "poids", "% poids"),
    "tier": ("niveau de mutualisation",),
    "certainty": ("degré de certitude", "fiabilité"),
    "direction": ("sens", "orientation"),
    "member_count": (
        "nb de membres", "nombre d’adhérents", "nombre de structures", "membres", "adhérents",
        "members", "nombre d’entreprises",
    ),
    "pole_id": ("identifiant du pôle", "id pôle", "code pôle"),
    "pole": (
        "ptce", "nom du pôle", "pôle d’appartenance", "nom du ptce", "pôle territorial", "cluster",
        "pôle de rattachement",
    ),
    "version": ("version du référentiel", "millésime"),
    "indicator_code": (
        "code indicateur", "n° indicateur", "numéro de l’indicateur", "indicateur n°",
    ),
}  # fmt: skip

# Where a word means something else, or something more, in one list.
BY_LIST: Mapping[str, Names] = {
    "actors": {
        "valid_from": ("date de création", "création", "créé en", "fondé en", "founded", *_SINCE),
        "valid_to": ("date de fermeture", "date de dissolution", "dissolution", *_UNTIL),
    },
    "poles": {
        "name": ("pôle", "ptce", "nom du ptce", "nom du pôle", "pole", *_ORGANISATION),
        "carriers": (
            "carrier_actor_ids", "structure porteuse", "porteur", "porteurs du pôle",
            "organisme porteur", "porté par", "carrier",
        ),
        "departement_codes": (
            "département", "code département", "départements concernés", "departement_code",
            "dép", "dept",
        ),
        "labels": ("label",),
        "founded_year": (
            "création", "date de création", "créé en", "fondé en", "founded", "année",
            "depuis", "année de naissance du pôle",
        ),
        "year_of_figure": ("exercice", "année de référence", "year", "année des données"),
        "temoin": ("témoin",),
        "laureate_2013": ("lauréat", "lauréat de l’appel à projets", "lauréat aap 2013"),
        "charter_2014": (
            "charte", "signataire", "signataire de la charte", "charter", "charter_signed",
        ),
        "common_place": ("lieu", "lieu partagé", "locaux communs", "common premises"),
        "territory_type": ("territoire", "type du territoire"),
        "stage": ("statut", "avancement", "état d’avancement", "phase", "stage"),
    },
    "groups": {
        "name": ("groupe", "groupement", "nom du groupement", "lieu", *_ORGANISATION),
        "pole_id": ("pole", "ptce", "nom du pôle", "identifiant du pôle", "pôle de rattachement"),
        "actor_id": ("identifiant de l’acteur", "acteur"),
        "kind": ("type", "type de groupe", "nature du groupe", "catégorie"),
    },
    "members": {
        "member": _MEMBER,
        "member_id": ("id", "identifiant", "actor_id", "identifiant de la structure", "id membre"),
        "network": (
            "tête de réseau", "fédération", "nom du réseau", "réseau d’appartenance", "federation",
        ),
        "since": _JOINED,
        "until": _LEFT,
        # « À jour » tells who has paid: « non » is a member yet.
        "status": ("état de l’adhésion", "situation"),
    },
    "employers": {
        "member": (
            "entreprise utilisatrice", "entreprise membre", "utilisateur", "employeur",
            "employer", *_MEMBER,
        ),
        "member_id": ("id", "identifiant", "actor_id", "identifiant de la structure", "id membre"),
        "group": (
            "groupement", "ge", "geiq", "ge/geiq", "ge ou geiq", "nom du groupement",
            "nom du geiq", "nom du ge", "employers group",
        ),
        "group_id": ("id groupement", "identifiant du ge", "identifiant du geiq"),
        "shared_fte": _SHARED_IN_FTE,
        # Beside a column that says what is shared, plain « ETP » is the member's own staff.
        "fte": ("etp de la structure", *_STAFF_IN_FTE, "own fte", *_FTE),
        "hours": (
            "heures mises à disposition", "nombre d’heures mises à disposition", "nombre d’heures",
            "volume horaire", "heures facturées", "nombre d’heures facturées", "volume (heures)",
            *(f"{shared} (heures)" for shared in _SHARED),
        ),
        "since": _JOINED,
        "until": _LEFT,
    },
    "shareholdings": {
        "holder": (
            "associé", "actionnaire", "porteur de parts", "sociétaire", "souscripteur",
            "nom de l’associé", "nom de l’actionnaire", "owner", "shareholder", "propriétaire",
            "investisseur",
        ),
        "holder_id": ("owner_id", "id détenteur", "identifiant de l’associé", "id associé"),
        "holder_siren": (
            "siren détenteur", "siren associé", "siren de l’associé", "siren actionnaire",
        ),
        "firm": (
            "entreprise", "société détenue", "entreprise détenue", "filiale", "owned", "company",
            "nom de la société", "raison sociale", "dénomination", "participation dans",
        ),
        "firm_id": ("owned_id", "id société", "identifiant de la société"),
        "firm_siren": ("siren société", "siren", "siren filiale", "siren entreprise"),
        "amount_eur": (
            "valeur des parts", "capital détenu", "montant souscrit", "apport en capital",
            "montant", "valeur", "souscription", "apport", "amount", "value", "euros",
        ),
        "at": (
            "date", "observed_on", "au", "situation au", "à la date du", "constaté le",
            "date de situation",
        ),
    },
    "partnerships": {
        "partners": (
            "structures partenaires", "acteurs", "membres", "parties", "signataires", "partner",
        ),
        "partner_1": (
            "partenaire a", "structure 1", "structure a", "acteur 1", "acteur a", "organisme 1",
            "entre", "from", "structure", "nom", "porteur", "chef de file",
        ),
        "partner_2": (
            "partenaire b", "structure 2", "structure b", "acteur 2", "acteur b", "organisme 2",
            "avec", "with", "to", "partenaire",
        ),
        **{
            f"partner_{n}": (
                f"structure {n}", f"acteur {n}", f"organisme {n}", f"partenaire {letter}",
            )
            for n, letter in enumerate("cdef", start=3)
        },
        "kind": (
            "type", "type de partenariat", "nature du partenariat", "type de lien",
            "kind of tie",
        ),
        "since": ("date", "depuis", "début", "date de début", "date de signature", "signé le",
                  "signée le", "signature (date)", "signé (date)", "valid_from", "start",
                  "start date", "since"),
        "until": _UNTIL,
        "status": ("statut", "avancement", "situation", "state"),
        "observed_on": ("date d’observation", "date du constat", "constaté en", "état au"),
        "purpose": ("projet", "intitulé", "description", "objectif", "but", "sujet",
                    "objet du partenariat", "thème", "subject"),
    },
    "ties": {
        "source_id": ("id source", "from_id", "owner_id"),
        "source_name": (
            "acteur a", "acteur 1", "structure a", "structure 1", "origine", "from", "entre",
            "acteur source", "structure", "nom", "partenaire 1",
        ),
        "source_siren": ("siren a", "siren 1", "siren source", "siren origine"),
        "target_id": ("id target", "id cible", "to_id", "owned_id"),
        "target_name": (
            "target", "cible", "acteur b", "acteur 2", "structure b", "structure 2", "destination",
            "to", "avec", "acteur cible", "partenaire", "partenaire 2",
        ),
        "target_siren": ("siren b", "siren 2", "siren cible", "siren target"),
        "kind": ("type", "type de lien", "nature", "relation", "type de relation", "kind", "lien"),
        "status": ("statut", "avancement", "situation", "state"),
    },
    "referentiel": {
        "indicator_code": ("code", "code indicateur", "n° d’indicateur"),
        "indicator": ("libellé", "intitulé", "libellé de l’indicateur", "indicateur libellé"),
        "general_objective": ("objectif", "finalité"),
        "principal_objective": ("code de l’objectif", "objectif principal code"),
        "principal_objective_title": ("intitulé de l’objectif", "objectif principal (intitulé)"),
        "importance_class": ("importance", "classe"),
    },
    "referentiel-scores": {
        "score": ("note", "valeur", "rating", "évaluation", "résultat", "value"),
        "indicator_code": ("indicateur", "indicator", "code"),
        "respondent": (
            "structure répondante", "structure", "réponse de", "organisme", "qui répond",
        ),
        "observed_on": ("date d’évaluation", "évalué le", "observed_on", "année"),
    },
    "judgements": {
        "left": ("acteur 1", "acteur a", "left", "premier acteur"),
        "right": ("acteur 2", "acteur b", "right", "second acteur", "autre acteur"),
        "left_id": ("identifiant 1", "id 1", "identifiant a"),
        "right_id": ("identifiant 2", "id 2", "identifiant b"),
        "verdict": ("jugement", "avis", "verdict"),
        "author": ("auteur", "par"),
        "decided_on": ("date", "date de la décision", "decided_at"),
    },
}  # fmt: skip
