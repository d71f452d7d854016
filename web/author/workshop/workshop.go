package workshop

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/authoring/edit"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/simulate"
)

// MostText is the most bytes that a case's text may have.
const MostText = 4 << 20

// A Request asks for one thing.
type Request struct {
	Do   string  `json:"do"`             // the name of an answer: see Answer
	Text string  `json:"text,omitempty"` // a case as YAML; for sheet, a table as CSV
	Op   edit.Op `json:"op"`             // for edit
	Item string  `json:"item,omitempty"` // for log: up to where; for date: the words
	Seed uint64  `json:"seed,omitempty"` // for simulate and log
}

// A Response is the answer. Which fields it has depends on the request.
type Response struct {
	Error string `json:"error,omitempty"` // why it can't be answered, for a person

	Text     string           `json:"text,omitempty"`     // a case as YAML
	Data     json.RawMessage  `json:"data,omitempty"`     // the same as JSON, in the order of the text
	Problems []Problem        `json:"problems,omitempty"` // what is wrong with it
	More     int              `json:"more,omitempty"`     // so many problems are not listed
	Dated    []Dated          `json:"dated,omitempty"`    // what has a date
	Compiled string           `json:"compiled,omitempty"` // the case as the game reads it, if nothing is wrong
	Result   *simulate.Result `json:"result,omitempty"`
	Date     string           `json:"date,omitempty"`  // as the format writes it
	Human    string           `json:"human,omitempty"` // as a player reads it
	Log      string           `json:"log,omitempty"`
	Missing  []string         `json:"missing,omitempty"` // what a table lacks
}

// A Problem is something wrong at one place.
type Problem struct {
	Path    string `json:"path"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
	Next    string `json:"next,omitempty"`
}

// Answer answers a request. It never fails: what can't be answered is said in the
// response.
//
//	check     the text's data, problems, dates, and the compiled case
//	edit      the text with one place changed
//	date      what is understood of a date
//	simulate  how made-up pupils would do
//	log       a session that has come to a question, to go on playing there
//	sheet     a first draft from a table
//	schema    the format: what each key is for
func Answer(request []byte) []byte {
	var r Request
	response, err := Response{}, json.Unmarshal(request, &r)
	if err == nil {
		response, err = r.answer()
	}
	if err != nil {
		response.Error = err.Error()
	}
	out, err := json.Marshal(response)
	if err != nil {
		return []byte(`{"error":"the answer can't be written"}`)
	}
	return out
}

func (r *Request) answer() (Response, error) {
	if len(r.Text) > MostText {
		return Response{}, fmt.Errorf("this text has more than %d MB, which no case has", MostText>>20)
	}
	r.Text = strings.ReplaceAll(strings.TrimPrefix(r.Text, "\ufeff"), "\r\n", "\n")
	switch r.Do {
	case "check":
		return checked(r.Text), nil
	case "edit":
		text, err := edit.Apply([]byte(r.Text), r.Op)
		return Response{Text: string(text)}, err
	case "date":
		return date(r.Item)
	case "simulate":
		return r.simulate()
	case "log":
		return r.log()
	case "sheet":
		return sheet(r.Text)
	case "schema":
		return Response{Data: authoring.Schema()}, nil
	}
	return Response{}, fmt.Errorf("there is no answer to %q", r.Do)
}

// file is what the case is called in problems.
const file = "case.yaml"

func checked(text string) Response {
	c, problems := authoring.Load(file, []byte(text))
	var out Response
	for _, p := range problems {
		out.Problems = append(out.Problems, Problem{Path: p.Path, Line: p.Line, Column: p.Column, Message: p.Message, Next: p.Next})
	}
	if more := problems.Count() - len(problems); more > 0 {
		out.More = more + 1
		out.Problems = out.Problems[:len(out.Problems)-1]
	}
	if data, err := edit.JSON([]byte(text)); err == nil {
		out.Data = data
		out.Dated = dated(data)
	}
	if c == nil {
		return out
	}
	compiled, err := authoring.JSON(c)
	if err == nil {
		out.Compiled = string(compiled)
	}
	return out
}

func date(words string) (Response, error) {
	d, err := edtf.Parse(strings.TrimSpace(words))
	if err != nil {
		return Response{}, err
	}
	return Response{Date: d.String(), Human: d.Human(edtf.English())}, nil
}

var errUnsound = errors.New("the case has to pass the check first")

// set loads a case that passes the check.
func (r *Request) set() (*puzzle.Set, error) {
	c, _ := authoring.Load(file, []byte(r.Text))
	if c == nil {
		return nil, errUnsound
	}
	return puzzle.New(c), nil
}

// pupils is how many made-up pupils play a case: enough for two digits, few enough
// for a page.
const pupils = 1000

func (r *Request) simulate() (Response, error) {
	set, err := r.set()
	if err != nil {
		return Response{}, err
	}
	test, err := simulate.NewTest(set)
	if err != nil {
		return Response{}, err
	}
	result, err := simulate.Run(test, pupils, max(1, r.Seed))
	return Response{Result: &result}, err
}
