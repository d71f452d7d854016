// Command example is a to-do list: a complete program on the toolkit. Run it
// with go run ./game/toolkit/example.
package main

import (
	"fmt"
	"log"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/drive"
	"holdtheline/game/toolkit/run"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
	"holdtheline/game/toolkit/ui"
)

// A list is the model: whether each item is done.
type list struct{ done []bool }

// The messages.
type (
	add    struct{}
	toggle int
)

func (l *list) Update(msg ui.Msg) {
	switch m := msg.(type) {
	case add:
		l.done = append(l.done, false)
	case toggle:
		l.done[m] = !l.done[m]
	}
}

func (l *list) View(ui.Viewport) *ui.Node {
	things, left := &ui.Node{ID: "things", Role: ui.CheckGroup, Name: "Things to do", Style: ui.Style{Gap: 8}}, 0
	for i, done := range l.done {
		things.Children = append(things.Children, &ui.Node{
			ID: fmt.Sprint("thing.", i), Role: ui.Checkbox, Checked: done, Do: toggle(i),
			Text: ui.Plain(fmt.Sprint("Thing ", i+1)), Style: ui.Style{Look: ui.Choice, Enter: ui.Rise},
		})
		if !done {
			left++
		}
	}
	return &ui.Node{ID: "screen", Role: ui.Main, Name: "To do", Style: ui.Style{Pad: ui.All(24), Gap: 16}, Children: []*ui.Node{
		{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("To do"), Style: ui.Style{Font: style.Font{Size: basic.Title, Bold: true}}},
		{ID: "left", Role: ui.Status, Text: ui.Plain(fmt.Sprint(left, " left"))},
		{ID: "body", Style: ui.Style{Scroll: true, Grow: 1}, Children: []*ui.Node{things}},
		{ID: "add", Role: ui.Button, Do: add{}, Shortcut: "a", Text: ui.Plain("Add a thing"), Style: ui.Style{Look: ui.PrimaryButton, Self: ui.Start}},
	}}
}

func (*list) Presentation() drive.Presentation { return drive.Presentation{} }
func (*list) Poll() bool                       { return false }
func (*list) ViewChanged(bool, run.ViewReason) {}
func (*list) Failed(problem error)             { log.Print(problem) }

func main() {
	theme := basic.Theme()
	theme.Radius.Button = 6 // everything in it can be changed
	faces, err := typeface.New(theme)
	if err == nil {
		err = run.Run(&list{}, run.Options{Title: "To do", Faces: faces, Width: 480, Height: 640})
	}
	if err != nil {
		log.Fatal(err)
	}
}
