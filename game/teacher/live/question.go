package live

import (
	"fmt"
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// questionScreen is one question, large: who has answered, and the buttons in the order
// of the lesson.
func (m *Model) questionScreen(f frame.Frame) frame.Screen {
	c := m.class
	s := frame.Screen{Title: m.Say("teacher.live.title")}
	step, ok := c.step()
	if !ok || c.set == nil {
		why := c.why
		if why == "" {
			why = m.Say("teacher.live.loading")
		}
		s.Main = []*ui.Node{
			parts.Heading(frame.HeadingID, 1, m.Say("teacher.live.question.none"), parts.DisplayFont),
			parts.Paragraph("question.why", why, parts.BodyFont),
		}
		return s
	}
	if f.Wide {
		s.Main = append(s.Main, parts.Row("top", parts.Space4, parts.Grow(m.where(step)), m.phases(f)))
	} else {
		s.Main = append(s.Main, parts.Kids(m.where(step), m.phases(f))...)
	}
	id, asked := c.shownItem()
	asked = asked && !(c.here() && c.pace.Phase == reading) // nobody can answer yet
	var answers []*ui.Node
	if asked {
		answers = m.answers(f, id)
	}
	main := parts.Column("question", parts.Space4, append(parts.Kids(m.asks(f, step), m.others(step)), answers...)...)
	if f.Wide {
		side := parts.Column("side", parts.Space4, m.tally(asked), m.tools(f))
		side.Style.Width = sideWidth
		s.Main = append(s.Main, &ui.Node{
			ID: "both", Style: ui.Style{Flow: ui.Row, Gap: parts.Space8},
			Children: []*ui.Node{parts.Grow(main), side},
		})
	} else {
		// In the hand the count comes first: the question is on the projector.
		main.Children = append(parts.Kids(m.asks(f, step), m.tally(asked), m.others(step)), answers...)
		s.Main = append(s.Main, main, m.tools(f))
	}
	s.Note, s.Bar = m.ways(f)
	return s
}

// sideWidth is the room for the count, beside the question, in CSS pixels at 100 %
// text.
const sideWidth = 300

// where says which step is looked at.
func (m *Model) where(step session.Step) *ui.Node {
	c := m.class
	of := m.Tell("teacher.live.step", "n", c.stepIndex(step.ID)+1, "of", len(c.steps), "step", m.stepName(step))
	return parts.Eyebrow("where", of)
}

// stepName is what a step is called.
func (m *Model) stepName(step session.Step) words.Text {
	c := m.class.set.Case()
	switch step.Kind {
	case session.BriefingStep:
		return words.In("", m.Say("teacher.live.briefing"))
	case session.DebriefStep:
		return words.In("", m.Say("teacher.live.debrief"))
	case session.BeatStep:
		if beat := m.beat(step.Beat); beat != nil {
			return m.caseText(beat.Title)
		}
	}
	for _, r := range c.Rooms {
		if r.ID == step.Room {
			return m.caseText(r.Title)
		}
	}
	return words.In("", step.ID)
}

// phases is the way through the step, with where the class is.
func (m *Model) phases(f frame.Frame) *ui.Node {
	c := m.class
	if !c.here() {
		return nil
	}
	step, _ := c.step()
	if len(step.Items) == 0 {
		return nil
	}
	n := parts.Wrap("phases", parts.Space2)
	if f.Wide {
		n = parts.Row("phases", parts.Space2)
	}
	n.Role, n.Name = ui.List, m.Say("teacher.live.phases")
	for _, p := range []phase{reading, voting, discussing, revoting, revealing} {
		one := parts.Paragraph("phase."+string(p), m.Say("teacher.live.phase."+string(p)), parts.SmallBold)
		one.Role, one.Current = ui.ListItem, p == c.pace.Phase
		one.Style.Pad = ui.Sides(parts.Space1, parts.Space3)
		if f.Narrow {
			one.Style.Pad = ui.Sides(parts.Space1, parts.Space2)
		}
		if one.Current {
			one.Style.Look, one.Style.Color = ui.InkStrip, theme.Paper
		} else {
			one.Style.Look, one.Style.Color = ui.Strip, theme.Soft
		}
		n.Children = append(n.Children, one)
	}
	n.Style.Print = &ui.Print{Hidden: true}
	return n
}

// asks is the question itself.
func (m *Model) asks(f frame.Frame, step session.Step) *ui.Node {
	id, ok := m.class.shownItem()
	if !ok {
		key := "teacher.live.asks-nothing"
		if step.Kind == session.DebriefStep {
			key = "teacher.live.over"
		}
		return parts.Column("asks", parts.Space2,
			parts.Heading(frame.HeadingID, 1, m.stepName(step), parts.DisplayFont),
			kindly(parts.Paragraph("asks.text", m.Say(key), parts.BodyFont)))
	}
	q, ok := m.class.set.Item(id)
	if !ok {
		return parts.Column("asks", parts.Space2, parts.Heading(frame.HeadingID, 1, m.stepName(step), parts.DisplayFont))
	}
	ask := words.In("", m.Say("verdict.ask"))
	if _, verdict := q.(*puzzle.Verdict); !verdict {
		ask = nil
		if form := m.form(q); len(form.Fields) == 1 && form.Fields[0].Pick != puzzle.PickOrder {
			ask = m.told(form.Fields[0].Label)
		}
	}
	claim := words.Text(nil)
	if v, verdict := q.(*puzzle.Verdict); !verdict {
		if found, ok := m.class.set.Case().Claim(m.form(q).Claim); ok {
			claim = m.caseText(found.Text)
		}
	} else if !f.Narrow {
		claim = m.caseText(v.Beat.Scene)
	}
	return parts.Column("asks", parts.Space2,
		parts.Heading(frame.HeadingID, 1, m.caseText(q.Title()), parts.DisplayFont),
		kindly(parts.Softly(parts.Paragraph("asks.about", claim, parts.BodyFont))),
		parts.Paragraph("asks.what", ask, parts.BodyFont))
}

// form is the form of a question as the class has it.
func (m *Model) form(q puzzle.Item) puzzle.Form { return q.Form(m.class.Seed) }

// others leads to the other questions of the step.
func (m *Model) others(step session.Step) *ui.Node {
	if len(step.Items) < 2 {
		return nil
	}
	n := parts.Wrap("others", parts.Space2)
	n.Role, n.Name = ui.Region, m.Say("teacher.live.questions")
	for i := range step.Items {
		b := frame.Small(parts.Plain(numbered("item.", i), m.Say("teacher.live.question.n", "n", i+1, "of", len(step.Items)), Item{Index: i}))
		b.Toggle, b.Checked = true, i == min(m.class.index, len(step.Items)-1)
		n.Children = append(n.Children, b)
	}
	n.Style.Print = &ui.Print{Hidden: true}
	return n
}

// tally counts who has answered, and says who may need help.
func (m *Model) tally(asked bool) *ui.Node {
	c := m.class
	var count, said *ui.Node
	if asked {
		big := fmt.Sprint(c.answered(), " / ", len(c.seats))
		count = parts.Paragraph("tally.count", big, parts.HeroFont)
		count.Decorative, count.PrintWidth = true, 0
		said = parts.Paragraph("tally.said", m.Say("teacher.live.answered", "n", c.answered(), "of", len(c.seats)), parts.BodyFont)
	} else {
		said = parts.Paragraph("tally.said", m.Count("teacher.live.here", len(c.seats)), parts.LeadFont)
	}
	idle, stuck := c.waiting(m.now)
	paused := (*ui.Node)(nil)
	if c.pace != nil && c.pace.Paused {
		paused = parts.Tag("tally.paused", m.Say("teacher.live.paused"), ui.TagNeutral)
		paused.Style.Self = ui.Start
	}
	n := parts.Card("tally", count, said, paused,
		m.needs("stuck", stuck), m.needs("idle", idle))
	n.Style.Gap = parts.Space2
	return parts.Section(n, m.Say("teacher.live.tally"))
}

// needs says how many pupils may need help, and leads to who they are.
func (m *Model) needs(what string, who []seat) *ui.Node {
	if len(who) == 0 {
		return nil
	}
	key := "teacher.live.needs." + what
	if m.class.pace != nil {
		key += ".together"
	}
	b := parts.Quiet("tally."+what, m.Count(key, len(who)), Show{Screen: Pupils})
	b.Style.Self = ui.Start
	return b
}

// tools are what is needed beside the way through the lesson.
func (m *Model) tools(f frame.Frame) *ui.Node {
	c := m.class
	var pause *ui.Node
	if c.pace != nil {
		key := "teacher.live.pause"
		if c.pace.Paused {
			key = "teacher.live.unpause"
		}
		pause = parts.Plain("pause", m.Say(key), Pause{On: !c.pace.Paused})
		pause.Shortcut = "p"
	}
	step, _ := c.step()
	at := c.stepIndex(step.ID)
	var back, on *ui.Node
	last := len(c.steps) - 1
	if c.pace != nil {
		last = c.stepIndex(c.pace.Step)
	}
	if at > 0 && len(c.steps) > 0 {
		back = parts.Plain("look.back", m.Say("teacher.live.look.back"), See{Step: c.steps[at-1].ID})
	}
	if at < last {
		on = parts.Plain("look.on", m.Say("teacher.live.look.on"), See{Step: c.steps[at+1].ID})
	}
	n := parts.Column("tools", parts.Space2, pause, back, on)
	if !f.Wide {
		n = parts.Wrap("tools", parts.Space3, pause, back, on)
	}
	n.Style.Print = &ui.Print{Hidden: true}
	return n
}

// ways are the buttons of the bar: the next sensible one last, which a clicker presses.
func (m *Model) ways(f frame.Frame) (note *ui.Node, bar []*ui.Node) {
	c := m.class
	if c.pace == nil {
		return nil, m.alone()
	}
	if !c.here() {
		b := parts.Primary("look.here", m.Say("teacher.live.look.here"), See{})
		b.Key = ui.PageDown
		return nil, []*ui.Node{b}
	}
	step, _ := c.step()
	at := c.stepIndex(step.ID)
	to := func(id, key string, p phase) *ui.Node {
		return parts.Plain(id, m.Say(key), Go{Step: step.ID, Phase: string(p)})
	}
	var next, other *ui.Node
	onward := func() *ui.Node {
		if at+1 >= len(c.steps) {
			return nil
		}
		following := c.steps[at+1]
		return parts.Plain("go.next", m.Tell("teacher.live.go.next", "step", m.stepShort(following)), Go{Step: following.ID, Phase: string(reading)})
	}
	switch c.pace.Phase {
	case reading:
		if len(step.Items) == 0 {
			next = onward()
			break
		}
		next, other = to("go.vote", "teacher.live.go.vote", voting), onward()
		if other != nil {
			other.Text = ui.Plain(m.Say("teacher.live.go.skip"))
		}
	case voting:
		next, other = to("go.discuss", "teacher.live.go.discuss", discussing), to("go.reveal", "teacher.live.go.reveal", revealing)
	case discussing:
		next, other = to("go.revote", "teacher.live.go.revote", revoting), to("go.reveal", "teacher.live.go.reveal", revealing)
	case revoting:
		next = to("go.reveal", "teacher.live.go.reveal", revealing)
	case revealing:
		next = onward()
	}
	if next == nil {
		next = parts.Plain("go.picture", m.Say("teacher.live.go.picture"), Show{Screen: Picture})
	}
	next.Style.Look = ui.PrimaryButton
	next.Key, next.Shortcut = ui.PageDown, "n"
	for _, b := range parts.Kids(next, other) {
		if _, leads := b.Do.(Go); leads {
			b.Disabled = c.pending != nil
		}
	}
	if !f.Narrow {
		note = parts.Softly(parts.Paragraph("keys", m.Say("teacher.live.keys"), parts.SmallFont))
	}
	return note, parts.Kids(other, next)
}

// stepShort is a step's name in a few words.
func (m *Model) stepShort(step session.Step) words.Text {
	if beat := m.beat(step.Beat); beat != nil {
		return m.caseText(beat.Short)
	}
	if step.Kind == session.PuzzleStep && len(step.Items) > 0 {
		if q, ok := m.class.set.Item(step.Items[0]); ok {
			return m.caseText(q.Title())
		}
	}
	return m.stepName(step)
}

// beat finds a beat of the case by its id; nil if there is none.
func (m *Model) beat(id string) *casefile.Beat {
	for r := range m.class.set.Case().Rooms {
		beats := m.class.set.Case().Rooms[r].Beats
		if i := slices.IndexFunc(beats, func(b casefile.Beat) bool { return b.ID == id }); i >= 0 {
			return &beats[i]
		}
	}
	return nil
}

// alone are the ways through a class that is not led: from step to step.
func (m *Model) alone() []*ui.Node {
	c := m.class
	step, _ := c.step()
	at := c.stepIndex(step.ID)
	if at+1 >= len(c.steps) {
		return []*ui.Node{parts.Primary("go.picture", m.Say("teacher.live.go.picture"), Show{Screen: Picture})}
	}
	b := parts.Primary("see.next", m.Say("teacher.live.look.on"), See{Step: c.steps[at+1].ID})
	b.Key, b.Shortcut = ui.PageDown, "n"
	return []*ui.Node{b}
}

// phaseSaid says where the class is now, for who doesn't see it.
func (m *Model) phaseSaid() string {
	c := m.class
	if c.pace == nil {
		return ""
	}
	if c.pace.Paused {
		return m.Say("teacher.live.paused")
	}
	return m.Say("teacher.live.now", "phase", m.Say("teacher.live.phase."+string(c.pace.Phase)))
}
