package check

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// dating checks the phrases of a puzzle against the events they refer to. A clue
// rules out at least one wrong window, a decoy none, and all clues together leave
// only the right one. For a later part of a page, windows before the page came out
// are excluded anyway and count for no phrase.
func (k *truth) dating(p *casefile.Puzzle, path string) {
	right := slices.IndexFunc(p.Windows, func(w edtf.Date) bool { return w.Contains(k.x.Published(p.Source)) })
	if right < 0 {
		return // reported by package puzzle
	}
	open := p.Windows
	if _, _, part := casefile.SplitRef(p.Source); part {
		if first, ok := k.x.Published(evidence.SourceOf(p.Source)).Earliest(); ok {
			open = without(open, evidence.Span{From: first})
		}
	}
	left := open
	for i, clue := range p.Clues {
		here := fmt.Sprintf("%s.clues[%d]", path, i)
		span, ok := k.phrase(clue, here)
		switch {
		case clue.Tells == "":
			k.Report(here+".tells", "add it: the event that the phrase speaks of, and how", "a clue needs the key %q", "tells")
		case !ok: // reported already
		case span.RulesOut(p.Windows[right]):
			k.Report(here+".tells", "correct how it tells of the event, or the date", "%q speaks against the right window (%s)", clue.Phrase, p.Windows[right])
		case len(without(open, span)) == len(open):
			k.Report(here, "make it a decoy, or correct what it tells", "%q rules out none of the windows, so it gives nothing away", clue.Phrase)
		}
		if ok {
			left = without(left, span)
		}
	}
	for i, decoy := range p.Decoys {
		here := fmt.Sprintf("%s.decoys[%d]", path, i)
		span, ok := k.phrase(decoy, here)
		if still := without(open, span); ok && len(still) < len(open) {
			k.Report(here, "make it a clue, or correct what it tells", "%q is no decoy: it rules out %s", decoy.Phrase, windows(open, still))
		}
	}
	if len(left) > 1 {
		k.Report(path+".clues", "add the clue that tells them apart, or choose other windows", "the clues leave more than one window: %s", windows(left, nil))
	}
}

// phrase returns when one phrase can have been written. It is not ok if the phrase
// refers to no event; if one of the two keys is missing, phrase reports it.
func (k *truth) phrase(clue casefile.Clue, path string) (evidence.Span, bool) {
	switch {
	case clue.Tells == "" && clue.How == "":
		return evidence.Span{}, false
	case clue.Tells == "":
		k.Report(path+".tells", "add the event, or delete how", "this says how the phrase tells of an event, but not of which")
		return evidence.Span{}, false
	case clue.How == "":
		k.Report(path+".how", "choose one of "+strings.Join(clue.How.Options(), ", "), "the key %q is missing: in which way does the phrase tell of %q?", "how", clue.Tells)
		return evidence.Span{}, false
	}
	span, ok := k.x.Tells(clue)
	if _, known := k.find.Event(clue.Tells); known && !ok {
		k.Report(path+".how", "choose another event, or another way", "the event %q has no beginning or no end to count from", clue.Tells)
	}
	return span, ok
}

// without returns the windows that a phrase leaves open.
func without(list []edtf.Date, span evidence.Span) []edtf.Date {
	return slices.DeleteFunc(slices.Clone(list), span.RulesOut)
}

// windows lists the windows that are in one list and not in another.
func windows(list, other []edtf.Date) string {
	var names []string
	for _, w := range list {
		if !slices.Contains(other, w) {
			names = append(names, w.String())
		}
	}
	return strings.Join(names, ", ")
}
