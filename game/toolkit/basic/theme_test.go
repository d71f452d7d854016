package basic_test

import (
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
)

func TestTheThemeIsWhole(t *testing.T) {
	theme := basic.Theme()
	if _, err := typeface.New(theme); err != nil {
		t.Fatal(err)
	}
	for _, p := range []*style.Palette{theme.Palette("", style.Preference{}), theme.Palette("", style.Preference{Dark: true})} {
		for c := style.None + 1; c < style.OwnColor; c++ {
			if theme.Color(c) == "" || p.RGBA(c).A == 0 {
				t.Errorf("%s has no colour %d, %q", p.Name, c, theme.Color(c))
			}
		}
	}
}

func TestThePlayersChoiceComesFirst(t *testing.T) {
	choose := basic.Theme().Palette
	for _, tt := range []struct {
		name string
		dark bool
		want string
	}{{"", false, "light"}, {"", true, "dark"}, {"auto", true, "dark"}, {"light", true, "light"}, {"dark", false, "dark"}} {
		if got := choose(tt.name, style.Preference{Dark: tt.dark}).Name; got != tt.want {
			t.Errorf("%q with dark=%v is %s, want %s", tt.name, tt.dark, got, tt.want)
		}
	}
}
