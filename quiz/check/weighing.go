package check

import (
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// weighing checks that every card says something on the claim it is weighed for.
func (k *truth) weighing(p *casefile.Puzzle, path string) {
	cl, ok := k.find.Claim(p.Claim)
	if !ok {
		return
	}
	bearing := cl.Bearing()
	for i, id := range p.Sources {
		bears := slices.ContainsFunc(bearing, func(ref string) bool { return evidence.SourceOf(ref) == id })
		if _, known := k.find.Source(id); known && !bears {
			k.Report(fmt.Sprintf("%s.sources[%d]", path, i), "choose another card or claim, or name its paragraph at the claim (asserted_by, denied_by, explained_by, related)",
				"%q says nothing on the claim %q, so it has no weight for it", id, p.Claim)
		}
	}
}
