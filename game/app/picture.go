package app

import (
	"fmt"

	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/report"
)

// The picture of a debrief, in CSS pixels and device pixels for each of those:
// 2400 × 1260 in all, twice what pages that show a link ask for.
const (
	pictureWidth  = 880
	pictureHeight = 462
	pictureScale  = 2400.0 / pictureWidth
)

// makePicture asks for a picture of the debrief. It doesn't say who played.
func (m *Model) makePicture(share bool) Effect {
	r := m.report()
	game := m.say("game.title")
	return MakePicture{
		Name:     fmt.Sprintf("%s-%s.png", m.caseFile().ID, m.session.Config().Length),
		Title:    m.say("picture.title", "game", game, "case", r.Title),
		Share:    share,
		Tree:     m.pictureTree(r),
		Viewport: ui.Viewport{Width: pictureWidth, Height: pictureHeight, Text: 1},
		Scale:    pictureScale,
	}
}

// pictureTree is the debrief in short: headline, score, belief line and dial.
func (m *Model) pictureTree(r report.Report) *ui.Node {
	phone := figure.Phone{Height: 50}
	w, h := phone.Size(0)
	top := row("top", space4,
		&ui.Node{ID: "phone", Decorative: true, Figure: phone, Style: ui.Style{Width: w, Height: h}},
		grow(column("titles", 2,
			eyebrow("eyebrow", m.say("picture.eyebrow", "game", m.say("game.title"), "case", r.Title)),
			heading(headingID, 1, m.headline(r), titleFont),
		)),
		m.scoreLine(r),
	)
	line := m.beliefLine(r)
	belief := card("belief",
		paragraph("belief.claim", m.say("order.quote", "card", line.Text), newsBold),
		m.beliefLegend(),
		grow(&ui.Node{ID: "belief.figure", Decorative: true, Figure: m.beliefFigure(line)}),
	)
	lean := "debrief.lean." + string(r.Discernment.Lean)
	if !r.Discernment.Enough {
		lean = "debrief.picture.few"
	}
	dial := card("discernment",
		label("discernment.title", 2, m.say("debrief.discernment")),
		&ui.Node{ID: "discernment.dial", Decorative: true, Figure: m.leanDial(r)},
		paragraph("discernment.counts", m.believed(r), smallFont),
		softly(paragraph("discernment.lean", m.say(lean), smallFont)),
	)
	dial.Style.Width = 224
	for _, n := range []*ui.Node{belief, dial} {
		n.Style.Pad, n.Style.Gap = ui.Sides(space3, space4), space2
	}
	// What is said beside the dial is long in some languages.
	dial.Style.Pad, dial.Style.Gap = ui.Sides(space2, space4), space1
	return &ui.Node{
		ID: "screen.picture", Role: ui.Main, Name: r.Title,
		Style: ui.Style{Pad: ui.Sides(space5, space6), Gap: space2},
		Children: []*ui.Node{
			top,
			{ID: "cards", Style: ui.Style{Flow: ui.Row, Gap: space4, Grow: 1}, Children: []*ui.Node{grow(belief), dial}},
		},
	}
}
