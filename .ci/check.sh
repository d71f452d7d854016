#!/usr/bin/env bash
# Vets and lints the code for both platforms, and checks that none of it is dead, the
# formatting and the compiled cases. Reports everything that is wrong before it
# fails. The arguments are the case files to check. QUICK leaves out the slowest.
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

nothing() { # nothing COMMAND…: succeeds if the command does and prints nothing
	# Standard error, such as that Go downloads a module, matters only if it fails.
	local out notes failed=0
	notes=$(mktemp)
	out=$("$@" 2>"$notes") || failed=1
	[ $failed = 0 ] || cat "$notes"
	rm -f "$notes"
	[ -z "$out" ] || printf '%s\n' "$out"
	[ $failed = 0 ] && [ -z "$out" ]
}

browser() { GOOS=js GOARCH=wasm "$@"; }

compiled() { # compiled CASE.yaml: succeeds if its case.json is up to date
	go run ./quiz/cmd/case build "$1" | cmp --quiet - "${1%.yaml}.json" && return 0
	echo "${1%.yaml}.json is out of date; run: go run ./quiz/cmd/case build $1 > ${1%.yaml}.json"
	return 1
}

translated() { # translated CASE.yaml CASE.de.yaml: succeeds if its case.de.json is up to date
	go run ./quiz/cmd/case build "$1" "$2" | cmp --quiet - "${2%.yaml}.json" && return 0
	echo "${2%.yaml}.json is out of date; run: go run ./quiz/cmd/case build $1 $2 > ${2%.yaml}.json"
	return 1
}

undocumented() { # prints the packages whose comment doesn't stand in doc.go; the example is one file
	local folder
	while read -r folder; do
		grep -qs '^// \(Package\|Command\) ' "$folder/doc.go" || echo "$folder/doc.go has no comment on the package"
	done < <(go list -f '{{.Dir}}' ./... | grep -v '/toolkit/example$')
}

mapfile -t sources < <(git ls-files --cached --others --exclude-standard '*.go')
staticcheck=$(go tool -n staticcheck)

step "go vet" go vet ./...
step "go vet for the browser" browser go vet ./game/...
step "go vet for learning platforms" browser go vet -tags=scorm ./game/... ./assets/...
step "staticcheck" go tool staticcheck ./...
step "staticcheck for the browser" browser "$staticcheck" ./game/...
step "staticcheck for learning platforms" browser "$staticcheck" -tags=scorm ./game ./game/scorm ./assets/words
[ -n "${QUICK:-}" ] || step "no dead code" nothing bash .ci/dead.sh
step "formatting" nothing go tool gofumpt -l "${sources[@]}"
step "package comments" nothing undocumented
# Together, since the two forms of a test are also held against each other.
[ $# = 0 ] || step "the cases" go run ./quiz/cmd/case check "$@"
for case in "$@"; do
	step "${case%.yaml}.json is up to date" compiled "$case"
	for translation in "${case%.yaml}".*.yaml; do
		[ -e "$translation" ] && step "${translation%.yaml}.json is up to date" translated "$case" "$translation"
	done
done
exit $failed
