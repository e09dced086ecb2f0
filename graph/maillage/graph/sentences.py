"""The sentence of each error code, in French and English: `{name}` takes the error's values."""

from __future__ import annotations

from collections.abc import Mapping

# The things that `{what}` names.
THINGS: Mapping[str, tuple[str, str]] = {
    "actor": ("acteur", "actor"),
    "colour": ("couleur", "colour"),
    "field": ("colonne", "field"),
    "format": ("format", "format"),
    "group": ("groupe", "group"),
    "id": ("identifiant", "id"),
    "import": ("import", "import"),
    "job": ("travail", "job"),
    "judgement": ("jugement", "judgement"),
    "token": ("jeton", "token"),
    "voting": ("règle de vote (voting)", "voting rule (voting)"),
    "kind": ("nature", "kind"),
    "layer": ("couche", "layer"),
    "list": ("liste", "list"),
    "match": ("rapprochement", "match"),
    "measure": ("mesure", "measure"),
    "partition": ("partition", "partition"),
    "pole": ("pôle", "pole"),
    "suggestion": ("proposition", "suggestion"),
    "tie": ("lien", "tie"),
    "tier": ("niveau", "tier"),
    "variant": ("variante", "variant"),
    "version": ("version", "version"),
    "view": ("vue", "view"),
    "weights": ("poids", "weights"),
}

