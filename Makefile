# One command each; every one sets up what it needs. `make help` lists them.
.DEFAULT_GOAL := help
BIN := .venv/bin
READY := .venv/.ready
ARGS ?=

# Python keeps what it compiles, whatever the environment says: without it each of the processes that
# tests start compiles every library anew.
export PYTHONDONTWRITEBYTECODE :=

# Workers for the tests; one of them starts a Neo4j (370 MB).
WORKERS ?= 2

# Each is a program of bench/ that prints its own table, machine, versions and seeds.
BENCHES ?= measures matching registers load transactions masking pictures ownership api suggestions

.PHONY: help
help: ## list the commands
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(READY): pyproject.toml uv.lock requirements.txt tools/environment.sh
	@sh tools/environment.sh
	@touch $(READY)

.PHONY: install
install: $(READY) ## set up .venv from the lock

.PHONY: demo
demo: $(READY) ## the demonstration network: figures, map.html, explorer (ARGS=--no-serve to stop after writing)
	@$(BIN)/maillage demo $(ARGS)

.PHONY: test
test: $(READY) ## every test that a change must pass
	$(BIN)/pytest -n $(WORKERS) --dist loadfile -m "not nightly" $(ARGS)

WEB := viz/web
NODE_READY := $(WEB)/node_modules/.package-lock.json

$(NODE_READY): $(WEB)/package.json $(WEB)/package-lock.json
	cd $(WEB) && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

.PHONY: web
web: $(NODE_READY) ## the explorer: its types, its tests, and that its built files equal a rebuild
	cd $(WEB) && npm run --silent check && npm test --silent
	cd $(WEB) && npm run --silent build -- --out ../../build/static
	diff -r viz/maillage/viz/static build/static

.PHONY: lint
lint: $(READY) web ## format, style, types, the rooms' rules, the built explorer
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

.PHONY: format
format: $(READY) ## write the format and the fixes that are safe
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: docs
docs: $(READY) ## write the documents that are generated from the code
	$(BIN)/python tools/generated_docs.py

.PHONY: bench
bench: $(READY) ## ratios against the field, side by side in one run (BENCHES="measures load" for some)
	@for bench in $(BENCHES); do echo "== $$bench"; $(BIN)/python bench/$$bench.py || exit 1; done

.PHONY: nightly
nightly: $(READY) ## the long checks
	$(BIN)/pytest -n $(WORKERS) --dist loadfile -m nightly $(ARGS)

.PHONY: neo4j
neo4j: $(READY) ## a Neo4j for trials, on loopback, until Ctrl+C
	$(BIN)/python tests/support/neo4j_server.py --keep $(ARGS)

.PHONY: lock
lock: ## pin anew, for uv and for pip
	uv lock --upgrade
	uv export --quiet --locked --all-groups --extra kernels --extra oidc --extra pandas --no-emit-project --output-file requirements.txt

.PHONY: clean
clean: ## forget what was built (the environment stays)
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis maillage-demo
