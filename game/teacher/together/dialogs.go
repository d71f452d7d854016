package together

import (
	"fmt"
	"strconv"

	"holdtheline/assets/words"
	"holdtheline/game/parts"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// dialogNode is the open dialog, or nil.
func (m *Model) dialogNode(f frame.Frame) *ui.Node {
	switch m.dialog {
	case deskDialog:
		if m.reading != "" {
			return m.readingBox(f)
		}
		return m.deskBox(f)
	case handsDialog, pupilsDialog:
		return m.numberBox(f)
	case keysDialog:
		return m.keysBox(f)
	case anewDialog:
		return m.box(f, "anew.box", words.In("", m.Say("together.anew")),
			wide(parts.Paragraph("anew.text", m.Say("together.anew.sure"), parts.BodyFont)),
			parts.Plain("anew.keep", m.Say("together.continue"), Begin{}),
			parts.Primary("anew.yes", m.Say("together.anew"), Begin{Anew: true}))
	}
	return nil
}

func (m *Model) box(f frame.Frame, id string, title words.Text, children ...*ui.Node) *ui.Node {
	return parts.Dialog(f.Width, id, title, parts.Way{Name: m.Say("dialog.close"), Do: CloseDialog{}}, children...)
}

// deskBox lists the sources that have come in so far, and the other reporting of the
// moment: each can be shown large.
func (m *Model) deskBox(f frame.Frame) *ui.Node {
	came, tabs := m.onDesk(m.now())
	list := func(id, title string, refs []string, name func(source string) words.Text) *ui.Node {
		if len(refs) == 0 {
			return nil
		}
		items := parts.List(id, title)
		items.Style.Gap = parts.Space1
		for _, ref := range refs {
			b := parts.Quiet(id+"."+ref, name(sourceOf(ref)), OpenSource{Ref: ref})
			items.Children = append(items.Children, &ui.Node{ID: id + ".item." + ref, Role: ui.ListItem, Children: []*ui.Node{b}})
		}
		return parts.Column(id+".box", parts.Space1, parts.Label(id+".title", 2, title), items)
	}
	lead := func(id string) words.Text {
		if src, ok := m.caseFile().Source(id); ok && src.Lead != "" {
			return m.told(src.Lead)
		}
		return m.desk().Title(id)
	}
	return m.box(f, "desk.box", words.In("", m.Say("together.desk.title")),
		list("other", m.Say("tabs.title"), tabs, lead),
		list("came", m.Say("together.came"), came, m.desk().Title))
}

// now is the moment that the class is at: that of the slide, or the last one before.
func (m *Model) now() (beat *casefile.Beat) {
	for _, s := range m.class.Deck()[:m.class.At()+1] {
		if b := m.beat(s); b != nil {
			beat = b
		}
	}
	return beat
}

// readingBox shows one source.
func (m *Model) readingBox(f frame.Frame) *ui.Node {
	at := edtf.Date{}
	if beat := m.now(); beat != nil {
		at = beat.At
	}
	card := m.desk().Card("read", m.reading, at, 0)
	if card != nil {
		card = large(f, card)
	}
	return m.box(f, "read.box", m.desk().Title(sourceOf(m.reading)), card)
}

// numberBox asks for a number, by its digits or by touch.
func (m *Model) numberBox(f frame.Frame) *ui.Node {
	title := words.In("", m.Say("together.number.pupils"))
	if m.dialog == handsDialog {
		title = m.Tell("together.number.hands", "stamp", m.stampName(m.inHand))
	}
	shown := "–"
	if m.number != noNumber {
		shown = strconv.Itoa(m.number)
	}
	digits := &ui.Node{ID: "number.digits", Style: ui.Style{Flow: ui.Grid, Columns: 5, Gap: parts.Space2}}
	for d := range 10 {
		n := (d + 1) % 10
		b := parts.Plain(fmt.Sprint("number.", n), strconv.Itoa(n), Digit{Digit: n})
		b.Shortcut, b.Style.Pad = strconv.Itoa(n), ui.Sides(parts.Space2, parts.Space1)
		digits.Children = append(digits.Children, b)
	}
	erase := parts.Plain("number.erase", m.Say("together.erase"), Erase{})
	erase.Shortcut, erase.Disabled = "Backspace", m.number == noNumber
	enter := parts.Primary(enterID, m.Say("together.enter"), Enter{})
	enter.Disabled = m.number == noNumber
	if m.number != noNumber {
		enter.Name = m.Say("together.enter.number", "n", m.number)
	}
	return m.box(f, "number.box", title,
		&ui.Node{ID: "number.shown", Role: ui.Paragraph, Text: ui.Plain(shown), Style: ui.Style{Font: parts.HeroFont, TextAlign: ui.Center}},
		digits,
		parts.Row("number.ways", parts.Space2, parts.Grow(erase), parts.Grow(enter)))
}

// keysBox lists the keys.
func (m *Model) keysBox(f frame.Frame) *ui.Node {
	list := parts.List("keys.list", m.Say("together.keys"))
	for _, k := range []string{"on", "back", "raise", "take", "number", "rest", "size", "show", "desk"} {
		key := m.Say("together.keys." + k)
		if k != "on" && k != "back" && k != "raise" {
			key = m.Say("together.key." + k)
		}
		list.Children = append(list.Children, &ui.Node{
			ID: "keys." + k, Role: ui.ListItem, Style: ui.Style{Font: parts.BodyFont},
			Text: []ui.Span{{Text: key, Strong: true}, {Text: m.Say("list.colon") + m.Say("together.does."+k)}},
		})
	}
	return m.box(f, "keys.box", words.In("", m.Say("together.keys")), list)
}
