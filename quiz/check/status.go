package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/evidence"
)

// claim checks every status of a claim against the rule.
func (k *truth) claim(cl *casefile.Claim, path string) {
	k.words(cl, path)
	said := k.x.Statements(cl)
	cited := map[string]int{} // a paragraph → the first status that cites it
	sound := make(map[*casefile.Status]held, len(cl.Status))
	for i := range cl.Status {
		s := &cl.Status[i]
		for _, ref := range s.Because {
			if _, before := cited[ref]; !before {
				cited[ref] = i
			}
		}
		isCited := func(ref string) bool { first, ok := cited[ref]; return ok && first <= i }
		f := said.At(s.From, isCited)
		before := k.Count()
		k.status(cl, s, f, fmt.Sprintf("%s.status[%d]", path, i))
		if k.Count() == before {
			sound[s] = held{place: i, finding: f, isCited: isCited}
		}
	}
	k.changes(cl, said, sound, path)
}

// held is a status without a problem.
type held struct {
	place   int
	finding evidence.Finding
	isCited func(ref string) bool // by it or one before it
}

// status checks one status against what the rule finds when it begins.
func (k *truth) status(cl *casefile.Claim, s *casefile.Status, f evidence.Finding, path string) {
	k.begins(s, path)
	judged := judged(s.Judgement)
	_, defensible := s.Defensible[f.Is]
	switch {
	case s.Is == f.Is && judged:
		k.Report(path+".judgement", "delete it", "the rule gives %q as well, so there is nothing to judge", s.Is)
	case s.Is == f.Is:
		if decisive := f.Decisive(); len(decisive) > 0 && !k.cites(cl, s, decisive) {
			k.Report(path+".because", "cite "+strings.Join(decisive, " or "), "this cites nothing that makes it %q", s.Is)
		}
	case !judged:
		k.Report(path+".is", fmt.Sprintf("write is: %s, correct who says what of the claim, or say in judgement why you decide otherwise", f.Is),
			"%q can't be %q from %s: %s", cl.ID, s.Is, s.From, f.Why())
	case !f.Allows(s.Is):
		k.Report(path+".is", "write is: "+string(f.Is), "no judgement can make %q %q from %s, since nothing speaks for that: %s", cl.ID, s.Is, s.From, f.Why())
	case !defensible:
		k.Report(path+".judgement", fmt.Sprintf("add %s: 0.5 to defensible", f.Is), "the rule gives %q here, so that answer must earn something: %s", f.Is, f.Why())
	}
	for _, v := range slices.Sorted(maps.Keys(s.Defensible)) {
		if v != f.Is && !f.Allows(v) {
			k.Report(path+".defensible."+string(v), "delete it, or correct who says what of the claim", "nobody can defend %q from %s: %s", v, s.From, f.Why())
		}
	}
}

// cites reports whether a status cites one of the decisive paragraphs, or a report
// of one that says the same of the claim.
func (k *truth) cites(cl *casefile.Claim, s *casefile.Status, decisive []string) bool {
	if slices.ContainsFunc(s.Because, func(ref string) bool { return slices.Contains(decisive, ref) }) {
		return true
	}
	same := map[casefile.Verdict][]string{
		casefile.Prank: cl.ExplainedBy, casefile.Denied: cl.DeniedBy, casefile.Real: cl.AssertedBy,
	}[s.Is]
	telling := k.reaching(decisive)
	return slices.ContainsFunc(s.Because, func(ref string) bool {
		source := evidence.SourceOf(ref)
		return k.x.Side(ref) == "" && telling[source] && slices.Contains(same, ref)
	})
}

// begins checks that a status begins when something that it cites came out.
func (k *truth) begins(s *casefile.Status, path string) {
	first, ok := s.From.Earliest()
	if !ok || len(s.Because) == 0 {
		return
	}
	morning := first.Truncate(24 * time.Hour)
	fresh := slices.ContainsFunc(s.Because, func(ref string) bool {
		out, ok := k.x.Published(ref).Latest()
		return ok && k.x.PublicBy(ref, s.From) && !out.Before(morning)
	})
	if !fresh {
		k.Report(path+".from", "begin when the newest thing that it cites came out, or cite what came out then", "nothing that this cites came out on the day on which it begins (%s)", s.From)
	}
}

