# Every target makes .venv by itself on a fresh machine; nothing but Python 3.11 to 3.13 and make is needed.
PYTHON ?= python3
BIN := .venv/bin
IMAGE ?= out/sample.png
LANG_ ?= zh
FUZZ_S ?= 1800

.PHONY: check serve test lint bench figures fuzz audit sbom sample lock clean

check: .venv/ready $(if $(filter out/sample.png,$(IMAGE)),sample)
	$(BIN)/forgecheck check "$(IMAGE)" --lang $(LANG_) --annotate out || [ $$? -eq 1 ]

serve: .venv/ready
	$(BIN)/forgecheck serve

test: .venv/ready lint
	$(BIN)/python -m pytest

lint: .venv/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/ready
	$(BIN)/python tests/benchmarks/road.py
	$(BIN)/python tests/benchmarks/stock.py

# Fills the tables of README and of models/*.md from what the benchmarks wrote; each is run with --figures.
figures: .venv/ready
	$(BIN)/python -m forgecheck_models.figures

# Guided by coverage where Atheris has a wheel for this Python, else at random; what it finds lies in out/fuzz.
fuzz: .venv/ready
	-$(BIN)/python -m pip install --quiet --constraint constraints.txt --only-binary :all: --editable '.[fuzz]'
	$(BIN)/python tests/fuzz/run.py all --seconds $(FUZZ_S)

# Known weaknesses of what is installed: asks the package index, so it needs a network.
audit: .venv/ready
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[audit]'
	$(BIN)/pip-audit --local --skip-editable --progress-spinner off

# What is installed and which weights it reads with: CycloneDX 1.6, offline.
sbom: .venv/ready
	mkdir -p out
	$(BIN)/forgecheck sbom > out/sbom.json

sample: .venv/ready
	$(BIN)/python -m forgecheck_models.synth.sample out/sample.png

# The headless OpenCV goes in last: its wheels share one folder, and only this one runs without libGL.
.venv/ready: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[dev]'
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --force-reinstall --no-deps opencv-python-headless
	touch $@

# Needs uv: pip install uv
lock:
	uv pip compile --universal --python-version 3.11 --no-header --no-annotate --all-extras --upgrade pyproject.toml -o constraints.txt

clean:
	rm -rf .venv build dist out *.egg-info
