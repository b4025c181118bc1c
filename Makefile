# All that a Debian machine with Python 3.11 and make needs. `make` alone lists the targets.
PYTHON ?= python3
KG = .venv/bin/kg
# What tests use that Python's packages do not bring: a browser, a triplestore, and parsers for second opinions.
PROGRAMS = chromium-headless-shell virtuoso-opensource-7-bin raptor2-utils serdi nodejs node-n3
PEERS = underthesea ViNLP

.PHONY: help demo test lint bench peers screenshots lock clean

help: ## list the targets
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

demo: .venv/ready ## set up, and build the example's graph and page into out/
	$(KG) build examples/gia-lai.txt -o out
	@echo
	@echo "The graph, for a triplestore:  $(CURDIR)/out/graph.ttl"
	@echo "The page, for a browser:       $(CURDIR)/out/graph.html"
	@echo "What the article says, in words, each fact with its sentence:  $(KG) facts examples/gia-lai.txt"

test: .venv/complete ## set up everything, and run all tests
	.ci/install $(PROGRAMS)
	.venv/bin/pytest -q -n auto

lint: .venv/complete ## check style and types
	.venv/bin/ruff check
	.venv/bin/mypy

bench: .venv/complete ## measure speed (prints ratios, never fails on time)
	.venv/bin/python tests/benchmarks/bench.py $(foreach peer,$(wildcard .peers/*),$(notdir $(peer))=$(peer)/bin/python)

peers: ## set up the packages that make bench measures beside this one, each in an environment of its own
	for name in $(PEERS); do $(PYTHON) -m venv .peers/$$name && .peers/$$name/bin/python -m pip install --quiet $$name; done

screenshots: .venv/complete ## photograph the example's page into examples/screenshots/
	.ci/install $(PROGRAMS)
	.venv/bin/python -m tests.page.screenshots

lock: ## write the newest versions that work together into requirements.lock
	.ci/lock

clean: ## remove what was set up and built
	rm -rf .venv .peers out dist

# The program and what it needs to run, at the versions of requirements.lock.
.venv/ready: pyproject.toml requirements.lock
	.ci/venv $(PYTHON)
	.venv/bin/python -m pip install --quiet --constraint requirements.lock --editable .
	@touch $@

# With all that its tests and checks need.
.venv/complete: .venv/ready
	.venv/bin/python -m pip install --quiet --requirement requirements.lock
	@touch $@
