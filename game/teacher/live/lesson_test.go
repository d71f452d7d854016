package live_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/game/figure"
	"holdtheline/game/screentest"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/live"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// A pupil is a simulated one, whose log is kept here as it is on a device.
type pupil struct {
	seat   client.Seat
	s      *session.Session
	sent   int
	random *rand.Rand
	second map[string]json.RawMessage
}

// A classroom is a class of a real server, with pupils.
type classroom struct {
	t      testing.TB
	c      *client.Client
	class  client.Class
	set    *puzzle.Set
	pupils []*pupil
}

// enter has so many pupils join the teacher's class.
func enter(t testing.TB, base, code string, n int) *classroom {
	t.Helper()
	r := &classroom{t: t, c: client.New(base, 4), class: client.Class{Code: code}}
	t.Cleanup(r.c.Close)
	a, err := r.c.Do(t.Context(), client.Request{Method: "GET", Path: r.class.Path("")})
	if err != nil {
		t.Fatal(err)
	}
	var about struct {
		Case   string
		Length casefile.Length
		Mode   session.Mode
		Seed   uint64
		Pace   string
	}
	if err := a.Into(http.StatusOK, &about); err != nil {
		t.Fatal(err)
	}
	r.set = screentest.SetOf(t, about.Case)
	for i := range n {
		seat, err := r.c.Join(t.Context(), r.class)
		if err != nil {
			t.Fatal(err)
		}
		r.pupils = append(r.pupils, &pupil{
			seat: seat, random: rand.New(rand.NewPCG(7, uint64(i))), second: map[string]json.RawMessage{},
			s: session.Start(r.set, session.Config{Length: about.Length, Mode: about.Mode, Seed: about.Seed, Led: about.Pace == "together", Began: began}),
		})
	}
	return r
}

// send sends what a pupil has done since.
func (r *classroom) send(p *pupil) {
	r.t.Helper()
	log := p.s.Log()
	var lines []byte
	for _, e := range log[p.sent:] {
		lines = append(lines, session.EncodeEvent(e)...)
	}
	a, err := r.c.Put(r.t.Context(), r.class, p.seat, p.sent, lines)
	if err != nil {
		r.t.Fatal(err)
	}
	if err := a.Into(http.StatusOK, nil); err != nil {
		r.t.Fatal(err)
	}
	p.sent = len(log)
}

func (r *classroom) apply(p *pupil, e session.Event) {
	r.t.Helper()
	if err := p.s.Apply(e); err != nil {
		r.t.Fatal(err)
	}
}

// goTo has all pupils follow to a step.
func (r *classroom) goTo(step string) {
	r.t.Helper()
	for _, p := range r.pupils {
		r.apply(p, session.Event{Kind: session.Went, Step: step})
		r.send(p)
	}
}

// choose is a pupil's answer: right with a chance, else one of the others.
func choose(p *pupil, item puzzle.Item, right float64) json.RawMessage {
	v, ok := item.(*puzzle.Verdict)
	switch {
	case !ok && p.random.Float64() < right:
		return item.Best()
	case !ok:
		return item.Worst()
	}
	is := v.Is()
	if p.random.Float64() >= right {
		others := slices.DeleteFunc(slices.Clone(casefile.Verdicts()), func(one casefile.Verdict) bool { return one == is })
		is = others[p.random.IntN(len(others))]
	}
	data, _ := json.Marshal(puzzle.VerdictAnswer{Is: is, Certainty: 1 + p.random.IntN(3)}) // of strings and numbers
	return data
}

// vote has the first n pupils answer what a step asks.
func (r *classroom) vote(step session.Step, n int, right float64) {
	r.t.Helper()
	for _, p := range r.pupils[:n] {
		for _, id := range step.Items {
			item, _ := r.set.Item(id)
			answer := choose(p, item, right)
			r.apply(p, session.Event{Kind: session.Drafted, Item: id, Answer: answer}) // in case it is the order that was dealt
			r.apply(p, session.Event{Kind: session.Answered, Item: id, Answer: answer})
		}
		r.send(p)
	}
}

