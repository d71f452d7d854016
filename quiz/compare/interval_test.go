package compare

import (
	"math"
	"testing"
)

func near(a, b, within float64) bool { return math.Abs(a-b) <= within }

// The limits of Newcombe (1998), table II, method 10.
func TestDifferencesOfProportionsAsPublished(t *testing.T) {
	for _, c := range []struct{ a, m, b, n, low, high float64 }{
		{56, 70, 48, 80, 0.0524, 0.3339},
		{9, 10, 3, 10, 0.1705, 0.8090},
		{6, 7, 2, 7, 0.0582, 0.8062},
		{5, 56, 0, 29, -0.0381, 0.1926},
		{0, 10, 0, 20, -0.1611, 0.2775},
		{10, 10, 0, 20, 0.6791, 1.0000},
		{10, 10, 0, 10, 0.6075, 1.0000},
	} {
		got := wilson(c.a, c.m).minus(wilson(c.b, c.n))
		if !near(got.low, c.low, 5e-5) || !near(got.high, c.high, 5e-5) {
			t.Errorf("%v/%v − %v/%v: %.4f to %.4f, want %.4f to %.4f", c.a, c.m, c.b, c.n, got.low, got.high, c.low, c.high)
		}
	}
}

// Quantiles as every table of Student's t has them.
func TestStudent(t *testing.T) {
	for freedom, want := range map[int]float64{1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 9: 2.262, 10: 2.228, 24: 2.064, 30: 2.042, 1000: 1.962} {
		if got := student(freedom); !near(got, want, 5e-4) {
			t.Errorf("%d degrees of freedom: %.4f, want %.3f", freedom, got, want)
		}
	}
}
