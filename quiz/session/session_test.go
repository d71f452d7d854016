package session

import (
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
)

func loadSet(t testing.TB) *puzzle.Set {
	t.Helper()
	return puzzle.New(casetest.LostCat(t))
}

var began = time.Date(2026, 1, 15, 9, 30, 0, 0, time.UTC)

func start(t testing.TB, mode Mode, length casefile.Length) *Session {
	t.Helper()
	return Start(loadSet(t), Config{Length: length, Mode: mode, Seed: 7, Began: began})
}

// do does an event that must be accepted.
func do(t testing.TB, s *Session, e Event) {
	t.Helper()
	if err := s.Apply(e); err != nil {
		t.Fatalf("%+v: %v", e, err)
	}
}

// best gives the best answer to every item of the current step.
func best(t testing.TB, s *Session) {
	t.Helper()
	for _, id := range s.Step().Items {
		if s.Answered(id) {
			continue
		}
		it, _ := s.Set().Item(id)
		answer := it.Best()
		do(t, s, Event{Kind: Drafted, Item: id, Answer: answer})
		do(t, s, Event{Kind: Answered, Item: id, Answer: answer})
	}
}

// next goes to the next step.
func next(t testing.TB, s *Session) {
	t.Helper()
	do(t, s, Event{Kind: Went, Step: s.Steps()[s.At()+1].ID})
}

// goTo gives the best answers up to a step and goes there.
func goTo(t testing.TB, s *Session, step string) {
	t.Helper()
	for s.Step().ID != step {
		best(t, s)
		next(t, s)
	}
}

func TestPlan(t *testing.T) {
	set := loadSet(t)
	for length, want := range map[casefile.Length]string{
		casefile.Quick:  "briefing tuesday thursday monday order-happened date-paper trace-radio weigh-found spot-library slips-memory debrief",
		casefile.Lesson: "briefing tuesday wednesday thursday monday order-happened date-paper trace-radio weigh-found spot-library slips-memory debrief",
		casefile.Full:   "briefing tuesday wednesday thursday monday order-happened order-known date-paper trace-radio weigh-found spot-library slips-memory debrief",
	} {
		// The case may have more steps, but not in another order, and none that belongs
		// to another length.
		all := strings.Fields(want)
		var ids []string
		for _, step := range Plan(set, length) {
			if slices.Contains(all, step.ID) {
				ids = append(ids, step.ID)
			} else if step.ID == "wednesday" || step.ID == "order-known" {
				t.Errorf("%s: %s doesn't belong to it", length, step.ID)
			}
		}
		if got := strings.Join(ids, " "); got != want {
			t.Errorf("%s: %s\nwant %s", length, got, want)
		}
	}
	steps := Plan(set, casefile.Quick)
	if got, want := steps[1], (Step{
		ID: "tuesday", Kind: BeatStep, Room: "desk", Beat: "tuesday",
		Items: []string{"found-tuesday"}, Tabs: "tuesday.tabs",
	}); !reflect.DeepEqual(got, want) {
		t.Errorf("a beat is %+v", got)
	}
	if got, want := steps[4], (Step{
		ID: "order-happened", Kind: PuzzleStep, Room: "timeline", Puzzle: "order-happened", Items: []string{"order-happened"},
	}); !reflect.DeepEqual(got, want) {
		t.Errorf("a puzzle is %+v", got)
	}
}

func TestStartFillsIn(t *testing.T) {
	set := loadSet(t)
	west := time.FixedZone("", -8*60*60)
	s := Start(set, Config{Length: "endless", Mode: "hard", Case: "other", Began: time.Date(2026, 1, 15, 1, 30, 0, 99, west)})
	want := Config{
		Format: Format, Case: "lost-cat", Fingerprint: set.Case().Fingerprint(),
		Length: casefile.Lesson, Mode: Practice, Began: began,
	}
	if got := s.Config(); got != want {
		t.Errorf("started with %+v, want %+v", got, want)
	}
	if s.At() != 0 || s.Furthest() != 0 || s.Done() || len(s.Log()) != 1 {
		t.Error("a new session stands at the briefing")
	}
	far := Start(set, Config{Began: time.Date(12026, 1, 1, 0, 0, 0, 0, time.UTC)})
	if !far.Config().Began.IsZero() {
		t.Errorf("began %v", far.Config().Began)
	}
	if _, err := Read(set, far.Encode()); err != nil {
		t.Error(err)
	}
}

