package app

import (
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// The fonts in use, by what they are for.
var (
	heroFont    = theme.Font{Family: theme.Serif, Size: theme.HeroSize, Bold: true}
	displayFont = theme.Font{Family: theme.Serif, Size: theme.DisplaySize, Bold: true}
	titleFont   = theme.Font{Family: theme.Serif, Size: theme.TitleSize, Bold: true}
	leadFont    = theme.Font{Family: theme.Serif, Size: theme.LeadSize, Bold: true}
	newsFont    = theme.Font{Family: theme.Serif, Size: theme.LeadSize}
	newsBold    = theme.Font{Family: theme.Serif, Size: theme.BodySize, Bold: true}
	bodyFont    = theme.Font{Size: theme.BodySize}
	boldFont    = theme.Font{Size: theme.BodySize, Bold: true}
	smallFont   = theme.Font{Size: theme.SmallSize}
	smallBold   = theme.Font{Size: theme.SmallSize, Bold: true}
	labelFont   = theme.Font{Size: theme.LabelSize, Bold: true, Caps: true}
)

// Space in steps of four CSS pixels.
const (
	space1  = 4
	space2  = 8
	space3  = 12
	space4  = 16
	space5  = 20
	space6  = 24
	space8  = 32
	space10 = 40
)

// measure is the widest that running text in a font may be: a line of about 70
// characters.
func measure(f theme.Font) float64 {
	em := 31.5 // a line is as many times as wide as its type is high
	if f.Family == theme.Serif {
		em = 31
	}
	return em * theme.Tokens.Step(f.Size).Pixels
}

// kids drops the children that aren't there, so that a screen can be written
// down with the parts that depend on something in their places.
func kids(nodes ...*ui.Node) []*ui.Node {
	var out []*ui.Node
	for _, n := range nodes {
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

func column(id string, gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{ID: id, Style: ui.Style{Gap: gap}, Children: kids(children...)}
}

func row(id string, gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Flow: ui.Row, Gap: gap, Align: ui.Center},
		Children: kids(children...),
	}
}

func wrap(id string, gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Flow: ui.Wrap, Gap: gap, Align: ui.Center},
		Children: kids(children...),
	}
}

func paragraph[T sayable](id string, text T, font theme.Font) *ui.Node {
	said := spans(text)
	if len(said) == 0 {
		return nil
	}
	return &ui.Node{
		ID: id, Role: ui.Paragraph, Text: said,
		Style: ui.Style{Font: font, MaxWidth: measure(font)},
	}
}

// news is a paragraph of a source: larger than the desk's own text.
func news[T sayable](id string, text T) *ui.Node { return paragraph(id, text, newsFont) }

func softly(n *ui.Node) *ui.Node {
	if n != nil {
		n.Style.Color = theme.Soft
	}
	return n
}

func heading[T sayable](id string, level int, text T, font theme.Font) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Heading, Level: level, Text: spans(text),
		Style: ui.Style{Font: font},
	}
}

// label is a small heading in letter-spaced capitals.
func label[T sayable](id string, level int, text T) *ui.Node {
	n := heading(id, level, text, labelFont)
	n.Style.Color = theme.Soft
	return n
}

// eyebrow is the line above a heading: a label that is no heading itself. It
// looks like one on paper too.
func eyebrow[T sayable](id string, text T) *ui.Node {
	n := softly(paragraph(id, text, labelFont))
	if n != nil {
		n.Style.Print = &ui.Print{Typeset: true}
	}
	return n
}

func button[T sayable](id string, text T, look ui.Look, do ui.Msg) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Button, Text: spans(text), Do: do,
		Style: ui.Style{
			Look: look, Font: boldFont, TextAlign: ui.Center,
			Pad: ui.Sides(space2, space6), MinHeight: 44, MinWidth: 44, Align: ui.Center,
		},
	}
}

// quiet is a button that looks like text, flush with the text above.
func quiet[T sayable](id string, text T, do ui.Msg) *ui.Node {
	b := button(id, text, ui.QuietButton, do)
	b.Style.Pad, b.Style.TextAlign = ui.Sides(space2, 0), ui.Start
	return b
}

func primary[T sayable](id string, text T, do ui.Msg) *ui.Node {
	return button(id, text, ui.PrimaryButton, do)
}

func plain[T sayable](id string, text T, do ui.Msg) *ui.Node {
	return button(id, text, ui.PlainButton, do)
}

func iconButton(id, name string, symbol figure.Symbol, do ui.Msg) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Button, Name: name, Do: do,
		Figure: figure.Icon{Symbol: symbol, Pixels: 22},
		Style:  ui.Style{Look: ui.IconButton, Width: 44, Height: 44},
	}
}

func icon(id string, symbol figure.Symbol, pixels float64, color theme.Color) *ui.Node {
	return &ui.Node{
		ID: id, Decorative: true, Figure: figure.Icon{Symbol: symbol, Pixels: pixels, Color: color},
		Style: ui.Style{Width: pixels, Height: pixels},
	}
}

func list(id, name string, items ...*ui.Node) *ui.Node {
	return &ui.Node{ID: id, Role: ui.List, Name: name, Style: ui.Style{Gap: space3}, Children: kids(items...)}
}

// choice is one radio or checkbox drawn as a row with its mark at the left.
func choice[T sayable](id string, role ui.Role, text T, checked bool, do ui.Msg) *ui.Node {
	return &ui.Node{
		ID: id, Role: role, Text: spans(text), Checked: checked, Do: do,
		Style: ui.Style{Look: ui.Choice, Font: bodyFont, MinHeight: 44, Pad: ui.Sides(space2, space3)},
	}
}

func tag(id, text string, look ui.Look) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Paragraph, Text: ui.Plain(text),
		Style: ui.Style{Look: look, Font: smallBold, Pad: ui.Sides(2, space2), Self: ui.Start},
	}
}

func card(id string, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Look: ui.Card, Pad: ui.Sides(space4, space5), Gap: space2},
		Children: kids(children...),
	}
}

func panel(id string, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Look: ui.Panel, Pad: ui.All(space4), Gap: space2},
		Children: kids(children...),
	}
}

// section gives a column a landmark's meaning and name.
func section(n *ui.Node, name string) *ui.Node {
	n.Role, n.Name = ui.Region, name
	return n
}

func grow(n *ui.Node) *ui.Node {
	n.Style.Grow = 1
	return n
}
