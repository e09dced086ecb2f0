"""Headings that only say of what kind their column is: which one it is stands in the brackets.

« Numéro d’immatriculation (SIREN) », « Période (début) », « Adresse (code postal) ».
"""

from __future__ import annotations

from maillage.ingest.columns.headings import heading_key
from maillage.ingest.word_sets import word_set

_REGISTERED = word_set("siren siret rna naf legal_category")
_OF_AN_END = word_set("firm_siren holder_siren source_siren target_siren")
_CODES = word_set("commune_code postal_code departement_code departement_codes")
_PLACES = _CODES | word_set("commune departement region")
_DATES = word_set(
    """
    since until valid_from valid_to at observed_on ended asked_on coded_on decided_on
    founded_year year_of_figure
    """
)
_MEASURES = word_set("jobs fte shared_fte hours share_pct votes_pct subsidy_share")
# The fields that brackets behind a word may name: the date of a project is no project, nor the
# address of an association an association.
_NEUTRAL = (
    ("numéro code identifiant identification immatriculation", _REGISTERED | _OF_AN_END | _CODES),
    ("période date année", _DATES),
    ("adresse postale localisation implantation", _PLACES),
    ("temps taux pourcentage détention", _MEASURES),
    ("structure", _REGISTERED | _PLACES | _MEASURES),
)
_FIELDS = {heading_key(word): fields for words, fields in _NEUTRAL for word in words.split()}


def precised_fields(key: str) -> frozenset[str]:
    """Those that brackets behind a heading may name; none where it says more than a kind.

    >>> "siren" in precised_fields("numero immatriculation"), precised_fields("maison mere")
    (True, frozenset())
    """
    return frozenset.intersection(*(_FIELDS.get(word, frozenset()) for word in key.split(" ")))
