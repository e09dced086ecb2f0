"""What people write around a list: legends, dates, authors, counts. Each alone on its line."""

from __future__ import annotations

import re

from maillage.graph.folding import fold
from maillage.ingest.tables.header import is_note

_LEGEND = re.compile(
    r"(?:legende|codes? (?:des )?couleurs?|signification|legend|colou?r code)"
    r"(?: (?:des|du|de la|of the) (?:couleurs?|codes?|tableau|signes?|colou?rs?))?"
)
_LEGEND_AND_MORE = re.compile(r"\s*(?:légende|legend|codes?(?: des)? couleurs?)\s*:", re.I)
_COLOUR = (
    r"(?:rouge|vert|jaune|orange|bleu|gris|grisé|noir|violet|rose|blanc|gras|italique|souligné"
    r"|surligné|barré)(?:e?s)?"
)
_COUNTED = (
    r"(?:adhérent|membre|structure|organisation|entreprise|association|partenaire|sociétaire)"
)
_REMARK = re.compile(
    r"\([0-9]{1,2}\)\s|\[[0-9]{1,2}\]\s|[¹²³⁴-⁹†‡]|dernière mise à jour\b"
    # Who made it, where and when.
    r"|(?:fait|établie?|arrêtée?|éditée?|imprimée?|exportée?|extraite?)\s+(?:à|le|au|du|en)\s.*[0-9]"
    r"|(?:rédigé|établi|édité|réalisé)e?\s+par\b"
    r"|(?:liste|état|tableau|document|fichier|extraction|situation)\s+(?:arrêtée?|interne|établie?"
    r"|mise? à jour|de travail|confidentiel(?:le)?|non exhaustive?|provisoire|au [0-9]|du [0-9])"
    r"|confidentiel\b|ne pas diffuser|usage interne|page\s+[0-9]+(?:\s*(?:/|sur)\s*[0-9]+)?\s*$"
    r"|©|copyright\b|tous droits réservés|voir\s+(?:aussi|plus|onglet|feuille|page|note)\b"
    # What it counts.
    r"|(?:nombre|nb)\s+(?:de\s|d['’]|total\b)|effectifs?(?:\s+total)?\s*(?::|$)|soit\s+[0-9]"
    rf"|[0-9]+\s+{_COUNTED}s?(?:\s+\w+)?\s*$|cotisations?\b"
    # What its colours and signs mean.
    rf"|(?:en\s+)?{_COLOUR}\s*:|[^=]{{1,40}}\s=\s",
    re.I,
)


def opens_legend(text: str) -> bool:
    """Whether the lines below say what colours and signs mean.

    >>> opens_legend("Légende :"), opens_legend("Code couleur"), opens_legend("La Légende")
    (True, True, False)
    """
    return bool(_LEGEND.fullmatch(fold(text[:80])) or _LEGEND_AND_MORE.match(text))


def is_remark(text: str) -> bool:
    """Whether it says something of the list rather than names one of it.

    >>> is_remark("Fait à Redon le 12/01/2023"), is_remark("Vert = à jour"), is_remark("Page 1/2")
    (True, True, True)
    >>> is_remark("Fait à la main"), is_remark("Voir Ensemble"), is_remark("Note de Pain")
    (False, False, False)
    """
    return is_note(text) or bool(_REMARK.match(text))
