package packed

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

var began = time.Date(2026, 1, 15, 9, 30, 7, 0, time.UTC)

// sets returns the items of every case that the game comes with.
func sets(t testing.TB) []*puzzle.Set {
	t.Helper()
	names, err := filepath.Glob("../../assets/cases/*/case.json")
	if err != nil || len(names) < 4 {
		t.Fatalf("the cases are %q, %v", names, err)
	}
	var out []*puzzle.Set
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		c, err := casefile.Load(data)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, puzzle.New(c))
	}
	return out
}

// A chance player does anything that can be done.
type chance struct {
	t testing.TB
	r *rand.Rand
	s *session.Session
}

func (c *chance) do(e session.Event) {
	c.t.Helper()
	if err := c.s.Apply(e); err != nil {
		c.t.Fatalf("%+v: %v", e, err)
	}
}

// fill fills in a form at random.
func (c *chance) fill(form puzzle.Form) json.RawMessage {
	d := form.Draft(nil)
	for i := range form.Fields {
		f := &form.Fields[i]
		ids := f.IDs()
		c.r.Shuffle(len(ids), func(i, j int) { ids[i], ids[j] = ids[j], ids[i] })
		switch f.Pick {
		case puzzle.PickOne:
			d, _ = d.Fill(f.Name, ids[0])
		case puzzle.PickMany:
			for _, id := range ids[:c.r.IntN(len(ids)+1)] {
				d, _ = d.Fill(f.Name, id)
			}
		case puzzle.PickOrder:
			if c.r.IntN(4) > 0 { // else as dealt
				d, _ = d.Arrange(f.Name, ids)
			}
		case puzzle.PickLinks:
			others := slices.DeleteFunc(slices.Clone(ids), func(id string) bool { return id == f.Root })
			d, _ = d.Link(f.Name, f.Root, others[0])
			for _, id := range others[:c.r.IntN(len(others)+1)] {
				d, _ = d.Link(f.Name, id, append(others, "", "")[c.r.IntN(len(others)+2)])
			}
		}
	}
	return d.JSON()
}

func (c *chance) answer(item string) {
	answer := c.fill(c.s.Form(item))
	c.do(session.Event{Kind: session.Drafted, Item: item, Answer: answer})
	c.do(session.Event{Kind: session.Answered, Item: item, Answer: answer})
}

func (c *chance) again(item string) {
	c.do(session.Event{Kind: session.Retried, Item: item})
	c.answer(item)
}

// visit does something at the current step, and answers all of it if asked to.
func (c *chance) visit(all bool) {
	step := c.s.Step()
	practice := c.s.Config().Mode == session.Practice
	tabs := slices.Clone(tabsOf(c.s.Set(), step))
	c.r.Shuffle(len(tabs), func(i, j int) { tabs[i], tabs[j] = tabs[j], tabs[i] })
	if c.s.CanOpen(step.ID) && len(tabs) > 0 {
		for _, tab := range tabs[:c.r.IntN(len(tabs)+1)] {
			c.do(session.Event{Kind: session.Opened, Step: step.ID, Source: tab})
		}
	}
	items := slices.Clone(step.Items)
	c.r.Shuffle(len(items), func(i, j int) { items[i], items[j] = items[j], items[i] })
	for _, item := range items {
		if !all && c.r.IntN(2) == 0 {
			continue
		}
		if practice && !c.s.Answered(item) && c.r.IntN(3) == 0 {
			c.do(session.Event{Kind: session.Hinted, Item: item})
		}
		if !c.s.Answered(item) {
			c.answer(item)
		}
		for practice && c.r.IntN(3) == 0 {
			c.again(item)
		}
		if practice && c.r.IntN(8) == 0 {
			c.do(session.Event{Kind: session.Retried, Item: item})
		}
	}
}

// play plays as far as a step of the plan, and then wanders.
func (c *chance) play(to int) {
	steps := c.s.Steps()
	for c.s.Furthest() < to {
		c.visit(true)
		c.do(session.Event{Kind: session.Went, Step: steps[c.s.Furthest()+1].ID})
	}
	c.visit(false)
	for c.r.IntN(3) > 0 {
		if step := steps[c.r.IntN(len(steps))].ID; c.s.CanGo(step) && c.s.Complete(steps[c.s.Furthest()].ID) {
			c.do(session.Event{Kind: session.Went, Step: step})
			c.visit(false)
		}
	}
}

// modesOf lists the modes that a case is played in.
func modesOf(c *casefile.Case) []session.Mode {
	if c.Form != "" {
		return []session.Mode{session.Test}
	}
	return []session.Mode{session.Practice, session.Assessment}
}

