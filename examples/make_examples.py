"""Writes the example files of this folder: lists as people keep them, faults included.

    python examples/make_examples.py [FOLDER]

Everything is invented: the Val-de-Brume, its organisations, its figures. No SIREN is one that was
ever given (9999…), no person exists. The same seed writes the same files.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import random
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

SEED = 2014
MADE_ON = dt.datetime(2014, 9, 19)
Cell = str | int | float | dt.date | None
Rows = Sequence[Sequence[Cell]]

BRUMEVAL, MONTFAUVEL, ESSARTS = "Brumeval", "Montfauvel", "Les Essarts-Perdus"
POLE = "ptce-val-de-brume"
# Name, legal form, commune: the organisations of the territory, as its directory knows them.
KNOWN = (
    ("Recyclerie des Trois Brumes", "Association loi 1901", BRUMEVAL),
    ("SCIC Lueurs d'Ouest", "SCIC SARL", MONTFAUVEL),
    ("Maraîchers du Haut-Brumois", "SCOP SA", MONTFAUVEL),
    ("Ateliers Tournesol", "SARL", BRUMEVAL),
    ("Communauté de communes du Val-de-Brume", "Communauté de communes", BRUMEVAL),
    ("Commune de Brumeval", "Commune", BRUMEVAL),
    ("GEIQ Brume Insertion", "Association loi 1901", BRUMEVAL),
    ("Régie de quartier des Essarts", "Association loi 1901", ESSARTS),
    ("Café associatif La Lanterne", "Association loi 1901", ESSARTS),
    ("Menuiserie Chantelouve", "SAS", MONTFAUVEL),
    ("Atelier vélo Roue Libre", "Association loi 1901", BRUMEVAL),
    ("Université populaire de la Brume", "Association loi 1901", BRUMEVAL),
    ("Mutuelle Brumoise de Santé", "Mutuelle", BRUMEVAL),
    ("Crèche parentale Les Galipettes", "Association loi 1901", MONTFAUVEL),
    ("Lycée agricole de Montfauvel", "Établissement public", MONTFAUVEL),
    ("Imprimerie Le Caractère", "SCOP SARL", BRUMEVAL),
    ("Foncière Terres Brumoises", "SCA", MONTFAUVEL),
    ("Conserverie Bocal Commun", "SCIC SAS", ESSARTS),
)
# Two that the animator calls otherwise than the directory does.
ALSO_KNOWN_AS = {
    "SCIC Lueurs d'Ouest": "Lueurs d'Ouest",
    "Atelier vélo Roue Libre": "Roue libre - atelier vélo",
}


def siren(number: int) -> str:
    """A number of a range that is not given, with its right key."""
    stem = f"9999{number:04d}"
    doubled = (int(digit) * (2 if place % 2 else 1) for place, digit in enumerate(stem))
    total = sum(value // 10 + value % 10 for value in doubled)
    return f"{stem}{-total % 10}"


# ---------------------------------------------------------------------- the lists


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
            name, siren(number + 1), form, commune, "1", str(jobs), _fr(jobs * 0.85, 1),
            _fr(jobs * draw.uniform(18, 90), 1), "Dominique D.", f"contact{number}@exemple.fr",
            f"01 99 00 {number:02d} 00", "",
        ])  # fmt: skip
    _spoil_directory(lines, {row[0]: row for row in lines[4:]})
    return _csv(lines, encoding="cp1252")


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
        _rows(sheet, [
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
        _rows(sheet, [("Brouillon",), ("Nom du pôle", "Avis"), ("Pôle caché", "à ne pas diffuser")])
        sheet.sheet_state = "hidden"

    return _xlsx({"Pôles 2014": fill, "Brouillon": notes})


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
    return _text(text, "utf-8-sig")


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
        _rows(sheet, [
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
        _rows(sheet, [("Pensez à relancer les adhérents en retard.",)])

    return _xlsx({"Adhésions": fill, "Mémo": notice})


def employers(draw: random.Random) -> bytes:
    """Hours of an employer group: its name merged over its members, dates as numbers."""
    del draw

    def fill(sheet: Worksheet) -> None:
        _rows(sheet, [
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

    return _xlsx({"GEIQ": fill})


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
    return _text(text, "cp1252")


def partnerships(draw: random.Random) -> bytes:
    """Agreements, their partners in one cell or in several."""
    del draw

    def fill(sheet: Worksheet) -> None:
        _rows(sheet, [
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

    return _xlsx({"Conventions": fill})


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
    return _text(first, "utf-8") + _text(second, "cp1252")


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
    return _text(text, "utf-8-sig")


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
        _rows(sheet, [
            ("Auto-évaluation",),
            ("1 = pas du tout, 6 = tout à fait",),
            ("Pôle", "Version", "Code de l'indicateur", "Répondant", "Note", "Année"),
            *answers,
        ])  # fmt: skip

    return _xlsx({"Réponses": fill})


# File, list, what makes it, options of its load; in the order in which they are loaded.
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
        _rows(sheet, rows)

    return _xlsx({"vos liens": fill})


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
    return _xlsx(
        {
            "C1": lambda sheet: _rows(sheet, [heading, *first]),
            "C2": lambda sheet: _rows(sheet, [heading, *second]),
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
    return _text(text, "utf-8-sig")


EXAMPLES: Sequence[tuple[str, str, Callable[[random.Random], bytes], tuple[str, ...]]] = (
    ("annuaire-du-territoire.csv", "actors", actors, ("--date", "2014-06-02")),
    ("poles-de-la-region.xlsx", "poles", poles, ()),
    ("groupes-et-lieux.csv", "groups", groups, ()),
    (
        "membres-du-pole.xlsx",
        "members",
        members,
        ("--pole", "Pôle du Val-de-Brume", "--date", "2014-09-19"),
    ),
    ("heures-du-geiq.xlsx", "employers", employers, ()),
    ("capital-des-societes.csv", "shareholdings", shareholdings, ()),
    ("conventions.xlsx", "partnerships", partnerships, ()),
    ("liens-recolles.csv", "ties", ties, ()),
    ("referentiel-local.csv", "referentiel", referentiel, ()),
    ("auto-evaluation.xlsx", "referentiel-scores", scores, ()),
    ("reponse-de-la-commune.xlsx", "answers", answers, ()),
    ("codage-a-deux.xlsx", "codings", codings, ()),
    ("rapprochements-decides.csv", "judgements", judgements, ()),
)


# ---------------------------------------------------------------------- writing


def _fr(value: float, decimals: int) -> str:
    """As a French spreadsheet shows it, with the space that it puts in thousands."""
    return f"{value:,.{decimals}f}".replace(",", "\u00a0").replace(".", ",")


def _text(lines: str, encoding: str) -> bytes:
    return lines.removeprefix("\n").replace("\n", "\r\n").encode(encoding)


def _csv(rows: Sequence[Sequence[str]], *, encoding: str) -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(rows)
    return out.getvalue().encode(encoding)


def _rows(sheet: Worksheet, rows: Rows) -> None:
    for row in rows:
        sheet.append(list(row))
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A1"].fill = PatternFill("solid", fgColor="DDE5E8")


def _xlsx(sheets: dict[str, Callable[[Worksheet], None]]) -> bytes:
    book = Workbook()
    del book["Sheet"]
    for name, fill in sheets.items():
        fill(book.create_sheet(name))
    book.properties.creator, book.properties.created = "Val-de-Brume", MADE_ON
    saved = io.BytesIO()
    book.save(saved)
    return _undated(saved.getvalue())


def _undated(content: bytes) -> bytes:
    """The same workbook without the hour at which it was written."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            data = old.read(part)
            if part.filename == "docProps/core.xml":
                head, _, tail = data.partition(b"<dcterms:modified")
                data = head + tail.partition(b"</dcterms:modified>")[2]
            entry = zipfile.ZipInfo(part.filename, date_time=MADE_ON.timetuple()[:6])
            new.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, _, make, _ in EXAMPLES:
        (folder / name).write_bytes(make(random.Random(f"{SEED} {name}")))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
