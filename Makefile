# make run    environment, install, then the main scenario and its report
# make test   environment, install, then every gate, fastest failure first: what a law lacks is told before rules compile
# make docs   the documents as a site, in site/, with every warning an error
# make pictures  the pictures of the documents, drawn by the program
# make slow   proofs that take longer than the gate may
# make fuzz   ten thousand inputs of all kinds with something changed at random: what passes the check must play;
#             WESTPHALIA_FUZZ_KEPT=FILE make fuzz goes on where it was interrupted; WESTPHALIA_MUTANTS=500 tries so many
# make audit  the licence of every package, and known vulnerabilities where a database can be reached
# make hashes the constraints with the SHA-256 of every file, anew; needs uv
# make twins  the rules against their twins in idiomatic Mesa and in C
# make validation  docs/validation.md anew, every figure in it (ten minutes on two cores)
# make nightly  slow, twins, fuzz and patterns, one after another, whichever fails
# make benchmarks  every ratio that benchmarks/README.md tells, on this machine; hours
# make release  wheel, source, wheelhouse and container file in dist/, installed once without a registry
# make patterns  the table of patterns that gate the laws of the front
# make PYTHON=python3.12 ...   choose the interpreter (3.11, 3.12 or 3.13)

# Sources that were compiled once stay so, whatever the machine prefers: the gate starts many programs of the same sources.
export PYTHONDONTWRITEBYTECODE :=

SCENARIO := scenarios/kursk/2025-03-article.yaml

HERE := .venv/bin/python
INSTALLED := .venv/.westphalia-installed
VERSION := import sys; v = sys.version_info[:2]; print("%d.%d" % v)
IN_RANGE := $(VERSION); sys.exit(not (3, 11) <= v < (3, 14))

# Another interpreter than the environment's was asked for: make the environment anew.
ifneq ($(PYTHON),)
ifneq ($(shell $(PYTHON) -c '$(VERSION)' 2>/dev/null),$(shell $(HERE) -c '$(VERSION)' 2>/dev/null))
$(INSTALLED): .FORCE
endif
endif

.PHONY: run test types rules docs pictures nightly benchmarks release slow fuzz audit hashes twins patterns validation environment chromium clean .FORCE

run: environment
	@$(HERE) -m sim run $(SCENARIO) --seed 1
	@$(HERE) -m sim report

test: environment chromium
	$(HERE) -m ruff check
	$(HERE) -m ruff format --check
	.venv/bin/lint-imports
	$(HERE) -m pytest --quiet tests/architecture/test_laws.py tests/architecture/test_columns.py
	@$(MAKE) --no-print-directory --jobs types rules
	$(HERE) -m pytest --quiet --numprocesses auto --maxprocesses 8 --dist loadfile

types: environment
	$(HERE) -m mypy

rules: environment
	@$(HERE) -m sim warm

docs: environment
	$(HERE) -m sphinx -W --keep-going --quiet -d .sphinx docs site
	@echo "Site: site/index.html" >&2

pictures: environment
	$(HERE) docs/draw_pictures.py

slow: environment
	$(HERE) -m pytest --quiet -m slow --numprocesses auto --maxprocesses 8

twins: environment
	$(HERE) -m pytest --quiet -m twins tests/benchmarks

patterns: environment
	@$(HERE) benchmarks/patterns.py

validation: environment
	@$(HERE) benchmarks/validation.py

fuzz: environment
	WESTPHALIA_MUTANTS=$${WESTPHALIA_MUTANTS:-10000} $(HERE) -m pytest --quiet --capture=no tests/fuzz

audit: environment
	@$(HERE) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt 'pip-audit>=2.7' || true
	@$(HERE) benchmarks/audit.py

hashes:
	@{ sed -n '/^#/p' constraints-hashed.txt; \
	uv pip compile --quiet --universal --python-version 3.11 --constraint constraints.txt --generate-hashes \
		--no-header --no-annotate --extra all --extra dev --extra docs --extra readers --extra oracles pyproject.toml; } > .hashed && \
	mv .hashed constraints-hashed.txt

nightly: environment
	@failed=; for job in slow twins fuzz patterns; do \
		echo "nightly: $$job" >&2; $(MAKE) --no-print-directory $$job || failed="$$failed $$job"; \
	done; \
	if [ -n "$$failed" ]; then echo "nightly: failed:$$failed" >&2; exit 1; fi

benchmarks: environment
	$(HERE) benchmarks/everything.py

release: environment
	rm -rf dist
	$(HERE) -m hatchling build -t sdist -t wheel -d dist
	$(HERE) -m pip download --quiet --disable-pip-version-check --constraint constraints.txt --only-binary :all: \
		--dest dist/wheelhouse "$$(echo dist/*.whl)[all]"
	cp Containerfile dist/
	$(HERE) -m venv dist/trial
	PIP_CONFIG_FILE=/dev/null dist/trial/bin/python -m pip install --quiet --disable-pip-version-check --no-index \
		-f dist/wheelhouse 'westphalia[all]'
	dist/trial/bin/westphalia list >/dev/null
	rm -rf dist/trial
	cd dist && find . -type f ! -name SHA256SUMS | sort | xargs sha256sum > SHA256SUMS
	@echo "Released to dist/, for Python $$($(HERE) -c '$(VERSION)') on $$(uname -sm)" >&2

environment: $(INSTALLED)

$(INSTALLED): pyproject.toml constraints.txt
	@set -e; \
	if [ -n "$(PYTHON)" ]; then candidates="$(PYTHON)"; \
	else candidates="$(HERE) python3.13 python3.12 python3.11 python3 python"; fi; \
	python=; \
	for candidate in $$candidates; do \
		if $$candidate -c '$(IN_RANGE)' >/dev/null 2>&1; then python=$$candidate; break; fi; \
	done; \
	if [ -z "$$python" ]; then \
		echo "No Python 3.11, 3.12 or 3.13 among: $$candidates." >&2; \
		echo "Install one, or name it: make PYTHON=/path/to/python3.12 ..." >&2; \
		exit 1; \
	fi; \
	echo "Installing westphalia for Python $$($$python -c '$(VERSION)') into .venv" >&2; \
	rm -f $@; \
	if command -v uv >/dev/null 2>&1; then \
		{ [ "$$python" = $(HERE) ] || uv venv --quiet --clear --seed --python "$$python" .venv; } && \
		uv pip install --quiet --python $(HERE) --constraint constraints.txt --editable '.[all,dev,docs]' && \
		touch $@ && exit 0; \
		echo "uv could not; trying venv and pip" >&2; \
	fi; \
	if [ "$$python" != $(HERE) ] && ! $$python -m venv --clear .venv; then \
		echo "$$python cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; \
		exit 1; \
	fi; \
	$(HERE) -m pip --version >/dev/null 2>&1 || $(HERE) -m ensurepip >/dev/null; \
	$(HERE) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[all,dev,docs]'; \
	touch $@

# The browser that the page is tested in: a system package, so that only root can add it.
chromium:
	@command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || \
	command -v google-chrome >/dev/null 2>&1 || { \
		[ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1 && \
		echo "Installing chromium for the tests of the page" >&2 && \
		apt-get update -qq >/dev/null 2>&1 && \
		DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null 2>&1; \
	} || echo "No Chromium here: tests of the page in a browser will be skipped, and say so." >&2

clean:
	rm -rf .venv dist site .sphinx .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
