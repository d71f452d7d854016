package app

import (
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// clad puts what a source says into the dress of what it is: a page in a
// browser's window, an agency's tape, a post, a letter, a studio's picture. Its
// kind is always said in words too.
func (m *Model) clad(id string, src *casefile.Source, kind string, body, meta *ui.Node) []*ui.Node {
	what := eyebrow(id+".what", kind)
	symbol := icon(id+".icon", kindSymbols[src.Kind], 16, theme.Soft)
	sign := func(n string, f ui.Figure) *ui.Node { return &ui.Node{ID: id + n, Decorative: true, Figure: f} }
	add := func(n ...*ui.Node) { body.Children = append(body.Children, n...) }
	first := func(n ...*ui.Node) { body.Children = append(n, body.Children...) }
	switch src.Kind {
	case casefile.Article:
		outlet := src.Outlet
		if outlet == "" {
			outlet = m.say("source.unsigned")
		}
		address := &ui.Node{
			ID: id + ".address", Decorative: true, Text: ui.Plain(outlet), // the last line says it too
			Style: ui.Style{Look: ui.Field, Font: smallFont, Color: theme.Soft, Pad: ui.Sides(2, space3), Grow: 1},
		}
		add(meta)
		first(what)
		return []*ui.Node{strip(id, ui.Strip, sign(".window", figure.WindowDots{}), address), body}
	case casefile.Agency:
		add(meta)
		what.Style.Color = theme.None
		return []*ui.Node{strip(id, ui.InkStrip, sign(".tape", figure.Tape{}), grow(what)), body}
	case casefile.Broadcast:
		add(meta)
		what.Style.Color = theme.None
		return []*ui.Node{strip(id, ui.InkStrip, sign(".light", figure.OnAir{}), grow(what), sign(".wave", figure.Wave{})), body}
	case casefile.Post:
		who := row(id+".who", space3, sign(".avatar", figure.Avatar{Pixels: 40}),
			grow(column(id+".by", 0, what, meta)))
		reactions := sign(".reactions", figure.Reactions{})
		reactions.Style.Self = ui.Start
		first(who)
		add(reactions)
	case casefile.Statement:
		head := row(id+".kind", space2, symbol, grow(what))
		rule := sign(".rule", figure.Letterhead{})
		first(head, rule)
		meta.Style.Self, meta.Style.TextAlign = ui.End, ui.End
		add(meta)
	case casefile.Interview, casefile.Confession:
		quote := sign(".quote", figure.QuoteMark{Pixels: 34})
		first(row(id+".kind", space3, quote, grow(what)))
		add(meta)
	case casefile.Retrospective:
		add(meta)
		fold := sign(".fold", figure.Fold{Pixels: 30})
		head := row(id+".kind", space2, symbol, grow(what), fold)
		head.Style.Align = ui.Start
		head.Style.Pad = ui.Edges{Left: space5}
		symbol.Style.Height = 50
		what.Style.Pad, what.Style.MaxWidth = ui.Edges{Top: space4}, 0
		body.Style.Pad.Top = 0
		return []*ui.Node{head, body}
	}
	return []*ui.Node{body}
}

// strip runs along the top of a card.
func strip(id string, look ui.Look, children ...*ui.Node) *ui.Node {
	n := row(id+".strip", space3, children...)
	n.Style.Look, n.Style.Pad = look, ui.Sides(space2, space4)
	return n
}