func TestPlayThrough(t *testing.T) {
	s := start(t, Practice, casefile.Full)
	goTo(t, s, DebriefID)
	if !s.Done() || s.Furthest() != len(s.Steps())-1 {
		t.Errorf("at %d of %d", s.Furthest(), len(s.Steps()))
	}
	for _, step := range s.Steps() {
		for _, id := range step.Items {
			mark, ok := s.Mark(id)
			if !ok || mark.Value != 1 || s.Tries(id) != 1 || !s.Answered(id) {
				t.Errorf("%s: mark %v, %d tries", id, mark.Value, s.Tries(id))
			}
			if e, ok := s.Explain(id); !ok || e.Mark.Value != 1 {
				t.Errorf("%s is not explained", id)
			}
		}
	}
	// None opened earns 0, and is settled all the same.
	if mark, ok := s.Mark("tuesday.tabs"); !ok || mark.Value != 0 {
		t.Errorf("tabs marked %v, %t", mark.Value, ok)
	}
	// Back to any step, and on from there.
	do(t, s, Event{Kind: Went, Step: "tuesday"})
	if s.At() != 1 || !s.Done() {
		t.Error("looking back loses the way")
	}
	do(t, s, Event{Kind: Went, Step: DebriefID})
}

// refused does an event that must be refused for a reason and must change nothing.
func refused(t *testing.T, s *Session, e Event, reason string) {
	t.Helper()
	before := string(s.Encode())
	state := snapshot(s)
	err := s.Apply(e)
	var refusal *RefusedError
	var answer *puzzle.AnswerError
	if !errors.As(err, &refusal) && !errors.As(err, &answer) {
		t.Errorf("%+v was not refused: %v", e, err)
		return
	}
	if !strings.Contains(err.Error(), reason) {
		t.Errorf("%+v was refused with %q, which does not say %q", e, err, reason)
	}
	if refusal != nil && (refusal.Next == "" || refusal.Event != e.Kind) {
		t.Errorf("%+v was refused without a next step: %+v", e, refusal)
	}
	if string(s.Encode()) != before || snapshot(s) != state {
		t.Errorf("%+v was refused and yet changed something", e)
	}
}

// snapshot is everything that a session shows.
func snapshot(s *Session) string {
	var out strings.Builder
	fmt.Fprintln(&out, s.Config(), s.At(), s.Furthest(), s.Step().ID, s.Done())
	for _, step := range s.Steps() {
		fmt.Fprintln(&out, step, s.CanGo(step.ID), s.Complete(step.ID), s.CanOpen(step.ID), s.Opened(step.ID))
		for _, id := range append([]string{step.Tabs}, step.Items...) {
			answer, _ := s.Answer(id)
			first, _ := s.First(id)
			mark, marked := s.Mark(id)
			firstMark, _ := s.FirstMark(id)
			_, explained := s.Explain(id)
			fmt.Fprintln(&out, id, string(answer), string(first), mark.Value, firstMark.Value, marked, explained,
				s.Answered(id), s.Hinted(id), s.Tries(id), string(s.Draft(id)), s.SaidAsIs(id), s.Deal(id))
		}
	}
	return out.String()
}

