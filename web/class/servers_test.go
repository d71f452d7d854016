package class

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
	"holdtheline/web/class/room"
)

// get makes a call that is answered with 200 and decodes the answer.
func get(t testing.TB, c *client.Client, path, secret string, v any) {
	t.Helper()
	a, err := c.Do(t.Context(), client.Request{Method: "GET", Path: path, Secret: secret})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Into(http.StatusOK, v); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// lead takes a class to a step and phase.
func lead(t testing.TB, c *client.Client, class client.Class, version int, step string, phase room.Phase) {
	t.Helper()
	a, err := c.Do(t.Context(), client.Request{
		Method: "POST", Path: class.Path("/pace"), Secret: class.Teacher,
		Body: fmt.Appendf(nil, `{"step":%q,"phase":%q,"expect":%d}`, step, phase, version),
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		t.Fatal(err)
	}
}

func open(t testing.TB, c *client.Client, pace room.PaceKind) client.Class {
	t.Helper()
	class, err := c.OpenClass(t.Context(), map[string]any{"length": "quick", "mode": "assessment", "seed": 7, "pace": pace})
	if err != nil {
		t.Fatal(err)
	}
	return class
}

func join(t testing.TB, c *client.Client, class client.Class) client.Seat {
	t.Helper()
	seat, err := c.Join(t.Context(), class)
	if err != nil {
		t.Fatal(err)
	}
	return seat
}

func game(led bool) session.Config {
	return session.Config{Length: "quick", Mode: session.Assessment, Seed: 7, Led: led}
}

// Several devices that send other events for the same seat at once, to two servers:
// one of them is taken, and all others learn where the log is.
func TestManyDevicesOnOneSeat(t *testing.T) {
	s := embed(t, t.TempDir(), time.Hour)
	var clients []*client.Client
	for range 2 {
		server, _ := serve(t, config(t, s))
		clients = append(clients, dial(t, server))
	}
	class := open(t, clients[0], room.Free)
	seat := join(t, clients[0], class)
	set := theCall(t)
	for round := range 4 {
		var taken, refused atomic.Int64
		var all sync.WaitGroup
		var log []byte
		get0 := client.Request{Method: "GET", Path: class.Path("/seats/" + seat.Seat + "/log"), Secret: seat.Key}
		if a, err := clients[0].Do(t.Context(), get0); err != nil {
			t.Fatal(err)
		} else if log = a.Body; len(log) == 0 {
			log, _ = client.NewPlayer(set, game(false), 0).Events(0)
		}
		for device := range 6 {
			all.Go(func() {
				p, err := client.Resume(set, log)
				if err != nil {
					t.Error(err)
					return
				}
				for range device + 1 { // each another number of looks at the briefing
					if err := p.Session().Apply(session.Event{Kind: session.Went, Step: session.BriefingID}); err != nil {
						t.Error(err)
					}
				}
				if err := p.Session().Apply(session.Event{Kind: session.Went, Step: p.Session().Steps()[1].ID}); err != nil {
					t.Error(err)
				}
				from := bytes.Count(log, []byte("\n"))
				if round == 0 {
					from = 0
				}
				events, next := p.Events(from)
				a, err := clients[device%2].Put(t.Context(), class, seat, from, events)
				if err != nil {
					t.Error(err)
					return
				}
				switch a.Status {
				case http.StatusOK:
					taken.Add(1)
					if err := wantNext(a, next); err != nil {
						t.Error(err)
					}
				case http.StatusConflict:
					refused.Add(1)
				default:
					t.Errorf("a device is answered with %d %s", a.Status, a.Body)
				}
			})
		}
		all.Wait()
		if taken.Load() != 1 || refused.Load() != 5 {
			t.Fatalf("round %d: %d devices are taken and %d refused", round, taken.Load(), refused.Load())
		}
	}
}

func wantNext(a client.Answer, next int) error {
	var got struct{ Next int }
	if err := a.Into(http.StatusOK, &got); err != nil {
		return err
	}
	if got.Next != next {
		return fmt.Errorf("next is %d, want %d", got.Next, next)
	}
	return nil
}

// mirror is a teacher's page: it has the first state and then what changes.
type mirror struct {
	number uint64
	seats  map[string]room.SeatState
	items  map[string]string
	pace   room.Pace
}

func (m *mirror) take(t *testing.T, st room.State) {
	t.Helper()
	if st.Full {
		*m = mirror{seats: map[string]room.SeatState{}, items: map[string]string{}}
	}
	if st.Number < m.number {
		t.Errorf("the number goes back from %d to %d", m.number, st.Number)
	}
	m.number = st.Number
	if st.Pace != nil {
		m.pace = *st.Pace
	}
	for _, s := range st.Seats {
		s.Last, s.Since = time.Time{}, time.Time{} // each server's own clock
		m.seats[s.Seat] = s
	}
	for _, id := range st.Removed {
		delete(m.seats, id)
	}
	for _, it := range st.Items {
		data, err := json.Marshal(it)
		if err != nil {
			t.Fatal(err)
		}
		m.items[it.Item] = string(data)
	}
}

func (m *mirror) String() string {
	data, err := json.Marshal([]any{m.seats, m.items, m.pace})
	if err != nil {
		return err.Error()
	}
	return string(data)
}

// Twelve pupils play at two servers while two teachers' pages ask for what changes.
// In the end every page, and a third server that has just started, show the same, and
// that is what the logs say.
func TestServersAndPagesAgree(t *testing.T) {
	s := embed(t, t.TempDir(), time.Hour)
	var clients []*client.Client
	for range 2 {
		server, _ := serve(t, config(t, s))
		clients = append(clients, dial(t, server))
	}
	class := open(t, clients[0], room.Free)
	set := theCall(t)
	var playing, asking sync.WaitGroup
	var stored atomic.Uint64 // the number of the last message, once all have played
	pages := make([]mirror, 2)
	for i := range pages {
		asking.Go(func() {
			for {
				var st room.State
				get(t, clients[i], class.Path(fmt.Sprintf("/state?after=%d", pages[i].number)), class.Teacher, &st)
				pages[i].take(t, st)
				if all := stored.Load(); t.Failed() || all > 0 && st.Number >= all {
					return
				}
				time.Sleep(60 * time.Millisecond) // as often as a page may ask
			}
		})
	}
	for i := range 12 {
		playing.Go(func() {
			c := clients[i%2]
			seat := join(t, c, class)
			p := client.NewPlayer(set, game(false), 2+i%3)
			for acked := 0; ; {
				events, all := p.Events(acked)
				a, err := clients[rand.IntN(2)].Put(t.Context(), class, seat, acked, events)
				if err != nil {
					t.Error(err)
					return
				}
				if err := wantNext(a, all); err != nil {
					t.Error(err)
					return
				}
				acked = all
				if more, err := p.Next(); err != nil || !more {
					return
				}
			}
		})
	}
	playing.Wait()
	all, err := s.Last(t.Context(), class.Code)
	if err != nil {
		t.Error(err)
	}
	stored.Store(all)
	asking.Wait()

	fresh, _ := serve(t, config(t, s))
	clients = append(clients, dial(t, fresh))
	pages = append(pages, mirror{})
	var st room.State
	get(t, clients[2], class.Path("/state"), class.Teacher, &st)
	pages[2].take(t, st)
	for i := range pages {
		if len(pages[i].seats) != 12 || pages[i].String() != pages[2].String() {
			t.Errorf("page %d shows\n%s\na new one shows\n%s", i, pages[i].String(), pages[2].String())
		}
	}
	for _, seat := range pages[2].seats {
		if !seat.Done {
			t.Errorf("%+v has not finished", seat)
		}
	}
}

// A vote is closed at one server while answers arrive at another. What was
// acknowledged counts, what was refused doesn't, and all servers agree.
func TestAVoteIsClosedWhileAnswersArrive(t *testing.T) {
	s := embed(t, t.TempDir(), time.Hour)
	var clients []*client.Client
	for range 2 {
		server, _ := serve(t, config(t, s))
		clients = append(clients, dial(t, server))
	}
	class := open(t, clients[0], room.Together)
	set := theCall(t)
	plan := session.Plan(set, "quick")
	step := plan[slices.IndexFunc(plan, func(s session.Step) bool { return len(s.Items) > 0 })]
	lead(t, clients[0], class, 0, step.ID, room.Read)
	lead(t, clients[0], class, 1, step.ID, room.Vote)
	const pupils = 20
	var seats []client.Seat
	for range pupils {
		seats = append(seats, join(t, clients[1], class))
	}
	counted := make([]bool, pupils)
	var all sync.WaitGroup
	started := make(chan struct{})
	var answered atomic.Int64
	for i, seat := range seats {
		all.Go(func() {
			p := client.NewPlayer(set, game(true), 2)
			if err := p.Session().Apply(session.Event{Kind: session.Went, Step: step.ID}); err != nil {
				t.Error(err)
				return
			}
			for _, id := range step.Items {
				if err := p.Answer(id); err != nil {
					t.Error(err)
				}
			}
			events, next := p.Events(0)
			a, err := clients[1].Put(t.Context(), class, seat, 0, events)
			if err != nil {
				t.Error(err)
				return
			}
			if answered.Add(1) == pupils/4 {
				close(started)
			}
			switch a.Status {
			case http.StatusOK:
				counted[i] = true
				if err := wantNext(a, next); err != nil {
					t.Error(err)
				}
			case http.StatusUnprocessableEntity:
				var p Problem
				if err := json.Unmarshal(a.Body, &p); err != nil || !p.Late {
					t.Errorf("a pupil is answered with %s", a.Body)
				}
			default:
				t.Errorf("a pupil is answered with %d %s", a.Status, a.Body)
			}
		})
	}
	<-started
	lead(t, clients[0], class, 2, step.ID, room.Discuss)
	all.Wait()

	fresh, _ := serve(t, config(t, s))
	clients = append(clients, dial(t, fresh))
	last := len(step.Items) - 1
	stored, err := s.Last(t.Context(), class.Code)
	if err != nil {
		t.Fatal(err)
	}
	for i, c := range clients {
		var st room.State
		for get(t, c, class.Path("/state"), class.Teacher, &st); st.Number < stored; { // what another server stored comes by itself
			time.Sleep(60 * time.Millisecond)
			st = room.State{}
			get(t, c, class.Path("/state"), class.Teacher, &st)
		}
		for j, seat := range seats {
			k := slices.IndexFunc(st.Seats, func(s room.SeatState) bool { return s.Seat == seat.Seat })
			if k < 0 {
				t.Fatalf("server %d: seat %s is missing", i, seat.Seat)
			}
			if st.Seats[k].Current != counted[j] {
				t.Errorf("server %d: seat %s is counted: %v; it was acknowledged: %v", i, seat.Seat, st.Seats[k].Current, counted[j])
			}
		}
		want := 0
		for _, yes := range counted {
			if yes {
				want++
			}
		}
		k := slices.IndexFunc(st.Items, func(it room.ItemState) bool { return it.Item == step.Items[last] })
		if got := 0; k >= 0 {
			if got = st.Items[k].First.Answered; got != want {
				t.Errorf("server %d: %d answers are counted, want %d", i, got, want)
			}
		}
	}
}

// Classes that nobody uses are let go, and are there again when they are needed.
func TestMemoryIsBounded(t *testing.T) {
	cfg := config(t, embed(t, t.TempDir(), time.Hour))
	cfg.Memory = 20 << 10 // about three classes
	server, h := serve(t, cfg)
	c := dial(t, server)
	set := theCall(t)
	type one struct {
		class  client.Class
		seat   client.Seat
		player *client.Player
		acked  int
	}
	var all []*one
	for range 8 {
		class := open(t, c, room.Free)
		all = append(all, &one{class: class, seat: join(t, c, class), player: client.NewPlayer(set, game(false), 3)})
	}
	for range 5 {
		for _, o := range all {
			events, next := o.player.Events(o.acked)
			a, err := c.Put(t.Context(), o.class, o.seat, o.acked, events)
			if err != nil {
				t.Fatal(err)
			}
			if err := wantNext(a, next); err != nil {
				t.Fatal(err)
			}
			o.acked = next
			if _, err := o.player.Next(); err != nil {
				t.Fatal(err)
			}
		}
		if classes, weight := h.hub.Size(); weight > cfg.Memory+12<<10 || classes >= len(all) {
			t.Errorf("%d classes with %d bytes are in memory", classes, weight)
		}
	}
}

// A case that is a test form is played as a test, whatever mode was asked for.
func TestAClassTakesATest(t *testing.T) {
	server, h := serve(t, config(t, embed(t, t.TempDir(), time.Hour)))
	c := dial(t, server)
	form := ""
	for _, id := range assets.Cases() {
		if set, err := h.cases.Set(id); err != nil {
			t.Fatal(err)
		} else if set.Case().Form != "" {
			form = id
		}
	}
	set, err := h.cases.Set(form)
	if err != nil {
		t.Fatal(err)
	}
	class, err := c.OpenClass(t.Context(), map[string]any{"case": form, "mode": "practice", "seed": 7})
	if err != nil {
		t.Fatal(err)
	}
	var settings room.Settings
	get(t, c, class.Path(""), "", &settings)
	if settings.Mode != session.Test {
		t.Errorf("the mode is %q", settings.Mode)
	}
	events, next := client.NewPlayer(set, session.Config{Length: settings.Length, Seed: 7, When: session.Before}, 0).Events(0)
	a, err := c.Put(t.Context(), class, join(t, c, class), 0, events)
	if err != nil {
		t.Fatal(err)
	}
	if err := wantNext(a, next); err != nil {
		t.Error(err)
	}
}
