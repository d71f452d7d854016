package classroom_test

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/classroom"
	"holdtheline/game/launch"
	"holdtheline/game/screentest"
	"holdtheline/game/store"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class"
	"holdtheline/web/class/client"
	"holdtheline/web/class/live"
	classstore "holdtheline/web/class/store"
)

// A school is a class server with its teacher.
type school struct {
	t       *testing.T
	kept    *classstore.Store
	handler *class.Handler
	server  *httptest.Server
	c       *client.Client
	class   client.Class
	version int // of the pace
	set     *puzzle.Set
}

// newSchool opens a class.
func newSchool(t *testing.T, pace, mode string) *school {
	t.Helper()
	nc, stop, err := classstore.Embed(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(stop)
	kept, err := classstore.Open(t.Context(), nc, classstore.Config{Keep: time.Hour, Replicas: 1})
	if err != nil {
		t.Fatal(err)
	}
	s := &school{t: t, kept: kept}
	s.start()
	t.Cleanup(s.stop)
	s.class, err = s.c.OpenClass(t.Context(), map[string]any{"length": "quick", "mode": mode, "seed": 7, "pace": pace})
	if err != nil {
		t.Fatal(err)
	}
	loaded, err := assets.Load(assets.DefaultCase)
	if err != nil {
		t.Fatal(err)
	}
	s.set = puzzle.New(loaded)
	return s
}

// start starts the server, anew if it runs.
func (s *school) start() {
	s.t.Helper()
	if s.server != nil {
		s.stop()
	}
	var err error
	s.handler, err = class.New(context.Background(), class.Config{
		Store: s.kept, Load: assets.Load, Case: assets.DefaultCase, Clock: live.SystemClock{}, Random: rand.Reader,
		Log: slog.New(slog.NewTextHandler(s.t.Output(), nil)), Keep: time.Hour, MaxClasses: 10, MaxStreams: 100, Memory: 64 << 20,
	})
	if err != nil {
		s.t.Fatal(err)
	}
	s.server = httptest.NewServer(s.handler)
	s.c = client.New(s.server.URL, 4)
}

func (s *school) stop() {
	s.c.Close()
	s.handler.Close()
	s.server.Close()
}

func (s *school) do(method, rest, secret, body string) client.Answer {
	s.t.Helper()
	a, err := s.c.Do(s.t.Context(), client.Request{Method: method, Path: s.class.Path(rest), Secret: secret, Body: []byte(body)})
	if err != nil {
		s.t.Fatal(err)
	}
	return a
}

// lead takes the class to a step and phase.
func (s *school) lead(step string, phase classroom.Phase) {
	s.t.Helper()
	a := s.do("POST", "/pace", s.class.Teacher, fmt.Sprintf(`{"step":%q,"phase":%q,"expect":%d}`, step, phase, s.version))
	if err := a.Into(http.StatusOK, nil); err != nil {
		s.t.Fatal(err)
	}
	s.version++
}

// log is what the server has of a seat.
func (s *school) log(seat string) string {
	s.t.Helper()
	a := s.do("GET", "/seats/"+seat+"/log", s.class.Teacher, "")
	if err := a.Into(http.StatusOK, nil); a.Status != http.StatusOK {
		s.t.Fatal(err)
	}
	return string(a.Body)
}

// trouble is what happens to a call on its way.
type trouble int8

const (
	none  trouble = iota
	lost          // it doesn't arrive
	quiet         // it arrives, and the answer is lost
)

// memory is a store in memory.
type memory map[string]string

func (m memory) Load(key string) ([]byte, error) {
	if data, ok := m[key]; ok {
		return []byte(data), nil
	}
	return nil, store.ErrAbsent
}

func (m memory) Save(key string, data []byte) error {
	m[key] = string(data)
	return nil
}

func (m memory) Archive(key string) error {
	if _, ok := m[key]; !ok {
		return store.ErrAbsent
	}
	m[key+".broken-1"] = m[key]
	delete(m, key)
	return nil
}

// A device is a pupil's: the game and what it keeps, with a clock of its own. Its calls
// are made one after the other, so that nothing depends on time.
type device struct {
	*school
	kept memory
	sync *classroom.Sync
	m    *app.Model
	told classroom.Status
	now  time.Time
	way  func(classroom.Call) trouble
	made []string // the calls, as method and path
	said []string // what was announced
}

// device opens the class's page on a new device, with the re-entry of a seat if given.
func (s *school) device(seat client.Seat) *device {
	s.t.Helper()
	d := &device{school: s, kept: memory{}, now: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC), way: func(classroom.Call) trouble { return none }}
	describe := classroom.Describe(s.class.Code)
	a, err := s.c.Do(s.t.Context(), client.Request{Method: describe.Method, Path: "/" + describe.Path})
	if err != nil {
		s.t.Fatal(err)
	}
	c, ok := classroom.ReadClass(s.class.Code, a.Body)
	if !ok {
		s.t.Fatalf("the class is described as %s", a.Body)
	}
	d.open(classroom.Record{Class: c, Seat: seat.Seat, Key: seat.Key})
	return d
}