func TestRefusals(t *testing.T) {
	s := start(t, Practice, casefile.Lesson)
	right := json.RawMessage(`{"is": "unconfirmed", "certainty": 2}`)

	refused(t, s, Event{Kind: "danced"}, "no event is called that")
	refused(t, s, Event{Kind: Started, Config: &Config{}}, "already started")
	refused(t, s, Event{Kind: Went, Step: "tuesday", Config: &Config{}}, "configuration")
	refused(t, s, Event{Kind: Went, Step: "sunday"}, "no step")
	refused(t, s, Event{Kind: Went, Step: "wednesday"}, "has not been reached")
	refused(t, s, Event{Kind: Answered, Item: "found-tuesday", Answer: right}, "not asked on this step")
	refused(t, s, Event{Kind: Opened, Step: "tuesday", Source: "vet"}, "not at step")
	refused(t, s, Event{Kind: Opened, Step: BriefingID, Source: "vet"}, "not a tab")

	next(t, s)
	refused(t, s, Event{Kind: Went, Step: "wednesday"}, "answer everything")
	refused(t, s, Event{Kind: Went, Step: DebriefID}, "one step at a time")
	refused(t, s, Event{Kind: Opened, Step: "tuesday", Source: "photo"}, "not a tab")
	refused(t, s, Event{Kind: Answered, Item: "dog", Answer: right}, "no item")
	refused(t, s, Event{Kind: Answered, Item: "order-known", Answer: right}, "no item") // only in the full length
	refused(t, s, Event{Kind: Answered, Item: "tuesday.tabs", Answer: []byte(`[]`)}, "no item")
	refused(t, s, Event{Kind: Answered, Item: "found-tuesday", Answer: []byte(`{"is": "real"}`)}, "certainty")
	refused(t, s, Event{Kind: Answered, Item: "found-tuesday"}, "empty")
	refused(t, s, Event{Kind: Drafted, Item: "found-tuesday", Answer: []byte(`{`)}, "not JSON")
	refused(t, s, Event{Kind: Drafted, Item: "found-tuesday"}, "not JSON")
	refused(t, s, Event{Kind: Drafted, Item: "found-tuesday", Answer: []byte(`"` + strings.Repeat("x", mostAnswer) + `"`)}, "reasonable size")
	refused(t, s, Event{Kind: Retried, Item: "found-tuesday"}, "can be answered already")

	do(t, s, Event{Kind: Answered, Item: "found-tuesday", Answer: right})
	refused(t, s, Event{Kind: Answered, Item: "found-tuesday", Answer: right}, "retry it first")
	refused(t, s, Event{Kind: Drafted, Item: "found-tuesday", Answer: right}, "has been answered")
	refused(t, s, Event{Kind: Hinted, Item: "found-tuesday"}, "has been answered")
	refused(t, s, Event{Kind: Opened, Step: "tuesday", Source: "vet"}, "first verdict has been given")

	// A look back at what was answered does not open it either.
	next(t, s)
	refused(t, s, Event{Kind: Retried, Item: "found-tuesday"}, "not asked on this step")
}

func TestAssessmentIsFinal(t *testing.T) {
	s := start(t, Assessment, casefile.Lesson)
	next(t, s)
	refused(t, s, Event{Kind: Hinted, Item: "found-tuesday"}, "no hints")
	best(t, s)
	refused(t, s, Event{Kind: Retried, Item: "found-tuesday"}, "one go")
	refused(t, s, Event{Kind: Answered, Item: "found-tuesday", Answer: []byte(`{"is":"real","certainty":1}`)}, "final")
}

func TestPracticeMayRetry(t *testing.T) {
	s := start(t, Practice, casefile.Lesson)
	next(t, s)
	const item = "found-tuesday"
	do(t, s, Event{Kind: Hinted, Item: item})
	do(t, s, Event{Kind: Answered, Item: item, Answer: []byte(`{"is": "denied", "certainty": 3}`)})
	if !s.Hinted(item) || s.Draft(item) != nil {
		t.Error("the hint is lost, or an answered item has a draft")
	}
	do(t, s, Event{Kind: Retried, Item: item})
	if s.Answered(item) || s.Tries(item) != 1 || !s.Complete("tuesday") {
		t.Error("an item opened again waits for an answer, and does not hold the player up")
	}
	if mark, ok := s.Mark(item); !ok || mark.Value != 0 {
		t.Error("until then its last answer stands")
	}
	do(t, s, Event{Kind: Answered, Item: item, Answer: []byte(`{"is": "unconfirmed", "certainty": 2}`)})
	first, _ := s.FirstMark(item)
	latest, _ := s.Mark(item)
	if first.Value != 0 || latest.Value != 1 || s.Tries(item) != 2 || !s.Answered(item) {
		t.Errorf("first %v, latest %v, %d tries", first.Value, latest.Value, s.Tries(item))
	}
}

