package parts

import (
	"fmt"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Voted is an option and how many chose it, in one vote or two.
type Voted struct {
	ID     string
	Name   words.Text
	Mark   *figure.StampMark // its shape; nil for none
	Color  theme.Color       // of its bars
	First  figure.Tally
	Second *figure.Tally
	// Right is said of the right option, once that may be seen; else it is empty.
	Right string
	// Said is the counts in a sentence, for whoever doesn't see the bars.
	Said string
}

// VotesStyle is how votes are shown.
type VotesStyle struct {
	Wide          bool   // names stand beside the bars, and not above them
	First, Second string // name the two votes, before their bars
	Most          int    // votes that fill a bar: how many were asked
	PrintWidth    float64
}

// votesNames is the room for names beside the bars, in CSS pixels at 100 % text.
const votesNames = 230

// Votes lists options with a bar for each vote, and the change from one to the other.
func Votes(id, name string, s VotesStyle, options ...Voted) *ui.Node {
	items := List(id, name)
	items.Style.Gap = Space3
	for _, o := range options {
		at := id + "." + o.ID
		var mark, right *ui.Node
		if o.Mark != nil {
			mark = Mark(at+".mark", *o.Mark)
		}
		if o.Right != "" {
			right = Tag(at+".right", o.Right, ui.TagGood)
			right.Style.Self = ui.Start
		}
		label := Grow(Column(at+".label", Space1, Paragraph(at+".name", o.Name, BoldFont), right))
		head := Row(at+".head", Space2, mark, label)
		head.Style.Page = &ui.Page{NoWrap: true}
		bars := &ui.Node{ID: at + ".bars", Decorative: true, PrintWidth: s.PrintWidth, Figure: figure.Votes{
			Color: o.Color, First: o.First, Second: o.Second, FirstName: s.First, SecondName: s.Second, Most: s.Most,
		}}
		said := Paragraph(at+".said", o.Said, SmallFont)
		said.VisuallyHidden = true
		n := Column(at, Space1, head, bars, said)
		if s.Wide {
			head.Style.Width = votesNames
			n = Row(at, Space4, head, Grow(Column(at+".votes", 0, bars, said)))
			n.Style.Page = &ui.Page{NoWrap: true}
		}
		n.Role = ui.ListItem
		items.Children = append(items.Children, n)
	}
	return items
}

// VotesKey explains how votes of each certainty are drawn, from a guess to certain.
func VotesKey(id string, names [3]string) *ui.Node {
	key := Wrap(id, Space4)
	for level, name := range names {
		at := fmt.Sprint(id, ".", level)
		one := Row(at, Space2, Mark(at+".mark", figure.VotesKey{Level: level}), Softly(Paragraph(at+".name", name, SmallFont)))
		one.Style.Print = &ui.Print{Flow: ui.Row}
		key.Children = append(key.Children, one)
	}
	key.Style.Print = &ui.Print{Flow: ui.Wrap}
	return key
}
