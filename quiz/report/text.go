package report

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"holdtheline/quiz/casefile"
)

// Text writes the report as plain text in a language, with a line feed after every
// line.
func (r Report) Text(w io.Writer, words Localizer) error {
	t := &page{words: words}
	r.head(t)
	r.skillLines(t)
	r.discernmentLines(t)
	r.calibrationLines(t)
	r.beliefLines(t)
	r.itemLines(t)
	_, err := io.WriteString(w, t.text.String())
	return err
}

// page collects the text.
type page struct {
	words Localizer
	text  strings.Builder
}

func (t *page) heading(key string) {
	line := t.words.Say(key)
	fmt.Fprintf(&t.text, "\n%s\n%s\n", line, strings.Repeat("-", len([]rune(line))))
}

func (t *page) line(indent, key string, args ...any) {
	fmt.Fprintf(&t.text, "%s%s\n", indent, t.words.Say(key, args...))
}

const indent = "  "

func (r Report) head(t *page) {
	line := t.words.Say(KeyHeading, "title", r.Title)
	fmt.Fprintf(&t.text, "%s\n%s\n", line, strings.Repeat("=", len([]rune(line))))
	t.line("", KeyPlayed,
		"length", t.words.Say(keyLength+string(r.Length)),
		"mode", t.words.Say(keyMode+string(r.Mode)),
		"date", r.Began.Format("2006-01-02 15:04 UTC"),
		"seed", r.Seed)
	if !r.Finished {
		t.line("", KeyUnfinished, "answered", r.Answered, "asked", r.Asked)
	}
	t.line("", KeyScore, "score", whole(r.Score))
	if r.retried() {
		t.line("", KeyFirst)
	}
}

func (r Report) retried() bool {
	for _, it := range r.Items {
		if it.Tries > 1 {
			return true
		}
	}
	return false
}

func (r Report) skillLines(t *page) {
	t.heading(KeySkills)
	for _, skill := range r.Skills {
		name := t.words.Say(keySkillName + string(skill.Skill))
		if skill.Items == 0 {
			t.line(indent, KeySkillNone, "skill", name)
			continue
		}
		t.line(indent, KeySkill, "skill", name, "value", whole(skill.Value), "items", skill.Items)
	}
}

func (r Report) discernmentLines(t *page) {
	d := r.Discernment
	t.heading(KeyDiscernment)
	t.line(indent, KeyBelieved, "hits", d.Hits, "signals", d.Signals, "alarms", d.FalseAlarms, "noise", d.Noise)
	if !d.Enough {
		t.line(indent, KeyTooFew)
		return
	}
	t.line(indent, keyLean+string(d.Lean))
	t.line(indent, KeyNumbers, "dprime", t.number(signed(d.DPrime)), "c", t.number(signed(d.C)))
}

func (r Report) calibrationLines(t *page) {
	t.heading(KeyCalibration)
	for _, level := range r.Calibration.Levels {
		name := t.certainty(level.Certainty)
		if level.Answers == 0 {
			t.line(indent, KeyLevelNone, "certainty", name)
			continue
		}
		t.line(indent, KeyLevel,
			"certainty", name, "right", level.Right, "answers", level.Answers,
			"share", whole(100*level.Share), "needed", whole(100*level.Needed))
	}
}

func (t *page) certainty(level int) string { return t.words.Say(keyCertainty + strconv.Itoa(level)) }

func (r Report) beliefLines(t *page) {
	t.heading(KeyBelief)
	for _, belief := range r.Belief {
		t.line(indent, KeyBeliefClaim, "claim", belief.Text)
		for _, p := range belief.Points {
			if !p.Answered {
				t.line(indent+indent, KeyBeliefMissing, "beat", p.Short)
				continue
			}
			key := KeyBeliefOther
			if p.Given == p.Supported {
				key = KeyBeliefSame
			}
			t.line(indent+indent, key,
				"beat", p.Short, "certainty", t.certainty(p.Certainty),
				"given", r.stamp(t, p.Given), "supported", r.stamp(t, p.Supported))
		}
	}
}

// stamp returns what a verdict is called in the case.
func (r Report) stamp(t *page, v casefile.Verdict) string {
	if own, ok := r.Stamps[v]; ok {
		return own
	}
	return t.words.Say(keyVerdict + string(v))
}

func (r Report) itemLines(t *page) {
	t.heading(KeyItems)
	for _, it := range r.Items {
		kind := t.words.Say(keyKind + string(it.Kind))
		key := KeyItem
		switch {
		case !it.Answered:
			key = KeyItemMissing
		case it.Tries > 1:
			key = KeyItemRetried
		}
		t.line(indent, key, "title", it.Title, "kind", kind, "mark", t.number(hundredths(it.First)), "latest", t.number(hundredths(it.Mark)))
	}
}

// number writes a number with the decimal point of the language.
func (t *page) number(text string) string {
	return strings.Replace(text, ".", t.words.Say(KeyPoint), 1)
}

func whole(v float64) string { return strconv.Itoa(int(math.Round(v))) }

func hundredths(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

// signed writes a number with its sign, with a true minus sign.
func signed(v float64) string {
	s := strconv.FormatFloat(math.Abs(v), 'f', 1, 64)
	switch {
	case s == "0.0":
		return s
	case v < 0:
		return "−" + s
	default:
		return "+" + s
	}
}
