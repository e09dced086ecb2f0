"""Loops that numpy cannot say: run as they are on small networks, compiled on large ones.

numba is optional (`maillage[kernels]`). A small network never waits for a compiler: below `MANY`
ties the same lines run uncompiled, over lists, and give the same answer. Compiled code is cached
on disk where there is a place for it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from functools import cache
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

# Ties above which compiling pays: the loops take a few tenths of a second uncompiled.
MANY = 100_000

# Ties above which even what numpy does in a moment is worth loading the compiler for.
HUGE = 5_000_000

Integers = NDArray[np.int8] | NDArray[np.int32] | NDArray[np.uint32] | NDArray[np.int64]
Array = Integers | NDArray[np.float64]
Kernel = Callable[..., None]


@cache
def available() -> bool:
    return find_spec("numba") is not None


def wanted(size: int) -> bool:
    """Whether a network of this many ties is worth a compiler."""
    return size >= MANY and available()


def at_hand(size: int) -> bool:
    """The same where numpy has an answer too: loading numba takes a second, once."""
    return wanted(size) and ("numba" in sys.modules or size >= HUGE)


def run(kernel: Kernel, size: int, inputs: Sequence[Array], outputs: Sequence[Array]) -> None:
    """Call `kernel(*inputs, *outputs)`, which writes to its outputs only."""
    if wanted(size):
        compiled(kernel)(*inputs, *outputs)
        return
    results = [output.tolist() for output in outputs]
    kernel(*(given.tolist() for given in inputs), *results)
    for output, result in zip(outputs, results, strict=True):
        output[...] = result


@cache
def compiled(kernel: Kernel, *, parallel: bool = False) -> Kernel:
    import numba

    try:
        made: Kernel = numba.njit(cache=True, nogil=True, parallel=parallel)(kernel)
    except RuntimeError:  # no folder to keep compiled code in
        made = numba.njit(nogil=True, parallel=parallel)(kernel)
    return made
