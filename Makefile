# Everything a newcomer and a developer run. Each target does its own set-up on a fresh machine.
# The first Python on PATH that is new enough; `make run PYTHON=…` names another.
ifndef PYTHON
PYTHON := $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; \
	done || echo python3)
endif
EMBEDDED = $(PYTHON) -m workshop.embedded
BIN = .venv/bin
MANAGE = $(EMBEDDED) exec -- $(BIN)/python manage.py
# More arguments for pytest or the bench: make test ARGS="-k check_in"
ARGS ?=
# One more than two cores have: a third of the tests' time is waiting for processes, faults and timers.
WORKERS ?= 3
SPEED ?= 60

.DEFAULT_GOAL := help
.PHONY: help run simulate again test journeys soak bench check generate format dev

help:  ## Say what there is
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/^([a-z]+):.*## (.*)/make \1|\2/' | awk -F '|' '{printf "%-15s %s\n", $$1, $$2}'

run:  ## Run the workshop; PORT=8001 changes the port, DEMO=0 starts an empty one
	@$(EMBEDDED) run --with-parent

simulate:  ## Live through the demo's day in the workshop that `make run` runs; SPEED=60 times as fast
	@$(EMBEDDED) manage simulate --speed $(SPEED) $(ARGS)

again:  ## Begin the demo's day anew in the workshop that `make run` runs
	@$(EMBEDDED) manage load_demo --again

test:  ## Run the tests: Python, short faults, front end, one browser journey a role when a Chromium is found
	WRITE_RECORDINGS=1 $(EMBEDDED) test -n $(WORKERS) --dist loadgroup -m "not soak and not journey" $(ARGS)
	NEEDS_RECORDINGS=1 $(EMBEDDED) npm test
	$(EMBEDDED) npm run sizes
	$(EMBEDDED) test -m "journey and smoke" $(ARGS)

journeys:  ## Run every browser journey; needs a Chromium
	PITLANE_NEEDS_CHROMIUM=1 $(EMBEDDED) test -m journey $(ARGS)

soak:  ## Run the long fault campaigns
	$(EMBEDDED) test -m soak $(ARGS)

bench:  ## Measure ours beside the peer and print the table of promises
	$(EMBEDDED) exec --dev --build -- $(BIN)/python -m bench $(ARGS)

check: dev  ## Check style, types, floors, migrations and what is generated
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(EMBEDDED) npm run lint
	$(EMBEDDED) npm run typecheck
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) generate_docs --check
	$(MANAGE) spectacular --format openapi-json | diff -u frontend/src/api/schema.json -
	$(EMBEDDED) npm run check:schema

generate: dev  ## Write again what is generated: docs, OpenAPI schema, the front end's types
	$(MANAGE) generate_docs
	$(MANAGE) spectacular --format openapi-json > frontend/src/api/schema.json
	$(EMBEDDED) npm run generate:schema

format: dev  ## Put the Python sources in shape
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

dev:  ## Build the environment with everything the checks and tests need
	@$(EMBEDDED) env --dev
