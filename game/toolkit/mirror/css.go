package mirror

import (
	"fmt"
	"strings"

	"holdtheline/game/toolkit/ui"
)

// Lengths that the plain page's style sheet and the size of its drawings share,
// in CSS pixels.
const (
	threadRoom = 24 // left of a list with a thread
	cardSides  = 20 // a card's padding at the sides
	// apartRoom is the difference in width between a list with a thread and its
	// cards' content.
	apartRoom = threadRoom + 2*cardSides
)

// CSS returns the lengths that the plain page's style sheet shares with this
// package and package ui, as custom properties.
func CSS() string {
	var b strings.Builder
	b.WriteString("/* Written from game/toolkit/mirror. */\n:root {\n")
	for _, length := range []struct {
		name   string
		pixels int
	}{{"thread", threadRoom}, {"card-sides", cardSides}, {"choice-mark", ui.ChoiceMarkSize}} {
		fmt.Fprintf(&b, "  --%s: %dpx;\n", length.name, length.pixels)
	}
	b.WriteString("}\n")
	return b.String()
}

// Properties lists the custom properties that an element may have, for the
// style sheet to use.
func Properties() []string {
	return []string{
		"--width", "--max-width", "--column", "--above", "--below", "--sides",
		"--print-columns", "--print-gap", "--print-cell", "--print-share",
	}
}
