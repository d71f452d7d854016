package app

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"time"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/sources"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// How good discernment has to be, out of 100, to be called good or fair.
const (
	goodDiscernment = 70
	fairDiscernment = 40
)

// worthAnotherLook is how many answers the debrief picks out.
const worthAnotherLook = 3

// A reported is the report on a finished game. Making it marks every answer again,
// which would take most of the time that drawing the debrief takes.
type reported struct {
	set     *puzzle.Set
	session *session.Session
	events  int
	report  *report.Report
}

// report is the report on the game as it is now.
func (m *Model) report() report.Report {
	if r := &m.reported; r.session == m.session && r.set == m.set && r.events == len(m.session.Log()) {
		return *r.report
	}
	return report.Make(m.set, m.session)
}

// keepReport makes the report once, before the debrief is shown.
func (m *Model) keepReport() {
	if m.session != nil && m.step().Kind == session.DebriefStep {
		r := m.report()
		m.reported = reported{set: m.set, session: m.session, events: len(m.session.Log()), report: &r}
	}
}

// debrief is the last room: what the player's answers say about how they judge.
func (m *Model) debrief(f frame) screen {
	if m.session.Config().Mode == session.Test && !m.test.Reasons {
		return m.handedIn(f)
	}
	r := m.report()
	s := screen{
		title: m.say("page.step", "step", m.say("debrief.title"), "case", m.caseFile().Title),
		head:  m.progress(f),
	}
	if m.review {
		m.reviewAll(f, &s, r)
	} else {
		s.sheet = true
		m.debriefCards(f, &s, r)
	}
	return s
}

// The widths of the debrief's right column, and of its narrow parts, in CSS
// pixels at 100 % text.
const (
	againWidth  = 420
	besideWidth = 320 // where the window is narrower than threeAcross
	threeAcross = 1200
	levelWidth  = 104 // a certainty's name
	skillWidth  = 96  // a skill's name
	numberWidth = 52  // a percentage, so that they line up
	cardsHeight = 470 // the most that the belief line's row grows on tall screens
)

// How wide a figure is drawn for paper, in CSS pixels that print a little smaller:
// across a sheet, in one of its two columns, and beside a name there.
const (
	sheetWidth = 820
	halfSheet  = 310
	barSheet   = 190
)

func (m *Model) debriefCards(f frame, s *screen, r report.Report) {
	belief, discernment := m.beliefCard(r), m.discernmentCard(r)
	calibration, skills, again := m.calibrationCard(f, r), m.skillsCard(f, r), m.againCard(r)
	private := softly(paragraph("bar.note", m.keptWhere(), smallFont))
	belief.Style.Print, private.Style.Print = &ui.Print{Wide: true}, &ui.Print{Wide: true}
	if f.wide {
		first := kids(grow(belief), discernment)
		second, third := kids(grow(calibration), grow(skills), again), []*ui.Node(nil)
		discernment.Style.Width, again.Style.Width = againWidth, againWidth
		if f.width < threeAcross {
			discernment.Style.Width, again.Style.Width = besideWidth, 0
			second, third = kids(grow(calibration), grow(skills)), kids(again)
		}
		s.main = kids(m.debriefTop(f, r), grow(column("cards", space5, append([]*ui.Node{
			{ID: "row.1", Style: ui.Style{Flow: ui.Row, Gap: space5, Grow: 1, MaxHeight: cardsHeight}, Children: first},
			{ID: "row.2", Style: ui.Style{Flow: ui.Row, Gap: space5}, Children: second},
		}, third...)...)))
	} else {
		s.main = kids(m.debriefTop(f, r), belief, discernment, calibration, skills, again)
	}
	review := plain("review", m.say("debrief.review"), Review{Show: true})
	print := plain("print", m.say("debrief.print"), Print{})
	give := plain("give", m.say("give.open"), OpenGive{})
	save := primary("save", m.say("debrief.save"), OpenSave{})
	if f.narrow {
		s.main = append(s.main, review, print, give, private)
		s.right = []*ui.Node{save}
		return
	}
	s.left = []*ui.Node{private}
	s.right = []*ui.Node{review, print, give, save}
}

