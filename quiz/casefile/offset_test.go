package casefile_test

import (
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

func TestOffset(t *testing.T) {
	for text, want := range map[casefile.Offset]time.Duration{
		"+00:00": 0, "+01:00": time.Hour, "-05:00": -5 * time.Hour, "+05:45": 5*time.Hour + 45*time.Minute, "+14:00": 14 * time.Hour, "-12:00": -12 * time.Hour,
	} {
		if d, ok := text.Duration(); !ok || d != want {
			t.Errorf("%s is %v, %t", text, d, ok)
		}
	}
	for _, text := range []casefile.Offset{"", "5", "-5:00", "05:00", "+15:00", "-13:00", "+01:60", "+01:00 ", "UTC", "−05:00"} {
		if d, ok := text.Duration(); ok {
			t.Errorf("%q is taken for %v", text, d)
		}
	}
}

func TestClockShowsItsOwnDayAndTime(t *testing.T) {
	moment := edtf.MustParse("1918-11-07T23:30:00Z")
	for offset, want := range map[casefile.Offset][2]string{
		"-05:00": {"1918-11-07", "18:30"}, "+01:00": {"1918-11-08", "00:30"}, "+00:00": {"1918-11-07", "23:30"},
	} {
		shown, ok := casefile.Clock{City: "Somewhere", Offset: offset}.At(moment)
		if got := shown.Format("2006-01-02 15:04"); !ok || got != want[0]+" "+want[1] {
			t.Errorf("%s: %s, %t", offset, got, ok)
		}
	}
	for _, without := range []string{"1918-11-07", "1918", "1918-11-07/1918-11-08"} {
		if _, ok := (casefile.Clock{City: "Somewhere", Offset: "+00:00"}).At(edtf.MustParse(without)); ok {
			t.Errorf("%s has an hour", without)
		}
	}
	if _, ok := (casefile.Clock{City: "Somewhere", Offset: "noon"}).At(moment); ok {
		t.Error("a clock without an offset shows a time")
	}
}
