#!/usr/bin/env bash
# Installs what the tests need and this machine lacks: Chromium, Firefox, WebKit
# with its driver, a virtual display, software rendering, Node, and the browser
# tests' own packages: axe-core, puppeteer-core, and scorm-again, the run-time
# environment that packages for learning platforms are tested in.
set -euo pipefail
cd "$(dirname "$0")"

missing=()
need() { # need PACKAGE COMMAND…: adds the package unless a command is there
	local package=$1
	shift
	for command in "$@"; do
		command -v "$command" >/dev/null && return
	done
	missing+=("$package")
}

need chromium chromium chromium-browser google-chrome
# The tests don't need this one, but take less time with it.
if [ ${#missing[@]} -gt 0 ] || { [ "$(id -u)" -eq 0 ] && apt-cache show chromium-headless-shell >/dev/null 2>&1; }; then
	need chromium-headless-shell chromium-headless-shell
fi
need firefox-esr firefox-esr firefox
need webkit2gtk-driver WebKitWebDriver
need xvfb xvfb-run
need xauth xauth
need xdotool xdotool
need npm npm
if ! command -v node >/dev/null || [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 18 ]; then
	missing+=(nodejs)
fi
# The window's test draws with OpenGL in software.
for library in libgl1 libgl1-mesa-dri libegl1; do
	if command -v dpkg-query >/dev/null && ! dpkg-query -W -f='${Status}' "$library" 2>/dev/null | grep -q 'ok installed'; then
		missing+=("$library")
	fi
done

if [ ${#missing[@]} -gt 0 ]; then
	echo "To install: ${missing[*]}"
	if ! command -v apt-get >/dev/null; then
		echo "This is neither Debian nor Ubuntu. Install these with your system's package manager, then run this again." >&2
		exit 1
	fi
	as_root=()
	if [ "$(id -u)" -ne 0 ]; then
		if ! command -v sudo >/dev/null; then
			echo "Only root may install, and there is no sudo. Run this as root: apt-get install ${missing[*]}" >&2
			exit 1
		fi
		as_root=(sudo)
	fi
	"${as_root[@]}" apt-get update -qq
	# Some distributions lack a package of this name. The others are installed all the
	# same; tests that need the missing one fail and say so.
	known=()
	for package in "${missing[@]}"; do
		if apt-cache show "$package" >/dev/null 2>&1; then
			known+=("$package")
		else
			echo "There is no package $package here: install its programs by other means, or the tests that need them will fail." >&2
		fi
	done
	if [ ${#known[@]} -gt 0 ]; then
		"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${known[@]}" >/dev/null
	fi
fi

if ! cmp --quiet package-lock.json node_modules/.installed-from 2>/dev/null; then
	npm ci --silent
	cp package-lock.json node_modules/.installed-from
fi