// debriefTop is what was played, the headline and the score.
func (m *Model) debriefTop(f frame, r report.Report) *ui.Node {
	played := eyebrow("eyebrow", m.tell("debrief.eyebrow", "case", m.told(r.Title), "length", m.say("length."+string(r.Length)),
		"mode", m.say("mode."+string(r.Mode)), "date", m.day(r.Began)))
	played.Style.MaxWidth = 0 // one line, where there is room for it
	titles := column("titles", space1,
		m.brand(),
		played,
		heading(headingID, 1, m.headline(r), displayFont),
	)
	score := m.scoreLine(r)
	titles.Style.Print, score.Style.Print = &ui.Print{Block: true}, &ui.Print{End: true}
	code := m.givePaper()
	top := column("top", space2, titles, score)
	if !f.narrow {
		top = &ui.Node{
			ID: "top", Style: ui.Style{Flow: ui.Row, Gap: space6, Align: ui.End},
			Children: []*ui.Node{grow(titles), score},
		}
	}
	columns := []float64{ui.FreeColumn, ui.FitColumn}
	if code != nil {
		top.Children, columns = append(top.Children, code), append(columns, giveSheet)
	}
	top.Style.Print = &ui.Print{Wide: true, Columns: columns, Gap: sheetGap, Align: ui.End}
	return top
}

// brand is the game's name beside its telephone, for paper: on the screen the
// header has it.
func (m *Model) brand() *ui.Node {
	phone := figure.Phone{Height: brandHeight}
	w, _ := phone.Size(0)
	name := &ui.Node{
		ID: "brand", Role: ui.Paragraph, VisuallyHidden: true, Text: ui.Plain(m.say("game.title")),
		Style: ui.Style{Font: leadFont, Print: &ui.Print{Visible: true}},
	}
	return &ui.Node{
		ID: "brand.line", VisuallyHidden: true,
		Style:    ui.Style{Print: &ui.Print{Visible: true, Columns: []float64{brandWidth, ui.FreeColumn}, Gap: 3, Align: ui.Center}},
		Children: []*ui.Node{drawing("brand.phone", phone, w), name},
	}
}

// brandHeight is how high the telephone is drawn, in CSS pixels, and brandWidth
// how wide it is printed, in millimetres.
const (
	brandHeight = 48
	brandWidth  = 10
)

// day is the day of a moment, in the words of the player's language.
func (m *Model) day(t time.Time) string { return edtf.Day(t).Human(m.locale) }

// numberDrop is by how much the bottom of a line of the score's number lies
// lower below its letters than that of a line of text does, in CSS pixels.
const numberDrop = 7

// scoreLine is the score: a large number, and out of how many.
func (m *Model) scoreLine(r report.Report) *ui.Node {
	of := softly(paragraph("score.of", m.say("debrief.of-100"), bodyFont))
	return &ui.Node{
		ID: "score", Role: ui.Paragraph,
		Style: ui.Style{Flow: ui.Row, Gap: space2, Align: ui.End},
		Children: []*ui.Node{
			paragraph("score.number", fmt.Sprint(percent(r.Score/100)), heroFont),
			column("score.base", 0, of, &ui.Node{Style: ui.Style{Height: numberDrop}}),
		},
	}
}

// headline says in one sentence what the report amounts to.
func (m *Model) headline(r report.Report) string {
	level := "low"
	for _, skill := range r.Skills {
		if skill.Skill != puzzle.Discernment {
			continue
		}
		switch {
		case skill.Value >= goodDiscernment:
			level = "good"
		case skill.Value >= fairDiscernment:
			level = "fair"
		}
	}
	lean := string(r.Discernment.Lean)
	if !r.Discernment.Enough {
		lean = "few" // nothing can be said of a lean
	}
	return m.say("debrief.head." + level + "." + lean)
}

// beliefRows are the verdicts on the belief line, from the top.
func beliefRows() []casefile.Verdict {
	return []casefile.Verdict{casefile.Real, casefile.Unconfirmed, casefile.Denied, casefile.Prank}
}

// beliefLine is the line of the claim that the case chooses, if it was asked, or else of
// the one that was asked most often; of several, the first. Without any its points are
// none.
func (m *Model) beliefLine(r report.Report) report.BeliefLine {
	var longest report.BeliefLine
	for _, line := range r.Belief {
		if line.Claim == m.caseFile().Belief {
			return line
		}
		if len(line.Points) > len(longest.Points) {
			longest = line
		}
	}
	return longest
}

// beliefFigure draws a belief line.
func (m *Model) beliefFigure(line report.BeliefLine) figure.Belief {
	rows := beliefRows()
	var fig figure.Belief
	for _, v := range rows {
		fig.Rows = append(fig.Rows, m.verdictName(v).String())
		fig.Colors = append(fig.Colors, sources.Stamp(v).Color)
	}
	for _, p := range line.Points {
		point := figure.BeliefPoint{Label: p.Short, Supported: -1, Given: -1}
		if p.Answered {
			point.Supported, point.Given, point.Certainty = slices.Index(rows, p.Supported), slices.Index(rows, p.Given), p.Certainty
		}
		fig.Points = append(fig.Points, point)
	}
	return fig
}

