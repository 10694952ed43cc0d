# make demo: environment, install, the graph of the sample documents, and where its page is.
# make test: environment with the test tools, and all tests.
# PYTHON may name another interpreter: make demo PYTHON=python3.12

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Tests start hundreds of processes, each of which would compile our modules again.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test quick lint lock docs page clean

demo: $(VENV)/.installed
	$(BIN)/sociogram build data/documents -o output

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -n auto --dist loadscope

quick: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -m "not slow and not browser"

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m sociogram.knowledge.publish --check
	$(BIN)/python -m benchmarks.cli_reference --check

docs: $(VENV)/.installed-dev
	$(BIN)/python -m sociogram.knowledge.publish
	$(BIN)/python -m benchmarks.cli_reference

# Needs Node 20 or later. The bundle is kept in the repository, so that nothing else does.
page:
	cd web && npm ci --no-audit --no-fund && npm run build

# Needs uv (pip install uv). Versions and hashes for Python 3.11 to 3.13. The group "ftm" is apart, for it compiles PyICU.
COMPILE := uv pip compile -q --universal --generate-hashes --python-version 3.11 --no-header pyproject.toml
lock:
	$(COMPILE) --group build --group dev --group ftm -o requirements-ftm.lock
	$(COMPILE) --group build --group dev -c requirements-ftm.lock -o requirements-dev.lock
	$(COMPILE) --group build -c requirements-dev.lock -o requirements.lock
	$(COMPILE) --group build --extra ocr -c requirements-dev.lock -o requirements-ocr.lock
	$(COMPILE) --group build --extra spark -c requirements-dev.lock -o requirements-spark.lock

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(0 if (3, 11) <= sys.version_info < (3, 14) else "sociogram needs Python 3.11, 3.12 or 3.13; name one: make demo PYTHON=python3.12")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(VENV)/bin/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install -q --require-hashes -r requirements.lock
	$(BIN)/python -m pip install -q --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.lock
	$(BIN)/python -m pip install -q --require-hashes -r requirements-dev.lock
	touch $@

clean:
	rm -rf $(VENV) build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
