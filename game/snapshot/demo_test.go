package snapshot_test

import (
	"fmt"

	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

var (
	label   = theme.Font{Size: theme.LabelSize, Bold: true, Caps: true}
	small   = theme.Font{Size: theme.SmallSize}
	news    = theme.Font{Family: theme.Serif}
	head    = theme.Font{Family: theme.Serif, Size: theme.LeadSize, Bold: true}
	display = theme.Font{Family: theme.Serif, Size: theme.DisplaySize, Bold: true}
)

func words(id, s string, f theme.Font, c theme.Color) *ui.Node {
	return &ui.Node{ID: id, Role: ui.Paragraph, Text: ui.Plain(s), Style: ui.Style{Font: f, Color: c}}
}

func newsCard(id, kind, title string, text []ui.Span, foot ...string) *ui.Node {
	feet := &ui.Node{ID: id + ".foot", Style: ui.Style{Flow: ui.Wrap, Gap: 12}}
	for i, s := range foot {
		feet.Children = append(feet.Children, words(fmt.Sprint(id, ".foot", i), s, theme.Font{Size: theme.LabelSize}, theme.Soft))
	}
	return &ui.Node{
		ID: id, Role: ui.Article, Style: ui.Style{Look: ui.Card, Pad: ui.Sides(16, 18), Gap: 5},
		Children: []*ui.Node{
			words(id+".kind", kind, label, theme.Soft),
			{ID: id + ".title", Role: ui.Heading, Level: 3, Text: ui.Plain(title), Style: ui.Style{Font: head}},
			{ID: id + ".text", Role: ui.Paragraph, Text: text, Style: ui.Style{Font: news}},
			feet,
		},
	}
}

func stamp(id, name string, o figure.Outline, c, tint theme.Color, checked bool) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Radio, Checked: checked, Do: id, Text: ui.Plain(name),
		Figure: figure.Stamp{Outline: o, Color: c, Tint: tint},
		Style:  ui.Style{Font: theme.Font{Bold: true, Caps: true}, Color: c, TextAlign: ui.Center},
	}
}

func segment(id, name, stakes string, checked bool) *ui.Node {
	return &ui.Node{
		ID: id, Role: ui.Radio, Checked: checked, Do: id, Name: name,
		Style: ui.Style{Look: ui.Segment, Grow: 1, Align: ui.Stretch},
		Children: []*ui.Node{
			{ID: id + ".name", Text: ui.Plain(name), Style: ui.Style{Font: theme.Font{Size: theme.SmallSize, Bold: true}, TextAlign: ui.Center}},
			{ID: id + ".stakes", Text: ui.Plain(stakes), Style: ui.Style{Font: theme.Font{Size: theme.LabelSize}, Color: theme.Soft, TextAlign: ui.Center}},
		},
	}
}

