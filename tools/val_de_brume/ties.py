"""Lists of who works with whom, holds whom and employs through whom, faults included."""

from __future__ import annotations

import datetime as dt
import random

from openpyxl.worksheet.worksheet import Worksheet
from val_de_brume.writing import put, typed, workbook


def employers(draw: random.Random) -> bytes:
    """Hours of an employer group: its name merged over its members, dates as numbers."""
    del draw

    def fill(sheet: Worksheet) -> None:
        put(sheet, [
            ("Groupement", "Adhérent", "ETP partagés", "Nb d'heures", "Depuis le", "Remarque"),
            ("GEIQ Brume Insertion", "Menuiserie Chantelouve", "1,5", None, 40940, None),
            (None, "Ateliers Tournesol", 0.8, None, dt.date(2013, 1, 7), None),
            (None, "Maraîchers du Haut-Brumois", None, "1 607 h", "sept. 2012", "saison"),
            (None, "Commune de Brumeval", "un mi-temps", 820, "31/02/2012", None),
            (None, None, 1, None, 2012, "nom à retrouver"),
            ("Groupement d'employeurs des Plateaux", "Coopérative des Plateaux", 2, "=8*200",
             None, None),
            ("TOTAL GENERAL", None, 6.8, 2427, None, None),
        ])  # fmt: skip
        sheet.merge_cells("A2:A6")

    return workbook({"GEIQ": fill})


def shareholdings(draw: random.Random) -> bytes:
    """Registers of three firms typed into one table."""
    del draw
    text = """
Associé;Société;% du capital;% des voix;Montant (€);A la date du
Salariés de l'imprimerie;Imprimerie Le Caractère;51 %;65;30 600;31/12/13
Foncière Terres Brumoises;Imprimerie Le Caractère;33,4;20;20 040;31/12/13
Commune de Brumeval;SCIC Lueurs d'Ouest;15,0;15,0;15000;31/12/2013
Communauté de communes du Val-de-Brume;SCIC Lueurs d'Ouest;5100;;5 k€;31/12/2013
Mutuelle Brumoise de Santé;Conserverie Bocal Commun;60;;;2013
Maraîchers du Haut-Brumois;Conserverie Bocal commun;40,5;;;2013
Foncière Terres Brumoises;;12;;;2013
Total;;;;70 640;
"""
    return typed(text, "cp1252")


def partnerships(draw: random.Random) -> bytes:
    """Agreements, their partners in one cell or in several."""
    del draw

    def fill(sheet: Worksheet) -> None:
        put(sheet, [
            ("Conventions en cours",),
            ("Partenaires", "Nature", "Objet", "Montant", "Du", "Au", "État"),
            ("Recyclerie des Trois Brumes\nAteliers Tournesol", "convention de partenariat",
             "collecte du bois", "12 k€", dt.date(2013, 1, 1), dt.date(2015, 12, 31), "en cours"),
            ("Recyclerie des Trois Brumes\nAteliers Tournesol\nCommune de Brumeval\n"
             "Lycée agricole de Montfauvel", "partenariat", "plateforme de réemploi", "1,5 M€",
             "2014", None, "prévu"),
            ("Café associatif La Lanterne ; Maraîchers du Haut-Brumois", "fourniture",
             "paniers de légumes", None, "été 2013", None, None),
            ("Crèche parentale Les Galipettes", "partenariat", "repas bio", 800, None, None, None),
            ("Commune de Brumeval|COMMUNE DE BRUMEVAL", "partenariat", "néant", None, None, None,
             None),
            ("Université populaire de la Brume | Mutuelle Brumoise de Santé", None,
             "ateliers santé", "$ 3000", "2014", "2013", "actif"),
        ])  # fmt: skip

    return workbook({"Conventions": fill})


def ties(draw: random.Random) -> bytes:
    """Lines pasted together from two computers, in two encodings."""
    del draw
    first = """
De;Vers;Nature du lien;Depuis;Jusqu’à;Montant (€);Qui le dit
Commune de Brumeval;Recyclerie des Trois Brumes;subvention;2012;;18 000;délibération
Maraîchers du Haut-Brumois;Café associatif La Lanterne;fournit;juin 2012;;;la Lanterne
Lycée agricole de Montfauvel;Maraîchers du Haut-Brumois;formation;01/02/0024;;;
Ateliers Tournesol;ateliers tournesol;partenariat;;;;
"""
    second = """
Crèche parentale Les Galipettes;Régie de quartier des Essarts;amitié;2013;;;
Menuiserie Chantelouve;La Halle aux Outils;locaux partagés;2013;2012;;
Mutuelle Brumoise de Santé;Université populaire de la Brume;partenariat;00/00/0000;;;
Atelier vélo Roue Libre;Commune de Brumeval;partenariat;12/25/2013;;;
Foncière Terres Brumoises;"Maraîchers du Haut-Brumois;partenariat;;;;
"""
    return typed(first, "utf-8") + typed(second, "cp1252")
