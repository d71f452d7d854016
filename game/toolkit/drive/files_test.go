package drive_test

import (
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A tray takes files on either half, and on neither beside them.
type tray struct {
	dialog bool
	got    []string
}

func (p *tray) half(id string) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Region, Name: id, Style: ui.Style{Grow: 1},
		TakeFiles: func(f ui.Files) ui.Msg { return id + " " + f.List[0].Name },
		Children:  []*ui.Node{{ID: id + ".text", Role: ui.Paragraph, Text: ui.Plain("Here")}},
	}
}

func (p *tray) View(ui.Viewport) *ui.Node {
	root := &ui.Node{ID: "screen", Role: ui.Main, Name: "Tray", Children: []*ui.Node{
		p.half("upper"), p.half("lower"),
		{ID: "beside", Role: ui.Paragraph, Text: ui.Plain("Nothing"), Style: ui.Style{Height: 100}},
	}}
	if p.dialog {
		root.Children = append(root.Children, &ui.Node{ID: "dialog", Role: ui.Dialog, Name: "Dialog", Style: ui.Style{Width: 200, Height: 100}})
	}
	return root
}

func (p *tray) Update(msg ui.Msg)                { p.got = append(p.got, msg.(string)) }
func (p *tray) Presentation() drive.Presentation { return drive.Presentation{} }
func (p *tray) Poll() bool                       { return false }

func TestFilesGoToTheNodeTheyWereDroppedOn(t *testing.T) {
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	p := &tray{}
	d := drive.New(p, faces)
	recorded := 0
	d.Record = func(drive.Event) { recorded++ }
	d.Handle(drive.Event{Kind: drive.Resize, Width: 400, Height: 500})
	d.Refresh()
	drop := func(name string, x, y float64, node string) string {
		p.got = nil
		d.Handle(drive.Event{Kind: drive.TakeFiles, X: x, Y: y, Node: node, Files: ui.Files{List: []ui.File{{Name: name}}}})
		d.Refresh()
		if len(p.got) == 0 {
			return ""
		}
		return p.got[0]
	}
	for _, test := range []struct {
		x, y float64
		node string
		want string
	}{
		{100, 50, "", "upper a"},
		{100, 350, "", "lower a"},
		{100, 450, "", ""},
		{0, 0, "lower.text", "lower a"},
		{0, 0, "beside", ""},
		{0, 0, "gone", ""},
	} {
		if got := drop("a", test.x, test.y, test.node); got != test.want {
			t.Errorf("dropped at %v, %v on %q: %q, want %q", test.x, test.y, test.node, got, test.want)
		}
	}
	p.dialog = true
	d.Invalidate()
	d.Refresh()
	if got := drop("a", 100, 50, ""); got != "" {
		t.Errorf("beside an open dialog the drop is taken: %q", got)
	}
	if got := drop("a", 0, 0, "upper"); got != "" {
		t.Errorf("beside an open dialog of the plain page the drop is taken: %q", got)
	}
	if recorded != 1 {
		t.Errorf("%d events are recorded, want the one that isn't a drop", recorded)
	}
}
