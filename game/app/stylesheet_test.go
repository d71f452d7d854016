package app_test

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// generic finds in a style sheet what the mirror says of any node: a class, a look,
// a word for paper or for type.
var generic = regexp.MustCompile(`\.(is-[\w-]+)|\[data-(look|print|type)([~^$]?)=([\w-]+)\]`)

// A rule in the style sheets of the plain page and of paper that fits no node on
// any screen is left over from one that is gone, and a class without a rule says
// nothing.
func TestEveryRuleOfTheStyleSheetsIsUsed(t *testing.T) {
	said := map[string]bool{}
	note := func(e *mirror.Element) {
		var walk func(e *mirror.Element)
		walk = func(e *mirror.Element) {
			if e == nil {
				return
			}
			for name, value := range e.Attributes {
				said["["+name+"]"] = true
				switch name {
				case "class", "data-look", "data-print", "data-type":
					for _, word := range strings.Fields(value) {
						said[name+" "+word] = true
					}
				}
			}
			for _, child := range e.Children {
				walk(child)
			}
		}
		walk(e)
	}
	w := newTour(t)
	look := func() {
		for _, vp := range []ui.Viewport{narrow, broad} {
			layout := screentest.Layouter().Lay(w.m.View(vp), vp, nil)
			note(mirror.From(layout))
			note(mirror.Page(layout))
		}
	}
	w.visit = func(name string) {
		look()
		if name == "beat" { // where everything that was ever published can be read
			for _, source := range setOf(t).Case().Sources {
				w.m.Update(app.OpenSource{Source: source.ID})
				look()
			}
			w.m.Update(app.CloseDialog{})
		}
	}
	w.walk()

	used := func(name, operator, word string) bool {
		switch operator {
		case "^", "$":
			for _, s := range slices.Sorted(maps.Keys(said)) {
				if value, ok := strings.CutPrefix(s, name+" "); ok && (operator == "^" && strings.HasPrefix(value, word) || operator == "$" && strings.HasSuffix(value, word)) {
					return true
				}
			}
			return false
		}
		return said[name+" "+word]
	}
	ruled := map[string]bool{}
	for _, name := range []string{"plain.css", "print.css"} {
		data, err := os.ReadFile(filepath.Join("..", "..", "web", "page", name))
		if err != nil {
			t.Fatal(err)
		}
		css := regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(data), "")
		for _, m := range generic.FindAllStringSubmatch(css, -1) {
			ruled[m[1]] = true
			switch {
			case m[1] != "" && !said["class "+m[1]]:
				t.Errorf("%s has a rule for the class %s, which no node has", name, m[1])
			case m[2] != "" && !used("data-"+m[2], m[3], m[4]):
				t.Errorf("%s has a rule for %s, which no node has", name, m[0])
			}
		}
	}
	for _, s := range slices.Sorted(maps.Keys(said)) {
		if class, ok := strings.CutPrefix(s, "class "); ok && strings.HasPrefix(class, "is-") && !ruled[class] {
			t.Errorf("no style sheet has a rule for the class %s, which a node has", class)
		}
	}
}
