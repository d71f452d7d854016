package check

import (
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// stampShare is how many of a case's verdicts each stamp must be right for: one in
// so many. A stamp that is hardly ever right can be left alone without reading.
const stampShare = 5

// fewestOfATest is for how many verdicts of a test real has to be right, and for how
// many another stamp: fewer of either can't tell who discerns from who leans.
const fewestOfATest = 4

// rights counts the verdicts, and for how many of them each stamp is right.
func (k *checker) rights() (asked int, right map[casefile.Verdict]int) {
	right = map[casefile.Verdict]int{}
	for _, r := range k.c.Rooms {
		for _, b := range r.Beats {
			for _, a := range b.Ask {
				if s, ok := k.x.StatusAt(a.Claim, b.At); ok {
					asked++
					right[s.Is]++
				}
			}
		}
	}
	return asked, right
}

// balance checks that a test asks often enough about what is real and what isn't.
func (k *checker) balance() {
	asked, right := k.rights()
	if others := asked - right[casefile.Real]; k.c.Form != "" && (right[casefile.Real] < fewestOfATest || others < fewestOfATest) {
		k.Report("rooms", fmt.Sprintf("ask for at least %d of both", fewestOfATest), "of the test's %d verdicts %d are real and %d are not: too few to say which way somebody leans", asked, right[casefile.Real], others)
	}
}

// stamps checks that every stamp is right often enough.
func (k *checker) stamps() {
	asked, right := k.rights()
	for _, v := range casefile.Verdicts() {
		if least := asked / stampShare; right[v] < least {
			k.Report("rooms", "ask about more claims that are "+string(v)+" at the time", "of %d verdicts %q is right for %d, and should be for %d or more", asked, v, right[v], least)
		}
	}
}

// A claim is read off the desk if one paragraph there has this share of its words.
// Fewer words than fewestWords tell nothing.
const (
	lookupShare = 2.0 / 3
	fewestWords = 3
)

// lookups checks that no claim is answered by a sentence on the desk: a claim that
// is real by one side's word alone, with nothing to be said for another answer, and
// nearly the words of a paragraph that has come in. Whose word a source is only its
// author's keys tell.
func (k *truth) lookups() {
	desk := newShown(k.c)
	for i, r := range k.c.Rooms {
		for j := range r.Beats {
			b := &r.Beats[j]
			for _, ref := range b.Arrivals {
				if src, ok := k.find.Source(evidence.SourceOf(ref)); ok {
					desk.put(src, ref)
				}
			}
			for l, a := range b.Ask {
				cl, ok := k.find.Claim(a.Claim)
				s, decided := k.x.StatusAt(a.Claim, b.At)
				if !ok || !decided || s.Is != casefile.Real || len(s.Defensible) > 0 || len(k.x.Witnesses(cl.ID, b.At)) > 1 {
					continue
				}
				if ref, share := desk.closest(cl.Text); share >= lookupShare {
					k.Report(at(at(at("rooms", i)+".beats", j)+".ask", l)+".claim", "ask something that has to be worked out from what is there, or leave the question out",
						"the claim %q stands on the desk nearly word for word (%s), so it only asks who has read it", cl.ID, ref)
				}
			}
		}
	}
}

// dated checks that no page is dated in a puzzle after it has come in at the desk:
// the beat's own date would answer the question.
func (k *checker) dated() {
	comings := map[string][]coming{}
	n := 0
	k.eachBeat(func(b *casefile.Beat, _ string) {
		n++
		for _, ref := range b.Arrivals {
			comings[ref] = append(comings[ref], coming{n, b})
		}
	})
	for i, r := range k.c.Rooms {
		for j := range r.Puzzles {
			p := &r.Puzzles[j]
			if !puzzle.Asks(p.Kind, puzzle.Dating) {
				continue
			}
			if beat := k.cameIn(comings, p.Source, p.Lengths); beat != "" {
				k.Report(at(at("rooms", i)+".puzzles", j)+".source", "ask about a page that the desk has not shown, or leave it out of the arrivals",
					"%q comes in at the beat %q, whose date tells when it was written", p.Source, beat)
			}
		}
	}
}

// A coming is a beat at which something comes in, with its number.
type coming struct {
	number int
	beat   *casefile.Beat
}

// cameIn returns the first beat at which a source, or a later part of one, comes in
// where one of the lengths is played; empty if it does not. comings are the beats at
// which everything comes in.
func (k *checker) cameIn(comings map[string][]coming, ref string, lengths []casefile.Length) string {
	first := coming{}
	look := func(at string, whole bool) {
		for _, c := range comings[at] {
			b := c.beat
			played := len(lengths) == 0 || len(b.Lengths) == 0 || slices.ContainsFunc(b.Lengths, func(l casefile.Length) bool { return slices.Contains(lengths, l) })
			if played && (!whole || k.x.PublicBy(ref, b.At)) && (first.beat == nil || c.number < first.number) {
				first = c
			}
		}
	}
	look(ref, false)
	if source := evidence.SourceOf(ref); source != ref {
		look(source, true)
	}
	if first.beat == nil {
		return ""
	}
	return first.beat.ID
}
