package app

import (
	"strings"

	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// Sound names a sound. None says anything that the screen doesn't say as well.
type Sound string

// The sounds.
const (
	StampSound Sound = "stamp" // a verdict is stamped
	CardSound  Sound = "card"  // a card is opened or picked up
	TickSound  Sound = "tick"  // a card snaps into place; an answer is handed in
	BellSound  Sound = "bell"  // news comes in: a beat that was not seen before
)

// A moment is the part of the model that sounds depend on: one comes with a change
// from one moment to the next.
type moment struct {
	on       bool // the player wants to hear something
	furthest int  // the furthest step
	beat     bool // it is a beat, and the player is there
	verdicts int  // handed in so far, tries included
	answers  int  // the same of all other questions
	reading  string
	lifted   string
	item     string // the question that is shown
	order    string // of its cards
}

// moment is the current one.
func (m *Model) moment() moment {
	now := moment{on: m.settings.Sound && m.canPlay, reading: m.reading, lifted: m.lifted}
	if !now.on || m.session == nil {
		return now
	}
	now.furthest = m.session.Furthest()
	now.beat = m.session.At() == now.furthest && m.step().Kind == session.BeatStep
	for _, step := range m.session.Steps() {
		for _, id := range step.Items {
			tries := m.session.Tries(id)
			if step.Kind == session.BeatStep {
				now.verdicts += tries
			} else {
				now.answers += tries
			}
		}
	}
	if item := m.current(); item != nil {
		now.item = item.ID()
		now.order = strings.Join(m.arrangement(item), " ")
	}
	return now
}

// sound is the sound between two moments, or none.
func sound(before, now moment) Sound {
	switch {
	case !now.on:
		return ""
	case !before.on:
		return CardSound // lets the player hear what a sound is like
	case now.furthest > before.furthest && now.beat:
		return BellSound
	case now.verdicts > before.verdicts:
		return StampSound
	case now.answers > before.answers:
		return TickSound
	case now.reading != "" && now.reading != before.reading:
		return CardSound
	case now.item == before.item && now.order != before.order:
		return TickSound
	case now.lifted != "" && now.lifted != before.lifted:
		return CardSound
	}
	return ""
}

// soundSwitch turns sounds on and off, on every screen of a device that can play
// them.
func (m *Model) soundSwitch() *ui.Node {
	if !m.canPlay {
		return nil
	}
	symbol := figure.SoundOff
	if m.settings.Sound {
		symbol = figure.SoundOn
	}
	b := iconButton("sound", m.say("sound.switch"), symbol, SetSound{On: !m.settings.Sound})
	b.Toggle, b.Checked = true, m.settings.Sound
	return b
}
