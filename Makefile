# Menyiapkan, menjalankan, dan memeriksa. / Set up, run and check.
# Needs python3.11, git and make; everything else goes into .venv by the versions of constraints.txt.

SHELL  := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT   ?= 8000
ONLY   ?=
LOAD   ?= 60

BIN       := .venv/bin
BENCHMARK := $(wildcard tests/benchmarks/__main__.py)

export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Seen by pip's own build step too, so the build backend is pinned as well.
export PIP_CONSTRAINT := constraints.txt

.PHONY: help run test check format bench sbom audit clean
.DELETE_ON_ERROR:

help: ## daftar perintah / this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' Makefile

run: .venv/.run ## menjalankan di http://127.0.0.1:8000 (PORT=) / serve
	$(BIN)/lifejourney serve --port $(PORT)

# What is slow walks, in a browser and over the whole catalog, through code that the quick tests
# have covered: without counting its lines it takes half the time.
test: .venv/.dev .venv/.chromium ## semua uji dan cakupannya / the whole suite, with the coverage gate
	$(BIN)/pytest -n auto -m "not slow" --cov
	$(BIN)/pytest -n auto -m slow --dist worksteal

check: .venv/.dev ## format, gaya, tipe, impor, katalog, uji cepat / everything quick
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/lifejourney check
	$(BIN)/pytest -n auto -m "not slow"

format: .venv/.dev ## merapikan kode / format the code and mend what can be mended
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(if $(BENCHMARK),.venv-bench/.ready) ## rasio kecepatan (ONLY=nama, LOAD=detik beban) / speed ratios (ONLY=name, LOAD=seconds of load)
ifeq ($(BENCHMARK),)
	@echo "Belum ada rasio yang diukur. / No ratio is measured yet."
else
	LOAD=$(LOAD) PYTHONPATH=tests .venv-bench/bin/python -m benchmarks $(if $(ONLY),--only "$(ONLY)")
endif

sbom: .venv/.run .venv-audit/.ready ## daftar bahan CycloneDX / bill of materials, from what is installed
	@mkdir -p build
	.venv-audit/bin/cyclonedx-py environment --pyproject pyproject.toml --of JSON -o build/sbom.json .venv

audit: .venv/.run .venv-audit/.ready ## celah yang dikenal (perlu jaringan) / known vulnerabilities (asks the network)
	.venv-audit/bin/pip-audit --strict --requirement constraints.txt --no-deps --disable-pip

clean: ## menghapus semua yang dibuat / remove all that was made
	rm -rf .venv .venv-audit .venv-bench .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	rm -rf build dist .coverage .coverage.* htmlcov
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- Environments: a stamp file says that one is ready, so that the next call starts at once. ---

.venv/.run: .venv/.created pyproject.toml constraints.txt
	@echo "Memasang paket … / Installing packages …"
	@$(BIN)/pip install -q -e . -c constraints.txt
	@touch $@

.venv/.dev: .venv/.created pyproject.toml constraints.txt
	@echo "Memasang paket dan alat uji … / Installing packages and test tools …"
	@$(BIN)/pip install -q -e '.[dev]' -c constraints.txt
	@touch $@ .venv/.run

.venv-bench/.ready: .venv-bench/.created pyproject.toml constraints.txt
	@echo "Memasang paket pembanding … / Installing the benchmark's packages …"
	@.venv-bench/bin/pip install -q -e '.[bench]' -c constraints.txt
	@touch $@

.venv-audit/.ready: .venv-audit/.created pyproject.toml constraints.txt
	@echo "Memasang alat periksa … / Installing the audit's tools …"
	@.venv-audit/bin/pip install -q cyclonedx-bom pip-audit -c constraints.txt
	@touch $@

# A real browser for the tests of the pages, and TypeScript for those of clients: that of the system, which Debian keeps up to date.
.venv/.chromium: .venv/.created
	@if ! command -v chromium google-chrome >/dev/null || \
	  ! command -v tsc >/dev/null || ! [ -x /usr/sbin/nginx ]; then \
	  echo "Memasang chromium, TypeScript, nginx … / Installing chromium, TypeScript, nginx …"; \
	  if [ "$$(id -u)" = 0 ]; then as=; else as="sudo -n"; fi; \
	  { $$as apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	    $$as apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core \
	      node-typescript nodejs nginx-light libpango-1.0-0 libpangoft2-1.0-0; } || { \
	    echo "Pasang peramban untuk uji: sudo apt-get install chromium node-typescript nginx-light, lalu ulangi." >&2; \
	    echo "Install a browser for the tests: sudo apt-get install chromium node-typescript nginx-light, then try again." >&2; \
	    exit 1; }; \
	fi
	@touch $@

# Debian keeps ensurepip in a package of its own, without which `venv` fails half-way.
.venv/.created .venv-audit/.created .venv-bench/.created:
	@echo "Menyiapkan $(@D) … / Preparing $(@D) …"
	@if [ -z "$(PYTHON)" ]; then \
	  echo "Python 3.11 tidak ditemukan. / Python 3.11 was not found." >&2; exit 1; \
	fi
	@rm -rf $(@D); \
	$(PYTHON) -m venv $(@D) >/dev/null 2>&1 && touch $@ && exit 0; \
	rm -rf $(@D); \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  echo "Memasang python3-venv … / Installing python3-venv …"; \
	  apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv; \
	fi; \
	$(PYTHON) -m venv $(@D) && touch $@ && exit 0; \
	rm -rf $(@D); \
	echo "Lingkungan Python tidak dapat dibuat. Pasang paketnya: sudo apt-get install python3-venv, lalu ulangi." >&2; \
	echo "The Python environment could not be made. Install the package: sudo apt-get install python3-venv, then try again." >&2; \
	exit 1
