# The commands of the project. All of them use the virtual environment .venv, made from constraints.txt.
#
#   make demo         the main job on invented people: take in, compute, publish, serve on localhost
#   make demo SERVE=0 the same without serving; the pages are in demo/published
#   make test         the tests
#   make check        style, types, import arrows, documentation, and the tests
#   make check-long   the same with the long tests and a new seed
#   make model-page   docs/model_municipality.md: the model municipality beside published figures
#   make bench        the measurements of docs/performance.md, at 1 and 10 million declared lines
#   make bench LINES=100  the same, and at 100 million

PYTHON ?= python3
SERVE ?= 1
PORT ?= 8293
WORKERS ?= auto
SEED ?= $(shell $(PYTHON) -c "import secrets; print(secrets.randbelow(10**9))")

BIN := .venv/bin/
RUN := $(BIN)python -m

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test check check-long lint docs docs-check model-page bench environment clean
.DEFAULT_GOAL := demo

demo: .venv/runtime
	$(RUN) wijzer demo demo $(if $(filter 0 no,$(SERVE)),--no-serve,--serve --port $(PORT))

test: .venv/development
	$(RUN) pytest -n $(WORKERS) --dist worksteal -q

check: lint docs-check test

check-long: export WIJZER_LONG := 1
check-long: export WIJZER_SEED := $(SEED)
check-long:
	@echo "WIJZER_SEED=$(WIJZER_SEED)"
	@$(MAKE) check

lint: .venv/development
	$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(BIN)lint-imports --no-logo

docs: .venv/development
	$(BIN)python docs/build.py

docs-check: .venv/development
	$(BIN)python docs/build.py --check

model-page: .venv/development
	$(RUN) believable

bench: .venv/development
	$(RUN) bench.run $(if $(LINES),--lines $(LINES))

environment: .venv/development

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	|| { echo "Wijzer needs Python 3.11 or newer; name one with: make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/runtime: .venv/bin/python pyproject.toml constraints.txt
	$(RUN) pip install -q -c constraints.txt -e .
	@touch .venv/runtime

.venv/development: .venv/bin/python pyproject.toml constraints.txt
	$(RUN) pip install -q -c constraints.txt -e '.[dev,bench]'
	@touch .venv/runtime .venv/development

clean:
	rm -rf .venv demo build dist bench/work