// reload opens the page again.
func (d *device) reload() {
	d.t.Helper()
	record, ok := classroom.ReadRecord([]byte(d.kept[classroom.Key(d.class.Code)]))
	if !ok {
		d.t.Fatal("nothing was kept of the class")
	}
	d.open(record)
}

func (d *device) open(record classroom.Record) {
	d.t.Helper()
	d.m = launch.Open(d.set.Case(), launch.Params{Words: screentest.In(d.t, "en"), Class: &record}, d.kept)
	var log []byte
	if s := d.m.Saved(); s != nil {
		log = s.Encode()
	}
	d.sync = classroom.New(record, log, func() float64 { return 0.5 })
	d.told = d.sync.Status(d.now)
}

func (d *device) key() string {
	return launch.Key(d.set.Case().ID, app.Variant{Class: d.class.Code})
}

// send sends the game a message and does what it asks for.
func (d *device) send(msg ui.Msg) {
	d.t.Helper()
	for _, e := range d.m.Update(msg) {
		switch e := e.(type) {
		case app.ReadClock:
			d.send(app.Began{At: d.now})
		case app.SaveSession:
			_ = d.kept.Save(d.key(), e.Data)
			d.sync.Write(e.Data)
		case app.ReplaceSession:
			_ = d.kept.Archive(d.key())
			_ = d.kept.Save(d.key(), e.Data)
			d.sync.Write(e.Data)
		case app.TakeSeat:
			d.sync.Join(e.Lang)
		case app.AskName:
			d.sync.Rename()
		case app.AnswerAgain:
			d.sync.Answer(e.Item, e.Answer)
		case app.TakeLog:
			d.sync.Take(e.Log)
		case app.LeaveTheClass:
			d.sync.Leave(classroom.Parted)
		}
	}
	tree := d.tree()
	if status := screentest.Find(tree, "status"); status != nil && len(status.Text) > 0 && status.Text[0].Text != "" {
		d.said = append(d.said, status.Text[0].Text)
	}
}

// turn hands on what has happened and makes the calls that are due. It returns when to
// turn again.
func (d *device) turn() (wake time.Time) {
	d.t.Helper()
	for again := true; again; {
		again = false
		for _, todo := range d.sync.Todo() {
			again = true
			switch todo := todo.(type) {
			case classroom.Keep:
				_ = d.kept.Save(classroom.Key(d.class.Code), todo.Record.Encode())
			case classroom.Adopt:
				d.send(app.ClassLog{Log: todo.Log})
			case classroom.Part:
				d.send(app.ClassParted{Log: todo.Log})
			case classroom.Drop:
				d.send(app.ClassDropped{Drop: todo})
			}
		}
		if st := d.sync.Status(d.now); st != d.told {
			d.told, again = st, true
			d.send(app.ClassChanged{Status: st})
		}
	}
	d.sync.Cut(d.now)
	calls, wake := d.sync.Next(d.now)
	for _, c := range calls {
		d.made = append(d.made, c.Method+" "+strings.TrimPrefix(c.Path, "api/classes/"+d.class.Code))
		d.sync.Answered(c, d.carry(c), d.now)
	}
	if len(calls) > 0 {
		return d.now
	}
	return wake
}

