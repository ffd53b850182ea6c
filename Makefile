# Every target calls bootstrap.py, which installs what is missing by itself.
PYTHON ?= python3
# Seconds the window runs where there is no screen; 0: until it is closed.
RUN_SECONDS ?= 20
export RUN_SECONDS

.PHONY: help run test bench soak bundle check-bundle deb icons screenshots lock

help:
	@echo "make run      the window on a simulated fleet of 8 gateways    ARGS=\"--config my.json\"  RUN_SECONDS=20"
	@echo "make test     checks, types, import floors and all tests        PYTEST_ARGS=\"-k alarms\""
	@echo "make bench    the benchmarks, printed as a table"
	@echo "make soak     the program killed 2,000 times, a quarter of an hour  ARGS=memory  the window's memory"
	@echo "make bundle   a one-folder program in dist/, checked, measured and packed"
	@echo "make check-bundle  the bundle started from a folder with an awkward name"
	@echo "make deb      a Debian package of the bundle in dist/"
	@echo "make icons    (maintainer) draw the icon in all sizes"
	@echo "make screenshots  (maintainer) take the guide's pictures anew"
	@echo "make lock     (maintainer) resolve the lock files anew"

run:
	@$(PYTHON) bootstrap.py run $(ARGS)

test:
	@$(PYTHON) bootstrap.py test $(PYTEST_ARGS)

bench:
	@$(PYTHON) bootstrap.py bench $(ARGS)

soak:
	@$(PYTHON) bootstrap.py soak $(ARGS)

bundle:
	@$(PYTHON) bootstrap.py bundle

check-bundle:
	@$(PYTHON) bootstrap.py check-bundle

deb:
	@$(PYTHON) bootstrap.py deb

icons:
	@$(PYTHON) bootstrap.py icons

screenshots:
	@$(PYTHON) bootstrap.py screenshots $(ARGS)

lock:
	@$(PYTHON) bootstrap.py lock $(ARGS)
