# Needs Python 3.11 or newer, git and make; everything else is set up in .venv by packaging/bootstrap.py.
#   make run          the totals of a sample case, its point form as PDF, and the window
#   make check        for daily work: style, types, layers, catalogues, and the tests of what was changed
#   make test         every check: style, types, layers, catalogues, the wheel, the bundle, the tests
#   make screenshots  the window's states in build/screenshots
#   make pictures     the pictures of the documentation in docs/pictures
#   make bench        the benchmarks as JSON
#   make cluster      many persons scored by several processes, with 1 and 2 workers, as JSON
#   make dist         wheel, source archive and the installable bundle in dist, of locked versions; RELEASE=1 refuses
#                     a Python whose libraries are too old to be given away
#   make lock         brings packaging/locked.txt up to date with the ranges; UPGRADE=1 takes the newest versions
#   make catalogues   brings the catalogues in translations up to date with the program's texts
#   make clean        removes what the other targets made, but for .venv

PYTHON ?= python3
WORKERS ?= auto
CASE ?= resources/samples/engineer.hspcase

BIN := .venv/bin
RELEASING := build/release/bin
# Whoever is done first takes over what others have left: some tests take a hundred times as long as most.
SPREAD := --numprocesses $(WORKERS) --dist worksteal
SETUP := @$(PYTHON) packaging/bootstrap.py
# Each of these keeps one core busy, and both kinds of tests keep all.
ON_ONE_CORE := check-style check-layers check-catalogues check-types check-bundle
ON_ALL_CORES := check-wheel check-tests

.PHONY: run check test screenshots pictures bench cluster dist lock catalogues clean
.PHONY: runtime tools locking checks check-changed side-by-side $(ON_ONE_CORE) $(ON_ALL_CORES)
ifndef SIDE_BY_SIDE
.NOTPARALLEL:
endif

run: runtime
	@mkdir -p build
	@$(BIN)/hsp-calc score $(CASE)
	@$(BIN)/hsp-calc sheet $(CASE) -c technical -o build/engineer-technical.pdf
	@echo "The point form is in build/engineer-technical.pdf"
	$(SETUP) window $(CASE)

check: check-style check-types check-layers check-catalogues check-changed

# With --keep-going every check runs, whatever the others found. The tests come last: their summary ends the output.
test: side-by-side $(ON_ALL_CORES)

# What each of them prints stays together.
side-by-side: checks
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target SIDE_BY_SIDE=yes $(ON_ONE_CORE)

check-style: checks
	$(BIN)/ruff check
	$(BIN)/ruff format --check

check-types: checks
	$(BIN)/mypy

check-layers: checks
	$(BIN)/lint-imports

check-catalogues: checks
	$(BIN)/python -m hsp_calc.text.catalogues check

# The same window system and locale everywhere; Qt warns of a locale that is not UTF-8.
check-wheel check-bundle check-tests check-changed screenshots pictures bench: export QT_QPA_PLATFORM = offscreen
check-wheel check-bundle check-tests check-changed dist screenshots pictures bench: export LC_ALL = C.UTF-8

check-wheel: checks
	$(BIN)/python packaging/check_wheel.py $(SPREAD)

check-bundle: checks
	$(BIN)/python packaging/bundle.py
	$(BIN)/python packaging/smoke_test.py

check-tests: checks
	$(BIN)/pytest $(SPREAD)

# pytest without a file would run everything.
check-changed: checks
	@tests="$$($(BIN)/python packaging/changed_tests.py)"; test -z "$$tests" || $(BIN)/pytest --quiet $(SPREAD) $$tests

screenshots: checks
	@$(BIN)/python -m tests.screenshots

pictures: checks
	@$(BIN)/python -m tests.pictures

bench: checks
	@$(BIN)/python -m tests.bench

cluster: checks
	@$(BIN)/python -m tests.batch.cluster

# Of the locked versions, in an environment of its own: what is given away is not what happened to be newest.
dist: checks
	rm -rf dist
	$(PYTHON) packaging/release_environment.py
	$(RELEASING)/python -m build --no-isolation --outdir dist
	$(RELEASING)/python packaging/bundle.py $(if $(RELEASE),release,packages)
	$(RELEASING)/python packaging/bill_of_materials.py dist

lock: locking
	$(BIN)/python packaging/lock.py $(if $(UPGRADE),upgrade)

catalogues: tools
	$(BIN)/python -m hsp_calc.text.catalogues update

clean:
	rm -rf build dist .benchmarks .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -not -path './.venv/*' -prune -exec rm -rf {} +

runtime tools locking checks:
	$(SETUP) $@