// desk is a moment at the desk, wide or narrow.
func desk(narrow bool) *ui.Node {
	arrival := newsCard("kremlin", "Statement · official", "The Kremlin: there was no call", []ui.Span{
		{Text: "President Putin’s spokesman, Dmitry Peskov, tells reporters that the phone call did not happen: "},
		{Text: "“This does not correspond to reality. There was no conversation.”", Marked: true},
		{Text: " He wonders whether the post is really Elton John’s. If the singer asked, he adds, the president would be ready to talk."},
	}, "Dmitry Peskov, spokesman", "said Tue 15 Sep, late", "one side of the call")
	post := newsCard("post", "Post · first-hand", "Elton John thanks Putin for calling", ui.Plain("He writes that the president phoned him “today” and that he looks forward to meeting him."), "Mon 14 Sep, 16:11 London")
	site := newsCard("site", "Article · second-hand", "A website reports the call as a fact", ui.Plain("Its only evidence is the post. No author, outlet or date on the page."), "undated", "rests on the post")
	columns := 2
	if narrow {
		columns = 1
	}
	stream := &ui.Node{ID: "stream", Style: ui.Style{Gap: 14, Grow: 1}, Children: []*ui.Node{
		{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("Tuesday 15 September 2015, late evening"), Style: ui.Style{Font: display}},
		words("in", "Just in", label, theme.Soft),
		arrival,
		words("already", "Already on your desk", label, theme.Soft),
		{ID: "desk", Style: ui.Style{Flow: ui.Grid, Columns: columns, Gap: 18}, Children: []*ui.Node{post, site}},
		{ID: "tabs", Style: ui.Style{Flow: ui.Wrap, Gap: 12, Align: ui.Center}, Children: []*ui.Node{
			words("another", "Open another tab", label, theme.Soft),
			{ID: "t1", Role: ui.Button, Do: 1, Text: ui.Plain("What does John’s representative say?"), Style: ui.Style{Look: ui.PlainButton}},
			{ID: "t2", Role: ui.Button, Do: 1, Text: ui.Plain("How do others report it?"), Style: ui.Style{Look: ui.PlainButton}},
			words("left", "2 left", small, theme.Soft),
		}},
	}}
	question := &ui.Node{ID: "question", Role: ui.Region, Name: "The claim", Style: ui.Style{Look: ui.Card, Pad: ui.All(24), Gap: 10}, Children: []*ui.Node{
		words("claim.label", "The claim", label, theme.Soft),
		{ID: "claim", Role: ui.Heading, Level: 2, Text: ui.Plain("Vladimir Putin phoned Elton John on or before 14 September."), Style: ui.Style{Font: head}},
		words("ask", "What does the evidence support, right now?", small, theme.Soft),
		{ID: "stamps", Role: ui.RadioGroup, Name: "Verdict", Style: ui.Style{Flow: ui.Grid, Columns: 2, Gap: 8}, Children: []*ui.Node{
			stamp("real", "Real", figure.Ring, theme.RealColor, theme.GoodTint, false),
			stamp("prank", "A prank", figure.Star, theme.PrankColor, theme.Shade, false),
			stamp("denied", "Denied", figure.Bars, theme.DeniedColor, theme.BadTint, true),
			stamp("unknown", "Can’t know yet", figure.Dots, theme.UnknownColor, theme.Shade, false),
		}},
		words("sure", "How sure are you?", label, theme.Soft),
		{ID: "certainty", Role: ui.RadioGroup, Name: "Certainty", Style: ui.Style{Flow: ui.Row}, Children: []*ui.Node{
			segment("guess", "Guess", "+1 · 0", false), segment("fairly", "Fairly sure", "+2 · −2", true), segment("certain", "Certain", "+3 · −6", false),
		}},
		{ID: "stamp", Role: ui.Button, Do: 1, Text: ui.Plain("Stamp it"), Style: ui.Style{Look: ui.PrimaryButton}},
	}}
	cord := &ui.Node{ID: "cord", Role: ui.Image, Name: "Step 3 of 7", Figure: figure.Cord{Labels: []string{"Mon 14", "Tue 15 noon", "Tue 15 late", "Wed 16", "Thu 17", "Thu 24", "5 Nov"}, At: 2, Done: 2, Narrow: narrow}, Style: ui.Style{Grow: 1}}
	top := &ui.Node{ID: "top", Role: ui.Header, Style: ui.Style{Flow: ui.Row, Gap: 12, Align: ui.Center, Pad: ui.Edges{Top: 8, Left: 16, Right: 16}}, Children: []*ui.Node{
		cord,
		{ID: "menu", Role: ui.Button, Name: "Menu", Do: 1, Figure: figure.Icon{Symbol: figure.MenuLines, Pixels: 22}, Style: ui.Style{Look: ui.IconButton}},
	}}
	root := &ui.Node{ID: "screen.desk", Role: ui.Main, Name: "Desk"}
	if narrow {
		question.Style.Look, question.Style.Pad = ui.Sheet, ui.All(16)
		root.Children = []*ui.Node{
			top,
			{ID: "body", Style: ui.Style{Scroll: true, Grow: 1, Pad: ui.All(16)}, Children: []*ui.Node{stream}},
			question,
		}
		return root
	}
	root.Children = []*ui.Node{
		top,
		{ID: "columns", Style: ui.Style{Flow: ui.Row, Grow: 1}, Children: []*ui.Node{
			{ID: "body", Style: ui.Style{Scroll: true, Grow: 1, Pad: ui.Edges{Top: 16, Right: 20, Bottom: 24, Left: 40}}, Children: []*ui.Node{stream}},
			{ID: "side", Style: ui.Style{Scroll: true, Width: 500, Pad: ui.Edges{Top: 16, Right: 40, Bottom: 24, Left: 20}}, Children: []*ui.Node{question}},
		}},
	}
	return root
}

