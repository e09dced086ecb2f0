"""What the sheet of a member says above its lines, and the headings of what became of it."""

from __future__ import annotations

from maillage.graph.wording import Catalogue

# In the order of the lines; {member}, {pole} and {day} are filled in.
LETTER: Catalogue = {
    "title": (
        "{member} : vos liens, tels qu’on les connaît",
        "{member}: your ties, as they are known",
    ),
    "why": (
        "{pole} fait le point sur qui coopère avec qui. Voici les liens que vous ou "
        "d’autres avez déclarés à votre sujet. Vous seuls pouvez dire s’ils sont justes.",
        "{pole} takes stock of who cooperates with whom. Here are the ties that you or "
        "others have declared about you. Only you can say whether they are right.",
    ),
    "how": (
        "À chaque ligne, écrivez « oui » dans une seule case : « Je confirme » si le lien existe, "
        "« Je conteste » s’il n’a jamais existé. S’il a existé et n’existe plus, donnez sa fin "
        "sous « Terminé depuis ».",
        "On each line, write “yes” in one cell only: “I confirm” if the tie exists, “I contest” if "
        "it never did. If it did exist and no longer does, give its end under “Over since”.",
    ),
    "add": (
        "Il manque un lien ? Ajoutez-le sur une ligne vide, plus bas : avec qui, la nature du "
        "lien, et « oui » sous « J’ajoute ».",
        "Is a tie missing? Add it on a blank line further down: with whom, the kind of tie, and "
        "“yes” under “I add”.",
    ),
    "blank": (
        "Laissez vide ce que vous ne savez pas : une ligne vide ne dit rien, ni oui ni non. "
        "N’écrivez aucun nom de personne.",
        "Leave blank what you do not know: a blank line says nothing, neither yes nor no. Write no "
        "name of a person.",
    ),
    "back": (
        "Renvoyez ce fichier à qui vous l’a envoyé. Vos réponses y compteront comme votre propre "
        "parole, à côté de celle des autres. Feuille faite le {day}.",
        "Send this file back to whoever sent it to you. Your answers will count as your own word, "
        "beside that of others. Sheet made on {day}.",
    ),
}
SHEET_TITLE = ("vos liens", "your ties")
YES = ("oui", "yes")
NOT_YET = ("non", "no")
HEADINGS: Catalogue = {
    "member": ("membre", "member"),
    "answered": ("a répondu", "answered"),
    "ties": ("liens", "ties"),
    # Of the ties: how many stand so.
    "confirmed": ("par les deux", "by both"),
    "one_sided": ("d’un côté", "by one side"),
    "reported": ("par un tiers", "by others"),
    "contested": ("contestés", "contested"),
    "pole": ("pôle", "pole"),
    "name": ("nom", "name"),
    "asked": ("interrogeables", "can be asked"),
    "have_answered": ("ont répondu", "answered"),
    "share": ("part", "share"),
}
