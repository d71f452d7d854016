package desk

import (
	"bytes"
	"encoding/json"

	"holdtheline/game/teacher/frame"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/report"
)

// save hands the comparison over in a format, with numbers in the place of names
// where those are hidden.
func (m *Model) save(format string) []Effect {
	if m.alone != nil {
		return m.saveGroup(format)
	}
	if !m.comparing {
		return nil
	}
	c := m.named()
	var out bytes.Buffer
	var err error
	mime := "application/json"
	switch format {
	case "csv":
		mime, err = "text/csv;charset=utf-8", c.WriteCSV(&out)
	case "json":
		e := json.NewEncoder(&out)
		e.SetIndent("", "  ")
		err = e.Encode(c)
	default:
		return nil
	}
	if err != nil {
		m.Notice = m.Say("trouble.file", "why", err)
		return nil
	}
	return []Effect{frame.SaveFile{Name: "before-and-after." + format, MIME: mime, Data: out.Bytes()}}
}

// saveGroup hands over the results of one side: each answer of each pupil.
func (m *Model) saveGroup(format string) []Effect {
	entries := m.shownEntries(m.alone)
	var out bytes.Buffer
	var err error
	mime := "application/json"
	switch format {
	case "csv":
		mime, err = "text/csv;charset=utf-8", report.WriteCSV(&out, entries)
	case "json":
		e := json.NewEncoder(&out)
		e.SetIndent("", "  ")
		err = e.Encode(entries)
	default:
		return nil
	}
	if err != nil {
		m.Notice = m.Say("trouble.file", "why", err)
		return nil
	}
	return []Effect{frame.SaveFile{Name: "results." + format, MIME: mime, Data: out.Bytes()}}
}

// shownEntries are a group's results with the names that are shown.
func (m *Model) shownEntries(g *group) []report.Entry {
	if !m.hidden {
		return g.entries
	}
	entries := append([]report.Entry(nil), g.entries...)
	for i := range entries {
		entries[i].Who = m.Say("teacher.pupil", "n", i+1)
	}
	return entries
}

// named is the comparison with the names that are shown: the pupils' own, or numbers
// in the order in which the results came.
func (m *Model) named() compare.Comparison {
	c := m.compared
	if !m.hidden {
		return c
	}
	numbers := map[string]string{}
	number := func(who string) string {
		if numbers[who] == "" {
			numbers[who] = m.Say("teacher.pupil", "n", len(numbers)+1)
		}
		return numbers[who]
	}
	c.Pupils = append([]compare.Single(nil), c.Pupils...)
	for i := range c.Pupils {
		c.Pupils[i].Who = number(c.Pupils[i].Who)
	}
	c.LeftOut = append([]compare.LeftOut(nil), c.LeftOut...)
	for i := range c.LeftOut {
		c.LeftOut[i].Who = number(c.LeftOut[i].Who)
	}
	return c
}
