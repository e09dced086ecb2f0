"""Who shares staff and other means with whom: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    "nothing": (
        "Aucun groupement d’employeurs, aucun salarié ni moyen partagé n’est connu.",
        "No employer group, no shared staff and no shared means are known.",
    ),
    "no_list": (
        "Aucune liste complète des employeurs : il peut y en avoir d’autres.",
        "No complete list of employers: there may be others.",
    ),
    "pole_groups": ("{pole} : {names}.", "{pole}: {names}."),
    "group": ("{name} : {employers}{amounts}.", "{name}: {employers}{amounts}."),
    "employers": ("{n} ({names})", "{n} ({names})"),
    "amounts": (" ; {amounts}, dits par {told} sur {of}", "; {amounts}, told by {told} of {of}"),
    "staff": (
        "{one} et {other} partagent des salariés{amounts}.",
        "{one} and {other} share staff{amounts}.",
    ),
    "staff_within": (
        "Salariés partagés dans {other} : {one}{amounts}.",
        "Staff shared in {other}: {one}{amounts}.",
    ),
    "staff_amounts": (" ({amounts})", " ({amounts})"),
    "fte": ("{n} ETP", "{n} FTE"),
    "hours": ("{n} heures", "{n} hours"),
    "overlap": ("{name} emploie par {groups}.", "{name} employs through {groups}."),
    "no_overlap": (
        "Aucun employeur connu n’est dans deux groupements.",
        "No known employer is in two groups.",
    ),
    "joins": ("{name} joint {poles}.", "{name} joins {poles}."),
    "by_employers": ("{pole} (par {names})", "{pole} (through {names})"),
    "no_join": (
        "Aucun groupement connu ne joint deux pôles.",
        "No known group joins two poles.",
    ),
    "means": ("{kind} : {ties} ({names}).", "{kind}: {ties} ({names})."),
    "pair": ("{one} et {other}", "{one} and {other}"),
}

COUNTS: Counts = {
    "no_employer": (
        "{n} groupement dont aucun employeur n’est nommé : {names}.",
        "{n} groupements dont aucun employeur n’est nommé : {names}.",
        "{n} group of which no employer is named: {names}.",
        "{n} groups of which no employer is named: {names}.",
    ),
    "silent": (
        "{n} lien sur {of} ne dit ni équivalents temps plein ni heures.",
        "{n} liens sur {of} ne disent ni équivalents temps plein ni heures.",
        "{n} tie of {of} tells neither full-time equivalents nor hours.",
        "{n} ties of {of} tell neither full-time equivalents nor hours.",
    ),
    "groups": (
        "{n} groupement d’employeurs est connu : {names}.",
        "{n} groupements d’employeurs sont connus : {names}.",
        "{n} employer group is known: {names}.",
        "{n} employer groups are known: {names}.",
    ),
    "employers": (
        "{n} employeur connu",
        "{n} employeurs connus",
        "{n} known employer",
        "{n} known employers",
    ),
    "more_pairs": ("{n} autre", "{n} autres", "{n} other", "{n} others"),
    "ties": ("{n} lien", "{n} liens", "{n} tie", "{n} ties"),
}
