#!/usr/bin/env bash
# Shows that make test passes at its first run on a new machine: clones the last
# commit and runs it there, with nothing downloaded or compiled before. Where
# modules and packages come from stays as it is set here. Browsers and other
# programs of the system can't be taken away for it: run it where there are none to
# see them installed too. It leaves nothing behind but those.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d "${TMPDIR:-/tmp}/hold-the-line-fresh-XXXXXX")
clean() {
	chmod -R u+w "$work" # modules are written without
	rm -rf "$work"
}
trap clean EXIT

for program in chromium firefox-esr WebKitWebDriver Xvfb xdotool node; do
	command -v "$program" >/dev/null && echo "Already here: $program"
done

git clone --quiet . "$work/clone"
# Set as they are for this project, before the folders are others.
GOFLAGS="$(go env GOFLAGS) -modcacherw"
export GOFLAGS GOMODCACHE="$work/modules" GOCACHE="$work/build" npm_config_cache="$work/npm"
mkdir "$GOMODCACHE" "$GOCACHE" "$npm_config_cache"
make -C "$work/clone" test
