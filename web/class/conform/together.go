package conform

import (
	"bufio"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"time"

	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// pace is where a class is.
type pace struct {
	Version int    `json:"version"`
	Step    string `json:"step"`
	Phase   string `json:"phase"`
	Paused  bool   `json:"paused"`
}

// lead asks for a step and phase.
func (b *bench) lead(class client.Class, to pace) (client.Answer, error) {
	return b.do("POST", class.Path("/pace"), class.Teacher, fmt.Sprintf(`{"step":%q,"phase":%q,"paused":%v,"expect":%d}`, to.Step, to.Phase, to.Paused, to.Version))
}

// go takes a class through phases of a step.
func (b *bench) goThrough(class client.Class, version *int, step string, phases ...string) error {
	for _, phase := range phases {
		a, err := b.lead(class, pace{*version, step, phase, false})
		if err != nil {
			return err
		}
		var got pace
		if err := a.Into(http.StatusOK, &got); err != nil {
			return fmt.Errorf("%s %s: %w", step, phase, err)
		}
		if got != (pace{*version + 1, step, phase, false}) {
			return fmt.Errorf("%s %s leads to %+v", step, phase, got)
		}
		*version++
	}
	return nil
}

// asking returns the first step that asks something.
func (b *bench) asking() session.Step {
	plan := session.Plan(b.set, "quick")
	return plan[slices.IndexFunc(plan, func(s session.Step) bool { return len(s.Items) > 0 })]
}

func paced(b *bench) error {
	class, err := b.open("together")
	if err != nil {
		return err
	}
	step := b.asking().ID
	for name, to := range map[string]pace{
		"a vote where nothing is asked": {0, "briefing", "vote", false},
		"the end":                       {0, "debrief", "read", false},
		"a vote before reading":         {0, step, "vote", false},
		"a step that isn't there":       {0, "nowhere", "read", false},
		"a phase that isn't there":      {0, "briefing", "sleep", false},
	} {
		a, err := b.lead(class, to)
		if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	version := 0
	if err := b.goThrough(class, &version, step, "read", "vote", "discuss", "revote"); err != nil {
		return err
	}
	a, err := b.lead(class, pace{version - 1, step, "revote", false})
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return fmt.Errorf("the same decision again: %w", err)
	}
	a, err = b.lead(class, pace{version - 1, step, "reveal", false})
	if err := refused(a, err, http.StatusConflict); err != nil {
		return fmt.Errorf("a decision on an old version: %w", err)
	}
	a, err = b.lead(class, pace{version, step, "vote", false})
	if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
		return fmt.Errorf("the first vote again: %w", err)
	}
	a, err = b.lead(class, pace{version, step, "revote", true})
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return fmt.Errorf("a pause: %w", err)
	}
	version++
	if err := b.goThrough(class, &version, step, "reveal"); err != nil {
		return err
	}
	for _, body := range []string{"", `{"step":"briefing","phase":"read"}`, `{"expect":"1"}`, "null"} {
		a, err = b.do("POST", class.Path("/pace"), class.Teacher, body)
		if err := refused(a, err, http.StatusBadRequest); err != nil {
			return fmt.Errorf("%q: %w", body, err)
		}
	}
	free, err := b.open("free")
	if err != nil {
		return err
	}
	a, err = b.lead(free, pace{0, step, "read", false})
	return refused(a, err, http.StatusUnprocessableEntity)
}

// vote answers everything at the class's step, in a game that is there, and sends it.
func (b *bench) vote(class client.Class, seat client.Seat, p *client.Player, step string) (client.Answer, error) {
	_, from := p.Events(0)
	if p.Session().Step().ID != step {
		if err := p.Session().Apply(session.Event{Kind: session.Went, Step: step}); err != nil {
			return client.Answer{}, err
		}
	}
	for _, id := range p.Session().Step().Items {
		if err := p.Answer(id); err != nil {
			return client.Answer{}, err
		}
	}
	events, _ := p.Events(from)
	return b.client.Put(b.ctx, class, seat, from, events)
}

