package workshop

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/authoring/complete"
	"holdtheline/quiz/casefile/authoring/edit"
	"holdtheline/quiz/check"
	"holdtheline/quiz/edtf/spoken"
	"holdtheline/quiz/outline"
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
	Item string  `json:"item,omitempty"` // for log: up to where; for date: the words; for complete: the line up to there
	Line int     `json:"line,omitempty"` // for complete: its number, from 1
	Seed uint64  `json:"seed,omitempty"` // for simulate and log
	Year int     `json:"year,omitempty"` // for date: that of the story, where the words name none
	Lang string  `json:"lang,omitempty"` // the page's language, for answers and dates; what the checker says is English

	beside Pictures
}

// Pictures are the files beside a case, by name.
type Pictures map[string][]byte

// find implements [casefile.PictureFinder].
func (p Pictures) find(name string) ([]byte, error) {
	data, ok := p[name]
	if !ok {
		return nil, errors.New("it is not in this browser; choose it again")
	}
	return data, nil
}

// A Response is the answer. Which fields it has depends on the request.
type Response struct {
	Error string `json:"error,omitempty"` // why it can't be answered, for a person

	Text     string           `json:"text,omitempty"`     // a case as YAML
	Data     json.RawMessage  `json:"data,omitempty"`     // the same as JSON, in the order of the text
	Problems []Problem        `json:"problems,omitempty"` // what is wrong with it
	Warnings []Problem        `json:"warnings,omitempty"` // what may be wrong with it
	More     int              `json:"more,omitempty"`     // so many problems are not listed
	Inferred []Inferred       `json:"inferred,omitempty"` // what the author left out
	Asks     []Asked          `json:"asks,omitempty"`     // the questions, if nothing is wrong
	Unused   []outline.Unused `json:"unused,omitempty"`   // what players never meet; likewise
	Told     []Told           `json:"told,omitempty"`     // what players are told of the sources; likewise
	Dated    []Dated          `json:"dated,omitempty"`    // what has a date
	Compiled string           `json:"compiled,omitempty"` // the case as the game reads it, if nothing is wrong
	Unready  bool             `json:"unready,omitempty"`  // it holds what nobody has looked up yet, so it may be played and not published
	Result   *simulate.Result `json:"result,omitempty"`
	Date     string           `json:"date,omitempty"`  // as the format writes it
	Human    string           `json:"human,omitempty"` // as a player reads it
	Log      string           `json:"log,omitempty"`
	Missing  []string         `json:"missing,omitempty"` // what a table lacks
	Files    json.RawMessage  `json:"files,omitempty"`   // pictures that were in a text, by name, as base64

	Options *complete.Options `json:"options,omitempty"` // what can be written at a place
}

// A Problem is something wrong at one place.
type Problem struct {
	Path    string `json:"path"`
	Line    int    `json:"line,omitempty"`
	Column  int    `json:"column,omitempty"`
	Message string `json:"message"`
	Next    string `json:"next,omitempty"`
}

// Inferred is something that the author left out and that follows from the rest.
type Inferred struct {
	Path  string `json:"path"`
	Value string `json:"value"`
	Why   string `json:"why"`
}

// Asked is a question as players meet it, with what is right and why.
type Asked struct {
	Path      string   `json:"path"`
	Where     string   `json:"where"`
	Kind      string   `json:"kind"`
	Asks      string   `json:"asks"`
	Right     []string `json:"right"`
	Why       string   `json:"why,omitempty"`
	Rule      string   `json:"rule,omitempty"`
	Witnesses []string `json:"witnesses,omitempty"`
	Chance    float64  `json:"chance"` // the mark that guessing earns on average
}

// Told is what players are told of a source, and what an author reads of why.
type Told struct {
	Path  string   `json:"path"`
	Title string   `json:"title"`
	Says  []string `json:"says"`
}

// Answer answers a request. It never fails: what can't be answered is said in the
// response.
//
//	check     the text's data, problems, dates, and the compiled case
//	data      the text's data alone, which takes less time; none if it can't be read
//	edit      the text with one place changed
//	date      what is understood of a date
//	simulate  how made-up pupils would do
//	log       a session that has come to a question, to go on playing there
//	foreign   an error, if a compiled case from elsewhere can't be played
//	complete  what can be written at a place of the text
//	built     a draft from a compiled case
//	pictures  a text without the pictures in it, and these
//	sheet     a first draft from a table
//	schema    the format: what each key is for
//
// The pictures are those beside the text. What is compiled doesn't have them.
func Answer(request []byte, beside Pictures) []byte {
	r := Request{beside: beside}
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
		return r.checked(), nil
	case "edit":
		text, err := edit.Apply([]byte(r.Text), r.Op)
		return Response{Text: string(text)}, err
	case "data":
		// What is wrong with a text that can't be read is what the check says.
		data, _ := edit.JSON([]byte(r.Text))
		return Response{Data: data}, nil
	case "date":
		return r.date()
	case "simulate":
		return r.simulate()
	case "log":
		return r.log()
	case "foreign":
		_, err := casefile.LoadForeign([]byte(r.Text))
		return Response{}, err
	case "complete":
		options := complete.At(r.Text, r.Line, r.Item)
		return Response{Options: &options}, nil
	case "built":
		text, err := edit.FromJSON([]byte(r.Text))
		return Response{Text: string(text)}, err
	case "pictures":
		return r.pictures()
	case "sheet":
		return r.sheet()
	case "schema":
		return Response{Data: authoring.Schema()}, nil
	}
	return Response{}, fmt.Errorf("there is no answer to %q", r.Do)
}

