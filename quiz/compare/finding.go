package compare

// Finding is what the changes show, in one word. Only Discerning and Warier say that
// something got better.
type Finding string

// The findings.
const (
	Discerning Finding = "discerning" // tells true from false better
	Warier     Finding = "warier"     // the same, and believes fewer of the true ones
	Duller     Finding = "duller"     // tells true from false less well
	Suspicious Finding = "suspicious" // believes less of everything, and it doesn't show that it tells them apart better
	Trusting   Finding = "trusting"   // believes more of everything, likewise
	Open       Finding = "open"       // the answers don't show a change
	Few        Finding = "few"        // too few answers, or pupils, to say anything
)

// Findings lists all findings.
func Findings() []Finding {
	return []Finding{Discerning, Warier, Duller, Suspicious, Trusting, Open, Few}
}

// find says what changes show.
//
// Telling true from false better takes both measures of it. The raw difference of
// the rates alone can rise when somebody who believed nearly everything merely
// doubts more; d′ can rise alone when a rate comes close to 0 or 1. Believing less
// of everything takes both rates to fall and the leaning to move for certain. That
// games which teach about misinformation often bring this, and not discernment, is
// what Modirrousta-Galian and Higham (2023) found, "Gamified inoculation
// interventions do not improve discrimination between true and fake news:
// reanalyzing existing research with receiver operating characteristic analysis",
// Journal of Experimental Psychology: General 152, 2411–2437.
func find(changes []Change) Finding {
	of := map[Measure]Change{}
	for _, c := range changes {
		of[c.Measure] = c
	}
	trueOnes, falseOnes, leaning := of[TrueBelieved], of[FalseBelieved], of[Leaning]
	switch {
	case !of[DPrime].Known:
		return Few
	case of[Discernment].Rose() && of[DPrime].Rose():
		if trueOnes.Fell() {
			return Warier
		}
		return Discerning
	case of[Discernment].Fell() && of[DPrime].Fell():
		return Duller
	case leaning.Rose() && trueOnes.Difference < 0 && falseOnes.Difference < 0:
		return Suspicious
	case leaning.Fell() && trueOnes.Difference > 0 && falseOnes.Difference > 0:
		return Trusting
	default:
		return Open
	}
}
