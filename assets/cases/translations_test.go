package cases_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// eachTranslation calls do for every translation of a shipped case, with the items of
// both.
func eachTranslation(t *testing.T, do func(t *testing.T, folder string, own, other *puzzle.Set, tr *casefile.Translation)) {
	t.Helper()
	files, err := filepath.Glob("*/case.*.json")
	if err != nil || len(files) < 2 {
		t.Fatalf("the translations are %q, %v", files, err)
	}
	for _, file := range files {
		t.Run(file, func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			tr, err := casefile.LoadTranslation(data)
			if err != nil {
				t.Fatal(err)
			}
			data, err = os.ReadFile(filepath.Join(filepath.Dir(file), "case.json"))
			if err != nil {
				t.Fatal(err)
			}
			c, err := casefile.Load(data)
			if err != nil {
				t.Fatal(err)
			}
			own := puzzle.New(c)
			other, err := own.In(tr)
			if err != nil {
				t.Fatal(err)
			}
			do(t, filepath.Dir(file), own, other, tr)
		})
	}
}

// The game reads case.de.json and people write case.de.yaml, so the first has to be what
// the second compiles to.
func TestCompiledTranslationsAreCurrent(t *testing.T) {
	eachTranslation(t, func(t *testing.T, folder string, own, _ *puzzle.Set, tr *casefile.Translation) {
		name := filepath.Join(folder, "case."+tr.Language)
		source, err := os.ReadFile(name + ".yaml")
		if err != nil {
			t.Fatal(err)
		}
		read, problems := authoring.Translate(own.Case(), name+".yaml", source)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		want, err := authoring.TranslationJSON(read)
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(name + ".json")
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s.json is not what %[1]s.yaml compiles to; from the top of the project run\n"+
				"go run ./quiz/cmd/case build assets/cases/%s/case.yaml assets/cases/%[1]s.yaml > assets/cases/%[1]s.json", name, folder)
		}
		again, left, problems := authoring.UpdateTranslation(own.Case(), tr.Language, name+".yaml", source)
		if !bytes.Equal(again, source) || left != (authoring.Left{}) {
			t.Errorf("case translate would change %s.yaml: %+v %v", name, left, problems)
		}
	})
}

// People are introduced at the same moments, whatever the language.
func TestTheCastComesInAlike(t *testing.T) {
	eachTranslation(t, func(t *testing.T, _ string, own, other *puzzle.Set, _ *casefile.Translation) {
		ids := func(people []*casefile.Person) (ids []string) {
			for _, p := range people {
				ids = append(ids, p.ID)
			}
			return ids
		}
		if a, b := ids(evidence.FirstCast(own.Case())), ids(evidence.FirstCast(other.Case())); !reflect.DeepEqual(a, b) || len(a) == 0 {
			t.Errorf("there are %v, and here %v", a, b)
		}
	})
}

// played is a game with a wrong answer to every second question.
func played(t *testing.T, set *puzzle.Set) *session.Session {
	t.Helper()
	s := session.Start(set, session.Config{
		Length: casefile.Full, Mode: session.Practice, Seed: 11, Began: time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC),
	})
	do := func(e session.Event) {
		t.Helper()
		if err := s.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
	for n := 0; ; n++ {
		step := s.Step()
		for i, id := range step.Items {
			if s.Answered(id) {
				continue
			}
			item, _ := set.Item(id)
			answer := item.Best()
			if (n+i)%2 == 1 {
				answer = item.Worst()
			}
			do(session.Event{Kind: session.Drafted, Item: id, Answer: answer})
			do(session.Event{Kind: session.Answered, Item: id, Answer: answer})
		}
		at := s.At()
		if at+1 == len(s.Steps()) {
			return s
		}
		do(session.Event{Kind: session.Went, Step: s.Steps()[at+1].ID})
	}
}

// TestAGameIsTheSameInEveryLanguage: what was played in one language is read in another,
// with the same marks, by the same code.
func TestAGameIsTheSameInEveryLanguage(t *testing.T) {
	eachTranslation(t, func(t *testing.T, _ string, own, other *puzzle.Set, _ *casefile.Translation) {
		if own.Fingerprint() != other.Fingerprint() {
			t.Fatalf("the fingerprints are %s and %s", own.Fingerprint(), other.Fingerprint())
		}
		here, there := played(t, own), played(t, other)
		log := here.Encode()
		if !bytes.Equal(log, there.Encode()) {
			t.Error("the same game leaves two logs")
		}
		for _, set := range []*puzzle.Set{own, other} {
			for _, s := range []*session.Session{here, there} {
				in, err := s.In(set)
				if err != nil {
					t.Fatal(err)
				}
				if !bytes.Equal(in.Encode(), log) {
					t.Error("the log has changed with the language")
				}
				if a, b := marks(t, in), marks(t, here); a != b {
					t.Errorf("it is marked\n%s\nand\n%s", a, b)
				}
			}
		}
		text, err := packed.Pack(there)
		if err != nil {
			t.Fatal(err)
		}
		if same, err := packed.Pack(here); err != nil || same != text {
			t.Errorf("as short texts they are\n%s\n%s", text, same)
		}
		back, err := packed.Unpack(own, text)
		if err != nil {
			t.Fatal(err)
		}
		if marks(t, back) != marks(t, here) {
			t.Error("unpacked in the other language it is marked otherwise")
		}
	})
}

// marks is the report of a session without what is said in a language.
func marks(t *testing.T, s *session.Session) string {
	t.Helper()
	r := report.Make(s.Set(), s)
	r.Title, r.Stamps = "", nil
	for i := range r.Belief {
		r.Belief[i].Text = ""
		for j := range r.Belief[i].Points {
			r.Belief[i].Points[j].Short = ""
		}
	}
	for i := range r.Items {
		r.Items[i].Title = ""
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(data), r.Fingerprint) {
		t.Fatal("the report has no fingerprint")
	}
	return string(data)
}
