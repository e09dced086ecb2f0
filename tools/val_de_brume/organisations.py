"""Lists of organisations, poles and groups, faults included."""

from __future__ import annotations

import datetime as dt
import random

from openpyxl.worksheet.worksheet import Worksheet
from val_de_brume.territory import ALSO_KNOWN_AS, BRUMEVAL, ESSARTS, KNOWN, MONTFAUVEL, POLE, siren
from val_de_brume.writing import Cell, french, put, semicolons, typed, workbook


def actors(draw: random.Random) -> bytes:
    """The directory: an export of French Excel, kept by hand since."""
    heading = (
        "Raison sociale", "N° SIREN", "Forme juridique", "Commune", "Dépt", "Nb salariés",
        "ETP", "CA 2013 (k€)", "Nom du contact", "Courriel", "Tél.", "Observations",
    )  # fmt: skip
    lines: list[list[str]] = [
        ["ANNUAIRE DES STRUCTURES DU VAL-DE-BRUME"],
        ["mis à jour le 02/06/2014"],
        [],
    ]
    lines.append(list(heading))
    for number, (name, form, commune) in enumerate(KNOWN):
        jobs = draw.randint(1, 60)
        lines.append([
            name, siren(number + 1), form, commune, "1", str(jobs), french(jobs * 0.85, 1),
            french(jobs * draw.uniform(18, 90), 1), "Dominique D.", f"contact{number}@exemple.fr",
            f"01 99 00 {number:02d} 00", "",
        ])  # fmt: skip
    _spoil_directory(lines, {row[0]: row for row in lines[4:]})
    return semicolons(lines, encoding="cp1252")


def _spoil_directory(lines: list[list[str]], of: dict[str, list[str]]) -> None:
    """What years of copying do to it."""
    number = siren(1)
    of["Recyclerie des Trois Brumes"][1] = f"{number[:3]} {number[3:6]} {number[6:]}"
    of["SCIC Lueurs d'Ouest"][1] = of["Atelier vélo Roue Libre"][1] = ""
    of["Maraîchers du Haut-Brumois"][1] = f"{siren(3)}00017"
    of["Ateliers Tournesol"][1] = siren(4)[:-1] + str((int(siren(4)[-1]) + 1) % 10)
    of["Régie de quartier des Essarts"][1] = "9,99900E+08"
    of["Commune de Brumeval"][7] = "-"
    of["Café associatif La Lanterne"][1:3] = ["NC", "association"]
    of["Café associatif La Lanterne"][7] = "env. 40"
    of["Menuiserie Chantelouve"][11] = "CA en baisse ; voir avec le comptable"
    of["Crèche parentale Les Galipettes"][5] = "une dizaine"
    of["Lycée agricole de Montfauvel"][5] = "beaucoup"
    of["Imprimerie Le Caractère"][7] = "1,2 M€"
    of["Foncière Terres Brumoises"][11] = "joindre au 01 99 00 16 01"
    lines.append(list(of["Mutuelle Brumoise de Santé"]))
    lines.append(["", siren(40), "Association loi 1901", MONTFAUVEL, "1", "3", "2,5", "80"])
    lines.append(["TOTAL", "", "", "", "", "412", "350,2", "15 480,5"])
    lines.append(["* salariés au 31 décembre"])


def poles(draw: random.Random) -> bytes:
    """The region's table: a title, merged cells, a total, a sheet that nobody sees."""
    del draw

    def fill(sheet: Worksheet) -> None:
        put(sheet, [
            ("Pôles territoriaux de la région (provisoire)",),
            (),
            ("Région", "Identifiant", "Nom du pôle", "Départements", "Structure(s) porteuse(s)",
             "Stade", "Année de création", "Nombre de membres", "Part de subventions (%)",
             "Charte signée"),
            ("Brumes-et-Collines", POLE, "Pôle du Val-de-Brume", "1 | 39",
             "Université populaire de la Brume", "établi", 2011, 21, 0.38, "oui"),
            (None, "ptce-hauts-plateaux", "Pôle des Hauts-Plateaux", 39, "Coopérative des Plateaux",
             "émergent", "2013", "une quinzaine", "45 %", "non"),
            (None, "ptce-rives", "Pôle des Rives", "71", None, "vieux", "00/00/0000", 8,
             "120", "oui"),
            (None, None, None, "25", None, "projet", None, None, None, None),
            ("Total", None, None, None, None, None, None, 44, None, None),
        ])  # fmt: skip
        sheet.merge_cells("A4:A7")
        sheet["I4"].number_format = "0%"

    def notes(sheet: Worksheet) -> None:
        put(sheet, [("Brouillon",), ("Nom du pôle", "Avis"), ("Pôle caché", "à ne pas diffuser")])
        sheet.sheet_state = "hidden"

    return workbook({"Pôles 2014": fill, "Brouillon": notes})


def groups(draw: random.Random) -> bytes:
    """UTF-8 with its mark, as new versions of Excel write it."""
    del draw
    text = f"""
Nom du groupe;Nature;Pôle;Nombre de membres;Emplois;Commune;SIREN
GEIQ Brume Insertion;groupement d’employeurs;{POLE};9;31;{BRUMEVAL};{siren(7)}
La Halle aux Outils;lieu;{POLE};12;;{MONTFAUVEL};
Achats groupés de bois;achat groupé;{POLE};≈ 6;;;
Groupe mobilité;groupe de travail;{POLE};7;;;en cours
Fête de la Brume;kermesse;{POLE};;;;
;lieu;{POLE};3;;{ESSARTS};
Cuisine collective;service mutualisé;{POLE};4;1,5;{ESSARTS};;x
"""
    return typed(text, "utf-8-sig")


def members(draw: random.Random) -> bytes:
    """The animator's own file: 21 lines, three of which she has to look at."""
    known = [name for name, _, _ in KNOWN if name not in ALSO_KNOWN_AS]
    new = ("Théâtre de la Grange Bleue", "Pépinière Sept Saules", "Ludothèque Pas à Pas")
    names = [*known, *new, *ALSO_KNOWN_AS.values()]
    draw.shuffle(names)
    book: list[list[Cell]] = []
    for name in names:
        joined = draw.choice((2011, 2012, dt.date(2012, 3, 1), dt.date(2013, 9, 15), "mars 2013"))
        fee = draw.choice((30.0, 60.0, 80.5, 150.0))
        book.append([name, None, joined, fee, "Camille C.", "c@exemple.fr"])
    next(row for row in book if row[0] == "Régie de quartier des Essarts")[1] = "9,99900E+08"
    next(row for row in book if row[0] == "Imprimerie Le Caractère")[1] = int(siren(16))

    def fill(sheet: Worksheet) -> None:
        put(sheet, [
            ("Adhérents du pôle du Val-de-Brume – campagne 2014",),
            ("à compléter avant l’assemblée générale",),
            (),
            ("Structure", "N° SIREN", "Adhésion", "Cotis. (€)", "Contact", "Courriel"),
            *book,
            ("Total", None, None, sum(float(str(row[3])) for row in book), None, None),
        ])  # fmt: skip
        for row in range(5, 5 + len(book)):
            if isinstance(sheet.cell(row, 3).value, dt.date):
                sheet.cell(row, 3).number_format = "DD/MM/YYYY"

    def notice(sheet: Worksheet) -> None:
        put(sheet, [("Pensez à relancer les adhérents en retard.",)])

    return workbook({"Adhésions": fill, "Mémo": notice})
