"""What the parts of a read-out are called, and the read-outs themselves."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.vocabulary import Label
from maillage.graph.wording import Counts

READOUTS: Mapping[str, Label] = {
    "isolation": Label("Isolement des pôles", "Isolation of poles"),
    "reliance": Label("Reliance", "Reliance"),
    "dependence": Label("Dépendance", "Dependence"),
    "decloisonnement": Label("Décloisonnement", "Crossing boundaries"),
    "article9": Label(
        "Article 9 de la loi du 31 juillet 2014", "Article 9 of the law of 31 July 2014"
    ),
    "referentiel": Label("Référentiel des pôles", "Référentiel of the poles"),
    "suggestions": Label("Qui devrait rencontrer qui", "Who should meet whom"),
    "changes": Label("Ce qui a changé", "What changed"),
    "two_poles": Label("Deux pôles côte à côte", "Two poles side by side"),
    "typology": Label("Typologies et logiques de coopération", "Types and logics of cooperation"),
    "economy": Label("Économie du pôle", "Economy of the pole"),
    "sharing": Label(
        "Groupements d’employeurs et moyens partagés", "Employer groups and shared means"
    ),
}

SECTIONS: Mapping[str, Label] = {
    "unknown": Label("Ce qu’on ne sait pas", "What is not known"),
    # isolation
    "network": Label("L’ensemble", "All of it"),
    "isolated": Label("Isolés", "Isolated"),
    "not_documented": Label("Non documentés", "Not documented"),
    "linked": Label("Reliés", "Linked"),
    "hubs": Label("Comptés à part", "Counted apart"),
    # article 9
    "conditions": Label("Les conditions", "The conditions"),
    # référentiel
    "indicators": Label("Les indicateurs", "The indicators"),
    # reliance
    "acts": Label("Les actes", "The acts"),
    "ties": Label("Les liens", "The ties"),
    "cohesion": Label("La cohésion", "Cohesion"),
    "brokers": Label("Qui fait le lien entre les secteurs", "Who brokers between sectors"),
    "peers": Label("Parmi les pôles semblables", "Among similar poles"),
    # dependence
    "leader": Label("Par qui passent les liens", "Whom ties run through"),
    "leaving": Label("Si l’un s’en va", "If one leaves"),
    "money": Label("L’argent", "Money"),
    "public": Label("Le poids des organismes publics", "The weight of public bodies"),
    "authorities": Label("Le rôle de chaque collectivité", "The role of each authority"),
    # décloisonnement
    "members": Label("Qui est là", "Who is there"),
    "index": Label("Ce qui franchit les frontières", "What crosses boundaries"),
    "pairs": Label("Groupe à groupe", "Group by group"),
    "carriers": Label("Qui porte les passages", "Who carries the crossings"),
    "layers": Label("Par couche et nature de lien", "By layer and kind of tie"),
    "time": Label("Dans le temps", "Over time"),
    # two dates, two poles
    "changes": Label("Lien par lien", "Tie by tie"),
    "measures": Label("Les mesures", "The measures"),
    "common": Label("Ce qu’ils ont en commun", "What they have in common"),
    "apart": Label("Ce qui les distingue", "What sets them apart"),
    # typology
    "declared": Label("Ce que les sources disent", "What sources say"),
    "pointed": Label("Où pointent les liens et les activités", "Where ties and activities point"),
    "logics": Label("Les trois logiques de coopération", "The three logics of cooperation"),
    # economy
    "figures": Label("Les chiffres du pôle", "The figures of the pole"),
    "within": Label("Ce qui est dit de ceux qui en sont", "What is told of those in it"),
    # sharing
    "groups": Label("Groupements d’employeurs", "Employer groups"),
    "overlaps": Label("Qui est dans plusieurs", "Who is in several"),
    "joins": Label("Entre les pôles", "Between poles"),
    "staff": Label("Salariés partagés", "Shared staff"),
    "means": Label("Autres moyens partagés", "Other shared means"),
    # suggestions
    "suggestions": Label("À rencontrer", "To meet"),
    "between_members": Label("Entre membres du pôle", "Between members of the pole"),
    "planned": Label("Déjà prévu", "Planned already"),
    "introductions": Label("Ce qui a été fait des propositions", "What was done of suggestions"),
}

# Of what is too much to read sentence by sentence.
COUNTS: Counts = {
    "more": ("Et {n} autre.", "Et {n} autres.", "And {n} other.", "And {n} others."),
}
