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
	"path/filepath"
	"slices"
	"strings"
)

// Module is the engine's module path.
const Module = "github.com/hajimehoshi/ebiten/v2"

// folder is where the copy stands, from the project's root. It is always the
// same, since the linker writes it into the program: a build must not depend on
// where it was made.
const folder = "build/engine"

// A Build is how go build makes the program with the edited engine.
type Build struct {
	// Modfile is the argument of -modfile; empty for a program that doesn't use
	// the engine.
	Modfile string
	// Overlay has the files to add to the program by -overlay: where they are to
	// be found, by where go build is to see them, both absolute.
	Overlay map[string]string
}

// Prepare writes the edited copy of the engine for a program that is to be
// built for the browser. The program is a package below root, written as for go
// build. Of the removals those named in keep are left out, to measure them.
func Prepare(root, program string, keep ...string) (build Build, err error) {
	packages, err := list(root, program)
	if err != nil || len(packages) == 0 {
		return Build{}, err
	}
	out := filepath.Join(root, filepath.FromSlash(folder))
	fresh := out + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return Build{}, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(fresh)) }()
	for _, p := range packages {
		if err := p.copyTo(fresh); err != nil {
			return Build{}, err
		}
	}
	module := packages[0].Module
	if err := copyFile(filepath.Join(module.Dir, "go.mod"), filepath.Join(fresh, "go.mod")); err != nil {
		return Build{}, err
	}
	shaders := filepath.Join(root, filepath.FromSlash(folder)+"-shaders.go")
	if err := registration(fresh, shaders); err != nil {
		return Build{}, err
	}
	for _, r := range Removals() {
		if slices.Contains(keep, r.Name) {
			continue
		}
		if err := r.apply(fresh); err != nil {
			return Build{}, fmt.Errorf("taking the %s out of %s %s: %w; look at web/engine", r.Name, Module, module.Version, err)
		}
	}
	if err := os.RemoveAll(out); err != nil {
		return Build{}, err
	}
	if err := os.Rename(fresh, out); err != nil {
		return Build{}, err
	}
	if build.Modfile, err = writeModfile(root); err != nil {
		return Build{}, err
	}
	build.Overlay, err = added(root, program, shaders)
	return build, err
}

// added names a file that is added to the program.
func added(root, program, file string) (map[string]string, error) {
	where, err := filepath.Abs(filepath.Join(root, filepath.FromSlash(program), "shaders_js.go"))
	if err != nil {
		return nil, err
	}
	file, err = filepath.Abs(file)
	return map[string]string{where: file}, err
}

// apply takes one thing out of a copy of the engine.
func (r Removal) apply(engine string) error {
	if r.before != nil {
		if err := r.before(engine); err != nil {
			return err
		}
	}
	for file, change := range r.edits {
		if err := change.apply(filepath.Join(engine, filepath.FromSlash(file))); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

// A pkg is a package of the engine, as go list tells it.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	EmbedFiles []string
	Module     *struct{ Path, Version, Dir string }
}

// list finds the engine's packages that the program needs, and none for a program
// that doesn't use the engine.
func list(root, program string) ([]pkg, error) {
	command := exec.Command("go", "list", "-deps", "-json=ImportPath,Dir,GoFiles,EmbedFiles,Module", program, Module+"/exp/shaderprecomp")
	command.Dir = root
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "CGO_ENABLED=0")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("the program in %s doesn't build for the browser: %w\n%s", program, err, stderr.Bytes())
	}
	var found []pkg
	used := false
	for d := json.NewDecoder(bytes.NewReader(out)); d.More(); {
		var p pkg
		if err := d.Decode(&p); err != nil {
			return nil, fmt.Errorf("go list: %w", err)
		}
		if p.Module != nil && p.Module.Path == Module {
			found = append(found, p)
			used = used || p.ImportPath == Module
		}
	}
	if !used {
		return nil, nil
	}
	return found, nil
}

// copyTo copies the package into the copy of the module.
func (p pkg) copyTo(out string) error {
	inside := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, Module), "/")
	for _, name := range append(append([]string{}, p.GoFiles...), p.EmbedFiles...) {
		to := filepath.Join(out, filepath.FromSlash(inside), filepath.FromSlash(name))
		if err := copyFile(filepath.Join(p.Dir, filepath.FromSlash(name)), to); err != nil {
			return err
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
