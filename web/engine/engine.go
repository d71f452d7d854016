package engine

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

// Module is the engine's module path.
const Module = "github.com/hajimehoshi/ebiten/v2"

// folder holds the copies, from the project's root. Each is named by its key.
// The linker writes that path into the program: it must not depend on where or
// when a build was made.
const folder = "build/engine"

// sources is this package's source code: a copy's key depends on it.
//
//go:embed *.go _precompile/main.go
var sources embed.FS

// A Build has go build's flags for a program with the edited engine.
type Build struct {
	// Modfile is the argument of -modfile; empty for a program that doesn't use
	// the engine.
	Modfile string
	// Overlay has the files to add to the program by -overlay: where they are, by
	// where go build is to see them, both absolute.
	Overlay map[string]string

	shaders string // the file to add
}

// registered is the file in a copy that registers the translated shaders. It is
// added to the program by an overlay; the underscore keeps it out of ./...
const registered = "_shaders.go"

// Prepare writes the edited copy of the engine for a program that is to be
// built for the browser. The program is a package below root, written as for go
// build. The removals named in keep are not made, to measure them.
//
// A copy is made once and never changes, so several builds at once don't
// disturb each other.
func Prepare(root, program string, keep ...string) (build Build, err error) {
	packages, err := list(root, program)
	if err != nil || len(packages) == 0 {
		return Build{}, err
	}
	key, err := keyOf(packages, keep)
	if err != nil {
		return Build{}, err
	}
	copies := filepath.Join(root, filepath.FromSlash(folder))
	if _, err = os.Stat(filepath.Join(copies, key)); errors.Is(err, fs.ErrNotExist) {
		err = create(copies, key, packages, keep)
	}
	if err != nil {
		return Build{}, err
	}
	if build.Modfile, err = writeModfile(root, key); err != nil {
		return Build{}, err
	}
	if build.shaders, err = filepath.Abs(filepath.Join(copies, key, registered)); err != nil {
		return Build{}, err
	}
	return build.For(root, program)
}

// For returns the flags for another program, which needs no package of the engine that
// the one which was prepared doesn't: listing them again takes a while.
func (b Build) For(root, program string) (Build, error) {
	if b.Modfile == "" {
		return b, nil
	}
	where, err := filepath.Abs(filepath.Join(root, filepath.FromSlash(program), "shaders_js.go"))
	b.Overlay = map[string]string{where: b.shaders}
	return b, err
}

// create makes the copy in a folder beside its place, and moves it there in one
// step: a copy that is there is complete.
func create(copies, key string, packages []pkg, keep []string) (err error) {
	if err := os.MkdirAll(copies, 0o755); err != nil {
		return err
	}
	fresh, err := os.MkdirTemp(copies, "_new-") // ./... leaves such folders alone
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(fresh)) }()
	if err := os.Chmod(fresh, 0o755); err != nil {
		return err
	}
	for _, p := range packages {
		if err := p.copyTo(fresh); err != nil {
			return err
		}
	}
	module := packages[0].Module
	if err := copyFile(filepath.Join(module.Dir, "go.mod"), filepath.Join(fresh, "go.mod")); err != nil {
		return err
	}
	if err := registration(fresh, filepath.Join(fresh, registered)); err != nil {
		return err
	}
	for _, r := range append(Removals(), idlePresentation) {
		if slices.Contains(keep, r.Name) {
			continue
		}
		if err := r.apply(fresh); err != nil {
			return fmt.Errorf("taking the %s out of %s %s: %w; look at web/engine", r.Name, Module, module.Version, err)
		}
	}
	place := filepath.Join(copies, key)
	if err := os.Rename(fresh, place); err != nil {
		// Another build has been quicker. Its copy is the same.
		if _, missing := os.Stat(place); missing != nil {
			return err
		}
	}
	return nil
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

// keyOf hashes everything that a copy is made from.
func keyOf(packages []pkg, keep []string) (string, error) {
	sum := sha256.New()
	fmt.Fprintln(sum, runtime.Version(), packages[0].Module.Version, keep)
	for _, p := range packages {
		for _, name := range p.files() {
			data, err := os.ReadFile(filepath.Join(p.Dir, filepath.FromSlash(name)))
			if err != nil {
				return "", err
			}
			fmt.Fprintf(sum, "%s %s %x\n", p.ImportPath, name, sha256.Sum256(data))
		}
	}
	err := fs.WalkDir(sources, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || strings.HasSuffix(name, "_test.go") {
			return err
		}
		data, err := sources.ReadFile(name)
		fmt.Fprintf(sum, "%s %x\n", name, sha256.Sum256(data))
		return err
	})
	return hex.EncodeToString(sum.Sum(nil))[:keyDigits], err
}

// keyDigits is how many hexadecimal digits a key has.
const keyDigits = 16

// A pkg is a package of the engine, as go list describes it.
type pkg struct {
	ImportPath string
	Dir        string
	GoFiles    []string
	EmbedFiles []string
	Module     *struct{ Path, Version, Dir string }
}

// files are the files that the package is built from.
func (p pkg) files() []string { return slices.Concat(p.GoFiles, p.EmbedFiles) }

// list finds the engine's packages that the program needs, and none for a program
// that doesn't use the engine.
func list(root, program string) ([]pkg, error) {
	found, err := deps(root, program)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	return deps(root, program, Module+"/exp/shaderprecomp") // which registration uses
}

// deps lists the engine's packages among those that packages depend on.
func deps(root string, packages ...string) ([]pkg, error) {
	command := exec.Command("go", append([]string{"list", "-deps", "-json=ImportPath,Dir,GoFiles,EmbedFiles,Module"}, packages...)...)
	command.Dir = root
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "CGO_ENABLED=0")
	var stderr bytes.Buffer
	command.Stderr = &stderr
	out, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("the program in %s doesn't build for the browser: %w\n%s", packages[0], err, stderr.Bytes())
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

// copyTo copies the package into the copy of the module.
func (p pkg) copyTo(out string) error {
	inside := strings.TrimPrefix(strings.TrimPrefix(p.ImportPath, Module), "/")
	for _, name := range p.files() {
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

// writeModfile writes copies of the project's go.mod and go.sum that replace the
// engine with its copy.
func writeModfile(root, key string) (string, error) {
	name := path.Join(folder, key) + ".mod"
	sums, err := os.ReadFile(filepath.Join(root, "go.sum"))
	if err != nil {
		return "", err
	}
	if err := replace(filepath.Join(root, filepath.FromSlash(folder), key+".sum"), sums); err != nil {
		return "", err
	}
	mod, err := os.ReadFile(filepath.Join(root, "go.mod"))
	if err != nil {
		return "", err
	}
	mod = fmt.Appendf(mod, "\nreplace %s => ./%s/%s\n", Module, folder, key)
	return filepath.FromSlash(name), replace(filepath.Join(root, filepath.FromSlash(name)), mod)
}

// replace writes a file atomically: another build may be reading it. If nothing
// changes, the file stays as it is.
func replace(name string, data []byte) error {
	if old, err := os.ReadFile(name); err == nil && bytes.Equal(old, data) {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".new-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // if all went well it has been renamed
	if _, err := f.Write(data); err != nil {
		return errors.Join(err, f.Close())
	}
	if err := f.Close(); err != nil {
		return err
	}
	if err := os.Chmod(f.Name(), 0o644); err != nil {
		return err
	}
	return os.Rename(f.Name(), name)
}
