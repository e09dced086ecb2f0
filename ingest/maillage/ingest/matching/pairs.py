"""Pairs of writings worth scoring, found without comparing everything with everything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from scipy import sparse

from maillage.ingest.matching.rows import Ints, Rows

Bytes = NDArray[np.uint8]

# Rows compared at once: a chunk of this many rows by a block is what is held in memory.
CHUNK = 1024
# A word that more rows of a block share than this tells nothing by itself.
COMMON_WORD = 40
# Of a name that more names resemble than this, the nearest are kept: by itself it tells nothing.
MOST_ALIKE = 200
# A name gains at most this much by where it is: less alike than that, it is not looked at.
LARGEST_BONUS = 8
_LEAST_OVERLAP = 60
_SIREN_BLOCK = 5
_LARGEST_ACRONYM_GROUP = 50


@dataclass(frozen=True)
class Pairs:
    """Two writings, and how alike they are: by letters, by rare words, by initials, by SIREN."""

    left: Ints
    right: Ints
    letters: Bytes
    words: Bytes
    initials: Bytes
    siren: Bytes


def all_pairs(rows: Rows, *, least_name: int) -> Pairs:
    """Each pair once, whichever way it was found."""
    found = [*_by_letters(rows, least_name), *_by_words(rows), _by_initials(rows), _by_siren(rows)]
    return _merged(rows, [part for part in found if len(part.left)])


def comparisons(departements: Iterable[str]) -> int:
    """How many names `all_pairs` compares by letters, were each written in one way.

    >>> comparisons(["35", "35", "44", ""])
    9
    """
    sizes = Counter(departements)
    return sum(size * size for size in sizes.values()) + sizes[""] * (sizes.total() - sizes[""])


def blocks(rows: Rows) -> Iterator[tuple[Ints, Ints]]:
    """Rows to compare with rows: each département with itself, those without one with all."""
    departement = rows.departement[rows.mention_of]
    order = np.argsort(departement, kind="stable").astype(np.int32)
    starts = np.flatnonzero(np.diff(departement[order], prepend=-1))
    for group in np.split(order, starts[1:]):
        if departement[group[0]]:
            yield group, group
        else:
            yield group, np.arange(len(departement), dtype=np.int32)


def _by_letters(rows: Rows, least_name: int) -> Iterator[Pairs]:
    lengths = np.array([len(key) for key in rows.keys], np.int32)
    for block in blocks(rows):
        placed = rows.commune[rows.mention_of[block[0]]].any()
        least = max(least_name - LARGEST_BONUS, 1) if placed else least_name
        queries, choices = (side[np.argsort(lengths[side], kind="stable")] for side in block)
        keys = [rows.keys[row] for row in choices]
        for start in range(0, len(queries), CHUNK):
            chunk = queries[start : start + CHUNK]
            # Names of too different a length cannot be alike enough.
            shortest = lengths[chunk[0]] * least / (200 - least)
            longest = lengths[chunk[-1]] * (200 - least) / least
            low, high = np.searchsorted(lengths[choices], [shortest, longest + 1])
            ratios = _ratios([rows.keys[row] for row in chunk], keys[low:high], least)
            yield _alike(chunk, choices[low:high], ratios, twice=block[0] is block[1])


def _once(block: tuple[Ints, Ints], pairs: Pairs) -> Pairs:
    """Of a block compared with itself each pair is met twice, and each row meets itself."""
    if block[0] is not block[1]:
        return pairs
    kept = pairs.left < pairs.right
    return Pairs(
        pairs.left[kept],
        pairs.right[kept],
        pairs.letters[kept],
        pairs.words[kept],
        pairs.initials[kept],
        pairs.siren[kept],
    )


def _ratios(queries: Sequence[str], choices: Sequence[str], least: int) -> Bytes:
    ratios: Bytes = process.cdist(
        queries, choices, scorer=fuzz.ratio, score_cutoff=least, dtype=np.uint8, workers=1
    )
    return ratios


def _alike(queries: Ints, choices: Ints, ratios: Bytes, *, twice: bool) -> Pairs:
    """Of a block compared with itself (`twice`) each pair is met twice, and each row itself."""
    if twice:
        ratios[queries[:, None] >= choices] = 0
    for place in np.flatnonzero(np.count_nonzero(ratios, axis=1) > MOST_ALIKE):
        nearest = np.lexsort((choices, -ratios[place].astype(np.int16)))
        ratios[place, nearest[MOST_ALIKE:]] = 0
    down, across = np.nonzero(ratios)
    return _pairs(queries[down], choices[across], letters=ratios[down, across])


def _by_words(rows: Rows) -> Iterator[Pairs]:
    """Rows that share what is rare in both: words dropped, added or moved."""
    weights = rows.weights()
    column = {word: place for place, word in enumerate(weights)}
    weight = np.array(list(weights.values()), np.float32)
    matrix = _word_matrix(rows, column)
    totals = matrix @ weight
    for block in blocks(rows):
        yield _once(block, _overlapping(matrix, weight, totals, *block))


def _word_matrix(rows: Rows, column: Mapping[str, int]) -> sparse.csr_array:
    cells = [(row, column[word]) for row, words in enumerate(rows.words) for word in set(words)]
    down, across = np.array(cells, np.int32).reshape(-1, 2).T
    ones = np.ones(len(cells), np.float32)
    return sparse.csr_array((ones, (down, across)), shape=(len(rows.words), len(column)))


def _overlapping(
    matrix: sparse.csr_array,
    weight: NDArray[np.float32],
    totals: NDArray[np.float32],
    queries: Ints,
    choices: Ints,
) -> Pairs:
    chosen = matrix[choices]
    counts = np.bincount(chosen.indices, minlength=len(weight))
    rare = np.flatnonzero((counts > 0) & (counts <= COMMON_WORD))
    left = matrix[queries][:, rare] * weight[rare]
    shared = sparse.coo_array(left @ chosen[:, rare].T)
    first, second = queries[shared.coords[0]], choices[shared.coords[1]]
    least = np.minimum(totals[first], totals[second])
    union = totals[first] + totals[second] - shared.data
    overlap = 100 * (0.5 * shared.data / least + 0.5 * shared.data / union)
    kept = overlap >= _LEAST_OVERLAP
    return _pairs(first[kept], second[kept], words=np.minimum(overlap[kept], 100))


def _by_initials(rows: Rows) -> Pairs:
    """An acronym and the name whose initials it is, in one département or an unknown one."""
    acronyms: dict[str, list[int]] = defaultdict(list)
    for row, words in enumerate(rows.words):
        if len(words) == 1:
            acronyms[words[0]].append(row)
    found = [
        (acronym, row, len(initials))
        for row, names in enumerate(rows.initials)
        for initials in names
        if len(group := acronyms.get(initials, [])) <= _LARGEST_ACRONYM_GROUP
        for acronym in group
        if _near(rows, acronym, row)
    ]
    left, right, length = np.array(found, np.int32).reshape(-1, 3).T
    return _pairs(left, right, initials=length)


def _near(rows: Rows, first: int, second: int) -> bool:
    left, right = (rows.departement[rows.mention_of[row]] for row in (first, second))
    return bool(left == right or not left or not right)


def _by_siren(rows: Rows) -> Pairs:
    """A SIREN and the digits left of one that a spreadsheet or a hand had damaged."""
    known: dict[str, list[int]] = defaultdict(list)
    first_row = np.full(len(rows.mentions), -1)
    for row in range(len(rows.mention_of) - 1, -1, -1):
        first_row[rows.mention_of[row]] = row
    for place, mention in enumerate(rows.mentions):
        if mention.siren and first_row[place] >= 0:
            known[mention.siren[:_SIREN_BLOCK]].append(place)
    found = [
        (first_row[damaged], first_row[place])
        for damaged, mention in enumerate(rows.mentions)
        if len(mention.siren_prefix) >= _SIREN_BLOCK and first_row[damaged] >= 0
        for place in known.get(mention.siren_prefix[:_SIREN_BLOCK], [])
        if _one_slip(mention.siren_prefix, rows.mentions[place].siren or "")
    ]
    left, right = np.array(found, np.int32).reshape(-1, 2).T
    return _pairs(left, right, siren=np.ones(len(found), np.uint8))


def _one_slip(shown: str, siren: str) -> bool:
    """Whether the digits shown begin the SIREN, or are it with one digit or one exchange wrong."""
    if siren.startswith(shown):
        return True
    if len(shown) != len(siren):
        return False
    wrong = [place for place in range(len(siren)) if shown[place] != siren[place]]
    exchanged = len(wrong) == 2 and sorted(shown) == sorted(siren)
    return len(wrong) == 1 or (exchanged and wrong[1] - wrong[0] == 1)


def _pairs(left: Ints, right: Ints, **likeness: NDArray[np.generic]) -> Pairs:
    nothing = np.zeros(len(left), np.uint8)
    columns = {
        name: likeness[name].astype(np.uint8) if name in likeness else nothing
        for name in ("letters", "words", "initials", "siren")
    }
    return Pairs(left.astype(np.int32), right.astype(np.int32), **columns)


def _merged(rows: Rows, found: Iterable[Pairs]) -> Pairs:
    """The two ends in one order, each pair of rows once, pairs within a mention dropped."""
    parts = list(found)
    empty = [_pairs(np.zeros(0, np.int32), np.zeros(0, np.int32))]
    columns = {
        name: np.concatenate([getattr(part, name) for part in parts or empty])
        for name in ("left", "right", "letters", "words", "initials", "siren")
    }
    first = np.minimum(columns["left"], columns["right"]).astype(np.int64)
    second = np.maximum(columns["left"], columns["right"]).astype(np.int64)
    pair = first * len(rows.mention_of) + second
    other = rows.mention_of[first] != rows.mention_of[second]
    order = np.argsort(np.where(other, pair, -1), kind="stable")[np.count_nonzero(~other) :]
    starts = np.flatnonzero(np.diff(pair[order], prepend=-1))
    if not len(starts):
        return empty[0]
    likeness = {
        name: np.maximum.reduceat(columns[name][order], starts)
        for name in ("letters", "words", "initials", "siren")
    }
    return _with_letters(rows, _pairs(first[order][starts], second[order][starts], **likeness))


def _with_letters(rows: Rows, pairs: Pairs) -> Pairs:
    """Every pair compared by letters, in the order written and in the order of the alphabet."""
    if not len(pairs.left):
        return pairs
    ways = [
        process.cpdist(
            [keys[row] for row in pairs.left],
            [keys[row] for row in pairs.right],
            scorer=fuzz.ratio,
            dtype=np.uint8,
            workers=1,
        )
        for keys in (rows.keys, rows.sorted_keys)
    ]
    letters = np.maximum(*ways)
    return Pairs(pairs.left, pairs.right, letters, pairs.words, pairs.initials, pairs.siren)
