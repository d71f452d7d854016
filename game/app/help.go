package app

import (
	"holdtheline/game/figure"
	"holdtheline/game/toolkit/ui"
)

// helpButton opens the help. A phone held upright has it in the menu alone.
func (m *Model) helpButton(f frame) *ui.Node {
	if f.narrow {
		return nil
	}
	return iconButton("help", m.say("help.title"), figure.Question, OpenHelp{})
}

// helpBox says how the game goes and what every key does.
func (m *Model) helpBox(f frame) *ui.Node {
	wide, narrow := 160.0, 44.0
	if f.narrow {
		wide = 104
	}
	browser := list("help.browser", m.say("help.keys"))
	for _, id := range []string{"tab", "arrows", "press", "escape", "scroll"} {
		browser.Children = append(browser.Children, keyLine(wide, "key."+id, m.say("key."+id), m.say("key."+id+".does")))
	}
	single := list("help.single", m.say("help.single"))
	for _, id := range shortcuts {
		single.Children = append(single.Children, keyLine(narrow, "help.shortcut."+id, m.shortcut(id), m.shortcutDoes(id)))
	}
	note := m.say("help.single.on")
	if !m.settings.Keys {
		note = m.say("help.single.off")
	}
	return m.box(f, "help.box", m.say("help.title"),
		paragraph("help.how.1", m.say("briefing.how.1"), bodyFont),
		paragraph("help.how.2", m.say("briefing.how.2"), bodyFont),
		paragraph("help.how.3", m.say("briefing.how.3"), bodyFont),
		wrap("help.more", space3,
			plain("help.words", m.say("words.open"), OpenGlossary{}),
			plain("help.marking", m.say("menu.marking"), ShowMarking{}),
		),
		label("help.keys.title", 2, m.say("help.keys")), browser,
		softly(paragraph("help.keys.note", m.say("help.keys.note"), smallFont)),
		label("help.single.title", 2, m.say("help.single")),
		paragraph("help.single.note", note, bodyFont),
		choice("help.single.switch", ui.Checkbox, m.say("settings.keys"), m.settings.Keys, SetKeys{On: !m.settings.Keys}),
		single,
	)
}

// shortcutDoes says what a shortcut presses.
func (m *Model) shortcutDoes(id string) string {
	switch id {
	case "verdict.real", "verdict.prank", "verdict.denied", "verdict.unconfirmed":
		return m.say("shortcut.does.verdict", "verdict", m.say(id))
	case "certainty.1", "certainty.2", "certainty.3":
		return m.say("shortcut.does.certainty", "certainty", m.say(id))
	}
	return m.say("shortcut.does." + id)
}

// keyLine is a key and what it does. The keys of a list are in a column of this
// width.
func keyLine(width float64, id, key, does string) *ui.Node {
	name := tag(id+".key", key, ui.TagNeutral)
	name.Style.MinWidth = 30
	first := column(id+".keys", 0, name)
	first.Style.Width = width
	return &ui.Node{
		ID: id, Role: ui.ListItem, Style: ui.Style{Flow: ui.Row, Gap: space3, Align: ui.Start},
		Children: []*ui.Node{first, grow(paragraph(id+".does", does, bodyFont))},
	}
}
