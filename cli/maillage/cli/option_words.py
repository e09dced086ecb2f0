"""What each option does, in a few words of both languages; `--help` shows those of the reader."""

from __future__ import annotations

from collections.abc import Mapping

from maillage.graph.vocabulary import Label

# By the name of the option; where two commands mean two things by it, by « command option ».
OPTION_WORDS: Mapping[str, Label] = {
    "--store": Label(
        "la base\u202f: sqlite:///fichier.db, neo4j://hôte:7687 (sinon $MAILLAGE_STORE)",
        "the store: sqlite:///file.db, neo4j://host:7687 (else $MAILLAGE_STORE)",
    ),
    "--lang": Label("la langue de ce qui est dit", "the language of what is said"),
    "--format": Label("la forme des résultats", "the form of the results"),
    "--quiet": Label("ne dit que les résultats et les refus", "say only results and refusals"),
    "--help": Label("affiche cette aide", "show this help"),
    "--version": Label("affiche la version", "show the version"),
    # pictures
    "picture --out": Label("l’image à écrire", "the picture to write"),
    "report --pole": Label(
        "le pôle dont on veut le rapport (sinon tout le réseau)",
        "the pole to report on (otherwise the whole network)",
    ),
    "report --out": Label("la page HTML à écrire", "the HTML page to write"),
    "--ego": Label("autour de cet acteur", "around this actor"),
    "--steps": Label("jusqu’à combien de liens de lui", "up to how many ties from it"),
    "--theme": Label("pour imprimer, clair ou sombre", "for print, light or dark"),
    # exports
    "export --out": Label("le fichier à écrire", "the file to write"),
    "--anonymise": Label(
        "sans noms, les descriptions trop rares émoussées",
        "without names, descriptions that are too rare made coarser",
    ),
    # registers, prefill
    "--from-format": Label("quel registre c’est", "which register it is"),
    "registers --date": Label("le jour de l’extrait", "the day of the extract"),
    "--older": Label(
        "même s’il est plus ancien que celui qui est gardé", "even if older than the one kept"
    ),
    "--accept": Label(
        "en faire des déclarations du registre", "make them declarations of the register"
    ),
    # serve, token
    "--name": Label(
        "un nom sous lequel d’autres machines l’appellent (autant qu’il en faut)",
        "a name by which other machines call it (as many as needed)",
    ),
    "--role": Label("ce que le jeton permet", "what the token allows"),
    "token --pole": Label(
        "le seul pôle que ce jeton peut changer", "the only pole that the token may change"
    ),
    "--expires": Label("le dernier jour du jeton", "the last day of the token"),
    # load
    "--as": Label(
        "quelle liste c’est\u202f: actors, poles, groups, members, employers, shareholdings, "
        "partnerships, ties, referentiel, referentiel-scores, answers, codings, judgements, ou en "
        "français (membres, liens…)\u202f; sinon, reconnue à ses colonnes",
        "which list it is: actors, poles, groups, members, employers, shareholdings, "
        "partnerships, ties, referentiel, referentiel-scores, answers, codings, judgements; else "
        "known by its columns",
    ),
    "--sheet": Label(
        "la feuille du classeur à lire (autant qu’il en faut)\u202f; sinon toutes",
        "the sheet of the workbook to read (as many as needed); else all",
    ),
    "load --pole": Label(
        "le pôle (ou réseau) dont c’est la liste", "the pole (or network) whose list it is"
    ),
    "--new-pole": Label(
        "ce pôle est nouveau\u202f: il entre dans le réseau",
        "this pole is new: it enters the network",
    ),
    "--new-network": Label(
        "c’est un réseau, et il est nouveau\u202f: une fédération, une CRESS…",
        "it is a network, and a new one: a federation…",
    ),
    "--group": Label(
        "le groupement d’employeurs dont c’est la liste", "the employer group whose list it is"
    ),
    "--declared-by": Label(
        "l’acteur qui parle (avec --pole, le pôle)", "the actor who speaks (with --pole, the pole)"
    ),
    "--source": Label(
        "le titre du document, sinon le nom du fichier",
        "the document’s title, else the file’s name",
    ),
    "--date": Label("le jour dont la liste parle", "the day that the list speaks of"),
    "--complete": Label(
        "la liste est complète à cette date\u202f: un lien de la liste précédente qui n’y est "
        "plus a pris fin",
        "the list is exhaustive at that date: a tie of the earlier list that is no longer on it "
        "has ended",
    ),
    "--map": Label(
        "quelle colonne est quoi, comme le modèle la nomme (gardé pour votre compte, quelle que "
        "soit la base, et proposé de nouveau)\u202f; « COLONNE= » la laisse de côté",
        "which column is what, as the template calls it (kept for your account, whatever the "
        "store, and offered again); “COLUMN=” leaves it out",
    ),
    "--forget-map": Label(
        "sans ce qui a été dit des colonnes auparavant",
        "without what was said of the columns before",
    ),
    "--known-only": Label(
        "refuse les lignes qui nomment un acteur inconnu, au lieu de l’ajouter",
        "refuse lines that name an unknown actor, instead of adding it",
    ),
    "--sources": Label(
        "quand ont parlé les documents cités\u202f: un CSV id,title,date",
        "when the cited documents spoke: a CSV id,title,date",
    ),
    "--strict": Label(
        "une seule ligne refusée refuse le fichier", "one refused line refuses the file"
    ),
    "--dry-run": Label("dit tout et n’enregistre rien", "say everything and save nothing"),
    "--report": Label(
        "le sort de chaque ligne\u202f: F.json, ou F.xlsx, votre fichier aux cellules marquées",
        "the fate of each line: F.json, or F.xlsx, your file with its cells marked",
    ),
    # measure, map
    "--by": Label(
        "la partition\u202f: sector, public_private, family, departement…",
        "the partition: sector, public_private, family, departement…",
    ),
    "--view": Label(
        "quel graphe\u202f: cooperation, direct, layer:NOM, kinds:a,b, affiliation, poles, "
        "ownership",
        "which graph: cooperation, direct, layer:NAME, kinds:a,b, affiliation, poles, ownership",
    ),
    "--at": Label("ce qui existait à cette date", "what was there on that date"),
    "--pole": Label(
        "les membres de ce pôle (son nom, ou son identifiant)",
        "the members of this pole (its name, or its id)",
    ),
    "--projection": Label(
        "comment compte la présence au même endroit", "how meeting in one place counts"
    ),
    "--weights": Label(
        "le poids de chaque niveau\u202f: affiliation=1,means=2,capital=3",
        "the weight of each tier: affiliation=1,means=2,capital=3",
    ),
    "--certain-dates": Label(
        "sans les liens dont la date est incertaine", "without ties whose dates are uncertain"
    ),
    "--directed": Label("les liens ont un sens", "ties have a direction"),
    "--permutations": Label("combien de tirages au hasard", "how many random draws"),
    "--seed": Label("la graine du hasard, pour refaire de même", "the seed, to do the same again"),
    "--nodes": Label(
        "les nœuds\u202f: CSV ou Parquet, avec id", "the nodes: CSV or Parquet, with id"
    ),
    "--edges": Label(
        "les liens\u202f: CSV ou Parquet, source,target[,weight]",
        "the ties: CSV or Parquet, source,target[,weight]",
    ),
    "--before": Label("les liens de la première date", "the ties of the first date"),
    "--after": Label("les liens de la seconde date", "the ties of the second date"),
    "--top": Label(
        "deux modes\u202f: le groupe de la colonne --by dont les nœuds sont les lignes",
        "two modes: the group of the column --by whose nodes are the rows",
    ),
    "--reach": Label(
        "deux modes\u202f: la colonne qui dit le secteur des membres",
        "two modes: the column that says the sector of members",
    ),
    "--from": Label("la première date", "the first date"),
    "compare --to": Label("la seconde date", "the second date"),
    "--words": Label("en phrases, avec leurs preuves", "in words, with their evidence"),
    "--with": Label("l’autre pôle, à côté de --pole", "the other pole, beside --pole"),
    "--yearly": Label("aussi chaque année entre les deux", "each year between them too"),
    "--weighted": Label("ajoute les variantes pondérées", "add the weighted variants"),
    "--groups": Label("les groupes attendus, même vides", "the groups expected, empty ones too"),
    # ownership
    "--holdings": Label(
        "les participations\u202f: CSV ou Parquet, owner,owned,share (0.51) ou share_pct (51)",
        "the holdings: CSV or Parquet, owner,owned,share (0.51) or share_pct (51)",
    ),
    "ownership --nodes": Label(
        "détenteurs et sociétés\u202f: CSV ou Parquet, id,kind",
        "holders and firms: CSV or Parquet, id,kind",
    ),
    "--owner": Label("un seul détenteur", "one holder only"),
    "map --out": Label("la page à écrire", "the page to write"),
    # read-outs
    "--actor": Label(
        "cet acteur (son nom, ou son identifiant)", "this actor (its name, or its id)"
    ),
    "referentiel --version": Label(
        "quelle version du référentiel (sinon la dernière dont les indicateurs sont connus)",
        "which version of the référentiel (else the latest whose indicators are known)",
    ),
    # suggest
    "suggest --top": Label("combien de propositions", "how many suggestions"),
    "--dismiss": Label(
        "écarter cette proposition (son id, ou l’autre acteur)",
        "dismiss this suggestion (its id, or the other actor)",
    ),
    "--introduced": Label("ils ont été présentés, le jour --on", "they were introduced, on --on"),
    "suggest --on": Label("le jour de la présentation", "the day of the introduction"),
    "suggest --undo": Label("oublier ce qui en a été dit", "forget what was said of it"),
    # tie
    "tie --by": Label("le bout du lien qui répond", "the end of the tie that answers"),
    "--on": Label("le jour de la fin, ou dont on parle", "the day of the end, or spoken of"),
    # coding
    "coding --by": Label(
        "ce qui est codé\u202f: sector, public_private, inside_ess, family, kind",
        "what is coded: sector, public_private, inside_ess, family, kind",
    ),
    "--for": Label(
        "un codeur (initiales ou numéro)\u202f: écrit une feuille à remplir pour chacun",
        "a coder (initials or number): writes a sheet to fill in for each",
    ),
    "coding --pole": Label("avec --for, les membres de ce pôle", "with --for, those of this pole"),
    "coding --out": Label(
        "le journal (.xlsx en annexe, .csv, .json), ou la feuille à remplir (.xlsx)",
        "the journal (.xlsx as an appendix, .csv, .json), or the sheet to fill in (.xlsx)",
    ),
    # ask
    "ask --pole": Label(
        "le pôle dont on interroge les membres", "the pole whose members are asked"
    ),
    "ask --out": Label(
        "le dossier où écrire une feuille par membre ; sans lui, qui a répondu",
        "the folder to write a sheet for each member into; without it, who has answered",
    ),
    # demo, serve
    "demo --out": Label("le dossier où écrire", "the folder to write into"),
    "--serve": Label(
        "ouvre l’explorateur ensuite, ou non", "serve the explorer afterwards, or not"
    ),
    "--host": Label("l’adresse qui répond", "the address that answers"),
    "--port": Label("le port qui répond", "the port that answers"),
    # sample, template, copy
    "--size": Label(
        "S\u202f: 2\u202f000 organisations et 6\u202f000 liens\u202f; M\u202f: 100\u202f000 et "
        "500\u202f000\u202f; L\u202f: 1 et 5 millions\u202f; XL\u202f: 10 et 50 millions",
        "S: 2,000 organisations and 6,000 ties; M: 100,000 and 500,000; L: 1 and 5 million; "
        "XL: 10 and 50 million",
    ),
    "--organisations": Label("combien d’organisations", "how many organisations"),
    "--ties": Label("combien de liens", "how many ties"),
    "--parquet": Label("aussi en Parquet", "also as Parquet"),
    "--force": Label("remplace ce qui s’y trouve", "replace what is there"),
    "sample --out": Label("le dossier où écrire", "the folder to write into"),
    "template --out": Label("le fichier à écrire", "the file to write"),
    "--to": Label("la base où copier", "the store to copy into"),
}


def option_words(command: str, option: str) -> Label | None:
    return OPTION_WORDS.get(f"{command} {option}") or OPTION_WORDS.get(option)
