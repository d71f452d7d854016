package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/theme"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/authoring/edit"
	"holdtheline/web/policy"
)

// authorName is the author's page.
const authorName = policy.FramingPage

// authorScripts are the page's scripts, in the order in which they need each other.
var authorScripts = []string{"draft", "words", "dom", "engine", "pictures", "fields", "forms", "messages", "line", "provenance", "keep", "text", "main"}

// A story is a case that an author may begin with.
type story struct {
	Title string `json:"title"`
	What  string `json:"what"` // smallest or shelf: the page has words for it
	File  string `json:"file"` // its text as its author wrote it
}

// authors are the files of the author's page: those that a device keeps once they were
// used, and the others.
type authors struct{ kept, others []*file }

// authorsPage makes the page on which cases are written, with the checker, the editor
// of text, and the texts of the cases. The page puts the files with these names into the
// archives that authors give away.
func (s *site) authorsPage(of parts, packed []string) (authors, error) {
	p, err := s.page()
	if err != nil {
		return authors{}, err
	}
	p.Icon, p.Checker, p.Engine = of.icon.name, of.checker.name, of.engine.name
	if !s.retire {
		p.Worker = workerName
	}
	editor, licence, err := s.editor()
	if err != nil {
		return authors{}, err
	}
	p.Policy = policy.Framing()
	css, err := s.style(theme.CSS(), "web/page/author.css")
	if err != nil {
		return authors{}, err
	}
	names := []string{"web/page/packed.js"}
	for _, name := range authorScripts {
		names = append(names, "web/page/author/"+name+".js")
	}
	texts, err := s.authorsData()
	if err != nil {
		return authors{}, err
	}
	script, err := s.concatenate("\n", texts, names...)
	if err != nil {
		return authors{}, err
	}
	stories, cases, err := s.stories()
	if err != nil {
		return authors{}, err
	}
	shown := struct {
		*page
		Stories, Files, Editor string
	}{page: p, Editor: editor.name}
	files := []*file{hashed("author.css", css), hashed("author.js", script)}
	p.Style, p.Script = files[0].name, files[1].name
	for to, list := range map[*string]any{&shown.Stories: stories, &shown.Files: packed} {
		data, err := json.Marshal(list)
		if err != nil {
			return authors{}, err
		}
		*to = string(data)
	}
	t, err := template.ParseFiles(filepath.Join(s.root, "web", "page", authorName))
	if err != nil {
		return authors{}, err
	}
	var b bytes.Buffer
	if err := t.Option("missingkey=error").Execute(&b, shown); err != nil {
		return authors{}, err
	}
	files = append(files, &file{name: authorName, data: b.Bytes()}, editor, of.checker, of.engine)
	return authors{kept: append(files, cases...), others: []*file{licence}}, nil
}

// editor makes the files of the text editor, which the page fetches when it shows the
// text.
func (s *site) editor() (code, licence *file, err error) {
	data, err := s.concatenate("\n", "", "web/codemirror/codemirror.js")
	if err != nil {
		return nil, nil, err
	}
	words, err := s.concatenate("\n", "", "web/codemirror/codemirror-licence.txt")
	return hashed("author-codemirror.js", data), &file{name: "author-codemirror-licence.txt", data: words}, err
}

// wordsForAuthors is the beginning of the keys under which the programs' catalogue has
// what the author's page says of kinds of puzzle: a kind's words stand together.
const wordsForAuthors = "author."

// authorsData makes the beginning of the page's script: what the page says, in every
// language, by key, and the fields of puzzles.
func (s *site) authorsData() (string, error) {
	all := map[string]map[string]string{}
	for _, lang := range words.Languages() {
		texts, shared := map[string]string{}, map[string]string{}
		if err := s.loadTexts(filepath.Join("web", "page", "author", "words", lang+".json"), &texts); err != nil {
			return "", err
		}
		if err := s.loadTexts(filepath.Join("assets", "words", lang+".json"), &shared); err != nil {
			return "", err
		}
		for key, text := range shared {
			if key, isTheirs := strings.CutPrefix(key, wordsForAuthors); isTheirs {
				texts[key] = text
			}
		}
		all[lang] = texts
	}
	said, err := json.Marshal(all)
	if err != nil {
		return "", err
	}
	fields, err := json.Marshal(authoring.PuzzleFields())
	return fmt.Sprintf("window.authorWords = %s;\nwindow.authorPuzzleFields = %s;\n", said, fields), err
}

