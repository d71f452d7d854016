package app_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// debriefSizes are the sizes of a debrief to look at, larger text and the
// largest screens included.
var debriefSizes = []ui.Viewport{
	{Width: 320, Height: 640, Text: 1},
	{Width: 390, Height: 844, Text: 1},
	{Width: 390, Height: 844, Text: 2},
	{Width: 390, Height: 2200, Text: 1},
	{Width: 320, Height: 4600, Text: 2},
	{Width: 768, Height: 1024, Text: 1},
	{Width: 1000, Height: 640, Text: 1},
	{Width: 1366, Height: 768, Text: 1},
	{Width: 1366, Height: 768, Text: 2},
	{Width: 1920, Height: 1080, Text: 1},
	{Width: 3840, Height: 2160, Text: 1},
}

// debriefs are finished games to make debriefs of.
func debriefs(t *testing.T) map[string]*app.Model {
	t.Helper()
	set := setOf(t)
	recorded := played(t, playedFull)
	variant := app.Variant{Length: recorded.Config().Length, Mode: recorded.Config().Mode}
	anew := func(length casefile.Length, choose answers) *app.Model {
		m := newGame(t, app.Options{Length: length, Mode: session.Assessment, Seed: 4})
		(&player{t: t, m: m}).play(set, choose)
		return m
	}
	n := 0
	again := func(lang string) *app.Model {
		return newGame(t, app.Options{Words: screentest.In(t, lang), Length: variant.Length, Mode: variant.Mode, Saved: map[app.Variant]*session.Session{variant: recorded}, Resume: true})
	}
	return map[string]*app.Model{
		"recorded": again("en"),
		"german":   again("de"),
		"quick":    anew(casefile.Quick, best),
		"wrong":    anew(casefile.Full, wrong),
		"mixed": anew(casefile.Lesson, func(i puzzle.Item) json.RawMessage {
			if n++; n%3 == 0 {
				return wrong(i)
			}
			return best(i)
		}),
	}
}

// TestDebriefShots makes pictures of debriefs for people to look at:
// SHOTS=folder go test -run DebriefShots ./game/app
func TestDebriefShots(t *testing.T) {
	folder := os.Getenv("SHOTS")
	if folder == "" {
		t.Skip("set SHOTS to a folder to get pictures of debriefs")
	}
	camera := snapshot.NewCamera()
	for name, m := range debriefs(t) {
		for _, vp := range debriefSizes {
			for _, look := range []theme.Name{theme.Light, theme.Dark, theme.Contrast} {
				if look != theme.Light && name != "recorded" {
					continue
				}
				file := filepath.Join(folder, fmt.Sprintf("debrief-%s-%vx%v-%v-%s.png", name, vp.Width, vp.Height, vp.Text, look))
				o := snapshot.Options{Width: vp.Width, Height: vp.Height, Text: vp.Text, Theme: look}
				img, _ := camera.Take(m.View(vp), o)
				writePNG(t, file, img)
			}
		}
	}
}

// A debrief holds at every size, few answers or many, right or wrong.
func TestNothingIsCutOffInADebrief(t *testing.T) {
	lay := screentest.Layouter()
	for name, m := range debriefs(t) {
		for _, vp := range debriefSizes {
			for _, problem := range ui.Lint(lay.Lay(m.View(vp), vp, nil)) {
				t.Errorf("%s at %v × %v, text %v: %s", name, vp.Width, vp.Height, vp.Text, problem)
			}
		}
	}
}

// Starting over from the review begins a game whose debrief is its own.
func TestANewGameBeginsWithoutTheReview(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 3})
	p := &player{t: t, m: m}
	p.play(setOf(t), best)
	p.press("review")
	p.press("menu")
	p.press("menu.restart")
	p.press("restart.yes")
	p.play(setOf(t), best)
	if p.tree().ID != "screen.debrief" {
		t.Errorf("the new game ends at %s", p.tree().ID)
	}
}
