package app

import (
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// provenancePaper is how wide a provenance is on paper, in CSS pixels.
const provenancePaper = 640

// provenance shows who has something from whom, in order of time: as a picture, and
// for those who don't see it as a list. marked is the source in question.
func (m *Model) provenance(id string, level int, title string, told []evidence.Hearing, marked string) *ui.Node {
	if len(told) == 0 {
		return nil
	}
	var picture figure.Provenance
	lines := list(id+".list", title)
	lines.VisuallyHidden = true
	for _, h := range told {
		src, ok := m.caseFile().Source(h.Source)
		if !ok {
			continue
		}
		var from []words.Text
		card := figure.Told{Title: m.sourceTitle(h.Source).String(), Marked: h.Source == marked}
		for _, on := range h.From {
			from = append(from, m.sourceTitle(on))
			card.From = append(card.From, slices.IndexFunc(told, func(other evidence.Hearing) bool { return other.Source == on }))
		}
		when := m.datedAs(src)
		how, line := m.say("provenance.own"), m.tell("provenance.line.own", "card", m.sourceTitle(h.Source), "when", when)
		if len(from) > 0 {
			how = m.say("provenance.copy")
			line = m.tell("provenance.line.from", "card", m.sourceTitle(h.Source), "when", when, "from", words.Join(m.say("list.and"), from...))
		}
		card.Head = when + m.say("list.dot") + how
		picture.Cards = append(picture.Cards, card)
		lines.Children = append(lines.Children, &ui.Node{ID: id + ".list." + h.Source, Role: ui.ListItem, VisuallyHidden: true, Text: spans(line)})
	}
	drawn := &ui.Node{ID: id + ".picture", Decorative: true, Figure: picture, PrintWidth: provenancePaper}
	return column(id, space2, label(id+".title", level, title), drawn, lines)
}

// spreadOf is who is known to have said what a question traced. What a question asks
// that is not answered yet is left out, unless it lay on the table.
func (m *Model) spreadOf(t *puzzle.Trace, all []evidence.Hearing) []evidence.Hearing {
	onTable := append([]string{t.Report()}, t.Deal(0)...)
	return m.set.Evidence().Hearings(t.Puzzle().Claim, t.Puzzle().At, func(id string) bool {
		if !slices.ContainsFunc(all, func(h evidence.Hearing) bool { return h.Source == id }) {
			return false
		}
		return slices.Contains(onTable, id) || !m.asksLater(id, puzzle.Provenance) && !m.datesLater(id)
	})
}

// lineage shows in the dialog of a source where it comes from, once that has been
// judged; nil before, and for a source that rests on nothing.
func (m *Model) lineage(source string) *ui.Node {
	if m.session == nil || !m.session.Explained() || !m.judged(source) {
		return nil
	}
	told := slices.DeleteFunc(m.set.Evidence().Lineage(source), func(h evidence.Hearing) bool { return !m.cameIn(h.Source) })
	keptBack := func(h evidence.Hearing) bool {
		return len(h.From) > 0 && m.asksLater(h.Source, puzzle.Provenance) || m.datesLater(h.Source)
	}
	if len(told) < 2 || slices.ContainsFunc(told, keptBack) {
		return nil
	}
	return m.provenance("lineage", 2, m.say("provenance.title"), told, source)
}

// cameIn tells whether a source can be known where the player is: at the desk, those
// that have come in, and those of the days before. A page may rest on something for
// the sake of an update that came later.
func (m *Model) cameIn(source string) bool {
	if m.step().Kind != session.BeatStep {
		return true
	}
	src, ok := m.caseFile().Source(source)
	if !ok {
		return false
	}
	out, dated := src.Published.Latest()
	if now, ok := m.asOf().Earliest(); ok && dated && out.Before(now) {
		return true
	}
	for _, step := range m.session.Steps()[:m.session.At()+1] {
		if beat := m.beatOf(step.Beat); beat != nil {
			if slices.ContainsFunc(slices.Concat(beat.Arrivals, m.session.Opened(step.ID)), func(ref string) bool { return evidence.SourceOf(ref) == source }) {
				return true
			}
		}
	}
	return false
}

// judged tells whether a question of this game was answered that a source bears on: a
// question that traces it, or the verdicts of a beat where it had come in.
func (m *Model) judged(source string) bool {
	came := map[string]bool{}
	for _, step := range m.session.Steps() {
		if beat := m.beatOf(step.Beat); step.Kind == session.BeatStep && beat != nil {
			for _, ref := range slices.Concat(beat.Arrivals, m.session.Opened(step.ID)) {
				came[evidence.SourceOf(ref)] = true
			}
		}
		for _, id := range step.Items {
			item, ok := m.set.Item(id)
			if !ok || m.session.Tries(id) == 0 {
				continue
			}
			if step.Kind == session.BeatStep && came[source] || slices.ContainsFunc(item.Asks(), func(a puzzle.Asked) bool { return a.Source == source }) {
				return true
			}
		}
	}
	return false
}
