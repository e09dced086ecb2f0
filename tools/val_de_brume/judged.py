"""What people judge: the référentiel and its scores, answers of a member, codings, decisions."""

from __future__ import annotations

import random

from openpyxl.worksheet.worksheet import Worksheet
from val_de_brume.territory import KNOWN, POLE, siren
from val_de_brume.writing import Cell, Rows, put, typed, workbook


def referentiel(draw: random.Random) -> bytes:
    """A version of their own, not yet filled in everywhere."""
    del draw
    text = """
Version;Objectif général;Objectif principal;Code;Indicateur;Commentaire
2014-brume;Servir un territoire;a;a1;Lieu identifié et accessible;
2014-brume;Servir un territoire;a;a2;Part d’achats locaux;à chiffrer
2014-brume;Coopérer;b;b1;Décisions prises en commun;
2014-brume;;b;b2;Salariés partagés;
;Coopérer;b;b3;Achats groupés;
"""
    return typed(text, "utf-8-sig")


def scores(draw: random.Random) -> bytes:
    """What each respondent answers, on a sheet with a title and a legend."""
    answers: list[list[Cell]] = [
        ["Pôle du Val-de-Brume", "2014-brume", code, who, draw.randint(2, 6), 2014]
        for code in ("a1", "a2", "b1")
        for who in ("Recyclerie des Trois Brumes", "Commune de Brumeval")
    ]
    answers[1][4], answers[3][4], answers[4][4] = 7, "moyen", "4/6"
    answers[5][2] = None

    def fill(sheet: Worksheet) -> None:
        put(sheet, [
            ("Auto-évaluation",),
            ("1 = pas du tout, 6 = tout à fait",),
            ("Pôle", "Version", "Code de l'indicateur", "Répondant", "Note", "Année"),
            *answers,
        ])  # fmt: skip

    return workbook({"Réponses": fill})


def answers(draw: random.Random) -> bytes:
    """The sheet that the commune received from its pole, filled in by hand and sent back."""
    del draw
    heading = (
        "Avec", "Nature du lien", "Sens", "Précision", "Depuis", "Qui le dit", "Je confirme",
        "Je conteste", "J’ajoute", "Terminé depuis", "Remarque", "Feuille du pôle", "Qui répond",
        "Numéro du lien", "Numéro du partenaire", "Demandé le",
    )  # fmt: skip
    us, geiq, recyclerie = (f"siren-{siren(number)}" for number in (6, 7, 1))
    out = "nous → partenaire"

    def line(*cells: Cell, tie: str = "", partner: str = "") -> list[Cell]:
        return [*cells, *[None] * (11 - len(cells)), POLE, us, tie, partner, "2014-09-19"]

    def fill(sheet: Worksheet) -> None:
        rows: Rows = [
            ["Commune de Brumeval\u202f: vos liens, tels qu’on les connaît"],
            ["Le pôle Pôle du Val-de-Brume fait le point sur qui coopère avec qui."],
            [],
            heading,
            line("GEIQ Brume Insertion", "groupement d’employeurs", out, None, None,
                 "heures-du-geiq.xlsx", "oui", tie="t-08c96822782e73c8", partner=geiq),
            line("Atelier vélo Roue Libre", "partenariat", None, None, None, "conventions.xlsx",
                 "oui", "oui", tie="t-a1e0c708a3dece8a"),
            line("SCIC Lueurs d'Ouest", "participation au capital", out, None, None,
                 "capital-des-societes.csv", None, None, None, "2013", tie="t-4170b90eb0b69559"),
            line("Recyclerie des Trois Brumes", "financement", out, None, "2012",
                 "liens-recolles.csv", "non", tie="t-ef89638ffcfc4c41", partner=recyclerie),
            line("Pôle du Val-de-Brume", "adhésion", out, None, "2011", "Pôle du Val-de-Brume",
                 "x", None, None, None, "depuis l’origine", tie="t-daeed3e51d2fd3cf", partner=POLE),
            line("Régie de quartier des Essarts", "partenariat", None, None, "2013", None, None,
                 None, "oui"),
            line("Conserverie Bocal Commun", "financement", None, None, None, None, None, None,
                 "oui"),
            line(),
            line(),
        ]  # fmt: skip
        put(sheet, rows)

    return workbook({"vos liens": fill})


def codings(draw: random.Random) -> bytes:
    """Two coders over the same organisations, each in a sheet of its own."""
    del draw
    heading = ("Acteur", "Codeur", "Secteur codé", "Famille codée", "Codé le", "Motif")
    recyclerie, cafe, commune, mutuelle = (KNOWN[place][0] for place in (0, 8, 5, 12))
    first: Rows = [
        (recyclerie, "C1", "ESS", "association", "12/05/2014", "statuts"),
        (cafe, "C1", "ESS", "association", "12/05/2014", None),
        (commune, "C1", "public", None, "12/05/2014", None),
        (mutuelle, "C1", "privé", "mutuelle", "12/05/2014", None),
        ("Menuiserie Chantelouve", "C1", None, None, None, None),
        ("Filature du Gué", "C1", "privé", None, "12/05/2014", None),
    ]
    second: Rows = [
        (recyclerie, "C2", "ESS", "association", "13/05/2014", None),
        (cafe, "C2", "indécidable", None, "13/05/2014", "pas de statuts en ligne"),
        (commune, "C2", "public", None, "13/05/2014", None),
        (mutuelle, "C2", "ESS", "mutuelle", "13/05/2014", None),
        ("Menuiserie Chantelouve", "C2", "marchand", None, "13/05/2014", None),
    ]
    return workbook(
        {
            "C1": lambda sheet: put(sheet, [heading, *first]),
            "C2": lambda sheet: put(sheet, [heading, *second]),
        }
    )


def judgements(draw: random.Random) -> bytes:
    """What two people of the pole decided of names, in the table that one of them keeps."""
    del draw
    text = """
Un acteur;Un autre;Décision;Décidé par;Décidé le;Remarque
Lueurs d'Ouest;SCIC Lueurs d'Ouest;même;AB;02/10/2014;même siège
Roue libre - atelier vélo;Atelier vélo Roue Libre;oui;AB;02/10/2014;
Café associatif La Lanterne;Crèche parentale Les Galipettes;différents;AB;02/10/2014;même rue
Crèche parentale Les Galipettes;Café associatif La Lanterne;même;CD;03/10/2014;
Commune de Brumeval;Communauté de communes du Val-de-Brume;même;CD;03/10/2014;
Recyclerie des 3 Brumes;Recyclerie des Trois Brumes;même;CD;03/10/2014;
Imprimerie Le Caractère;Menuiserie Chantelouve;à voir;CD;;
Mutuelle Brumoise de Santé;Conserverie Bocal Commun;;;;
"""
    return typed(text, "utf-8-sig")
