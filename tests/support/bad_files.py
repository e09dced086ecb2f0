"""Files that people really send, each with what is wrong with it and what must be said of it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from ole_files import ole
from workbooks import workbook


@dataclass(frozen=True)
class Bad:
    """`code` names the finding (or the fault, if nothing of the file can be read), `says` is part
    of its French sentence, `counts` are the lines (ready, to look at, waiting, refused)."""

    file: str
    content: Callable[[], bytes]
    code: str
    says: str
    as_list: str = "actors"
    counts: tuple[int, int, int, int] | None = None


def _text(text: str, encoding: str = "utf-8") -> Callable[[], bytes]:
    return lambda: text.encode(encoding)


def one_long_line(size: int) -> bytes:
    return b"Nom;Commune\n" + b"x" * size


def _small() -> bytes:
    return workbook(F=[["Nom", "Commune"], ["Le Labo", "Paris"]])


def _bomb() -> bytes:
    """A sheet that unfolds to 1.2 GB of spaces."""
    held = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(_small())) as small,
        zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as bomb,
    ):
        for part in small.infolist():
            if "sheet1" not in part.filename:
                bomb.writestr(part, small.read(part))
        with bomb.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as sheet:
            for _ in range(1_200):
                sheet.write(b" " * (1 << 20))
    return held.getvalue()


# Of these nothing can be read.
UNREADABLE = (
    Bad("vide.csv", lambda: b"", "file_empty", "est vide"),
    Bad("blanc.csv", _text("\n  \n;;\n"), "file_empty", "est vide"),
    Bad("titres.csv", _text("Nom;Commune\n"), "file_header_only", "n’a que des titres"),
    Bad(
        "titres.xlsx",
        lambda: workbook(F=[["Nom", "Commune"]]),
        "file_header_only",
        "n’a que des titres",
    ),
    Bad("binaire.csv", lambda: bytes(range(256)) * 50, "file_binary", "n’est pas un tableau"),
    Bad("image.csv", lambda: b"\x89PNG\r\n" + bytes(900), "file_binary", "image PNG"),
    Bad("secret.xlsx", lambda: ole("EncryptedPackage"), "file_password", "mot de passe"),
    Bad("ancien.xls", lambda: ole("Workbook"), "file_old_excel", "avant 2007"),
    Bad("coupe.xlsx", lambda: _small()[:-700], "file_damaged", "abîmé ou incomplet"),
    Bad("bombe.xlsx", _bomb, "file_expands", "se déplie en un fichier démesuré"),
    Bad(
        "longue.csv",
        lambda: one_long_line(4_000_000),
        "file_line_too_long",
        "ce n’est pas un tableau",
    ),
)

# These are read, with something to say of a line, a column or the file.
READABLE = (
    Bad(
        "nul.csv", _text("Nom\nLe \0Labo\n"), "nul_removed", "caractères vides", counts=(0, 1, 0, 0)
    ),
    Bad(
        "melange.csv",
        lambda: "Nom\nÉcole\n".encode() + "Éolienne\n".encode("cp1252"),
        "encoding_mixed",
        "codée autrement",
        counts=(1, 1, 0, 0),
    ),
    Bad(
        "windows.csv",
        _text("Nom;Commune\nÉcole;Évry\n", "cp1252"),
        "encoding_cp1252",
        "ancien codage",
        counts=(1, 0, 0, 0),
    ),
    Bad(
        "doubles.csv",
        _text("Nom;Nom;Commune\nA;B;Paris\n"),
        "duplicate_header",
        "deux colonnes portent le titre",
        counts=(1, 0, 0, 0),
    ),
    Bad(
        "formules.xlsx",
        lambda: workbook(F=[["Nom", "Commune"], ['="A"&"B"', "Paris"], ["C", "Lyon"]]),
        "formula_not_computed",
        "pas encore été calculée",
        counts=(1, 0, 0, 1),
    ),
    Bad(
        "siecles.csv",
        _text("De;Vers;Nature du lien;Depuis\nA;B;partenariat;01/02/0024\n"),
        "date_year_impossible",
        "n’est pas entre 1500 et 2100",
        "ties",
        (0, 1, 0, 0),
    ),
    Bad(
        "zeros.csv",
        _text("De;Vers;Nature du lien;Depuis\nA;B;partenariat;00/00/0000\n"),
        "date_zero",
        "est une date vide",
        "ties",
        (0, 1, 0, 0),
    ),
    Bad(
        "parts.csv",
        _text("Détenteur;Société;Part du capital (%)\nA;F;51 %\nB;G;51,0\nC;H;5100\n"),
        "percent_out_of_range",
        "n’est pas un pourcentage entre 0 et 100",
        "shareholdings",
        (2, 1, 0, 0),
    ),
    Bad(
        "boucle.csv",
        _text("De;Vers;Nature du lien\nA;A;partenariat\nA;B;partenariat\n"),
        "tie_to_itself",
        "serait lié à lui-même",
        "ties",
        (1, 0, 0, 1),
    ),
    Bad(
        "inconnu.csv",
        _text("De;Vers;Nature du lien\nA;B;partenariat\n"),
        "actor_new",
        "n’est pas encore dans le réseau",
        "ties",
        (1, 0, 0, 0),
    ),
    Bad(
        "nom.csv",
        _text(f"Nom;Commune\n{'x' * 10_000};Paris\nB;Lyon\n"),
        "name_too_long",
        "un nom de 10\u202f000 caractères",
        counts=(1, 0, 0, 1),
    ),
    Bad(
        "envers.csv",
        _text("Nom;Commune\nAssociation \u202egros;Paris\n"),
        "bidi_removed",
        "inversent le sens de lecture",
        counts=(0, 1, 0, 0),
    ),
    Bad(
        "decale.csv",
        _text("Nom;Commune\nA;Paris;75;x\nB;Lyon\n"),
        "row_too_long",
        "au-delà des en-têtes",
        counts=(1, 0, 0, 1),
    ),
    Bad(
        "guillemet.csv",
        _text('Nom;Commune\nA;Paris\n"B;Lyon\nC;Metz\n'),
        "quote_open",
        "guillemet s’ouvre",
        counts=(2, 0, 0, 1),
    ),
    Bad(
        "intertitres.csv",
        _text("Nom;Commune;SIREN\nASSOCIATIONS;;\nA;Paris;\nAssociations;Lyon;\n"),
        "subtitle",
        "est un intertitre, pas une organisation",
        counts=(2, 0, 0, 0),
    ),
    Bad(
        "idem.csv",
        _text("Nom;Commune\nA;Paris\nidem;Lyon\nB;idem\n"),
        "ditto",
        "ne dit rien ici",
        counts=(1, 1, 0, 1),
    ),
    Bad(
        "sans-nom.csv",
        _text("Commune;Note\nParis;a\n"),
        "column_missing",
        "aucune colonne ne donne",
        counts=(0, 0, 0, 1),
    ),
    Bad(
        "personnes.csv",
        _text("Nom;Contact;Courriel\nA;Dominique D.;d@exemple.fr\n"),
        "personal_removed",
        "données de personnes, jamais gardées",
        counts=(1, 0, 0, 0),
    ),
    Bad(
        "bureau.csv",
        _text("Nom;Fonction\nMme Marie D.;présidente\nM. Jean Petit;trésorier\nMr Bricolage;\n"),
        "person_named",
        "nomme une personne, qui n’est jamais gardée",
        counts=(0, 1, 0, 2),
    ),
)
