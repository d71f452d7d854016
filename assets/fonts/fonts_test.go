package fonts_test

import (
	"testing"

	"holdtheline/assets/fonts"
	"holdtheline/assets/fonts/fontstest"
	"holdtheline/game/toolkit/typeface/truetype"
)

func TestMissing(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"latin", "Hold the Line: what did we know, and when? 0123456789 !#$%&*+/<=>@[]^_{|}~", ""},
		{"punctuation", "“Putin called him” ‘today’ – — … · × − € № ™ † • ‹› «» ‐ ‑", ""},
		{"signs", "✓ → ← ↑ ↓ ≤ ≥ ≈ ≠ ± ° ² ½", ""},
		{"west", "àáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿß ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞŸ œŒ ẞ", ""},
		{"east", "ąćęłńóśźż ĄĆĘŁŃÓŚŹŻ čďěňřšťůž ČĎĚŇŘŠŤŮŽ ăâîșț ĂÂÎȘȚ őű ŐŰ đĐ", ""},
		{"north and south", "āčēģīķļņšūž ĀČĒĢĪĶĻŅŠŪŽ ėįųū ċġħż ŵŷẁẃẅỳ ğışİŞ ŋŧ", ""},
		{"russian", "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя", ""},
		{"ukrainian, serbian, macedonian", "ґєіїў ҐЄІЇЎ ђјљњћџ ЂЈЉЊЋЏ ѓѕќ ЃЅЌ", ""},
		{"greek", "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρσςτυφχψω άέήίόύώ ΐΰ ΆΈΉΊΌΎΏ", ""},
		{"spaces and breaks", "a\u00a0b\u2009c\u202fd\ne\tf", ""},
		{"not ours, once each", "日本日", "日本"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(fontstest.Missing(tt.text)); got != tt.want {
				t.Errorf("Missing(%q) = %q (%U), want %q", tt.text, got, []rune(got), tt.want)
			}
		})
	}
}

// The licence reserves the names of the originals for the originals.
func TestNamesAreOurOwn(t *testing.T) {
	for want, data := range map[string][]byte{
		"Desk Sans Regular":   fonts.SansRegular(),
		"Desk Sans Semibold":  fonts.SansBold(),
		"News Serif Regular":  fonts.SerifRegular(),
		"News Serif Semibold": fonts.SerifBold(),
	} {
		f, err := truetype.Parse(data)
		if err != nil {
			t.Fatalf("%s: %v", want, err)
		}
		if got := f.Name(4); got != want {
			t.Errorf("full name = %q, want %q", got, want)
		}
		if f.Name(0) == "" || f.Name(13) == "" {
			t.Errorf("%s: the copyright or the licence is not kept", want)
		}
	}
}
