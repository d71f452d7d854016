package begin

import (
	"holdtheline/assets"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Key is the key of a link that goes straight into a room.
const Key = "do"

// A Choice is something that a teacher can do. Its texts are teacher.begin.ID and
// teacher.begin.ID.what.
type Choice string

// Choices are all of them, in their order on the screen.
func Choices() []Choice {
	return []Choice{
		Lead,
		Together,
		Compare,
	}
}

// The choices.
const (
	Lead     Choice = "lead"
	Together Choice = "together"
	Compare  Choice = "compare"
)

// Choose goes into a room, as a message and then as an effect.
type Choose struct{ Choice Choice }

// A Model is everything that the screen is made from.
type Model struct{ frame.Base }

// New makes the model.
func New(o frame.Options) *Model {
	o.Home = false // this is where that leads
	return &Model{Base: frame.NewBase(o)}
}

// Init returns the effects of the start.
func (m *Model) Init() []frame.Effect { return []frame.Effect{frame.Focus{Node: frame.HeadingID}} }

// Update answers a message.
func (m *Model) Update(msg ui.Msg) []frame.Effect {
	effects, known := m.Answer(msg)
	if chosen, ok := msg.(Choose); ok && !known {
		effects = []frame.Effect{chosen}
	}
	return m.Moved(effects)
}

// View makes the whole screen from the model.
func (m *Model) View(vp ui.Viewport) *ui.Node {
	f := frame.NewFrame(vp)
	what := parts.Paragraph("what", m.Say("teacher.begin.what"), parts.BodyFont)
	what.Style.MaxWidth = theme.Measure
	title := m.Say("teacher.begin.title")
	var cards []*ui.Node
	for _, c := range Choices() {
		id := string(c)
		name := m.Say("teacher.begin." + id)
		do := parts.Primary("begin."+id, name, Choose{Choice: c})
		do.Style.Self = ui.Start
		card := parts.Card(id,
			parts.Heading(id+".title", 2, name, parts.TitleFont),
			parts.Paragraph(id+".what", m.Say("teacher.begin."+id+".what"), parts.BodyFont),
			do)
		card.Style.Gap = parts.Space3
		cards = append(cards, parts.Section(card, name))
	}
	choices := &ui.Node{ID: "choices", Style: ui.Style{Gap: parts.Space5}, Children: cards}
	if f.Wide {
		choices.Style.Flow, choices.Style.Columns = ui.Grid, len(cards)
	}
	return m.Tree(f, frame.Screen{
		Name: "begin", Title: title,
		Main: []*ui.Node{
			parts.Column("top", parts.Space2, parts.Heading(frame.HeadingID, 1, title, parts.DisplayFont), what),
			choices,
			parts.Wrap("links", parts.Space3, append(m.lessons(),
				frame.Outside("privacy", m.Say("teacher.privacy"), m.O.Privacy),
				frame.Outside("access", m.Say("menu.access"), assets.StatementIn(m.Lang(), m.O.Statement)))...),
		},
	})
}

// lessons lead to what there is to print for each story. A test has none.
func (m *Model) lessons() []*ui.Node {
	var links []*ui.Node
	for _, c := range m.Heads() {
		if c.Form != "" || m.O.Lessons == "" {
			continue
		}
		links = append(links, frame.Outside("lesson."+c.ID, m.Say("teacher.begin.lesson", "case", m.Title(c)), m.O.Lessons+assets.Lesson(c.ID, m.Lang())))
	}
	return links
}
