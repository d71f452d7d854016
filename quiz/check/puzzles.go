package check

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// How much a puzzle needs to be worth playing.
const (
	fewestOrderCards   = 5
	fewestWeighCards   = 3
	fewestTraceOptions = 3
	fewestWindows      = 2
	fewestPlaces       = 2
	accounts           = 2
	mostWitnesses      = 4 // as many as a player can choose
)

// puzzleKeys checks which keys stand in which room and puzzle: a room's kind
// decides between beats and puzzles, a puzzle's kind which of the keys with an
// `only` tag it takes. Whatever a kind takes it needs, apart from decoys.
func (k *checker) puzzleKeys() {
	for i, r := range k.c.Rooms {
		path := at("rooms", i)
		if r.Kind == "" {
			continue
		}
		desk := r.Kind == casefile.Desk
		switch {
		case desk && len(r.Puzzles) > 0:
			k.Say(path+".puzzles", "move them to a room of another kind", "a desk has beats and no puzzles")
		case !desk && len(r.Beats) > 0:
			k.Say(path+".beats", "move them to the desk", "only a desk has beats, and this room is a %s", r.Kind)
		}
		switch {
		case desk && len(r.Beats) == 0:
			k.Say(path+".beats", "add its moments, in time order", "the key \"beats\" is missing: a desk has them")
		case !desk && len(r.Puzzles) == 0:
			k.Say(path+".puzzles", "add what there is to do in it", "the key \"puzzles\" is missing: every room but the desk has them")
		}
		for j := range r.Puzzles {
			k.keysOf(&r.Puzzles[j], at(path+".puzzles", j))
		}
	}
}

// keysOf checks the keys of one puzzle against its kind.
func (k *checker) keysOf(p *casefile.Puzzle, path string) {
	if !slices.Contains(p.Kind.Options(), string(p.Kind)) {
		return
	}
	for _, key := range casefile.PuzzleKeys() {
		takes := slices.Contains(key.Only, p.Kind)
		switch given := p.Has(key.Name); {
		case given && !takes:
			k.Say(path+"."+key.Name, "delete it, or correct the puzzle's kind", "a puzzle of the kind %q has no key %q", p.Kind, key.Name)
		case !given && takes && key.Name != "decoys":
			k.Say(path+"."+key.Name, "add it: "+key.Doc, "a puzzle of the kind %q needs the key %q", p.Kind, key.Name)
		}
	}
}

// puzzles checks that every puzzle has one right answer and is worth playing.
func (k *checker) puzzles() {
	for i, r := range k.c.Rooms {
		for j := range r.Puzzles {
			p := &r.Puzzles[j]
			path := at(at("rooms", i)+".puzzles", j)
			switch p.Kind {
			case casefile.OrderPuzzle:
				k.orderPuzzle(p, path)
			case casefile.WeighPuzzle:
				k.weighPuzzle(p, path)
			case casefile.DatePuzzle:
				k.datePuzzle(p, path)
			case casefile.TracePuzzle:
				k.tracePuzzle(p, path)
			case casefile.SpotPuzzle:
				k.spotPuzzle(p, path)
			case casefile.SlipsPuzzle:
				k.slipsPuzzle(p, path)
			}
		}
	}
}

// atLeast checks how much there is to choose from, where there is anything.
func (k *checker) atLeast(path, what string, have, need int) {
	if have > 0 && have < need {
		k.Say(path, fmt.Sprintf("add %d more", need-have), "there are %d %s, but it takes at least %d", have, what, need)
	}
}

func (k *checker) orderPuzzle(p *casefile.Puzzle, path string) {
	k.atLeast(path+".events", "cards", len(p.Events), fewestOrderCards)
	pairs := len(p.Events) * (len(p.Events) - 1) / 2
	decidable := k.x.Chronology(p.Axis).Decidable(p.Events)
	if decidable*2 < pairs {
		k.Say(path+".events", "choose events that lie further apart, or record known orders with after or known_after",
			"only %d of %d pairs of cards are certainly in order, less than half", decidable, pairs)
	}
}

func (k *checker) weighPuzzle(p *casefile.Puzzle, path string) {
	k.atLeast(path+".sources", "cards", len(p.Sources), fewestWeighCards)
	tiers := map[int]bool{}
	for _, id := range p.Sources {
		if src, ok := k.c.Source(id); ok {
			tiers[evidence.Tier(src.Directness)] = true
		}
	}
	if len(tiers) == 1 {
		k.Say(path+".sources", "choose sources of at least two degrees of directness", "all cards are equally direct, so there is nothing to weigh")
	}
}