// file is what the case is called in problems.
const file = "case.yaml"

func (r *Request) checked() Response {
	text, l := r.Text, r.words()
	reading := authoring.Read(file, []byte(text), r.beside.find)
	out := Response{Problems: listed(reading.Errors), Warnings: listed(reading.Warnings)}
	if more := reading.Errors.Count() - len(reading.Errors); more > 0 {
		out.More = more + 1
		out.Problems = out.Problems[:len(out.Problems)-1]
	}
	if data, err := edit.JSON([]byte(text)); err == nil {
		out.Data = data
		out.Dated = dated(data, l.Dates())
	}
	for _, one := range reading.Inferred {
		out.Inferred = append(out.Inferred, Inferred{one.Path, one.Value, one.Why})
	}
	if reading.Case == nil {
		return out
	}
	out.asks(reading.Case, l)
	out.Unready = check.Unpublishable(reading.Case) != ""
	bare := *reading.Case
	bare.Pictures = maps.Clone(bare.Pictures)
	maps.DeleteFunc(bare.Pictures, func(name string, _ casefile.PictureFile) bool { return r.beside[name] != nil })
	compiled, err := authoring.JSON(&bare)
	if err == nil {
		out.Compiled = string(compiled)
	}
	return out
}

func listed(problems casefile.Problems) []Problem {
	var out []Problem
	for _, p := range problems {
		out = append(out, Problem{Path: p.Path, Line: p.Line, Column: p.Column, Message: p.Message, Next: p.Next})
	}
	return out
}

// words are the texts in the language of the page.
func (r *Request) words() *words.Catalogue {
	l, err := words.Load(words.Match(r.Lang))
	if err != nil {
		panic("workshop: the texts of an offered language can't be read: " + err.Error()) // embedded
	}
	return l
}

// asks lists the questions, with the answers as the game says them.
func (out *Response) asks(c *casefile.Case, l *words.Catalogue) {
	o := outline.Of(c)
	out.Unused = o.Unused
	for i := range o.Sources {
		src := &o.Sources[i]
		out.Told = append(out.Told, Told{Path: src.Path, Title: src.Title, Says: src.Says(l)})
	}
	for _, q := range o.Questions {
		a := Asked{Path: q.Path, Where: q.Where, Kind: string(q.Kind), Asks: q.Asks, Right: []string{}, Why: q.Why, Rule: q.Rule, Witnesses: q.Witnesses, Chance: q.Chance}
		if right := q.Right.In(l); right != "" {
			a.Right = append(a.Right, right)
		}
		for _, line := range q.Lines {
			a.Right = append(a.Right, line.In(l))
		}
		out.Asks = append(out.Asks, a)
	}
}

func (r *Request) date() (Response, error) {
	d, err := spoken.Read(r.Item, r.Year)
	if err != nil {
		return Response{}, err
	}
	return Response{Date: d.String(), Human: d.Human(r.words().Dates())}, nil
}

var errUnsound = errors.New("the case has to pass the check first")

// set loads a case that passes the check.
func (r *Request) set() (*puzzle.Set, error) {
	c, _ := authoring.Load(file, []byte(r.Text), r.beside.find)
	if c == nil {
		return nil, errUnsound
	}
	return puzzle.New(c), nil
}

// pictures takes the pictures out of a text: they are kept beside it. A text that holds
// none, or can't be read, stays as it is.
func (r *Request) pictures() (Response, error) {
	data, err := edit.JSON([]byte(r.Text))
	if err != nil {
		return Response{Text: r.Text}, nil // the check says what is wrong with it
	}
	var held struct {
		Pictures json.RawMessage `json:"pictures"`
	}
	if err := json.Unmarshal(data, &held); err != nil || !bytes.HasPrefix(held.Pictures, []byte("{")) {
		return Response{Text: r.Text}, nil // likewise
	}
	text, err := edit.Apply([]byte(r.Text), edit.Op{Do: edit.Remove, Path: edit.Path{"pictures"}})
	if err != nil {
		return Response{}, err
	}
	// They were at the end, after an empty line.
	return Response{Text: strings.TrimRight(string(text), "\n") + "\n", Files: held.Pictures}, nil
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
