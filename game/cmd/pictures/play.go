package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// What is shown of the recorded game.
const (
	deskStep     = "b3"
	deskItem     = "b3-call"
	timelineItem = "september-happened"
)

// mostDrags is how many cards are dragged on the timeline; the game is joined
// when no more are left to move.
const mostDrags = 2

// play plays three parts of the recorded game: a verdict at the desk, the
// timeline with its reveal, and the debrief.
func play(f *film) error {
	events, err := f.events()
	if err != nil {
		return err
	}
	for _, scene := range []func([]session.Event) error{f.desk, f.timeline, f.debrief} {
		if err := scene(events); err != nil {
			return err
		}
	}
	return nil
}

// events reads the recorded log's events; the first starts the game.
func (f *film) events() ([]session.Event, error) {
	var events []session.Event
	for line := range bytes.Lines(f.log) {
		var e session.Event
		if err := json.Unmarshal(line, &e); err != nil {
			return nil, fmt.Errorf("line %d of the recorded game: %w", len(events)+1, err)
		}
		events = append(events, e)
	}
	return events, nil
}

// find returns the index of the first event that does this to a step or item.
func find(events []session.Event, do session.EventKind, what string) (int, error) {
	i := slices.IndexFunc(events, func(e session.Event) bool {
		return e.Kind == do && (e.Item == what || e.Item == "" && e.Step == what)
	})
	if i < 0 {
		return 0, fmt.Errorf("in the recorded game nothing %s %q", do, what)
	}
	return i, nil
}

// desk stamps a claim, says how sure, and reads why.
func (f *film) desk(events []session.Event) error {
	went, err := find(events, session.Went, deskStep)
	if err != nil {
		return err
	}
	answered, err := find(events, session.Answered, deskItem)
	if err != nil {
		return err
	}
	var given puzzle.VerdictAnswer
	if err := json.Unmarshal(events[answered].Answer, &given); err != nil {
		return err
	}
	if err := f.open(went); err != nil {
		return err
	}
	f.rest(900 * time.Millisecond)
	for _, id := range []string{"verdict." + string(given.Is), "certainty." + strconv.Itoa(given.Certainty), "submit"} {
		if err := f.click(id); err != nil {
			return err
		}
		f.rest(250 * time.Millisecond)
	}
	f.still("desk")
	f.rest(1500 * time.Millisecond)
	return nil
}

// timeline drags the last cards to where the recorded player put them, and
// sees the true line.
func (f *film) timeline(events []session.Event) error {
	answered, err := find(events, session.Answered, timelineItem)
	if err != nil {
		return err
	}
	var wanted []string
	if err := json.Unmarshal(events[answered].Answer, &wanted); err != nil {
		return err
	}
	at, err := joining(events, answered, wanted)
	if err != nil {
		return err
	}
	if err := f.open(at); err != nil {
		return err
	}
	f.rest(500 * time.Millisecond)
	for range mostDrags {
		now := f.cards()
		card, place, ok := nextMove(now, wanted)
		if !ok {
			break
		}
		if err := f.drag(card, now[place]); err != nil {
			return err
		}
	}
	if now := f.cards(); !slices.Equal(now, wanted) {
		return fmt.Errorf("after the drags the cards lie as %v, and not as recorded: %v", now, wanted)
	}
	if err := f.click("submit"); err != nil {
		return err
	}
	f.still("timeline")
	f.rest(2 * time.Second)
	return nil
}

// debrief looks at what the recorded game came to.
func (f *film) debrief(events []session.Event) error {
	if err := f.open(len(events) - 1); err != nil {
		return err
	}
	if f.model.Session() == nil || !f.model.Session().Done() {
		return fmt.Errorf("the recorded game doesn't reach its debrief")
	}
	f.still("debrief")
	f.move(filmWidth*0.6, filmHeight*0.55)
	f.rest(1500 * time.Millisecond)
	f.scroll(380)
	f.rest(1500 * time.Millisecond)
	return nil
}

// joining finds the first draft of an order from which few enough drags lead to
// the wanted one.
func joining(events []session.Event, answered int, wanted []string) (int, error) {
	for i, e := range events[:answered] {
		if e.Item != timelineItem || e.Kind != session.Drafted {
			continue
		}
		var order []string
		if err := json.Unmarshal(e.Answer, &order); err != nil {
			return 0, err
		}
		moves := 0
		for {
			card, place, ok := nextMove(order, wanted)
			if !ok {
				break
			}
			from := slices.Index(order, card)
			order = slices.Insert(slices.Delete(order, from, from+1), place, card)
			moves++
		}
		if moves <= mostDrags {
			return i, nil
		}
	}
	return 0, fmt.Errorf("in the recorded game no card of %q is moved", timelineItem)
}

// nextMove is the first card, from the top, that isn't where it is wanted, and
// where that is.
func nextMove(now, wanted []string) (card string, place int, ok bool) {
	for i, id := range wanted {
		if i < len(now) && now[i] != id {
			return id, i, true
		}
	}
	return "", 0, false
}

// cards are the cards on the screen, from the top.
func (f *film) cards() []string {
	const item = "item."
	list := f.driver.Layout().Find("cards")
	if list == nil {
		return nil
	}
	var ids []string
	for _, q := range list.Children {
		if q.Node.Role == ui.ListItem {
			ids = append(ids, q.Node.ID[len(item):])
		}
	}
	return ids
}
