package outline

import (
	"fmt"
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// Text writes the outline for a terminal. What players read is in the language; the
// rest is in English.
func (o *Outline) Text(l puzzle.Language) string {
	var b strings.Builder
	for _, n := range o.Lengths {
		fmt.Fprintf(&b, "%s: about %d minutes, %d beats, %d verdicts (", n.Length, n.Minutes, n.Beats, n.Verdicts)
		for i, v := range casefile.Verdicts() {
			if i > 0 {
				b.WriteString(", ")
			}
			fmt.Fprintf(&b, "%s %d", v, n.Right[v])
		}
		fmt.Fprintf(&b, "), %d puzzles\n", n.Puzzles)
	}
	where := ""
	for i := range o.Questions {
		q := &o.Questions[i]
		if q.Where != where {
			where = q.Where
			fmt.Fprintf(&b, "\n%s\n", where)
		}
		q.write(&b, l)
	}
	b.WriteString("\nWhat players are told of the sources\n")
	for _, s := range o.Sources {
		for i, line := range s.Says(l) {
			if i == 0 {
				fmt.Fprintf(&b, "  %s (%s): %s\n", s.Title, s.ID, line)
				continue
			}
			fmt.Fprintf(&b, "    %s\n", line)
		}
	}
	if len(o.Unused) > 0 {
		b.WriteString("\nUsed nowhere\n")
		for _, u := range o.Unused {
			fmt.Fprintf(&b, "  %s %s\n", u.What, u.ID)
		}
	}
	if len(o.Years) > 0 {
		b.WriteString("\nYears named at beats\n")
		for _, y := range o.Years {
			later := ""
			if y.Later {
				later = ", which is later than the beat"
			}
			fmt.Fprintf(&b, "  %s: %d%s\n", y.Path, y.Year, later)
		}
	}
	return b.String()
}

func (q *Question) write(b *strings.Builder, l puzzle.Language) {
	fmt.Fprintf(b, "  %s: %s\n", q.Kind, q.Asks)
	if q.Claim != "" {
		fmt.Fprintf(b, "    about: %s\n", q.Claim)
	}
	if right := q.Right.In(l); right != "" {
		fmt.Fprintf(b, "    right: %s\n", right)
	}
	for _, line := range q.Lines {
		fmt.Fprintf(b, "    right: %s\n", line.In(l))
	}
	for _, also := range q.Also {
		fmt.Fprintf(b, "    earns %g: %s\n", also.Mark, also.Answer.In(l))
	}
	if q.Rule != "" {
		fmt.Fprintf(b, "    since: %s\n", q.Rule)
	}
	if q.Why != "" {
		fmt.Fprintf(b, "    players read: %s\n", q.Why)
	}
	if len(q.Witnesses) > 0 {
		fmt.Fprintf(b, "    independent witnesses: %d (%s)\n", len(q.Witnesses), strings.Join(q.Witnesses, "; "))
	}
}

// Says lists what players are told of the source: first what it is and how close, then
// whether its date is hidden and what each tab is said to be. What players read is in the
// language; the rest is in English.
func (s *Source) Says(l puzzle.Language) []string {
	says := []string{fmt.Sprintf("%s, %s: %s", l.Say("kind."+string(s.Kind)), l.Say("directness."+string(s.Directness)), s.Because)}
	if s.DateHidden {
		says = append(says, "its date is hidden: "+l.Say("source.undated"))
	}
	for _, tab := range s.Tabs {
		says = append(says, fmt.Sprintf("a tab at %s: %s", tab.Beat, tab.says()))
	}
	return says
}

// says is what players are told of a tab, in English.
func (t *Tab) says() string {
	switch {
	case !t.Bears:
		return "says nothing on what is asked, so opening it is wrong"
	case t.Good && t.Firsthand:
		return "somebody who was there speaks, so opening it is right"
	case t.Good:
		return "independent of what is on the desk, so opening it is right"
	}
	return "rests on the same as the desk (" + strings.Join(t.Repeats, "; ") + "), so opening it is wrong"
}