func (k *checker) datePuzzle(p *casefile.Puzzle, path string) {
	k.windows(p, path)
	seen := map[string]bool{}
	for _, list := range []struct {
		name  string
		clues []casefile.Clue
	}{{".clues", p.Clues}, {".decoys", p.Decoys}} {
		for i, clue := range list.clues {
			here := at(path+list.name, i)
			k.clue(p, clue, here)
			if seen[clue.Phrase] {
				k.Say(here+".phrase", "delete one of the two", "the phrase %q stands in this puzzle twice", clue.Phrase)
			}
			seen[clue.Phrase] = true
		}
	}
}

// windows checks that they follow each other and that one of them is right.
func (k *checker) windows(p *casefile.Puzzle, path string) {
	k.atLeast(path+".windows", "windows", len(p.Windows), fewestWindows)
	published := k.x.Published(p.Source)
	var holding []int
	sound := true
	for i, w := range p.Windows {
		here := at(path+".windows", i)
		if w.IsZero() || !k.moment(here, w) {
			sound = false
			continue
		}
		if i > 0 && edtf.Compare(p.Windows[i-1], w) != edtf.Before {
			sound = false
			k.Say(here, "put the windows in time order, so that each ends before the next begins", "this window (%s) does not come after the one above it (%s)", w, p.Windows[i-1])
		}
		if w.Contains(published) {
			holding = append(holding, i)
		}
	}
	if !published.IsZero() && sound && len(p.Windows) > 0 && len(holding) != 1 {
		k.Say(path+".windows", "make exactly one window hold the whole date", "the date of %q (%s) lies in %d of the windows", p.Source, published, len(holding))
	}
}

// clue checks that a phrase stands in the source that is to be dated.
func (k *checker) clue(p *casefile.Puzzle, clue casefile.Clue, path string) {
	src, paragraph, ok := k.c.Paragraph(clue.In)
	if !ok {
		return
	}
	if id, _, _ := casefile.SplitRef(p.Source); id != src.ID {
		k.Say(path+".in", "name a paragraph of "+id, "%q does not belong to the source that is to be dated, %q", clue.In, p.Source)
		return
	}
	if !strings.Contains(paragraph.Text, clue.Phrase) {
		k.Say(path+".phrase", fmt.Sprintf("copy it letter by letter from there: %.80q", paragraph.Text), "the phrase %q does not stand in %s", clue.Phrase, clue.In)
	}
}

func (k *checker) tracePuzzle(p *casefile.Puzzle, path string) {
	k.atLeast(path+".sources", "statements to choose from", len(p.Sources), fewestTraceOptions)
	if !p.At.IsZero() && k.moment(path+".at", p.At) {
		k.publicBy(path+".source", p.Source, p.At)
		for i, id := range p.Sources {
			k.publicBy(at(path+".sources", i), id, p.At)
		}
	}
	src, okSource := k.c.Source(p.Source)
	cl, okClaim := k.c.Claim(p.Claim)
	if !okSource || !okClaim {
		return
	}
	if len(src.ReliesOn) == 0 {
		k.Say(path+".source", "choose a source that relies on others, or add its relies_on", "%q is an origin itself, so there is nothing to trace", p.Source)
		return
	}
	all := k.x.Origins(src.ID)
	switch origins := k.x.AssertingOrigins(src.ID, cl.ID); {
	case len(all) == 0: // a circle or an unknown source, which has been said
	case len(origins) == 0:
		k.Say(path+".claim", "add the origin's paragraph to the claim's asserted_by, or correct relies_on", "no origin of %q (%s) asserts the claim %q", p.Source, strings.Join(all, ", "), p.Claim)
	case len(origins) > 1:
		k.Say(path+".source", "choose a report with a single origin for this claim", "%d origins of %q assert the claim %q (%s), so there is more than one right answer", len(origins), p.Source, p.Claim, strings.Join(origins, ", "))
	case len(p.Sources) > 0 && !slices.Contains(p.Sources, origins[0]):
		k.Say(path+".sources", "add "+origins[0], "the origin of %q is not among the statements to choose from", p.Source)
	}
	k.assertingOrigins(cl)
	k.witnesses(cl, p.At, path)
}

