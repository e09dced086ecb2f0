"""What changed between two dates, and what sets two poles apart: the sentences."""

from __future__ import annotations

from maillage.graph.wording import Catalogue, Counts

WORDS: Catalogue = {
    # two dates
    "paragraph": (
        "Entre {first} et {last}, {where} : {created}, {kept}, {ended}, {confirmed}.{measures}",
        "Between {first} and {last}, {where}: {created}, {kept}, {ended}, {confirmed}.{measures}",
    ),
    "in_view": ("dans la vue {view}", "in the view {view}"),
    "of_pole": ("liens de {name}", "ties of {name}"),
    "measures": (" {measures}", " {measures}"),
    "measures_of_members": (
        " {measures} Ces mesures sont prises entre membres.",
        " {measures} These measures are taken between members.",
    ),
    "nothing": (
        "Aucun lien n’est connu : {first}, {last}.",
        "No tie is known: {first}, {last}.",
    ),
    "members": (
        "Entre membres, dans la vue {view} : {created}, {kept}, {ended}, {confirmed}.",
        "Between members, in the view {view}: {created}, {kept}, {ended}, {confirmed}.",
    ),
    "confirmed_untold": (
        "confirmations non comptées (plus de {most})",
        "confirmations not counted (more than {most})",
    ),
    "life": ("{what} : {names}.", "{what}: {names}."),
    "tie": ("{one} et {other} ({kind})", "{one} and {other} ({kind})"),
    "all_ties": (
        "Liens de toute nature, adhésions et soutiens compris : {created}, {kept}, {ended}, "
        "{confirmed}.",
        "Ties of any kind, memberships and support too: {created}, {kept}, {ended}, {confirmed}.",
    ),
    "came": ("Reliés depuis : {names}.", "Tied since: {names}."),
    "went": ("Plus reliés : {names}.", "No longer tied: {names}."),
    # measures side by side
    "measure": ("{measure} : {one}, puis {other}.", "{measure}: {one}, then {other}."),
    "measure_of_two": (
        "{measure} : {one} ({first}), {other} ({last}).",
        "{measure}: {one} ({first}), {other} ({last}).",
    ),
    "no_value": ("sans valeur ({reason})", "no value ({reason})"),
    "none": ("{measure} : sans valeur ({reason}).", "{measure}: no value ({reason})."),
    "few_ties": (
        "{said} Trop peu de liens pour conclure.",
        "{said} Too few ties to conclude.",
    ),
    # two poles
    "no_list": (
        "{name} : aucune liste complète ; il peut y avoir d’autres membres et d’autres liens.",
        "{name}: no complete list; there may be other members and other ties.",
    ),
    "two_poles": (
        "{first} a {first_ties} avec {first_partners} ; {last}, {last_ties} avec {last_partners}. "
        "{common} {direct}{measures}",
        "{first} has {first_ties} with {first_partners}; {last}, {last_ties} with {last_partners}. "
        "{common} {direct}{measures}",
    ),
    "no_common": (
        "Personne de connu n’est lié aux deux.",
        "Nobody known is tied to both.",
    ),
    "no_common_but_hubs": (
        "Hors ce que trop de pôles partagent, personne de connu n’est lié aux deux.",
        "Apart from what too many poles share, nobody known is tied to both.",
    ),
    "hubs": (
        "Comptés à part, car trop de pôles les partagent : {names}.",
        "Counted apart, since too many poles share them: {names}.",
    ),
    "no_direct": ("Aucun lien connu ne les joint.", "No known tie joins them."),
    "only_one": (
        "Natures de lien connues du seul {name} : {kinds}.",
        "Kinds of tie known of {name} alone: {kinds}.",
    ),
    "acts": ("{name} : {acts}.", "{name}: {acts}."),
}

COUNTS: Counts = {
    "created": ("{n} lien créé", "{n} liens créés", "{n} tie created", "{n} ties created"),
    "kept": ("{n} gardé", "{n} gardés", "{n} kept", "{n} kept"),
    "ended": ("{n} terminé", "{n} terminés", "{n} ended", "{n} ended"),
    "confirmed": ("{n} confirmé", "{n} confirmés", "{n} confirmed", "{n} confirmed"),
    "more": ("{n} autre", "{n} autres", "{n} other", "{n} others"),
    "kept_undated": (
        "{n} lien gardé est sans date : on ne sait pas s’il était là aux deux.",
        "{n} liens gardés sont sans date : on ne sait pas s’ils étaient là aux deux.",
        "{n} tie kept is undated: we cannot say whether it was there at both.",
        "{n} ties kept are undated: we cannot say whether they were there at both.",
    ),
    "kept_seen_since": (
        "{n} lien gardé n’a été constaté qu’entre les deux : il peut être né depuis.",
        "{n} liens gardés n’ont été constatés qu’entre les deux : ils peuvent être nés depuis.",
        "{n} tie kept was only seen in between: it may have begun since.",
        "{n} ties kept were only seen in between: they may have begun since.",
    ),
    "kept_perhaps_new": (
        "{n} lien gardé a peut-être commencé après la première date.",
        "{n} liens gardés ont peut-être commencé après la première date.",
        "{n} tie kept may have begun after the first date.",
        "{n} ties kept may have begun after the first date.",
    ),
    "kept_perhaps_over": (
        "{n} lien gardé est peut-être terminé à la seconde date.",
        "{n} liens gardés sont peut-être terminés à la seconde date.",
        "{n} tie kept may be over at the second date.",
        "{n} ties kept may be over at the second date.",
    ),
    "confirmed_sometime": (
        "{n} lien est confirmé sans qu’on sache si c’est entre les deux dates.",
        "{n} liens sont confirmés sans qu’on sache si c’est entre les deux dates.",
        "{n} tie is confirmed, we cannot say whether between the two dates.",
        "{n} ties are confirmed, we cannot say whether between the two dates.",
    ),
    "ties": ("{n} lien connu", "{n} liens connus", "{n} known tie", "{n} known ties"),
    "partners": ("{n} acteur", "{n} acteurs", "{n} actor", "{n} actors"),
    "common": (
        "{n} acteur est lié aux deux : {names}.",
        "{n} acteurs sont liés aux deux : {names}.",
        "{n} actor is tied to both: {names}.",
        "{n} actors are tied to both: {names}.",
    ),
    "direct": (
        "{n} lien les joint.",
        "{n} liens les joignent.",
        "{n} tie joins them.",
        "{n} ties join them.",
    ),
}
