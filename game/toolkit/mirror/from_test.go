package mirror_test

import (
	"testing"

	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

func TestNothingToMirror(t *testing.T) {
	for name, layout := range map[string]*ui.Layout{
		"no layout":      nil,
		"no root":        {},
		"a silent root":  lay(&ui.Node{ID: "r", Role: ui.Main, Decorative: true}),
		"an unheard box": lay(&ui.Node{ID: "r"}),
	} {
		if e := mirror.From(layout); e != nil {
			t.Errorf("%s gives %q", name, mirror.Dump(e))
		}
	}
	if text := mirror.Dump(nil); text != "" {
		t.Errorf("nothing is dumped as %q", text)
	}
}

func TestEveryKeyIsUnique(t *testing.T) {
	seen := map[string]bool{}
	var walk func(*mirror.Element)
	walk = func(e *mirror.Element) {
		if seen[e.Key] {
			t.Errorf("two elements have the key %q", e.Key)
		}
		seen[e.Key] = true
		for _, child := range e.Children {
			walk(child)
		}
	}
	walk(mirror.From(lay(sampleWithDialog())))
}

func TestABareRootIsMain(t *testing.T) {
	e := mirror.From(lay(&ui.Node{ID: "r", Children: []*ui.Node{
		{ID: "a", Role: ui.Paragraph, Text: ui.Plain("one")},
		{ID: "b", Role: ui.Paragraph, Text: ui.Plain("two")},
	}}))
	if want := "main\n  paragraph \"one\"\n  paragraph \"two\"\n"; mirror.Dump(e) != want {
		t.Errorf("dump is\n%swant\n%s", mirror.Dump(e), want)
	}
}

func TestBoxesAreRelativeToTheElementAround(t *testing.T) {
	layout := lay(sample())
	layout.Root.X, layout.Root.Y = 5, 7
	e := mirror.From(layout)
	absolute := map[string]mirror.Box{}
	var walk func(e *mirror.Element, x, y float64)
	walk = func(e *mirror.Element, x, y float64) {
		box := e.Box
		box.X, box.Y = x+box.X, y+box.Y
		absolute[e.Key] = box
		for _, child := range e.Children {
			walk(child, box.X, box.Y)
		}
	}
	walk(e, 0, 0)
	var check func(p *ui.Box)
	check = func(p *ui.Box) {
		if box, ok := absolute[p.Node.ID]; ok && p.Node.ID != "" {
			if want := (mirror.Box{X: p.X, Y: p.Y, W: p.W, H: p.H}); box != want {
				t.Errorf("%s lies at %v, want %v", p.Node.ID, box, want)
			}
		}
		for _, child := range p.Children {
			check(child)
		}
	}
	check(layout.Root)
}

func TestOnlyTheTopmostDialogTakesInput(t *testing.T) {
	root := sampleWithDialog()
	root.Children = append(root.Children, &ui.Node{ID: "second", Role: ui.Dialog, Name: "Sure?", Children: []*ui.Node{
		{ID: "second.ok", Role: ui.Button, Text: ui.Plain("Yes")},
	}})
	want := "main [lang en]\n  dialog \"Sure?\"\n    button \"Yes\"\n"
	if got := mirror.Dump(mirror.From(lay(root))); got != want {
		t.Errorf("dump is\n%swant\n%s", got, want)
	}
}

func TestATogglesStateIsHeardBothWays(t *testing.T) {
	for _, on := range []bool{true, false} {
		screen := &ui.Node{ID: "s", Role: ui.Main, Children: []*ui.Node{
			{ID: "b", Role: ui.Button, Name: "Sounds", Toggle: true, Checked: on, Do: 1},
			{ID: "plain", Role: ui.Button, Name: "Menu", Do: 1},
		}}
		e := mirror.From(lay(screen))
		if got, want := e.Find("b").Attributes["aria-pressed"], map[bool]string{true: "true", false: "false"}[on]; got != want {
			t.Errorf("aria-pressed is %q, want %q", got, want)
		}
		if got, ok := e.Find("plain").Attributes["aria-pressed"]; ok {
			t.Errorf("a button that isn't a toggle has aria-pressed=%q", got)
		}
	}
}

func TestAChoiceIsHeardOnce(t *testing.T) {
	screen := &ui.Node{ID: "s", Role: ui.Main, Children: []*ui.Node{
		{ID: "how", Role: ui.RadioGroup, Name: "How sure?", Children: []*ui.Node{
			{ID: "guess", Role: ui.Radio, Do: 1, Children: []*ui.Node{
				{ID: "guess.word", Text: ui.Plain("Guess")},
				{ID: "guess.marks", Text: ui.Plain("+1 · 0")},
			}},
			{ID: "sure", Role: ui.Radio, Name: "Sure, 2 marks", Text: ui.Plain("Sure"), Do: 1},
		}},
	}}
	over := mirror.From(lay(screen))
	for node, want := range map[string]string{"guess": "Guess +1 · 0", "sure": "Sure, 2 marks"} {
		if got := over.Find(node).Attributes["aria-label"]; got != want {
			t.Errorf("over the canvas %s is called %q, want %q", node, got, want)
		}
		for _, child := range over.Find(node + "/label").Children {
			if child.Key != node && child.Attributes["aria-hidden"] != "true" {
				t.Errorf("%s is read beside the input that it names", child.Key)
			}
		}
	}
	page := mirror.Page(lay(screen))
	for _, child := range page.Find("guess/label").Children {
		if child.Attributes["aria-hidden"] == "true" {
			t.Errorf("in the plain page the label of a choice is kept from readers: %s", child.Key)
		}
	}
	if legend := over.Find("how/legend"); legend != nil {
		t.Error("a group whose name stands near it has a legend to be read too")
	}
}

func TestAListIsNotNamedAsTheHeadingAboveIt(t *testing.T) {
	list := func(id, name string) *ui.Node {
		return &ui.Node{ID: id, Role: ui.List, Name: name, Children: []*ui.Node{{ID: id + ".1", Role: ui.ListItem, Text: ui.Plain("one")}}}
	}
	e := mirror.From(lay(&ui.Node{ID: "s", Role: ui.Main, Children: []*ui.Node{
		{ID: "h", Role: ui.Heading, Level: 2, Text: ui.Plain("Who is in it")},
		list("people", "Who is in it"),
		list("others", "Who else"),
	}}))
	for id, want := range map[string]string{"people": "", "others": "Who else"} {
		if got := e.Find(id).Attributes["aria-label"]; got != want {
			t.Errorf("%s is called %q, want %q", id, got, want)
		}
	}
}
