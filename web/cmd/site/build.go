package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"text/tabwriter"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/quiz/casefile"
	"holdtheline/web/content"
	"holdtheline/web/engine"
	"holdtheline/web/lesson"
)

// A site holds a build's options: what is built from what, and where to.
type site struct {
	root    string
	out     string
	program string
	teacher string // the program of the teacher's page
	checker string // the program of the author's checker
	caseID  string
	lang    string
	quick   bool
	lines   bool   // keep what traces of the stack tell of files and lines
	tags    string // build tags of the program
	pack    *pack  // build a package for learning platforms; nil for a site
	retire  bool   // build the service worker that removes the one on devices

	goOn bool // go on without the cases that can't be compiled, and show why on the page

	notes   map[string]lesson.Note  // what authors tell teachers, by the case's id
	unbuilt []unbuilt               // the cases that can't be compiled
	loaded  map[told]*casefile.Case // those read by this build; nil to read them each time
}

// A compiled site has its programs: the game, the same for those who play in a class,
// the teacher's page and the author's checker.
type compiled struct{ game, class, teacher, checker []byte }

// A file of the site, with its compressed copies.
type file struct {
	name            string
	data            []byte
	brotli, gzipped []byte // nil where compressing doesn't help
}

// The files of a site that others name.
type parts struct {
	program, style, script, icon *file
	teacher, teachersScript      *file   // nil in a package
	class, calls                 *file   // the program in a class, and its script; likewise
	manifest, touchIcon          *file   // likewise
	unbuilt                      *file   // the style of what says which cases can't be compiled; nil if all can
	checker, engine              *file   // likewise
	dialogues                    *file   // the style of its dialogues; likewise
	reader, readersLicence       *file   // of QR codes, for it too; likewise
	platform                     *file   // nil on a site
	pictures                     []*file // the icons that the manifest and the page name
	languages                    []content.LanguageFile
}

// build builds the site. It writes to a folder beside the old site and replaces
// that only when everything is written: a build that fails leaves the old site.
func (s *site) build() ([]*file, error) {
	if err := s.begin(); err != nil {
		return nil, err
	}
	programs, err := s.programs()
	if err != nil {
		return nil, err
	}
	files, err := s.files(programs)
	if err != nil {
		return nil, err
	}
	for _, f := range files {
		if err := s.compress(f); err != nil {
			return nil, err
		}
	}
	return files, s.write(files)
}

// begin looks for what would make a build fail in the end, and compiles the cases.
func (s *site) begin() error {
	if _, err := os.Stat(filepath.Join(s.root, "go.mod")); err != nil {
		return fmt.Errorf("%w; run this in the project's root folder, or name it with -root", err)
	}
	if err := s.mayReplace(); err != nil {
		return err
	}
	s.loaded = map[told]*casefile.Case{}
	return s.currentCases()
}

// files makes all files of the site but their compressed copies.
func (s *site) files(programs compiled) ([]*file, error) {
	p, err := s.parts(programs.game, "web/page/offline.js", "web/page/packed.js", "web/page/given.js")
	if err != nil {
		return nil, err
	}
	teachersScript, err := s.boot(
		"game/toolkit/host/files.js", "game/toolkit/host/calls.js", "game/toolkit/host/fragment.js",
		"game/toolkit/host/awake.js", "game/toolkit/host/ask.js", "game/toolkit/host/dialogues.js", "web/page/led.js")
	if err != nil {
		return nil, err
	}
	p.teacher, p.teachersScript = hashed("teacher.wasm", programs.teacher), hashed("teacher-boot.js", teachersScript)
	if err := s.dialogues(&p); err != nil {
		return nil, err
	}
	calls, err := s.concatenate("", "", "game/toolkit/host/calls.js")
	if err != nil {
		return nil, err
	}
	p.calls, p.class = hashed("calls.js", calls), hashed("in-class.wasm", programs.class)
	if err := s.install(&p); err != nil {
		return nil, err
	}
	if p.checker, p.engine, err = s.authorsChecker(programs.checker); err != nil {
		return nil, err
	}
	if err := s.unbuiltStyle(&p); err != nil {
		return nil, err
	}
	page, head, err := s.index(p)
	if err != nil {
		return nil, err
	}
	printed, err := s.paper(p.icon)
	if err != nil {
		return nil, err
	}
	statement, err := s.statement(p.icon)
	if err != nil {
		return nil, err
	}
	privacy, err := s.privacy(p.icon, statement[0])
	if err != nil {
		return nil, err
	}
	teachers, err := s.teachersPage(p)
	if err != nil {
		return nil, err
	}
	cases, err := content.CaseFiles(s.root)
	if err != nil {
		return nil, err
	}
	var stories []*file
	for _, c := range cases {
		stories = append(stories, &file{name: c.Name, data: c.Data})
	}
	translations, err := s.translations()
	if err != nil {
		return nil, err
	}
	// What is needed offline; a device asks for its icons only once, pupils have no use
	// for the lessons, nor for the teacher's and the author's pages, which are kept where they
	// were used, and in a class there is a server. Paper does without the typefaces.
	kept := append([]*file{page, p.style, head, p.script, p.icon, p.manifest, p.program}, slices.Concat(stories, []*file{printed.style}, printed.pupils, statement)...)
	languages := filesOf(p.languages)
	languages = append(languages, printed.translated...)
	for _, t := range translations {
		languages = append(languages, &file{name: t.Name, data: t.Data})
	}
	// Somebody who gets a case in an archive has it checked there too.
	packed := []string{workerName}
	for _, f := range slices.Concat(kept, languages, p.pictures, []*file{p.checker, p.engine}) {
		packed = append(packed, f.name)
	}
	authors, err := s.authorsPage(p, packed)
	if err != nil {
		return nil, err
	}
	worker, err := s.worker(kept, slices.Concat(languages, teachers.kept, authors.kept))
	if err != nil {
		return nil, err
	}
	return slices.Concat(filesIf(p.unbuilt), kept, languages, p.pictures, printed.faces, printed.others, teachers.kept, teachers.others, authors.kept, authors.others, []*file{privacy, p.class, p.calls, worker}), nil
}