// revote has all but the first pupils answer again.
func (r *classroom) revote(step session.Step, but int, right float64) {
	r.t.Helper()
	for _, p := range r.pupils[but:] {
		for _, id := range step.Items {
			item, _ := r.set.Item(id)
			answer := choose(p, item, right)
			p.second[id] = answer
			a, err := r.c.Do(r.t.Context(), client.Request{
				Method: "PUT", Path: r.class.Path("/seats/" + p.seat.Seat + "/second/" + id), Secret: p.seat.Key, Body: answer,
			})
			if err != nil {
				r.t.Fatal(err)
			}
			if err := a.Into(http.StatusOK, nil); err != nil {
				r.t.Fatal(err)
			}
		}
	}
}

// A lesson is led from the door to the debrief, each step with a revote or without.
// What the page shows of each question are the numbers that follow from the pupils'
// logs.
func TestAWholeLesson(t *testing.T) {
	if testing.Short() {
		t.Skip("a whole lesson of thirty takes a while")
	}
	s := classServer(t)
	w := newTeacher(t, "en", s.URL, nil)
	w.Press("open")
	code := w.m.Code()
	if code == "" {
		t.Fatalf("no class is open: %s", screentest.Said(w.Tree()))
	}
	r := enter(t, s.URL, code, 30)
	w.look()
	if got, want := w.Text("here.title"), "30 have come"; got != want {
		t.Errorf("the door says %q, want %q", got, want)
	}
	for _, p := range r.pupils {
		if !strings.Contains(w.Text("here"), p.seat.Name) {
			t.Errorf("%s is not at the door", p.seat.Name)
		}
		r.send(p)
	}
	w.Press("begin")
	plan := session.Plan(r.set, casefile.Lesson)
	for i, step := range plan {
		if i > 0 {
			w.next()
			r.goTo(step.ID)
			w.look()
		}
		if len(step.Items) > 0 {
			lesson(t, w, r, step, i)
		}
	}
	if w.Has("go.next") {
		t.Error("the lesson goes on after the debrief")
	}
	w.next() // to the picture
	checkPicture(t, w, r)
}

// next presses what a clicker would.
func (w *teacher) next() {
	w.T.Helper()
	id := ""
	var walk func(n *ui.Node)
	walk = func(n *ui.Node) {
		if n.Key == ui.PageDown {
			id = n.ID
		}
		for _, c := range n.Children {
			walk(c)
		}
	}
	walk(w.Tree())
	w.Press(id)
}

// lesson leads through a step, and every second one through a revote as well.
func lesson(t *testing.T, w *teacher, r *classroom, step session.Step, i int) {
	t.Helper()
	w.next() // the vote
	voters := len(r.pupils) - i%3
	r.vote(step, voters, 0.5)
	w.look()
	if got, want := w.Text("tally.said"), fmt.Sprintf("%d of %d have answered", voters, len(r.pupils)); got != want {
		t.Errorf("%s: while the vote is open the page says %q, want %q", step.ID, got, want)
	}
	for _, hidden := range []string{"votes", "shift", "mistake", "evidence", "field.0"} {
		if w.Has(hidden) {
			t.Errorf("%s: %s is shown while the vote is open", step.ID, hidden)
		}
	}
	w.Press("answers.show")
	if all := screentest.Said(w.Tree()); w.Has("shift") || w.Has("mistake") || w.Has("evidence") || strings.Contains(all, "Supported") {
		t.Errorf("%s: what is right is shown while the vote is open:\n%s", step.ID, all)
	}
	if i%2 == 0 {
		w.next() // talk
		if w.Has("shift") || w.Has("evidence") {
			t.Errorf("%s: what is right is shown while the class talks", step.ID)
		}
		w.next() // vote again
		if !w.Has("answers.hidden") {
			t.Errorf("%s: the answers stay on the screen while the class votes again", step.ID)
		}
		r.revote(step, i%4, 0.8)
		w.look()
		if got, want := w.Text("tally.said"), fmt.Sprintf("%d of %d have answered", len(r.pupils)-i%4, len(r.pupils)); got != want {
			t.Errorf("%s: in the second vote the page says %q, want %q", step.ID, got, want)
		}
		w.next() // the evidence
	} else {
		w.Press("go.reveal")
	}
	w.look()
	for n, id := range step.Items {
		if n > 0 {
			w.Press(fmt.Sprint("item.", n))
		}
		checkAnswers(t, w, r, id)
	}
}