// beliefCard draws the belief line of one claim, and
// says the same in words.
func (m *Model) beliefCard(r report.Report) *ui.Node {
	line := m.beliefLine(r)
	said := list("belief.words", m.say("debrief.belief"))
	said.Style.Print = &ui.Print{Hidden: true}
	for i, p := range line.Points {
		text := m.tell("debrief.belief.none", "beat", m.told(p.Short))
		if p.Answered {
			text = m.tell("debrief.belief.point", "beat", m.told(p.Short), "given", m.verdictName(p.Given),
				"certainty", m.certaintyName(p.Certainty), "supported", m.verdictName(p.Supported))
		}
		said.Children = append(said.Children, &ui.Node{ID: fmt.Sprintf("belief.%d", i), Role: ui.ListItem, VisuallyHidden: true, Text: spans(text)})
	}
	return section(card("belief",
		label("belief.title", 2, m.say("debrief.belief")),
		paragraph("belief.claim", m.tell("order.quote", "card", m.told(line.Text)), newsBold),
		wrap("belief.about", space5, m.beliefLegend(), m.askLegend()),
		grow(drawing("belief.figure", m.beliefFigure(line), sheetWidth)),
		said,
	), m.say("debrief.belief"))
}

// drawing is a figure that is also drawn on the plain page and on paper, at a
// width of its own. What it shows is said in words beside it.
func drawing(id string, f ui.Figure, width float64) *ui.Node {
	return &ui.Node{ID: id, Decorative: true, Figure: f, PrintWidth: width}
}

// beliefLegend explains the marks of the belief line.
func (m *Model) beliefLegend() *ui.Node {
	mark := func(id string, mark figure.KeyMark, text string) *ui.Node {
		return parts.LegendMark(id, figure.BeliefKey{Mark: mark}, text, smallFont)
	}
	return parts.Legend("belief.legend",
		mark("legend.band", figure.BandMark, m.say("debrief.legend.band")),
		mark("legend.bead", figure.BeadMark, m.say("debrief.legend.bead")),
		mark("legend.hollow", figure.HollowMark, m.say("debrief.legend.hollow")))
}

// dialShare is the part of its column that the dial takes on paper.
const dialShare = 0.84

// dialRange is the criterion c at which the dial's needle is at its end.
const dialRange = 1.5

// leanDial draws which way the player leans.
func (m *Model) leanDial(r report.Report) figure.Dial {
	return figure.Dial{
		Lean: r.Discernment.C / dialRange, Rough: !r.Discernment.Enough,
		Left: m.say("debrief.dial.believes"), Middle: m.say("debrief.dial.even"), Right: m.say("debrief.dial.doubts"),
	}
}

// discernmentCard tells true from false: counts first, then the lean in words.
func (m *Model) discernmentCard(r report.Report) *ui.Node {
	d := r.Discernment
	few := m.count("debrief.few", d.Signals+d.Noise)
	var lean *ui.Node
	if d.Enough {
		few = m.count("debrief.numbers", d.Signals+d.Noise, "d", m.decimal(d.DPrime), "c", m.decimal(d.C))
		lean = paragraph("discernment.lean", m.say("debrief.lean."+string(d.Lean)), bodyFont)
	}
	dial := grow(drawing("discernment.dial", m.leanDial(r), halfSheet))
	dial.Style.Print = &ui.Print{Share: dialShare}
	return section(card("discernment",
		label("discernment.title", 2, m.say("debrief.discernment")),
		dial,
		paragraph("discernment.counts", m.believed(r), bodyFont),
		lean,
		softly(paragraph("discernment.few", few, smallFont)),
	), m.say("debrief.discernment"))
}

// believed is how many things the player believed of those that were real, and
// of the others.
func (m *Model) believed(r report.Report) string {
	d := r.Discernment
	return m.say("debrief.counts", "hits", d.Hits, "signals", d.Signals, "false", d.FalseAlarms, "noise", d.Noise)
}

// decimal writes a number with one digit and a proper minus.
func (m *Model) decimal(x float64) string {
	if x < 0 {
		return m.number(fmt.Sprintf("−%.1f", -x))
	}
	return m.number(fmt.Sprintf("%.1f", x))
}

