package sources

import (
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// clad puts what a source says into the dress of what it is: a page in a
// browser's window, an agency's tape, a post, a studio's picture, and of an older
// time a telegram, a printed page, an office's note, a letter, a book, a
// photograph, a film. Its kind is
// always said in words too.
func (d Desk) clad(id string, src *casefile.Source, kind string, body, meta *ui.Node) []*ui.Node {
	what := parts.Eyebrow(id+".what", kind)
	symbol := parts.Icon(id+".icon", symbols[src.Kind], 16, theme.Soft)
	sign := func(n string, f ui.Figure) *ui.Node { return &ui.Node{ID: id + n, Decorative: true, Figure: f} }
	add := func(n ...*ui.Node) { body.Children = append(body.Children, n...) }
	first := func(n ...*ui.Node) { body.Children = append(n, body.Children...) }
	switch src.Kind {
	case casefile.Article:
		outlet := src.Outlet
		if outlet == "" {
			outlet = d.Words.Say("source.unsigned")
		}
		address := &ui.Node{
			ID: id + ".address", Decorative: true, Text: ui.Plain(outlet), // the last line says it too
			Style: ui.Style{Look: ui.Field, Font: parts.SmallFont, Color: theme.Soft, Pad: ui.Sides(2, parts.Space3), Grow: 1},
		}
		add(meta)
		first(what)
		return []*ui.Node{strip(id, ui.Strip, sign(".window", figure.WindowDots{}), address), body}
	case casefile.Agency:
		add(meta)
		what.Style.Color = theme.None
		return []*ui.Node{strip(id, ui.InkStrip, sign(".tape", figure.Tape{}), parts.Grow(what)), body}
	case casefile.Broadcast:
		add(meta)
		what.Style.Color = theme.None
		return []*ui.Node{strip(id, ui.InkStrip, sign(".light", figure.OnAir{}), parts.Grow(what), sign(".wave", figure.Wave{})), body}
	case casefile.Post:
		who := parts.Row(id+".who", parts.Space3, sign(".avatar", figure.Avatar{Pixels: 40}),
			parts.Grow(parts.Column(id+".by", 0, what, meta)))
		reactions := sign(".reactions", figure.Reactions{})
		reactions.Style.Self = ui.Start
		first(who)
		add(reactions)
	case casefile.Statement:
		head := parts.Row(id+".kind", parts.Space2, symbol, parts.Grow(what))
		rule := sign(".rule", figure.Letterhead{})
		first(head, rule)
		meta.Style.Self, meta.Style.TextAlign = ui.End, ui.End
		add(meta)
	case casefile.Cable:
		// The words of a telegram came on strips of paper, in capitals.
		capitals := body.Children[0]
		if capitals.Role == ui.Heading {
			capitals.Style.Font = theme.Font{Size: theme.BodySize, Bold: true, Caps: true}
			capitals.Style.Look, capitals.Style.Pad = ui.Field, ui.Sides(parts.Space2, parts.Space3)
		}
		add(meta)
		return []*ui.Node{strip(id, ui.Strip, symbol, parts.Grow(what), sign(".morse", figure.Morse{})), body}
	case casefile.Newspaper:
		outlet := src.Outlet
		if outlet == "" {
			outlet = d.Words.Say("source.unsigned")
		}
		name := &ui.Node{
			ID: id + ".paper", Decorative: true, Text: ui.Plain(outlet), // the last line says it too
			Style: ui.Style{Font: parts.TitleFont, TextAlign: ui.Center},
		}
		add(meta)
		first(name, sign(".rule", figure.Masthead{}), parts.Row(id+".kind", parts.Space2, symbol, parts.Grow(what)))
	case casefile.Notice:
		head := parts.Row(id+".kind", parts.Space3, sign(".seal", figure.Seal{Pixels: 40}), parts.Grow(what))
		first(head, sign(".rule", figure.Letterhead{}))
		meta.Style.Self, meta.Style.TextAlign = ui.End, ui.End
		add(meta)
	case casefile.Letter:
		what.Style.MaxWidth = 0
		first(parts.Row(id+".kind", parts.Space2, symbol, parts.Grow(what), sign(".postmark", figure.Postmark{})))
		meta.Style.Self, meta.Style.TextAlign = ui.End, ui.End
		add(meta)
	case casefile.Photograph, casefile.Film:
		first(parts.Row(id+".kind", parts.Space2, symbol, parts.Grow(what)))
		add(meta)
	case casefile.Book:
		end := sign(".end", figure.Tailpiece{})
		end.Style.Self = ui.Center
		first(parts.Row(id+".kind", parts.Space2, symbol, parts.Grow(what)))
		add(end, meta)
	case casefile.Interview, casefile.Confession:
		quote := sign(".quote", figure.QuoteMark{Pixels: 34})
		first(parts.Row(id+".kind", parts.Space3, quote, parts.Grow(what)))
		add(meta)
	case casefile.Retrospective:
		add(meta)
		fold := sign(".fold", figure.Fold{Pixels: 30})
		head := parts.Row(id+".kind", parts.Space2, symbol, parts.Grow(what), fold)
		head.Style.Align = ui.Start
		head.Style.Pad = ui.Edges{Left: parts.Space5}
		symbol.Style.Height = 50
		what.Style.Pad, what.Style.MaxWidth = ui.Edges{Top: parts.Space4}, 0
		body.Style.Pad.Top = 0
		return []*ui.Node{head, body}
	}
	return []*ui.Node{body}
}

// strip runs along the top of a card.
func strip(id string, look ui.Look, children ...*ui.Node) *ui.Node {
	n := parts.Row(id+".strip", parts.Space3, children...)
	n.Style.Look, n.Style.Pad = look, ui.Sides(parts.Space2, parts.Space4)
	return n
}
