package parts

import (
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
)

// How wide a dialog is at most, and the room inside it and beside its content.
const (
	dialogWidth = 640
	dialogPad   = Space5
	contentPad  = Space3
)

// DialogHeading is the id of a dialog's heading.
const DialogHeading = "dialog.heading"

// DialogWidth is how wide a dialog is in a window of a width, and DialogRoom how
// wide its content. All are CSS pixels at 100 % text.
func DialogWidth(window float64) float64 { return min(dialogWidth, window-2*Space2) }

// DialogRoom is explained at [DialogWidth].
func DialogRoom(window float64) float64 { return DialogWidth(window) - 2*dialogPad - contentPad }

// A Way out of a dialog: the name of its button, and its message.
type Way struct {
	Name string
	Do   ui.Msg
}

// Dialog is a dialog's frame: its heading, what it holds, and a way out.
func Dialog(window float64, id string, title words.Text, out Way, children ...*ui.Node) *ui.Node {
	head := Row(id+".head", Space3,
		Grow(Heading(DialogHeading, 1, title, TitleFont)),
		IconButton("dialog.close", out.Name, figure.Close, out.Do),
	)
	head.Style.Page = &ui.Page{NoWrap: true, Sticky: true}
	content := &ui.Node{
		ID: id + ".body", Style: ui.Style{Scroll: true, Grow: 1, Gap: Space3, Pad: ui.Edges{Top: Space2, Right: contentPad, Bottom: Space2}},
		Children: Kids(children...),
	}
	return &ui.Node{
		ID: "dialog", Role: ui.Dialog, Name: title.String(), Cancel: out.Do,
		Style:    ui.Style{Look: ui.Sheet, Width: DialogWidth(window), Pad: ui.All(dialogPad), Gap: Space2, Enter: ui.Rise},
		Children: []*ui.Node{head, content},
	}
}
