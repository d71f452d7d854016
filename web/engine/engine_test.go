package engine

import (
	"bytes"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

var root = filepath.Join("..", "..")

// What the edits are for: the program has none of these packages.
var leftOut = []string{
	"archive/zip", "encoding/gob", "go/build", "go/parser", "go/printer", "log/slog", "net", "os/exec", "regexp", "text/template",
	Module + "/internal/shader",
}

func TestTheProgramIsBuiltWithoutWhatItNeverRuns(t *testing.T) {
	build, err := Prepare(root, "./game")
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command("go", "list", "-modfile="+build.Modfile, "-deps", "./game")
	command.Dir = root
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "CGO_ENABLED=0")
	command.Stderr = os.Stderr
	out, err := command.Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := strings.Fields(string(out))
	for _, p := range leftOut {
		if slices.Contains(packages, p) {
			t.Errorf("the program links %s; go list -modfile=%s -deps -json tells what imports it", p, build.Modfile)
		}
	}
}

func TestOnlyWhatIsListedIsEdited(t *testing.T) {
	build, err := Prepare(root, "./game")
	if err != nil {
		t.Fatal(err)
	}
	engine := strings.TrimSuffix(build.Modfile, ".mod")
	packages, err := list(root, "./game")
	if err != nil {
		t.Fatal(err)
	}
	edited := map[string]bool{}
	for _, r := range append(Removals(), idlePresentation) {
		for file := range r.edits {
			edited[file] = true
		}
	}
	listed := slices.Collect(maps.Keys(edited))
	changed := 0
	for _, p := range packages {
		for _, name := range p.GoFiles {
			inside := strings.TrimPrefix(filepath.ToSlash(strings.TrimPrefix(p.ImportPath, Module)), "/")
			file := strings.TrimPrefix(inside+"/"+name, "/")
			theirs, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			ours, err := os.ReadFile(filepath.Join(root, engine, filepath.FromSlash(file)))
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Contains(listed, file) {
				if !bytes.Equal(ours, theirs) {
					t.Errorf("%s isn't the engine's", file)
				}
				continue
			}
			changed++
			if !bytes.HasPrefix(ours, []byte(notice)) {
				t.Errorf("%s doesn't say that it was changed", file)
			}
		}
	}
	if changed != len(listed) {
		t.Errorf("%d files were changed, not %d", changed, len(listed))
	}
}

// project makes a project with a program on the engine, and nothing prepared.
func project(t *testing.T) string {
	t.Helper()
	fresh := t.TempDir()
	for _, name := range []string{"go.mod", "go.sum"} {
		if err := copyFile(filepath.Join(root, name), filepath.Join(fresh, name)); err != nil {
			t.Fatal(err)
		}
	}
	const program = "package main\n\nimport (\n\t_ \"" + Module + "\"\n\t_ \"" + Module + "/inpututil\"\n)\n\nfunc main() {}\n"
	if err := os.Mkdir(filepath.Join(fresh, "game"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(fresh, "game", "main.go"), []byte(program), 0o644); err != nil {
		t.Fatal(err)
	}
	return fresh
}

// files reads all files of a folder.
func files(folder string) (map[string]string, error) {
	all := map[string]string{}
	return all, filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		all[name] = string(data)
		return err
	})
}

