# Needs Python 3.11 or newer and make; everything else is set up in .venv when it is missing or when
# what it is made from has changed. `make PYTHON=python3.12 test` picks another Python.
PYTHON ?= python3
SAMPLE ?= samples/yangxi-2022.txt

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/ready

.DEFAULT_GOAL := help
.PHONY: help demo test quick check format generate bench soak clean

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

demo: $(READY) ## parse a sample and show it as a table (SAMPLE=FILE for another)
	$(BIN)/zwgk parse $(SAMPLE) -o tasks.json
	$(BIN)/zwgk show tasks.json

test: $(READY) ## run all tests; fail below 95 % branch coverage
	$(BIN)/python -m pytest -n auto --cov --cov-report=term:skip-covered

quick: $(READY) ## lint, and the tests that take no time, up to the first failure
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/python -m pytest -q -x -n auto -m "not slow"

check: $(READY) ## format, lint, types, imports, dependencies, generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src
	$(BIN)/python scripts/generate.py --check

format: $(READY) ## put the code in order
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generate: $(READY) ## write the schema and the generated pages of docs/
	$(BIN)/python scripts/generate.py

bench: $(READY) ## measure parsing, start-up, wordings, PDFs, checks, diff, batch; fail above the bars
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/phrases.py
	$(BIN)/python -m tests.bench.reading
	$(BIN)/python -m tests.bench.word
	$(BIN)/python -m tests.bench.validate
	$(BIN)/python -m tests.bench.trace
	$(BIN)/python -m tests.bench.diff
	$(BIN)/python -m tests.bench.batch

soak: $(READY) ## convert 2,000 files, 40 of them faulty, and kill the batch ten times on the way
	$(BIN)/python -m tests.soak

clean: ## remove .venv and what tools leave behind
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .coverage tasks.json

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=...")'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $(READY)
