# Hold the Line. `make` alone lists what there is to do.

SHELL := bash
PORT ?= 8080
export PORT

CASES := $(wildcard assets/cases/*/case.yaml)
GO_FOLDERS := assets game quiz web

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help play preview lesson class classcheck bench-class kill-class desktop site scorm check quick test test-go test-desktop test-wasm test-browser fresh soak bench bench-go shots pictures install clean build/play build/scorm

help: ## Show this list
	@echo "Hold the Line: what did we know, and when?"
	@echo
	@grep -hE '^[a-z/-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z/-]+):.*## (.*)/  make \1\t\2/' | expand -t 22
	@echo
	@echo "PORT=8081 make play serves on another port."

play: ## Build the game and play it in the browser; a case with errors shows them there
	@go run ./web/cmd/site -quick -keep-going -out build/play
	@go build -o build/serve ./web/cmd/serve
	@exec ./build/serve -dir build/play

preview: build/play ## Play a case while you write it: CASE= names its file
	@[ -n "$(CASE)" ] || { echo "Say which case: make preview CASE=assets/cases/the-call/case.yaml"; exit 2; }
	@go build -o build/serve ./web/cmd/serve
	@exec ./build/serve -dir build/play -preview "$(CASE)"

class: build/play ## Let a class play: serve the game on this machine's addresses, with classes
	@go build -o build/serve ./web/cmd/serve
	@exec ./build/serve -addr :$(PORT) -dir build/play -class build/class

classcheck: ## Hold a class server against its HTTP calls; ADDRESS= says which
	@go run ./web/cmd/classcheck $(ADDRESS)

bench-class: ## Measure the class server; BENCH=-help lists the options
	@go run ./web/cmd/benchclass $(BENCH)

kill-class: ## Kill the class server 200 times during play; no answer may be lost
	KILLS=200 go test -timeout $(LIMIT) -count 1 -run TestKilled -v ./web/cmd/serve

desktop: ## Play in a window
	go run ./game

site: ## Write the site for publishing to web/dist
	go run ./web/cmd/site

LESSON ?=
lesson: install ## Write the lesson of each case, to print, to web/dist/lesson; LESSON=-help lists the options
	go run ./web/cmd/lesson $(LESSON)

SCORM ?=
scorm: ## Write packages for learning platforms, by SCORM 1.2, to web/dist
	go run ./web/cmd/site -scorm $(SCORM)

check: ## Vet, lint, and check formatting and cases
	@bash .ci/check.sh $(CASES)

quick: export QUICK := 1
quick: check install build/play ## Run the checks, the shorter Go tests and one game in Chromium
	$(ON_DISPLAY) go test $(VET) -p $(AT_ONCE) -timeout $(LIMIT) -short $(OTHERS)
	@cd web/test && npm run --silent quick

test: check install test-go test-desktop test-wasm test-browser ## Run every check and test there is

# A virtual display, if there is no other.
ifeq ($(DISPLAY),)
ON_DISPLAY := xvfb-run -a -s "-screen 0 1600x1200x24"
endif

# A limit for hanging tests, long enough for a busy machine.
LIMIT := 40m

# Some tests wait, for a server or another program: there is one more package at work
# than there are processors.
AT_ONCE := $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

# All packages but the one whose test needs a window. Those that take longest come
# first: begun last, they would leave all processors but one without work.
LONGEST := ./web/cmd/site ./game/app
OTHERS = $(LONGEST) $$(go list ./... | grep -v '/game$$')

# Tests and checks allocate much and keep little: with the usual settings they spend
# a third of their time on collecting garbage, and on a profile that nobody reads.
check quick test-go: export GOGC := 800
quick test-go: export GOMEMLIMIT := 1GiB
# The linters hold up to 3 GiB at times. Kept below that, they spend a quarter of
# their time on collecting garbage.
check: export GOMEMLIMIT := 4GiB
check quick test-go: export GODEBUG := memprofilerate=0

# In these two the checks come first, and vet all that go test would.
quick test: VET := -vet=off

test-go: ## Run the Go tests
	$(ON_DISPLAY) go test $(VET) -p $(AT_ONCE) -timeout $(LIMIT) $(OTHERS)

# Apart from the others: it moves a real mouse in a real window.
test-desktop: ## Play the first room in a window
	$(ON_DISPLAY) go test $(VET) -timeout $(LIMIT) ./game

test-wasm: ## Run the tests of browser-only code, under Node
	@GOOS=js GOARCH=wasm go test $(VET) -exec="$$(go env GOROOT)/lib/wasm/go_js_wasm_exec" ./game/store ./game/toolkit/host ./game/toolkit/mirror

test-browser: build/play build/scorm ## Play in Chromium, Firefox and WebKit
	@cd web/test && npm test --silent

fresh: ## Run make test in a fresh clone with empty caches, as on a new machine
	@bash .ci/fresh.sh

soak: build/play ## Play a hundred whole games in one page; memory must not grow
	@cd web/test && npm run --silent soak

BENCH ?=
bench: install ## Measure size, start, rest and frames beside the engine's hello
	@cd web/test && npm run --silent bench -- $(BENCH)

bench-go: ## Run the Go benchmarks
	go test -run '^$$' -bench . ./assets/... ./game/... ./quiz/...

shots: build/play ## Take screenshots of every screen in every size, into web/test/shots
	@cd web/test && npm run shots

pictures: install build/play ## Make the front page's pictures and animation from a recorded game
	@cd web/test && npm run --silent pictures

install: ## Install what the tests need, where it is missing
	@bash web/test/install.sh

build/play:
	@go run ./web/cmd/site -quick -out build/play

build/scorm:
	@go run ./web/cmd/site -scorm -quick -out build/scorm

clean: ## Remove everything that was built
	rm -rf build web/dist web/test/shots
