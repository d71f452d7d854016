package preview

import (
	"context"
	_ "embed"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"sync"
	"time"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/outline"
)

// Page is the name of the author's page.
const Page = "preview.html"

// The addresses of the preview, beside those of the site.
const (
	caseAddress  = "/preview.json"
	stateAddress = "/preview-state"
)

//go:embed page.html
var page []byte

//go:embed page.js
var script []byte

//go:embed page.css
var style []byte

// policy is the page's content security policy: all is its own, and it frames the game.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'"

// How often the file is looked at, and how long a request waits for a change.
const (
	lookEvery = 250 * time.Millisecond
	waitFor   = 20 * time.Second
)

// A Preview serves one case with the game. It is safe for concurrent use.
type Preview struct {
	file string
	site http.Handler

	mu       sync.Mutex
	seen     stamp
	state    State
	compiled []byte // the last version without errors; nil if there was none
}

// A stamp tells whether a case has changed: its file or a picture beside it.
type stamp struct {
	modified time.Time // the last of them
	size     int64     // of all
	pictures int
	absent   bool
}

// State is what the page is told of the current version of the case.
type State struct {
	Version  int    `json:"version"` // counts the versions that were read, from 1
	File     string `json:"file"`
	OK       bool   `json:"ok"`       // there are no errors: the case can be played
	Playable bool   `json:"playable"` // this or an earlier version can
	Title    string `json:"title"`
	Errors   []Line `json:"errors"`
	Warnings []Line `json:"warnings"`
	Outline  string `json:"outline"`  // what the case asks; empty if there are errors
	Inferred int    `json:"inferred"` // how many values were left out and filled in
}

// A Line is a problem at its place.
type Line struct {
	Place   string `json:"place"` // line and column, or the path
	Code    string `json:"code"`
	Message string `json:"message"`
	Next    string `json:"next"`
	Excerpt string `json:"excerpt"`
}

// New returns the preview of a case file, to be served with the handler of the site.
func New(file string, site http.Handler) (*Preview, error) {
	whole, err := filepath.Abs(file)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(whole); err != nil || info.IsDir() {
		return nil, fmt.Errorf("there is no case file %s; make one with: go run ./quiz/cmd/case new FOLDER", file)
	}
	p := &Preview{file: whole, site: site}
	p.Look()
	return p, nil
}

// Look reads the file again if it has changed, and returns the state.
func (p *Preview) Look() State {
	p.mu.Lock()
	defer p.mu.Unlock()
	now := stampOf(p.file)
	if p.state.Version > 0 && now == p.seen {
		return p.state
	}
	p.seen = now
	p.read()
	return p.state
}

// stampOf looks at a case file, and at the pictures that may be beside it.
func stampOf(file string) stamp {
	info, err := os.Stat(file)
	if err != nil {
		return stamp{absent: true}
	}
	now := stamp{modified: info.ModTime(), size: info.Size()}
	beside, err := os.ReadDir(filepath.Dir(file))
	if err != nil {
		return now
	}
	for _, entry := range beside {
		if !casefile.IsPictureName(entry.Name()) {
			continue
		}
		if info, err := entry.Info(); err == nil {
			now.pictures++
			now.size += info.Size()
			if info.ModTime().After(now.modified) {
				now.modified = info.ModTime()
			}
		}
	}
	return now
}

// read reads and checks the file.
func (p *Preview) read() {
	next := State{Version: p.state.Version + 1, File: p.file, Errors: []Line{}, Warnings: []Line{}}
	defer func() {
		next.Playable = p.compiled != nil
		p.state = next
	}()
	data, err := readUpTo(p.file, casefile.MaxBytes)
	if err != nil {
		next.Errors = append(next.Errors, Line{Place: p.file, Code: "unreadable", Message: err.Error(), Next: "save it again"})
		return
	}
	r := authoring.Read(p.file, data, authoring.Beside(p.file))
	next.Errors, next.Warnings, next.Inferred = lines(r.Errors), lines(r.Warnings), len(r.Inferred)
	if r.Case == nil {
		return
	}
	next.Title = r.Case.Title
	if l, err := words.Load(words.Default); err == nil {
		o := outline.Of(r.Case)
		next.Outline = o.Text(l)
	}
	shown := *r.Case
	shown.ID = casefile.PreviewID
	compiled, err := authoring.JSON(&shown)
	if err != nil {
		next.Errors = append(next.Errors, Line{Code: "json", Message: err.Error()})
		return
	}
	next.OK, p.compiled = true, compiled
}

func readUpTo(name string, most int64) ([]byte, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return io.ReadAll(io.LimitReader(f, most+1))
}

func lines(problems casefile.Problems) []Line {
	out := make([]Line, len(problems))
	for i, p := range problems {
		place := p.Path
		if p.Line > 0 {
			place = fmt.Sprintf("%d:%d", p.Line, p.Column)
		}
		out[i] = Line{Place: place, Code: p.Code, Message: p.Message, Next: p.Next, Excerpt: p.Excerpt}
	}
	return out
}

// ServeHTTP serves the page, the case, and all else from the site.
func (p *Preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	send := func(kind string, data []byte) {
		w.Header().Set("Content-Type", kind)
		w.Header().Set("Content-Security-Policy", policy)
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-store")
		_, _ = w.Write(data) // whoever asked has gone
	}
	switch r.URL.Path {
	case "/" + Page:
		send("text/html; charset=utf-8", page)
	case "/preview.js":
		send("text/javascript; charset=utf-8", script)
	case "/preview.css":
		send("text/css; charset=utf-8", style)
	case caseAddress:
		p.mu.Lock()
		data := p.compiled
		p.mu.Unlock()
		if data == nil {
			http.Error(w, "The case has errors.", http.StatusNotFound)
			return
		}
		send("application/json", data)
	case stateAddress:
		after, err := strconv.Atoi(r.URL.Query().Get("after"))
		if err != nil {
			after = 0
		}
		data, err := json.Marshal(p.await(r.Context(), after))
		if err != nil {
			http.Error(w, err.Error(), http.StatusInternalServerError)
			return
		}
		send("application/json", data)
	default:
		p.site.ServeHTTP(w, r)
	}
}

// await returns the state as soon as its version is another one, or after a while.
func (p *Preview) await(ctx context.Context, after int) State {
	late, cancel := context.WithTimeout(ctx, waitFor)
	defer cancel()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		if s := p.Look(); s.Version != after {
			return s
		}
		select {
		case <-late.Done():
			return p.Look()
		case <-look.C:
		}
	}
}