// witnesses checks that their number is among those a player can choose:
// origins that assert the claim and were public then.
func (k *checker) witnesses(cl *casefile.Claim, t edtf.Date, path string) {
	if n := len(k.x.Witnesses(cl.ID, t)); n > mostWitnesses {
		k.Say(path+".claim", "choose another claim, or an earlier day", "%d independent witnesses stand behind %q by then, and a player can choose at most %d", n, cl.ID, mostWitnesses)
	}
}

// assertingOrigins checks that everything that asserts a claim leads to an
// origin that asserts it too: the witnesses are counted there.
func (k *checker) assertingOrigins(cl *casefile.Claim) {
	i := slices.Index(k.names.claims, cl.ID)
	for j, ref := range cl.AssertedBy {
		id, _, _ := casefile.SplitRef(ref)
		here := at(at("claims", i)+".asserted_by", j)
		all := k.x.Origins(id)
		if _, _, ok := k.c.Paragraph(ref); !ok || len(all) == 0 || len(k.x.AssertingOrigins(id, cl.ID)) > 0 {
			continue
		}
		if k.Has(here) {
			continue
		}
		k.Say(here, "add the paragraph of its origin, or correct what it relies on", "%q asserts this, but none of its origins does (%s)", id, strings.Join(all, ", "))
	}
}

// answerOf is the one answer that a source gives on a point.
func (k *checker) answerOf(p *casefile.Point, source, path string) (answer int, ok bool) {
	given := k.x.AnswersBy(p.ID, source)
	if len(given) > 1 {
		k.Say(path, "keep the paragraphs of one answer only, or choose another point", "%q gives two answers to %q", source, p.ID)
	}
	if len(given) != 1 {
		return 0, false
	}
	return given[0], true
}

func (k *checker) spotPuzzle(p *casefile.Puzzle, path string) {
	if len(p.Sources) != accounts {
		if len(p.Sources) > 0 {
			k.Say(path+".sources", "name two", "spot it compares exactly two accounts, and here are %d", len(p.Sources))
		}
		return
	}
	k.atLeast(path+".points", "points to choose from", len(p.Points), fewestPlaces)
	type difference struct {
		place  int
		point  *casefile.Point
		first  int
		second int
	}
	var differences []difference
	for i, id := range p.Points {
		point, ok := k.c.Point(id)
		if !ok {
			continue
		}
		here := at(path+".points", i)
		first, okFirst := k.answerOf(point, p.Sources[0], here)
		second, okSecond := k.answerOf(point, p.Sources[1], here)
		if okFirst && okSecond && first != second {
			differences = append(differences, difference{i, point, first, second})
		}
	}
	if len(p.Points) == 0 {
		return
	}
	if len(differences) != 1 {
		k.Say(path+".points", "list exactly one point on which the two differ", "the two accounts differ on %d of these points", len(differences))
		return
	}
	d := differences[0]
	here := at(path+".points", d.place)
	best, ok := k.x.BestSupported(d.point.ID)
	switch {
	case !ok:
		k.Say(here, "cite who else gives one of the answers, or choose another point", "two answers to %q are equally well supported, so neither account is", d.point.ID)
	case best != d.first && best != d.second:
		k.Say(here, "choose an account that gives the best supported answer", "neither account gives the best supported answer to %q", d.point.ID)
	}
}

func (k *checker) slipsPuzzle(p *casefile.Puzzle, path string) {
	k.atLeast(path+".points", "points to choose from", len(p.Points), fewestPlaces)
	slips, judged := 0, 0
	for i, id := range p.Points {
		point, ok := k.c.Point(id)
		if !ok {
			continue
		}
		here := at(path+".points", i)
		if _, known := k.c.Source(p.Source); known && len(k.x.AnswersBy(id, p.Source)) == 0 {
			k.Say(here, "choose a point on which it speaks, or cite its paragraph at an answer", "%q does not speak on %q", p.Source, id)
			continue
		}
		answer, ok := k.answerOf(point, p.Source, here)
		if !ok {
			continue
		}
		best, ok := k.x.BestSupported(id)
		if !ok {
			k.Say(here, "cite who else gives one of the answers, or choose another point", "two answers to %q are equally well supported, so nobody can say whether this is a slip", id)
			continue
		}
		judged++
		if answer != best {
			slips++
		}
	}
	if judged > 0 && judged == len(p.Points) && slips == 0 {
		k.Say(path+".points", "list a point on which it is wrong", "%q slips on none of these points", p.Source)
	}
}
