package app

import (
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// beatOf finds a beat of the case by its id.
func (m *Model) beatOf(id string) *casefile.Beat {
	for r := range m.caseFile().Rooms {
		beats := m.caseFile().Rooms[r].Beats
		for b := range beats {
			if beats[b].ID == id {
				return &beats[b]
			}
		}
	}
	return nil
}

// beat is a moment at the desk: the new sources, the earlier ones,
// the tabs on offer, and the question.
func (m *Model) beat(f frame) screen {
	beat := m.beatOf(m.step().Beat)
	s := screen{title: m.say("page.step", "step", beat.Title, "case", m.caseFile().Title), head: m.progress(f)}
	s.main = kids(
		m.top(beat.Title),
		m.clocks(f, beat),
		paragraph("scene", m.told(beat.Scene), bodyFont),
		m.arrivals(beat),
		m.newcomers(beat),
		m.alreadyThere(f, beat),
		m.tabs(beat),
	)
	item, ok := m.current().(*puzzle.Verdict)
	if !ok {
		return s
	}
	answered := m.session.Answered(item.ID())
	if m.unasked(&s, item, answered) {
		return s
	}
	n := slices.Index(m.step().Items, item.ID()) + 1
	s.side = []*ui.Node{m.verdict(f, item, n)}
	if answered {
		s.right = m.onward(item)
	} else {
		s.right = m.handIn(item, m.say("verdict.submit"))
	}
	if f.narrow && !answered && m.filled(item).Empty() {
		s.right = []*ui.Node{primary("to-question", m.say("verdict.to-question"), FocusQuestion{})}
	}
	s.left = []*ui.Node{softly(paragraph("bar.note", m.say("verdict.count", "n", n, "of", len(m.step().Items)), smallFont))}
	return s
}

// arrivals are the cards that have just come in.
func (m *Model) arrivals(beat *casefile.Beat) *ui.Node {
	n := section(column("arrivals", space3, label("arrivals.title", 2, m.say("beat.just-in"))), m.say("beat.just-in"))
	for _, ref := range beat.Arrivals {
		n.Children = append(n.Children, m.newsCard("card."+ref, ref, beat.At, 3))
	}
	n.Children = kids(n.Children...)
	return n
}

// alreadyThere are the sources of earlier beats, whether this length of play
// passed through those beats or not, and the tabs that were opened there.
func (m *Model) alreadyThere(f frame, beat *casefile.Beat) *ui.Node {
	var refs []string
	for _, room := range m.caseFile().Rooms {
		for i := range room.Beats {
			if room.Beats[i].ID == beat.ID {
				return m.deskCards(f, refs)
			}
			refs = append(refs, room.Beats[i].Arrivals...)
			refs = append(refs, m.openedAt(room.Beats[i].ID)...)
		}
	}
	return nil
}

// openedAt are the tabs opened at a beat.
func (m *Model) openedAt(beat string) []string {
	for _, step := range m.session.Steps() {
		if step.Beat == beat {
			return m.session.Opened(step.ID)
		}
	}
	return nil
}

func (m *Model) deskCards(f frame, refs []string) *ui.Node {
	if len(refs) == 0 {
		return nil
	}
	columns := 2
	if f.narrow {
		columns = 1
	}
	cards := &ui.Node{
		ID:    "desk.cards",
		Style: ui.Style{Flow: ui.Grid, Columns: columns, Gap: space3},
	}
	for _, ref := range slices.Backward(refs) {
		cards.Children = append(cards.Children, m.smallCard("desk."+ref, ref))
	}
	cards.Children = kids(cards.Children...)
	return section(column("desk", space3, label("desk.title", 2, m.say("beat.already")), cards), m.say("beat.already"))
}

// tabs are the other reports on offer: the opened ones as cards, the others as
// buttons with a question. They can be opened until the first verdict of the beat
// is given.
func (m *Model) tabs(beat *casefile.Beat) *ui.Node {
	if len(beat.Tabs) == 0 {
		return nil
	}
	step := m.step()
	opened := m.session.Opened(step.ID)
	closed := !m.session.CanOpen(step.ID) || m.again()
	n := section(column("tabs", space3, label("tabs.title", 2, m.say("tabs.title"))), m.say("tabs.title"))
	offers := wrap("tabs.offers", space3)
	for _, id := range beat.Tabs {
		src, ok := m.caseFile().Source(id)
		if !ok {
			continue
		}
		switch {
		case slices.Contains(opened, id):
			n.Children = append(n.Children, m.newsCard(tabID(id), id, beat.At, 3))
		case !closed:
			offers.Children = append(offers.Children, plain("open."+id, m.told(src.Lead), OpenTab{Source: id}))
		}
	}
	switch {
	case len(offers.Children) > 0:
		n.Children = append(n.Children, softly(paragraph("tabs.why", m.say("tabs.why"), smallFont)), offers, m.askWord("lateral"))
	case closed && len(opened) == 0:
		n.Children = append(n.Children, softly(paragraph("tabs.closed", m.say("tabs.closed"), smallFont)))
	}
	return n
}

// tabID is the node of a tab that was opened.
func tabID(source string) string { return "tab." + source }

// tabsOutcome says, once the verdicts are in, what each tab would have added.
func (m *Model) tabsOutcome(beat string) []*ui.Node {
	tabs, ok := m.set.Tabs(beat)
	if !ok {
		return nil
	}
	var out []*ui.Node
	for _, t := range tabs.Reasons(m.openedAt(beat)) {
		src, ok := m.caseFile().Source(t.Source)
		if !ok {
			continue
		}
		key := "tabs.independent"
		switch {
		case !t.Bears:
			key = "tabs.beside"
		case t.Firsthand:
			key = "tabs.firsthand"
		case !t.Good:
			key = "tabs.echo"
		}
		opened := m.say("tabs.not-opened")
		if t.Opened {
			opened = m.say("tabs.opened")
		}
		var names []words.Text
		for _, id := range t.Repeats {
			names = append(names, m.sourceTitle(id))
		}
		out = append(out, &ui.Node{
			ID: "tabs.outcome." + t.Source, Role: ui.ListItem,
			Text: append(strong(m.sourceTitle(src.ID)),
				spans(m.tell(key, "opened", opened, "origin", words.Join(m.say("list.and"), names...)))...),
			Style: ui.Style{Font: smallFont, Color: theme.Ink, MaxWidth: measure(smallFont)},
		})
	}
	return out
}