// checkAnswers compares what the page shows of a question with what is in the logs.
func checkAnswers(t *testing.T, w *teacher, r *classroom, id string) {
	t.Helper()
	item, _ := r.set.Item(id)
	first, second := r.given(item)
	right := func(answers []json.RawMessage) (n int, mean float64) {
		for _, a := range answers {
			mark, err := item.Mark(a)
			if err != nil {
				t.Fatal(err)
			}
			mean += mark.Value / float64(len(answers))
			if mark.Value > 0.9999 {
				n++
			}
		}
		return n, mean
	}
	v, verdict := item.(*puzzle.Verdict)
	n, mean := right(first)
	later, meanLater := right(second)
	want := fmt.Sprintf("Right: %d of %d.", n, len(first))
	switch {
	case verdict && len(second) > 0:
		want = fmt.Sprintf("Right: %d of %d, and after talking %d of %d.", n, len(first), later, len(second))
	case !verdict && len(second) > 0:
		want = fmt.Sprintf("On average %.0f\u00a0%% right, and after talking %.0f\u00a0%%.", 100*mean, 100*meanLater)
	case !verdict:
		want = fmt.Sprintf("On average %.0f\u00a0%% right.", 100*mean)
	}
	if got := w.Text("shift"); got != want {
		t.Errorf("%s: the page says %q, want %q", id, got, want)
	}
	if !strings.Contains(w.Text("evidence"), explanation(t, item).Why) {
		t.Errorf("%s: the evidence doesn't say why: %s", id, w.Text("evidence"))
	}
	if !verdict {
		checkFields(t, w, r, item, first, second)
		return
	}
	count := func(answers []json.RawMessage) map[casefile.Verdict]*figure.Tally {
		by := map[casefile.Verdict]*figure.Tally{}
		for _, one := range casefile.Verdicts() {
			by[one] = &figure.Tally{}
		}
		for _, a := range answers {
			given := decode[puzzle.VerdictAnswer](t, a)
			by[given.Is].Votes++
			by[given.Is].Sure[given.Certainty-1]++
		}
		return by
	}
	one, two := count(first), count(second)
	mistaken, most := casefile.Verdict(""), 0
	latest := one
	if len(second) > 0 {
		latest = two
	}
	for _, is := range casefile.Verdicts() {
		got := screentest.Find(w.Tree(), "votes."+string(is)+".bars").Figure.(figure.Votes)
		if got.First != *one[is] || len(second) > 0 && (got.Second == nil || *got.Second != *two[is]) {
			t.Errorf("%s: %s has %v and %v on the page, want %v and %v", id, is, got.First, got.Second, *one[is], *two[is])
		}
		if is != v.Is() && v.Status.Defensible[is] == 0 && latest[is].Votes > most {
			mistaken, most = is, latest[is].Votes
		}
	}
	if most > 0 && !strings.Contains(w.Text("mistake.text"), puzzle.Stamp(r.set.Case(), mistaken).In(screentest.In(t, "en"))) {
		t.Errorf("%s: the commonest misconception is %q, want %s", id, w.Text("mistake.text"), mistaken)
	}
}

