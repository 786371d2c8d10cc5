# Every target makes .venv by itself on a fresh machine; nothing but Python 3.11 to 3.13 and make is needed.
PYTHON ?= python3
BIN := .venv/bin
IMAGE ?= out/sample.png
LANG_ ?= zh

.PHONY: check serve test lint bench measure figures sample lock clean

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

# All figures anew, about an hour and a half on two idle cores; goes on where it stopped.  FORGECHECK_DATA names real pictures.
measure: .venv/ready
	$(BIN)/python -m forgecheck_models.figures.measure

figures: .venv/ready
	$(BIN)/python -m forgecheck_models.figures

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
