.DEFAULT_GOAL := help
.PHONY: help run test check screenshots

help:
	@echo 'make run    build Linli and serve the demonstration community on http://127.0.0.1:8080'
	@echo 'make test   build everything and run all tests'
	@echo 'make check  formatting, lints, documentation, dependencies and scripts'
	@echo 'make screenshots  a picture of every page, into docs/screenshots'

# exec: what make starts is the server itself, and a signal to make goes straight to it.
run:
	@exec scripts/run.sh

test:
	@exec scripts/test.sh

check:
	@exec scripts/check.sh

screenshots:
	@exec scripts/screenshots.sh
