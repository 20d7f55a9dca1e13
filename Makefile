# make help lists what can be made.

PYTHON ?= python3
BIN := .venv/bin
PROGRAM := $(BIN)/danvan-desktop
SAMPLE := resources/samples/bao-cao-mau.danvan

.PHONY: help setup dev run test lint types contracts static unit mutants bench papers proof proof-table parity schema takeback torture fuzz screenshots screenshots-all freeze windows windows-check lock clean

help:  ## what can be made
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup:  ## .venv with the program in it (as root also the system libraries it needs)
	@$(PYTHON) packaging/set_up.py

dev:  ## the same with the tools that check and freeze
	@$(PYTHON) packaging/set_up.py --dev

run: setup  ## open the window; without a display: write the sample report to out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
	    exec $(PROGRAM); \
	else \
	    echo "Không có màn hình: xuất báo cáo mẫu ra out/bao-cao-mau.docx và out/bao-cao-mau.pdf"; \
	    mkdir -p out && $(PROGRAM) convert --force $(SAMPLE) out/bao-cao-mau.docx out/bao-cao-mau.pdf; \
	fi

test: lint types contracts static unit  ## every check

lint: dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: dev
	$(BIN)/mypy

contracts: dev
	$(BIN)/lint-imports --no-logo

static: dev
	$(BIN)/python packaging/windows/static_check.py

unit: dev
	$(BIN)/pytest -n auto --dist worksteal

# Mutation testing: each small change of the code should make a test fail. All of report and layout take hours.
ONLY ?= danvan_desktop.gui.session.saver*
MUTMUT := build/mutmut

mutants: dev $(MUTMUT)/made  ## slips that no test notices in ONLY='danvan_desktop.report.numbering*' (autosave)
	-CI=1 PYTHONPATH=$(MUTMUT) $(BIN)/python -m mutmut run '$(ONLY)'
	CI=1 PYTHONPATH=$(MUTMUT) $(BIN)/python -m mutmut results

$(MUTMUT)/made: packaging/mutants.lock
	rm -rf $(MUTMUT)
	$(BIN)/python -m pip install --quiet --require-hashes --target $(MUTMUT) -r packaging/mutants.lock
	touch $@

bench: dev  ## figures of speed
	$(BIN)/pytest -q -s -o python_files='bench_*.py' tests/bench

proof: dev  ## the proof-reader: slips found against false alarms, and each; then how often each rule speaks
	$(BIN)/python -m tests.proof
	$(BIN)/python -m tests.proof.rules_table

proof-table: dev  ## resources/proof anew from its sources (fetches two pinned packages once)
	PYTHONPATH=. $(BIN)/python packaging/proof/build_table.py
	PYTHONPATH=. $(BIN)/python packaging/proof/fit_weights.py

parity: dev  ## PDF and Word file (as LibreOffice sets it) compared line by line
	$(BIN)/python -m tests.parity

OOXML := build/ooxml-validator

schema: dev $(OOXML)/node_modules  ## our Word files before the Open XML SDK, for Office 2010 to 365 (needs npm)
	$(BIN)/pytest -q -s tests/exporters/journeys/test_word_validity.py

$(OOXML)/node_modules: packaging/ooxml-validator/package-lock.json
	mkdir -p $(OOXML)
	cp packaging/ooxml-validator/package*.json $(OOXML)
	npm install --no-save --silent --no-audit --no-fund --prefix $(OOXML)
	touch $@

# PAPERS_FILES=folder keeps the files; python -m tests.papers NAME … looks at some, --settle writes what is known to deviate.
papers: dev  ## papers made in the habits of other hands, brought in and checked: where a person expects otherwise
	$(BIN)/python -m tests.papers

# TAKEBACK_TOOLS=folder tries another maker's tools too, TAKEBACK_SESSIONS says how many sessions each editor has.
TAKEBACK_EXAMPLES ?= 2000

takeback: dev  ## Word files that come back edited: how far they are understood, what of it is told falsely
	$(BIN)/python -m tests.takeback
	TAKEBACK_EXAMPLES=$(TAKEBACK_EXAMPLES) $(BIN)/pytest -q tests/report/takeback/journeys

# One after the other: what is lost of typing is measured. As root also a small filesystem is filled.
TORTURE_RUNS ?= 300
TORTURE_SEED ?= $(shell date +%s)

torture: dev  ## kills, power cuts, full drives, damaged files: what is told and what is lost (half an hour)
	TORTURE_RUNS=$(TORTURE_RUNS) TORTURE_SEED=$(TORTURE_SEED) $(BIN)/pytest -q tests/torture

# FUZZ_KINDS='docx pdf' chooses, FUZZ_JOBS says in how many processes. What shows a defect lies in build/fuzz.
FUZZ_RUNS ?= 20000
FUZZ_SEED ?= $(shell date +%s)

fuzz: dev  ## mutated files with canary words: no traceback, no word lost untold (half an hour)
	FUZZ_RUNS=$(FUZZ_RUNS) FUZZ_SEED=$(FUZZ_SEED) $(BIN)/python -m tests.fuzz

screenshots: dev  ## packaging/screenshots/*.png, as the README and "Giới thiệu" show them
	QT_QPA_PLATFORM=xcb xvfb-run -a -s '-screen 0 1366x768x24' \
	    $(BIN)/python -m tests.gui.screenshots packaging/screenshots --small resources/pictures

screenshots-all: dev  ## build/screenshots/*: dark, 125, 150 and 200 %, a screen of 1920 x 1080; to be looked at
	set -e; for kind in "dark 1366x768 1 dark" "125 1366x768 1.25 light" "150 1366x768 1.5 light" \
	    "200 1920x1080 2 light" "1920 1920x1080 1 light"; do \
	    set -- $$kind; \
	    QT_QPA_PLATFORM=xcb QT_SCALE_FACTOR=$$3 xvfb-run -a -s "-screen 0 $${2}x24" \
	        $(BIN)/python -m tests.gui.screenshots "build/screenshots/$$1" --scheme $$4; \
	done

freeze: dev  ## dist/danvan-desktop, the program without need of Python, and its self-test
	$(BIN)/pyinstaller --noconfirm --clean --log-level WARN build.spec
	QT_QPA_PLATFORM=offscreen dist/danvan-desktop/danvan-desktop --selftest

windows:  ## dist/windows: the program for Windows, its setup, portable ZIP and MSI (Debian 13 as root, under wine)
	packaging/windows/build.sh

windows-check:  ## a table of what of it works under wine (after make windows)
	packaging/windows/check.sh

lock:  ## the lock files anew (UPGRADE=1: with newer versions)
	packaging/lock.sh

clean:  ## remove what was made, except .venv
	rm -rf build dist out mutants .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find danvan_desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
