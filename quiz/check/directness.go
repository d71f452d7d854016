package check

import (
	"fmt"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
)

// source holds a source's directness against its kind, who speaks and what it
// relies on.
func (k *truth) source(s *casefile.Source, path string) {
	switch {
	case s.Speaker != "" && s.SpeaksFor != "":
		k.Say(path+".speaks_for", "keep one of the two", "%q can't be somebody's own word (speaker) and spoken for somebody (speaks_for) at once", s.ID)
		return
	case evidence.IsReport(s.Kind) && k.x.Side(s.ID) != "":
		key := ".speaker"
		if s.Speaker == "" {
			key = ".speaks_for"
		}
		k.Say(path+key, "delete it, or correct the kind", "a source of the kind %q reports, and is nobody's own word", s.Kind)
		return
	}
	follows, why := k.x.Directness(s)
	if s.Directness == "" {
		return
	}
	switch {
	case s.Directness == follows && s.Judgement != "":
		k.Say(path+".judgement", "delete it", "the rule gives %q as well, so there is nothing to judge", s.Directness)
	case s.Directness == follows:
	case s.Judgement == "":
		k.Say(path+".directness", fmt.Sprintf("write directness: %s, correct its kind, speaker or relies_on, or say in judgement why it stands further away", follows),
			"%q can't be %q: %s, so it is %q", s.ID, s.Directness, why, follows)
	case evidence.Tier(s.Directness) != evidence.Tier(follows)+1:
		k.Say(path+".directness", fmt.Sprintf("write directness: %s", follows), "a judgement can put %q one step further away than the rule does (%q), and no more: %q is another", s.ID, follows, s.Directness)
	}
}
