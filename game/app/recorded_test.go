package app_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"holdtheline/game/app"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// -update plays the recorded game anew and writes its log and its report; look
// at the difference before committing it.
var update = flag.Bool("update", false, "write the recorded game and its report anew")

const (
	recordedLog    = "testdata/the-call-full.session.jsonl"
	recordedReport = "testdata/the-call-full.report.json"

	// A shorter game by somebody who is not always sure and not always right:
	// the pictures of the front page are made from it.
	recordedLesson = "testdata/the-call-lesson.session.jsonl"
)

// TestRecordedGame replays a recorded game of the whole case, event by event,
// to its exact report. The log is also what a saved game looks like.
func TestRecordedGame(t *testing.T) {
	set := setOf(t)
	if *update {
		record(t, set)
	}
	log := readFile(t, recordedLog)
	s, err := session.Read(set, log)
	if err != nil {
		t.Fatalf("the recorded game can't be replayed: %v\nwhen the case has changed on purpose, run this test with -update", err)
	}
	if !bytes.Equal(s.Encode(), log) {
		t.Error("the replayed game writes another log than was recorded")
	}
	got, err := json.MarshalIndent(report.Make(set, s), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if want := readFile(t, recordedReport); !bytes.Equal(append(got, '\n'), want) {
		t.Errorf("the report of the recorded game has changed:\n%s", got)
	}
}

// TestRecordedLesson replays the recorded game of the front page's pictures.
func TestRecordedLesson(t *testing.T) {
	set := setOf(t)
	if *update {
		m := newGame(t, app.Options{Length: casefile.Lesson, Mode: session.Practice, Seed: 2015})
		(&player{t: t, m: m}).play(set, thoughtful(t))
		writeFile(t, recordedLesson, m.Session().Encode())
	}
	log := readFile(t, recordedLesson)
	s, err := session.Read(set, log)
	if err != nil {
		t.Fatalf("the recorded lesson can't be replayed: %v\nwhen the case has changed on purpose, run this test with -update, then make pictures", err)
	}
	if !s.Done() || !bytes.Equal(s.Encode(), log) {
		t.Error("the replayed lesson isn't the one that was recorded")
	}
}

// thoughtful answers like a good player: sure of most, wrong about some, and
// two cards the wrong way round on a timeline.
func thoughtful(t testing.TB) answers {
	verdicts := map[string]puzzle.VerdictAnswer{
		"b1-call":    {Is: casefile.Real, Certainty: 1},
		"b2-call":    {Is: casefile.Unconfirmed, Certainty: 1},
		"b3-call":    {Is: casefile.Denied, Certainty: 2},
		"b4-call":    {Is: casefile.Denied, Certainty: 2},
		"b4-apology": {Is: casefile.Real, Certainty: 2},
		"b5-accepts": {Is: casefile.Real, Certainty: 2},
		"b6-real":    {Is: casefile.Unconfirmed, Certainty: 1},
		"b7-pride":   {Is: casefile.Denied, Certainty: 3},
	}
	return func(item puzzle.Item) json.RawMessage {
		var answer any
		switch item := item.(type) {
		case *puzzle.Verdict:
			a, ok := verdicts[item.ID()]
			if !ok {
				return item.Best()
			}
			answer = a
		case *puzzle.Order:
			order := decode[[]string](t, item.Best())
			order[2], order[3] = order[3], order[2]
			answer = order
		default:
			return item.Best()
		}
		raw, err := json.Marshal(answer)
		if err != nil {
			t.Fatal(err)
		}
		return raw
	}
}

func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.FromSlash(name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

func readFile(t *testing.T, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.FromSlash(name))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// record plays a game with right and wrong answers, hints, retries and tabs.
func record(t *testing.T, set *puzzle.Set) {
	t.Helper()
	m := newGame(t, app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 2015})
	p := &player{t: t, m: m}
	n := 0
	p.play(set, func(item puzzle.Item) json.RawMessage {
		n++
		if n%5 == 2 {
			p.press("hint")
		}
		if n%4 == 3 {
			p.answer(item, wrong(item))
			p.press("submit")
			if !m.Session().Answered(item.ID()) {
				p.press("keep-order")
			}
			p.press("retry")
			p.clear(item)
		}
		return item.Best()
	})
	r, err := json.MarshalIndent(report.Make(set, m.Session()), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{recordedLog: m.Session().Encode(), recordedReport: append(r, '\n')} {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
