# Everything a fresh clone needs is Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
STORY := ms.ios2.lost-phone-everything-on
ACCOUNTS := docs/tutorial/accounts.txt
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Hundreds of processes are started below, and none should compile again what the one before it has compiled.
unexport PYTHONDONTWRITEBYTECODE

SITE := build/site
# The versions that pyproject.toml declares, and where each may be: on the PATH, or where pyenv puts it.
DECLARED := 3.11 3.12 3.13
PYENV := $(or $(PYENV_ROOT),$(HOME)/.pyenv)
python-of = $(firstword $(foreach place,python$(1) $(wildcard $(PYENV)/versions/$(1).*/bin/python),$(shell $(place) -c 'print("$(place)")' 2> /dev/null)))

.PHONY: soak demo site serve test test-all test-slow test-here programs adapters lint check-types bench lock pages clean

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Lostphone needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv $(VENV) || { echo "Python could not make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }
	@echo "Installing the pinned packages into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY)
	@printf '\n$$ lostphone tell %s\n\n' $(STORY)
	@$(BIN)/lostphone tell $(STORY)
	@printf '\n$$ lostphone whatif %s --phone ios --lost 2025-11-01 --new ios --off keychain\n\n' $(ACCOUNTS)
	@$(BIN)/lostphone whatif $(ACCOUNTS) --phone ios --lost 2025-11-01 --new ios --off keychain
	@printf '\n$$ lostphone whatif %s --phone ios --lost 2025-11-01 --new ios\n\n' $(ACCOUNTS)
	@$(BIN)/lostphone whatif $(ACCOUNTS) --phone ios --lost 2025-11-01 --new ios
	@printf '\nNext:\n  . $(BIN)/activate\n  lostphone run                                        every story, in both languages\n  lostphone explore --client mutant:label-identity     stories that nobody wrote, on a faulty client\n  make site                                            the stories as pages with pictures\n'

# What catches most mistakes: lint, types, every story, and the tests that are not listed in tests/slow_tests.txt.
test: lint check-types
	@$(BIN)/lostphone run -n 2
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

# The rest: the slow tests, and on each other declared Python that is here every story and the tests of `test`.
test-all: test test-slow $(addprefix test-on-,$(DECLARED))

test-slow: programs
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m slow

test-on-%: $(READY)
	@if [ "$$($(BIN)/python -c 'import sys; print("%d.%d" % sys.version_info[:2])')" = "$*" ]; then \
	  echo "Python $*: tested by 'make test'"; \
	elif [ -z "$(call python-of,$*)" ]; then \
	  echo "Python $*: not found on the PATH or under $(PYENV), so nothing was tested on it"; \
	else \
	  $(MAKE) --no-print-directory VENV=$(VENV)-$* PYTHON="$(call python-of,$*)" test-here; \
	fi

test-here: $(READY)
	@echo "Python $$($(BIN)/python -c 'import platform; print(platform.python_version())'):"
	@$(BIN)/lostphone run -n 2
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m "not slow"

# Real programs that stories are played on too, and a browser for the site. CI installs them; elsewhere they are
# named, and their tests skip.
programs: $(READY)
	@if [ "$$CI" = true ] && [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	  set -e; \
	  if ! command -v keepassxc-cli > /dev/null || ! command -v faketime > /dev/null || ! command -v chromium > /dev/null; then \
	    echo "Installing keepassxc, faketime and chromium ..."; \
	    apt-get update -qq; \
	    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends keepassxc faketime chromium fonts-vlgothic > /dev/null; \
	  fi; \
	  $(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-adapters.lock; \
	  $(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-site-tests.lock; \
	  if command -v npm > /dev/null; then npm ci --silent --ignore-scripts --prefix tests/conformance/viewer > /dev/null; fi; \
	fi
	@$(BIN)/python -m lostphone.client.adapters

# All of core on every real program that is here, against the list of what it is expected to fail.
adapters: programs
	@for name in keepassxc tfa; do \
	  $(BIN)/lostphone conformance --client adapter:$$name --require core@1 -n 2 \
	    --expected "$$($(BIN)/python -m lostphone.client.adapters $$name)" || exit 1; \
	done

lint: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports
	@$(BIN)/lostphone lint
	@$(BIN)/lostphone steps --check
	@$(BIN)/lostphone rules --check

check-types: $(READY)
	@$(BIN)/mypy

# Every page of docs/ that is made from the code, written anew where it is out of date.
pages: $(READY)
	@$(BIN)/python docs/pages.py

# The stories as pages with pictures; the command says where to open them.
site: $(READY)
	@mkdir -p $(dir $(SITE))
	@$(BIN)/lostphone site --out $(SITE)

serve: $(READY)
	@mkdir -p $(dir $(SITE))
	@$(BIN)/lostphone site --out $(SITE) --serve

# Ten minutes of random histories with every fault on the reference, which has to come back empty-handed.
soak: $(READY)
	@$(BIN)/lostphone explore --seconds 600 --jobs 2 --out build/soak

# The pinned versions stay; the hashes of all their files are written anew. ".ci/lock --upgrade" takes newer ones.
lock:
	@$(PYTHON) .ci/lock

bench: $(READY)
	@$(BIN)/python benchmarks/interpreter.py
	@$(BIN)/python benchmarks/stories.py
	@$(BIN)/python benchmarks/site.py
	@$(BIN)/python benchmarks/shrinking.py

clean:
	rm -rf $(VENV) $(addprefix $(VENV)-,$(DECLARED)) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
