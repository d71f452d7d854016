#!/usr/bin/env bash
# Prints the functions of this module that no program calls: that are unreachable
# in every build that their file is part of, for the desktop and for the browser.
# .ci/uncalled lists those that are allowed; it prints lines there that are no
# longer needed, too.
set -euo pipefail
shopt -s inherit_errexit
cd "$(dirname "$0")/.."
deadcode=$(go tool -n deadcode)

build() { # build PACKAGE…: prints each of their files, then each unreachable function
	go list -deps -f '{{with .Module}}{{if .Main}}{{range $.GoFiles}}file {{$.Dir}}/{{.}}{{"\n"}}{{end}}{{end}}{{end}}' "$@"
	"$deadcode" "$@"
}
# Beside each other: half of the time each analysis uses one processor.
desktop=$(mktemp)
trap 'rm -f "$desktop"' EXIT
build ./... >"$desktop" &
found=$(GOOS=js GOARCH=wasm build ./game ./game/teacher ./game/toolkit/example)
found+=$'\n'$(GOOS=js GOARCH=wasm build -tags=scorm ./game) # for learning platforms
wait $!
found+=$'\n'$(<"$desktop")

awk -v root="$PWD/" '
	FILENAME != "-" { # path[: function] # reason
		if (/^[^#].* # ./) allowed[substr($0, 1, index($0, " # ") - 1)]
		next
	}
	/^file / { builds[substr($0, length("file " root) + 1)]++ }
	/ unreachable func: / { # path:line:column: unreachable func: function
		split($0, part, ":")
		name = part[1] ":" part[5]
		path[name] = part[1]
		dead[name]++
	}
	END {
		for (name in dead) {
			folder = path[name]
			sub("[^/]*$", "", folder)
			if (dead[name] < builds[path[name]]) continue
			if (name in allowed) needed[name]
			else if (path[name] in allowed) needed[path[name]]
			else if (folder in allowed) needed[folder]
			else print name
		}
		for (place in allowed) if (!(place in needed)) print ".ci/uncalled: " place " is called now, or gone"
	}
' .ci/uncalled - <<<"$found" | sort
