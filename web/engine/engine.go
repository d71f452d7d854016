// Package engine prepares Ebitengine for the site: the same engine, of the same
// version, without what this game never runs. The engine carries a compiler for
// shaders and a template language to write eighteen of them, a build system to
// name a caller in a log, a remote protocol and an archive writer for its
// developers; together they are a third of what a player would download, and
// Go's linker can't drop them. Shaders are compiled here and not in every
// player's browser.
//
// It copies the packages that the program needs out of the module cache, edits
// the copies, and writes a go.mod that has the program built with them. Nothing
// is edited in the module cache, and only the site is built this way: on a
// desktop and in tests the engine is as its makers wrote it.
//
// An edit names what it takes away. If a new version of the engine no longer
// has it, Prepare fails and says so: look at edits.go then, and at what the
// engine does instead.
//
// Start reading at [Prepare].
package engine

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
)

// Module is the engine's module path.
const Module = "github.com/hajimehoshi/ebiten/v2"

// folder is where the copy stands, from the project's root. It is always the
// same, since the linker writes it into the program: a build must not depend on
// where it was made.
const folder = "build/engine"

// Prepare writes the edited copy of the engine for a program that is to be
// built for the browser, and returns the go.mod to build it with: the argument
// of the flag -modfile. The program is a package below root, written as for go
// build. One that doesn't use the engine needs none and gets "".
func Prepare(root, program string) (modfile string, err error) {
	packages, err := list(root, program)
	if err != nil || len(packages) == 0 {
		return "", err
	}
	out := filepath.Join(root, filepath.FromSlash(folder))
	fresh := out + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return "", err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(fresh)) }()
	left := edits()
	for _, p := range packages {
		if err := p.copyTo(fresh, left); err != nil {
			return "", err
		}
	}
	for file := range left {
		return "", fmt.Errorf("%s %s has no %s to edit for the browser; look at web/engine/edits.go", Module, packages[0].Module.Version, file)
	}
	if err := copyFile(filepath.Join(packages[0].Module.Dir, "go.mod"), filepath.Join(fresh, "go.mod")); err != nil {
		return "", err
	}
	if err := precompile(fresh); err != nil {
		return "", err
	}
	if err := os.RemoveAll(out); err != nil {
		return "", err
	}
	if err := os.Rename(fresh, out); err != nil {
		return "", err
	}
	return writeModfile(root)
}

// A pkg is a package of the engine, as go list tells it.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	EmbedFiles []string
	Module     *struct{ Path, Version, Dir string }
}

// list finds the engine's packages that the program needs.
func list(root, program string) ([]pkg, error) {
	command := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,EmbedFiles,Module", program)
	command.Dir = root
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "CGO_ENABLED=0")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("the program in %s doesn't build for the browser: %w\n%s", program, err, stderr.Bytes())
	}
	var found []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p pkg
		if err := d.Decode(&p); err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		if p.Module != nil && p.Module.Path == Module {
			found = append(found, p)
		}
	}
	return found, nil
}

// copyTo copies the package into the copy of the module, edited, and strikes
// the edits it has made off the list.
func (p pkg) copyTo(out string, left map[string]edit) error {
	inside := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, Module), "/")
	for _, name := range append(append([]string{}, p.GoFiles...), p.EmbedFiles...) {
		to := filepath.Join(out, filepath.FromSlash(inside), filepath.FromSlash(name))
		if err := copyFile(filepath.Join(p.Dir, filepath.FromSlash(name)), to); err != nil {
			return err
		}
		file := path.Join(inside, name)
		change, ok := left[file]
		if !ok {
			continue
		}
		delete(left, file)
		if err := change.apply(to); err != nil {
			return fmt.Errorf("editing %s of %s %s for the browser: %w; look at web/engine/edits.go", file, Module, p.Module.Version, err)
		}
	}
	return nil
}

func copyFile(from, to string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}

// writeModfile writes the project's go.mod and go.sum again, with the copy in
// the place of the engine.
func writeModfile(root string) (string, error) {
	name := filepath.FromSlash(folder) + ".mod"
	sums := filepath.FromSlash(folder) + ".sum"
	if err := copyFile(filepath.Join(root, "go.sum"), filepath.Join(root, sums)); err != nil {
		return "", err
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	mod = fmt.Appendf(mod, "\nreplace %s => ./%s\n", Module, folder)
	return name, os.WriteFile(filepath.Join(root, name), mod, 0o644)
}
