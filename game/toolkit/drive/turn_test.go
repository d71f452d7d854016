package drive_test

import (
	"slices"
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A deck has pages, some of which are higher than the window.
type deck struct {
	tall, asks bool
	stage      drive.Stage
	sent       []ui.Msg
}

func (d *deck) View(ui.Viewport) *ui.Node {
	root := &ui.Node{
		ID: "page", Role: ui.Main, Turn: &ui.Turn{On: "on", Back: "back"},
		Children: []*ui.Node{
			{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("A page")},
			{ID: "button", Role: ui.Button, Do: "pressed", Text: ui.Plain("Press")},
			{ID: "body", Style: ui.Style{Scroll: true, Grow: 1}},
		},
	}
	if d.tall {
		root.Children[2].Children = []*ui.Node{{ID: "tall", Style: ui.Style{Height: 1000}}}
	}
	if d.asks {
		root.Children = append(root.Children, &ui.Node{ID: "dialog", Role: ui.Dialog, Name: "Sure?", Children: []*ui.Node{{ID: "yes", Role: ui.Button, Do: "yes", Text: ui.Plain("Yes")}}})
	}
	return root
}

func (d *deck) Update(m ui.Msg) { d.sent = append(d.sent, m) }
func (d *deck) Presentation() drive.Presentation {
	return drive.Presentation{Stage: d.stage, ReducedMotion: true}
}
func (d *deck) Poll() bool { return false }

func shown(t *testing.T, p *deck, w, h float64) *drive.Driver {
	t.Helper()
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	d := drive.New(p, faces)
	d.Handle(drive.Event{Kind: drive.Resize, Width: w, Height: h})
	d.Frame(0)
	return d
}

func TestPagesAreTurned(t *testing.T) {
	for _, tt := range []struct {
		name  string
		deck  deck
		focus string
		keys  []ui.Key
		want  []ui.Msg
	}{
		{"a presenter’s keys", deck{}, "title", []ui.Key{ui.PageDown, ui.PageUp}, []ui.Msg{"on", "back"}},
		{"arrows and space", deck{}, "title", []ui.Key{ui.Right, ui.Left, ui.Space}, []ui.Msg{"on", "back", "on"}},
		{"the plain page", deck{tall: true}, "title", []ui.Key{ui.TurnOn, ui.TurnBack}, []ui.Msg{"on", "back"}},
		{"space presses a button, and the others turn", deck{}, "button", []ui.Key{ui.Space, ui.PageDown, ui.Left}, []ui.Msg{"pressed", "on", "back"}},
		{"not behind a dialog", deck{asks: true}, "dialog", []ui.Key{ui.PageDown, ui.Right, ui.TurnOn, ui.PageUp}, nil},
		// 1000 pixels in a window of 400: three presses scroll to the end.
		{"scrolled to the end first", deck{tall: true}, "title", []ui.Key{ui.PageDown, ui.PageDown, ui.PageDown, ui.PageDown}, []ui.Msg{"on"}},
		{"and back to the top", deck{tall: true}, "title", []ui.Key{ui.PageDown, ui.PageUp, ui.PageUp}, []ui.Msg{"back"}},
	} {
		p := tt.deck
		d := shown(t, &p, 600, 400)
		d.Handle(drive.Event{Kind: drive.Focus, Node: tt.focus})
		for _, k := range tt.keys {
			d.Handle(drive.Event{Kind: drive.Key, Key: k})
			d.Frame(0)
		}
		if !slices.Equal(p.sent, tt.want) {
			t.Errorf("%s: %v was sent, want %v", tt.name, p.sent, tt.want)
		}
	}
}

func TestTextGrowsWithTheWindowOfAStage(t *testing.T) {
	stage := drive.Stage{Width: 500, Height: 400}
	for _, tt := range []struct {
		stage      drive.Stage
		w, h, want float64
	}{
		{drive.Stage{}, 1600, 1200, 1},
		{stage, 400, 800, 1},
		{stage, 1000, 400, 1},
		{stage, 1000, 800, 2},
		{stage, 1200, 1000, 2.4},
	} {
		d := shown(t, &deck{stage: tt.stage}, tt.w, tt.h)
		if got := d.Viewport().Text; got != tt.want {
			t.Errorf("the text of %v × %v on a stage of %v is %v, want %v", tt.w, tt.h, tt.stage, got, tt.want)
		}
		if got := d.PageText(); got != tt.want {
			t.Errorf("that of the plain page is %v, want %v", got, tt.want)
		}
	}
}
