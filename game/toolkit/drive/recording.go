package drive

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math"
	"time"

	"holdtheline/game/toolkit/ui"
)

// A Recording is a program's input events and start parameters. As a file it is
// a line of JSON for the parameters and one for each event:
//
//	{"about":{"length":"quick","seed":"4"}}
//	{"at":0,"do":"resize","width":390,"height":844}
//	{"at":416,"do":"down","x":195,"y":640.5,"touch":true}
//
// Times are milliseconds. What is left out is zero.
type Recording struct {
	About  map[string]string // start parameters, for the program alone
	Events []Event
}

// A line is an event in the file.
type line struct {
	At     float64 `json:"at"`
	Do     Kind    `json:"do"`
	X      float64 `json:"x,omitempty"`
	Y      float64 `json:"y,omitempty"`
	Touch  bool    `json:"touch,omitempty"`
	Wheel  float64 `json:"wheel,omitempty"`
	Key    string  `json:"key,omitempty"`
	Typed  string  `json:"typed,omitempty"`
	Node   string  `json:"node,omitempty"`
	Width  float64 `json:"width,omitempty"`
	Height float64 `json:"height,omitempty"`
	Top    float64 `json:"top,omitempty"`
	Right  float64 `json:"right,omitempty"`
	Bottom float64 `json:"bottom,omitempty"`
	Left   float64 `json:"left,omitempty"`
	Text   float64 `json:"text,omitempty"`
	Still  bool    `json:"still,omitempty"`
}

type head struct {
	About map[string]string `json:"about"`
}

// keyNames are the keys' names, as browsers have them.
var keyNames = [...]string{
	ui.Tab: "Tab", ui.BackTab: "Shift+Tab", ui.Enter: "Enter", ui.Space: "Space", ui.Escape: "Escape",
	ui.Up: "ArrowUp", ui.Down: "ArrowDown", ui.Left: "ArrowLeft", ui.Right: "ArrowRight",
	ui.PageUp: "PageUp", ui.PageDown: "PageDown", ui.Home: "Home", ui.Last: "End",
}

var kinds = map[Kind]bool{
	Resize: true, Prefer: true, Down: true, Move: true, Up: true, Cancel: true, Wheel: true,
	Key: true, Typed: true, Press: true, Focus: true, Blur: true,
}

// A Recorder writes a recording event by event.
type Recorder struct {
	out *json.Encoder
	err error
}

// NewRecorder begins a recording.
func NewRecorder(w io.Writer, about map[string]string) *Recorder {
	r := &Recorder{out: json.NewEncoder(w)}
	r.err = r.out.Encode(head{about})
	return r
}

// Add writes an event. Use it as [Driver.Record].
func (r *Recorder) Add(e Event) {
	if r.err != nil {
		return
	}
	l := line{
		At: math.Round(float64(e.At)/1e5) / 10, Do: e.Kind, X: e.X, Y: e.Y, Touch: e.Touch, Wheel: e.Wheel, Typed: e.Typed, Node: e.Node,
		Width: e.Width, Height: e.Height, Top: e.Insets.Top, Right: e.Insets.Right, Bottom: e.Insets.Bottom, Left: e.Insets.Left,
		Text: e.Text, Still: e.ReducedMotion,
	}
	if e.Key > ui.NoKey && int(e.Key) < len(keyNames) {
		l.Key = keyNames[e.Key]
	}
	r.err = r.out.Encode(l)
}

// Err is the first write error, or nil.
func (r *Recorder) Err() error { return r.err }

// Bounds of a recording: the length of a line in bytes, and the number of
// lines.
const (
	mostLine  = 4096
	mostLines = 1_000_000
)

// ReadRecording reads what a Recorder wrote. Its errors name the line.
func ReadRecording(in io.Reader) (Recording, error) {
	var r Recording
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, mostLine)
	n := 0
	for lines.Scan() {
		if n++; n > mostLines {
			return Recording{}, fmt.Errorf("the recording has more than %d lines", mostLines)
		}
		if n == 1 {
			var h head
			if err := strictly(lines.Bytes(), &h); err != nil {
				return Recording{}, fmt.Errorf(`line 1 of the recording must say what it is about, such as {"about":{}}: %w`, err)
			}
			r.About = h.About
			continue
		}
		e, err := readEvent(lines.Bytes())
		if err == nil && len(r.Events) > 0 && e.At < r.Events[len(r.Events)-1].At {
			err = fmt.Errorf("it is earlier than the line before")
		}
		if err != nil {
			return Recording{}, fmt.Errorf("line %d of the recording: %w", n, err)
		}
		r.Events = append(r.Events, e)
	}
	if err := lines.Err(); err != nil {
		return Recording{}, fmt.Errorf("line %d of the recording: %w", n+1, err)
	}
	if n == 0 {
		return Recording{}, fmt.Errorf("the recording is empty")
	}
	return r, nil
}

// longest is the latest time that an event may have.
const longest = 24 * time.Hour

func readEvent(data []byte) (Event, error) {
	var l line
	if err := strictly(data, &l); err != nil {
		return Event{}, err
	}
	if !kinds[l.Do] {
		return Event{}, fmt.Errorf("there is no event %.40q", l.Do)
	}
	if l.At < 0 || l.At > float64(longest/time.Millisecond) {
		return Event{}, fmt.Errorf("%v is no time; write milliseconds from 0 on, at most a day's", l.At)
	}
	e := Event{
		At: time.Duration(math.Round(l.At*10)) * (time.Millisecond / 10), Kind: l.Do, X: l.X, Y: l.Y, Touch: l.Touch, Wheel: l.Wheel, Typed: l.Typed, Node: l.Node,
		Width: l.Width, Height: l.Height, Insets: ui.Edges{Top: l.Top, Right: l.Right, Bottom: l.Bottom, Left: l.Left},
		Text: l.Text, ReducedMotion: l.Still,
	}
	if l.Key != "" {
		for k, name := range keyNames {
			if name == l.Key {
				e.Key = ui.Key(k)
			}
		}
		if e.Key == ui.NoKey {
			return Event{}, fmt.Errorf("there is no key %.40q", l.Key)
		}
	}
	return e, nil
}

// strictly reads JSON without unknown fields or trailing data.
func strictly(data []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if d.More() {
		return fmt.Errorf("there is more on it than one value")
	}
	return nil
}

// FrameTime is how long a frame takes when a recording is replayed.
const FrameTime = 16 * time.Millisecond

// mostRest bounds how long a replay goes on after the last event.
const mostRest = 10 * time.Second

// Replay replays events, with frames in between, until nothing moves any more
// or mostRest has passed. The function, if given, is called after every frame.
func (d *Driver) Replay(events []Event, frame func(Change)) {
	now := time.Duration(0)
	show := func() {
		if change := d.Frame(now); frame != nil {
			frame(change)
		}
	}
	for i, e := range events {
		for now+FrameTime < e.At {
			now += FrameTime
			show()
		}
		d.Handle(e)
		if i+1 == len(events) || events[i+1].At > e.At {
			now = max(now, e.At)
			show()
		}
	}
	for end := now + mostRest; d.NeedsFrames() && now < end; {
		now += FrameTime
		show()
	}
}
