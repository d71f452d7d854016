package desk

import (
	"cmp"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// A group is the results of one side, when nothing is there to compare them with.
type group struct {
	side    session.When
	entries []report.Entry

	// The means of the pupils' shares of true and of other claims that they believed.
	// known tells whether anybody has answered both sorts.
	known           bool
	truly, falsely  float64
	hits, signals   int // of all together
	alarms, noise   int
	levels          []report.Level // likewise, by certainty
	missed          []missed       // what fewest got, the worst first
	several         bool           // they are of more than one case
	open, practiced bool           // some aren't finished; some are from practice
}

// missed is an item that many got wrong.
type missed struct {
	caseID string
	item   report.ItemReport // anybody's
	mark   float64           // mean of the first answers
	right  int
	of     int
	mostly casefile.Verdict // the commonest wrong verdict, or ""
}

const (
	mostMissed   = 4   // how many items are shown
	missedBelow  = 0.7 // mean mark
	worthShowing = 2   // answers, before an item says anything of a class
)

// groupOf puts results together.
func groupOf(side session.When, entries []report.Entry) *group {
	g := &group{side: side, entries: entries}
	answered := 0
	for _, e := range entries {
		d := e.Discernment
		g.hits, g.signals = g.hits+d.Hits, g.signals+d.Signals
		g.alarms, g.noise = g.alarms+d.FalseAlarms, g.noise+d.Noise
		if d.Signals > 0 && d.Noise > 0 {
			answered++
			g.truly += float64(d.Hits) / float64(d.Signals)
			g.falsely += float64(d.FalseAlarms) / float64(d.Noise)
		}
		for i, l := range e.Calibration.Levels {
			if i == len(g.levels) {
				g.levels = append(g.levels, report.Level{Certainty: l.Certainty, Needed: l.Needed})
			}
			g.levels[i].Answers += l.Answers
			g.levels[i].Right += l.Right
		}
		g.several = g.several || e.Case != entries[0].Case
		g.open = g.open || !e.Finished
		g.practiced = g.practiced || e.Mode == session.Practice
	}
	if g.known = answered > 0; g.known {
		g.truly /= float64(answered)
		g.falsely /= float64(answered)
	}
	for i := range g.levels {
		if l := &g.levels[i]; l.Answers > 0 {
			l.Share = float64(l.Right) / float64(l.Answers)
		}
	}
	g.missed = missedOf(entries)
	return g
}

// missedOf finds the items that earned least. Among few answers none is picked out.
func missedOf(entries []report.Entry) []missed {
	type key struct{ caseID, item string }
	at := map[key]int{}
	var all []missed
	wrong := map[key]map[casefile.Verdict]int{}
	for _, e := range entries {
		for _, item := range e.Items {
			if !item.Answered || !item.Scored {
				continue
			}
			k := key{e.Case, item.ID}
			i, ok := at[k]
			if !ok {
				i = len(all)
				at[k], wrong[k] = i, map[casefile.Verdict]int{}
				all = append(all, missed{caseID: e.Case, item: item})
			}
			m := &all[i]
			m.of++
			m.mark += item.First
			switch v := item.Verdict; {
			case v != nil && v.Right, v == nil && item.First > 0.999:
				m.right++
			case v != nil:
				wrong[k][v.Given]++
			}
		}
	}
	for i := range all {
		m := &all[i]
		m.mark /= float64(m.of)
		most := 0
		for _, v := range casefile.Verdicts() {
			if n := wrong[key{m.caseID, m.item.ID}][v]; n > most {
				most, m.mostly = n, v
			}
		}
	}
	all = slices.DeleteFunc(all, func(m missed) bool { return m.of < worthShowing || m.mark >= missedBelow })
	slices.SortStableFunc(all, func(a, b missed) int { return cmp.Compare(a.mark, b.mark) })
	return all[:min(len(all), mostMissed)]
}

// lean is which way all answers together lean, or "" if they are too few.
func (g *group) lean() report.Lean {
	if g.signals < report.EnoughOfEach || g.noise < report.EnoughOfEach {
		return ""
	}
	return report.LeanOf(g.hits, g.signals, g.alarms, g.noise)
}

// stamp is what a verdict is called in a case.
func (m *Model) stamp(caseID string, v casefile.Verdict) string {
	if set := m.sets[caseID]; set != nil {
		return m.in(puzzle.Stamp(set.Case(), v))
	}
	return m.Say("verdict." + string(v))
}

// beatOf is the short name of the beat at which an item is asked, or "".
func (m *Model) beatOf(caseID, step string) string {
	set := m.sets[caseID]
	if set == nil {
		return ""
	}
	for _, room := range set.Case().Rooms {
		for _, beat := range room.Beats {
			if beat.ID == step {
				return beat.Short
			}
		}
	}
	return ""
}