func voted(b *bench) error {
	class, err := b.open("together")
	if err != nil {
		return err
	}
	early, p, err := b.pupil(class, true)
	if err != nil {
		return err
	}
	step, version := b.asking(), 0
	a, err := b.vote(class, early, p, step.ID)
	if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
		return fmt.Errorf("before the class is there: %w", err)
	}
	if err := b.goThrough(class, &version, step.ID, "read"); err != nil {
		return err
	}
	events, all := p.Events(1)
	a, err = b.client.Put(b.ctx, class, early, 1, events)
	if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
		return fmt.Errorf("before the vote: %w", err)
	}
	var got problem
	if err := a.Into(http.StatusUnprocessableEntity, &got); err != nil {
		return err
	}
	if !got.Late || got.Kept == nil || *got.Kept == 0 {
		return fmt.Errorf("before the vote the answer is %s", a.Body)
	}
	if err := b.goThrough(class, &version, step.ID, "vote"); err != nil {
		return err
	}
	if a, err = b.client.Put(b.ctx, class, early, 1, events); err != nil {
		return err
	}
	if err := wantNext(a, http.StatusOK, all); err != nil {
		return fmt.Errorf("in the vote: %w", err)
	}
	if err := b.goThrough(class, &version, step.ID, "discuss"); err != nil {
		return err
	}
	// Sent again, because the answer was lost on the way, it is still taken.
	if a, err = b.client.Put(b.ctx, class, early, 1, events); err != nil {
		return err
	}
	if err := wantNext(a, http.StatusOK, all); err != nil {
		return fmt.Errorf("again after the vote: %w", err)
	}
	late, q, err := b.pupil(class, true)
	if err != nil {
		return err
	}
	a, err = b.vote(class, late, q, step.ID)
	if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
		return fmt.Errorf("after the vote: %w", err)
	}
	// Who missed it lands where the class is all the same.
	if err := b.goThrough(class, &version, step.ID, "reveal"); err != nil {
		return err
	}
	plan := session.Plan(b.set, "quick")
	next := plan[slices.IndexFunc(plan, func(s session.Step) bool { return s.ID == step.ID })+1]
	if err := b.goThrough(class, &version, next.ID, "read", "vote"); err != nil {
		return err
	}
	if a, err = b.do("GET", class.Path("/seats/"+late.Seat+"/log"), late.Key, ""); err != nil {
		return err
	}
	if q, err = client.Resume(b.set, a.Body); err != nil {
		return err
	}
	if a, err = b.vote(class, late, q, next.ID); err != nil {
		return err
	}
	_, all = q.Events(0)
	return wantNext(a, http.StatusOK, all)
}

func revoted(b *bench) error {
	class, err := b.open("together")
	if err != nil {
		return err
	}
	step, version := b.asking(), 0
	if err := b.goThrough(class, &version, step.ID, "read", "vote"); err != nil {
		return err
	}
	seat, p, err := b.pupil(class, true)
	if err != nil {
		return err
	}
	a, err := b.vote(class, seat, p, step.ID)
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return err
	}
	item := step.Items[0]
	it, ok := b.set.Item(item)
	if !ok {
		return fmt.Errorf("there is no item %q", item)
	}
	path, best := class.Path("/seats/"+seat.Seat+"/second/"+item), string(it.Best())
	a, err = b.do("PUT", path, seat.Key, best)
	if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
		return fmt.Errorf("before the second vote: %w", err)
	}
	if err := b.goThrough(class, &version, step.ID, "discuss", "revote"); err != nil {
		return err
	}
	for _, answer := range []string{"", "{}", "null", `"\u0000"`, long(20<<10, " ") + "x"} {
		a, err = b.do("PUT", path, seat.Key, answer)
		if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
			return fmt.Errorf("%.20q: %w", answer, err)
		}
	}
	for range 2 {
		if a, err = b.do("PUT", path, seat.Key, best); err != nil {
			return err
		}
		if err := a.Into(http.StatusOK, nil); err != nil {
			return err
		}
	}
	a, err = b.do("PUT", path, seat.Key, string(it.Worst()))
	if err := refused(a, err, http.StatusConflict); err != nil {
		return fmt.Errorf("another answer: %w", err)
	}
	a, err = b.do("PUT", class.Path("/seats/"+seat.Seat+"/second/nothing"), seat.Key, best)
	if err := refused(a, err, http.StatusUnprocessableEntity); err != nil {
		return fmt.Errorf("no question: %w", err)
	}

	first, second, err := b.rounds(class, item)
	if err != nil {
		return err
	}
	if first.Answered != 1 || second == nil || second.Answered != 1 || second.Mark != nil || first.Right != nil {
		return fmt.Errorf("during the second vote the rounds are %+v and %+v", first, second)
	}
	if err := b.goThrough(class, &version, step.ID, "reveal"); err != nil {
		return err
	}
	a, err = b.do("PUT", path, seat.Key, best)
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return fmt.Errorf("sent again after the vote: %w", err)
	}
	if _, second, err = b.rounds(class, item); err != nil {
		return err
	}
	if second == nil || second.Mark == nil || *second.Mark != 1 {
		return fmt.Errorf("at the end the second round is %+v", second)
	}
	// The log, and with it the report, has the first answer.
	got, err := b.reportOf(class, seat)
	if err != nil {
		return err
	}
	given, _ := p.Session().First(item)
	if !strings.Contains(string(got), `"given":`+string(given)) {
		return fmt.Errorf("the report doesn't have the first answer %s", given)
	}
	return nil
}

