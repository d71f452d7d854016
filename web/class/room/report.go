package room

import (
	"encoding/json"
	"io"

	"holdtheline/quiz/report"
)

// A Report is what a class has done so far.
type Report struct {
	Settings
	Pupils []PupilReport `json:"pupils"` // in the order in which they joined
}

// A PupilReport is the report of one pupil.
type PupilReport struct {
	Seat   string         `json:"seat"`
	Name   string         `json:"name"`
	Report *report.Report `json:"report"` // null before the game is begun
	// Second has the answers of the second votes, by item, with their marks. They
	// count for nothing in Report.
	Second map[string]SecondReport `json:"second,omitempty"`
}

// A SecondReport is a pupil's answer in the second vote on an item.
type SecondReport struct {
	Given json.RawMessage `json:"given"`
	Mark  float64         `json:"mark"`
}

// Report returns the reports of all pupils.
func (r *Room) Report() Report {
	all := Report{Settings: r.settings, Pupils: []PupilReport{}}
	for _, id := range r.order {
		s := r.seats[id]
		p := PupilReport{Seat: s.ID, Name: s.Name}
		if s.session != nil {
			made := report.Make(r.set, s.session)
			p.Report = &made
		}
		for item, given := range s.second {
			if mark, ok := r.secondMark(s, item); ok {
				if p.Second == nil {
					p.Second = map[string]SecondReport{}
				}
				p.Second[item] = SecondReport{Given: given, Mark: mark.Value}
			}
		}
		all.Pupils = append(all.Pupils, p)
	}
	return all
}

// WriteCSV writes the reports as one table, a row for each item of each pupil.
func (r Report) WriteCSV(w io.Writer) error {
	var entries []report.Entry
	for _, p := range r.Pupils {
		if p.Report != nil {
			entries = append(entries, report.Entry{Who: p.Name, Report: *p.Report})
		}
	}
	return report.WriteCSV(w, entries)
}
