package parts

import (
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Sayable is what a screen can say: words of the interface, or a text whose runs
// know their language, as everything that a case says, or spans of a node.
type Sayable interface {
	string | words.Text | []ui.Span
}

// Spans are a text as a node has it.
func Spans[T Sayable](text T) []ui.Span {
	switch text := any(text).(type) {
	case string:
		if text != "" {
			return ui.Plain(text)
		}
	case []ui.Span:
		return text
	case words.Text:
		var out []ui.Span
		for _, r := range text {
			out = append(out, ui.Span{Text: r.Words, Lang: r.Lang})
		}
		return out
	}
	return nil
}

// The fonts in use, by what they are for.
var (
	HeroFont    = theme.Font{Family: theme.Serif, Size: theme.HeroSize, Bold: true}
	DisplayFont = theme.Font{Family: theme.Serif, Size: theme.DisplaySize, Bold: true}
	TitleFont   = theme.Font{Family: theme.Serif, Size: theme.TitleSize, Bold: true}
	LeadFont    = theme.Font{Family: theme.Serif, Size: theme.LeadSize, Bold: true}
	NewsFont    = theme.Font{Family: theme.Serif, Size: theme.LeadSize}
	NewsBold    = theme.Font{Family: theme.Serif, Size: theme.BodySize, Bold: true}
	BodyFont    = theme.Font{Size: theme.BodySize}
	BoldFont    = theme.Font{Size: theme.BodySize, Bold: true}
	SmallFont   = theme.Font{Size: theme.SmallSize}
	SmallBold   = theme.Font{Size: theme.SmallSize, Bold: true}
	LabelFont   = theme.Font{Size: theme.LabelSize, Bold: true, Caps: true}
)

// Space in steps of four CSS pixels.
const (
	Space1  = 4
	Space2  = 8
	Space3  = 12
	Space4  = 16
	Space5  = 20
	Space6  = 24
	Space8  = 32
	Space10 = 40
)

// Measure is the widest that running text in a font may be: a line of about 70
// characters.
func Measure(f theme.Font) float64 {
	em := 31.5 // a line is as many times as wide as its type is high
	if f.Family == theme.Serif {
		em = 31
	}
	return em * theme.Tokens.Step(f.Size).Pixels
}

// Kids drops the children that aren't there, so that a screen can be written
// down with the parts that depend on something in their places.
func Kids(nodes ...*ui.Node) []*ui.Node {
	var out []*ui.Node
	for _, n := range nodes {
		if n != nil {
			out = append(out, n)
		}
	}
	return out
}

// Column puts children below one another. Those that are nil are left out, here and
// in all that follow.
func Column(id string, gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{ID: id, Style: ui.Style{Gap: gap}, Children: Kids(children...)}
}

// Row puts children side by side.
func Row(id string, gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Flow: ui.Row, Gap: gap, Align: ui.Center},
		Children: Kids(children...),
	}
}

// Wrap puts children side by side, in as many lines as it takes.
func Wrap(id string, gap float64, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Flow: ui.Wrap, Gap: gap, Align: ui.Center},
		Children: Kids(children...),
	}
}

// Paragraph is running text. It is nil where there is nothing to say.
func Paragraph[T Sayable](id string, text T, font theme.Font) *ui.Node {
	said := Spans(text)
	if len(said) == 0 {
		return nil
	}
	return &ui.Node{
		ID: id, Role: ui.Paragraph, Text: said,
		Style: ui.Style{Font: font, MaxWidth: Measure(font)},
	}
}

// Softly sets a text in the colour of what is said by the way.
func Softly(n *ui.Node) *ui.Node {
	if n != nil {
		n.Style.Color = theme.Soft
	}
	return n
}

// Heading is a heading of a level from 1.
func Heading[T Sayable](id string, level int, text T, font theme.Font) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Heading, Level: level, Text: Spans(text),
		Style: ui.Style{Font: font},
	}
}