// round is how an item was answered in one vote.
type round struct {
	Answered int      `json:"answered"`
	Mark     *float64 `json:"mark"`
	Right    *int     `json:"right"`
}

// teacherState is what a teacher sees.
type teacherState struct {
	Number  uint64   `json:"number"`
	Full    bool     `json:"full"`
	Pace    *pace    `json:"pace"`
	Removed []string `json:"removed"`
	Seats   []struct {
		Seat, Name, Step string
		Answered         int
		Current          bool
	} `json:"seats"`
	Items []struct {
		Item   string `json:"item"`
		First  round  `json:"first"`
		Second *round `json:"second"`
	} `json:"items"`
}

func (b *bench) stateOf(class client.Class, after uint64) (st teacherState, err error) {
	a, err := b.do("GET", class.Path(fmt.Sprintf("/state?after=%d", after)), class.Teacher, "")
	if err != nil {
		return st, err
	}
	return st, a.Into(http.StatusOK, &st)
}

func (b *bench) rounds(class client.Class, item string) (first round, second *round, err error) {
	st, err := b.stateOf(class, 0)
	if err != nil {
		return first, nil, err
	}
	for _, it := range st.Items {
		if it.Item == item {
			return it.First, it.Second, nil
		}
	}
	return first, nil, fmt.Errorf("the state has no answers to %q", item)
}

func states(b *bench) error {
	const askEvery, deliveryTries = 60 * time.Millisecond, 1000
	class, err := b.open("free")
	if err != nil {
		return err
	}
	one, p, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	two, _, err := b.pupil(class, false)
	if err != nil {
		return err
	}
	whole, err := b.stateOf(class, 0)
	if err != nil {
		return err
	}
	// The number counts what the store has delivered. While that is nothing of this class,
	// what follows is given whole again.
	for range deliveryTries {
		next, err := b.stateOf(class, whole.Number)
		if err != nil {
			return err
		}
		if !next.Full {
			break
		}
		whole = next
		time.Sleep(askEvery)
	}
	if !whole.Full || len(whole.Seats) != 2 || whole.Number == 0 {
		return fmt.Errorf("the whole state is %+v", whole)
	}
	for range 2 {
		if _, err := p.Next(); err != nil {
			return err
		}
	}
	if err := b.send(class, one, p, 1); err != nil {
		return err
	}
	// The number may lag behind what is seen, but nothing is ever missing.
	since, err := b.stateOf(class, whole.Number)
	if err != nil {
		return err
	}
	found := false
	for _, seat := range since.Seats {
		found = found || seat.Seat == one.Seat && seat.Answered == 1
	}
	if !found || since.Full || len(since.Items) == 0 || since.Number < whole.Number {
		return fmt.Errorf("since %d the state is %+v", whole.Number, since)
	}
	a, err := b.do("DELETE", class.Path("/seats/"+two.Seat), class.Teacher, "")
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusNoContent, nil); err != nil {
		return err
	}
	last, err := b.stateOf(class, since.Number)
	if err != nil {
		return err
	}
	if !slices.Contains(last.Removed, two.Seat) {
		return fmt.Errorf("after a seat was removed the state is %+v", last)
	}
	for _, after := range []string{"x", "-1", "99999999999999999999999"} {
		a, err := b.do("GET", class.Path("/state?after="+after), class.Teacher, "")
		if err := refused(a, err, http.StatusBadRequest); err != nil {
			return err
		}
	}
	beyond, err := b.stateOf(class, last.Number+1<<40)
	if err == nil && !beyond.Full {
		err = fmt.Errorf("after a number that never was the state is %+v", beyond)
	}
	return err
}

