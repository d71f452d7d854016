package puzzle

// Certainty-based marking after Gardner-Medwin: the certainty that a player states
// decides the stakes. The levels are 1 guess, 2 fairly sure, 3 certain.
//
// The stakes make honesty pay best. With p the chance of being right, level 1 earns
// p on average, level 2 earns 2p − 2(1 − p) = 4p − 2, level 3 earns
// 3p − 6(1 − p) = 9p − 6. So level 2 beats level 1 above p = 2/3, where 4p − 2 = p,
// and level 3 beats level 2 above p = 4/5, where 9p − 6 = 4p − 2.

// The levels of certainty.
const (
	LeastSure = 1
	MostSure  = 3
)

// A Stake is what an answer given at one level of certainty earns.
type Stake struct {
	Right, Defensible, Wrong float64
	// Needed is the share of right answers above which this level pays best, as
	// derived above. Level 1 never loses, so for it Needed is the share at which
	// level 2 breaks even (4p − 2 = 0): a player who is right less often was right
	// to call it a guess.
	Needed float64
}

// Stakes returns the stakes of a level of certainty, 1 to 3. A defensible answer
// earns half of what a right one earns. ok is false for any other level.
func Stakes(certainty int) (s Stake, ok bool) {
	switch certainty {
	case 1:
		return Stake{Right: 1, Defensible: 0.5, Wrong: 0, Needed: 1.0 / 2}, true
	case 2:
		return Stake{Right: 2, Defensible: 1, Wrong: -2, Needed: 2.0 / 3}, true
	case 3:
		return Stake{Right: 3, Defensible: 1.5, Wrong: -6, Needed: 4.0 / 5}, true
	default:
		return Stake{}, false
	}
}

// RoundMark returns the mark of a round of certainty-based marks, in [0, 1]:
// max(0, Σ CBM / 3n), or 0 without answers.
func RoundMark(cbm []float64) float64 {
	if len(cbm) == 0 {
		return 0
	}
	sum := 0.0
	for _, m := range cbm {
		sum += m
	}
	return max(0, sum/(MostSure*float64(len(cbm))))
}
