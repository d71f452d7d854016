package app_test

import (
	"reflect"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
)

func TestSettingsAreKeptAndReadBack(t *testing.T) {
	m := newGame(t, app.Options{})
	p := &player{t: t, m: m}
	p.press("settings")
	p.press("theme.dark")
	p.press("size.150")
	p.press("motion.off")
	want := app.DefaultSettings()
	want.Theme, want.Text, want.Motion = theme.Dark, 150, app.MotionOff
	if m.Settings() != want {
		t.Fatalf("the settings are %+v, want %+v", m.Settings(), want)
	}
	last, ok := p.effects[len(p.effects)-1].(app.SaveSettings)
	if !ok {
		t.Fatal("the settings are not saved")
	}
	if got := app.ReadSettings(last.Data); got != want {
		t.Errorf("read back %+v, want %+v", got, want)
	}
}

func TestChoosingWhatIsChosenSavesNothing(t *testing.T) {
	m := newGame(t, app.Options{})
	if effects := m.Update(app.SetTheme{Theme: theme.Auto}); len(effects) > 0 {
		t.Errorf("it has effects: %v", effects)
	}
	if effects := m.Update(app.SetMotion{Motion: "sideways"}); len(effects) > 0 || m.Settings() != app.DefaultSettings() {
		t.Errorf("a motion that isn't there gives %+v and %v", m.Settings(), effects)
	}
}

func TestUnusableSettingsFollowTheDevice(t *testing.T) {
	for _, data := range []string{
		"", "null", "[]", `{"theme":"pink","text":1000,"motion":"up"}`, `{"text":"big","motion":7}`, "\x00", `{"theme":"dark"`,
	} {
		if got := app.ReadSettings([]byte(data)); got != app.DefaultSettings() {
			t.Errorf("%q gives %+v", data, got)
		}
	}
}

// What an older version saved lacks what came later, and a newer one's has more.
func TestWhatIsUsableOfSettingsHolds(t *testing.T) {
	want := app.DefaultSettings()
	want.Theme, want.Text = theme.Dark, 150
	for _, data := range []string{
		`{"theme":"dark","text":150}`,
		`{"theme":"dark","text":150,"motion":["off"],"wind":"north"}`,
	} {
		if got := app.ReadSettings([]byte(data)); got != want {
			t.Errorf("%s gives %+v, want %+v", data, got, want)
		}
	}
}

// Every setting can be chosen in the dialog, is saved and read back, and a value
// that doesn't exist is refused.
func TestEverySettingWorks(t *testing.T) {
	m := newGame(t, app.Options{CanPlay: true})
	m.Update(app.ViewChanged{View: app.Canvas})
	p := &player{t: t, m: m}
	p.press("settings")
	fields := reflect.TypeFor[app.Settings]()
	chosen := map[string]bool{}
	for _, n := range controls(screentest.Find(p.tree(), "dialog")) {
		if n.Role != ui.Radio && n.Role != ui.Checkbox {
			continue
		}
		before := m.Settings()
		p.press(n.ID)
		if m.Settings() == before {
			continue // it was chosen before
		}
		for i := range fields.NumField() {
			if reflect.ValueOf(before).Field(i).Interface() != reflect.ValueOf(m.Settings()).Field(i).Interface() {
				chosen[fields.Field(i).Name] = true
			}
		}
		saved := app.Settings{}
		for _, e := range p.effects {
			if save, ok := e.(app.SaveSettings); ok {
				saved = app.ReadSettings(save.Data)
			}
		}
		if saved != m.Settings() {
			t.Errorf("after %s %+v is saved, and chosen are %+v", n.ID, saved, m.Settings())
		}
	}
	for i := range fields.NumField() {
		f := fields.Field(i)
		if !chosen[f.Name] {
			t.Errorf("nothing in the dialog changes %s: it needs a row, and its message a place in adjust and in Model.answer", f.Name)
		}
		unknown := map[reflect.Kind]string{reflect.String: `"nonsense"`, reflect.Int: "12345"}[f.Type.Kind()]
		if got := app.ReadSettings([]byte(`{"` + f.Tag.Get("json") + `":` + unknown + `}`)); unknown != "" && got != app.DefaultSettings() {
			t.Errorf("ReadSettings takes %s for %s", unknown, f.Name)
		}
	}
}

// A dialog that opens in another's place is read from its heading.
func TestSettingsFromTheMenuTakeTheFocus(t *testing.T) {
	m := newGame(t, app.Options{})
	p := &player{t: t, m: m}
	p.press("begin")
	p.press("menu")
	if at := p.focus; at != "" {
		t.Errorf("the menu moves the focus to %q by itself", at)
	}
	p.press("menu.settings")
	if at := p.focus; at != "dialog.heading" {
		t.Errorf("the settings move the focus to %q, want the heading", at)
	}
}