// beside puts a bar between its name and its value, or below both where there
// is no room for all three in a row.
func beside(f frame, id string, name, bar, value *ui.Node, nameWidth float64) *ui.Node {
	value.Style.TextAlign = ui.End
	bar.Style.Print = &ui.Print{Row: 1, Column: 2, Rows: 2}
	value.Style.Print = &ui.Print{Row: 1, Column: 3, End: true}
	if f.width < cramped {
		return column(id+".row", space1, row(id+".head", space2, grow(name), value), bar)
	}
	name.Style.Width, value.Style.MinWidth = nameWidth, numberWidth
	r := row(id+".row", space3, name, grow(bar), value)
	r.Style.Align = ui.Start
	return r
}

// besidePrint sets a row of a list on paper in three columns: a name with a note
// below it, a bar, and a value.
func besidePrint() *ui.Print {
	return &ui.Print{Columns: []float64{23, ui.FreeColumn, 11}, Gap: 3}
}

// nameCell puts the name into its place there, or in row 2 the note.
func nameCell(n *ui.Node, row int) *ui.Node {
	n.Style.Print = &ui.Print{Row: row, Column: 1}
	return n
}

// cramped is the width below which a bar has a line of its own, in CSS
// pixels at 100 % text.
const cramped = 300

// calibrationCard shows, for each certainty, how many answers were right
// against how many had to be.
func (m *Model) calibrationCard(f frame, r report.Report) *ui.Node {
	items := list("calibration.list", m.say("debrief.calibration"))
	for _, l := range r.Calibration.Levels {
		id := fmt.Sprintf("calibration.%d", l.Certainty)
		text, share := m.say("debrief.calibration.none"), m.say("debrief.skill.none")
		if l.Answers > 0 {
			text = m.say("debrief.calibration.level", "right", l.Right, "answers", l.Answers)
			share = m.say("debrief.share", "n", percent(l.Share))
		}
		needed := m.say("debrief.share", "n", percent(l.Needed))
		items.Children = append(items.Children, &ui.Node{ID: id, Role: ui.ListItem, Style: ui.Style{Print: besidePrint()}, Children: []*ui.Node{
			beside(f, id,
				column(id+".said", 0,
					nameCell(paragraph(id+".name", m.certaintyName(l.Certainty), boldFont), 1),
					nameCell(softly(paragraph(id+".text", text, smallFont)), 2),
				),
				drawing(id+".gauge", figure.Gauge{Share: l.Share, Needed: l.Needed, Label: needed}, barSheet),
				paragraph(id+".share", share, boldFont),
				levelWidth,
			),
			{ID: id + ".needed", Role: ui.Paragraph, VisuallyHidden: true, Text: ui.Plain(m.say("debrief.calibration.needed", "needed", percent(l.Needed)))},
		}})
	}
	return section(card("calibration",
		label("calibration.title", 2, m.say("debrief.calibration")),
		items,
		softly(paragraph("calibration.note", m.say("debrief.calibration.note"), smallFont)),
	), m.say("debrief.calibration"))
}

func (m *Model) skillsCard(f frame, r report.Report) *ui.Node {
	items := list("skills.list", m.say("debrief.skills"))
	for _, skill := range r.Skills {
		id := "skill." + string(skill.Skill)
		value, share := m.say("debrief.skill.none"), 0.0
		if skill.Items > 0 {
			value, share = fmt.Sprint(percent(skill.Value/100)), skill.Value/100
		}
		items.Children = append(items.Children, &ui.Node{ID: id, Role: ui.ListItem, Style: ui.Style{Print: besidePrint()}, Children: []*ui.Node{
			beside(f, id,
				nameCell(paragraph(id+".name", m.say("skill."+string(skill.Skill)), bodyFont), 1),
				drawing(id+".bar", figure.CordBar{Share: share}, barSheet),
				paragraph(id+".value", value, boldFont),
				skillWidth,
			),
		}})
	}
	return section(card("skills",
		label("skills.title", 2, m.say("debrief.skills")),
		items,
		softly(paragraph("skills.note", m.say("debrief.skills.note"), smallFont)),
	), m.say("debrief.skills"))
}

// againCard picks out the answers that missed most, with what was missed.
func (m *Model) againCard(r report.Report) *ui.Node {
	items := slices.DeleteFunc(slices.Clone(r.Items), func(i report.ItemReport) bool {
		return !i.Answered || i.First > 0.6 || i.Kind == puzzle.KindTabs
	})
	sort.SliceStable(items, func(i, j int) bool { return items[i].First < items[j].First })
	n := card("again", label("again.title", 2, m.say("debrief.again")))
	if len(items) == 0 {
		n.Children = append(n.Children, paragraph("again.none", m.say("debrief.again.none"), bodyFont))
	}
	for i, item := range items[:min(len(items), worthAnotherLook)] {
		id := fmt.Sprintf("again.%d", i)
		n.Children = append(n.Children, column(id, 2,
			heading(id+".title", 3, m.itemTitle(item), newsBold),
			softly(paragraph(id+".why", m.itemMissed(item), smallFont))))
	}
	return section(n, m.say("debrief.again"))
}

