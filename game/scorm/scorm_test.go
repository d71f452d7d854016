package scorm_test

import (
	"encoding/json"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/scorm"
	"holdtheline/game/store"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

func set(t *testing.T, id string) *puzzle.Set {
	t.Helper()
	c, err := assets.Load(id)
	if err != nil {
		t.Fatal(err)
	}
	return puzzle.New(c)
}

// play answers every second item right and the others wrong, up to a step, or to
// the end with a negative number. It calls look after each answer.
func play(t *testing.T, s *session.Session, steps int, look func()) {
	t.Helper()
	n := 0
	do := func(e session.Event) {
		t.Helper()
		if err := s.Apply(e); err != nil {
			t.Fatal(err)
		}
	}
	for !s.Done() && s.At() != steps {
		for _, id := range s.Step().Items {
			it, _ := s.Set().Item(id)
			answer := it.Best()
			if n++; n%2 == 0 {
				answer = it.Worst()
			}
			do(session.Event{Kind: session.Drafted, Item: id, Answer: answer})
			do(session.Event{Kind: session.Answered, Item: id, Answer: answer})
			look()
		}
		do(session.Event{Kind: session.Went, Step: s.Steps()[s.At()+1].ID})
	}
}

func of(t *testing.T, s *session.Session) scorm.Result {
	t.Helper()
	r, err := scorm.Of(s)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func number(t *testing.T, text string) float64 {
	t.Helper()
	v, err := strconv.ParseFloat(text, 64)
	if err != nil || v < 0 || v > 100 {
		t.Fatalf("%q is no number from 0 to 100", text)
	}
	return v
}

var (
	identifier = regexp.MustCompile(`^[A-Za-z0-9_-]{1,255}$`)
	printable  = regexp.MustCompile(`^[^\x00-\x1f\x7f]{1,255}$`)
	mark       = regexp.MustCompile(`^(correct|wrong|0\.[0-9]{1,4})$`)
)

func TestWhatAPlatformIsToldOfEveryCase(t *testing.T) {
	for _, id := range assets.Cases() {
		s := session.Start(set(t, id), session.Config{Length: casefile.Full, Seed: 11, Began: time.Unix(1_800_000_000, 0)})
		test := s.Config().Mode == session.Test
		last := 0.0
		play(t, s, -1, func() {
			r := of(t, s)
			if test {
				if r.Score != "" || len(r.Interactions) > 0 {
					t.Fatalf("%s: a test tells of its answers: %+v", id, r)
				}
				return
			}
			if now := number(t, r.Score); now < last {
				t.Errorf("%s: an answer takes points: %v after %v", id, now, last)
			} else {
				last = now
			}
			if r.Finished || r.Location != s.Step().ID {
				t.Errorf("%s: %+v", id, r)
			}
		})
		r, want := of(t, s), report.Make(s.Set(), s)
		if !r.Finished || number(t, r.Score) != want.Score || r.Location != session.DebriefID {
			t.Errorf("%s: finished with %q at %q, want %v", id, r.Score, r.Location, want.Score)
		}
		if len(r.Interactions) != want.Answered {
			t.Errorf("%s: %d interactions for %d answers", id, len(r.Interactions), want.Answered)
		}
		seen := map[string]bool{}
		for _, one := range r.Interactions {
			if !identifier.MatchString(one.ID) || seen[one.ID] || !printable.MatchString(one.Response) || !mark.MatchString(one.Result) || one.Type != "performance" {
				t.Errorf("%s: %+v", id, one)
			}
			number(t, one.Weighting)
			seen[one.ID] = true
		}
		if again, err := packed.Unpack(s.Set(), r.Suspend); err != nil || report.Make(s.Set(), again).Score != want.Score {
			t.Errorf("%s: the session doesn't come back: %v", id, err)
		}
		if data, err := json.Marshal(r); err != nil || strings.Contains(string(data), "null") {
			t.Errorf("%s: %s, %v", id, data, err)
		}
	}
}

func TestAResponseNamesWhatWasChosen(t *testing.T) {
	s := session.Start(set(t, "the-call"), session.Config{Length: casefile.Quick})
	play(t, s, 2, func() {})
	first := of(t, s).Interactions[0]
	if !regexp.MustCompile(`^is=\w+; certainty=[123]$`).MatchString(first.Response) || first.Result != "correct" {
		t.Errorf("%+v", first)
	}
}

// memory is a store that a test can look into.
type memory map[string]string

func (m memory) Load(key string) ([]byte, error) {
	if v, ok := m[key]; ok {
		return []byte(v), nil
	}
	return nil, store.ErrAbsent
}

func (m memory) Save(key string, data []byte) error {
	m[key] = string(data)
	return nil
}

func (m memory) Archive(key string) error {
	delete(m, key)
	return nil
}

func TestASessionComesBackAndNothingStaysOnTheDevice(t *testing.T) {
	for _, id := range assets.Cases() {
		items := set(t, id)
		s := session.Start(items, session.Config{Length: casefile.Lesson, Mode: session.Assessment, When: session.Before, Seed: 11})
		play(t, s, 3, func() {})
		device := memory{}
		kept, err := scorm.NewStore(device, items, of(t, s).Suspend)
		if err != nil {
			t.Fatal(err)
		}
		if kept.Session() == nil || kept.Session().Step().ID != s.Step().ID {
			t.Errorf("%s: it doesn't come back where it was", id)
		}
		link := map[string]string{launch.CaseKey: id, launch.WhenKey: "before"}
		params, err := launch.Read(link, 1, launch.Device{})
		if err != nil {
			t.Fatal(err)
		}
		params.Case, params.Alone = id, true
		saves := store.NewGuard(kept)
		if _, o := launch.Options(items.Case(), params, saves); !o.Resume || o.Notice != "" || len(o.Shelf) > 0 {
			t.Errorf("%s: the game doesn't go on: %+v", id, o)
		}
		key := launch.Key(id, app.Variant{Length: casefile.Lesson, Mode: s.Config().Mode, When: s.Config().When})
		if err := saves.Save(key, s.Encode()); err != nil || len(device) > 0 {
			t.Errorf("%s: %v; on the device are %v", id, err, device)
		}
		if err := saves.Save(store.SettingsKey, []byte("{}")); err != nil || device[store.SettingsKey] == "" {
			t.Errorf("%s: settings stay on the device: %v, %v", id, device, err)
		}
		if got, err := saves.Load(store.SettingsKey); err != nil || string(got) != "{}" {
			t.Errorf("%q, %v", got, err)
		}
		if err := saves.Archive(key); err != nil {
			t.Error(err)
		}
		if _, err := saves.Load(key); !errors.Is(err, store.ErrAbsent) {
			t.Errorf("after archiving: %v", err)
		}
		if err := saves.Archive(key); !errors.Is(err, store.ErrAbsent) {
			t.Errorf("archiving nothing: %v", err)
		}
		if err := saves.Archive(store.SettingsKey); err != nil || len(device) > 0 {
			t.Errorf("%v, %v", device, err)
		}
	}
}

func TestATextThatCannotBeUsedIsAnEmptyStore(t *testing.T) {
	items := set(t, "the-call")
	for text, want := range map[string]error{"": nil, " \n": nil, "{\"page\":3}": packed.ErrDamaged} {
		kept, err := scorm.NewStore(memory{}, items, text)
		if !errors.Is(err, want) || kept == nil || kept.Session() != nil {
			t.Errorf("%q: %v, %v", text, kept, err)
		}
	}
}
