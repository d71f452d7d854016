package ui_test

import (
	"testing"

	"holdtheline/game/toolkit/ui"
)

// Screens for the focus: a heading, some controls, one of which may be gone,
// and a dialog that may be open.
func desk(more ...*ui.Node) *ui.Node {
	return &ui.Node{ID: "desk", Role: ui.Main, Children: append([]*ui.Node{
		{ID: "eyebrow", Role: ui.Heading, Level: 2, Text: ui.Plain("Monday")},
		{ID: "title", Role: ui.Heading, Level: 1, Text: ui.Plain("The desk")},
		button("more", high(50)), button("stamp", high(50)),
		{ID: "cord", Decorative: true, Children: []*ui.Node{button("deco", high(50))}},
		{ID: "frame", Children: []*ui.Node{{ID: "words", Role: ui.Paragraph, Text: ui.Plain("Some")}}},
	}, more...)}
}

func menu(id string) *ui.Node {
	return &ui.Node{ID: id, Role: ui.Dialog, Children: []*ui.Node{
		{ID: id + ".heading", Role: ui.Heading, Level: 2, Text: ui.Plain("Menu")}, button(id+".no", high(50)),
	}}
}

func other() *ui.Node {
	return &ui.Node{ID: "briefing", Role: ui.Main, Children: []*ui.Node{
		{ID: "first", Role: ui.Heading, Level: 3, Text: ui.Plain("first")},
		{ID: "second", Role: ui.Heading, Level: 2, Text: ui.Plain("second")},
		button("more", high(50)),
	}}
}

func bare() *ui.Node { return &ui.Node{ID: "bare", Role: ui.Main} }

func TestWhereTheFocusGoes(t *testing.T) {
	for _, tt := range []struct {
		what          string
		before, after *ui.Node
		was, wish     string
		want          string
	}{
		{"a first screen", nil, desk(), "", "", "title"},
		{"a first screen, and something asked for", nil, desk(), "", "stamp", "stamp"},
		{"the same screen", desk(), desk(), "more", "", "more"},
		{"the same screen, and nothing has it", desk(), desk(), "", "", ""},
		{"something asked for", desk(), desk(), "more", "stamp", "stamp"},
		{"words asked for", desk(), desk(), "more", "words", "words"},
		{"decoration asked for", desk(), desk(), "more", "deco", "title"},
		{"a bare box asked for", desk(), desk(), "more", "frame", "title"},
		{"what isn't there asked for", desk(), desk(), "more", "hint", "title"},
		{"what has it is gone", desk(button("hint", high(50))), desk(), "hint", "", "title"},
		{"a new screen", desk(), other(), "more", "", "first"},
		{"a new screen, and something asked for", desk(), other(), "stamp", "more", "more"},
		{"a new screen without a heading", desk(), bare(), "more", "", "bare"},
		{"a dialog opens", desk(), desk(menu("menu")), "more", "", "menu"},
		{"a dialog opens, and something in it is asked for", desk(), desk(menu("menu")), "more", "menu.no", "menu.no"},
		{"a dialog opens, and something behind it is asked for", desk(), desk(menu("menu")), "more", "stamp", "menu"},
		{"it stays open", desk(menu("menu")), desk(menu("menu")), "menu.no", "", "menu.no"},
		{"in it what has it is gone", desk(menu("menu")), desk(menu("menu")), "menu.marking", "", "menu"},
		{"another dialog in its place", desk(menu("menu")), desk(menu("sure")), "menu.no", "", "sure"},
		{"another dialog over it", desk(menu("menu")), desk(menu("menu"), menu("sure")), "menu.no", "", "sure"},
		{"a new screen with a dialog open", desk(), other(), "more", "", "first"},
	} {
		var before *ui.Layout
		if tt.before != nil {
			before = lay(tt.before, 300, 600)
		}
		if got := ui.NextFocus(before, lay(tt.after, 300, 600), ui.Focus{ID: tt.was}, tt.wish); got.ID != tt.want {
			t.Errorf("%s: the focus goes to %q, want %q", tt.what, got.ID, tt.want)
		}
	}
}

func TestAClosedDialogGivesTheFocusBack(t *testing.T) {
	hint := func() *ui.Node { return button("hint", high(50)) }
	for _, tt := range []struct {
		what            string
		was, wish       string // when the dialog opens
		within, closing string // what has the focus in it, and what is asked for when it closes
		want            string
	}{
		{"as it was", "more", "", "menu.no", "", "more"},
		{"with its own button pressed", "more", "menu.no", "menu.no", "", "more"},
		{"what was asked for lay behind it", "more", "stamp", "menu.no", "", "stamp"},
		{"something else is asked for", "more", "", "menu.no", "words", "words"},
		{"what isn't there is asked for", "more", "", "menu.no", "nothing", "more"},
		{"what had it is gone", "hint", "", "menu.no", "", "title"},
		{"nothing had it", "", "", "menu.no", "", "title"},
	} {
		before, open, closed := lay(desk(hint()), 300, 600), lay(desk(hint(), menu("menu")), 300, 600), lay(desk(), 300, 600)
		f := ui.NextFocus(before, open, ui.Focus{ID: tt.was}, tt.wish)
		// A second dialog over the first doesn't change where the focus returns to.
		over := lay(desk(hint(), menu("menu"), menu("sure")), 300, 600)
		f = ui.NextFocus(open, over, f, "")
		f = ui.NextFocus(over, open, f, "")
		f.ID = tt.within
		f = ui.NextFocus(open, closed, f, tt.closing)
		if f.ID != tt.want || f.Opener != "" {
			t.Errorf("%s: the focus goes to %q and would go back to %q, want %q and nowhere", tt.what, f.ID, f.Opener, tt.want)
		}
	}
}

// Whether the ring is shown depends on the player's last input, not on where
// the focus goes.
func TestTheRingDependsOnTheLastInput(t *testing.T) {
	for _, ring := range []bool{true, false} {
		f := ui.NextFocus(lay(desk(), 300, 600), lay(desk(menu("menu")), 300, 600), ui.Focus{ID: "more", Ring: ring}, "")
		if f.Ring != ring {
			t.Errorf("the ring was %v and is %v", ring, f.Ring)
		}
	}
}
