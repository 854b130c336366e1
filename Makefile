# KEKO needs Python 3.11 or newer and make; everything else is installed into .venv.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
WORKERS ?= 2
TYPED := keko benchmarks tests/conftest.py tests/server.py tests/browser $(wildcard app.py pages/*.py)

.DEFAULT_GOAL := help
.PHONY: help run test check bench lock clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: $(VENV)/run.stamp ## install what is needed, make the database (with demo data if it holds none) and start KEKO
	@$(PY) -m keko init
	@$(PY) -m keko demo --if-empty
	@exec $(PY) -m keko serve

test: check ## everything that CI runs: style, types, layers, tests (browser tests included)
	@sh tests/browser/install_chromium.sh
	@$(PY) -m pytest -n $(WORKERS) $(PYTEST)

check: $(VENV)/dev.stamp ## style, types and layers only
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy $(TYPED)
	@$(VENV)/bin/lint-imports --no-logo

bench: $(VENV)/dev.stamp ## how fast pages, commands, imports and disclosure control are against a floor
	@$(PY) -m benchmarks $(BENCH)
	@$(PY) -m benchmarks.start
	@$(PY) -m benchmarks.access
	@$(PY) -m benchmarks.intake
	@$(PY) -m benchmarks.ecosystem
	@$(PY) -m benchmarks.growth
	@$(PY) -m benchmarks.disclosure
	@$(PY) -m benchmarks.boundaries
	@$(PY) -m benchmarks.maps
	@$(PY) -m benchmarks.exports

lock: $(VENV)/dev.stamp ## take the newest allowed versions into the lock files, and list them for who has to know (SBOM)
	@$(VENV)/bin/uv pip compile $(LOCKING) --upgrade requirements.txt -o requirements.lock
	@$(VENV)/bin/uv pip compile $(LOCKING) --upgrade -c requirements.lock requirements-dev.txt -o requirements-dev.lock
	@$(VENV)/bin/uv tool run --from $(SBOM) cyclonedx-py requirements requirements.lock --output-reproducible --of JSON -o sbom.cdx.json

clean: ## remove the environment and caches (data under var/ stays)
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis

# Apart from the tests: what it brings with it makes every start of Altair a second slower.
SBOM := cyclonedx-bom==7.5.0
LOCKING := --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes --no-emit-index-url --no-header --no-annotate

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "KEKO needs Python 3.11 or newer (make PYTHON=…)")'
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.lock | $(PY)
	@echo "Installing what KEKO needs …"
	@$(PY) -m pip install -qq --disable-pip-version-check -r requirements.lock
	@touch $@

# The development lock holds everything of the other at the same versions.
$(VENV)/dev.stamp: requirements.lock requirements-dev.lock | $(PY)
	@echo "Installing what KEKO's tests need …"
	@$(PY) -m pip install -qq --disable-pip-version-check -r requirements-dev.lock
	@touch $@ $(VENV)/run.stamp
