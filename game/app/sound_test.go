package app_test

import (
	"encoding/json"
	"slices"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// heard presses nodes and returns the sounds that came of it.
func (p *player) heard(ids ...string) []app.Sound {
	p.t.Helper()
	from := len(p.effects)
	for _, id := range ids {
		p.press(id)
	}
	var sounds []app.Sound
	for _, e := range p.effects[from:] {
		if s, ok := e.(app.PlaySound); ok {
			sounds = append(sounds, s.Sound)
		}
	}
	return sounds
}

func TestWhatIsHeardWhen(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 4, CanPlay: true})
	p := &player{t: t, m: m}
	for _, step := range []struct {
		what  string
		press []string
		want  []app.Sound
	}{
		{"nothing, as sounds are off", []string{"begin", "sound"}, []app.Sound{app.CardSound}},
		{"nothing for what is only filled in", []string{"verdict.real", "certainty.1"}, nil},
		{"a verdict is stamped", []string{"submit"}, []app.Sound{app.StampSound}},
		{"the next question is silent, its verdict stamped", []string{"next", "verdict.real", "certainty.1", "submit"}, []app.Sound{app.StampSound}},
		{"the next beat rings", []string{"next"}, []app.Sound{app.BellSound}},
		{"a card is opened", []string{"desk." + firstCard(t)}, []app.Sound{app.CardSound}},
		{"and closed without a sound", []string{"reading.done"}, nil},
		{"a visit to what was seen is silent", []string{"menu", "goto." + firstStep(t), "back.return"}, nil},
		{"switching off is silent", []string{"sound", "verdict.real", "certainty.1", "submit"}, nil},
	} {
		if got := p.heard(step.press...); !slices.Equal(got, step.want) {
			t.Errorf("%s: heard %q, want %q", step.what, got, step.want)
		}
	}
}

// firstCard is the first source of the shipped case's first beat.
func firstCard(t *testing.T) string {
	t.Helper()
	for _, room := range setOf(t).Case().Rooms {
		for _, beat := range room.Beats {
			return beat.Arrivals[0]
		}
	}
	t.Fatal("the case has no beat")
	return ""
}

// firstStep is the step at that beat.
func firstStep(t *testing.T) string {
	t.Helper()
	m := newGame(t, app.Options{Length: casefile.Full, Seed: 4})
	send(m, app.Begin{})
	return m.Session().Step().ID
}

func TestACardIsHeardWhenItIsPickedUpAndWhenItSnaps(t *testing.T) {
	m := newGame(t, app.Options{Length: casefile.Full, Mode: session.Practice, Seed: 4, CanPlay: true})
	m.Update(app.SetSound{On: true})
	p := &player{t: t, m: m}
	var first string
	p.screens = func(_ string, tree *ui.Node) {
		if first == "" && screentest.Find(tree, "cards") != nil {
			first = p.order()[0]
			if got := p.heard("card." + first); !slices.Equal(got, []app.Sound{app.CardSound}) {
				t.Errorf("picking a card up: heard %q", got)
			}
			if got := p.heard("card." + p.order()[2]); !slices.Equal(got, []app.Sound{app.TickSound}) {
				t.Errorf("putting it down: heard %q", got)
			}
		}
	}
	p.play(setOf(t), func(i puzzle.Item) json.RawMessage { return i.Best() })
	if first == "" {
		t.Fatal("there was no order to be made")
	}
}

// Off means that there is nothing to play, and where nothing can be played
// there is no switch.
func TestSoundsAreOffUntilTheyAreSwitchedOn(t *testing.T) {
	for _, canPlay := range []bool{true, false} {
		m := newGame(t, app.Options{Length: casefile.Quick, Mode: session.Practice, Seed: 4, CanPlay: canPlay})
		p := &player{t: t, m: m}
		if p.has("sound") != canPlay {
			t.Errorf("a device that can play: %v; a switch at the briefing: %v", canPlay, p.has("sound"))
		}
		if !canPlay {
			m.Update(app.SetSound{On: true}) // chosen on another day, in a browser
		}
		p.play(setOf(t), best)
		if p.has("sound") != canPlay {
			t.Errorf("a device that can play: %v; a switch at the debrief: %v", canPlay, p.has("sound"))
		}
		for _, e := range p.effects {
			if s, ok := e.(app.PlaySound); ok {
				t.Fatalf("heard %q though nothing was to be heard", s.Sound)
			}
		}
	}
}

func TestTheSwitchTellsHowItStands(t *testing.T) {
	p := &player{t: t, m: newGame(t, app.Options{CanPlay: true})}
	for _, want := range []bool{false, true, false} {
		if n := screentest.Find(p.tree(), "sound"); !n.Toggle || n.Checked != want {
			t.Errorf("the switch is a toggle: %v, and on: %v; want %v", n.Toggle, n.Checked, want)
		}
		p.press("sound")
	}
}
