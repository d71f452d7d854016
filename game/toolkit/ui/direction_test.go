package ui_test

import (
	"testing"

	"holdtheline/game/toolkit/ui"
)

func TestDirection(t *testing.T) {
	for lang, want := range map[string]string{
		"": "ltr", "en": "ltr", "ar": "rtl", "AR_eg": "rtl", "he-IL": "rtl", "fa": "rtl", "ur-PK": "rtl",
		"ar-Latn": "ltr", "az-Arab": "rtl", "az": "ltr", "pa-Arab-PK": "rtl", "sr-Cyrl": "ltr", "hi": "ltr",
		"de-1996": "ltr", "ara": "ltr", "en-ar": "ltr",
	} {
		if got := ui.Direction(lang); got != want {
			t.Errorf("%q runs %s, want %s", lang, got, want)
		}
	}
}
