package room

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/class/store"
)

// A stage is a class that is played without a store.
type stage struct {
	t     testing.TB
	cases *Cases
	set   *puzzle.Set
	room  *Room
	log   []store.Message
}

var noon = time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)

func newStage(t testing.TB, pace PaceKind) *stage {
	t.Helper()
	data, err := os.ReadFile("../../../quiz/casefile/testdata/lost-cat.json")
	if err != nil {
		t.Fatal(err)
	}
	lostCat, err := casefile.LoadCompiled(data)
	if err != nil {
		t.Fatal(err)
	}
	s := &stage{t: t, room: New("BCDFGH"), cases: NewCases(func(id string) (*casefile.Case, error) {
		if id != lostCat.ID {
			return nil, errors.New("no such case")
		}
		return lostCat, nil
	})}
	if s.set, err = s.cases.Set(lostCat.ID); err != nil {
		t.Fatal(err)
	}
	s.record(Record{Do: Created, Key: HashOf("teacher"), Seal: bytes.Repeat([]byte("c"), SealSize), Settings: &Settings{
		Case: lostCat.ID, Fingerprint: lostCat.Fingerprint(), Length: "lesson", Mode: session.Assessment, Seed: 7, Pace: pace, Expires: noon.Add(time.Hour),
	}})
	return s
}

// add stores a message and folds it.
func (s *stage) add(seat string, data []byte) {
	s.t.Helper()
	m := store.Message{Code: "BCDFGH", Seat: seat, Seq: uint64(10 * (len(s.log) + 1)), At: noon, Data: data}
	s.log = append(s.log, m)
	if err := s.room.Apply(s.cases, m); err != nil {
		s.t.Fatal(err)
	}
}

func (s *stage) record(r Record) {
	s.t.Helper()
	s.add(store.ClassSeat, r.Encode())
}

func (s *stage) seat(id string) *Seat {
	s.t.Helper()
	s.record(Record{Do: Seated, Seat: id, Name: "Calm Heron " + id, Key: HashOf("key " + id), Seal: bytes.Repeat([]byte("s"), SealSize)})
	seat, ok := s.room.Seat(id)
	if !ok {
		s.t.Fatal("nobody sits there")
	}
	return seat
}

func (s *stage) pace(step string, phase Phase) {
	s.t.Helper()
	r, done, err := s.room.ProposePace(Pace{Step: step, Phase: phase}, s.room.Pace().Version)
	if err != nil || done {
		s.t.Fatalf("%s %s: %v", step, phase, err)
	}
	s.record(r)
}

// begun are the first events of a game, with the answers to a step.
func (s *stage) begun(led bool, step string) []byte {
	s.t.Helper()
	game := session.Start(s.set, session.Config{Length: "lesson", Mode: session.Assessment, Seed: 7, Began: noon, Led: led})
	if err := game.Apply(session.Event{Kind: session.Went, Step: step}); err != nil {
		s.t.Fatal(err)
	}
	for _, id := range game.Step().Items {
		it, _ := s.set.Item(id)
		if err := game.Apply(session.Event{Kind: session.Answered, Item: id, Answer: it.Best()}); err != nil {
			s.t.Fatal(err)
		}
	}
	return game.Encode()
}

// propose proposes events and settles them under the next number.
func (s *stage) propose(seat *Seat, from int, events []byte) *Proposal {
	s.t.Helper()
	p, err := s.room.Propose(seat, from, events)
	if err != nil {
		s.t.Fatal(err)
	}
	if p.Data != nil {
		m := store.Message{Code: "BCDFGH", Seat: seat.ID, Seq: uint64(10 * (len(s.log) + 1)), At: noon, Data: p.Data}
		s.log = append(s.log, m)
		if !s.room.Settle(seat, p, m.Seq, noon) {
			s.t.Fatal("the proposal is too late")
		}
	}
	return p
}

