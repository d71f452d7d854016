package app

import (
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// The fonts in use, by what they are for.
var (
	heroFont    = parts.HeroFont
	displayFont = parts.DisplayFont
	titleFont   = parts.TitleFont
	leadFont    = parts.LeadFont
	newsFont    = parts.NewsFont
	newsBold    = parts.NewsBold
	bodyFont    = parts.BodyFont
	boldFont    = parts.BoldFont
	smallFont   = parts.SmallFont
	smallBold   = parts.SmallBold
	labelFont   = parts.LabelFont
)

// Space in steps of four CSS pixels.
const (
	space1  = parts.Space1
	space2  = parts.Space2
	space3  = parts.Space3
	space4  = parts.Space4
	space5  = parts.Space5
	space6  = parts.Space6
	space8  = parts.Space8
	space10 = parts.Space10
)

// What screens are made of: see package parts.

func measure(f theme.Font) float64 { return parts.Measure(f) }

func kids(nodes ...*ui.Node) []*ui.Node { return parts.Kids(nodes...) }

func column(id string, gap float64, children ...*ui.Node) *ui.Node {
	return parts.Column(id, gap, children...)
}

func row(id string, gap float64, children ...*ui.Node) *ui.Node {
	return parts.Row(id, gap, children...)
}

func wrap(id string, gap float64, children ...*ui.Node) *ui.Node {
	return parts.Wrap(id, gap, children...)
}

func paragraph[T sayable](id string, text T, font theme.Font) *ui.Node {
	return parts.Paragraph(id, spans(text), font)
}

// news is a paragraph of a source: larger than the desk's own text.
func news[T sayable](id string, text T) *ui.Node { return paragraph(id, text, newsFont) }

func softly(n *ui.Node) *ui.Node { return parts.Softly(n) }

func heading[T sayable](id string, level int, text T, font theme.Font) *ui.Node {
	return parts.Heading(id, level, spans(text), font)
}

func label[T sayable](id string, level int, text T) *ui.Node {
	return parts.Label(id, level, spans(text))
}

func eyebrow[T sayable](id string, text T) *ui.Node { return parts.Eyebrow(id, spans(text)) }

func quiet[T sayable](id string, text T, do ui.Msg) *ui.Node { return parts.Quiet(id, spans(text), do) }

func primary[T sayable](id string, text T, do ui.Msg) *ui.Node {
	return parts.Primary(id, spans(text), do)
}

func plain[T sayable](id string, text T, do ui.Msg) *ui.Node { return parts.Plain(id, spans(text), do) }

func iconButton(id, name string, symbol figure.Symbol, do ui.Msg) *ui.Node {
	return parts.IconButton(id, name, symbol, do)
}

func icon(id string, symbol figure.Symbol, pixels float64, color theme.Color) *ui.Node {
	return parts.Icon(id, symbol, pixels, color)
}

func list(id, name string, items ...*ui.Node) *ui.Node { return parts.List(id, name, items...) }

func choice[T sayable](id string, role ui.Role, text T, checked bool, do ui.Msg) *ui.Node {
	return parts.Choice(id, role, spans(text), checked, do)
}

func tag(id, text string, look ui.Look) *ui.Node { return parts.Tag(id, text, look) }

func card(id string, children ...*ui.Node) *ui.Node { return parts.Card(id, children...) }

func panel(id string, children ...*ui.Node) *ui.Node { return parts.Panel(id, children...) }

func section(n *ui.Node, name string) *ui.Node { return parts.Section(n, name) }

func grow(n *ui.Node) *ui.Node { return parts.Grow(n) }
