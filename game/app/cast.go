package app

import (
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/session"
)

// cast lists people with who they are.
func (m *Model) cast(id, title string, people []*casefile.Person) *ui.Node {
	lines := &ui.Node{ID: id, Role: ui.List, Name: title, Style: ui.Style{Gap: space2}}
	for _, p := range people {
		lines.Children = append(lines.Children, &ui.Node{
			ID: "person." + p.ID, Role: ui.ListItem,
			Text:  append(strong(m.told(p.Name)), spans(m.tell("briefing.role", "role", m.told(p.Role)))...),
			Style: ui.Style{Font: bodyFont, MaxWidth: measure(bodyFont)},
		})
	}
	return lines
}

// newcomers introduces the people who enter at a beat, or have entered at one
// before it that this length of play skips.
func (m *Model) newcomers(beat *casefile.Beat) *ui.Node {
	played := map[string]bool{}
	for _, s := range m.session.Steps() {
		if s.Kind == session.BeatStep {
			played[s.Beat] = true
		}
	}
	entering := evidence.Cast(m.caseFile())
	var people []*casefile.Person
	first := true
	for _, room := range m.caseFile().Rooms {
		for _, b := range room.Beats {
			if first { // introduced at the briefing
				first = false
			} else {
				people = append(people, entering[b.ID]...)
			}
			if b.ID == beat.ID {
				return m.introduced(people)
			}
			if played[b.ID] {
				people = nil
			}
		}
	}
	return nil
}

func (m *Model) introduced(people []*casefile.Person) *ui.Node {
	if len(people) == 0 {
		return nil
	}
	lines := m.cast("newcomers.people", m.say("beat.newcomers"), people)
	for _, line := range lines.Children {
		line.Style.Font, line.Style.Color, line.Style.MaxWidth = smallFont, theme.Soft, measure(smallFont)
	}
	lines.Style.Gap = space1
	return section(column("newcomers", space1, label("newcomers.title", 2, m.say("beat.newcomers")), lines), m.say("beat.newcomers"))
}
