package exchange

import "fmt"

// A Question is to be answered on a platform. It has Answers to choose from, or Pairs to
// match.
type Question struct {
	Name     string
	Text     []Part
	Answers  []Answer
	Many     bool // several answers may be chosen
	Pairs    []Pair
	Others   []string // further choices for the pairs, which match none
	Feedback []string // shown with any answer, by paragraph
}

// A Part of a question's text.
type Part struct {
	Kind Kind
	Text string
}

// A Kind of part.
type Kind int8

// The kinds of part.
const (
	Plain Kind = iota
	Head       // of what follows
	Quote      // what a source says
	Ask        // what is asked
)

// An Answer can be chosen. Fraction is the percentage of the marks that it earns, or
// costs; platforms allow only some, see [Fraction].
type Answer struct {
	Text     string
	Fraction float64
	Feedback string
}

// A Pair is a stem and the choice that matches it.
type Pair struct{ Stem, Choice string }

// fractions are the percentages that Moodle knows, positive or negative.
var fractions = []float64{100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0}

// Fraction returns the percentage nearest to p that platforms know.
func Fraction(p float64) float64 {
	best := 0.0
	for _, f := range fractions {
		for _, signed := range []float64{f, -f} {
			if abs(p-signed) < abs(p-best) {
				best = signed
			}
		}
	}
	return best
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// percent writes a fraction as both formats do.
func percent(f float64) string { return fmt.Sprintf("%.7g", f) }
