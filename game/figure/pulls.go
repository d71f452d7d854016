package figure

import (
	"math"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// Pulls are the cords of a column of cards: from the claim above them to every card
// that hangs from it, and from card to card to what it rests on. Each card has a bead
// in one of several lanes, left of the cards, the first lane closest to them. The first joint is the claim, the
// others are the cards in order.
type Pulls struct {
	Cards  []Pulled
	Marked bool // the wrong cords have sprung back

	back float64 // how far the wrong cords still are from having done so: 1 attached, 0 sprung
}

// A Pulled is a card on the cord.
type Pulled struct {
	Lane   int
	To     int  // index of the card that its cord leads to; -1 for none: it is an end
	Hangs  bool // from the claim
	Out    bool // the end of its cord is in the player's hand
	Sprung bool // its cord was wrong
}

// PullsWidth returns the room for a number of lanes, left of the cards, in CSS
// pixels; narrow is for a phone's width.
func PullsWidth(lanes int, narrow bool) float64 {
	n, lane, most := float64(max(1, lanes)), pullsLane, pullsMost
	if narrow {
		lane, most = pullsNarrow, pullsMost/2
	}
	return pullsLeft + n*math.Max(pullsLeast, math.Min(lane, most/n)) + 4
}

const (
	pullsLeft   = 2.0
	pullsLane   = 26.0 // from lane to lane, if there are few
	pullsNarrow = 18.0 // the same on a phone
	pullsLeast  = 11.0 // if there are many
	pullsMost   = 110.0
	pullsBead   = 6.5 // radius
	pullsStub   = 22  // length of a cord that has sprung back
)

// Size implements [ui.Figure].
func (f Pulls) Size(float64) (w, h float64) { return 0, 0 }

// Draw implements [ui.Figure]: without cards there is nothing to hang.
func (f Pulls) Draw(ui.Canvas, float64, float64, ui.State) {}

// Between implements [ui.Tween]: the wrong cords spring back.
func (f Pulls) Between(from ui.Figure, t float64) ui.Figure {
	was, ok := from.(Pulls)
	if !ok || was.Marked || !f.Marked || len(was.Cards) != len(f.Cards) {
		return nil
	}
	f.back = 1 - t
	return f
}

// Around implements [ui.Surround].
func (f Pulls) Around(c ui.Canvas, _, _ float64, _ ui.State, joints []ui.Joint) {
	if len(joints) != len(f.Cards)+1 {
		return
	}
	lanes := 1
	for _, card := range f.Cards {
		lanes = max(lanes, card.Lane+1)
	}
	claim, cards := joints[0], joints[1:]
	left := math.Inf(1) // of the cards
	for _, j := range cards {
		left = math.Min(left, j.X)
	}
	lane := math.Min(pullsLane, (left-pullsLeft-4)/float64(lanes))
	bead := math.Min(pullsBead, lane*0.42)
	at := func(i int) (x, y float64) {
		return pullsLeft + lane*(float64(lanes-1-f.Cards[i].Lane)+0.5), cards[i].Y + cards[i].H/2
	}
	cord := func(x1, y1, x2, y2 float64) {
		// A pitch for which a cord of any length has loops of about the same size.
		radius := math.Min(cordRadius, lane*0.3)
		c.Stroke(curl(x1, y1, x2, y2, radius, radius*cordPitch/cordRadius), cordWidth*math.Max(0.75, radius/cordRadius), theme.Cord)
	}
	for i, card := range f.Cards {
		x, y := at(i)
		if card.Hangs {
			cord(x, claim.Y+claim.H-2, x, y-bead)
		}
		if card.To < 0 {
			continue
		}
		x2, y2 := at(card.To)
		if card.Sprung && f.Marked {
			stub := math.Min(pullsStub, (y2-y)/2)
			end := y + bead + stub + (y2-bead-y-bead-stub)*f.back
			cord(x, y+bead, x, end)
			if f.back == 0 {
				const d = 4
				c.Stroke(ui.Path{move(x-d, end+3), line(x+d, end+3+2*d), move(x+d, end+3), line(x-d, end+3+2*d)}, 2.2, theme.DeniedColor)
			}
			continue
		}
		if x == x2 {
			cord(x, y+bead, x2, y2-bead)
			continue
		}
		// Down its own lane, and round the corner to the other's bead.
		turn := math.Min(14, (y2-y)/3)
		cord(x, y+bead, x, y2-turn)
		c.Stroke(ui.Path{move(x, y2-turn), cubic(x, y2, x, y2, x2+bead, y2)}, cordWidth, theme.Cord)
	}
	for i, card := range f.Cards {
		x, y := at(i)
		c.Stroke(segment(x+bead, y, cards[i].X, y), 2, theme.Cord)
		switch {
		case card.Out:
			c.Fill(circle(x, y, bead+2.5), theme.Focus)
			c.Fill(circle(x, y, bead-1.5), theme.Paper)
		case card.To < 0:
			c.Fill(circle(x, y, bead+1.5), theme.Paper)
			c.Stroke(circle(x, y, bead+0.5), 3, theme.Cord)
		default:
			c.Fill(circle(x, y, bead), theme.Cord)
		}
	}
}

// A PulledThread is the cord that is being pulled from a card to the pointer.
type PulledThread struct{ DX, DY float64 }

// Size implements [ui.Figure].
func (f PulledThread) Size(float64) (w, h float64) { return 0, 0 }

// To implements [ui.Thread].
func (f PulledThread) To(dx, dy float64) ui.Figure { return PulledThread{dx, dy} }

// Draw implements [ui.Figure].
func (f PulledThread) Draw(c ui.Canvas, w, h float64, _ ui.State) {
	x, y := (w-math.Abs(f.DX))/2, (h-math.Abs(f.DY))/2
	if f.DX < 0 {
		x -= f.DX
	}
	if f.DY < 0 {
		y -= f.DY
	}
	// Rings side by side look like the loops of a cord, and are the same shape in any
	// direction: at every move of the pointer nothing new has to be rasterised.
	const apart = 6.5
	rings := make([]ui.Point, 0, 1+int(math.Hypot(f.DX, f.DY)/apart))
	for i := range cap(rings) {
		t := float64(i) / float64(max(1, cap(rings)-1))
		rings = append(rings, ui.Point{X: x + f.DX*t, Y: y + f.DY*t})
	}
	c.Repeat(circle(0, 0, 4.6), rings, 1.9, theme.Cord)
	c.Fill(circle(x+f.DX, y+f.DY, 8), theme.Paper)
	c.Stroke(circle(x+f.DX, y+f.DY, 7), 3.2, theme.Cord)
}
