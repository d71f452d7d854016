//go:build !js

// A game is kept in a folder here, which the browser has none of.

package app_test

import (
	"bytes"
	"fmt"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/store"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// recordings is where whole games are kept as the input that they were played
// with: for each a .jsonl with what the player did and a .txt with where it led.
// Those with a hand to play them (see hands) are played anew by -update; any
// other, such as one that the desktop program recorded with -record, stays as it
// is, and -update writes down where it leads.
const recordings = "testdata/input"

// TestRecordedInput replays every recording to the state that it led to: the
// screens on the way, the log of the game, and what a screen reader meets at its
// end.
func TestRecordedInput(t *testing.T) {
	if *update {
		for _, name := range slices.Sorted(maps.Keys(hands)) {
			recordInput(t, name, hands[name])
		}
	}
	files, err := filepath.Glob(filepath.FromSlash(recordings + "/*.jsonl"))
	if err != nil || len(files) < len(hands) {
		t.Fatalf("%d recordings: %v", len(files), err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".jsonl"), func(t *testing.T) {
			r, err := drive.ReadRecording(bytes.NewReader(readFile(t, file)))
			if err != nil {
				t.Fatal(err)
			}
			g := open(t, r.About)
			var screens []string
			g.driver.Replay(r.Events, func(drive.Change) { screens = g.see(screens) })
			got := g.end(screens)
			golden := strings.TrimSuffix(file, ".jsonl") + ".txt"
			if *update {
				writeFile(t, golden, []byte(got))
			}
			if want := readFile(t, golden); got != string(want) {
				t.Errorf("it leads elsewhere; if that is meant, run go test ./game/app -run RecordedInput -update, which plays the games of the hands anew\n%s", lineDiff(got, string(want)))
			}
		})
	}
}

// A driven game is one that is played by input alone.
type driven struct {
	t      *testing.T
	model  *app.Model
	driver *drive.Driver
}

// open opens the game that a link asks for, on a device of its own.
func open(t *testing.T, link map[string]string) *driven {
	t.Helper()
	params, err := launch.Read(link, 0, launch.Device{Settings: app.DefaultSettings()})
	if err != nil {
		t.Fatal(err)
	}
	c, err := assets.Load(params.Case)
	if err != nil {
		t.Fatal(err)
	}
	m := launch.Open(c, params, store.In(t.TempDir()))
	return &driven{t, m, drive.New(app.NewProgram(m, began), theme.Faces())}
}

// see adds the screen that is shown to those seen before.
func (g *driven) see(screens []string) []string {
	if l := g.driver.Layout(); l != nil && (len(screens) == 0 || screens[len(screens)-1] != l.Root.Node.ID) {
		return append(screens, l.Root.Node.ID)
	}
	return screens
}

func (g *driven) end(screens []string) string {
	l := g.driver.Layout()
	var b strings.Builder
	fmt.Fprintf(&b, "screens %s\nviewport %v by %v\nfocus %s\n\n", strings.Join(screens, " "), l.Viewport.Width, l.Viewport.Height, g.driver.Focused())
	if s := g.model.Session(); s != nil {
		b.Write(s.Encode())
	}
	return b.String() + "\n" + mirror.Dump(mirror.From(l))
}

// A hand plays a game by input and has it recorded.
type hand struct {
	*driven
	*player
	now time.Duration
	x   float64 // where the pointer is
	y   float64
	how string // mouse, keys or touch
}

// hands are those that play the recordings.
var hands = map[string]func(*hand){
	"quick-by-mouse": func(h *hand) {
		h.how = "mouse"
		h.resize(1366, 768)
		h.player.drag = h.dragTo
		h.play(setOf(h.driven.t), thoughtful(h.driven.t))
	},
	"quick-by-keyboard": func(h *hand) {
		h.how = "keys"
		h.resize(1366, 768)
		h.play(setOf(h.driven.t), best)
	},
	"quick-by-touch": func(h *hand) {
		h.how = "touch"
		h.resize(390, 844)
		h.press("begin")
		for _, id := range h.model.Session().Step().Items {
			item, _ := setOf(h.driven.t).Item(id)
			h.answer(item, best(item))
			h.resize(844, 390) // the phone is turned in the middle of a question
			h.press("submit")
			h.press("next")
		}
		h.resize(390, 844)
		h.player.drag = h.dragTo
		h.finish(setOf(h.driven.t), wrong)
	},
}

func recordInput(t *testing.T, name string, play func(*hand)) {
	t.Helper()
	about := map[string]string{launch.LengthKey: "quick", launch.ModeKey: "practice", launch.SeedKey: "4"}
	var b bytes.Buffer
	recorder := drive.NewRecorder(&b, about)
	h := &hand{driven: open(t, about)}
	h.driver.Record = recorder.Add
	h.player = &player{t: t, m: h.model, hand: h.take, view: func() *ui.Node { return h.driver.Layout().Root.Node }}
	play(h)
	if err := recorder.Err(); err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.FromSlash(recordings), 0o755); err != nil {
		t.Fatal(err)
	}
	writeFile(t, recordings+"/"+name+".jsonl", b.Bytes())
}

