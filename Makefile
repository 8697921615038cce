# Two commands for everybody (demo, test), the rest for who works on it.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/pip install --quiet --disable-pip-version-check --no-input
CHRONO := tests/language/rivals

.PHONY: demo test bench language-report language-weights language-fuzz screenshot lock format clean

demo: $(VENV)/.run
	@$(BIN)/aanjager demo

test: $(VENV)/.test
	@tests/system-packages.sh
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m language.completeness
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist worksteal

bench: $(VENV)/.test
	$(BIN)/python -m tests.bench

# How well Dutch is read, beside other libraries; the figures go into docs/language.md.
language-report: $(VENV)/.rivals $(CHRONO)/node_modules/.package-lock.json
	$(BIN)/python -m tests.language.report

# What a clause does in a message, learned anew from tests/language/corpus.
language-weights: $(VENV)/.training
	$(BIN)/python -m tests.language.training

language-fuzz: $(VENV)/.test
	$(BIN)/python -m tests.language.fuzz

screenshot: $(VENV)/.test
	@tests/system-packages.sh
	$(BIN)/python -m tests.browser.screenshot

format: $(VENV)/.test
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

$(VENV)/.run: locks/run.txt pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Python 3.11 is needed: install python3.11, or name it: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV) ..."
	@$(PIP) --require-hashes -r locks/run.txt
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.test: locks/test.txt $(VENV)/.run
	@$(PIP) --require-hashes -r locks/test.txt
	@touch $@

$(VENV)/.rivals: locks/rivals.txt $(VENV)/.test
	@$(PIP) --require-hashes -r locks/rivals.txt
	@touch $@

$(VENV)/.training: locks/training.txt $(VENV)/.test
	@$(PIP) --require-hashes -r locks/training.txt
	@touch $@

$(CHRONO)/node_modules/.package-lock.json: $(CHRONO)/package-lock.json
	@command -v npm >/dev/null || { echo "Node is needed for chrono: install nodejs 20 and npm"; exit 1; }
	@npm ci --prefix $(CHRONO) --silent --no-audit --no-fund

# What runs is what was tested: the lists follow the first.
lock:
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --extra build --extra test pyproject.toml -o locks/test.txt
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --extra build --constraints locks/test.txt pyproject.toml -o locks/run.txt
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --extra rivals --constraints locks/test.txt pyproject.toml -o locks/rivals.txt
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-header --extra training --constraints locks/test.txt pyproject.toml -o locks/training.txt

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