// Label is a small heading in letter-spaced capitals.
func Label[T Sayable](id string, level int, text T) *ui.Node {
	n := Heading(id, level, text, LabelFont)
	n.Style.Color = theme.Soft
	return n
}

// Eyebrow is the line above a heading: a label that is no heading itself. It
// looks like one on paper too.
func Eyebrow[T Sayable](id string, text T) *ui.Node {
	n := Softly(Paragraph(id, text, LabelFont))
	if n != nil {
		n.Style.Print = &ui.Print{Typeset: true}
	}
	return n
}

// Button is a button with a look.
func Button[T Sayable](id string, text T, look ui.Look, do ui.Msg) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Button, Text: Spans(text), Do: do,
		Style: ui.Style{
			Look: look, Font: BoldFont, TextAlign: ui.Center,
			Pad: ui.Sides(Space2, Space6), MinHeight: 44, MinWidth: 44, Align: ui.Center,
		},
	}
}

// Quiet is a button that looks like text, flush with the text above.
func Quiet[T Sayable](id string, text T, do ui.Msg) *ui.Node {
	b := Button(id, text, ui.QuietButton, do)
	b.Style.Pad, b.Style.TextAlign = ui.Sides(Space2, 0), ui.Start
	return b
}

// Primary is the button of the main action.
func Primary[T Sayable](id string, text T, do ui.Msg) *ui.Node {
	return Button(id, text, ui.PrimaryButton, do)
}

// Plain is an outlined button.
func Plain[T Sayable](id string, text T, do ui.Msg) *ui.Node {
	return Button(id, text, ui.PlainButton, do)
}

// IconButton is a button that shows a symbol and is called by a name.
func IconButton(id, name string, symbol figure.Symbol, do ui.Msg) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Button, Name: name, Do: do,
		Figure: figure.Icon{Symbol: symbol, Pixels: 22},
		Style:  ui.Style{Look: ui.IconButton, Width: 44, Height: 44},
	}
}

// Icon is a symbol as decoration.
func Icon(id string, symbol figure.Symbol, pixels float64, color theme.Color) *ui.Node {
	return &ui.Node{
		ID: id, Decorative: true, Figure: figure.Icon{Symbol: symbol, Pixels: pixels, Color: color},
		Style: ui.Style{Width: pixels, Height: pixels},
	}
}

// List is a list with a name.
func List(id, name string, items ...*ui.Node) *ui.Node {
	return &ui.Node{ID: id, Role: ui.List, Name: name, Style: ui.Style{Gap: Space3}, Children: Kids(items...)}
}

// Choice is one radio or checkbox drawn as a row with its mark at the left.
func Choice[T Sayable](id string, role ui.Role, text T, checked bool, do ui.Msg) *ui.Node {
	return &ui.Node{
		ID: id, Role: role, Text: Spans(text), Checked: checked, Do: do,
		Style: ui.Style{Look: ui.Choice, Font: BodyFont, MinHeight: 44, Pad: ui.Sides(Space2, Space3)},
	}
}

// Tag is a small tinted label.
func Tag(id, text string, look ui.Look) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Paragraph, Text: ui.Plain(text),
		Style: ui.Style{Look: look, Font: SmallBold, Pad: ui.Sides(2, Space2), Self: ui.Start},
	}
}

// Card is a column on paper.
func Card(id string, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Look: ui.Card, Pad: ui.Sides(Space4, Space5), Gap: Space2},
		Children: Kids(children...),
	}
}

// Panel is a column on a quiet tint.
func Panel(id string, children ...*ui.Node) *ui.Node {
	return &ui.Node{
		ID: id, Style: ui.Style{Look: ui.Panel, Pad: ui.All(Space4), Gap: Space2},
		Children: Kids(children...),
	}
}

// Section gives a column a landmark's meaning and name.
func Section(n *ui.Node, name string) *ui.Node {
	n.Role, n.Name = ui.Region, name
	return n
}

// Grow lets a node take the room that is left.
func Grow(n *ui.Node) *ui.Node {
	n.Style.Grow = 1
	return n
}
