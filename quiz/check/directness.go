package check

import (
	"fmt"
	"slices"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// source checks a source's directness against its kind, its speaker and what it
// relies on.
func (k *truth) source(s *casefile.Source, path string) {
	switch {
	case s.Speaker != "" && s.SpeaksFor != "":
		k.Report(path+".speaks_for", "keep one of the two", "%q can't be somebody's own word (speaker) and spoken for somebody (speaks_for) at once", s.ID)
		return
	case evidence.IsReport(s.Kind) && k.x.Side(s.ID) != "":
		key := ".speaker"
		if s.Speaker == "" {
			key = ".speaks_for"
		}
		k.Report(path+key, "delete it, or correct the kind: a statement or a letter is somebody's own word", "a source of the kind %q reports, and is nobody's own word", s.Kind)
		return
	}
	for i, p := range s.Digest {
		here := fmt.Sprintf("%s.digest[%d]", path, i)
		switch {
		case p.Speaker != "" && p.SpeaksFor != "":
			k.Report(here+".speaks_for", "keep one of the two", "a paragraph can't be somebody's own word (speaker) and spoken for somebody (speaks_for) at once")
		case evidence.IsReport(s.Kind) && p.Speaker+p.SpeaksFor != "":
			key := ".speaker"
			if p.Speaker == "" {
				key = ".speaks_for"
			}
			k.Report(here+key, "leave it empty and name who is quoted at said_by, or correct the kind: a statement or a letter is somebody's own word", "a source of the kind %q reports, and no part of it is anybody's own word", s.Kind)
		}
	}
	k.signed(s, path)
	follows, why := k.x.Directness(s)
	if s.Directness == "" {
		return
	}
	switch {
	case s.Directness == follows && judged(s.Judgement):
		k.Report(path+".judgement", "delete it", "the rule gives %q as well, so there is nothing to judge", s.Directness)
	case s.Directness == follows:
	case !judged(s.Judgement):
		k.Report(path+".directness", fmt.Sprintf("write directness: %s, correct its kind, speaker or relies_on, or say in judgement why it is further away", follows),
			"%q can't be %q: %s, so it is %q", s.ID, s.Directness, why, follows)
	case evidence.Tier(s.Directness) != evidence.Tier(follows)+1:
		k.Report(path+".directness", fmt.Sprintf("write directness: %s", follows), "a judgement can put %q one step further away than the rule does (%q), and no more, so it can't be %q", s.ID, follows, s.Directness)
	}
}

// signed checks whose word a source is against its author, if that names people
// of the case. An interview may be signed by the interviewer.
func (k *truth) signed(s *casefile.Source, path string) {
	var by []string
	for _, p := range k.c.People {
		if p.Name != "" && strings.Contains(s.Author, p.Name) {
			by = append(by, p.ID)
		}
	}
	switch {
	case len(by) == 0 || s.Kind == casefile.Interview:
	case s.Speaker != "" && !slices.Contains(by, s.Speaker):
		k.Report(path+".speaker", "name one of "+strings.Join(by, ", ")+", or correct the author", "%q is by %s, so it can't be %q who speaks in it", s.ID, s.Author, s.Speaker)
	case s.SpeaksFor != "" && slices.Contains(by, s.SpeaksFor):
		k.Report(path+".speaks_for", "write speaker: "+s.SpeaksFor, "%q is by %s in person, so nobody speaks for %q in it", s.ID, s.Author, s.SpeaksFor)
	}
}
