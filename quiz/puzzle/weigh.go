package puzzle

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// KindWeigh is putting sources in order, from the strongest to the weakest. Its
// items are an [Order] too.
const KindWeigh Kind = "weigh"

var weigh Spec = weighSpec{about{KindWeigh, Sources, "claim sources", Closeness}}

type weighSpec struct{ about }

func (s weighSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	tiers := make(map[string]int, len(p.Sources))
	cards := distinct(p.Sources, func(id string) bool {
		src, ok := x.Source(id)
		if ok {
			tiers[id] = evidence.Tier(src.Directness)
		}
		return ok
	})
	r := newRelation(len(cards), func(a, b int) bool { return tiers[cards[a]] < tiers[cards[b]] })
	return arrange(s.entry(x, p).asking(s.asks, cards...), p, cards, r)
}

// fewestWeighCards is how many sources make a weigh worth playing.
const fewestWeighCards = 3

func (weighSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".sources", "cards", len(p.Sources), fewestWeighCards)
	tiers := map[int]bool{}
	for _, id := range p.Sources {
		if src, ok := x.Source(id); ok {
			tiers[evidence.Tier(src.Directness)] = true
		}
	}
	if len(tiers) == 1 {
		f.Report(path+".sources", "choose sources of at least two degrees of directness", "all cards are equally direct, so there is nothing to weigh")
	}
}