func TestConcurrentBuildsDoNotDisturbEachOther(t *testing.T) {
	root := project(t)
	const times = 4
	found := make([]map[string]string, times)
	var all sync.WaitGroup
	for i := range times {
		all.Go(func() {
			build, err := Prepare(root, "./game")
			if err == nil {
				// What a build would read as soon as it may.
				found[i], err = files(filepath.Join(root, strings.TrimSuffix(build.Modfile, ".mod")))
			}
			if err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	build, err := Prepare(root, "./game")
	if err != nil {
		t.Fatal(err)
	}
	want, err := files(filepath.Join(root, strings.TrimSuffix(build.Modfile, ".mod")))
	if err != nil || len(want) < 100 {
		t.Fatalf("%d files, %v", len(want), err)
	}
	for i, got := range found {
		if !maps.Equal(got, want) {
			t.Errorf("build %d has found %d files, of %d", i, len(got), len(want))
		}
	}
	left, err := os.ReadDir(filepath.Join(root, filepath.FromSlash(folder)))
	if err != nil || len(left) != 3 {
		t.Errorf("there is more than the copy, its .mod and its .sum: %v, %v", left, err)
	}
}

func TestACopyIsMadeOncePerKey(t *testing.T) {
	root := project(t)
	first, err := Prepare(root, "./game")
	if err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(root, strings.TrimSuffix(first.Modfile, ".mod"))
	before, err := os.Stat(copied)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Prepare(root, "./game")
	if err != nil || again.Modfile != first.Modfile {
		t.Fatalf("%s and then %s, %v", first.Modfile, again.Modfile, err)
	}
	if now, err := os.Stat(copied); err != nil || !os.SameFile(before, now) {
		t.Errorf("it was made again: %v", err)
	}
	packages, err := list(root, "./game")
	if err != nil {
		t.Fatal(err)
	}
	key, err := keyOf(packages, nil)
	if err != nil {
		t.Fatal(err)
	}
	if other, err := keyOf(packages[1:], nil); err != nil || other == key {
		t.Errorf("other packages have the same key: %v", err)
	}
}

func TestAProgramWithoutTheEngineNeedsNone(t *testing.T) {
	build, err := Prepare(root, "./web/cmd/site/testdata/program")
	if build.Modfile != "" || len(build.Overlay) > 0 || err != nil {
		t.Errorf("%+v, %v", build, err)
	}
}

func TestEdits(t *testing.T) {
	const shaders = "package p\nimport (\n\t\"bytes\"\n\t\"text/template\"\n)\n" +
		"type Filter int\nconst (\n\tNear Filter = iota\n\tFar\n)\nconst FilterCount = 2\n" +
		"type Address int\nconst (\n\tOpen Address = iota\n)\nconst AddressCount = 1\n" +
		"var tmpl = template.Must(template.New(\"t\").Parse(`{{if eq .Filter .Far}}far{{else}}near{{end}} {{.Address}}`))\n" +
		"func ShaderSource(filter Filter, address Address) []byte {\n\tvar b bytes.Buffer\n\ttmpl.Execute(&b, nil)\n\treturn b.Bytes()\n}\n"
	for _, test := range []struct {
		name, text  string
		change      edit
		want, never []string
		err         string
	}{
		{
			name: "a body", text: "package p\nimport \"os\"\nfunc F() { os.Exit(1) }\n",
			change: edit{body("F", "return")}, want: []string{"func F() {\nreturn\n}"}, never: []string{`"os"`},
		},
		{
			name: "no such function", text: "package p\n",
			change: edit{body("F", "return")}, err: "no function F",
		},
		{
			name: "calls", text: "package p\nimport \"log\"\nfunc F() { v := 1; log.Print(\"v\", v); G() }\nfunc G() {}\n",
			change: edit{silence("log")}, want: []string{`_ = "v"; _ = v; G()`}, never: []string{"log."},
		},
		{
			name: "no such call", text: "package p\n", change: edit{silence("log")}, err: "nothing of the package log",
		},
		{
			name: "a text", text: "package p\nconst one = 1\n", change: edit{rewrite("= 1", "= 2")}, want: []string{"one = 2"},
		},
		{
			name: "a text twice", text: "package p\nvar a, b = 1, 1\n", change: edit{rewrite("1", "2")}, err: "once",
		},
		{
			name: "a template", text: shaders, change: edit{tabulate},
			want: []string{"{\n\"near 0\",\n},\n{\n\"far 0\",\n},", "return []byte(sources[filter][address])"}, never: []string{"template", "bytes"},
		},
		{
			name: "no template", text: "package p\n", change: edit{tabulate}, err: "no template",
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "p.go")
			if err := os.WriteFile(file, []byte(test.text), 0o644); err != nil {
				t.Fatal(err)
			}
			err := test.change.apply(file)
			if test.err != "" {
				if err == nil || !strings.Contains(err.Error(), test.err) {
					t.Errorf("error is %v, want %q in it", err, test.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			out, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			for _, w := range test.want {
				if !strings.Contains(string(out), w) {
					t.Errorf("there is no %q in\n%s", w, out)
				}
			}
			for _, w := range test.never {
				if strings.Contains(string(out), w) {
					t.Errorf("there is still %q in\n%s", w, out)
				}
			}
		})
	}
}
