package mirror_test

import (
	"flag"
	"fmt"
	"html"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

var update = flag.Bool("update", false, "write the golden files anew; look at the difference before committing it")

// compare compares text with a golden file.
func compare(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; if the change is meant, run go test with -update and look at it\n%s", path, got)
	}
}

// lay lays a tree out in the simplest way: every node 10 pixels to the right of
// and 20 below the one before, so that all positions differ.
func lay(root *ui.Node) *ui.Layout {
	n := 0.0
	var place func(*ui.Node) *ui.Box
	place = func(node *ui.Node) *ui.Box {
		p := &ui.Box{Node: node, X: 10 * n, Y: 20 * n, W: 300 - n, H: 40 + n}
		n++
		for _, child := range node.Children {
			p.Children = append(p.Children, place(child))
		}
		return p
	}
	return &ui.Layout{Root: place(root), Measurer: faces}
}

// sample is a screen with every role, state and kind of text.
func sample() *ui.Node {
	return &ui.Node{ID: "desk", Role: ui.Main, Lang: "en", Children: []*ui.Node{
		{ID: "top", Role: ui.Header, Children: []*ui.Node{
			{ID: "cord", Decorative: true, Children: []*ui.Node{{ID: "bead", Role: ui.Button, Text: ui.Plain("never heard")}}},
			{ID: "steps", Role: ui.List, Name: "Where you are", Children: []*ui.Node{
				{ID: "step1", Role: ui.ListItem, Text: ui.Plain("Monday")},
				{ID: "step2", Role: ui.ListItem, Text: ui.Plain("Tuesday"), Current: true},
			}},
		}},
		{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("Tuesday 15 September 2015")},
		{Children: []*ui.Node{
			{ID: "card", Role: ui.Article, Name: "Statement", Style: ui.Style{Look: ui.Card}, Children: []*ui.Node{
				{ID: "card.title", Role: ui.Heading, Level: 2, Text: ui.Plain("The Kremlin: there was no call")},
				{ID: "card.text", Role: ui.Paragraph, Text: []ui.Span{
					{Text: "He says: "},
					{Text: "“There was no conversation.”", Marked: true},
					{Text: " In Russian: "},
					{Text: "«разговора не было»", Strong: true, Lang: "ru"},
				}},
				{Text: ui.Plain("one side of the call")},
			}},
		}},
		{ID: "scroller", Style: ui.Style{Scroll: true}, Children: []*ui.Node{
			{ID: "more", Role: ui.Button, Text: ui.Plain("More"), Expands: ui.Collapsed},
			{ID: "less", Role: ui.Button, Text: ui.Plain("Less"), Expands: ui.Open},
		}},
		{ID: "ask", Role: ui.Region, Name: "The claim", Children: []*ui.Node{
			{ID: "stamps", Role: ui.RadioGroup, Name: "What does the evidence support?", Children: []*ui.Node{
				{ID: "real", Role: ui.Radio, Text: ui.Plain("Real")},
				{ID: "denied", Role: ui.Radio, Text: ui.Plain("Denied"), Checked: true},
				{ID: "sure", Role: ui.Radio, Name: "Certain, 3 points or minus 6", Disabled: true, Children: []*ui.Node{
					{Text: ui.Plain("Certain")},
					{Text: ui.Plain("+3 · −6")},
				}},
			}},
			{ID: "clues", Role: ui.CheckGroup, Text: ui.Plain("Mark the clues"), Children: []*ui.Node{
				{ID: "clue1", Role: ui.Checkbox, Text: ui.Plain("today"), Checked: true},
				{ID: "clue2", Role: ui.Checkbox, Text: ui.Plain("last week"), Lang: "en-GB"},
			}},
			{ID: "dial", Role: ui.Image, Name: "You lean towards believing"},
			{ID: "ornament", Role: ui.Image},
			{ID: "table", Role: ui.Paragraph, VisuallyHidden: true, Text: ui.Plain("3 of 4 believed")},
		}},
		{ID: "card3", Role: ui.Region, Name: "Singer posts thanks, 2 of 5", Children: []*ui.Node{
			{ID: "card3.earlier", Role: ui.Button, Name: "Earlier: Singer posts thanks", Text: ui.Plain("Earlier"), Disabled: true},
			{ID: "card3.text", Role: ui.Paragraph, Name: "Mark 0.8 of 1", Text: ui.Plain("0.8/1")},
		}},
		{ID: "bottom", Role: ui.Footer, Children: []*ui.Node{
			{ID: "stamp", Role: ui.Button, Style: ui.Style{Look: ui.PrimaryButton}, Checked: true, Children: []*ui.Node{
				{Text: ui.Plain("Stamp it")},
				{Text: ui.Plain("no way back")},
			}},
			{ID: "source", Role: ui.Link, Href: "https://example.org/a?b=1&c=2", Text: ui.Plain("The source")},
			{ID: "status", Role: ui.Status, Text: ui.Plain("Saved")},
			{ID: "said", Role: ui.Status, VisuallyHidden: true, Text: ui.Plain("only heard")},
		}},
	}}
}

// sampleWithDialog is the same screen with a dialog over it.
func sampleWithDialog() *ui.Node {
	root := sample()
	root.Children = append(root.Children, &ui.Node{ID: "over", Children: []*ui.Node{
		{ID: "again", Role: ui.Dialog, Name: "Start over?", Children: []*ui.Node{
			{ID: "again.title", Role: ui.Heading, Level: 2, Text: ui.Plain("Start over?")},
			{ID: "again.yes", Role: ui.Button, Text: ui.Plain("Start over")},
			{ID: "again.no", Role: ui.Button, Text: ui.Plain("Keep playing")},
		}},
	}})
	return root
}

// markup writes elements as HTML, one tag a line, with their boxes.
func markup(e *mirror.Element, depth int) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s<%s", strings.Repeat("  ", depth), e.Tag)
	for _, name := range slices.Sorted(maps.Keys(e.Attributes)) {
		fmt.Fprintf(&b, " %s=%q", name, html.EscapeString(e.Attributes[name]))
	}
	fmt.Fprintf(&b, ">%s <!-- %s %v -->\n", html.EscapeString(said(e.Text)), e.Key, e.Box)
	for _, child := range e.Children {
		b.WriteString(markup(child, depth+1))
	}
	return b.String()
}

func said(spans []ui.Span) string {
	words := ""
	for _, span := range spans {
		words += span.Text
	}
	return words
}

func TestGoldenMarkup(t *testing.T) {
	compare(t, "sample.html", markup(mirror.From(lay(sample())), 0))
	compare(t, "dialog.html", markup(mirror.From(lay(sampleWithDialog())), 0))
}

func TestGoldenDump(t *testing.T) {
	compare(t, "sample.txt", mirror.Dump(mirror.From(lay(sample()))))
	compare(t, "dialog.txt", mirror.Dump(mirror.From(lay(sampleWithDialog()))))
}