// carry makes a call. A stream is refused, as by a server that has too many.
func (d *device) carry(c classroom.Call) classroom.Answer {
	d.t.Helper()
	if c.Stream() {
		return classroom.Answer{Status: 429, RetryAfter: time.Hour}
	}
	way := d.way(c)
	if way == lost {
		return classroom.Answer{}
	}
	a, err := d.c.Do(d.t.Context(), client.Request{Method: c.Method, Path: "/" + c.Path, Secret: c.Bearer, Body: []byte(c.Body)})
	if err != nil {
		d.t.Fatal(err)
	}
	if way == quiet {
		return classroom.Answer{}
	}
	return classroom.Answer{Status: a.Status, Body: a.Body}
}

// until turns until something is so, letting time pass.
func (d *device) until(what string, so func() bool) {
	d.t.Helper()
	for range 300 {
		if so() {
			return
		}
		wake := d.turn()
		if wake.IsZero() && !so() {
			d.t.Fatalf("nothing happens any more, and not %s; the calls were\n%s", what, strings.Join(d.made, "\n"))
		}
		if wake.After(d.now) {
			d.now = wake
		}
	}
	d.t.Fatalf("never %s; the calls were\n%s", what, strings.Join(d.made, "\n"))
}

// synced turns until the server has everything.
func (d *device) synced() {
	d.t.Helper()
	d.until("the server has the log", func() bool { return d.log(d.told.Seat) == d.kept[d.key()] })
}

// follow turns until the class is known to be somewhere.
func (d *device) follow(step string, phase classroom.Phase) {
	d.t.Helper()
	d.until(fmt.Sprintf("at %s, %s", step, phase), func() bool {
		return d.told.Pace.Step == step && d.told.Pace.Phase == phase
	})
}

func (d *device) tree() *ui.Node { return d.m.View(ui.Viewport{Width: 1366, Height: 768, Text: 1}) }

func (d *device) has(id string) bool { return screentest.Find(d.tree(), id) != nil }

// press presses a node that is there.
func (d *device) press(id string) {
	d.t.Helper()
	n := screentest.Find(d.tree(), id)
	if n == nil || n.Do == nil || n.Disabled {
		d.t.Fatalf("on %s %q can't be pressed", d.tree().ID, id)
	}
	d.send(n.Do)
}

// join takes a seat.
func (d *device) join() {
	d.t.Helper()
	d.press("class.join")
	d.until("there is a seat", func() bool { return d.told.Seat != "" })
}

// stamp answers the claim that is asked.
func (d *device) stamp(verdict string) {
	d.t.Helper()
	d.press("verdict." + verdict)
	d.press("certainty.2")
	d.press("submit")
}

// answered counts an item's answers in a log.
func answered(log, item string) int {
	return strings.Count(log, fmt.Sprintf(`{"do":"answered","item":%q`, item))
}

// solve plays to the debrief, with the best answers.
func (d *device) solve(each func(n int)) {
	d.t.Helper()
	for n := 0; d.m.Session().Step().Kind != session.DebriefStep; n++ {
		if n > 120 {
			d.t.Fatal("the game has no end")
		}
		each(n)
		if d.has("next") {
			d.press("next")
			continue
		}
		for _, id := range d.m.Session().Step().Items {
			if d.m.Session().Answered(id) {
				continue
			}
			item, _ := d.set.Item(id)
			d.draft(item, item.Best())
			d.press("submit")
			if !d.m.Session().Answered(id) {
				d.press("keep-order")
			}
			break
		}
	}
}

// draft fills an answer in.
func (d *device) draft(item puzzle.Item, answer json.RawMessage) {
	form := d.m.Session().Form(item.ID())
	want := form.Draft(answer)
	for i := range form.Fields {
		f := &form.Fields[i]
		switch f.Pick {
		case puzzle.PickOrder:
			for at, id := range want.Value(f.Name) {
				have := form.Draft(d.m.Session().Draft(item.ID()))
				d.send(app.MoveCard{From: slices.Index(have.Value(f.Name), id), To: at})
			}
		case puzzle.PickLinks:
			for _, l := range want.Links(f.Name) {
				d.send(app.Hang{Card: l.From})
			}
			for _, l := range want.Links(f.Name) {
				d.send(app.Hang{Card: l.From, To: l.To})
			}
		default:
			for _, id := range want.Value(f.Name) {
				d.send(app.Fill{Field: f.Name, Option: id})
			}
		}
	}
}
