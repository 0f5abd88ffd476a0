# Evenkeel: `make run` shows it at work, `make test` proves it. Both do all set-up.
SHELL := bash
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
# What the product needs (sound, and Qt's window), and what the tests need besides: voices, a sound server,
# a screen, a system-call tracer.
DEBIAN_SOUND := libportaudio2 libasound2-plugins libpulse0
DEBIAN_WINDOW := libdbus-1-3 libegl1 libfontconfig1 libgl1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xkb1 libxkbcommon0 libxkbcommon-x11-0 libwayland-client0 libwayland-cursor0 fonts-dejavu-core
DEBIAN_RUN := $(DEBIAN_SOUND) $(DEBIAN_WINDOW)
DEBIAN_TEST := $(DEBIAN_RUN) flite espeak-ng festival festvox-kallpc16k festvox-us-slt-hts sox pulseaudio pulseaudio-utils strace dbus cups-client xvfb xauth xdotool nsis binutils
# The time of all that is built, so that the same source gives the same bytes.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1700000000)

.PHONY: setup run test check bench screenshots translations package papers deb offline-bundle try-packages lock clean

setup: $(VENV)/.ready
	@packaging/debian $(DEBIAN_RUN) || true

run: setup
	@$(PY) main.py

test: $(VENV)/.ready-dev
	@packaging/debian $(DEBIAN_TEST)
	@$(PY) -m pytest

check: $(VENV)/.ready-dev
	@$(VENV)/bin/ruff check
	@$(VENV)/bin/ruff format --check
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports --no-logo

bench: $(VENV)/.ready-dev
	@packaging/debian $(DEBIAN_TEST)
	@$(PY) -m tests.bench.report

screenshots: $(VENV)/.ready-dev
	@packaging/debian $(DEBIAN_TEST)
	@xvfb-run -a -s "-screen 0 1280x800x24" $(PY) -m tests.pictures.screenshots

# Collect the texts for translators, and build what is translated.
translations: $(VENV)/.ready-dev
	@$(PY) packaging/translations.py

package: translations
	@packaging/debian $(DEBIAN_RUN) binutils
	@packaging/linux/build

papers: $(VENV)/.ready-dev
	@PYTHONPATH=packaging $(PY) -m papers.make dist/papers $(if $(wildcard dist/evenkeel/_internal),--program dist/evenkeel)

deb: papers
	@packaging/debian dpkg-dev
	@packaging/deb/build

offline-bundle: translations
	@SYSTEM_PACKAGES="$(DEBIAN_RUN)" PYTHONPATH=packaging $(PY) -m offline.build $(OFFLINE)

# Everything that is given away, tried as it is given away: in a fresh Debian, without a network, without Python.
try-packages: package
	@packaging/debian $(DEBIAN_TEST)
	@packaging/linux/smoke
	@packaging/try-all

lock:
	@uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements.lock
	@uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-header -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) .cache

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Evenkeel needs Python 3.11 or newer; this is %d.%d. Name another with: make run PYTHON=python3.11" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || packaging/debian python3-venv
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(VENV)/.ready: $(VENV)/bin/python requirements.lock
	@echo "Installing what Evenkeel needs into $(VENV) ..."
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.ready-dev: $(VENV)/bin/python requirements-dev.lock
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PY) -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $(VENV)/.ready $@