// authorsChecker makes the worker in which the author's checker runs, and its program.
func (s *site) authorsChecker(program []byte) (worker, engine *file, err error) {
	goroot, err := goRoot()
	if err != nil {
		return nil, nil, err
	}
	script, err := s.concatenate("\n", "", filepath.Join(goroot, "lib", "wasm", "wasm_exec.js"), "web/page/author/worker.js")
	if err != nil {
		return nil, nil, err
	}
	return hashed("author-worker.js", script), hashed("author.wasm", program), nil
}

// checkersProgram builds the author's checker. It is kept between quick builds as the
// other programs are.
func (s *site) checkersProgram() ([]byte, error) {
	folder, id := filepath.Join(s.root, "build", "programs", strings.ReplaceAll(path.Clean(s.checker), "/", "-")), ""
	if !s.quick {
		var err error
		if folder, err = os.MkdirTemp("", "site-"); err != nil {
			return nil, err
		}
		defer os.RemoveAll(folder)
		id = " -buildid="
	}
	out, err := filepath.Abs(filepath.Join(folder, "author.wasm"))
	if err != nil {
		return nil, err
	}
	command := exec.Command("go", "build", "-trimpath", "-buildvcs=false", "-ldflags=-s -w"+id, "-o", out, s.checker)
	command.Dir = s.root
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "GOFLAGS=", "CGO_ENABLED=0")
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return nil, fmt.Errorf("the checker of the author's page doesn't build for the browser: %w", err)
	}
	return os.ReadFile(out)
}

// stories lists the cases that an author may begin with, the smallest first, with
// the files that have their texts.
func (s *site) stories() ([]story, []*file, error) {
	var all []story
	var files []*file
	add := func(id, name, what string) error {
		data, err := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(name)))
		if err != nil {
			return err
		}
		head := struct{ Title string }{"The Lost Cat"}
		if compiled, err := os.ReadFile(filepath.Join(s.root, filepath.FromSlash(filepath.Dir(name)), "case.json")); err == nil {
			c, err := casefile.LoadCompiled(compiled)
			if err != nil {
				return err
			}
			head.Title = c.Title
		}
		if data, err = withPictures(filepath.Join(s.root, filepath.FromSlash(name)), data); err != nil {
			return err
		}
		f := hashed("author-"+id+".yaml", data)
		files = append(files, f)
		all = append(all, story{Title: head.Title, What: what, File: f.name})
		return nil
	}
	if err := add("lost-cat", "quiz/casefile/testdata/lost-cat.yaml", "smallest"); err != nil {
		return nil, nil, err
	}
	ids := assets.Cases()
	sort.Strings(ids)
	for _, id := range ids {
		if err := add(id, "assets/cases/"+id+"/case.yaml", "shelf"); err != nil {
			return nil, nil, err
		}
	}
	return all, files, nil
}

// withPictures returns a case's text with the pictures beside it in itself: an author's
// browser has nothing beside.
func withPictures(name string, data []byte) ([]byte, error) {
	beside, err := os.ReadDir(filepath.Dir(name))
	if err != nil {
		return nil, err
	}
	if !slices.ContainsFunc(beside, func(e os.DirEntry) bool { return casefile.IsPictureName(e.Name()) }) {
		return data, nil
	}
	r := authoring.Read(name, data, authoring.Beside(name))
	if r.Case == nil {
		return nil, r.Errors
	}
	if len(r.Case.Pictures) == 0 {
		return data, nil
	}
	files, err := json.Marshal(r.Case.Pictures)
	if err != nil {
		return nil, err
	}
	return edit.Apply(data, edit.Op{Do: edit.Set, Path: edit.Path{"pictures"}, Value: files})
}
