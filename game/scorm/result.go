package scorm

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf16"

	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// MostResponse is the most characters of an interaction's response.
const MostResponse = 255 // as JavaScript counts them

// A Result is what a platform is told of a session.
type Result struct {
	Finished bool   `json:"finished"`
	Location string `json:"location"` // the step that the player is at
	Suspend  string `json:"suspend"`  // the session, packed
	// Score is the score from 0 to 100, as decimal digits: the report's once the
	// session is finished. Until then items without an answer count 0, so that
	// leaving after a lucky answer earns nothing. It is empty as long as nothing is
	// said of a test's answers.
	Score        string        `json:"score"`
	Interactions []Interaction `json:"interactions"` // the answered items, in playing order
}

// An Interaction is one answered item. Its fields are named as in SCORM.
type Interaction struct {
	ID        string `json:"id"`
	Type      string `json:"type"`
	Response  string `json:"response"`  // the first answer, by the ids of the case
	Result    string `json:"result"`    // correct, wrong, or the mark from 0 to 1
	Weighting string `json:"weighting"` // how much the item counts
}

// performance is the type of an interaction whose response is free text. The types
// for choices and orders take single letters, from which nobody could tell what was
// answered.
const performance = "performance"

// Of returns what a platform is told of a session. The error wraps one of package
// packed.
func Of(s *session.Session) (Result, error) {
	text, err := packed.Pack(s)
	if err != nil {
		return Result{}, err
	}
	r := Result{Finished: s.Done(), Location: s.Step().ID, Suspend: text, Interactions: []Interaction{}}
	if !s.Explained() {
		return r, nil
	}
	made := report.Make(s.Set(), s)
	sum, weights := 0.0, 0.0
	for _, it := range made.Items {
		if !it.Scored {
			continue
		}
		weights += it.Weight
		if !it.Answered {
			continue
		}
		sum += it.First * it.Weight
		r.Interactions = append(r.Interactions, Interaction{
			ID: identifier(it.ID), Type: performance, Response: response(s.Form(it.ID), it.Given),
			Result: result(it.First), Weighting: decimal(it.Weight),
		})
	}
	score := made.Score
	if !made.Finished && weights > 0 {
		score = 100 * sum / weights
	}
	r.Score = decimal(score)
	return r, nil
}

// response writes an answer out, at most MostResponse characters of it: each field's
// name, unless there is only one, and the ids chosen, or - for none. Some ids are
// phrases; they stand in quotation marks. A cord is written as from>to.
func response(form puzzle.Form, answer []byte) string {
	d := form.Draft(answer)
	var fields []string
	for i := range form.Fields {
		name := form.Fields[i].Name
		var chosen []string
		for _, id := range d.Value(name) {
			chosen = append(chosen, quoted(id))
		}
		for _, l := range d.Links(name) {
			link := quoted(l.From)
			if l.To != "" {
				link += ">" + quoted(l.To)
			}
			chosen = append(chosen, link)
		}
		field := strings.Join(chosen, ",")
		if field == "" {
			field = "-"
		}
		if len(form.Fields) > 1 {
			field = name + "=" + field
		}
		fields = append(fields, field)
	}
	text := utf16.Encode([]rune(strings.Join(fields, "; ")))
	return string(utf16.Decode(text[:min(len(text), MostResponse)]))
}

func quoted(id string) string {
	if strings.ContainsAny(id, " ,;>") {
		return `"` + id + `"`
	}
	return id
}

func result(mark float64) string {
	switch {
	case mark >= 1:
		return "correct"
	case mark <= 0:
		return "wrong"
	}
	return decimal(mark)
}

// decimal writes a number with the four decimals of a report at most.
func decimal(v float64) string {
	const unit = 1e4
	return strconv.FormatFloat(math.Round(v*unit)/unit, 'f', -1, 64)
}

// identifier keeps what an identifier may have: letters, digits, - and _.
func identifier(id string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '-' || r == '_' {
			return r
		}
		return '_'
	}, id)
}