// itemMissed says in a line what an answer missed.
func (m *Model) itemMissed(i report.ItemReport) words.Text {
	if v := i.Verdict; v != nil {
		return m.tell("debrief.again.verdict", "given", m.verdictName(v.Given), "certainty", m.certaintyName(v.Certainty),
			"supported", m.verdictName(v.Supported))
	}
	first, rest, more := strings.Cut(m.itemReason(i), ". ")
	if !more || rest == "" {
		return m.told(first)
	}
	return m.told(first + ".")
}

// itemTitle names an item with the moment it was asked at.
func (m *Model) itemTitle(i report.ItemReport) words.Text {
	if beat := m.beatOf(i.Step); beat != nil {
		return m.tell("review.at", "beat", m.told(beat.Short), "title", m.told(i.Title))
	}
	return m.told(i.Title)
}

// itemReason is why the right answer to an item is right.
func (m *Model) itemReason(i report.ItemReport) string {
	item, ok := m.set.Item(i.ID)
	if !ok {
		return ""
	}
	e, err := item.Explain(item.Best())
	if err != nil {
		return ""
	}
	return e.Why
}

// tracedIn is where a claim came from that a question traced, once it is answered.
func (m *Model) tracedIn(id string, r report.ItemReport) *ui.Node {
	item, _ := m.set.Item(r.ID)
	t, ok := item.(*puzzle.Trace)
	e, answered := m.session.Explain(r.ID)
	if !ok || !answered {
		return nil
	}
	return m.provenance(id+".spread", 3, m.say("trace.spread"), m.spreadOf(t, e.Trace.Spread), t.Report())
}

// reviewAll goes through every answer with its reason; each step can be opened
// again to see the whole of its feedback.
func (m *Model) reviewAll(f frame, s *screen, r report.Report) {
	s.main = []*ui.Node{column("top", space1,
		eyebrow("eyebrow", m.say("debrief.title")),
		heading(headingID, 1, m.say("review.title"), displayFont),
		m.askLegend())}
	s.title = m.say("page.step", "step", m.say("review.title"), "case", m.caseFile().Title)
	for _, item := range r.Items {
		id := "review." + item.ID
		text, symbol, color := m.say("review.open"), figure.Wrong, theme.DeniedColor
		if item.Answered {
			text = m.say("outcome.mark", "mark", percent(item.First))
			if v := item.Verdict; v != nil {
				text = m.say("review.verdict", "given", m.verdictName(v.Given), "certainty", m.certaintyName(v.Certainty),
					"supported", m.verdictName(v.Supported), "points", m.points(v.CBM))
			}
			switch {
			case item.First > 0.999:
				symbol, color = figure.Right, theme.RealColor
			case item.First > 0:
				symbol, color = figure.Half, theme.UnknownColor
			}
		}
		title := m.itemTitle(item)
		if item.Kind == puzzle.KindTabs {
			title = m.tell("review.at", "beat", m.told(m.stepName(item.Step)), "title", m.say("tabs.outcome"))
		}
		open := plain(id+".open", m.say("review.show"), GoTo{Step: item.Step})
		open.Name = m.say("review.show.name", "title", title)
		open.Style.Self, open.Style.Font = ui.Start, smallBold
		said := column(id+".said", space1,
			row(id+".head", space3, icon(id+".icon", symbol, 20, color), grow(heading(id+".title", 2, title, newsBold))),
			paragraph(id+".mark", text, smallBold),
			softly(paragraph(id+".why", m.told(m.itemReason(item)), smallFont)),
			m.tracedIn(id, item),
		)
		n := card(id, said, open)
		if f.wide {
			n.Style.Flow, n.Style.Gap, said.Style.Grow = ui.Row, space5, 1
		}
		s.main = append(s.main, section(n, title.String()))
	}
	s.right = []*ui.Node{primary("review.back", m.say("review.back"), Review{Show: false})}
}

func (m *Model) stepName(id string) string {
	for _, s := range m.session.Steps() {
		if s.ID == id && s.Kind != session.BriefingStep {
			if beat := m.beatOf(id); beat != nil {
				return beat.Short
			}
			return m.stepTitle(s).String()
		}
	}
	return id
}
