package main

import (
	"bytes"
	"fmt"
	"image"
	"math"
	"time"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/paint"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// How the animation is made.
const (
	frameTime  = 60 * time.Millisecond
	filmWidth  = 1200 // CSS pixels
	filmHeight = 720
	filmScale  = 0.72
)

// The size of the pictures that stand still, in CSS pixels.
const (
	stillWidth  = 1366
	stillHeight = 768
)

// A film is a game that is played by a pointer and looked at frame by frame.
type film struct {
	log   []byte
	set   *puzzle.Set
	words *words.Catalogue

	faces   *typeface.Set
	painter *paint.Painter
	model   *app.Model
	driver  *drive.Driver
	now     time.Duration
	x, y    float64 // of the pointer, in CSS pixels

	blind  bool // nothing is painted: only whether it plays
	shots  []shot
	stills map[string]*image.RGBA
}

func newFilm(log []byte) (*film, error) {
	data, err := assets.Case(assets.DefaultCase)
	if err != nil {
		return nil, err
	}
	c, err := casefile.Load(data)
	if err != nil {
		return nil, err
	}
	w, err := words.Load(words.Default)
	if err != nil {
		return nil, err
	}
	set := puzzle.New(c)
	played, err := session.Migrate(set, log) // it may have been recorded with another version
	if err != nil {
		return nil, fmt.Errorf("the recorded game can't be replayed: %w", err)
	}
	faces := theme.Faces()
	return &film{
		log: played.Encode(), set: set, words: w, faces: faces, painter: paint.New(faces),
		x: filmWidth * 0.55, y: filmHeight * 0.7, stills: map[string]*image.RGBA{},
	}, nil
}

// open goes on with the recorded game after its first n events.
func (f *film) open(n int) error {
	lines := bytes.SplitAfter(f.log, []byte("\n"))
	s, err := session.Read(f.set, bytes.Join(lines[:n+1], nil))
	if err != nil {
		return fmt.Errorf("the recorded game can't be replayed: %w; record it anew with go test ./game/app -run Recorded -update", err)
	}
	variant := app.Variant{Length: s.Config().Length, Mode: s.Config().Mode}
	f.model = app.New(f.set, app.Options{
		Words: f.words, Length: variant.Length, Mode: variant.Mode,
		Saved: map[app.Variant]*session.Session{variant: s}, Resume: true,
	})
	f.driver = drive.New(app.NewProgram(f.model, time.Now), f.faces)
	f.driver.Handle(drive.Event{Kind: drive.Resize, Width: filmWidth, Height: filmHeight, At: f.now})
	f.driver.Frame(f.now)
	return nil
}

// frame lets the time of a frame pass and takes it.
func (f *film) frame() {
	f.now += frameTime
	f.driver.Frame(f.now)
	if f.blind {
		return
	}
	scene := f.driver.Scene(theme.Of(theme.Light), filmScale)
	scene.Layout = withCursor(scene.Layout, f.x, f.y)
	img := f.painter.Paint(scene).Compose()
	const delay = int(frameTime / (10 * time.Millisecond))
	if n := len(f.shots); n > 0 && bytes.Equal(f.shots[n-1].image.Pix, img.Pix) {
		f.shots[n-1].delay += delay
		return
	}
	f.shots = append(f.shots, shot{img, delay})
}

// rest lets time pass.
func (f *film) rest(d time.Duration) {
	for range int(d / frameTime) {
		f.frame()
	}
}

// handle hands a pointer event in and does what it leads to.
func (f *film) handle(kind drive.Kind) {
	f.driver.Handle(drive.Event{Kind: kind, X: f.x, Y: f.y, At: f.now})
	f.driver.Refresh()
}

// move leads the pointer to a place, slower at either end.
func (f *film) move(x, y float64) {
	const (
		speed = 1100.0 // CSS pixels a second, on average
		least = 3      // frames
	)
	fromX, fromY := f.x, f.y
	steps := max(least, int(math.Hypot(x-fromX, y-fromY)/speed/frameTime.Seconds()))
	for i := 1; i <= steps; i++ {
		t := float64(i) / float64(steps)
		t = t * t * (3 - 2*t)
		f.x, f.y = fromX+(x-fromX)*t, fromY+(y-fromY)*t
		f.handle(drive.Move)
		f.frame()
	}
}

// find returns where a node lies; it must be in view.
func (f *film) find(id string) (*ui.Box, error) {
	q := f.driver.Layout().Find(id)
	if q == nil {
		return nil, fmt.Errorf("on %s there is no %q to point at", f.driver.Layout().Root.Node.ID, id)
	}
	if !q.Clip.Has(q.X+q.W/2, q.Y+q.H/2) {
		return nil, fmt.Errorf("on %s, %q is out of sight", f.driver.Layout().Root.Node.ID, id)
	}
	return q, nil
}

// click points at a node and presses it.
func (f *film) click(id string) error {
	q, err := f.find(id)
	if err != nil {
		return err
	}
	f.move(q.X+min(q.W/2, 160), q.Y+q.H/2)
	f.handle(drive.Down)
	f.frame()
	f.handle(drive.Up)
	f.frame()
	return nil
}

// drag takes a card of the row to another's place.
func (f *film) drag(card, to string) error {
	q, err := f.find("item." + card)
	if err != nil {
		return err
	}
	f.move(q.X+q.W*0.45, q.Y+q.H/2)
	f.handle(drive.Down)
	f.frame()
	target, err := f.find("item." + to)
	if err != nil {
		return err
	}
	y := target.Y + target.H/2
	f.move(f.x, y+math.Copysign(8, y-f.y))
	f.frame()
	f.handle(drive.Up)
	f.rest(3 * frameTime)
	return nil
}

// scroll turns the wheel, as far as it goes or by so many CSS pixels.
func (f *film) scroll(by float64) {
	const notch = 24
	for done := 0.0; done < by; done += notch {
		f.driver.Handle(drive.Event{Kind: drive.Wheel, X: f.x, Y: f.y, Wheel: notch, At: f.now})
		f.frame()
	}
}

// still takes a picture of the screen as it is when all has come to rest.
func (f *film) still(name string) {
	if f.blind {
		return
	}
	vp := ui.Viewport{Width: stillWidth, Height: stillHeight, Text: 1}
	f.stills[name] = paint.Picture(f.faces, f.model.View(vp), vp, theme.Of(theme.Light), 1)
}
