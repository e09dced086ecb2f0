"""Seeded names of organisations written twice, with the answer: which rows are the same one.

Two sets. The *tuning* set has the noise on which the cut was chosen: case, accents, forms changed
or dropped, letters swapped. The *harder* set has other words, and noise that the cut was not
chosen on: acronyms, words dropped or moved, a commune or a département missing, homonyms in other
communes, near-namesakes in the same commune, communes beside their communauté de communes.
"""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from maillage.ingest.identity.numbers import luhn
from maillage.ingest.matching.candidates import Mention


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split("|"))


DEPARTEMENTS = [f"{number:02d}" for number in range(1, 96) if number != 20]
_SYLLABLES = _words(
    "ba|bel|bou|bran|car|char|cla|cour|dam|dol|don|du|far|fer|gan|ger|gui|har|jus|ker|lan|lar|li|"
    "lor|mar|mau|mer|mon|mor|nan|noi|or|par|per|plou|pon|quin|ran|ro|sal|sau|ser|sor|tal|tou|tre|"
    "val|var|ver|vil|vou"
)
_ENDINGS = _words(
    "ac|ais|an|ay|court|don|eau|el|et|eux|ey|gny|ier|igny|ille|in|is|lac|lon|mont|nay|non|ois|on|"
    "oux|ran|res|rey|sac|say|soles|tal|thon|ville|vron|y|zac"
)


@dataclass(frozen=True)
class Vocabulary:
    heads: Sequence[str]
    middles: Sequence[str]
    tails: Sequence[str]


# The two vocabularies share no head and no middle: what was tuned on one is not known of the other.
TUNING = Vocabulary(
    heads=_words(
        "Maison|Atelier|Centre|Réseau|Comité|Foyer|Théâtre|Jardin|Compagnie|Fabrique|Club|"
        "Collectif|Espace|Cercle|Ferme|Régie|Union|Épicerie|Ressourcerie|Cinéma|École|Amicale|"
        "Coordination|Plateforme|Cuisine|Imprimerie|Menuiserie|Boulangerie|Scierie|Bureau"
    ),
    middles=_words(
        "solidaire|rural|social|de l’énergie|des artisans|du livre|de la petite enfance|"
        "de l’emploi|des producteurs|culturel|de l’habitat|numérique|du réemploi|de musique|"
        "des savoirs|de quartier|du textile|de la forêt|citoyen|de formation|du bois|"
        "des mobilités|de la mémoire|du vélo|de santé|d’insertion|des aînés|du patrimoine|"
        "de la mer|du spectacle"
    ),
    tails=_words(
        "Les Tilleuls|La Passerelle|Le Chêne|L’Étoile|Jean Moulin|Horizons|La Source|Les Lilas|"
        "Terre Neuve|Saint-Michel|Le Relais|L’Oiseau bleu|Grand Large|Les Quatre Vents|"
        "La Boussole|Mosaïque|Le Moulin|Racines|L’Escale|Sésame"
    ),
)
HARDER = Vocabulary(
    heads=_words(
        "Association familiale|Groupe|Mission|Institut|Agence|Laboratoire|Office|Halle|Chantier|"
        "Pépinière|Conservatoire|Université populaire|Fédération|Recyclerie|Brasserie|Coopérative|"
        "Société|Crèche|Harmonie|Médiathèque|Pôle|Café|Verger|Chorale|Entreprise|Tiers-lieu|"
        "Observatoire|Auberge|Chaudronnerie|Fonderie"
    ),
    middles=_words(
        "locale|de développement|pour l’économie|et environnement|des métiers d’art|"
        "de recherche et d’innovation|de services à la personne|d’initiatives rurales|"
        "pour l’agriculture biologique|d’éducation populaire|des circuits courts|"
        "et de la transition|d’accueil des jeunes|de la filière bois|pour le logement|"
        "des arts de la rue|et du commerce équitable|du tourisme responsable|d’aide alimentaire|"
        "des énergies renouvelables|de médiation|et handicap|du numérique libre|des familles|"
        "pour la planète|de prévention|du goût|et sport|de la laine|du lin"
    ),
    tails=_words(
        "Émergences|Le Tremplin|Les Genêts|Arc-en-Ciel|Simone Veil|La Ruche|Passe-Muraille|"
        "L’Ancre|Val Fleuri|Sainte-Anne|Confluences|Le Phare|Pierre et Vent|Clairière|La Traverse|"
        "Solstice|Les Écureuils|L’Abeille|Trait d’union|Archipel"
    ),
)
_FORMS = _words("Association|Association loi 1901|SCIC|SCOP|SARL|SAS|EURL|Assoc.|")


