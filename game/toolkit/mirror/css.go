package mirror

import (
	"fmt"
	"strings"

	"holdtheline/game/toolkit/ui"
)

// Lengths that the plain page's style sheet and the size of its drawings share,
// in CSS pixels.
const (
	threadRoom = 24 // at the left of a list with a thread
	cardSides  = 20 // between the edges of a card and what it holds
	// apartRoom is how much narrower than a list with a thread what its cards
	// hold is.
	apartRoom = threadRoom + 2*cardSides
)

// CSS returns, as custom properties, the lengths that the style sheet of the
// plain page shares with this package and with package ui.
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

// Properties lists the custom properties that an element may have from its node,
// for the style sheet to use.
func Properties() []string {
	return []string{
		"--width", "--max-width", "--column", "--above", "--below",
		"--print-columns", "--print-gap", "--print-cell", "--print-share",
	}
}