var events = []string{
	"Singer tells the BBC that he would like to meet the president",
	"Singer thanks the president in a post",
	"Two pranksters phone the singer",
	"The Kremlin says there was no call",
	"Two pranksters confess to a newspaper",
	"Singer accepts that it was a prank",
}

// order is a list of cards to be put in order.
func order() *ui.Node {
	list := &ui.Node{
		ID: "list", Role: ui.List, Name: "Events",
		Sort:  &ui.Sortable{Move: func(from, to int) ui.Msg { return [2]int{from, to} }},
		Style: ui.Style{Gap: 12},
	}
	for i, s := range events {
		id := fmt.Sprint("card", i)
		list.Children = append(list.Children, &ui.Node{
			ID: id, Role: ui.ListItem, Do: i,
			Style: ui.Style{Look: ui.SortCard, Flow: ui.Row, Gap: 8, Align: ui.Center, Pad: ui.Edges{Top: 8, Right: 8, Bottom: 8, Left: 16}},
			Children: []*ui.Node{
				{ID: id + ".title", Text: ui.Plain(s), Style: ui.Style{Font: theme.Font{Family: theme.Serif, Bold: true}, Grow: 1}},
				{ID: id + ".earlier", Role: ui.Button, Name: "Earlier", Do: i, Disabled: i == 0, Figure: figure.Icon{Symbol: figure.Earlier, Pixels: 20}, Style: ui.Style{Look: ui.IconButton}},
				{ID: id + ".later", Role: ui.Button, Name: "Later", Do: i, Disabled: i == 5, Figure: figure.Icon{Symbol: figure.Later, Pixels: 20}, Style: ui.Style{Look: ui.IconButton}},
			},
		})
	}
	return &ui.Node{ID: "screen.order", Role: ui.Main, Children: []*ui.Node{
		{ID: "body", Style: ui.Style{Scroll: true, Grow: 1, Pad: ui.All(16), Gap: 6}, Children: []*ui.Node{
			words("eyebrow", "The timeline · 1 of 3", label, theme.Soft),
			{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("When did it happen?"), Style: ui.Style{Font: display}},
			words("how", "Earliest at the top. Drag a card, or tap it and then its place.", small, theme.Soft),
			list,
		}},
		{ID: "bar", Role: ui.Footer, Style: ui.Style{Look: ui.Bar, Pad: ui.Sides(12, 16), Align: ui.Stretch}, Children: []*ui.Node{
			{ID: "check", Role: ui.Button, Do: 1, Text: ui.Plain("Check my order"), Style: ui.Style{Look: ui.PrimaryButton}},
		}},
	}}
}

