package puzzle

import (
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// KindWeigh is putting sources in order, from the strongest to the weakest. Its
// items are an [Order] too.
const KindWeigh Kind = "weigh"

var weigh Spec = weighSpec{about{KindWeigh, Sources, "claim sources"}}

type weighSpec struct{ about }

func (s weighSpec) New(x *evidence.Index, p *casefile.Puzzle) (Item, bool) {
	tiers := make(map[string]int)
	for i := range x.Case().Sources {
		src := &x.Case().Sources[i]
		tiers[src.ID] = evidence.Tier(src.Directness)
	}
	cards := distinct(p.Sources, func(id string) bool { _, ok := tiers[id]; return ok })
	r := newRelation(len(cards), func(a, b int) bool { return tiers[cards[a]] < tiers[cards[b]] })
	return arrange(s.entry(x, p).asking(Closeness, cards...), p, cards, r)
}

// fewestWeighCards is how many sources make a weigh worth playing.
const fewestWeighCards = 3

func (weighSpec) Check(f Reporter, x *evidence.Index, p *casefile.Puzzle, path string) {
	atLeast(f, path+".sources", "cards", len(p.Sources), fewestWeighCards)
	tiers := map[int]bool{}
	for _, id := range p.Sources {
		if src, ok := x.Case().Source(id); ok {
			tiers[evidence.Tier(src.Directness)] = true
		}
	}
	if len(tiers) == 1 {
		f.Report(path+".sources", "choose sources of at least two degrees of directness", "all cards are equally direct, so there is nothing to weigh")
	}
}