// parts makes the files that sites and packages have in common. More scripts come
// before the one that starts the program.
func (s *site) parts(program []byte, more ...string) (p parts, err error) {
	style, err := s.style(theme.CSS()+mirror.CSS(), "web/page/page.css", "web/page/plain.css", "web/page/print.css")
	if err != nil {
		return parts{}, err
	}
	script, err := s.boot(more...)
	if err != nil {
		return parts{}, err
	}
	says := content.Game
	if s.pack != nil {
		says = content.Package
	}
	if p.languages, err = s.languages(says); err != nil {
		return parts{}, err
	}
	return parts{
		languages: p.languages,
		program:   hashed("hold-the-line.wasm", program),
		style:     hashed("page.css", style),
		script:    hashed("boot.js", script),
		icon:      hashed("icon.svg", icon()),
	}, nil
}

// boot makes the script that starts a program. Scripts of the page's own come before
// its last part.
func (s *site) boot(own ...string) ([]byte, error) {
	goroot, err := goRoot()
	if err != nil {
		return nil, err
	}
	first := []string{filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"), "game/toolkit/host/host.js", "game/toolkit/mirror/mirror.js"}
	return s.concatenate("\n", "", append(append(first, own...), "web/page/boot.js")...)
}

// fast lists the packages in which functions are inlined: those where a frame
// spends its time. Without any inlining the program is 13 % smaller and starts as
// fast. Inlining in these packages costs a third of that, and a frame takes a
// quarter less time.
var fast = []string{
	"holdtheline/game/figure", "holdtheline/game/toolkit/mirror", "holdtheline/game/toolkit/paint", "holdtheline/game/toolkit/run",
	"holdtheline/game/toolkit/typeface", "holdtheline/game/toolkit/typeface/truetype", "holdtheline/game/toolkit/ui",
	"image", "internal/runtime/...", "math", "runtime",
}

// programs builds the programs at the same time: most of a build after a small change
// is the linker's, which uses one processor.
func (s *site) programs() (p compiled, err error) {
	flags, err := engine.Prepare(s.root, s.program)
	if err != nil {
		return compiled{}, err
	}
	teachers, err := flags.For(s.root, s.teacher)
	if err != nil {
		return compiled{}, err
	}
	var failed [4]error
	var wait sync.WaitGroup
	wait.Go(func() { p.game, failed[0] = s.compile(s.program, content.Game, flags) })
	wait.Go(func() { p.teacher, failed[1] = s.compile(s.teacher, content.Teacher, teachers) })
	wait.Go(func() { p.class, failed[2] = s.compile(s.program, content.Class, flags) })
	wait.Go(func() { p.checker, failed[3] = s.checkersProgram() })
	wait.Wait()
	return p, errors.Join(failed[:]...)
}

// compile builds a program for the browser, with the engine cut down and the content
// as Go data.
//
// A quick build keeps the program, with its build ID, by which go build sees that
// nothing has changed and doesn't link it again. For publishing it has no ID: it is the
// same wherever it was built.
func (s *site) compile(program string, says content.Program, engine engine.Build) ([]byte, error) {
	overlay, err := content.Prepare(s.root, says, engine.Overlay)
	if err != nil {
		return nil, err
	}
	folder, id := filepath.Join(s.root, "build", "programs", strings.ReplaceAll(path.Clean(program), "/", "-")), ""
	if !s.quick {
		if folder, err = os.MkdirTemp("", "site-"); err != nil {
			return nil, err
		}
		defer os.RemoveAll(folder)
		id = " -buildid="
	}
	out, err := filepath.Abs(filepath.Join(folder, string(says)+s.tags+".wasm"))
	if err != nil {
		return nil, err
	}
	arguments := []string{"build", "-modfile=" + engine.Modfile, "-overlay=" + overlay, "-tags=" + says.Tags(s.tags), "-trimpath", "-buildvcs=false", "-ldflags=-s -w" + id, "-gcflags=all=-l"}
	for _, packages := range fast {
		arguments = append(arguments, "-gcflags="+packages+"=")
	}
	command := exec.Command("go", append(arguments, "-o", out, program)...)
	command.Dir = s.root
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "CGO_ENABLED=0")
	command.Stderr = os.Stderr
	// A program that an interrupted build has left half written has its ID all the same.
	mark := out + ".whole"
	if _, err := os.Stat(mark); err != nil {
		if err := os.RemoveAll(out); err != nil {
			return nil, err
		}
	}
	if err := os.RemoveAll(mark); err != nil {
		return nil, err
	}
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("the program in %s doesn't build for the browser: %w", program, err)
	}
	data, err := os.ReadFile(out)
	if err != nil {
		return nil, err
	}
	if err := os.WriteFile(mark, nil, 0o644); err != nil {
		return nil, err
	}
	if !s.lines {
		switch smaller, err := withSegments(data, withoutLines); {
		case errors.Is(err, errLines):
			fmt.Fprintf(os.Stderr, "The program in %s keeps its lines, for traces of the stack, and is larger: %v.\n", program, err)
		case err != nil:
			return nil, err
		default:
			data = smaller
		}
	}
	return joined(data)
}

