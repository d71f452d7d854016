package app

import (
	"strings"

	"holdtheline/game/toolkit/ui"
)

// shortcuts are the nodes that a single key presses, in the order of the help. The
// key is in the catalogue, under "shortcut." and the node's id, since letters
// depend on the language.
var shortcuts = []string{
	"verdict.real", "verdict.prank", "verdict.denied", "verdict.unconfirmed",
	"certainty.1", "certainty.2", "certainty.3",
	"submit", "next", "hint", "words", "menu", "help",
}

// asShortcut finds what a node's shortcut is listed under. In the menu a way
// has another id than on the screen.
func asShortcut(id string) string { return strings.TrimPrefix(id, "menu.") }

// giveShortcuts gives the nodes below n their shortcuts, unless the player has
// switched them off, which people who speak to the device or press keys by accident
// must be able to do (WCAG 2.2, success criterion 2.1.4).
func (m *Model) giveShortcuts(n *ui.Node) {
	if !m.settings.Keys {
		return
	}
	keys := map[string]string{}
	for _, id := range shortcuts {
		keys[id] = m.shortcut(id)
	}
	var give func(*ui.Node)
	give = func(n *ui.Node) {
		if n.Do != nil {
			n.Shortcut = keys[asShortcut(n.ID)]
		}
		for _, c := range n.Children {
			give(c)
		}
	}
	give(n)
}

// shortcut is the key of a node.
func (m *Model) shortcut(id string) string { return m.say("shortcut." + id) }
