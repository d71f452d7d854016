package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/mirror"
)

var (
	cssComment = regexp.MustCompile(`(?s)/\*.*?\*/`)
	cssBody    = regexp.MustCompile(`\{[^{}]*\}`)
	// Attributes that hold the ID of a node or the name of a screen.
	cssNamed = regexp.MustCompile(`\[data-(?:node|box|paper|apart|screen)\s*[~|^$*]?=[^\]]*\]`)
	cssID    = regexp.MustCompile(`#([A-Za-z][\w-]*)`)
	cssClass = regexp.MustCompile(`\.(-?[A-Za-z_][\w-]*)`)
)

// selectors returns all of a style sheet that isn't a comment or a declaration.
func selectors(css string) string {
	css = cssComment.ReplaceAllString(css, "")
	return cssBody.ReplaceAllString(css, " ; ")
}

// namesOfScreens lists the selectors that belong to one screen of the game: an
// attribute with a node's or a screen's name, an ID that isn't on the page, or a
// class that neither the page nor the mirror has.
func namesOfScreens(css, page string) []string {
	var wrong []string
	text := selectors(css)
	wrong = append(wrong, cssNamed.FindAllString(text, -1)...)
	text = cssNamed.ReplaceAllString(text, "")
	for _, m := range cssID.FindAllStringSubmatch(text, -1) {
		if m[1] != "mirror" && !strings.Contains(page, `id="`+m[1]+`"`) {
			wrong = append(wrong, m[0])
		}
	}
	classes := map[string]bool{"unseen": true}
	for _, m := range regexp.MustCompile(`class="([^"]*)"`).FindAllStringSubmatch(page, -1) {
		for _, class := range strings.Fields(m[1]) {
			classes[class] = true
		}
	}
	for _, m := range cssClass.FindAllStringSubmatch(text, -1) {
		if !classes[m[1]] && !strings.HasPrefix(m[1], "is-") {
			wrong = append(wrong, m[0])
		}
	}
	return wrong
}

func TestNoStyleSheetNamesAScreen(t *testing.T) {
	folder := filepath.Join("..", "..", "page")
	var page []byte
	for _, name := range []string{"index.html", "loading.html", "teacher.html"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		page = append(page, data...)
	}
	sheets := map[string]string{"theme.CSS": theme.CSS(), "mirror.CSS": mirror.CSS()}
	for _, name := range []string{"page.css", "plain.css", "print.css"} {
		data, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		sheets[name] = string(data)
	}
	for name, css := range sheets {
		for _, wrong := range namesOfScreens(css, string(page)) {
			t.Errorf("%s has %s, which belongs to one screen; say on the node what it needs, in the Page and Print of its Style", name, wrong)
		}
	}
}

func TestNamesOfScreensAreFound(t *testing.T) {
	page := `<div id="page" class="top label">`
	for css, want := range map[string]string{
		`[data-view=plain] [data-node=cards] { color: red }`:             "[data-node=cards]",
		`@media print { [data-screen="screen.debrief"] h2 { margin: 0 }`: `[data-screen="screen.debrief"]`,
		`[data-box$=".head"] { top: 0 }`:                                 `[data-box$=".head"]`,
		`[data-paper^="legend."] svg { height: 1px }`:                    `[data-paper^="legend."]`,
		`#debrief p { color: #fff }`:                                     "#debrief",
		`.belief, .label { color: red }`:                                 ".belief",
		`/* .belief [data-node=cards] */ #page .label, #mirror .is-row > [data-node], [data-screen] [data-look=card] { margin: .5em; color: #fffaf0 }`: "",
	} {
		if got := strings.Join(namesOfScreens(css, page), " "); got != want {
			t.Errorf("in %s it finds %q, want %q", css, got, want)
		}
	}
}

func TestCustomMediaQueriesAreReplaced(t *testing.T) {
	s := &site{root: t.TempDir()}
	write := func(css string) {
		if err := os.WriteFile(filepath.Join(s.root, "a.css"), []byte(css), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("@media (--wide) and (hover: hover) { a { color: var(--ink) } }")
	got, err := s.style("", "a.css")
	if err != nil || !strings.Contains(string(got), "@media (min-width: 60rem) and (hover: hover)") || !strings.Contains(string(got), "var(--ink)") {
		t.Errorf("replaced: %s, %v", got, err)
	}
	write("@media (--tall) { a { color: red } }")
	if _, err := s.style("", "a.css"); err == nil || !strings.Contains(err.Error(), "(--tall)") {
		t.Errorf("an unknown query gives the error %v, want one that names it", err)
	}
}

// What the program generates for the style sheets is read by one of them, or by a script.
// A colour is also what its drawings in the page name.
func TestEveryTokenIsRead(t *testing.T) {
	var read strings.Builder
	for _, pattern := range []string{"../../page/*.css", "../../lesson/*.css", "../../page/author/*.js"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(names), err)
		}
		for _, name := range names {
			text, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			read.Write(text)
		}
	}
	tokens := map[string]bool{}
	for _, m := range regexp.MustCompile(`(--[a-z0-9-]+):`).FindAllStringSubmatch(theme.CSS(), -1) {
		tokens[m[1]] = true
	}
	for _, c := range theme.Colors() {
		delete(tokens, "--"+theme.Tokens.Color(c))
	}
	for token := range tokens {
		if !strings.Contains(read.String(), "var("+token+")") {
			t.Errorf("game/theme writes %s, which nothing reads", token)
		}
	}
	if len(tokens) < 20 {
		t.Errorf("%d tokens", len(tokens))
	}
}
