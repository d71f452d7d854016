#!/usr/bin/env bash
# Shows that make test passes at its first run on a new machine: clones the last
# commit and runs make test there with empty caches. The module proxy and package
# registry stay as they are set here. So do browsers and other programs: run it on a
# machine without them to see them installed too. It leaves nothing behind but those.
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d "${TMPDIR:-/tmp}/hold-the-line-fresh-XXXXXX")
clean() {
	chmod -R u+w "$work" # modules are read-only
	rm -rf "$work"
}
trap clean EXIT

for program in chromium firefox-esr WebKitWebDriver Xvfb xdotool node; do
	command -v "$program" >/dev/null && echo "Already here: $program"
done

git clone --quiet . "$work/clone"
# Read before GOMODCACHE and GOCACHE change.
GOFLAGS="$(go env GOFLAGS) -modcacherw"
export GOFLAGS GOMODCACHE="$work/modules" GOCACHE="$work/build" npm_config_cache="$work/npm"
mkdir "$GOMODCACHE" "$GOCACHE" "$npm_config_cache"
make -C "$work/clone" test
