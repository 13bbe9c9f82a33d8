# SPDX-License-Identifier: MPL-2.0
# Two commands for newcomers: `make demo` (a pack to look at) and `make run` (the window). `make help` lists the rest.

PYTHON ?= python3
BIN := .venv/bin
SAMPLE := build/sample.evidencepack
SAMPLE_SOURCES := $(wildcard resources/samples/*/*)
SOURCES := src tests packaging

# Where Python may keep nothing it has compiled, thousands of tests and the programs they start compile it each time.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo run test test-full coverage check bench lock resources picture manual content golden package fresh set-up-run set-up-app set-up-test set-up-build

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "%-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: set-up-run $(SAMPLE) ## make the sample tender's pack in build/demo
	@$(BIN)/evidencepack export $(SAMPLE) --to build/demo
	@echo
	@echo "Open $(CURDIR)/build/demo/pack.pdf, or pack.docx beside it."

run: set-up-app $(SAMPLE) ## open the window on the sample tender
	@$(BIN)/evidencepack app $(SAMPLE)

# Kept until the sample itself changes, so that what is typed in the window shows in the next `make demo`.
$(SAMPLE): $(SAMPLE_SOURCES) | set-up-run
	@mkdir -p build
	@rm -f $@ $@-journal
	@$(BIN)/evidencepack sample $@
	@touch $@

# Reading the lines of every room takes three times as long as those of the rooms that are held to an aim.
REPORTED = --include="$$($(BIN)/python packaging/room_coverage.py --core)"

test: set-up-test ## run the tests (under 10 minutes), and hold the core rooms to 95 % of lines and branches
	@mkdir -p build
	$(BIN)/python -m pytest -n 2 --dist worksteal --cov --cov-report=
	@$(BIN)/coverage json --quiet $(REPORTED) -o build/coverage.json
	@$(BIN)/python packaging/room_coverage.py --quiet build/coverage.json

test-full: set-up-test ## run the tests at the full counts and write docs/measurements.md
	@mkdir -p build
	@rm -f build/measurements.jsonl
	EVIDENCEPACK_FULL=1 EVIDENCEPACK_MEASUREMENTS=$(CURDIR)/build/measurements.jsonl $(BIN)/python -m pytest -n 2 --dist worksteal
	$(BIN)/python packaging/measurements.py test-full build/measurements.jsonl

coverage: export EVIDENCEPACK_COVER_ALL = 1
coverage: REPORTED =
coverage: test ## run the tests, then show room by room, and line by line in build/coverage, what they reach
	$(BIN)/coverage html --quiet --directory build/coverage
	@$(BIN)/python packaging/room_coverage.py build/coverage.json

check: set-up-test ## everything that needs no test run: style, types, floors, dead code, spelling, licences, wheels
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/mypy $(SOURCES)
	PYTHONPATH=src $(BIN)/lint-imports
	$(BIN)/vulture
	$(BIN)/codespell
	$(BIN)/python packaging/spelling.py
	$(BIN)/python packaging/licences.py
	$(BIN)/python packaging/wheels.py

bench: set-up-test ## time packs of 100 and 1,000 pages beside naive platypus and docxtpl, edits, and the window, into docs/measurements.md
	@mkdir -p build
	$(BIN)/python packaging/bench/run.py > build/bench.txt
	@cat build/bench.txt
	$(BIN)/python packaging/measurements.py bench build/bench.txt

lock: set-up-test ## remake requirements/*.txt (UPGRADE=1 takes newer versions)
	$(BIN)/python packaging/lock.py $(if $(UPGRADE),--upgrade)

resources: set-up-test ## remake what is made or fetched: fonts, icons, the dictionary, the empty Word document, the colour profile
	$(BIN)/python packaging/fonts.py
	$(BIN)/python packaging/icons.py
	$(BIN)/python packaging/dictionary.py
	$(BIN)/python packaging/base_docx.py
	$(BIN)/python packaging/colour.py

picture: demo set-up-test ## remake the picture of the README from the demo (PAGES="1 3 8 15")
	$(BIN)/python packaging/picture.py build/demo/pack.pdf $(or $(PAGES),1 3 8 15)

content: set-up-test ## remake docs/content.md from packaging/content
	$(BIN)/python packaging/content.py

manual: set-up-test ## remake docs/manual and its pictures from resources/manual, the kinds and the window itself
	$(BIN)/python packaging/manual.py
	$(BIN)/python packaging/manual_pictures.py

golden: set-up-test ## remake the pictures and structure trees of pages that the tests compare; look at each one that changed
	EVIDENCEPACK_REMAKE=1 $(BIN)/python -m pytest -n 0 -q tests/render/golden tests/render/pdf/test_golden.py

package: set-up-build ## make the program as people install it: a folder in build/frozen, a .deb in build/packages
	$(BIN)/python packaging/package.py

fresh: ## prove demo, test and package in a bare Debian 12 from a clean clone, and the .deb in another (root only)
	$(PYTHON) packaging/fresh.py

set-up-run set-up-app set-up-test set-up-build: set-up-%:
	@$(PYTHON) packaging/set_up.py $*
