package ui

import (
	"slices"
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"

	"holdtheline/game/toolkit/style"
)

// A Measurer knows how wide text is. Lengths are CSS pixels; scale is the
// text's scale, 1 being 100 %. Package typeface has the real one.
type Measurer interface {
	// Theme is the theme in whose typefaces and sizes it measures.
	Theme() *style.Theme
	Advance(text string, f style.Font, scale float64) float64
	LineHeight(f style.Font, scale float64) float64
	// Ascent is the distance from the line's top to its baseline.
	Ascent(f style.Font, scale float64) float64
}

// A Line is one line of a node's text, in absolute CSS pixels.
type Line struct {
	X, Y, W, H float64
	Baseline   float64 // absolute, like Y
	Runs       []Run
}

// A Run is a piece of a line with one look.
type Run struct {
	Text string
	X, W float64    // absolute
	Font style.Font // Bold where the span is strong
	Span int        // index into the node's Text
	Mark bool       // highlighted
}

// A paragraph is a text cut at its break opportunities and measured once.
type paragraph struct {
	spans    []Span
	segments []segment
	longest  float64 // width of the widest segment
	whole    float64 // width of the widest line when nothing is wrapped
	// The last wrapped lines and their width.
	width float64
	lines []row
	// The segments with these names unbroken, for headings; nil where the text
	// has none.
	kept      []segment
	keptNames []string
	// The last lines of set, and the width and role they were for.
	fine      []row
	fineWidth float64
	fineFor   Role
}

// A segment is the text between two break opportunities. Its trailing white
// space counts only when another segment follows on the line.
type segment struct {
	pieces  []piece
	full    float64 // width with its trailing white space
	visible float64 // without
	must    bool    // the line ends after it
}

// A piece is the part of a segment within one span.
type piece struct {
	span     int
	from, to int // bytes of the span's text
	visible  int // end without trailing white space
}

// A row is a wrapped line without a position.
type row struct {
	pieces   []piece
	width    float64
	advances []float64 // of the pieces as shown, once measured
}

// A textKey is the cache key of a paragraph: everything its measurements depend
// on.
type textKey struct {
	text  string // the spans' texts, with their looks
	font  style.Font
	scale float64
}

func keyOf(spans []Span, f style.Font, scale float64) textKey {
	if len(spans) == 1 && !spans[0].Strong && !spans[0].Marked {
		return textKey{spans[0].Text, f, scale}
	}
	var b strings.Builder
	for _, s := range spans {
		switch {
		case s.Strong:
			b.WriteString("\x01")
		default:
			b.WriteString("\x02")
		}
		b.WriteString(s.Text)
	}
	return textKey{b.String(), f, scale}
}

func spanFont(f style.Font, s Span) style.Font {
	f.Bold = f.Bold || s.Strong
	return f
}

// analyse cuts a text at its line break opportunities (Unicode Standard Annex
// 14) and measures the parts.
func analyse(m Measurer, spans []Span, f style.Font, scale float64) *paragraph {
	p := &paragraph{spans: spans, width: -1, fineWidth: -1}
	var runes []rune
	for _, s := range spans {
		runes = append(runes, []rune(s.Text)...)
	}
	if len(runes) == 0 {
		return p
	}
	var seg segmenter.Segmenter
	seg.Init(runes)
	span, at := 0, 0 // where in the spans the next segment begins
	line := 0.0
	before := 0.0 // the line's width up to the end of the last segment's white space
	for it := seg.LineIterator(); it.Next(); {
		l := it.Line()
		s := segment{must: l.IsMandatoryBreak}
		// The pieces of the segment, span by span.
		for rest := len(string(l.Text)); rest > 0; {
			n := min(rest, len(spans[span].Text)-at)
			if n > 0 {
				text := spans[span].Text[at : at+n]
				visible := at + len(strings.TrimRightFunc(text, unicode.IsSpace))
				s.pieces = append(s.pieces, piece{span: span, from: at, to: at + n, visible: visible})
			}
			rest -= n
			at += n
			for span < len(spans)-1 && at == len(spans[span].Text) {
				span, at = span+1, 0
			}
		}
		s.full, s.visible = p.measure(m, s.pieces, f, scale)
		p.segments = append(p.segments, s)
		p.longest = max(p.longest, s.visible)
		line = before + s.visible
		before += s.full
		p.whole = max(p.whole, line)
		if s.must {
			before = 0
		}
	}
	return p
}