func explanation(t *testing.T, item puzzle.Item) puzzle.Explanation {
	t.Helper()
	e, err := item.Explain(item.Best())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// given are the answers of both votes.
func (r *classroom) given(item puzzle.Item) (first, second []json.RawMessage) {
	for _, p := range r.pupils {
		if a, ok := p.s.First(item.ID()); ok {
			first = append(first, a)
		}
		if a, ok := p.second[item.ID()]; ok {
			second = append(second, a)
		}
	}
	return first, second
}

// checkFields compares the counts of a puzzle's options, places or cords.
func checkFields(t *testing.T, w *teacher, r *classroom, item puzzle.Item, first, second []json.RawMessage) {
	t.Helper()
	form := item.Form(r.pupils[0].s.Config().Seed)
	latest := first
	if len(second) > 0 {
		latest = second
	}
	for i, field := range form.Fields {
		id := fmt.Sprint("field.", i)
		switch field.Pick {
		case puzzle.PickOrder:
			for _, card := range field.IDs() {
				want := make([]int, len(field.Options))
				for _, a := range latest {
					want[slices.Index(form.Draft(a).Value(field.Name), card)]++
				}
				got := screentest.Find(w.Tree(), id+"."+card+".figure").Figure.(figure.Placed)
				if !slices.Equal(got.Counts, want) || !got.Known {
					t.Errorf("%s: %s was put %v, want %v, and where it belongs is known: %v", item.ID(), card, got.Counts, want, got.Known)
				}
			}
		case puzzle.PickLinks:
			if !w.Has(id + ".votes") {
				t.Errorf("%s: no cords are shown", item.ID())
			}
		default:
			for _, o := range field.Options {
				want := 0
				for _, a := range first {
					if form.Draft(a).Has(field.Name, o.ID) {
						want++
					}
				}
				got := screentest.Find(w.Tree(), id+".votes."+field.Name+"."+o.ID+".bars").Figure.(figure.Votes)
				if got.First.Votes != want {
					t.Errorf("%s: %s has %d votes on the page, want %d", item.ID(), o.ID, got.First.Votes, want)
				}
			}
		}
	}
}

// checkPicture compares the class's picture with the reports of the logs.
func checkPicture(t *testing.T, w *teacher, r *classroom) {
	t.Helper()
	var hits, signals, alarms, noise int
	var answers, right [3]int
	for _, p := range r.pupils {
		made := report.Make(r.set, p.s)
		d := made.Discernment
		hits, signals, alarms, noise = hits+d.Hits, signals+d.Signals, alarms+d.FalseAlarms, noise+d.Noise
		for i, l := range made.Calibration.Levels {
			answers[i] += l.Answers
			right[i] += l.Right
		}
	}
	want := fmt.Sprintf("Of the true ones %.0f\u00a0%% were believed, of the false or unproven ones %.0f\u00a0%%.",
		100*float64(hits)/float64(signals), 100*float64(alarms)/float64(noise))
	if got := w.Text("cloud.said"); !strings.HasPrefix(got, want) {
		t.Errorf("the picture says %q, want %q", got, want)
	}
	if cloud := screentest.Find(w.Tree(), "cloud.figure").Figure.(figure.Cloud); len(cloud.Pupils) != len(r.pupils) {
		t.Errorf("%d pupils are in the cloud, want %d", len(cloud.Pupils), len(r.pupils))
	}
	for i := range answers {
		if got, want := w.Text(fmt.Sprint("level.", i)), fmt.Sprintf("%d of %d right", right[i], answers[i]); !strings.Contains(got, want) {
			t.Errorf("level %d: the picture says %q, want %q in it", i, got, want)
		}
	}
	lines := 0
	for _, step := range session.Plan(r.set, casefile.Lesson) {
		for _, id := range step.Items {
			if item, _ := r.set.Item(id); item.Kind() == puzzle.KindOrder || item.Kind() == puzzle.KindWeigh {
				if lines++; !w.Has("line." + id) {
					t.Errorf("the timeline of %s is missing", id)
				}
			}
		}
	}
	if lines == 0 {
		t.Error("the lesson has no timeline")
	}
	w.Press("save")
	for _, format := range []string{"csv", "json"} {
		w.Press("save." + format)
		file, ok := last[frame.SaveFile](w)
		if !ok || !strings.HasSuffix(file.Name, "."+format) || len(file.Data) < 1000 {
			t.Errorf("saved as %s is %q, %d bytes", format, file.Name, len(file.Data))
		}
	}
	w.Press("dialog.close")
}

// Anybody may lead the class on from another window: the page follows, and says so.
func TestAConflictIsTakenOver(t *testing.T) {
	s := classServer(t)
	w := newTeacher(t, "en", s.URL, nil)
	w.Press("open")
	w.Press("begin")
	// The same class in another window of the same browser.
	other := newTeacher(t, "en", s.URL, func(o *live.Options) { o.Code = w.m.Code() })
	if other.Has("begin") {
		t.Error("another browser enters the class without its secret")
	}
	kept, _ := last[live.KeepClasses](w)
	other = newTeacher(t, "en", "", func(o *live.Options) { o.Classes, o.Code = kept.Data, w.m.Code() })
	other.base, other.http = s.URL, w.http
	for _, call := range other.calls {
		other.send(other.call(call))
	}
	other.Press("begin")
	other.Press("go.next")
	other.Press("go.vote")
	w.Press("go.next") // decided on what is over
	if got, want := w.Text("trouble.text"), screentest.In(t, "en").Say("teacher.live.conflict"); got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	if a, b := w.Text("where"), other.Text("where"); a != b {
		t.Errorf("one window is at %q, the other at %q", a, b)
	}
	w.Press("go.discuss")
	if w.Has("trouble") {
		t.Errorf("the page still says %q", w.Text("trouble.text"))
	}
}

// A seat can be taken away, gets a new key, and a note that never leaves the browser.
func TestSeats(t *testing.T) {
	s := classServer(t)
	w := newTeacher(t, "en", s.URL, nil)
	w.Press("open")
	r := enter(t, s.URL, w.m.Code(), 3)
	w.look()
	w.Press("screen.to.pupils")
	w.note = "  Ada   from 8b\n"
	var sent []string
	w.lies = func(c live.Call, a live.Answered) live.Answered {
		sent = append(sent, string(c.Body)+c.Path)
		return a
	}
	seat := r.pupils[1].seat
	w.Press("pupil." + seat.Seat + ".note")
	if got := w.Text("pupil." + seat.Seat); !strings.Contains(got, "Ada from 8b") {
		t.Errorf("the note isn't shown: %q", got)
	}
	if notes, ok := last[live.KeepNotes](w); !ok || !strings.Contains(string(notes.Data), "Ada from 8b") {
		t.Errorf("the note isn't kept: %s", notes.Data)
	}
	w.Press("names")
	if got := w.Text("body"); strings.Contains(got, seat.Name) || strings.Contains(got, "Ada") || !strings.Contains(got, "Pupil 2") {
		t.Errorf("names are left: %s", got)
	}
	w.Press("names")

	w.Press("pupil." + seat.Seat + ".key")
	link := w.Text("key.link")
	if !strings.HasPrefix(link, "http://192.168.1.20:8081/?class="+w.m.Code()+"#seat="+seat.Seat+"&key=") || !w.Has("key.qr") {
		t.Errorf("the link is %q", link)
	}
	_, key, _ := strings.Cut(link, "key=")
	for secret, want := range map[string]int{seat.Key: http.StatusUnauthorized, key: http.StatusOK} {
		a, err := r.c.Do(t.Context(), client.Request{Method: "GET", Path: r.class.Path("/seats/" + seat.Seat + "/log"), Secret: secret})
		if err != nil || (a.Status == http.StatusOK) != (want == http.StatusOK) {
			t.Errorf("with key %q the log is answered %d, %v", secret, a.Status, err)
		}
	}
	w.Press("dialog.close")

	w.Press("pupil." + seat.Seat + ".remove")
	w.Press("remove.not")
	w.Press("pupil." + seat.Seat + ".remove")
	w.Press("remove.surely")
	w.look()
	if w.Has("pupil."+seat.Seat) || !w.Has("pupil."+r.pupils[2].seat.Seat) {
		t.Error("the wrong seats are left")
	}
	if notes, _ := last[live.KeepNotes](w); strings.Contains(string(notes.Data), "Ada") {
		t.Error("the note of a seat that is gone is kept")
	}
	for _, s := range sent {
		if strings.Contains(s, "Ada") {
			t.Errorf("the note was sent: %q", s)
		}
	}

	w.Press("screen.to.picture")
	w.Press("delete")
	w.Press("delete.not")
	w.Press("delete")
	w.Press("delete.surely")
	if w.m.Code() != "" || w.Has("kept") {
		t.Errorf("the class is still there: %s", screentest.Said(w.Tree()))
	}
	if a, err := r.c.Do(t.Context(), client.Request{Method: "GET", Path: r.class.Path("")}); err != nil || a.Status == http.StatusOK {
		t.Errorf("the server still has it: %d, %v", a.Status, err)
	}
}

// A server that is gone for a while loses nothing: the page says so, and goes on where
// it was.
func TestAServerThatIsGoneForAWhile(t *testing.T) {
	s := classServer(t)
	w := newTeacher(t, "en", s.URL, nil)
	w.Press("open")
	w.Press("begin")
	w.Press("go.next")
	// The server's own number may still be 0: it counts what its follower has delivered.
	const seen = 9999
	w.send(live.Heard{Code: w.m.Code(), Name: "state", Data: fmt.Sprintf(`{"number": %d}`, seen)})
	w.lies = func(_ live.Call, a live.Answered) live.Answered { return live.Answered{To: a.To, Failed: true} }
	w.send(live.StreamEnded{Code: w.m.Code()})
	w.wait(2 * time.Second)
	if listen, ok := last[live.Listen](w); !ok || listen.Code != w.m.Code() || listen.After != seen {
		t.Errorf("the stream is begun again with %+v", listen)
	}
	if w.Has("lost") {
		t.Error("after two seconds the page says that there is no connection")
	}
	for range 10 {
		w.send(live.StreamEnded{Code: w.m.Code()})
		w.wait(2 * time.Second)
	}
	if !w.Has("lost") {
		t.Error("after twenty seconds the page doesn't say that there is no connection")
	}
	w.Press("go.vote")
	if !w.Has("trouble") {
		t.Error("a vote that can't be opened is not mentioned")
	}
	w.lies = nil
	w.wait(5 * time.Second)
	if w.Has("lost") {
		t.Error("the connection is back, and the page doesn't see it")
	}
	// The server had opened the vote: only its answer was lost.
	w.Press("go.discuss")
	if w.Has("trouble") {
		t.Errorf("the vote can't be closed: %s", w.Text("trouble.text"))
	}
}

// The stream brings states, and polling stops while it does.
func TestWhatTheStreamBrings(t *testing.T) {
	s := classServer(t)
	w := newTeacher(t, "en", s.URL, nil)
	w.Press("open")
	r := enter(t, s.URL, w.m.Code(), 1)
	polls := 0
	w.lies = func(c live.Call, a live.Answered) live.Answered {
		if c.To.What == live.Polling {
			polls++
		}
		return a
	}
	for range 12 {
		w.send(live.Heard{Code: w.m.Code(), Name: "beat", Data: "{}"})
		w.wait(5 * time.Second)
	}
	if polls > 0 {
		t.Errorf("the state was asked for %d times while the heart beats", polls)
	}
	state := fmt.Sprintf(`{"number": 9999, "full": false, "seats": [{"seat": "1", "name": %q}]}`, r.pupils[0].seat.Name)
	w.send(live.Heard{Code: w.m.Code(), Name: "state", Data: state})
	if got := w.Text("here.title"); got != "One has come" {
		t.Errorf("the door says %q", got)
	}
	for _, data := range []string{"", "nonsense", `{"number": "x"}`, `{"number": 1, "removed": ["1"]}`} {
		w.send(live.Heard{Code: w.m.Code(), Name: "state", Data: data})
		w.send(live.Heard{Code: "BCDFGH", Name: "state", Data: `{"number": 1, "full": true}`})
	}
	if got := w.Text("here.title"); got != "One has come" {
		t.Errorf("after nonsense and a state that is over, the door says %q", got)
	}
	w.send(live.Heard{Code: w.m.Code(), Name: "end", Data: `{"status": 410}`})
	if w.m.Code() != "" || !w.Has("trouble") {
		t.Error("the class is over, and the page is still in it")
	}
}
