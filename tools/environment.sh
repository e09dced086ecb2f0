#!/bin/sh
# Makes .venv hold exactly what the lock says: with uv if it is there, else with venv and pip.
set -eu
cd "$(dirname "$0")/.."

extras="${EXTRAS:-kernels oidc pandas}"
# CI and developers with the registry's extra wheel may add: EXTRAS="kernels oidc pandas neo4j-rust"

say() { printf '%s\n' "$*" >&2; }

suitable_python() {
  for candidate in python3.13 python3.12 python3.11 python3; do
    if command -v "$candidate" >/dev/null 2>&1 &&
      "$candidate" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null
    then
      command -v "$candidate"
      return 0
    fi
  done
  return 1
}

if command -v uv >/dev/null 2>&1; then
  flags=""
  for extra in $extras; do flags="$flags --extra $extra"; done
  # shellcheck disable=SC2086
  exec uv sync --quiet --locked $flags
fi

if ! python=$(suitable_python); then
  say "Maillage a besoin de Python 3.11, 3.12 ou 3.13. / Maillage needs Python 3.11, 3.12 or 3.13."
  say "  Debian, Ubuntu : apt install python3 python3-venv    macOS : brew install python@3.13"
  exit 1
fi
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
  say "Il manque le module venv de Python. / Python's venv module is missing."
  say "  Debian, Ubuntu : apt install python3-venv    (ou / or: uv, https://docs.astral.sh/uv)"
  exit 1
fi
[ -x .venv/bin/python ] || "$python" -m venv .venv
# The pins and hashes of uv.lock, written for pip by `make lock`.
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
