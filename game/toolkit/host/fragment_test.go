package host

import "testing"

func TestAFragmentIsWrittenSoThatItCanBeRead(t *testing.T) {
	for want, pairs := range map[string][]string{
		"":                     nil,
		"class=BCDFGH":         {"class", "BCDFGH", "teacher", ""},
		"a=1%262&b=%C3%A4+%23": {"a", "1&2", "b", "ä #"},
		"odd=1":                {"odd", "1", "rest"},
	} {
		if got := fragmentOf(pairs); got != want {
			t.Errorf("%q is written %q, want %q", pairs, got, want)
		}
	}
}