// sampler shows every look in most of its states, and a dialog.
func sampler(dialog bool) *ui.Node {
	item := func(look ui.Look, role ui.Role, s string, change func(*ui.Node)) *ui.Node {
		n := &ui.Node{ID: string(look) + s, Role: role, Do: 1, Text: ui.Plain(s), Style: ui.Style{Look: look}}
		if change != nil {
			change(n)
		}
		return n
	}
	disabled := func(n *ui.Node) { n.Disabled = true }
	checked := func(n *ui.Node) { n.Checked = true }
	both := func(n *ui.Node) { n.Disabled, n.Checked = true, true }
	row := func(id string, kids ...*ui.Node) *ui.Node {
		return &ui.Node{ID: id, Style: ui.Style{Flow: ui.Wrap, Gap: 12, Align: ui.Center}, Children: kids}
	}
	root := &ui.Node{ID: "screen.looks", Role: ui.Main, Children: []*ui.Node{
		{ID: "body", Style: ui.Style{Scroll: true, Grow: 1, Pad: ui.All(24), Gap: 16}, Children: []*ui.Node{
			row("primary", item(ui.PrimaryButton, ui.Button, "Primary", nil), item(ui.PrimaryButton, ui.Button, "Hover", nil), item(ui.PrimaryButton, ui.Button, "Disabled", disabled)),
			row("plain", item(ui.PlainButton, ui.Button, "Plain", nil), item(ui.PlainButton, ui.Button, "Checked", checked), item(ui.PlainButton, ui.Button, "Disabled", disabled), item(ui.QuietButton, ui.Button, "Quiet", nil)),
			{ID: "choices", Role: ui.RadioGroup, Name: "Choices", Style: ui.Style{Flow: ui.Grid, Columns: 2, Gap: 8}, Children: []*ui.Node{
				item(ui.Choice, ui.Radio, "One of several, with a text that is long enough to wrap to a second line in a narrow column", nil), item(ui.Choice, ui.Radio, "The chosen one", checked),
				item(ui.Choice, ui.Checkbox, "Any of them", nil), item(ui.Choice, ui.Checkbox, "This one", checked),
				item(ui.Choice, ui.Radio, "Not now", disabled), item(ui.Choice, ui.Checkbox, "Was chosen", both),
			}},
			row("tags", item(ui.TagGood, ui.Paragraph, "✓ right", nil), item(ui.TagBad, ui.Paragraph, "wrong", nil), item(ui.TagNeutral, ui.Paragraph, "partly", nil)),
			{ID: "panel", Style: ui.Style{Look: ui.Panel, Pad: ui.All(16), Gap: 6}, Children: []*ui.Node{
				words("why", "Why", label, theme.Soft),
				{ID: "because", Text: []ui.Span{{Text: "Only one side has spoken. "}, {Text: "A denial is evidence", Strong: true}, {Text: ", but not proof: "}, {Text: "who else would know?", Marked: true}}},
				{ID: "source", Role: ui.Link, Href: "https://example.org", Text: ui.Plain("Where it says so"), Style: ui.Style{Self: ui.Start}},
			}},
			newsCard("c", "Post · first-hand", "Чайковский, Ελλάδα, Łódź, Þórr, ﬁ — “quotes”", ui.Plain("One paragraph under it."), "undated"),
		}},
	}}
	if dialog {
		root.Children = append(root.Children, &ui.Node{
			ID: "dialog", Role: ui.Dialog, Name: "Start over?", Cancel: 1,
			Style: ui.Style{Self: ui.Center, Width: 420, Look: ui.Sheet, Pad: ui.All(24), Gap: 12},
			Children: []*ui.Node{
				{ID: "dialog.heading", Role: ui.Heading, Level: 2, Text: ui.Plain("Start over?"), Style: ui.Style{Font: head}},
				words("dialog.text", "Your answers so far will be gone.", small, theme.Soft),
				{ID: "dialog.row", Style: ui.Style{Flow: ui.Row, Gap: 8, Justify: ui.End}, Children: []*ui.Node{
					item(ui.PlainButton, ui.Button, "Keep them", nil), item(ui.PrimaryButton, ui.Button, "Start over", nil),
				}},
			},
		})
	}
	return root
}
