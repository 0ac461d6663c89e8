# What one can do with this repository; `make` alone prints the list.
# Every target sets up what it needs first, and a second run sets up nothing.

PYTHON ?= python3
PY := .venv/bin/python
JINGZHUN := .venv/bin/jingzhun
# How many test processes; the tests of both databases share the machine with a browser.
WORKERS ?= 2

.DEFAULT_GOAL := help
.PHONY: help setup dev run serve test test-backend test-frontend test-e2e check gen \
	bench faults fuzz lock clean

help: ## Print this list
	@echo "Jingzhun 精准: make TARGET"
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Install the locked packages and build the SPA, start nothing
	@$(PYTHON) tools/bootstrap.py runtime
	@$(PYTHON) tools/frontend.py build

dev:
	@$(PYTHON) tools/bootstrap.py dev
	@$(PYTHON) tools/frontend.py build

run: setup ## Start with a made-up demo district at http://127.0.0.1:8000 (JINGZHUN_PORT)
	@$(JINGZHUN) run

serve: setup ## Start for production: refuses default secrets and demo accounts
	@$(JINGZHUN) serve

test: dev ## Run all tests: SQLite, PostgreSQL, SPA units, browser; goes on after a failure
	@failed=; for part in test-backend test-frontend test-e2e; do \
		$(MAKE) --no-print-directory $$part || failed="$$failed $$part"; \
	done; \
	if [ -n "$$failed" ]; then echo "make test:$$failed failed"; exit 1; fi; echo "make test: all passed"

test-backend: dev ## Run the backend's tests on SQLite and PostgreSQL (ARGS="tests/journal -k chain")
	@$(PY) -m pytest -n $(WORKERS) $(ARGS)

test-frontend: dev ## Run the SPA's unit tests
	@npm --prefix frontend run --silent test

test-e2e: dev ## Run the browser tests against the real build and a real backend
	@$(PY) tools/e2e.py $(ARGS)

check: dev ## Check style, types, directions, sizes, freshness of all that is generated
	@$(PY) tools/check.py $(ARGS)

gen: dev ## Write what follows from declarations: OpenAPI, refusals, policy.md, TypeScript client
	@$(JINGZHUN) gen
	@npm --prefix frontend run --silent api

bench: dev ## Measure speed on made-up data (ARGS="--households 250000"); prints a table and JSON
	@$(PY) -m tools.bench $(ARGS)

faults: dev ## Kill the process during merge and approval, JINGZHUN_TEST_KILLS times (1000)
	@JINGZHUN_TEST_KILLS=$${JINGZHUN_TEST_KILLS:-1000} $(PY) -m pytest -n $(WORKERS) tests/faults $(ARGS)

fuzz: dev ## Throw broken workbooks and requests at it, JINGZHUN_TEST_FUZZ cases (200000)
	@JINGZHUN_TEST_FUZZ=$${JINGZHUN_TEST_FUZZ:-200000} $(PY) -m pytest -n $(WORKERS) tests/fuzz $(ARGS)

lock: dev ## Resolve pyproject.toml into requirements/*.txt again
	@$(PY) -m tools.lock

clean: ## Remove builds, reports and caches; keeps data/ and the environments
	@rm -rf dist frontend/dist frontend/test-results frontend/playwright-report test-results \
		.pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	@find backend tests tools migrations -name __pycache__ -type d -prune -exec rm -rf {} +