// changes checks that a status begins whenever somebody's word changes what the
// rule finds. It skips the time before the first status and every status that
// already has a problem.
func (k *truth) changes(cl *casefile.Claim, said *evidence.Statements, sound map[*casefile.Status]held, path string) {
	seen := map[edtf.Date]bool{}
	for _, ref := range saying(cl) {
		out := k.x.Published(ref)
		if seen[out] || k.x.Side(ref) == "" {
			continue
		}
		seen[out] = true
		s, _ := k.x.StatusAt(cl.ID, out)
		h, ok := sound[s]
		if !ok {
			continue
		}
		if f := said.At(out, h.isCited); f.Is != h.finding.Is {
			delete(sound, s)
			k.Report(fmt.Sprintf("%s.status[%d].from", path, h.place), fmt.Sprintf("add a status from %s", out),
				"no status begins when %q comes out (%s), but from then on %q is %q and not %q: %s", ref, out, cl.ID, f.Is, h.finding.Is, f.Why())
		}
	}
}

// words checks that every paragraph on a claim is somebody's word, or reports one
// that says the same.
func (k *truth) words(cl *casefile.Claim, path string) {
	said := map[string]string{}
	for _, key := range []struct {
		name string
		refs []string
	}{{"asserted_by", cl.AssertedBy}, {"denied_by", cl.DeniedBy}, {"explained_by", cl.ExplainedBy}} {
		worded := k.reaching(key.refs)
		for i, ref := range key.refs {
			here := fmt.Sprintf("%s.%s[%d]", path, key.name, i)
			if other, ok := said[ref]; ok {
				k.Report(here, "keep it at what it says", "%q stands at %s of this claim as well", ref, other)
			}
			said[ref] = key.name
			if !worded[evidence.SourceOf(ref)] {
				k.Report(here, k.toWord(ref),
					"%q is nobody's word, and nothing that it relies on stands at %s", ref, key.name)
			}
		}
	}
	k.repeated(cl, path)
	for _, ref := range cl.SettledBy {
		if len(cl.DeniedBy) == 0 {
			k.Report(path+".settled_by", "add denied_by, or delete this", "%q settles a denial, and nobody denies this claim", ref)
			break
		}
	}
}

// toWord says what makes a paragraph somebody's word. In a report nobody speaks.
func (k *truth) toWord(ref string) string {
	if s, ok := k.c.Source(evidence.SourceOf(ref)); ok && evidence.IsReport(s.Kind) {
		return "add the paragraph that it reports, correct what it relies on, or, if it is its author's own word, give it another kind (statement, letter) and say whose word it is there"
	}
	return "add the paragraph that it reports, say whose word it is (speaker, speaks_for), or correct what it relies on"
}

// repeated checks that words of one side that rest on the same origin say the same:
// the later one repeats the earlier and can't contradict it.
func (k *truth) repeated(cl *casefile.Claim, path string) {
	for i, no := range cl.DeniedBy {
		source := evidence.SourceOf(no)
		for _, yes := range cl.AssertedBy {
			other := evidence.SourceOf(yes)
			if side := k.x.Side(no); side != "" && side == k.x.Side(yes) && !k.x.Independent(source, other) {
				k.Report(fmt.Sprintf("%s.denied_by[%d]", path, i), "keep both at what they say, or correct what they rely on",
					"%q and %q are one side's word with one origin, so they can't stand at denied_by and asserted_by", no, yes)
			}
		}
	}
}

// reaching returns the sources of the paragraphs that are somebody's word, and all
// that rely on them, directly or through others.
func (k *truth) reaching(words []string) map[string]bool {
	reached := map[string]bool{}
	var queue []string
	add := func(source string) {
		if !reached[source] {
			reached[source] = true
			queue = append(queue, source)
		}
	}
	for _, ref := range words {
		if k.x.Side(ref) != "" {
			add(evidence.SourceOf(ref))
		}
	}
	for len(queue) > 0 {
		source := queue[0]
		queue = queue[1:]
		for _, by := range k.reports[source] {
			add(by)
		}
	}
	return reached
}