@dataclass(frozen=True)
class Sample:
    """Mentions, and for each the organisation it is."""

    mentions: tuple[Mention, ...]
    truth: tuple[int, ...]

    def same_pairs(self) -> set[tuple[str, str]]:
        """Pairs to find by their names; those that an identifier joins anyway are not counted."""
        rows: dict[int, list[Mention]] = {}
        for mention, entity in zip(self.mentions, self.truth, strict=True):
            rows.setdefault(entity, []).append(mention)
        return {
            (min(left.id, right.id), max(left.id, right.id))
            for group in rows.values()
            for place, left in enumerate(group)
            for right in group[place + 1 :]
            if not (left.siren and left.siren == right.siren)
        }


def tuning_sample(base: int, *, seed: int = 1) -> Sample:
    return _Maker(random.Random(seed), TUNING).sample(base, [_plain_noise])


def harder_sample(base: int, *, seed: int = 7) -> Sample:
    maker = _Maker(random.Random(seed), HARDER)
    return maker.sample(base, [_plain_noise, *_HARD_NOISE], traps=True)


Noise = Callable[[random.Random, Mention], Mention]


class _Maker:
    def __init__(self, rng: random.Random, words: Vocabulary) -> None:
        self.rng = rng
        self.words = words
        self.communes = {code: [self._toponym() for _ in range(60)] for code in DEPARTEMENTS}
        # A few départements hold many organisations, most hold few.
        self.weights = [1 / (rank + 8) for rank in range(len(DEPARTEMENTS))]
        self.rng.shuffle(self.weights)

    def sample(self, base: int, noises: Sequence[Noise], *, traps: bool = False) -> Sample:
        organisations = [self._organisation() for _ in range(base)]
        if traps:
            organisations += self._traps(organisations)
        rows = [(mention, entity) for entity, mention in enumerate(organisations)]
        for entity, mention in enumerate(organisations):
            if self.rng.random() < 0.25:
                copy = replace(mention, siren=mention.siren if self.rng.random() < 0.2 else None)
                rows.append((self.rng.choice(noises)(self.rng, copy), entity))
        self.rng.shuffle(rows)
        mentions = (replace(row, id=f"m{place:06d}") for place, (row, _) in enumerate(rows))
        return Sample(tuple(mentions), tuple(entity for _, entity in rows))

    def _organisation(self) -> Mention:
        departement = self.rng.choices(DEPARTEMENTS, self.weights)[0]
        commune = self.rng.choice(self.communes[departement])
        return Mention(
            id="",
            name=self._name(commune),
            siren=self._siren() if self.rng.random() < 0.5 else None,
            commune=commune,
            departement=departement,
        )

    def _name(self, commune: str) -> str:
        words = self.words
        parts = [self.rng.choice(words.heads), self.rng.choice(words.middles)]
        shape = self.rng.random()
        if shape < 0.35:
            parts.append(self.rng.choice(words.tails))
        elif shape < 0.6:
            parts.append(f"de {commune}")
        elif shape < 0.9:
            # an invented word, as firms and associations like them
            parts = [*parts[: self.rng.randint(0, 1)], self._toponym()]
        name = " ".join(parts)
        form = self.rng.choice(_FORMS)
        return f"{form} {name}".strip() if self.rng.random() < 0.6 else name

    def _traps(self, organisations: Sequence[Mention]) -> list[Mention]:
        traps: list[Mention] = []
        for mention in self.rng.sample(list(organisations), len(organisations) // 20):
            communes = [c for c in self.communes[mention.departement] if c != mention.commune]
            traps.append(replace(mention, commune=self.rng.choice(communes), siren=None))
            traps.append(replace(mention, name=self._namesake(mention.name), siren=None))
        for code in DEPARTEMENTS:
            for commune in self.rng.sample(self.communes[code], 3):
                where = Mention(id="", name="", commune=commune, departement=code)
                for name in (f"Commune de {commune}", f"Communauté de communes de {commune}"):
                    traps.append(replace(where, name=name, kind="local_authority"))
        return traps

    def _namesake(self, name: str) -> str:
        """Another organisation of the same words but one: a crèche beside a café."""
        head = next((head for head in self.words.heads if f"{head} " in f"{name} "), None)
        other = self.rng.choice([word for word in self.words.heads if word != head])
        return name.replace(head, other, 1) if head else f"{other} {name}"

    def _toponym(self) -> str:
        rng = self.rng
        stem = "".join(rng.choice(_SYLLABLES) for _ in range(rng.randint(1, 2)))
        name = (stem + rng.choice(_ENDINGS)).capitalize()
        if rng.random() < 0.3:
            second = rng.choice(_SYLLABLES).capitalize() + rng.choice(_ENDINGS)
            name += rng.choice(("-sur-", "-en-", "-les-", "-le-")) + second
        return f"Saint-{name}" if rng.random() < 0.15 else name

    def _siren(self) -> str:
        digits = f"{self.rng.randint(30_000_000, 99_999_999)}"
        return next(digits + str(key) for key in range(10) if luhn(digits + str(key)))


def _plain_noise(rng: random.Random, mention: Mention) -> Mention:
    """Case, accents, a form changed or dropped, two letters swapped."""
    name = mention.name
    if rng.random() < 0.5:
        name = _other_form(rng, name)
    if rng.random() < 0.4:
        name = _without_accents(name)
    if rng.random() < 0.4:
        name = name.upper()
    if rng.random() < 0.3:
        name = _swapped(rng, name)
    return replace(mention, name=name)


def _other_form(rng: random.Random, name: str) -> str:
    for form in sorted(_FORMS, key=len, reverse=True):
        if form and name.startswith(form + " "):
            name = name.removeprefix(form + " ")
            break
    form = rng.choice(_FORMS)
    return f"{name} {form}".strip() if rng.random() < 0.3 else f"{form} {name}".strip()


def _acronym(rng: random.Random, mention: Mention) -> Mention:
    words = mention.name.replace("’", " ").replace("-", " ").split()
    words = [word for word in words if len(word) > 2 and word.lower() not in _SMALL]
    if len(words) < 3:
        return _plain_noise(rng, mention)
    return replace(mention, name="".join(word[0] for word in words).upper())


def _dropped_word(rng: random.Random, mention: Mention) -> Mention:
    words = mention.name.split()
    if len(words) < 4:
        return _plain_noise(rng, mention)
    del words[rng.randrange(1, len(words))]
    return replace(mention, name=_without_accents(" ".join(words)))


def _reordered(rng: random.Random, mention: Mention) -> Mention:
    words = mention.name.split()
    cut = rng.randrange(1, len(words)) if len(words) > 1 else 0
    parts = (" ".join(words[cut:]), " ".join(words[:cut]))
    return replace(mention, name=", ".join(part for part in parts if part))


def _two_slips(rng: random.Random, mention: Mention) -> Mention:
    return replace(mention, name=_swapped(rng, _swapped(rng, _without_accents(mention.name))))


def _without_commune(rng: random.Random, mention: Mention) -> Mention:
    return replace(_plain_noise(rng, mention), commune="")


def _without_departement(rng: random.Random, mention: Mention) -> Mention:
    departement = "" if rng.random() < 0.4 else mention.departement
    return replace(_plain_noise(rng, mention), commune="", departement=departement)


def _with_acronym(rng: random.Random, mention: Mention) -> Mention:
    short = _acronym(rng, mention).name
    if not short.isupper() or " " in short:
        return _plain_noise(rng, mention)
    return replace(mention, name=f"{_without_accents(mention.name)} ({short})")


_HARD_NOISE: Sequence[Noise] = (
    _acronym,
    _dropped_word,
    _reordered,
    _two_slips,
    _without_commune,
    _without_departement,
    _with_acronym,
)
_SMALL = frozenset(
    _words("1901|assoc.|association|aux|dans|des|eurl|les|loi|pour|sarl|sas|scic|scop|sur")
)


def _without_accents(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


def _swapped(rng: random.Random, text: str) -> str:
    """Two neighbouring letters exchanged."""
    places = [
        place
        for place in range(len(text) - 1)
        if text[place].isalpha() and text[place + 1].isalpha() and text[place] != text[place + 1]
    ]
    if not places:
        return text
    place = rng.choice(places)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
