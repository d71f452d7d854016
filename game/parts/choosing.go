package parts

import (
	"fmt"

	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

// A Chooser makes the messages that change a setting.
type Chooser struct {
	Theme    func(theme.Name) ui.Msg
	Text     func(percent int) ui.Msg // nil leaves the choice out
	Motion   func(settings.Motion) ui.Msg
	View     func(settings.View) ui.Msg
	Language func(tag string) ui.Msg
}

// Settings are the choices of a dialog that the teacher's programs have, each a labelled
// group. room is the width of the dialog's content, see [DialogRoom]; without a view,
// as on a desktop, there is none to choose.
func Settings(room float64, say func(key string, args ...any) string, s settings.Settings, view settings.View, do Chooser) []*ui.Node {
	var looks, sizes, motions, views, languages []Option
	for _, name := range settings.Themes() {
		looks = append(looks, Option{ID: "theme." + string(name), Text: say("settings.theme." + string(name)), Chosen: s.Theme == name, Do: do.Theme(name)})
	}
	for _, name := range settings.Motions() {
		motions = append(motions, Option{ID: "motion." + string(name), Text: say("settings.motion." + string(name)), Chosen: s.Motion == name, Do: do.Motion(name)})
	}
	for _, tag := range settings.Languages() {
		o := Option{ID: "language." + tag, Text: words.Name(tag, view != settings.PlainPage), Chosen: s.Lang == tag, Do: do.Language(tag), Lang: tag}
		if tag == "" {
			o.ID, o.Text = "language.auto", say("settings.language.auto")
		}
		languages = append(languages, o)
	}
	nodes := []*ui.Node{
		Softly(Paragraph("settings.note", say("settings.note"), SmallFont)),
		Setting(room, "themes", say("settings.theme"), looks),
	}
	if do.Text != nil {
		for _, size := range settings.TextSizes() {
			sizes = append(sizes, Option{ID: fmt.Sprint("size.", size), Text: say("settings.percent", "n", size), Chosen: s.Text == size, Do: do.Text(size)})
		}
		nodes = append(nodes, Setting(room, "sizes", say("settings.text"), sizes))
	}
	nodes = append(nodes, Setting(room, "motions", say("settings.motion"), motions))
	if view != settings.AnyView {
		for _, v := range settings.Views() {
			views = append(views, Option{ID: "view." + string(v), Text: say("settings.view." + string(v)), Chosen: view == v, Do: do.View(v)})
		}
		nodes = append(nodes, Setting(room, "views", say("settings.view"), views))
	}
	return append(nodes, Setting(room, "languages", say("settings.language"), languages))
}
