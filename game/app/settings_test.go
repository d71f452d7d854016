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
	want := app.Settings{Theme: theme.Dark, Text: 150}
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

func TestUnusableSettingsFollowTheDevice(t *testing.T) {
	for _, data := range []string{"", "null", "[]", `{"theme":"pink","text":1000}`, `{"text":"big"}`, "\x00"} {
		if got := app.ReadSettings([]byte(data)); got != app.DefaultSettings() {
			t.Errorf("%q gives %+v", data, got)
		}
	}
}
