package main

import (
	"testing"
	"time"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// The program is used with every kind of input, without a window.
func TestThingsAreAddedAndTicked(t *testing.T) {
	faces, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	d := drive.New(&list{}, faces)
	now := time.Duration(0)
	do := func(e drive.Event) {
		now += drive.FrameTime
		e.At = now
		d.Handle(e)
		d.Frame(now)
	}
	do(drive.Event{Kind: drive.Resize, Width: 480, Height: 640})
	do(drive.Event{Kind: drive.Typed, Typed: "a"})            // by shortcut,
	do(drive.Event{Kind: drive.Key, Key: ui.Enter})           // by key,
	for _, kind := range []drive.Kind{drive.Down, drive.Up} { // by mouse,
		q := d.Layout().Find("thing.0")
		do(drive.Event{Kind: kind, X: q.X + 20, Y: q.Y + q.H/2})
	}
	do(drive.Event{Kind: drive.Press, Node: "add"}) // and by a screen reader
	for d.NeedsFrames() {
		now += drive.FrameTime
		d.Frame(now)
	}
	want := `main
  heading 1 "To do"
  paragraph "2 left"
  group "Things to do"
    checkbox "Thing 1" [checked]
    checkbox "Thing 2"
    checkbox "Thing 3"
  button "Add a thing"
`
	if got := mirror.Dump(mirror.From(d.Layout())); got != want {
		t.Errorf("a screen reader meets\n%s\nwant\n%s", got, want)
	}
	palette := basic.Theme().Palette("light", style.Preference{})
	picture := paint.New(faces).Paint(d.Scene(palette, 2)).Compose()
	add := d.Layout().Find("add")
	if got := picture.RGBAAt(int(2*add.X)+20, int(2*add.Y)+20); got != palette.RGBA(style.Accent) {
		t.Errorf("the button is %v", got)
	}
}
