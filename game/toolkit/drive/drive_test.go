package drive_test

import (
	"bytes"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A pad is a program with a tall screen, a link, and a list that can be sorted.
type pad struct {
	order  []string
	sent   []ui.Msg
	screen string
	show   drive.Presentation
	polled bool // the next Poll says that something has changed
	views  int
}

func (p *pad) View(ui.Viewport) *ui.Node {
	p.views++
	list := &ui.Node{ID: "list", Role: ui.List, Sort: &ui.Sortable{Move: func(from, to int) ui.Msg { return [2]int{from, to} }}}
	for _, id := range p.order {
		list.Children = append(list.Children, &ui.Node{ID: id, Role: ui.ListItem, Do: id, Text: ui.Plain(id), Style: ui.Style{Height: 50}})
	}
	return &ui.Node{ID: p.screen, Role: ui.Main, Children: []*ui.Node{
		{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain(p.screen)},
		{ID: "body", Style: ui.Style{Scroll: true, Grow: 1}, Children: []*ui.Node{
			list,
			{ID: "link", Role: ui.Link, Href: "https://example.org", Text: ui.Plain("Elsewhere")},
			{ID: "tall", Style: ui.Style{Height: 2000}},
			{ID: "low", Role: ui.Button, Do: "low", Shortcut: "l", Text: ui.Plain("Far down")},
		}},
	}}
}

func (p *pad) Update(m ui.Msg) {
	p.sent = append(p.sent, m)
	if move, ok := m.([2]int); ok {
		id := p.order[move[0]]
		p.order = slices.Insert(slices.Delete(p.order, move[0], move[0]+1), move[1], id)
	}
}

func (p *pad) Presentation() drive.Presentation {
	s := p.show
	p.show.Focus, p.show.Switch = "", ""
	return s
}

func (p *pad) Poll() bool {
	was := p.polled
	p.polled = false
	return was
}

func open(t *testing.T) (*pad, *drive.Driver) {
	t.Helper()
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	p := &pad{order: []string{"a", "b", "c"}, screen: "one"}
	d := drive.New(p, faces)
	d.Handle(drive.Event{Kind: drive.Press, Node: "a"}) // nothing is there yet
	if got := d.Frame(0); got != drive.NoChange || d.Layout() != nil {
		t.Fatalf("without a viewport there is a layout, and the change is %d", got)
	}
	d.Handle(drive.Event{Kind: drive.Resize, Width: 400, Height: 300})
	if got := d.Frame(0); got != drive.TreeChange || d.Focused() != "title" || d.TakeFocus() != "title" || d.TakeFocus() != "" {
		t.Fatalf("the first change is %d, with the focus on %q", got, d.Focused())
	}
	return p, d
}

func middle(d *drive.Driver, id string) (x, y float64) {
	q := d.Layout().Find(id)
	return q.X + q.W/2, q.Y + q.H/2
}

func TestHowMuchAnEventChanges(t *testing.T) {
	_, d := open(t)
	x, y := middle(d, "b")
	now := time.Second
	for _, tt := range []struct {
		what  string
		event drive.Event
		want  drive.Change
	}{
		{"nothing new", drive.Event{Kind: drive.Resize, Width: 400, Height: 300}, drive.NoChange},
		{"another size", drive.Event{Kind: drive.Resize, Width: 420, Height: 300}, drive.TreeChange},
		{"larger text", drive.Event{Kind: drive.Prefer, Text: 1.2}, drive.TreeChange},
		{"the mouse comes onto something", drive.Event{Kind: drive.Move, X: x, Y: y}, drive.PaintChange},
		{"and stays there", drive.Event{Kind: drive.Move, X: x + 1, Y: y}, drive.NoChange},
		{"the wheel", drive.Event{Kind: drive.Wheel, X: x, Y: y, Wheel: 30}, drive.LayoutChange},
		{"a key for nothing", drive.Event{Kind: drive.Key, Key: ui.Escape}, drive.NoChange},
		{"Tab", drive.Event{Kind: drive.Key, Key: ui.Tab}, drive.LayoutChange}, // back up to what it goes to
		{"a press by the page", drive.Event{Kind: drive.Press, Node: "a"}, drive.TreeChange},
		{"and of what isn't there", drive.Event{Kind: drive.Press, Node: "z"}, drive.NoChange},
		{"the focus goes out of the page", drive.Event{Kind: drive.Blur}, drive.PaintChange},
	} {
		d.Handle(tt.event)
		if got := d.Frame(now); got != tt.want {
			t.Errorf("%s: the change is %d, want %d", tt.what, got, tt.want)
		}
		for d.NeedsFrames() { // what has another place glides there
			now += drive.FrameTime
			d.Frame(now)
		}
	}
}

func TestARequestedFocusIsScrolledIntoView(t *testing.T) {
	p, d := open(t)
	p.show.Focus = "low"
	p.polled = true
	if got := d.Frame(0); got != drive.TreeChange || d.TakeFocus() != "low" || d.Scroll("body") == 0 {
		t.Errorf("the change is %d, the focus on %q, scrolled by %v", got, d.Focused(), d.Scroll("body"))
	}
	if d.FocusRing() != "" {
		t.Error("there is a ring, and no key was pressed")
	}
	p.screen, p.polled = "two", true
	if d.Frame(0); d.Focused() != "title" || d.Scroll("body") != 0 {
		t.Errorf("a new screen begins with the focus on %q, scrolled by %v", d.Focused(), d.Scroll("body"))
	}
}

func TestTheFocusRingIsForKeys(t *testing.T) {
	_, d := open(t)
	for _, tt := range []struct {
		event drive.Event
		want  string
	}{
		{drive.Event{Kind: drive.Key, Key: ui.Tab}, "a"},
		{drive.Event{Kind: drive.Down, X: 399, Y: 299}, ""},
		{drive.Event{Kind: drive.Focus, Node: "b"}, "b"},
		{drive.Event{Kind: drive.Focus, Node: "title"}, ""}, // a heading has none
		{drive.Event{Kind: drive.Typed, Typed: "L"}, "low"},
	} {
		d.Handle(tt.event)
		d.Frame(0)
		if got := d.FocusRing(); got != tt.want {
			t.Errorf("%+v: the ring is on %q, want %q", tt.event, got, tt.want)
		}
	}
}

func TestALinkIsOpenedOutside(t *testing.T) {
	p, d := open(t)
	opened := ""
	d.Handle(drive.Event{Kind: drive.Press, Node: "link"}) // to nowhere
	d.Open = func(href string) { opened = href }
	d.Handle(drive.Event{Kind: drive.Press, Node: "link"})
	if opened != "https://example.org" || len(p.sent) > 0 {
		t.Errorf("%q is opened, and the program gets %v", opened, p.sent)
	}
}

func TestASwitchIsPassedOnOnce(t *testing.T) {
	p, d := open(t)
	p.show.Switch, p.polled = drive.PlainPage, true
	d.Frame(0)
	if got, again := d.TakeView(), d.TakeView(); got != drive.PlainPage || again != "" {
		t.Errorf("%q, and then %q", got, again)
	}
}

// drag is an item dragged two places down, then Escape while another is held.
func drag(d *drive.Driver) []drive.Event {
	x, y := middle(d, "a")
	at := func(i int) time.Duration { return time.Duration(i) * 2 * drive.FrameTime }
	return []drive.Event{
		{At: at(1), Kind: drive.Down, X: x, Y: y},
		{At: at(2), Kind: drive.Move, X: x, Y: y + 60},
		{At: at(3), Kind: drive.Move, X: x, Y: y + 110},
		{At: at(4), Kind: drive.Up, X: x, Y: y + 110},
		{At: at(30), Kind: drive.Down, X: x, Y: y},
		{At: at(31), Kind: drive.Move, X: x, Y: y + 60},
		{At: at(32), Kind: drive.Key, Key: ui.Escape},
		{At: at(33), Kind: drive.Up, X: x, Y: y + 60},
	}
}

// What a program changes by itself waits until a drag is over.
func TestAProgramIsNotPolledDuringADrag(t *testing.T) {
	p, d := open(t)
	x, y := middle(d, "a")
	ms := time.Millisecond
	d.Handle(drive.Event{At: ms, Kind: drive.Down, X: x, Y: y})
	d.Handle(drive.Event{At: 2 * ms, Kind: drive.Move, X: x, Y: y + 60})
	if d.Dragging() == "" {
		t.Fatal("nothing is dragged")
	}
	p.polled = true
	d.Frame(3 * ms)
	if !p.polled {
		t.Error("it is polled while a card is dragged")
	}
	d.Handle(drive.Event{At: 4 * ms, Kind: drive.Up, X: x, Y: y + 60})
	if d.Frame(5*ms) == drive.NoChange || p.polled {
		t.Error("afterwards it isn't polled")
	}
}

// Replaying a recording that was written and read leads to the same state.
func TestARecordingIsReplayed(t *testing.T) {
	p, d := open(t)
	var b bytes.Buffer
	about := map[string]string{"seed": "4"}
	r := drive.NewRecorder(&b, about)
	d.Record = r.Add
	events := drag(d)
	d.Replay(events, nil)
	if r.Err() != nil || strings.Join(p.order, "") != "bca" || d.Focused() != "a" || d.NeedsFrames() {
		t.Fatalf("the order is %v, the focus on %q, awake %v: %v", p.order, d.Focused(), d.NeedsFrames(), r.Err())
	}
	read, err := drive.ReadRecording(&b)
	if err != nil || !reflect.DeepEqual(read.About, about) || !reflect.DeepEqual(read.Events, events) {
		t.Fatalf("written as %+v and read as %+v: %v", events, read, err)
	}
	again, e := open(t)
	e.Replay(read.Events, nil)
	if !reflect.DeepEqual(again.sent, p.sent) || again.views != p.views {
		t.Errorf("replayed it sends %v in %d views, and sent %v in %d", again.sent, again.views, p.sent, p.views)
	}
}

// The error of a broken recording names its line.
func TestABrokenRecordingIsRefused(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"", "empty"},
		{"[]", "line 1"},
		{`{"about":{}}` + "\n" + `{"at":0,"do":"jump"}`, `line 2 of the recording: there is no event "jump"`},
		{`{"about":{}}` + "\n" + `{"at":0,"do":"key","key":"F13"}`, `no key "F13"`},
		{`{"about":{}}` + "\n" + `{"at":-1,"do":"blur"}`, "no time"},
		{`{"about":{}}` + "\n" + `{"at":5,"do":"blur"}` + "\n" + `{"at":4,"do":"blur"}`, "line 3 of the recording: it is earlier"},
		{`{"about":{}}` + "\n" + `{"at":5,"do":"blur","colour":1}`, "colour"},
		{`{"about":{}}` + "\n" + `{"at":5,"do":"blur"} {}`, "more on it"},
		{`{"about":{}}` + "\n" + `{"at":5,"do":"typed","typed":"` + strings.Repeat("x", 5000) + `"}`, "line 2 of the recording: bufio.Scanner: token too long"},
	} {
		if _, err := drive.ReadRecording(strings.NewReader(tt.text)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%.60q: the error is %v, want one that says %q", tt.text, err, tt.want)
		}
	}
}

// The control that has the focus stays in view when it moves.
func TestFocusedControlStaysInView(t *testing.T) {
	p, d := open(t)
	d.Handle(drive.Event{Kind: drive.Focus, Node: "a"})
	d.Frame(time.Second)
	p.order = []string{"b", "c", "d", "e", "f", "g", "h", "a"}
	p.polled = true
	d.Frame(2 * time.Second)
	d.Frame(3 * time.Second)
	body, a := d.Layout().Find("body"), d.Layout().Find("a")
	if a.Y < body.Y || a.Y+a.H > body.Y+body.H {
		t.Errorf("it is at %v, and what can be seen at %v", a.Rect(), body.Rect())
	}
}