func discreet(b *bench) error {
	class, err := b.open("together")
	if err != nil {
		return err
	}
	one, _, err := b.pupil(class, true)
	if err != nil {
		return err
	}
	two, p, err := b.pupil(class, true)
	if err != nil {
		return err
	}
	step, version := b.asking(), 0
	if err := b.goThrough(class, &version, step.ID, "read", "vote"); err != nil {
		return err
	}
	a, err := b.vote(class, two, p, step.ID)
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return err
	}
	if a, err = b.do("GET", class.Path("/state"), one.Key, ""); err != nil {
		return err
	}
	var got struct {
		Pace  pace
		Count struct{ Seats, Answered int }
		You   client.Seat
	}
	if err := a.Into(http.StatusOK, &got); err != nil {
		return err
	}
	if got.Pace.Phase != "vote" || got.Count.Seats != 2 || got.Count.Answered != 1 || got.You.Name != one.Name {
		return fmt.Errorf("a pupil sees %s", a.Body)
	}
	for _, hidden := range []string{two.Name, `"items"`, `"mark"`, `"right"`, `"answers"`} {
		if strings.Contains(string(a.Body), hidden) {
			return fmt.Errorf("a pupil sees %s in %s", hidden, a.Body)
		}
	}
	for _, path := range []string{"/report.json", "/report.csv"} {
		a, err := b.do("GET", class.Path(path), one.Key, "")
		if err := refused(a, err, http.StatusUnauthorized); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	if a, err = b.do("GET", class.Path(""), "", ""); err == nil && strings.Contains(string(a.Body), one.Name) {
		err = fmt.Errorf("the code alone shows a name: %s", a.Body)
	}
	return err
}

func streamed(b *bench) error {
	class, err := b.open("together")
	if err != nil {
		return err
	}
	pupil, _, err := b.pupil(class, true)
	if err != nil {
		return err
	}
	for who, secret := range map[string]string{"the teacher": class.Teacher, "a pupil": pupil.Key} {
		before, err := b.stateOf(class, 0)
		if err != nil {
			return err
		}
		response, err := b.client.Open(b.ctx, client.Request{Method: "GET", Path: class.Path("/stream"), Secret: secret})
		if err != nil {
			return err
		}
		err = b.follow(response, class, before.Pace, who == "the teacher")
		response.Body.Close()
		if err != nil {
			return fmt.Errorf("%s: %w", who, err)
		}
	}
	a, err := b.do("GET", class.Path("/stream"), "", "")
	return refused(a, err, http.StatusUnauthorized)
}

// follow reads a stream: the state, what changes, and if asked for a heartbeat, which
// takes five seconds.
func (b *bench) follow(response *http.Response, class client.Class, now *pace, heartbeat bool) error {
	if kind := response.Header.Get("Content-Type"); response.StatusCode != http.StatusOK || kind != "text/event-stream" {
		return fmt.Errorf("the stream is answered with %s %s", response.Status, kind)
	}
	lines := bufio.NewScanner(response.Body)
	lines.Buffer(nil, 1<<20)
	name, data, err := events(lines)
	if err != nil {
		return err
	}
	var st teacherState
	if err := json.Unmarshal([]byte(data), &st); err != nil || name != "state" || !st.Full || st.Pace == nil {
		return fmt.Errorf("the first event is %s %s", name, data)
	}
	paused := pace{now.Version, now.Step, now.Phase, !now.Paused}
	a, err := b.lead(class, paused)
	if err != nil {
		return err
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		return err
	}
	changed, beating := false, !heartbeat
	for !changed || !beating {
		if name, data, err = events(lines); err != nil {
			return err
		}
		switch name {
		case "beat":
			beating = true
		case "state":
			var st teacherState
			if err := json.Unmarshal([]byte(data), &st); err != nil {
				return err
			}
			changed = changed || st.Pace != nil && st.Pace.Paused == paused.Paused
		default:
			return fmt.Errorf("an event is called %q", name)
		}
	}
	return nil
}
