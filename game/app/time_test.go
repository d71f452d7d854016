package app_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// Nobody is hurried: a whole game looks at the clock once, to note the day on
// which it began (WCAG 2.2, success criterion 2.2.1).
func TestAGameLooksAtTheClockOnlyToNoteItsDay(t *testing.T) {
	m := app.New(setOf(t), app.Options{
		Words: screentest.In(t, words.Default), Length: casefile.Full, Mode: session.Assessment, Seed: 4,
	})
	p := &player{t: t, m: m}
	p.play(setOf(t), best)
	p.press("review")
	looked := 0
	for _, e := range p.effects {
		if e == (app.ReadClock{}) {
			looked++
		}
	}
	if looked != 1 {
		t.Errorf("a game looks at the clock %d times, want once", looked)
	}
}

var clock = regexp.MustCompile(`\btime\.(Now|Since|Until|After|AfterFunc|Tick|Sleep|NewTimer|NewTicker)\b`)

// And nothing that decides about answers or screens could have a timer.
func TestWhatDecidesHasNoClock(t *testing.T) {
	read := 0
	for _, folder := range []string{".", "../../quiz"} {
		err := filepath.WalkDir(folder, func(name string, d fs.DirEntry, err error) error {
			switch {
			case err != nil:
				return err
			case d.IsDir() && d.Name() == "cmd":
				return filepath.SkipDir // commands may
			case !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go"):
				return nil
			}
			read++
			data, err := os.ReadFile(name)
			for _, found := range clock.FindAllString(string(data), -1) {
				t.Errorf("%s uses %s; the time comes by a message", name, found)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if read < 50 {
		t.Errorf("only %d files were read", read)
	}
}
