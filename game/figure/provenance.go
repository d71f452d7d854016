package figure

import (
	"math"
	"slices"
	"strings"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Provenance shows who has something from whom: cards in order of time, the
// earliest at the top, and cords down from each to those that have it from there.
// Cards that have it from nobody are outlined by the cord and, where there is room,
// begin a column of their own. The others are copies: sheets on a stack.
type Provenance struct{ Cards []Told }

// A Told is a card of a [Provenance].
type Told struct {
	Head, Title string
	From        []int // indices of the cards before it that it has it from
	Marked      bool  // the card in question
}

// The measures of a provenance, in CSS pixels.
const (
	toldColumn = 230 // least width of a column
	toldGap    = 18  // between cards
	toldLane   = 17
	toldPad    = 9
	toldStack  = 3 // by which a sheet shows under a copy
	toldHead   = 15
	toldLine   = 20 // of a title
	toldLines  = 3  // at most
	toldLetter = 8.0
	toldBead   = 5.5
)

var (
	toldHeadFont  = theme.Font{Size: theme.LabelSize, Bold: true}
	toldTitleFont = theme.Font{Family: theme.Serif, Size: theme.BodySize, Bold: true}
)

// A toldPlace is where a card of a provenance is drawn.
type toldPlace struct {
	x, y, w, h float64
	bead       float64 // x of its bead
	heads      int
	titles     int
	last       int // index of the last card that has it from here; its own for none
}

func (p toldPlace) middle() float64 { return p.y + p.h/2 }

// arrange places the cards in a width.
func (f Provenance) arrange(width float64) (places []toldPlace, height float64) {
	places = make([]toldPlace, len(f.Cards))
	column := make([]int, len(f.Cards))
	columns := 0
	for i, card := range f.Cards {
		places[i].last = i
		if len(card.From) == 0 {
			column[i] = columns
			columns++
			continue
		}
		column[i] = column[card.From[0]]
		for _, from := range card.From {
			places[from].last = i
		}
	}
	if width < float64(columns)*toldColumn {
		columns = 1
		clear(column)
	}
	columns = max(1, columns)
	lanes := make([]int, columns) // of each column
	lane := make([]int, len(f.Cards))
	for i := range f.Cards {
		if places[i].last == i {
			lane[i] = -1
			continue
		}
		taken := map[int]bool{}
		for j := range i {
			if column[j] == column[i] && lane[j] >= 0 && places[j].last >= i {
				taken[lane[j]] = true
			}
		}
		for taken[lane[i]] {
			lane[i]++
		}
		lanes[column[i]] = max(lanes[column[i]], lane[i]+1)
	}
	each := (width - toldGap*float64(columns-1)) / float64(columns)
	const top = 2.0
	feet := make([]float64, columns) // of each column
	for i := range feet {
		feet[i] = top
	}
	y := top
	for i, card := range f.Cards {
		p := &places[i]
		left := float64(column[i]) * (each + toldGap)
		gutter := toldLane*float64(lanes[column[i]]) + toldBead + 4
		p.x, p.w = left+gutter, math.Max(1, each-gutter-toldStack)
		p.bead = p.x
		if lane[i] >= 0 {
			p.bead = left + toldLane*(float64(lane[i])+0.5)
		}
		letters := math.Max(1, (p.w-2*toldPad)/toldLetter)
		p.heads = min(2, max(1, int(math.Ceil(float64(len([]rune(card.Head)))*0.88/letters))))
		p.titles = min(toldLines, max(1, int(math.Ceil(float64(len([]rune(card.Title)))/letters))))
		p.h = 2*toldPad + toldHead*float64(p.heads) + toldLine*float64(p.titles)
		// No card is above an earlier one. A cord from another column needs the
		// whole width.
		y = math.Max(y, feet[column[i]])
		for _, from := range card.From {
			if column[from] != column[i] {
				y = math.Max(y, slices.Max(feet))
			}
		}
		p.y = y
		feet[column[i]] = y + p.h + toldStack + toldGap
	}
	return places, math.Max(0, slices.Max(feet)-toldGap+top)
}

// Size implements [ui.Figure].
func (f Provenance) Size(width float64) (w, h float64) {
	w = math.Max(width, 120)
	_, h = f.arrange(w)
	return w, h
}

// Draw implements [ui.Figure].
func (f Provenance) Draw(c ui.Canvas, w, _ float64, _ ui.State) {
	places, _ := f.arrange(w)
	for i, card := range f.Cards {
		p := places[i]
		if p.last > i {
			f.cords(c, places, i)
		}
		if len(card.From) > 0 {
			box := rect(p.x+toldStack, p.y+toldStack, p.w, p.h, 3)
			c.Fill(box, theme.Paper)
			c.Stroke(box, 1.2, theme.Soft)
		}
	}
	for i, card := range f.Cards {
		p := places[i]
		box := rect(p.x, p.y, p.w, p.h, 3)
		c.Fill(box, theme.Paper)
		switch {
		case len(card.From) == 0:
			c.Stroke(box, 2.6, theme.Cord)
		case card.Marked:
			c.Stroke(box, 2, theme.Ink)
		default:
			c.Stroke(box, 1.2, theme.Soft)
		}
		if p.bead < p.x {
			c.Stroke(segment(p.bead, p.middle(), p.x, p.middle()), 2, theme.Cord)
		}
		y := p.y + toldPad + 11
		for _, text := range clipped(c, card.Head, toldHeadFont, p.w-2*toldPad, p.heads) {
			c.Text(text, p.x+toldPad, y, toldHeadFont, theme.Soft)
			y += toldHead
		}
		y += 3
		for _, text := range clipped(c, card.Title, toldTitleFont, p.w-2*toldPad, p.titles) {
			c.Text(text, p.x+toldPad, y, toldTitleFont, theme.Ink)
			y += toldLine
		}
	}
	for i, card := range f.Cards {
		p := places[i]
		if len(card.From) == 0 {
			c.Fill(circle(p.bead, p.middle(), toldBead+1.5), theme.Paper)
			c.Stroke(circle(p.bead, p.middle(), toldBead+0.5), 3, theme.Cord)
			continue
		}
		c.Fill(circle(p.bead, p.middle(), toldBead), theme.Cord)
	}
}

// cords draws what leads down from a card to those that have it from there.
func (f Provenance) cords(c ui.Canvas, places []toldPlace, i int) {
	p := places[i]
	const turn = 9
	for j := i + 1; j <= p.last; j++ {
		for _, from := range f.Cards[j].From {
			if from != i {
				continue
			}
			q := places[j]
			x, y := q.bead-toldBead, q.middle()
			switch {
			case q.bead > p.bead:
				c.Stroke(ui.Path{move(p.bead, y-turn), cubic(p.bead, y, p.bead, y, math.Min(x, p.bead+turn), y), line(x, y)}, cordWidth, theme.Cord)
			case q.bead < p.bead:
				x = q.bead + toldBead
				c.Stroke(ui.Path{move(p.bead, y-turn), cubic(p.bead, y, p.bead, y, math.Max(x, p.bead-turn), y), line(x, y)}, cordWidth, theme.Cord)
			}
			if j == p.last {
				const radius = 4.4
				c.Stroke(curl(p.bead, p.middle()+toldBead, p.bead, y-turn, radius, radius*cordPitch/cordRadius), cordWidth*0.85, theme.Cord)
			}
		}
	}
}

// clipped breaks a text into lines of a width, so many at most; what is left out is
// marked by dots.
func clipped(c ui.Canvas, text string, font theme.Font, width float64, most int) []string {
	var lines []string
	for _, word := range strings.Fields(text) {
		if n := len(lines); n > 0 {
			if longer := lines[n-1] + " " + word; c.Advance(longer, font) <= width {
				lines[n-1] = longer
				continue
			}
		}
		lines = append(lines, word)
	}
	cut := len(lines) > most
	if cut {
		lines = lines[:most]
	}
	for i, line := range lines {
		dots := ""
		if cut && i == most-1 {
			dots = "…"
		}
		letters := []rune(line)
		for len(letters) > 1 && c.Advance(string(letters)+dots, font) > width {
			letters, dots = letters[:len(letters)-1], "…"
		}
		lines[i] = strings.TrimSpace(string(letters)) + dots
	}
	return lines
}
