package app_test

import (
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/theme"
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
