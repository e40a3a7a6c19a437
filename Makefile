# `make` lists what can be made; `make site` and `make test` need nothing but Python 3.11.

PYTHON ?= python3
BIN := .venv/bin

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-11s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.venv/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("site-builder needs Python 3.11 or newer, found " + sys.version.split()[0]) if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[search]' || { \
	  echo 'Search could not be installed: the site is built without it.'; \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .; }
	@touch $@

.venv/developing: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

site: .venv/installed ## Build the archive from seeds/ into site/
	@$(BIN)/site-builder build

test: .venv/developing ## Run the tests
	@$(BIN)/python -m pytest

tests/node_modules/.package-lock.json: tests/package-lock.json
	@if command -v npm > /dev/null; then npm ci --prefix tests --ignore-scripts --no-fund --no-audit --silent; \
	  else echo 'There is no npm here: axe, html-validate and vnu, which come from it, are left out.'; fi

browser: .venv/developing tests/node_modules/.package-lock.json ## Look at pages of every kind in Chromium, with axe
	@$(BIN)/python -m pytest -m 'browser or whole' -rs

check: .venv/developing ## Lint, type-check and test
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

eval: .venv/developing ## Score the annotators; DATA="FILE.jsonl …" adds labelled articles
	@$(BIN)/python benchmarks/evaluate.py $(DATA)

serve: .venv/installed ## Show the archive on this machine, drafts too, and follow its files
	@$(BIN)/site-builder serve

bench: .venv/developing ## Measure speed and memory
	@$(BIN)/python benchmarks/run.py

golden: .venv/developing ## Write the expected golden sites anew; read the difference before committing
	$(BIN)/python -m tests.golden

screenshots: .venv/developing site ## Take the README's pictures of the site
	$(BIN)/python -m tests.screenshots

wheel: .venv/developing ## Build the wheel into dist/
	$(BIN)/python -m build --wheel

clean: ## Remove what was built; content/ stays
	rm -rf site dist .site_builder .venv .pytest_cache .mypy_cache .ruff_cache

.PHONY: help site test browser check serve eval bench golden screenshots wheel clean
.DEFAULT_GOAL := help
