package parts

import (
	"unicode/utf8"

	"holdtheline/game/toolkit/ui"
)

// An Option is one value of a setting.
type Option struct {
	ID, Text string
	Chosen   bool
	Do       ui.Msg
	Lang     string // of the text, where it is another
}

// About how wide a letter of a segment's text is, and the room beside the text,
// in CSS pixels at 100 % text.
const (
	letterWidth = 7.7
	segmentPad  = 14
)

// Setting is a labelled group of options: side by side as one control where they
// fit into a dialog with room, else one below the other.
func Setting(room float64, id, name string, options []Option) *ui.Node {
	widest := 0.0
	for _, o := range options {
		widest = max(widest, segmentPad+letterWidth*float64(utf8.RuneCountInString(o.Text)))
	}
	abreast := widest*float64(len(options)) <= room
	values := &ui.Node{ID: id + ".values", Style: ui.Style{Gap: Space2}}
	if abreast {
		values.Style = ui.Style{Flow: ui.Grid, Columns: len(options)}
	}
	for _, o := range options {
		n := Choice(o.ID, ui.Radio, o.Text, o.Chosen, o.Do)
		n.Lang = o.Lang
		if abreast {
			n.Style = ui.Style{
				Look: ui.Segment, Font: SmallBold, MinHeight: 48, TextAlign: ui.Center,
				Align: ui.Center, Justify: ui.Center, Pad: ui.Sides(Space2, 2),
			}
		}
		values.Children = append(values.Children, n)
	}
	return &ui.Node{
		ID: id, Role: ui.RadioGroup, Text: ui.Plain(name),
		Style:    ui.Style{Font: BoldFont, Gap: Space2, Pad: ui.Edges{Top: Space2}},
		Children: []*ui.Node{values},
	}
}
