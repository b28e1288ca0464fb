# `make` lists the targets. The environment is .venv; nothing outside this folder is written.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip --quiet --disable-pip-version-check

# The first interpreter that can make the environment; `make PYTHON=…` names another.
PYTHON ?= $(shell for python in python3 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.version_info >= (3, 11) or sys.exit(1); import ensurepip, venv' >/dev/null 2>&1 \
	&& { echo "$$python"; exit; }; done; echo python3)

# The environment to run jdparse, and on top of it the tools to work on it. Both follow the two files that say what is in them.
RUNTIME := $(VENV)/.runtime-installed
DEVELOPMENT := $(VENV)/.development-installed

.PHONY: help
help: ## List the targets (the default)
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: demo
demo: $(RUNTIME) ## Parse every sample and show its record
	@$(PY) tools/demo.py

.PHONY: setup
setup: $(DEVELOPMENT) ## Make or update the environment in .venv

.PHONY: test
test: $(DEVELOPMENT) ## Run the tests; ARGS="-k forms --cov" goes to pytest
	$(PY) -m pytest -n 2 --dist worksteal $(ARGS)

.PHONY: lint
lint: $(DEVELOPMENT) ## Check style and likely bugs (ruff)
	$(PY) -m ruff check
	$(PY) -m ruff format --check

.PHONY: format
format: $(DEVELOPMENT) ## Mend what ruff can mend
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

.PHONY: types
types: $(DEVELOPMENT) ## Check the types (mypy and pyright, both strict)
	$(PY) -m mypy
	$(PY) -m basedpyright

.PHONY: score
score: $(DEVELOPMENT) ## Score the parser on documents with gold records; ARGS=--misses shows what is missed
	$(PY) tools/score.py $(ARGS)

.PHONY: damage
damage: $(DEVELOPMENT) ## Score the parser on damaged documents; ARGS="cells --misses" shows what is missed in one kind
	$(PY) tools/damage.py $(ARGS)

.PHONY: soak
soak: $(DEVELOPMENT) ## Read 10,000 generated documents and write docs/fidelity.md; run the tests that take minutes
	$(PY) -m tests.shapes.fidelity --documents 10000 --write docs/fidelity.md
	$(PY) -m pytest -m soak

.PHONY: bench
bench: $(DEVELOPMENT) ## Measure CPU time against yardsticks of the same machine
	$(PY) benchmarks/run.py

.PHONY: schema
schema: $(DEVELOPMENT) ## Write the JSON Schemas from the record models
	$(PY) tools/generate.py schema

.PHONY: generate
generate: $(DEVELOPMENT) ## Write all generated files
	$(PY) tools/generate.py

.PHONY: generated
generated: $(DEVELOPMENT) ## Fail when a generated file is out of date
	$(PY) tools/generate.py --check

.PHONY: golden
golden: $(DEVELOPMENT) ## Show how the samples' records would change; ACCEPT=name writes one
	$(PY) tools/golden.py $(addprefix --accept ,$(ACCEPT))

.PHONY: check
check: lint types generated test ## All that .ci/run checks

.PHONY: dist
dist: $(DEVELOPMENT) ## Build the wheel and the source archive in dist/
	rm -rf dist
	$(PY) -m build --no-isolation

.PHONY: pins
pins: ## Write constraints.txt anew from what pyproject.toml asks for
	$(call make-venv,build/pins)
	build/pins/bin/python -m pip install --quiet --upgrade 'pip>=25.3'
	build/pins/bin/python -m pip install --quiet --editable . --group dev
	build/pins/bin/python -m pip freeze --all --exclude-editable --exclude setuptools | LC_ALL=C sort --ignore-case > constraints.txt

.PHONY: clean
clean: ## Remove the environment and everything built
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage htmlcov
	find src tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

# --clear: an environment of another interpreter, or half made, is not mended but made anew.
define make-venv
@"$(PYTHON)" -c 'import sys; sys.version_info >= (3, 11) or sys.exit(1)' 2>/dev/null || { \
	echo 'jdparse needs Python 3.11 or newer; "$(PYTHON)" is' "$$("$(PYTHON)" -V 2>&1 || true)." \
	'Name one: make PYTHON=/path/to/python3.12' >&2; exit 1; }
@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { \
	echo '"$(PYTHON)" has no venv module (Debian and Ubuntu: apt-get install python3-venv).' \
	'Or name another: make PYTHON=/path/to/python3.12' >&2; exit 1; }
"$(PYTHON)" -m venv --clear $(1)
endef

# The pip that comes with Python 3.11 knows neither dependency groups nor constraints for build dependencies.
$(RUNTIME): pyproject.toml constraints.txt
	$(call make-venv,$(VENV))
	$(PIP) install --constraint constraints.txt pip
	$(PIP) install --constraint constraints.txt --build-constraint constraints.txt --editable .
	@touch $@

$(DEVELOPMENT): $(RUNTIME)
	$(PIP) install --constraint constraints.txt --group dev
	@touch $@
