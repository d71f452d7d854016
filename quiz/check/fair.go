package check

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

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
	var desk []string
	for i, r := range k.c.Rooms {
		for j := range r.Beats {
			b := &r.Beats[j]
			desk = append(desk, b.Arrivals...)
			for l, a := range b.Ask {
				cl, ok := k.c.Claim(a.Claim)
				s, decided := k.x.StatusAt(a.Claim, b.At)
				if !ok || !decided || s.Is != casefile.Real || len(s.Defensible) > 0 || len(k.x.Witnesses(cl.ID, b.At)) > 1 {
					continue
				}
				if ref, share := k.closest(cl.Text, desk); share >= lookupShare {
					k.Report(at(at(at("rooms", i)+".beats", j)+".ask", l)+".claim", "ask something that has to be worked out from what is there, or leave the question out",
						"the claim %q stands on the desk nearly word for word (%s), so it only asks who has read it", cl.ID, ref)
				}
			}
		}
	}
}

// closest returns the paragraph of the desk that has the largest share of a claim's
// words. The names of people are left out, since they are in every paragraph.
func (k *truth) closest(claim string, desk []string) (ref string, share float64) {
	words := contentWords(claim)
	for _, p := range k.c.People {
		for name := range contentWords(p.Name) {
			delete(words, name)
		}
	}
	if len(words) < fewestWords {
		return "", 0
	}
	for _, arrival := range desk {
		id, part, isPart := casefile.SplitRef(arrival)
		src, ok := k.c.Source(id)
		if !ok {
			continue
		}
		for _, p := range src.Digest {
			if isPart && p.ID != part {
				continue
			}
			there := contentWords(p.Text)
			same := 0
			for w := range words {
				if there[w] {
					same++
				}
			}
			if s := float64(same) / float64(len(words)); s > share {
				ref, share = id+"#"+p.ID, s
			}
		}
	}
	return ref, share
}

// contentWords are the words of a text that are long enough to mean something.
func contentWords(text string) map[string]bool {
	const shortest = 4
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) >= shortest {
			words[w] = true
		}
	}
	return words
}

// dated checks that no page is dated in a puzzle after it has come in at the desk:
// the beat's own date would answer the question.
func (k *checker) dated() {
	for i, r := range k.c.Rooms {
		for j := range r.Puzzles {
			p := &r.Puzzles[j]
			if p.Kind != puzzle.KindDate {
				continue
			}
			if beat := k.cameIn(p.Source, p.Lengths); beat != "" {
				k.Report(at(at("rooms", i)+".puzzles", j)+".source", "ask about a page that the desk has not shown, or leave it out of the arrivals",
					"%q comes in at the beat %q, whose date tells when it was written", p.Source, beat)
			}
		}
	}
}

// cameIn returns the beat at which a source, or a later part of one, comes in where
// one of the lengths is played; empty if it does not.
func (k *checker) cameIn(ref string, lengths []casefile.Length) string {
	for _, r := range k.c.Rooms {
		for _, b := range r.Beats {
			played := len(lengths) == 0 || len(b.Lengths) == 0 || slices.ContainsFunc(b.Lengths, func(l casefile.Length) bool { return slices.Contains(lengths, l) })
			if !played {
				continue
			}
			for _, in := range b.Arrivals {
				whole := in == evidence.SourceOf(ref) && k.x.PublicBy(ref, b.At)
				if in == ref || whole {
					return b.ID
				}
			}
		}
	}
	return ""
}
