package simulate

import "math"

// The margins within which two parallel forms agree: how far the mean of any kind
// of pupil may differ between them. Each is less than one answer of a test of
// fourteen claims moves the measure for one pupil.
const (
	MarginRate        = 0.05 // of the shares believed
	MarginDPrime      = 0.20
	MarginC           = 0.10
	MarginCalibration = 0.25 // of the certainty-based mark, −6 to 3
	MarginScore       = 4    // of 100
)

// A Difference is what two forms make of the same pupils in one measure.
type Difference struct {
	Kind    Kind    `json:"kind"`
	Measure string  `json:"measure"`
	A       float64 `json:"a"`
	B       float64 `json:"b"`
	Margin  float64 `json:"margin"`
	Agrees  bool    `json:"agrees"`
}

// Compare holds two results against each other. For the forms to agree, every
// difference has to.
func Compare(a, b Result) []Difference {
	var all []Difference
	for i := range min(len(a.Rows), len(b.Rows)) {
		x, y := a.Rows[i], b.Rows[i]
		for _, d := range []Difference{
			{Measure: "true_believed", A: x.True, B: y.True, Margin: MarginRate},
			{Measure: "false_believed", A: x.False, B: y.False, Margin: MarginRate},
			{Measure: "d_prime", A: x.DPrime, B: y.DPrime, Margin: MarginDPrime},
			{Measure: "c", A: x.C, B: y.C, Margin: MarginC},
			{Measure: "calibration", A: x.Calibration, B: y.Calibration, Margin: MarginCalibration},
			{Measure: "score", A: x.Score, B: y.Score, Margin: MarginScore},
		} {
			d.Kind = x.Kind
			d.Agrees = math.Abs(d.A-d.B) <= d.Margin
			all = append(all, d)
		}
	}
	return all
}

// Agree reports whether every difference is within its margin.
func Agree(all []Difference) bool {
	for _, d := range all {
		if !d.Agrees {
			return false
		}
	}
	return true
}
