package mirror_test

import (
	"testing"

	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

func TestWhereTheFocusGoes(t *testing.T) {
	var guide mirror.Guide
	for _, step := range []struct {
		what    string
		root    *ui.Node
		options mirror.Options
		focused string
		want    string
	}{
		{"a first screen", sample(), mirror.Options{Screen: "desk"}, "", "title"},
		{"the same screen", sample(), mirror.Options{Screen: "desk"}, "more", ""},
		{"asked for", sample(), mirror.Options{Screen: "desk", Focus: "less"}, "more", "less"},
		{"a dialog opens", sampleWithDialog(), mirror.Options{Screen: "desk"}, "less", "again"},
		{"it stays open", sampleWithDialog(), mirror.Options{Screen: "desk"}, "again.no", ""},
		{"it closes", sample(), mirror.Options{Screen: "desk"}, "again.no", "less"},
		{"it opens and the program asks", sampleWithDialog(), mirror.Options{Screen: "desk", Focus: "again.no"}, "stamp", "again.no"},
		{"it closes again", sample(), mirror.Options{Screen: "desk"}, "again.no", "stamp"},
		{"what is clicked opens it", sampleWithDialog(), mirror.Options{Screen: "desk", Focus: "more"}, "stamp", "again"},
		{"its own button closes it", sample(), mirror.Options{Screen: "desk", Focus: "again.no"}, "again.no", "more"},
		{"what opens it goes", sampleWithDialog(), mirror.Options{Screen: "desk"}, "gone", "again"},
		{"and it closes", sample(), mirror.Options{Screen: "desk"}, "again.no", "title"},
		{"what has the focus goes", sample(), mirror.Options{Screen: "desk"}, "gone", "title"},
		{"nothing has the focus", sample(), mirror.Options{Screen: "desk"}, "", ""},
		{"another is pressed than asked for", sampleWithDialog(), mirror.Options{Screen: "desk", Focus: "again.no", From: "more"}, "stamp", "again.no"},
		{"and gets the focus back", sample(), mirror.Options{Screen: "desk"}, "again.no", "more"},
		{"a dialog opens once more", sampleWithDialog(), mirror.Options{Screen: "desk"}, "less", "again"},
		{"a new screen from the dialog", sample(), mirror.Options{Screen: "briefing"}, "again.yes", "title"},
		{"what had the focus is gone", sample(), mirror.Options{Screen: "briefing"}, "hint", "title"},
		{"what is asked for is gone", sample(), mirror.Options{Screen: "briefing", Focus: "hint"}, "more", "title"},
		{"another dialog in the place of one", sampleWithDialog(), mirror.Options{Screen: "briefing"}, "more", "again"},
		{"and what was pressed in it is gone", sampleWithDialog(), mirror.Options{Screen: "briefing"}, "menu.marking", "again"},
		{"nothing at all", &ui.Node{}, mirror.Options{Screen: "empty"}, "title", ""},
	} {
		layout := lay(step.root)
		focus, _ := guide.Next(layout, mirror.From(layout), step.options, step.focused)
		if focus != step.want {
			t.Errorf("%s: the focus goes to %q, want %q", step.what, focus, step.want)
		}
	}
}

func TestWithoutH1TheFirstHeadingTakesTheFocus(t *testing.T) {
	layout := lay(&ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{
		{ID: "a", Role: ui.Heading, Level: 3, Text: ui.Plain("first")},
		{ID: "b", Role: ui.Heading, Level: 2, Text: ui.Plain("second")},
	}})
	var guide mirror.Guide
	if focus, _ := guide.Next(layout, mirror.From(layout), mirror.Options{Screen: "s"}, ""); focus != "a" {
		t.Errorf("the focus goes to %q, want the first heading", focus)
	}
}

func TestWhatIsAnnounced(t *testing.T) {
	status := func(words string) *ui.Node {
		return &ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{
			{ID: "s", Role: ui.Status, Unseen: true, Text: ui.Plain(words)},
		}}
	}
	var guide mirror.Guide
	for _, step := range []struct {
		root     *ui.Node
		announce string
		want     string
	}{
		{status(""), "", ""},
		{status("Saved"), "", "Saved"},
		{status("Saved"), "", ""},
		{status("Saved"), "Moved to 2 of 5", "Moved to 2 of 5"},
		{status("Saved"), "Moved to 2 of 5", "Moved to 2 of 5"}, // asked for twice is said twice
		{status("Can’t be saved"), "", "Can’t be saved"},
		{status(""), "", ""},
	} {
		layout := lay(step.root)
		_, announce := guide.Next(layout, mirror.From(layout), mirror.Options{Announce: step.announce}, "")
		if announce != step.want {
			t.Errorf("%q and asked for %q announces %q, want %q",
				step.root.Children[0].Text[0].Text, step.announce, announce, step.want)
		}
	}
}

func TestWhatTheFocusSaysIsNotAnnouncedToo(t *testing.T) {
	screen := func(outcome, said string) *ui.Node {
		return &ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{
			{ID: "outcome", Role: ui.Heading, Level: 2, Text: ui.Plain(outcome)},
			{ID: "next", Role: ui.Button, Text: ui.Plain(outcome), Do: 1},
			{ID: "s", Role: ui.Status, Unseen: true, Text: ui.Plain(said)},
		}}
	}
	for _, c := range []struct{ focus, outcome, said, want string }{
		{"outcome", "Right. +3", "Right. +3. It was real.", "It was real."},
		{"outcome", "0 of 100", "0 of 100", ""},
		{"outcome", "0 of 100", "Saved", "Saved"},
		{"", "Right. +3", "Right. +3. It was real.", "Right. +3. It was real."},
		{"next", "Right. +3", "Right. +3. It was real.", "Right. +3. It was real."}, // a button's name is no news
	} {
		guide := mirror.Guide{}
		before := lay(screen("", ""))
		guide.Next(before, mirror.From(before), mirror.Options{Screen: "desk"}, "next")
		after := lay(screen(c.outcome, c.said))
		if _, got := guide.Next(after, mirror.From(after), mirror.Options{Screen: "desk", Focus: c.focus}, "next"); got != c.want {
			t.Errorf("with the focus on %q, %q is announced as %q, want %q", c.focus, c.said, got, c.want)
		}
	}
}