// measure returns the width of successive pieces, with and without trailing
// white space.
func (p *paragraph) measure(m Measurer, pieces []piece, f style.Font, scale float64) (full, visible float64) {
	for i, q := range pieces {
		text, font := p.spans[q.span].Text, spanFont(f, p.spans[q.span])
		w := m.Advance(text[q.from:q.to], font, scale)
		full += w
		if i == len(pieces)-1 && q.visible < q.to {
			w = m.Advance(text[q.from:q.visible], font, scale)
		}
		visible += w
	}
	return full, visible
}

// slack keeps a text on one line in a box that is exactly as wide as it.
const slack = 0.01

// wrap breaks the text into lines no wider than width. A word that is wider is
// broken between its letters.
func (p *paragraph) wrap(m Measurer, f style.Font, scale, width float64) []row {
	if p.width == width {
		return p.lines
	}
	p.width, p.lines = width, p.breakAt(p.segments, m, f, scale, width)
	return p.lines
}

// set is wrap for lines that are shown. With as few lines as wrap, it balances
// those of a heading and keeps names unbroken if it can; in other text it
// avoids a last line of one word if slightly narrower lines can.
func (p *paragraph) set(m Measurer, f style.Font, scale, width float64, role Role, names []string) []row {
	lines := p.wrap(m, f, scale, width)
	if len(lines) < 2 || len(lines) > mostPleasing || p.longest > width {
		return lines
	}
	same := p.fine != nil && p.fineWidth == width && p.fineFor == role
	if same && (role != Heading || slices.Equal(p.keptNames, names)) {
		return p.fine
	}
	p.fine, p.fineWidth, p.fineFor = lines, width, role
	if role == Heading {
		segments, least, most := p.segments, p.longest, width
		if kept := p.keep(names); kept != nil {
			longest := 0.0
			for _, s := range kept {
				longest = max(longest, s.visible)
			}
			if longest <= width {
				if try := p.breakAt(kept, m, f, scale, width); len(try) == len(lines) {
					segments, least, p.fine = kept, longest, try
				}
			}
		}
		for most-least > 2 {
			middle := (least + most) / 2
			if try := p.breakAt(segments, m, f, scale, middle); len(try) == len(lines) {
				most, p.fine = middle, try
			} else {
				least = middle
			}
		}
		return p.fine
	}
	for narrow := width; narrow > max(p.longest, 0.85*width) && p.lonely(p.fine); narrow -= 0.03 * width {
		if try := p.breakAt(p.segments, m, f, scale, narrow); len(try) == len(lines) {
			p.fine = try
		}
	}
	return p.fine
}

// keep returns the segments with those of each name joined, or nil if no name
// has a break opportunity.
func (p *paragraph) keep(names []string) []segment {
	if slices.Equal(p.keptNames, names) {
		return p.kept
	}
	p.kept, p.keptNames = nil, names
	text := ""
	for _, s := range p.spans {
		text += s.Text
	}
	within := make([]bool, len(text)+1) // whether a place lies inside a name
	for _, name := range names {
		for from := 0; name != ""; {
			at := strings.Index(text[from:], name)
			if at < 0 {
				break
			}
			from += at + len(name)
			for i := from - len(name) + 1; i < from; i++ {
				within[i] = true
			}
		}
	}
	var kept []segment
	end, joined := 0, false
	for _, s := range p.segments {
		if end > 0 && within[end] {
			last := &kept[len(kept)-1]
			last.pieces = append(slices.Clone(last.pieces), s.pieces...)
			last.visible = last.full + s.visible
			last.full += s.full
			last.must = s.must
			joined = true
		} else {
			kept = append(kept, s)
		}
		for _, q := range s.pieces {
			end += q.to - q.from
		}
	}
	if joined {
		p.kept = kept
	}
	return p.kept
}