func goRoot() (string, error) {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		return "", fmt.Errorf("go env GOROOT: %w; is Go installed?", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// concatenate joins a text and files. Their names are absolute or from the root.
func (s *site) concatenate(between, first string, names ...string) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString(first)
	for _, name := range names {
		if !filepath.IsAbs(name) {
			name = filepath.Join(s.root, filepath.FromSlash(name))
		}
		data, err := os.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if b.Len() > 0 {
			b.WriteString(between)
		}
		b.Write(data)
	}
	return b.Bytes(), nil
}

// hashDigits is how many digits of the hash a name has. The server knows files
// that never change by them.
const hashDigits = 16

// hashed names a file after its content.
func hashed(name string, data []byte) *file {
	extension := path.Ext(name)
	return &file{
		name: strings.TrimSuffix(name, extension) + "." + sum(data)[:hashDigits] + extension,
		data: data,
	}
}

// write replaces the site with the files.
func (s *site) write(files []*file) (err error) {
	fresh := filepath.Clean(s.out) + ".new"
	if err := os.RemoveAll(fresh); err != nil {
		return err
	}
	if err := os.MkdirAll(fresh, 0o755); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(fresh)) }()
	for _, f := range files {
		for extension, data := range map[string][]byte{"": f.data, ".br": f.brotli, ".gz": f.gzipped} {
			if data == nil {
				continue
			}
			if err := os.WriteFile(filepath.Join(fresh, f.name+extension), data, 0o644); err != nil {
				return err
			}
		}
	}
	if s.quick {
		if err := os.WriteFile(filepath.Join(fresh, quickMark), nil, 0o644); err != nil {
			return err
		}
	}
	if err := s.mayReplace(); err != nil {
		return err
	}
	if err := os.RemoveAll(s.out); err != nil {
		return err
	}
	return os.Rename(fresh, s.out)
}

// mayReplace returns an error for a folder that is neither empty nor a site.
func (s *site) mayReplace() error {
	entries, err := os.ReadDir(s.out)
	if errors.Is(err, fs.ErrNotExist) || (err == nil && len(entries) == 0) {
		return nil
	}
	if err != nil {
		return err
	}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), "hold-the-line.") || strings.HasPrefix(e.Name(), packPrefix) || e.Name() == lessonFolder {
			return nil
		}
	}
	return fmt.Errorf("%s holds something that isn't the site; empty it first or choose another folder with -out", s.out)
}

// lessonFolder is what web/cmd/lesson writes beside the site.
const lessonFolder = "lesson"

// table lists the files with their sizes in bytes.
func table(files []*file) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintf(w, "plain\tgzip\tbrotli\t \n")
	var plain, gzipped, brotli int
	for _, f := range files {
		fmt.Fprintf(w, "%d\t%d\t%d\t %s\n", len(f.data), len(f.gzipped), len(f.brotli), f.name)
		plain, gzipped, brotli = plain+len(f.data), gzipped+len(f.gzipped), brotli+len(f.brotli)
	}
	fmt.Fprintf(w, "%d\t%d\t%d\t together\n", plain, gzipped, brotli)
	w.Flush()
	return b.String()
}
