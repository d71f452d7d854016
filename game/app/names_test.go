package app_test

import (
	"fmt"
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A person's name in a heading isn't torn in two by the end of a line, unless the
// heading would have to run over one line more.
func TestHeadingsKeepNamesWhole(t *testing.T) { onEveryScreen(t) }

func headingsKeepNamesWhole(t *testing.T) screenCheck {
	t.Helper()
	names := map[string]bool{}
	for _, p := range setOf(t).Case().People {
		if strings.Contains(p.Name, " ") {
			names[p.Name] = true
		}
	}
	faces := theme.Faces()
	layouter := ui.NewLayouter(faces)
	wrapped, torn := map[string]bool{}, map[string]bool{}
	look := func(_ *faults, name string, m *app.Model) {
		for _, vp := range []ui.Viewport{narrow, broad, {Width: 768, Height: 1024, Text: 1}, {Width: 1920, Height: 1080, Text: 1}} {
			var look func(p *ui.Box)
			look = func(p *ui.Box) {
				if p.Node.Role == ui.Heading && len(p.Lines) > 1 {
					where := fmt.Sprintf("%g pixels wide, %s: %q", vp.Width, name, said(p))
					for n := range names {
						if strings.Contains(strings.Join(said(p), " "), n) {
							wrapped[where] = true
							if !strings.Contains(strings.Join(said(p), "|"), n) && linesWhole(layouter, p, n) == len(p.Lines) {
								torn[where] = true
							}
						}
					}
				}
				for _, c := range p.Children {
					look(c)
				}
			}
			look(layouter.Lay(m.View(vp), vp, nil).Root)
		}
	}
	return screenCheck{"TestHeadingsKeepNamesWhole", look, func(t *testing.T) {
		if len(wrapped) == 0 {
			t.Fatal("no heading with a name runs over more than a line")
		}
		for where := range torn {
			t.Errorf("a name is torn: %s", where)
		}
		t.Logf("%d headings with a name run over more than one line", len(wrapped))
	}}
}

// linesWhole is how many lines a text takes where no line ends within a name.
func linesWhole(layouter *ui.Layouter, p *ui.Box, name string) int {
	n := *p.Node
	n.Text, n.Style.MaxWidth, n.Style.Width = nil, 0, 0
	for _, s := range p.Node.Text {
		s.Text = strings.ReplaceAll(s.Text, name, strings.ReplaceAll(name, " ", "\u00a0"))
		n.Text = append(n.Text, s)
	}
	root := &ui.Node{ID: "alone", Role: ui.Main, Children: []*ui.Node{&n}}
	return len(layouter.Lay(root, ui.Viewport{Width: p.W, Height: 2000, Text: 1}, nil).Find(n.ID).Lines)
}

// said are the lines of a text as they stand.
func said(p *ui.Box) []string {
	var lines []string
	for _, l := range p.Lines {
		line := ""
		for _, r := range l.Runs {
			line += r.Text
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	return lines
}