// do has something happen, and lets the time of a frame pass.
func (h *hand) do(e drive.Event) {
	h.now += drive.FrameTime
	e.At = h.now
	h.driver.Handle(e)
	h.driver.Frame(h.now)
}

// rest lets time pass until nothing moves.
func (h *hand) rest() {
	for range 200 {
		h.now += drive.FrameTime
		h.driver.Frame(h.now)
		if !h.driver.NeedsFrames() {
			return
		}
	}
	h.driven.t.Fatalf("on %s something moves without end", h.driver.Layout().Root.Node.ID)
}

func (h *hand) resize(w, ht float64) {
	h.do(drive.Event{Kind: drive.Resize, Width: w, Height: ht})
	h.rest()
}

func (h *hand) point(kind drive.Kind, x, y float64) {
	h.x, h.y = x, y
	h.do(drive.Event{Kind: kind, X: x, Y: y, Touch: h.how == "touch"})
}

// move leads the pointer somewhere in a few steps.
func (h *hand) move(x, y float64) {
	const steps = 6
	fromX, fromY := h.x, h.y
	for i := 1; i <= steps; i++ {
		t := float64(i) / steps
		h.point(drive.Move, math.Round(fromX+(x-fromX)*t), math.Round(fromY+(y-fromY)*t))
	}
}

// find returns a node once its middle is in sight: it scrolls there by wheel or
// finger.
func (h *hand) find(id string) *ui.Box {
	h.driven.t.Helper()
	for range 60 {
		l := h.driver.Layout()
		q := l.Find(id)
		if q == nil {
			h.driven.t.Fatalf("on %s there is no %q", l.Root.Node.ID, id)
		}
		y := q.Y + q.H/2
		clip := q.Clip
		if clip.Has(q.X+q.W/2, y) {
			return q
		}
		x, middle, by := clip.X+4, clip.Y+clip.H/2, y-(clip.Y+clip.H/2)
		if h.how == "touch" {
			by = math.Max(-clip.H/3, math.Min(clip.H/3, by))
			h.point(drive.Down, x, middle)
			h.move(x, middle-by)
			h.rest() // a finger that rests doesn't flick
			for range 10 {
				h.now += drive.FrameTime
				h.driver.Frame(h.now)
			}
			h.point(drive.Up, x, middle-by)
			h.rest()
			continue
		}
		h.do(drive.Event{Kind: drive.Wheel, X: x, Y: middle, Wheel: math.Round(math.Max(-240, math.Min(240, by)))})
		h.rest()
	}
	h.driven.t.Fatalf("%q doesn't come into sight", id)
	return nil
}

// take presses a node.
func (h *hand) take(id string) {
	h.driven.t.Helper()
	if h.how == "keys" {
		h.tabTo(id)
		return
	}
	q := h.find(id)
	x, y := math.Round(q.X+q.W/2), math.Round(q.Y+q.H/2)
	if h.how == "mouse" {
		h.move(x, y)
	}
	h.point(drive.Down, x, y)
	h.point(drive.Up, x, y)
	h.rest()
}

// tabTo goes to a node by Tab and presses it; among radio buttons by arrow.
func (h *hand) tabTo(id string) {
	h.driven.t.Helper()
	key := func(k ui.Key) { h.do(drive.Event{Kind: drive.Key, Key: k}) }
	radio := h.driver.Layout().Find(id).Node.Role == ui.Radio
	for range 80 {
		at := h.driver.Layout().Find(h.driver.Focused())
		switch {
		case at != nil && at.Node.ID == id:
			if !radio || !at.Node.Checked {
				key(ui.Space)
			}
			h.rest()
			return
		case radio && at != nil && at.Node.Role == ui.Radio && group(at) == group(h.driver.Layout().Find(id)):
			key(ui.Down)
		default:
			key(ui.Tab)
		}
	}
	h.driven.t.Fatalf("no key leads to %q", id)
}

func group(q *ui.Box) string {
	for q = q.Parent; q != nil && q.Node.Role != ui.RadioGroup; q = q.Parent {
	}
	if q == nil {
		return ""
	}
	return q.Node.ID
}

// dragTo drags a card to another's place; a finger holds it first.
func (h *hand) dragTo(card, to string) {
	h.driven.t.Helper()
	from := h.find("item." + card)
	x, y := math.Round(from.X+from.W*0.4), math.Round(from.Y+from.H/2)
	if h.how == "mouse" {
		h.move(x, y)
	}
	h.point(drive.Down, x, y)
	for range 25 {
		h.now += drive.FrameTime
		h.driver.Frame(h.now)
	}
	target := h.driver.Layout().Find(to)
	if target == nil {
		h.driven.t.Fatalf("there is no %q", to)
	}
	if !strings.HasPrefix(to, "item.") { // it is joined to that, wherever it is
		h.move(math.Round(target.X+target.W/2), math.Round(target.Y+target.H/2))
		h.point(drive.Up, h.x, h.y)
		h.rest()
		return
	}
	h.move(x, math.Round(target.Y+target.H/2+math.Copysign(8, target.Y-from.Y)))
	h.point(drive.Up, h.x, h.y)
	h.rest()
}
