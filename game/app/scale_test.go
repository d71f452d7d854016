package app

import (
	"math"
	"strings"
	"testing"

	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

func layersOf(t *testing.T, dates ...string) [][]puzzle.OrderCard {
	t.Helper()
	var out [][]puzzle.OrderCard
	for _, s := range dates {
		d, err := edtf.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, []puzzle.OrderCard{{Date: d}})
	}
	return out
}

// Dates stand in proportion to time, and a long stretch in which nothing
// happens is left out.
func TestScale(t *testing.T) {
	for _, tt := range []struct {
		name  string
		dates []string
		want  []float64 // where each date begins
		cut   bool
	}{
		{"in proportion", []string{"2015-09-01", "2015-09-03", "2015-09-05/2015-09-08"}, []float64{0, 0.25, 0.5}, false},
		{"a moment within a day", []string{"2015-09-01", "2015-09-01T12:00:00Z"}, []float64{0, 0.5}, false},
		// Three days, and weeks later another: the mark takes 7 % of the scale.
		{"a long gap", []string{"2015-09-01", "2015-09-02", "2015-09-03", "2015-11-01"}, []float64{0, 0.2325, 0.465, 0.7675}, true},
		{"one date", []string{"2015-09-01"}, []float64{0}, false},
		{"an open end", []string{"2015-09-01", "2015-09-03/.."}, []float64{0, 1}, false},
		{"an unknown beginning", []string{"/2015-09-03"}, nil, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			layers := layersOf(t, tt.dates...)
			s := newScale(layers)
			for i, want := range tt.want {
				got := s.stretch(layers[i][0])
				if math.Abs(got.From-want) > 0.002 || got.To < got.From || got.To > 1 {
					t.Errorf("%s reaches from %.4f to %.4f, want it to begin at %.4f", tt.dates[i], got.From, got.To, want)
				}
			}
			if got := len(s.breaks()) > 0; got != tt.cut {
				t.Errorf("left out: %v, want %v", got, tt.cut)
			}
			last := -1.0
			for _, tick := range s.ticks(edtf.English()) {
				if tick.At < last || tick.At > 1 {
					t.Errorf("%s is written at %v, after %v", tick.Label, tick.At, last)
				}
				last = tick.At
			}
		})
	}
}

// Labels are as precise as their distance asks for.
func TestTicks(t *testing.T) {
	for _, tt := range []struct{ from, to, want string }{
		{"2015-09-14", "2015-09-17", "14 Sep, 15 Sep, 16 Sep, 17 Sep"},
		{"2015-09-14", "2016-02-10", "Oct 2015, Nov 2015, Dec 2015, Jan 2016, Feb 2016"},
		{"2013-06", "2019-06", "2014, 2015, 2016, 2017, 2018, 2019"},
	} {
		var got []string
		for _, tick := range newScale(layersOf(t, tt.from, tt.from+"/"+tt.to, tt.to)).ticks(edtf.English()) {
			got = append(got, tick.Label)
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s to %s: %s, want %s", tt.from, tt.to, s, tt.want)
		}
	}
}
