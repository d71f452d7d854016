#!/usr/bin/env bash
# Vets and lints the code for both platforms, and checks that none of it is dead and
# that formatting and compiled cases are as they should be. Tells everything that is
# wrong before it fails. The arguments are the case files to check.
set -u
failed=0

step() { # step WHAT COMMAND…: runs a command that must succeed
	local what=$1
	shift
	if "$@"; then
		echo "ok    $what"
	else
		echo "FAIL  $what"
		failed=1
	fi
}

nothing() { # nothing COMMAND…: succeeds if the command does and finds nothing
	# Findings are what it prints to the standard output. What it says beside that,
	# such as that Go downloads a module, matters only when it fails.
	local out notes failed=0
	notes=$(mktemp)
	out=$("$@" 2>"$notes") || failed=1
	[ $failed = 0 ] || cat "$notes"
	rm -f "$notes"
	[ -z "$out" ] || printf '%s\n' "$out"
	[ $failed = 0 ] && [ -z "$out" ]
}

browser() { GOOS=js GOARCH=wasm "$@"; }

compiled() { # compiled CASE.yaml: its case.json is what building it gives now
	go run ./quiz/cmd/case build "$1" | cmp --quiet - "${1%.yaml}.json" && return 0
	echo "${1%.yaml}.json is not what $1 gives; run: go run ./quiz/cmd/case build $1 > ${1%.yaml}.json"
	return 1
}

mapfile -t sources < <(git ls-files --cached --others --exclude-standard '*.go')
staticcheck=$(go tool -n staticcheck)

step "go vet" go vet ./...
step "go vet for the browser" browser go vet ./game/...
step "staticcheck" go tool staticcheck ./...
step "staticcheck for the browser" browser "$staticcheck" ./game/...
step "no dead code" nothing bash .ci/dead.sh
step "formatting" nothing go tool gofumpt -l "${sources[@]}"
for case in "$@"; do
	step "$case" go run ./quiz/cmd/case check "$case"
	step "${case%.yaml}.json is up to date" compiled "$case"
done
exit $failed
