# Every target calls bootstrap.py, which installs what is missing by itself.
PYTHON ?= python3
# Seconds the window runs where there is no screen; 0: until it is closed.
RUN_SECONDS ?= 20
export RUN_SECONDS

.PHONY: help run test bench soak bundle lock

help:
	@echo "make run      the window on a simulated fleet of 8 gateways    ARGS=\"--config my.json\"  RUN_SECONDS=20"
	@echo "make test     checks, types, import floors and all tests        PYTEST_ARGS=\"-k alarms\""
	@echo "make bench    the benchmarks, printed as a table"
	@echo "make soak     the program killed 2,000 times, a quarter of an hour  ARGS=memory  the window's memory"
	@echo "make bundle   a one-folder program in dist/"
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

lock:
	@$(PYTHON) bootstrap.py lock $(ARGS)
