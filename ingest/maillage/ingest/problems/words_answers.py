"""What is said of the sheets that members and coders fill in; same shape as `words`."""

from __future__ import annotations

from maillage.ingest.problems.words import Words

_ASK_AGAIN = "Refaites la feuille avec «\u202fmaillage ask\u202f», puis recopiez-y la réponse."
_ASK_AGAIN_EN = "Make the sheet again with “maillage ask”, then copy the answer into it."

ANSWER_WORDS: dict[str, Words] = {
    "answer_member_unknown": Words(
        "refused",
        "«\u202f{value}\u202f», qui répond, n’est pas dans le réseau",
        "“{value}”, who answers, is not in the network",
        "La feuille vient d’un autre réseau, ou son identifiant a été modifié.",
        "The sheet comes from another network, or its id was changed.",
    ),
    "answer_pole_unknown": Words(
        "refused",
        "«\u202f{value}\u202f» n’est pas un pôle du réseau",
        "“{value}” is not a pole of the network",
        "La feuille vient d’un autre réseau, ou son identifiant a été modifié.",
        "The sheet comes from another network, or its id was changed.",
    ),
    "answer_other_pole": Words(
        "refused",
        "cette feuille est celle du pôle {value}, pas du pôle {asked}",
        "this sheet is that of the pole {value}, not of the pole {asked}",
        "Chargez-la avec ce pôle, ou sans en dire aucun ({--pole}).",
        "Load it with that pole, or without saying any ({--pole}).",
    ),
    "answer_not_member": Words(
        "refused",
        "{name} n’a jamais été membre du pôle {value}",
        "{name} was never a member of the pole {value}",
        "La feuille est celle d’un autre pôle, ou son identifiant a été modifié.",
        "The sheet is that of another pole, or its id was changed.",
    ),
    "answer_tie_gone": Words(
        "refused",
        "le lien «\u202f{value}\u202f» n’est plus dans le réseau\u202f: fusionné, annulé, ou "
        "identifiant modifié",
        "the tie “{value}” is no longer in the network: merged, undone, or its id was changed",
        _ASK_AGAIN,
        _ASK_AGAIN_EN,
    ),
    "answer_tie_moved": Words(
        "warning",
        "«\u202f{value}\u202f» n’est pas, ou n’est plus, le numéro d’un lien\u202f: compris, "
        "par la nature et le partenaire, comme le lien avec {partner}",
        "“{value}” is not, or is no longer, the number of a tie: understood, by its kind and "
        "partner, as the tie with {partner}",
        "Si c’en est un autre, contestez celui-ci et ajoutez l’autre.",
        "If it is another, contest this one and add the other.",
    ),
    "answer_not_its_tie": Words(
        "refused",
        "le lien «\u202f{value}\u202f» n’est pas un lien de {name}",
        "the tie “{value}” is not a tie of {name}",
        "Un identifiant a été modifié. " + _ASK_AGAIN,
        "An id was changed. " + _ASK_AGAIN_EN,
    ),
    "answer_tie_rewritten": Words(
        "refused",
        "la ligne dit «\u202f{said}\u202f» là où la question portait sur «\u202f{asked}\u202f»",
        "the line says “{said}” where the question was about “{asked}”",
        "Pour un autre lien\u202f: contestez celui-ci et ajoutez l’autre plus bas.",
        "For another tie: contest this one and add the other further down.",
    ),
    "answer_tie_ended": Words(
        "warning",
        "ce lien est dit terminé depuis\u202f: la réponse est gardée, il reste terminé",
        "this tie is said to have ended since: the answer is kept, it stays ended",
        "S’il dure encore, demandez une date d’observation plus récente.",
        "If it still lasts, ask for a more recent observation.",
    ),
    "answer_several": Words(
        "refused",
        "plusieurs réponses à la fois pour «\u202f{value}\u202f»",
        "several answers at once about “{value}”",
        "Une seule case à cocher par ligne\u202f: confirmer, contester ou ajouter.",
        "Only one box to tick on a line: confirm, contest or add.",
    ),
    "answer_no": Words(
        "refused",
        "«\u202fnon\u202f» ne dit pas si le lien avec {value} est contesté",
        "“no” does not say whether the tie with {value} is contested",
        "Écrivez «\u202foui\u202f» sous «\u202fJe conteste\u202f», ou laissez la ligne vide.",
        "Write “yes” under “I contest”, or leave the line blank.",
    ),
    "answer_note_only": Words(
        "warning",
        "une remarque sans réponse sur le lien avec {value}\u202f: elle n’est pas enregistrée",
        "a note without an answer about the tie with {value}: it is not saved",
        "Cochez une réponse pour que la remarque soit gardée avec elle.",
        "Tick an answer for the note to be kept with it.",
    ),
    "answer_adds_known": Words(
        "refused",
        "le lien avec {value} est déjà dans la feuille\u202f: il se confirme, il ne s’ajoute pas",
        "the tie with {value} is in the sheet already: it is confirmed, not added",
        "Pour un autre lien avec ce partenaire, remplissez une ligne vide.",
        "For another tie with this partner, fill in a blank line.",
    ),
    "answer_contests_nothing": Words(
        "refused",
        "rien n’est dit de ce lien avec «\u202f{value}\u202f»\u202f: il n’y a rien à contester",
        "nothing is said of this tie with “{value}”: there is nothing to contest",
        "Effacez la ligne, ou cochez «\u202fJ’ajoute\u202f».",
        "Clear the line, or tick “I add”.",
    ),
    "answer_direction": Words(
        "refused",
        "«\u202f{kind}\u202f» va de l’un vers l’autre\u202f: la case «\u202f{column}\u202f» dit "
        "dans quel sens",
        "“{kind}” goes from one to the other: the cell “{column}” says which way",
        "Choisissez «\u202fnous → partenaire\u202f» ou «\u202fpartenaire → nous\u202f».",
        "Choose “us → partner” or “partner → us”.",
    ),
    "answer_end_to_come": Words(
        "refused",
        "la fin ({day}) est à venir\u202f: le lien n’est pas terminé",
        "the end ({day}) is still to come: the tie has not ended",
        "Confirmez-le, et dites la date prévue en remarque.",
        "Confirm it, and give the planned date as a note.",
    ),
    "coding_family_outside": Words(
        "refused",
        "une famille de l’ESS pour «\u202f{value}\u202f», codé hors de l’ESS",
        "a social-economy family for “{value}”, coded outside the social economy",
        "Videz la famille, ou codez le secteur ESS.",
        "Clear the family, or code the sector as social economy.",
    ),
    "coding_otherwise": Words(
        "warning",
        "{value} a codé autrement la même organisation à la ligne {first}, le même jour\u202f: "
        "la première ligne compte",
        "{value} coded the same organisation otherwise on line {first}, the same day: the first "
        "line counts",
        "Supprimez l’une des deux, ou datez la seconde.",
        "Delete one of the two, or date the second.",
    ),
}