// mostPleasing is the greatest number of lines that set improves.
const mostPleasing = 12

// lonely tells whether the last line is a single word.
func (p *paragraph) lonely(lines []row) bool {
	last := ""
	for _, q := range lines[len(lines)-1].pieces {
		last += p.spans[q.span].Text[q.from:q.visible]
	}
	return !strings.ContainsFunc(last, unicode.IsSpace)
}

// breakAt breaks the text, cut into segments, into lines no wider than width.
func (p *paragraph) breakAt(segments []segment, m Measurer, f style.Font, scale, width float64) (lines []row) {
	var line []piece
	used := 0.0
	end := func() {
		lines = append(lines, p.finish(m, line, f, scale))
		line, used = nil, 0
	}
	for i, s := range segments {
		if used > 0 && used+s.visible > width+slack {
			end()
		}
		if s.visible > width+slack {
			parts := p.breakWord(m, s, f, scale, width)
			for _, part := range parts[:len(parts)-1] {
				line = part
				end()
			}
			s.pieces = parts[len(parts)-1]
			s.full, s.visible = p.measure(m, s.pieces, f, scale)
		}
		line = append(line, s.pieces...)
		used += s.full
		if s.must && i < len(segments)-1 {
			end()
		}
	}
	if line != nil {
		end()
	}
	return lines
}

// finish joins pieces of the same span, so that they are kerned and drawn as
// one, and measures the line without trailing white space.
func (p *paragraph) finish(m Measurer, pieces []piece, f style.Font, scale float64) row {
	var joined []piece
	for _, q := range pieces {
		if n := len(joined); n > 0 && joined[n-1].span == q.span && joined[n-1].to == q.from {
			joined[n-1].to, joined[n-1].visible = q.to, q.visible
			continue
		}
		joined = append(joined, q)
	}
	_, width := p.measure(m, joined, f, scale)
	return row{pieces: joined, width: width}
}

// breakWord cuts a segment that is too wide for a line into parts that fit,
// each of at least one letter.
func (p *paragraph) breakWord(m Measurer, s segment, f style.Font, scale, width float64) [][]piece {
	var parts [][]piece
	var part []piece
	used := 0.0
	for _, q := range s.pieces {
		text, font := p.spans[q.span].Text, spanFont(f, p.spans[q.span])
		var seg segmenter.Segmenter
		seg.Init([]rune(text[q.from:q.to]))
		from, at := q.from, q.from
		for it := seg.GraphemeIterator(); it.Next(); {
			next := at + len(string(it.Grapheme().Text))
			visible := m.Advance(text[from:min(next, max(q.visible, from))], font, scale)
			if used+visible > width+slack && (at > from || part != nil) {
				if at > from {
					part = append(part, piece{q.span, from, at, min(at, q.visible)})
				}
				parts = append(parts, part)
				part, used, from = nil, 0, at
			}
			at = next
		}
		part = append(part, piece{q.span, from, q.to, max(q.visible, from)})
		used += m.Advance(text[from:q.to], font, scale)
	}
	return append(parts, part)
}

// memory is a cache of paragraphs in two generations: when the newer is full it
// becomes the older, and what was in that and not used since is dropped.
type memory struct{ newer, older map[textKey]*paragraph }

// mostTexts is how many texts each generation holds.
const mostTexts = 600

func (c *memory) get(key textKey, spans []Span, analyse func() *paragraph) *paragraph {
	p, ok := c.newer[key]
	if ok {
		p.spans = spans
		return p
	}
	if p, ok = c.older[key]; !ok {
		p = analyse()
	}
	p.spans = spans
	if c.newer == nil || len(c.newer) >= mostTexts {
		c.older, c.newer = c.newer, make(map[textKey]*paragraph, mostTexts)
	}
	c.newer[key] = p
	return p
}
