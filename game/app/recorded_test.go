package app_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// -update writes recordings anew where they differ; look at the difference before
// committing it.
var update = flag.Bool("update", false, "write what is recorded anew where it differs")

// -record plays the games of the shipped case anew. They need it only when they no
// longer show what they are for: whatever else changes in the case, they are
// carried over.
var anew = flag.Bool("record", false, "play the games of the shipped case anew")

// A recorded game has a case of its own, so that it stays as it is whatever
// happens to the cases that ship.
const (
	recordedCase   = "testdata/recorded/case.json"
	recordedLog    = "testdata/recorded/session.jsonl"
	recordedReport = "testdata/recorded/report.json"
)

// Games of the shipped case, which are played again by the ids of what was asked:
// one of all of it, and a shorter one by somebody who is not always sure and not
// always right, from which the pictures of the front page are made.
const (
	playedFull   = "testdata/the-call-full.session.jsonl"
	playedLesson = "testdata/the-call-lesson.session.jsonl"
)

// played is a recorded game of the shipped case as it is now.
func played(t testing.TB, file string) *session.Session {
	t.Helper()
	log, err := os.ReadFile(filepath.FromSlash(file))
	if err != nil {
		t.Fatal(err)
	}
	s, err := session.Migrate(setOf(t), log)
	if err != nil {
		t.Fatal(err)
	}
	if !s.Done() {
		t.Fatalf("%s does not reach its debrief", file)
	}
	return s
}

// TestRecordedGame replays a recorded game, event by event, to its exact report.
// The log is also what a saved game looks like.
func TestRecordedGame(t *testing.T) {
	c, err := casefile.Load(readFile(t, recordedCase))
	if err != nil {
		t.Fatal(err)
	}
	set := puzzle.New(c)
	if *update {
		m := record(t, set)
		writeFile(t, recordedLog, m.Session().Encode())
		r, err := json.MarshalIndent(report.Make(set, m.Session()), "", "  ")
		if err != nil {
			t.Fatal(err)
		}
		writeFile(t, recordedReport, append(r, '\n'))
	}
	log := readFile(t, recordedLog)
	s, err := session.Read(set, log)
	if err != nil {
		t.Fatalf("the recorded game can't be replayed: %v", err)
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
	// Played again through the screens, it is the same.
	if again := record(t, set).Session().Encode(); !bytes.Equal(again, log) {
		t.Errorf("played again, the game is\n%s", again)
	}
}

// The games of the shipped case still come to their ends, whatever is asked now.
func TestPlayedGames(t *testing.T) {
	set := setOf(t)
	if *anew {
		m := newGame(t, app.Options{Length: casefile.Lesson, Mode: session.Practice, Seed: 2015})
		(&player{t: t, m: m}).play(set, thoughtful(t))
		writeFile(t, playedLesson, m.Session().Encode())
		writeFile(t, playedFull, record(t, set).Session().Encode())
	}
	for _, file := range []string{playedFull, playedLesson} {
		s := played(t, file)
		r := report.Make(set, s)
		if !r.Finished || r.Answered != r.Asked || r.Score < 60 || r.Score > 95 {
			t.Errorf("%s: finished %t, %d of %d answered, score %v; it should be a good game and no perfect one", file, r.Finished, r.Answered, r.Asked, r.Score)
		}
	}
}

// thoughtful answers like a good player: sure of most, wrong about some, and
// two cards the wrong way round on a timeline.
func thoughtful(t testing.TB) answers {
	verdicts := map[string]puzzle.VerdictAnswer{
		"b1-call":    {Is: casefile.Real, Certainty: 1},
		"b2-call":    {Is: casefile.Unconfirmed, Certainty: 1},
		"b3-call":    {Is: casefile.Denied, Certainty: 2},
		"b3-post":    {Is: casefile.Real, Certainty: 2},
		"b4-call":    {Is: casefile.Denied, Certainty: 2},
		"b4-phoned":  {Is: casefile.Real, Certainty: 2},
		"b5-kremlin": {Is: casefile.Real, Certainty: 2},
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

// writeFile writes a file unless it says that already.
func writeFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if kept, err := os.ReadFile(filepath.FromSlash(name)); err == nil && bytes.Equal(kept, data) {
		return
	}
	if err := os.MkdirAll(filepath.Dir(filepath.FromSlash(name)), 0o755); err != nil {
		t.Fatal(err)
	}
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
func record(t *testing.T, set *puzzle.Set) *app.Model {
	t.Helper()
	m := app.New(set, app.Options{Words: screentest.In(t, words.Default), Length: casefile.Full, Mode: session.Practice, Seed: 2015})
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
	return m
}
