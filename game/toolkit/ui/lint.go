package ui

import (
	"fmt"
	"math"
	"strings"
)

// leastTarget is the least width and height of a control, in CSS pixels (WCAG
// 2.2, success criterion 2.5.8).
const leastTarget = 24

// tolerance is how far off things may be without being seen, in CSS pixels.
const tolerance = 0.75

// Lint returns a sentence for each layout or accessibility fault it finds: text
// cut off, overlapping siblings, nodes outside the screen that can't be
// scrolled to, targets too small for a finger, missing or duplicate ids,
// controls without a name, figures and names that nobody hears. It is for tests: run it on every screen at every
// size.
func Lint(l *Layout) []string {
	if l == nil || l.Root == nil {
		return []string{"there is no layout"}
	}
	c := linter{layout: l, ids: map[string]int{}}
	c.walk(l.Root, false)
	for id, n := range c.ids {
		if n > 1 {
			c.say("%q is the id of %d nodes", id, n)
		}
	}
	if n := c.roles[Main]; n != 1 {
		c.say("%d nodes have the role %q, want one", n, Main)
	}
	if n := c.roles[Status]; n > 1 {
		c.say("%d nodes have the role %q, want one at most", n, Status)
	}
	return c.found
}

type linter struct {
	layout *Layout
	found  []string
	ids    map[string]int
	roles  map[Role]int
}

func (c *linter) say(format string, args ...any) {
	c.found = append(c.found, fmt.Sprintf(format, args...))
}

func (c *linter) walk(p *Box, scrolled bool) {
	n := p.Node
	if n.ID != "" {
		c.ids[n.ID]++
	}
	if c.roles == nil {
		c.roles = map[Role]int{}
	}
	c.roles[n.Role]++
	name := n.ID
	if name == "" {
		name = fmt.Sprintf("%q", n.PlainText())
	}
	if n.control() {
		c.control(p, name)
	}
	if n.Role == Generic && len(n.Text) == 0 && !n.Decorative {
		if n.Figure != nil {
			c.say("nobody hears what the figure of %s shows: give it the role %q and a name, or make it decorative and say it beside it", name, Image)
		} else if n.Name != "" {
			c.say("nobody hears the name of %s, %q: give it a role", name, n.Name)
		}
	}
	if !n.VisuallyHidden {
		c.box(p, name, scrolled)
		c.words(p, name)
		c.siblings(p, name)
	}
	if p.Scrolls && n.ID == "" && p.ContentHeight > p.H+tolerance {
		c.say("%s scrolls but has no id to keep its place by", name)
	}
	if n.Sort != nil {
		for i, k := range p.Children {
			if k.Node.ID == "" {
				c.say("%s: its item %d has no id, so it can't be dragged", name, i)
			}
		}
	}
	for _, k := range p.Children {
		c.walk(k, scrolled || p.Scrolls)
	}
}

func (c *linter) control(p *Box, name string) {
	n := p.Node
	if n.ID == "" {
		c.say("%s can be pressed but has no id", name)
	}
	if strings.TrimSpace(spoken(n)) == "" && !n.Decorative {
		c.say("%s can be pressed but has no name", name)
	}
	if n.VisuallyHidden {
		return
	}
	if p.W < leastTarget-tolerance || p.H < leastTarget-tolerance {
		c.say("%s is a target of %.0f × %.0f px, want %d × %d at least", name, p.W, p.H, leastTarget, leastTarget)
	}
}

// spoken is the node's accessible name.
func spoken(n *Node) string {
	if n.Name != "" {
		return n.Name
	}
	s := n.PlainText()
	for _, k := range n.Children {
		if !k.Decorative {
			s += " " + spoken(k)
		}
	}
	return s
}

func (c *linter) box(p *Box, name string, scrolled bool) {
	vp := c.layout.Viewport
	if p.X < -tolerance || p.X+p.W > vp.Width+tolerance {
		c.say("%s reaches from %.0f to %.0f px across a screen of %.0f", name, p.X, p.X+p.W, vp.Width)
	}
	if !scrolled && (p.Y < -tolerance || p.Y+p.H > vp.Height+tolerance) {
		c.say("%s reaches from %.0f to %.0f px down a screen of %.0f and nothing scrolls there", name, p.Y, p.Y+p.H, vp.Height)
	}
	q := p.Parent
	if q == nil || p.Node.Role == Dialog || p.Lifted {
		return
	}
	if p.X < q.X-tolerance || p.X+p.W > q.X+q.W+tolerance {
		c.say("%s is wider than %s", name, q.Node.ID)
	}
	if !q.Scrolls && (p.Y < q.Y-tolerance || p.Y+p.H > q.Y+q.H+tolerance) {
		c.say("%s is higher than %s, and that doesn't scroll: %.0f to %.0f px in %.0f to %.0f", name, q.Node.ID, p.Y, p.Y+p.H, q.Y, q.Y+q.H)
	}
}

func (c *linter) words(p *Box, name string) {
	for _, line := range p.Lines {
		left, right := p.X+p.Pad.Left, p.X+p.W-p.Pad.Right
		one := len(line.Runs) == 1 && len([]rune(line.Runs[0].Text)) == 1
		if line.W > right-left+tolerance && !one || line.X < p.X-tolerance-line.hung() {
			c.say("%s: a line of %.0f px in a box of %.0f is cut off: %q", name, line.W, right-left, line.plain())
		}
		if !p.Scrolls && (line.Y < p.Y-tolerance || line.Y+line.H > p.Y+p.H+tolerance) {
			c.say("%s: a line from %.0f to %.0f px in a box from %.0f to %.0f is cut off: %q", name, line.Y, line.Y+line.H, p.Y, p.Y+p.H, line.plain())
		}
	}
}

// hung is how far a line may hang into the margin if it begins with a quotation
// mark.
func (l Line) hung() float64 {
	if len(l.Runs) > 0 && strings.ContainsAny(l.Runs[0].Text[:min(3, len(l.Runs[0].Text))], "“‘„") {
		return l.H / 2
	}
	return 0
}

func (l Line) plain() string {
	s := ""
	for _, r := range l.Runs {
		s += r.Text
	}
	return s
}

func (c *linter) siblings(p *Box, name string) {
	for i, a := range p.Children {
		for _, b := range p.Children[i+1:] {
			if a.Node.outOfFlow() || b.Node.outOfFlow() || a.Lifted || b.Lifted {
				continue
			}
			r := a.Rect().And(b.Rect())
			if r.W > tolerance && r.H > tolerance && math.Min(a.W, a.H) > 0 {
				c.say("in %s, %q and %q lie on top of one another by %.0f × %.0f px", name, a.Node.ID, b.Node.ID, r.W, r.H)
			}
		}
	}
}