func TestTabs(t *testing.T) {
	s := start(t, Practice, casefile.Lesson)
	next(t, s)
	if !s.CanOpen("tuesday") || s.CanOpen(BriefingID) || s.CanOpen("wednesday") || s.CanOpen("dog") {
		t.Error("tabs are open at the step where the player is")
	}
	if _, ok := s.Mark("tuesday.tabs"); ok || s.Answered("tuesday.tabs") {
		t.Error("tabs are marked before the first verdict")
	}
	do(t, s, Event{Kind: Opened, Step: "tuesday", Source: "vet"})
	do(t, s, Event{Kind: Opened, Step: "tuesday", Source: "vet"})
	if got := s.Opened("tuesday"); !slices.Equal(got, []string{"vet"}) {
		t.Errorf("opened %v", got)
	}
	best(t, s)
	if mark, ok := s.Mark("tuesday.tabs"); !ok || mark.Value != 1 || !s.Answered("tuesday.tabs") || s.CanOpen("tuesday") {
		t.Errorf("tabs marked %v, %t", mark.Value, ok)
	}
	if e, ok := s.Explain("tuesday.tabs"); !ok || !e.Tabs.Tabs[0].Opened {
		t.Error("tabs are not explained")
	}
	// Trying the verdict again does not open the tabs again.
	do(t, s, Event{Kind: Retried, Item: "found-tuesday"})
	refused(t, s, Event{Kind: Opened, Step: "tuesday", Source: "vet"}, "first verdict")
}

func TestUntouchedDealNeedsSayingSo(t *testing.T) {
	for _, item := range []string{"order-happened", "weigh-found"} {
		s := start(t, Practice, casefile.Lesson)
		goTo(t, s, item)
		deal, err := json.MarshalIndent(s.Deal(item), " ", "  ")
		if err != nil {
			t.Fatal(err)
		}
		refused(t, s, Event{Kind: Answered, Item: item, Answer: deal}, "as they were dealt")

		other := s.Deal(item)
		slices.Reverse(other)
		moved, err := json.Marshal(other)
		if err != nil {
			t.Fatal(err)
		}
		do(t, s, Event{Kind: Drafted, Item: item, Answer: moved})
		refused(t, s, Event{Kind: Answered, Item: item, Answer: deal}, "as they were dealt")
		do(t, s, Event{Kind: Drafted, Item: item, Answer: deal})
		if !s.SaidAsIs(item) {
			t.Error("a draft equal to the deal says that it is meant")
		}
		do(t, s, Event{Kind: Answered, Item: item, Answer: deal})

		// Each try needs its own confirmation.
		do(t, s, Event{Kind: Retried, Item: item})
		refused(t, s, Event{Kind: Answered, Item: item, Answer: deal}, "as they were dealt")
	}
}

func TestDeal(t *testing.T) {
	s := start(t, Practice, casefile.Full)
	it, _ := s.Set().Item("order-happened")
	deal := s.Deal("order-happened")
	if !slices.Equal(deal, it.Deal(7)) {
		t.Error("the deal does not follow the seed")
	}
	deal[0] = "changed"
	if s.Deal("order-happened")[0] == "changed" {
		t.Error("a caller can change the deal")
	}
	if s.Deal("dog") != nil {
		t.Error("an unknown item has a deal")
	}
}

func TestUnknownNamesAreHarmless(t *testing.T) {
	s := start(t, Practice, casefile.Quick)
	_, answered := s.Answer("dog")
	_, first := s.First("")
	_, marked := s.Mark("dog")
	_, explained := s.Explain("dog")
	if answered || first || marked || explained || s.Answered("dog") || s.Hinted("dog") || s.SaidAsIs("dog") ||
		s.Tries("dog") != 0 || s.Draft("dog") != nil || s.Opened("dog") != nil || s.CanGo("dog") || s.Complete("dog") {
		t.Error("something is known of an unknown name")
	}
}