// shown is everything that is seen of a class.
func shown(t testing.TB, r *Room) string {
	t.Helper()
	data, err := json.Marshal([]any{r.ForTeacher(0, r.Number(), noon), r.Report()})
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// again folds all messages anew.
func (s *stage) again() *Room {
	s.t.Helper()
	r := New("BCDFGH")
	for _, m := range s.log {
		if err := r.Apply(s.cases, m); err != nil {
			s.t.Fatal(err)
		}
	}
	return r
}

// What is proposed and settled is what another server folds from the messages.
func TestFoldedAnewItIsTheSame(t *testing.T) {
	s := newStage(t, Together)
	one, two := s.seat("1"), s.seat("2")
	s.pace("tuesday", Read)
	s.pace("tuesday", Vote)
	s.propose(one, 0, s.begun(true, "tuesday"))
	s.propose(two, 0, s.begun(true, "tuesday"))
	s.pace("tuesday", Discuss)
	s.pace("tuesday", Revote)
	item := session.Plan(s.set, "lesson")[1].Items[0]
	it, _ := s.set.Item(item)
	p, err := s.room.ProposeSecond(one, item, it.Worst())
	if err != nil {
		t.Fatal(err)
	}
	m := store.Message{Code: "BCDFGH", Seat: "1", Seq: uint64(10 * (len(s.log) + 1)), At: noon, Data: p.Data}
	s.log = append(s.log, m)
	if !s.room.Settle(one, p, m.Seq, noon) {
		t.Fatal("the second answer is too late")
	}
	s.pace("tuesday", Reveal)
	if got, want := shown(t, s.again()), shown(t, s.room); got != want {
		t.Errorf("folded anew it is\n%s\nnot\n%s", got, want)
	}
	s.record(Record{Do: Removed, Seat: "2"})
	s.record(Record{Do: Named, Seat: "1", Name: "Kind Swan"})
	s.record(Record{Do: Keyed, Seat: "1", Key: HashOf("new")})
	fresh := s.again()
	if got, want := shown(t, fresh), shown(t, s.room); got != want || !strings.Contains(got, "Kind Swan") || strings.Contains(got, `"seat":"2"`) {
		t.Errorf("folded anew it is\n%s\nnot\n%s", got, want)
	}
	if _, ok := fresh.ByKey("new"); !ok {
		t.Error("the new key opens nothing")
	}
}

// An answer whose message follows the one that closed the vote is not counted, on any
// server, although it was accepted while the vote seemed open.
func TestTheOrderOfMessagesDecidesWhatIsLate(t *testing.T) {
	s := newStage(t, Together)
	one := s.seat("1")
	s.pace("tuesday", Read)
	s.pace("tuesday", Vote)
	p, err := s.room.Propose(one, 0, s.begun(true, "tuesday"))
	if err != nil || p.Refusal != nil {
		t.Fatal(err, p.Refusal)
	}
	s.pace("tuesday", Discuss) // by another server, and stored first
	m := store.Message{Code: "BCDFGH", Seat: "1", Seq: uint64(10 * (len(s.log) + 1)), At: noon, Data: p.Data}
	s.log = append(s.log, m)
	if s.room.Settle(one, p, m.Seq, noon) {
		t.Error("an answer after the end of the vote is taken")
	}
	fresh := s.again()
	seat, _ := fresh.Seat("1")
	if seat.Next() != 2 { // started and went
		t.Errorf("the log has %d events, want the 2 before the answer", seat.Next())
	}
	if st := fresh.ForTeacher(0, fresh.Number(), noon); len(st.Items) > 0 && st.Items[0].First.Answered > 0 {
		t.Errorf("the answer is counted: %+v", st.Items)
	}
	// The pupil goes on from there, and another server agrees.
	s.room = fresh
	s.pace("tuesday", Reveal)
	s.pace("wednesday", Read)
	s.propose(seat, 2, session.EncodeEvent(session.Event{Kind: session.Went, Step: "wednesday"}))
	if got, want := shown(t, s.again()), shown(t, s.room); got != want {
		t.Errorf("folded anew it is\n%s\nnot\n%s", got, want)
	}
}

// While a vote is open, nothing says what is right.
func TestMarksAreHiddenWhileVoting(t *testing.T) {
	s := newStage(t, Together)
	one := s.seat("1")
	s.pace("tuesday", Read)
	s.pace("tuesday", Vote)
	s.propose(one, 0, s.begun(true, "tuesday"))
	for _, phase := range []Phase{Vote, Discuss, Revote, Reveal} {
		if phase != Vote {
			s.pace("tuesday", phase)
		}
		data, err := json.Marshal(s.room.ForTeacher(0, s.room.Number(), noon).Items)
		if err != nil {
			t.Fatal(err)
		}
		voting := phase == Vote || phase == Revote
		if hidden := !strings.Contains(string(data), `"mark"`) && !strings.Contains(string(data), `"right"`); hidden != voting {
			t.Errorf("in phase %s the state is %s", phase, data)
		}
	}
}

func TestAnotherVersionOfTheCase(t *testing.T) {
	s := newStage(t, Free)
	var first Record
	if err := json.Unmarshal(s.log[0].Data, &first); err != nil {
		t.Fatal(err)
	}
	first.Settings.Fingerprint = "another"
	err := New("BCDFGH").Apply(s.cases, store.Message{Seat: store.ClassSeat, Seq: 1, Data: first.Encode()})
	if !errors.Is(err, ErrVersion) {
		t.Errorf("the error is %v", err)
	}
}

// Messages that make no sense, as of a later version, are left out.
func TestStrangeMessages(t *testing.T) {
	s := newStage(t, Free)
	seat := s.seat("1")
	s.propose(seat, 0, s.begun(false, "tuesday"))
	want := shown(t, s.room)
	for _, data := range []string{"", "{", "[]", `{"do":"dance"}`, `{"do":"named","seat":"9"}`, `{"do":"seated","seat":"1"}`, `{"do":"paced"}`} {
		s.add(store.ClassSeat, []byte(data))
	}
	s.add("9", []byte("nobody's"))
	got := shown(t, s.room)
	if cut := func(s string) string { return s[strings.Index(s, `"full"`):] }; cut(got) != cut(want) {
		t.Errorf("after strange messages it is\n%s\nnot\n%s", got, want)
	}
	s.add("1", []byte("not sealed"))
	if _, err := seat.Log(); !errors.Is(err, ErrVersion) {
		t.Errorf("a log with a damaged message is read: %v", err)
	}
}

// FuzzPropose sends anything as the log of a pupil who has begun. What is kept is a
// log, begins with what was there, and is what another server folds.
func FuzzPropose(f *testing.F) {
	s := newStage(f, Free)
	good := s.begun(false, "tuesday")
	lines := slices.Collect(bytes.Lines(good))
	f.Add(0, good)
	f.Add(0, []byte{})
	f.Add(1, bytes.Join(lines[1:], nil))
	f.Add(2, lines[len(lines)-1])
	f.Add(0, bytes.Replace(good, []byte("tuesday"), []byte("nowhere"), 1))
	f.Add(1, []byte(`{"do":"drafted","item":"found-tuesday","answer":"\u0000"}`+"\n"+`{"do":"again"}`))
	f.Add(3, []byte("\x00\n\n{\n"))
	f.Fuzz(func(t *testing.T, from int, body []byte) {
		s := newStage(t, Free)
		seat := s.seat("1")
		s.propose(seat, 0, bytes.Join(lines[:2], nil))
		before, err := seat.Log()
		if err != nil || from < 0 {
			return
		}
		p, err := s.room.Propose(seat, from, body)
		if err == nil && p.Data != nil {
			m := store.Message{Code: "BCDFGH", Seat: "1", Seq: uint64(10 * (len(s.log) + 1)), At: noon, Data: p.Data}
			s.log = append(s.log, m)
			s.room.Settle(seat, p, m.Seq, noon)
		}
		after, err := seat.Log()
		if err != nil || !bytes.HasPrefix(after, before) || bytes.Count(after, []byte("\n")) != seat.Next() {
			t.Fatalf("the log is %q, %v; it was %q", after, err, before)
		}
		if _, err := session.Read(s.set, after); err != nil {
			t.Errorf("the log can't be read: %v", err)
		}
		if got, want := shown(t, s.again()), shown(t, s.room); got != want {
			t.Errorf("folded anew it is\n%s\nnot\n%s", got, want)
		}
	})
}
