package live

import (
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/game/parts"
	"holdtheline/game/theme"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// marks say how each stamp looks: its shape tells it apart before its colour.
var marks = map[casefile.Verdict]figure.StampMark{
	casefile.Real:        {Outline: figure.Ring, Color: theme.RealColor},
	casefile.Prank:       {Outline: figure.Star, Color: theme.PrankColor},
	casefile.Denied:      {Outline: figure.Bars, Color: theme.DeniedColor},
	casefile.Unconfirmed: {Outline: figure.Dots, Color: theme.UnknownColor},
}

// verdictTally counts the answers of a vote by stamp, with their certainty.
func verdictTally(r round) map[casefile.Verdict]figure.Tally {
	tally := map[casefile.Verdict]figure.Tally{}
	for _, a := range r.Answers {
		var given puzzle.VerdictAnswer
		if json.Unmarshal(a.Answer, &given) != nil {
			continue
		}
		t := tally[given.Is]
		t.Votes += a.Count
		if i := given.Certainty - puzzle.LeastSure; i >= 0 && i < len(t.Sure) {
			t.Sure[i] += a.Count
		}
		tally[given.Is] = t
	}
	return tally
}

// fieldTally counts how many chose each option of a field. Of a field of links an
// option is a cord: see cords.
func fieldTally(form *puzzle.Form, field string, r round) map[string]int {
	tally := map[string]int{}
	for _, a := range r.Answers {
		for _, id := range form.Draft(a.Answer).Value(field) {
			tally[id] += a.Count
		}
	}
	return tally
}

// A cord is a link that was hung up.
type cord struct{ puzzle.Link }

// cordTally counts the cords of a field of links.
func cordTally(form *puzzle.Form, field string, r round) map[cord]int {
	tally := map[cord]int{}
	for _, a := range r.Answers {
		for _, l := range form.Draft(a.Answer).Links(field) {
			if l.To != "" {
				tally[cord{l}] += a.Count
			}
		}
	}
	return tally
}

// placeTally counts in which place of an order each option was put.
func placeTally(form *puzzle.Form, field *puzzle.Field, r round) (places map[string][]int, most int) {
	places = map[string][]int{}
	for _, id := range field.IDs() {
		places[id] = make([]int, len(field.Options))
	}
	for _, a := range r.Answers {
		for i, id := range form.Draft(a.Answer).Value(field.Name) {
			if at := places[id]; i < len(at) {
				at[i] += a.Count
				most = max(most, at[i])
			}
		}
	}
	return places, most
}

// span is where a card of an order may stand, from 0.
type span struct{ from, to int }

// spans are where each card is right, in the order of the true line.
func spans(o *puzzle.Order) (order []string, at map[string]span) {
	at = map[string]span{}
	for _, layer := range o.Layers() {
		for _, id := range layer {
			at[id] = span{len(order), len(order) + len(layer) - 1}
		}
		order = append(order, layer...)
	}
	return order, at
}

// A slip is a part of a question, and how often it was answered wrong.
type slip struct {
	line  puzzle.Line
	count int
}

// latest is the last vote on an item.
func (it item) latest() round {
	if it.Second != nil {
		return *it.Second
	}
	return it.First
}

// commonestVerdict is the wrong stamp that most chose in the last vote. Answers that a
// careful reader could give are no mistake.
func commonestVerdict(v *puzzle.Verdict, it item) (is casefile.Verdict, count int) {
	tally := verdictTally(it.latest())
	for _, one := range casefile.Verdicts() {
		if one == v.Is() || v.Status.Defensible[one] > 0 {
			continue
		}
		if n := tally[one].Votes; n > count {
			is, count = one, n
		}
	}
	return is, count
}

// commonestSlip is the part of a question that most got wrong in the last vote.
func commonestSlip(q puzzle.Item, it item) (slip, bool) {
	var slips []slip
	for _, a := range it.latest().Answers {
		e, err := q.Explain(a.Answer)
		if err != nil {
			continue
		}
		for i, line := range e.Lines {
			if i >= len(slips) {
				slips = append(slips, slip{})
			}
			if !line.Right {
				// The commonest answer comes first, so its words stay.
				if slips[i].count == 0 {
					slips[i].line = line
				}
				slips[i].count += a.Count
			}
		}
	}
	best := slip{}
	for _, s := range slips {
		if s.count > best.count {
			best = s
		}
	}
	return best, best.count > 0
}

// verdictVotes are the four stamps with their votes.
func (m *Model) verdictVotes(v *puzzle.Verdict, it item) []parts.Voted {
	first := verdictTally(it.First)
	var second map[casefile.Verdict]figure.Tally
	if it.Second != nil {
		second = verdictTally(*it.Second)
	}
	var all []parts.Voted
	for _, is := range casefile.Verdicts() {
		mark := marks[is]
		voted := parts.Voted{
			ID: string(is), Name: m.told(puzzle.Stamp(m.class.set.Case(), is)), Mark: &mark, Color: mark.Color, First: first[is],
		}
		if second != nil {
			again := second[is]
			voted.Second = &again
		}
		if m.class.revealed() {
			switch {
			case is == v.Is():
				voted.Right = m.Say("teacher.live.right")
			case v.Status.Defensible[is] > 0:
				voted.Right = m.Say("teacher.live.defensible")
			}
		}
		voted.Said = m.votesSaid(voted.First, voted.Second, it)
		all = append(all, voted)
	}
	return all
}

// votesSaid says the votes for an option in words.
func (m *Model) votesSaid(first figure.Tally, second *figure.Tally, it item) string {
	said := m.Count("teacher.live.votes", first.Votes, "of", it.First.Answered)
	if first.Sure != [3]int{} {
		said += " " + m.Say("teacher.live.votes.sure", "certain", first.Sure[2], "fairly", first.Sure[1], "guess", first.Sure[0])
	}
	if second != nil {
		said += " " + m.Say("teacher.live.votes.again", "n", second.Votes, "of", it.Second.Answered)
	}
	return said
}

// optionVotes are the options of a field with their votes.
func (m *Model) optionVotes(form *puzzle.Form, field *puzzle.Field, it item, right []string) []parts.Voted {
	first := fieldTally(form, field.Name, it.First)
	var second map[string]int
	if it.Second != nil {
		second = fieldTally(form, field.Name, *it.Second)
	}
	var all []parts.Voted
	for _, o := range field.Options {
		voted := parts.Voted{ID: field.Name + "." + o.ID, Name: m.told(o.Label), Color: theme.UnknownColor, First: figure.Tally{Votes: first[o.ID]}}
		if second != nil {
			voted.Second = &figure.Tally{Votes: second[o.ID]}
		}
		if m.class.revealed() && slices.Contains(right, o.ID) {
			voted.Right, voted.Color = m.Say("teacher.live.right"), theme.RealColor
		}
		voted.Said = m.votesSaid(voted.First, voted.Second, it)
		all = append(all, voted)
	}
	return all
}

// mostCords is how many cords are shown: the commonest.
const mostCords = 12

// cordVotes are the commonest cords of a field with their votes.
func (m *Model) cordVotes(form *puzzle.Form, field *puzzle.Field, it item, best []puzzle.Link) []parts.Voted {
	first := cordTally(form, field.Name, it.First)
	var second map[cord]int
	if it.Second != nil {
		second = cordTally(form, field.Name, *it.Second)
	}
	labels := map[string]puzzle.Message{}
	for _, o := range field.Options {
		labels[o.ID] = o.Label
	}
	var cords []cord
	for c := range first {
		cords = append(cords, c)
	}
	for c := range second {
		if _, there := first[c]; !there {
			cords = append(cords, c)
		}
	}
	if m.class.revealed() {
		for _, l := range best {
			if c := (cord{l}); l.To != "" && first[c] == 0 && second[c] == 0 {
				cords = append(cords, c) // nobody has found it
			}
		}
	}
	slices.SortFunc(cords, func(a, b cord) int {
		if n := max(first[b], second[b]) - max(first[a], second[a]); n != 0 {
			return n
		}
		return compareText(a.From+" "+a.To, b.From+" "+b.To)
	})
	var all []parts.Voted
	for i, c := range cords[:min(len(cords), mostCords)] {
		voted := parts.Voted{
			ID:    fmt.Sprint(field.Name, ".cord.", i),
			Name:  words.Join(" ", m.told(labels[c.From]), words.In("", "→"), m.told(labels[c.To])),
			Color: theme.UnknownColor, First: figure.Tally{Votes: first[c]},
		}
		if second != nil {
			voted.Second = &figure.Tally{Votes: second[c]}
		}
		if m.class.revealed() && slices.Contains(best, c.Link) {
			voted.Right, voted.Color = m.Say("teacher.live.right"), theme.RealColor
		}
		voted.Said = m.votesSaid(voted.First, voted.Second, it)
		all = append(all, voted)
	}
	return all
}

func compareText(a, b string) int {
	switch {
	case a < b:
		return -1
	case a > b:
		return 1
	}
	return 0
}

// told is what a question says, in the language of the case and of the page.
func (m *Model) told(w puzzle.Message) words.Text { return m.In(m.class.set.Case().Language, w) }

// caseText is words of the case.
func (m *Model) caseText(text string) words.Text {
	lang := m.class.set.Case().Language
	if lang == m.Lang() {
		lang = ""
	}
	return words.In(lang, text)
}