// snapshot is all of a session that survives, as text.
func snapshot(t testing.TB, s *session.Session) string {
	t.Helper()
	var out strings.Builder
	data, err := json.MarshalIndent(report.Make(s.Set(), s), "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintf(&out, "%s\n%+v\n%d %d\n", data, s.Config(), s.At(), s.Furthest())
	for _, step := range s.Steps() {
		fmt.Fprintln(&out, step.ID, s.Opened(step.ID))
		for _, item := range step.Items {
			fmt.Fprintln(&out, item, s.Answered(item), s.Hinted(item), s.Tries(item))
		}
	}
	return out.String()
}

func TestAnyPlayThroughOfEveryCaseSurvives(t *testing.T) {
	for _, set := range sets(t) {
		for _, length := range lengths {
			for _, mode := range modesOf(set.Case()) {
				for seed := range uint64(12) {
					s := session.Start(set, session.Config{Length: length, Mode: mode, When: whens[seed%3], Seed: seed * seed * 100_003, Led: seed%4 == 3, Began: began.Add(time.Duration(seed) * time.Hour)})
					c := &chance{t: t, r: rand.New(rand.NewPCG(seed, 1)), s: s}
					c.play(c.r.IntN(len(s.Steps())))
					text, err := Pack(s)
					if err != nil {
						t.Fatal(err)
					}
					again, err := Unpack(set, text)
					if err != nil {
						t.Fatalf("%s, %s, %s, seed %d: %v\n%s", set.Case().ID, length, mode, seed, err, text)
					}
					if got, want := snapshot(t, again), snapshot(t, s); got != want {
						t.Fatalf("%s, %s, %s, seed %d\n%s\nbecame\n%s", set.Case().ID, length, mode, seed, want, got)
					}
					if prefix, err := Fingerprint(text); err != nil || !strings.HasPrefix(set.Fingerprint(), prefix) || len(prefix) != printDigits {
						t.Errorf("the case is %q, %v", prefix, err)
					}
					// What was read is packed into the same text, and its log is a log.
					if twice, err := Pack(again); err != nil || twice != text {
						t.Errorf("packed again it is %s, not %s (%v)", twice, text, err)
					}
					if read, err := session.Read(set, again.Encode()); err != nil || snapshot(t, read) != snapshot(t, s) {
						t.Errorf("its log reads as another session: %v", err)
					}
				}
			}
		}
	}
}

// whole plays a whole game with a number of tries for every item.
func whole(t testing.TB, set *puzzle.Set, tries int) *session.Session {
	t.Helper()
	mode := session.Practice
	if tries == 1 {
		mode = session.Assessment
	}
	s := session.Start(set, session.Config{Length: casefile.Full, Mode: mode, Seed: 987_654, Began: began})
	c := &chance{t: t, r: rand.New(rand.NewPCG(5, 5)), s: s}
	for {
		for _, tab := range tabsOf(set, s.Step()) {
			c.do(session.Event{Kind: session.Opened, Step: s.Step().ID, Source: tab})
		}
		for _, item := range s.Step().Items {
			c.answer(item)
			for n := 1; n < tries && s.Config().Mode == session.Practice; n++ {
				c.again(item)
			}
		}
		if s.Done() {
			return s
		}
		c.do(session.Event{Kind: session.Went, Step: s.Steps()[s.At()+1].ID})
	}
}

func TestSizes(t *testing.T) {
	for _, set := range sets(t) {
		for tries, most := range map[int]int{1: 160, 3: 480} {
			text, err := Pack(whole(t, set, tries))
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("%s, %d tries: %d characters", set.Case().ID, tries, len(text))
			if len(text) > most {
				t.Errorf("%s with %d tries takes %d characters, more than %d", set.Case().ID, tries, len(text), most)
			}
		}
	}
}

func TestTriesThatDoNotFitAreLeftOut(t *testing.T) {
	for _, set := range sets(t) {
		if set.Case().Form != "" {
			continue
		}
		s := whole(t, set, 60)
		text, err := Pack(s)
		if err != nil {
			t.Fatal(err)
		}
		if len(text) > MaxText || len(text) < MaxText/4 {
			t.Errorf("%d characters", len(text))
		}
		again, err := Unpack(set, text)
		if err != nil {
			t.Fatal(err)
		}
		if snapshot(t, again) != snapshot(t, s) {
			t.Error("it is another session")
		}
		if len(again.Log()) < len(set.Items())*60 {
			t.Errorf("the log has %d events", len(again.Log()))
		}
	}
}

func TestMoreTriesThanAreCounted(t *testing.T) {
	set := puzzle.New(casetest.LostCat(t))
	s := session.Start(set, session.Config{Length: casefile.Quick, Began: began})
	c := &chance{t: t, r: rand.New(rand.NewPCG(1, 1)), s: s}
	c.do(session.Event{Kind: session.Went, Step: s.Steps()[1].ID})
	item := s.Step().Items[0]
	c.answer(item)
	for range mostTries + 10 {
		c.again(item)
	}
	text, err := Pack(s)
	if err != nil {
		t.Fatal(err)
	}
	again, err := Unpack(set, text)
	if err != nil {
		t.Fatal(err)
	}
	first, _ := s.First(item)
	last, _ := s.Answer(item)
	gotFirst, _ := again.First(item)
	gotLast, _ := again.Answer(item)
	if string(gotFirst) != string(first) || string(gotLast) != string(last) || again.Tries(item) != mostTries {
		t.Errorf("%s, %s after %d tries, want %s, %s", gotFirst, gotLast, again.Tries(item), first, last)
	}
}

func TestAnAnswerThatTheFormCannotExpressStaysAsItIs(t *testing.T) {
	set := puzzle.New(casetest.LostCat(t))
	s := session.Start(set, session.Config{Length: casefile.Full, Began: began})
	for _, it := range set.Items() {
		for _, answer := range []string{`{"more":[1,2,"x"]}`, `"something else"`, ``, `{}`} {
			var w writer
			w.answer(s.Form(it.ID()), []byte(answer))
			r := reader{bits: w.bits}
			if got := r.answer(s.Form(it.ID())); string(got) != answer || r.broken {
				t.Errorf("%s: %q became %q", it.ID(), answer, got)
			}
		}
	}
}

func TestPeopleMayWriteItAnotherWay(t *testing.T) {
	set := sets(t)[0]
	s := whole(t, set, 1)
	text, err := Pack(s)
	if err != nil {
		t.Fatal(err)
	}
	if strings.Trim(text, alphabet) != "" {
		t.Errorf("%q has other characters", text)
	}
	written := strings.NewReplacer("0", "o", "1", "l").Replace(strings.ToLower(text))
	for i := 4; i < len(written); i += 6 {
		written = written[:i] + "- "[i%2:i%2+1] + written[i:]
	}
	again, err := Unpack(set, " "+written+"\n")
	if err != nil || snapshot(t, again) != snapshot(t, s) {
		t.Errorf("%q: %v", written, err)
	}
}

func TestEveryMistypedOrCutTextIsRecognised(t *testing.T) {
	set := sets(t)[0]
	text, err := Pack(whole(t, set, 1))
	if err != nil {
		t.Fatal(err)
	}
	refused := func(changed string) {
		t.Helper()
		if _, err := Unpack(set, changed); !errors.Is(err, ErrDamaged) {
			t.Fatalf("%q: %v", changed, err)
		}
	}
	for i := range text {
		refused(text[:i])
		refused(text[:i] + text[i+1:])
		for _, c := range alphabet + "U$é" {
			if rune(text[i]) != c {
				refused(text[:i] + string(c) + text[i+1:])
			}
		}
		if i > 0 && text[i] != text[i-1] {
			refused(text[:i-1] + text[i:i+1] + text[i-1:i] + text[i+1:])
		}
	}
	refused(text + "0")
	refused(text + text)
	refused(strings.Repeat("0", 1<<20))
}

func TestForeignTextsAreRefused(t *testing.T) {
	all := sets(t)
	text, err := Pack(whole(t, all[0], 1))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Unpack(all[1], text); !errors.Is(err, ErrOtherCase) {
		t.Errorf("with another case: %v", err)
	}
	body := "2" + text[1:len(text)-checkDigits]
	if _, err := Unpack(all[0], body+checksum(body)); !errors.Is(err, ErrVersion) {
		t.Errorf("in another format: %v", err)
	}
	body = text[:len(text)-checkDigits] + "0"
	if _, err := Unpack(all[0], body+checksum(body)); !errors.Is(err, ErrImpossible) {
		t.Errorf("with something behind it: %v", err)
	}
	for _, body := range []string{"", "1", "10000"} {
		if s, err := Unpack(all[0], body+checksum(body)); err == nil || s != nil {
			t.Errorf("%q is a session", body)
		}
	}
}

// FuzzUnpack reads payloads with a right checksum, as a forger can make them. What
// is read is a session that packs to what reads as the same.
func FuzzUnpack(f *testing.F) {
	set := puzzle.New(casetest.LostCat(f))
	for tries := range 4 {
		text, err := Pack(whole(f, set, tries+1))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text[1:len(text)-checkDigits], true)
		f.Add(text, false)
	}
	f.Fuzz(func(t *testing.T, text string, forged bool) {
		if forged {
			body := normal(string(version) + text)
			text = body + checksum(body)
		}
		s, err := Unpack(set, text)
		if err != nil {
			if s != nil || !slices.ContainsFunc([]error{ErrDamaged, ErrVersion, ErrOtherCase, ErrImpossible}, func(one error) bool { return errors.Is(err, one) }) {
				t.Fatalf("%v, %v", s, err)
			}
			return
		}
		packed, err := Pack(s)
		if err != nil {
			t.Fatal(err)
		}
		again, err := Unpack(set, packed)
		if err != nil {
			t.Fatalf("%v\n%s", err, packed)
		}
		if snapshot(t, again) != snapshot(t, s) {
			t.Fatal("it reads as another session")
		}
	})
}
