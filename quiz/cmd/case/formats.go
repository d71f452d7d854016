package main

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/outline"
)

// A checked is what check found in a file, as it writes it in JSON.
type checked struct {
	File     string     `json:"file"`
	OK       bool       `json:"ok"` // there is no error; warnings don't count
	Problems []found    `json:"problems"`
	Inferred []inferred `json:"inferred"`
	Asks     []asked    `json:"asks"` // empty if there is an error
	Unused   []unused   `json:"unused"`
}

type found struct {
	Severity casefile.Severity `json:"severity"`
	Code     string            `json:"code"`
	Path     string            `json:"path"`
	Line     int               `json:"line"` // from 1; 0 if it is about the file
	Column   int               `json:"column"`
	Message  string            `json:"message"`
	Next     string            `json:"next"`
}

type inferred struct {
	Path  string `json:"path"`
	Value string `json:"value"`
	Why   string `json:"why"`
}

type asked struct {
	ID        string   `json:"id"`
	Path      string   `json:"path"`
	Kind      string   `json:"kind"`
	Where     string   `json:"where"`
	Asks      string   `json:"asks"`
	Right     []string `json:"right"`
	Why       string   `json:"why"`
	Rule      string   `json:"rule,omitempty"`
	Witnesses []string `json:"witnesses,omitempty"`
	Chance    float64  `json:"chance"`
}

type unused struct {
	What string `json:"what"`
	ID   string `json:"id"`
	Path string `json:"path"`
}

// writeChecked writes results as a list of objects.
func writeChecked(results []result, lang string, stdout io.Writer) error {
	l, err := words.Load(lang)
	if err != nil {
		return err
	}
	out := []checked{}
	for _, r := range results {
		one := checked{File: r.file, OK: r.sound(false), Problems: []found{}, Inferred: []inferred{}, Asks: []asked{}, Unused: []unused{}}
		for _, p := range r.problems() {
			one.Problems = append(one.Problems, found{p.Severity, p.Code, p.Path, p.Line, p.Column, p.Message, p.Next})
		}
		for _, i := range r.reading.Inferred {
			one.Inferred = append(one.Inferred, inferred{i.Path, i.Value, i.Why})
		}
		if one.OK {
			o := outline.Of(r.reading.Case)
			for _, q := range o.Questions {
				a := asked{ID: q.ID, Path: q.Path, Kind: string(q.Kind), Where: q.Where, Asks: q.Asks, Right: []string{}, Why: q.Why, Rule: q.Rule, Witnesses: q.Witnesses, Chance: q.Chance}
				if right := q.Right.In(l); right != "" {
					a.Right = append(a.Right, right)
				}
				for _, line := range q.Lines {
					a.Right = append(a.Right, line.In(l))
				}
				one.Asks = append(one.Asks, a)
			}
			for _, u := range o.Unused {
				one.Unused = append(one.Unused, unused{u.What, u.ID, u.Path})
			}
		}
		out = append(out, one)
	}
	e := json.NewEncoder(stdout)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(out)
}

// problems lists the errors of a file, then its warnings.
func (r *result) problems() casefile.Problems {
	if r.err != nil {
		return casefile.Problems{{Code: "unreadable", File: r.file, Message: "the file can't be read: " + r.err.Error(), Next: "check the name and the folder you are in"}}
	}
	return append(append(casefile.Problems{}, r.reading.Errors...), r.reading.Warnings...)
}

// In annotations these characters stand for others.
var (
	annotationText  = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A")
	annotationValue = strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C")
)

// writeAnnotations writes problems as workflow commands of GitHub Actions, which shows
// them beside the lines of the file.
func writeAnnotations(results []result, stdout io.Writer) {
	for _, r := range results {
		for _, p := range r.problems() {
			place := "file=" + annotationValue.Replace(p.File)
			if p.Line > 0 {
				place += fmt.Sprintf(",line=%d,col=%d", p.Line, p.Column)
			}
			fmt.Fprintf(stdout, "::%s %s,title=%s::%s\n", p.Severity, place, annotationValue.Replace(p.Code), annotationText.Replace(p.Sentence()))
		}
	}
}