SENTENCES: Mapping[str, tuple[str, str]] = {
    # stores
    "store_scheme": (
        "Adresse de base inconnue : « {url} ». Essayez sqlite:///fichier.db ou neo4j://hôte:7687.",
        "Unknown store address: “{url}”. Try sqlite:///file.db or neo4j://host:7687.",
    ),
    "store_missing": (
        "La base {path} n’existe pas. Chargez d’abord une liste avec « maillage load ».",
        "The store {path} does not exist. Load a list first with “maillage load”.",
    ),
    "store_directory": (
        "{path} est un dossier, pas un fichier de base.",
        "{path} is a directory, not a store file.",
    ),
    "store_no_folder": (
        "Le dossier de {path} n’existe pas ou ne peut pas être créé.",
        "The folder of {path} does not exist and cannot be created.",
    ),
    "store_locked": (
        "La base {path} est occupée par un autre programme. Réessayez dans un instant.",
        "The store {path} is in use by another program. Try again in a moment.",
    ),
    "store_not_ours": (
        "{path} n’est pas une base Maillage.",
        "{path} is not a Maillage store.",
    ),
    "store_corrupt": (
        "La base {path} est abîmée : {detail}. Restaurez une sauvegarde.",
        "The store {path} is damaged: {detail}. Restore a backup.",
    ),
    "store_words": (
        "La base {path} contient un mot que cette version de Maillage ne connaît pas "
        "(« {word} »). Mettez Maillage à jour, ou restaurez une sauvegarde.",
        "The store {path} holds a word that this version of Maillage does not know (“{word}”). "
        "Update Maillage, or restore a backup.",
    ),
    "number_not_finite": (
        "{field} : « {value} » n’est pas un nombre fini.",
        "{field}: “{value}” is not a finite number.",
    ),
    "store_newer": (
        "La base {path} vient d’une version plus récente de Maillage (format {found}, "
        "ici {known}). Mettez Maillage à jour.",
        "The store {path} was written by a newer Maillage (format {found}, here {known}). "
        "Update Maillage.",
    ),
    "store_full": (
        "Plus de place pour écrire dans {path}. Rien n’a été enregistré.",
        "No room left to write to {path}. Nothing was saved.",
    ),
    "store_read_only": (
        "Pas le droit d’écrire dans {path}.",
        "No right to write to {path}.",
    ),
    "store_io": (
        "La base {path} ne répond pas : {detail}.",
        "The store {path} does not answer: {detail}.",
    ),
    "store_conflict": (
        "La base a changé entre-temps. Rien n’a été enregistré ; réessayez.",
        "The store changed in the meantime. Nothing was saved; try again.",
    ),
    "store_loading": (
        "Un chargement est en cours dans {path} ({import_id}). Réessayez dans un instant.",
        "A load is under way in {path} ({import_id}). Try again in a moment.",
    ),
    "store_incoherent": (
        "Un lien nomme un acteur qui n’est pas dans la base. Rien n’a été enregistré.",
        "A tie names an actor that the store does not hold. Nothing was saved.",
    ),
    "store_not_empty": (
        "La base {path} contient déjà quelque chose : une copie va dans une base vide.",
        "The store {path} already holds something: a copy goes into an empty store.",
    ),
    "neo4j_down": (
        "Neo4j ne répond pas à {path}. Est-il démarré ?",
        "Neo4j does not answer at {path}. Is it running?",
    ),
    "neo4j_slow": (
        "Neo4j à {path} met trop de temps à répondre.",
        "Neo4j at {path} takes too long to answer.",
    ),
    "neo4j_refused": (
        "Neo4j à {path} refuse l’identifiant ou le mot de passe. Vérifiez "
        "MAILLAGE_NEO4J_USER et MAILLAGE_NEO4J_PASSWORD.",
        "Neo4j at {path} refuses the user or password. Check MAILLAGE_NEO4J_USER and "
        "MAILLAGE_NEO4J_PASSWORD.",
    ),
    "neo4j_forbidden": (
        "Neo4j à {path} n’autorise pas cette opération à cet utilisateur.",
        "Neo4j at {path} does not allow this user to do that.",
    ),
    "neo4j_version": (
        "Neo4j {found} à {path} n’est pas pris en charge. Il faut la version 5.26 ou suivante.",
        "Neo4j {found} at {path} is not supported. Version 5.26 or later is needed.",
    ),
    "neo4j_full": (
        "Neo4j à {path} ne peut plus écrire son journal : son disque est sans doute plein. Rien n’a "
        "été enregistré. Faites de la place, puis redémarrez-le.",
        "Neo4j at {path} cannot write its log any more: its disk is probably full. Nothing was "
        "saved. Make room, then restart it.",
    ),
    "neo4j_restart": (
        "Neo4j à {path} s’est arrêté de travailler après une erreur grave, souvent un disque plein. "
        "Regardez son journal, puis redémarrez-le.",
        "Neo4j at {path} stopped working after a serious error, often a full disk. Look at its log, "
        "then restart it.",
    ),
    "neo4j_unsure": (
        "Neo4j à {path} s’est tu pendant l’enregistrement : on ne sait pas s’il est fait. Refaites "
        "la même commande, elle ne comptera pas deux fois.",
        "Neo4j at {path} fell silent while saving: whether it is done is not known. Run the same "
        "command again, it will not count twice.",
    ),
    "neo4j_taken_over": (
        "Ce chargement dans {path} n’avançait plus et a été repris par un autre programme. "
        "Regardez le journal des imports avant de recommencer.",
        "This load into {path} had stopped moving and was taken over by another program. Look at "
        "the log of imports before trying again.",
    ),
    "neo4j_failed": (
        "Neo4j à {path} n’a pas pu faire l’opération : {detail}.",
        "Neo4j at {path} could not do this: {detail}.",
    ),
    # names
    "unknown_name": (
        "Nom inconnu ({what}) : « {name} ». Possibles : {known}.",
        "Unknown {what}: “{name}”. Known: {known}.",
    ),
    "invalid_date": (
        "« {text} » n’est pas une date. Écrivez 2014, 2014-09 ou 2014-09-19.",
        "“{text}” is not a date. Write 2014, 2014-09 or 2014-09-19.",
    ),
    "invalid_value": (
        "{what} : « {value} » ne convient pas ({expected}).",
        "{what}: “{value}” does not fit ({expected}).",
    ),
    "not_directed": (
        "La vue {view} contient des liens sans direction ({kinds}) : « --directed » ne "
        "s’applique pas.",
        "The view {view} holds ties without direction ({kinds}): “--directed” does not apply.",
    ),
    "one_of_two": (
        "{one} et {other} ne vont pas ensemble : choisissez.",
        "{one} and {other} do not go together: choose one.",
    ),
    "same_pole_twice": (
        "{id} ne se compare pas à lui-même : dites deux pôles.",
        "{id} does not compare with itself: name two poles.",
    ),
    # measures
    "partition_needed": (
        "La mesure {measure} compare des groupes : dites lesquels avec --by.",
        "The measure {measure} compares groups: say which with --by.",
    ),
    "costly_groups": (
        "Trop de groupes : choisissez une partition plus grossière avec --by.",
        "Too many groups: choose a coarser partition with --by.",
    ),
    "costly_spectrum": (
        "Trop de membres pour un calcul spectral : restreignez-le à un pôle ou à une vue.",
        "Too many members for a spectral computation: restrict it to a pole or a view.",
    ),
    "costly_betweenness": (
        "Trop de chemins à suivre : demandez « betweenness » par son nom, qui donne une "
        "estimation (raw_sampled, normalized_sampled), ou restreignez-vous à un pôle.",
        "Too many paths to follow: ask for “betweenness” by name, which gives an estimate "
        "(raw_sampled, normalized_sampled), or restrict it to a pole.",
    ),
    "costly_distances": (
        "Trop de distances à mesurer : demandez cette mesure par son nom, qui en donne une "
        "estimation (variantes « sampled »), ou restreignez-vous à un pôle.",
        "Too many distances to measure: ask for this measure by name, which gives an estimate "
        "(“sampled” variants), or restrict it to a pole.",
    ),
    "costly_attack": (
        "Trop de membres pour refaire ce calcul après chaque départ : prenez la variante "
        "degree_recomputed, ou restreignez-vous à un pôle.",
        "Too many members to compute this again after each departure: take the variant "
        "degree_recomputed, or restrict it to a pole.",
    ),
    "costly_rewiring": (
        "Trop de liens pour tirer d’office assez de réseaux de mêmes degrés. Demandez-en un "
        "nombre avec « --permutations 100 ».",
        "Too many ties to draw enough networks of the same degrees unasked. Ask for a number of "
        "them with “--permutations 100”.",
    ),
    "draws_limit": (
        "Nombre de tirages : {value}. Il en faut au moins 1 et au plus {most}.",
        "Number of draws: {value}. At least 1 is needed, and at most {most}.",
    ),
    "costly_pairs": (
        "Trop de paires à comparer une à une : restreignez-vous à un pôle ou à une vue.",
        "Too many pairs to compare one by one: restrict it to a pole or a view.",
    ),
    "extra_missing": (
        "Il faut la bibliothèque {library} : pip install 'maillage[{extra}]'.",
        "The library {library} is needed: pip install 'maillage[{extra}]'.",
    ),
    # files
    "file_missing": ("Le fichier {path} n’existe pas.", "The file {path} does not exist."),
    "folder_missing": ("Le dossier {path} n’existe pas.", "The folder {path} does not exist."),
    "file_is_folder": (
        "{path} est un dossier : donnez les fichiers qu’il contient.",
        "{path} is a folder: give the files that it holds.",
    ),
    "line_beyond_heading": (
        "{path}, ligne {line} : plus de cellules que d’en-têtes. Une virgule de trop, ou un texte "
        "sans guillemets ?",
        "{path}, line {line}: more cells than headings. One comma too many, or a text without "
        "quotes?",
    ),
    "file_unreadable": (
        "Le fichier {path} ne peut pas être lu : {detail}.",
        "The file {path} cannot be read: {detail}.",
    ),
    "column_missing": (
        "Le fichier {path} n’a pas de colonne « {column} » (colonnes : {known}).",
        "The file {path} has no column “{column}” (columns: {known}).",
    ),
    "id_blank": (
        "{path}, ligne {line} : l’identifiant est vide.",
        "{path}, line {line}: the id is blank.",
    ),
    "id_twice": (
        "{path}, ligne {line} : l’identifiant « {value} » est déjà pris.",
        "{path}, line {line}: the id “{value}” is already taken.",
    ),
    "edge_unknown_node": (
        "{path}, ligne {line} : « {value} » n’est pas dans la liste des nœuds.",
        "{path}, line {line}: “{value}” is not in the list of nodes.",
    ),
    "weight_invalid": (
        "{path}, ligne {line} : le poids « {value} » n’est pas un nombre positif.",
        "{path}, line {line}: the weight “{value}” is not a positive number.",
    ),
    "output_unwritable": (
        "Impossible d’écrire dans {path} : {detail}.",
        "Cannot write to {path}: {detail}.",
    ),
    "sample_too_large": (
        "Un échantillon de cette taille ne tient pas ici : au plus {organisations} organisations "
        "et {ties} liens.",
        "A sample of that size does not fit here: at most {organisations} organisations and "
        "{ties} ties.",
    ),
    "table_columns": (
        "La table {path} n’a pas les colonnes {columns}.",
        "The table {path} lacks the columns {columns}.",
    ),
    "register_columns": (
        "{path} n’a pas les colonnes {columns} : est-ce le fichier publié, et d’une année depuis 2019 ?",
        "{path} lacks the columns {columns}: is it the published file, of a year since 2019?",
    ),
    "register_units_first": (
        "{path} tient des établissements : ajoutez d’abord StockUniteLegale, pour laisser de côté "
        "ceux des personnes.",
        "{path} holds establishments: add StockUniteLegale first, so that those of persons are left "
        "out.",
    ),
    "register_older": (
        "{path} date du {found} ; un extrait du {known} est déjà là. Pour le remplacer quand "
        "même : --older.",
        "{path} is of {found}; an extract of {known} is there already. To replace it all the same: "
        "--older.",
    ),
    "registers_none": (
        "Aucun registre n’a été ajouté : maillage registers add FICHIER --from-format sirene.",
        "No register was added: maillage registers add FILE --from-format sirene.",
    ),
    "communes_none": (
        "La table {path} ne donne aucune commune : il faut un code INSEE et un nom par ligne.",
        "The table {path} gives no municipality: an INSEE code and a name a line are needed.",
    ),
    "commune_code_invalid": (
        "« {value} » n’est pas un code INSEE de commune : cinq caractères, ce n’est pas le code "
        "postal.",
        "“{value}” is not an INSEE code of a municipality: five characters, not the postal code.",
    ),
    "commune_unknown": (
        "Aucune commune de la table n’a le code « {value} ».",
        "No municipality of the table has the code “{value}”.",
    ),
    "file_directory": (
        "{path} est un dossier, pas un fichier.",
        "{path} is a folder, not a file.",
    ),
    "file_empty": (
        "{path} est vide : il n’y a aucune ligne à lire.",
        "{path} is empty: there is no line to read.",
    ),
    "file_header_only": (
        "{path} n’a que des titres de colonnes : il n’y a aucune ligne à lire.",
        "{path} has column headings only: there is no line to read.",
    ),
    "file_too_large": (
        "{path} est trop gros ({size} Mo, {limit} Mo au plus). Partagez-le en plusieurs fichiers.",
        "{path} is too large ({size} MB, {limit} MB at most). Split it into several files.",
    ),
    "file_binary": (
        "{path} n’est pas un tableau ({kind}). Enregistrez-le en .xlsx ou en « CSV UTF-8 ».",
        "{path} is not a table ({kind}). Save it as .xlsx or as “CSV UTF-8”.",
    ),
    "file_old_excel": (
        "{path} est un classeur Excel d’avant 2007 (.xls). Ouvrez-le et enregistrez-le en .xlsx.",
        "{path} is an Excel workbook from before 2007 (.xls). Open it and save it as .xlsx.",
    ),
    "file_other_spreadsheet": (
        "{path} est un fichier {kind}. Ouvrez-le dans votre tableur et enregistrez-le en .xlsx.",
        "{path} is a file of type {kind}. Open it in your spreadsheet and save it as .xlsx.",
    ),
    "file_password": (
        "{path} est protégé par un mot de passe. Retirez-le dans votre tableur, puis rechargez.",
        "{path} is protected by a password. Remove it in your spreadsheet, then load again.",
    ),
    "file_damaged": (
        "{path} est abîmé ou incomplet : il ne s’ouvre pas. Demandez ou téléchargez-le à nouveau.",
        "{path} is damaged or incomplete: it does not open. Ask for it or download it again.",
    ),
    "file_expands": (
        "{path} se déplie en un fichier démesuré ({size} Mo) : il n’a pas été ouvert.",
        "{path} unfolds into an enormous file ({size} MB): it was not opened.",
    ),
    "file_too_wide": (
        "La feuille de {path} est trop étendue (jusqu’en {cell}). Effacez les cellules loin du "
        "tableau.",
        "The sheet of {path} is too spread out (up to {cell}). Clear the cells far from the table.",
    ),
    "file_many_parts": (
        "{path} contient {count} morceaux : ce n’est pas un classeur ordinaire.",
        "{path} holds {count} parts: it is no ordinary workbook.",
    ),
    "file_line_too_long": (
        "{path} tient sur une ligne de plus de {limit} caractères : ce n’est pas un tableau.",
        "{path} holds a single line of more than {limit} characters: it is not a table.",
    ),
    "file_too_many_columns": (
        "{path} a plus de {limit} colonnes. Gardez celles qui décrivent les organisations.",
        "{path} has more than {limit} columns. Keep those that describe the organisations.",
    ),
    "file_json_damaged": (
        "{path} n’est pas du JSON lisible (ligne {line}). Exportez-le à nouveau.",
        "{path} is not readable JSON (line {line}). Export it again.",
    ),
    "file_json_deep": (
        "{path} emboîte trop de niveaux. Il faut une liste de fiches à un seul niveau.",
        "{path} nests too many levels. A list of records of a single level is needed.",
    ),
    "file_json_shape": (
        "{path} ne contient pas de liste de fiches. Il faut une liste d’objets JSON.",
        "{path} holds no list of records. A list of JSON objects is needed.",
    ),
    "report_one_file": (
        "Un rapport .xlsx est la copie d’un seul fichier : chargez-les un par un, ou demandez "
        "{path} en .json.",
        "An .xlsx report is the copy of one file: load them one by one, or ask for {path} "
        "as .json.",
    ),
    "marked_too_long": (
        "{path} a plus de lignes qu’un classeur n’en tient ({limit}) : demandez le rapport "
        "en .json.",
        "{path} has more lines than a workbook holds ({limit}): ask for the report as .json.",
    ),
    "file_unwritable": (
        "Le fichier {path} ne peut pas être écrit : {detail}.",
        "The file {path} cannot be written: {detail}.",
    ),
    "job_cancelled": (
        "Ce travail a été abandonné. Rien n’a été enregistré.",
        "This job was given up. Nothing was saved.",
    ),
    "cursor_foreign": (
        "Cette suite n’est pas celle de cette liste : redemandez la liste depuis le début.",
        "This cursor does not continue this list: ask for the list from its beginning.",
    ),
    "setting": (
        "La variable {name} ne convient pas. Par exemple : {name}={example}",
        "The variable {name} does not fit. For example: {name}={example}",
    ),
    "oidc_extra": (
        "Il manque de quoi parler à un fournisseur d’identité : pip install « maillage[oidc] »",
        "What speaks to an identity provider is missing: pip install “maillage[oidc]”",
    ),
    "too_few_to_hide": (
        "Moins de {k} acteurs : aucun ne peut se cacher parmi les autres. Rien n’est exporté.",
        "Fewer than {k} actors: none can hide among the others. Nothing is exported.",
    ),
    "too_many_views": (
        "Au plus {most} vues sont gardées : supprimez-en d’abord.",
        "At most {most} views are kept: delete some first.",
    ),
    "job_too_long": (
        "Ce travail a dépassé {seconds} secondes et a été abandonné. Rien n’a été enregistré.",
        "This job took more than {seconds} seconds and was given up. Nothing was saved.",
    ),
    "job_interrupted": (
        "Le serveur s’est arrêté pendant ce travail. Recommencez : ce qui avait déjà été chargé ne compte qu’une fois.",
        "The server stopped during this job. Start again: what had already been loaded counts once.",
    ),
    "worker_gone": (
        "Le calcul s’est arrêté net, faute de mémoire sans doute. Demandez-le sur une partie du réseau.",
        "The computation stopped short, for want of memory most likely. Ask it of a part of the network.",
    ),
    "measure_elsewhere": (
        "La mesure {name} ne se prend pas sur une vue : demandez {where}.",
        "The measure {name} is not taken on a view: ask {where}.",
    ),
    "measure_otherwise": (
        "La mesure {name} se demande autrement : {how}.",
        "The measure {name} is asked for otherwise: {how}.",
    ),
    "measure_near": (
        "Aucune mesure ne s’appelle « {name} ». Peut-être : {near} ?",
        "No measure is called “{name}”. Perhaps: {near}?",
    ),
    "jobs_waiting": (
        "Trop de travaux attendent déjà ({count}). Réessayez quand l’un d’eux sera fini.",
        "Too many jobs are waiting already ({count}). Try again when one of them has ended.",
    ),
    "list_not_guessed": (
        "Aucune colonne de {path} n’est reconnue : dites de quelle liste il s’agit, et quelle "
        "colonne est laquelle.",
        "No column of {path} is recognised: say which list it is, and which column is which.",
    ),
    "list_needed": (
        "Dites de quelle liste il s’agit (as).",
        "Say which list it is (as).",
    ),
    "complete_without_date": (
        "« --complete » demande « --date » : à quelle date la liste est-elle complète ?",
        "“--complete” needs “--date”: at which date is the list complete?",
    ),
    "picture_format": (
        "«\u202f{path}\u202f»\u202f: une image s’écrit en {formats}.",
        "“{path}”: a picture is written as {formats}.",
    ),
    "pole_or_ego": (
        "Un pôle ou les alentours d’un acteur, pas les deux.",
        "A pole, or what is around an actor: not both.",
    ),
    "not_a_pole": (
        "« {id} » ({name}) n’est ni un pôle ni un réseau.",
        "“{id}” ({name}) is neither a pole nor a network.",
    ),
    "unknown_pole": (
        "Aucun pôle ni réseau ne s’appelle « {name} ». S’il est nouveau, ajoutez --new-pole (ou --new-network).",
        "No pole or network is called “{name}”. If it is a new one, add --new-pole (or --new-network).",
    ),
    "unknown_pole_near": (
        "Aucun pôle ni réseau ne s’appelle « {name} ». Vouliez-vous dire : {near} ? S’il est "
        "nouveau, ajoutez --new-pole (ou --new-network).",
        "No pole or network is called “{name}”. Did you mean: {near}? If it is a new one, add "
        "--new-pole (or --new-network).",
    ),
    "unknown_actor_near": (
        "Personne ne s’appelle « {name} » dans le réseau. Vouliez-vous dire : {near} ? S’il est "
        "nouveau, chargez-le d’abord dans une liste d’acteurs.",
        "Nobody in the network is called “{name}”. Did you mean: {near}? If it is a new one, load it "
        "first in a list of actors.",
    ),
    "pole_or_network": (
        "Un pôle nouveau (--new-pole) ou un réseau nouveau (--new-network), pas les deux.",
        "A new pole (--new-pole) or a new network (--new-network), not both.",
    ),
    "group_of_employers_only": (
        "--group dit de quel groupement d’employeurs est une liste « employers », pas « {name} ».",
        "--group says of which employer group an “employers” list is, not “{name}”.",
    ),
    "group_needed": (
        "{path} : de quel groupement d’employeurs est-ce la liste ? Dites-le par --group, ou ajoutez une "
        "colonne « Groupement d’employeurs ».",
        "{path}: which employer group is this the list of? Say it with --group, or add a column "
        "“Employer group”.",
    ),
    "pole_needed": (
        "{path} : de quel pôle ou réseau est-ce la liste ? Dites-le par --pole, ou ajoutez une "
        "colonne « Pôle » ou « Réseau ».",
        "{path}: which pole or network is this the list of? Say it with --pole, or add a column "
        "“Pole” or “Network”.",
    ),
    "two_directions": (
        "L’un des deux réseaux est orienté et l’autre non : ils ne se comparent pas.",
        "One of the two networks is directed and the other is not: they do not compare.",
    ),
    "option_of_store": (
        "{option} choisit une partie d’une base\u202f: il ne s’applique pas à des fichiers.",
        "{option} chooses a part of a store: it does not apply to files.",
    ),
    "nodes_and_edges": (
        "« --nodes » et « --edges » vont ensemble.",
        "“--nodes” and “--edges” go together.",
    ),
    "nodes_before_after": (
        "Deux dates se comparent avec « --nodes », « --before » et « --after » ensemble.",
        "Two dates compare with “--nodes”, “--before” and “--after” together.",
    ),
    "top_without_by": (
        "« --top » nomme un groupe de la colonne que dit « --by ».",
        "“--top” names a group of the column that “--by” says.",
    ),
    "port_taken": (
        "Le port {port} ne peut pas servir ({detail}). Choisissez-en un autre avec « --port ».",
        "Port {port} cannot be used ({detail}). Choose another with “--port”.",
    ),
    "entry_name": ("Il faut au moins un nom.", "A name at least is needed."),
    "entry_empty": ("Rien n’est dit de cet acteur.", "Nothing is said of this actor."),
    "entry_self": (
        "Un lien a deux bouts\u202f: «\u202f{name}\u202f» ne peut pas être les deux.",
        "A tie has two ends: “{name}” cannot be both.",
    ),
    "entry_number": (
        "Un numéro ({field}) dit qui est l’acteur\u202f: il se charge avec une liste, il ne se modifie "
        "pas.",
        "A number ({field}) tells which actor it is: it is loaded with a list, not amended.",
    ),
    "other_pole": (
        "Ce fichier parle aussi d’un autre pôle que le vôtre\u202f: rien n’a été enregistré.",
        "This file speaks of another pole than yours too: nothing was saved.",
    ),
    "token_name": (
        "Un jeton porte un nom d’au plus {limit} caractères, que l’on peut lire.",
        "A token bears a readable name of at most {limit} characters.",
    ),
    "token_exists": (
        "Un jeton s’appelle déjà « {name} » : retirez-le d’abord.",
        "A token is already called “{name}”: revoke it first.",
    ),
    "token_pole_role": (
        "Seul le rôle editor peut être limité à un pôle.",
        "Only the role editor can be limited to a pole.",
    ),
    "token_no_pole": ("« {id} » n’est pas un pôle.", "“{id}” is not a pole."),
    "token_past": (
        "Le {date} est passé : ce jeton ne servirait à rien.",
        "{date} is past: this token would be of no use.",
    ),
    "serve_without_token": (
        "Pour répondre à d’autres machines ({host}), il faut un jeton\u202f: maillage token add NOM "
        "--role reader. Sans cela, Maillage ne répond qu’à 127.0.0.1.",
        "To answer other machines ({host}), a token is needed: maillage token add NAME --role "
        "reader. Without, Maillage answers 127.0.0.1 only.",
    ),
    # holdings
    "holdings_and_nodes": (
        "« --holdings » et « --nodes » vont ensemble.",
        "“--holdings” and “--nodes” go together.",
    ),
    "share_missing": (
        "Le fichier {path} n’a ni colonne « share » (0.51) ni colonne « share_pct » (51) "
        "(colonnes : {known}).",
        "The file {path} has neither a column “share” (0.51) nor a column “share_pct” (51) "
        "(columns: {known}).",
    ),
    "share_twice": (
        "Le fichier {path} dit deux fois la même part ({columns}) : gardez une seule colonne.",
        "The file {path} says the same part twice ({columns}): keep one column.",
    ),
    "voting_unknown": (
        "{path}, ligne {line} : « {value} » (voting) n’est pas une règle de vote. "
        "Possibles : {known}.",
        "{path}, line {line}: “{value}” (voting) is no voting rule. Known: {known}.",
    ),
    "share_blank": (
        "{path}, ligne {line} : la part de capital est vide. Retirez la ligne si elle n’est pas "
        "connue.",
        "{path}, line {line}: the share of capital is blank. Remove the line if it is not known.",
    ),
    "share_invalid": (
        "{path}, ligne {line} : « {value} » ({column}) n’est pas un nombre de 0 à {whole}.",
        "{path}, line {line}: “{value}” ({column}) is not a number from 0 to {whole}.",
    ),
    "share_comma": (
        "{path}, ligne {line} : « {value} » ({column}) a une virgule ; écrivez un point.",
        "{path}, line {line}: “{value}” ({column}) has a comma; write a point.",
    ),
    "votes_without_capital": (
        "{path}, ligne {line} : des voix sans part de capital. Écrivez 0 si ce membre n’en a pas.",
        "{path}, line {line}: votes without a share of capital. Write 0 if this member has none.",
    ),
    "holding_twice": (
        "{path}, ligne {line} : « {value} » est déjà dit plus haut. Une ligne par participation.",
        "{path}, line {line}: “{value}” was said above. One line for each holding.",
    ),
    "shares_over_whole": (
        "Les parts connues du capital de « {firm} » font {total} %, plus que le tout : "
        "corrigez-les, rien n’est réparti à votre place.",
        "The known shares of the capital of “{firm}” add up to {total}%, more than the whole: "
        "correct them, nothing is rescaled for you.",
    ),
    "votes_over_whole": (
        "Les voix connues de « {firm} » font {total} %, plus que le tout : corrigez-les, rien "
        "n’est réparti à votre place.",
        "The known votes of “{firm}” add up to {total}%, more than the whole: correct them, "
        "nothing is rescaled for you.",
    ),
    "college_missing": (
        "« {owner} » n’est d’aucun collège de « {firm} », qui vote par collèges.",
        "“{owner}” is in no college of “{firm}”, which votes by colleges.",
    ),
    "college_twice": (
        "Le collège « {college} » de « {firm} » a deux parts des voix différentes.",
        "The college “{college}” of “{firm}” has two different parts of the votes.",
    ),
    "college_without_votes": (
        "La part des voix du collège « {college} » de « {firm} » manque (college_votes ou "
        "college_votes_pct).",
        "The part of the votes of the college “{college}” of “{firm}” is missing (college_votes "
        "or college_votes_pct).",
    ),
    "not_a_holder": (
        "« {id} » n’est dans aucune participation connue.",
        "“{id}” is in no known holding.",
    ),
    "store_option": (
        "« {option} » choisit dans une base : il ne va pas avec « --holdings ».",
        "“{option}” chooses within a store: it does not go with “--holdings”.",
    ),
    "costly_holders": (
        "Trop de détenteurs pour les montrer tous : demandez-en un avec « --owner ».",
        "Too many holders to show them all: ask for one with “--owner”.",
    ),
    "costly_rings": (
        "Un anneau de détention est trop grand et trop fermé pour être suivi jusqu’au bout.",
        "A ring of holdings is too large and too closed to be followed to its end.",
    ),
    "costly_cycles": (
        "Trop de boucles dans cet anneau pour les énumérer.",
        "Too many loops in this ring to list them.",
    ),
    "costly_power": (
        "Trop de détenteurs ou de cas pour un calcul exact du pouvoir de vote.",
        "Too many holders or cases for an exact computation of voting power.",
    ),
    # things
    "judgement_undone": (
        "Le jugement {id} est déjà annulé : rien ne change.",
        "Judgement {id} is undone already: nothing changes.",
    ),
    "match_decided": (
        "Ce rapprochement est déjà décidé (jugement {judgement}). Pour revenir dessus : maillage "
        "review undo {judgement}.",
        "This match is decided already (judgement {judgement}). To go back on it: maillage review "
        "undo {judgement}.",
    ),
    "import_undone": (
        "L’import {id} est déjà annulé : rien ne change.",
        "Import {id} is undone already: nothing changes.",
    ),
    "out_exists": (
        "{path} existe déjà. Donnez un autre nom avec --out, ou remplacez-le avec --force.",
        "{path} exists already. Give another name with --out, or replace it with --force.",
    ),
    "report_is_input": (
        "--report écrirait par-dessus {path}, que vous chargez\u202f: donnez un autre nom.",
        "--report would write over {path}, which you load: give another name.",
    ),
    "out_not_empty": (
        "{path} existe déjà. Choisissez un autre dossier, ou ajoutez --force pour le remplacer.",
        "{path} is there already. Choose another folder, or add --force to replace it.",
    ),
    "not_found": (
        "Rien ne porte l’identifiant « {id} » ({what}).",
        "No {what} has the id “{id}”.",
    ),
    "not_found_near": (
        "Rien ne porte l’identifiant ni le nom « {id} » ({what}). Peut-être : {near} ?",
        "No {what} has the id or the name “{id}”. Perhaps: {near}?",
    ),
    "name_of_several": (
        "Plusieurs acteurs portent le nom « {name} » : {actors}. Donnez l’identifiant.",
        "Several actors bear the name “{name}”: {actors}. Give the id.",
    ),
    "communes_older": (
        "{path} est de {new}, la table gardée de {kept} : elle est restée. Pour la remplacer quand "
        "même : --older.",
        "{path} is of {new}, the kept table of {kept}: it stays. To replace it all the same: "
        "--older.",
    ),
    "not_an_end": (
        "{name} n’est pas un bout de ce lien : seuls {left} et {right} peuvent en répondre.",
        "{name} is not an end of this tie: only {left} and {right} can answer for it.",
    ),
    "dates_backwards": (
        "La seconde date ({last}) vient avant la première ({first}).",
        "The second date ({last}) comes before the first ({first}).",
    ),
    "too_many_dates": (
        "{count} années entre les deux dates : au plus {most}.",
        "{count} years between the two dates: at most {most}.",
    ),
    "introduced_when": (
        "--introduced demande le jour de la présentation (--on DATE), et --on ne va qu’avec lui.",
        "--introduced needs the day of the introduction (--on DATE), and --on goes only with it.",
    ),
    "person_introduced": (
        "Une entreprise individuelle est une personne : aucune présentation n’en est gardée.",
        "A sole trader is a person: no introduction of one is kept.",
    ),
    "introduced_to_itself": (
        "« {id} » ne se présente pas à soi-même.",
        "“{id}” is not introduced to itself.",
    ),
    "date_to_come": (
        "« {text} » n’est pas encore passé : on dit ce qui est, pas ce qui sera.",
        "“{text}” has not come yet: one says what is, not what will be.",
    ),
    "end_before_start": (
        "La fin ({end}) viendrait avant le début ({start}).",
        "The end ({end}) would come before the start ({start}).",
    ),
    "judgement_self": (
        "Un acteur ne se compare pas à lui-même ({id}).",
        "An actor is not compared with itself ({id}).",
    ),
    "judgement_two_sirens": (
        "{left} et {right} porteraient deux SIREN différents ({siren_left}, {siren_right}) : "
        "ce ne peut pas être le même acteur.",
        "{left} and {right} would carry two different SIRENs ({siren_left}, {siren_right}): "
        "they cannot be the same actor.",
    ),
    "judgement_contradicts_same": (
        "Un autre jugement fait de {left} et {right} un seul acteur, peut-être par un tiers. "
        "Annulez d’abord ce jugement.",
        "Another judgement says that {left} and {right} are one, if only through a third. Undo "
        "that judgement first.",
    ),
    "judgement_contradicts": (
        "{left} et {right} ont déjà été dits différents. Annulez d’abord ce jugement.",
        "{left} and {right} were already said to differ. Undo that judgement first.",
    ),
}
