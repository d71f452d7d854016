package accessibility

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
	"time"

	"go.yaml.in/yaml/v3"
)

//go:embed criteria.yaml
var criteria []byte

//go:embed incomplete.json
var incomplete []byte

// A Statement is everything on the page that could go out of date.
type Statement struct {
	Reviewed Day         `yaml:"reviewed"` // when everything was last checked
	Tried    []Trial     `yaml:"tried"`
	Criteria []Criterion `yaml:"criteria"`
	Open     []Open      `yaml:"-"`
}

// A Trial is what the game was tried with, and how.
type Trial struct {
	With  string `yaml:"with"`
	What  string `yaml:"what"`
	Tests Tests  `yaml:"tests"`
}

// A Criterion is one success criterion of WCAG 2.2.
type Criterion struct {
	Number string `yaml:"criterion"`
	Name   string `yaml:"name"` // in the project's own words
	Level  string `yaml:"level"`
	Status Status `yaml:"status"`
	How    string `yaml:"how"` // how it is met, or why it does not apply
	Tests  Tests  `yaml:"tests"`
	Check  string `yaml:"check"` // what a person looks at
	Gaps   string `yaml:"gaps"`
}

// Status tells how far a criterion is met.
type Status string

// The statuses. There is none for a criterion that isn't met: the statement
// could not speak of conformance then, and its words would have to change.
const (
	Met    Status = "met"    // in both views
	Plain  Status = "plain"  // in full by the plain page, which stands in for the drawn view
	Absent Status = "absent" // there is nothing it could apply to
)

// A Day is written as 2006-01-02.
type Day struct{ time.Time }

// UnmarshalYAML reads a day.
func (d *Day) UnmarshalYAML(n *yaml.Node) (err error) {
	d.Time, err = time.Parse(time.DateOnly, n.Value)
	return err
}

// Tests are titles of tests by file.
type Tests map[string][]string

// Files lists the files in order.
func (t Tests) Files() []string {
	var out []string
	for name := range t {
		out = append(out, name)
	}
	slices.Sort(out)
	return out
}

// An Open result is one that axe leaves to people: the rule, why axe can't decide,
// where, and why the page is right.
type Open struct {
	Rule  string `json:"rule"`
	Cause string `json:"cause"` // axe's own name for why it can't tell
	Where string `json:"where"` // the view or page: canvas, plain, or the page's name
	Why   string `json:"why"`
}

// Read returns the statement.
func Read() (*Statement, error) {
	s := &Statement{}
	d := yaml.NewDecoder(bytes.NewReader(criteria))
	d.KnownFields(true)
	if err := d.Decode(s); err != nil {
		return nil, fmt.Errorf("web/accessibility/criteria.yaml: %w", err)
	}
	j := json.NewDecoder(bytes.NewReader(incomplete))
	j.DisallowUnknownFields()
	if err := j.Decode(&s.Open); err != nil {
		return nil, fmt.Errorf("web/accessibility/incomplete.json: %w", err)
	}
	if _, err := j.Token(); err != io.EOF {
		return nil, errors.New("web/accessibility/incomplete.json: something follows the list")
	}
	if err := s.check(); err != nil {
		return nil, fmt.Errorf("web/accessibility: %w", err)
	}
	return s, nil
}

var number = regexp.MustCompile(`^[1-4]\.[1-5]\.[1-9][0-9]?$`)

// check returns everything that is wrong in the statement itself.
func (s *Statement) check() error {
	var wrong []error
	say := func(format string, args ...any) { wrong = append(wrong, fmt.Errorf(format, args...)) }
	if s.Reviewed.IsZero() {
		say("the date of the review is missing")
	}
	for _, t := range s.Tried {
		if t.With == "" || t.What == "" || len(t.Tests) == 0 {
			say("the trial with %q doesn't say what was tried, or by which test", t.With)
		}
	}
	seen := map[string]bool{}
	for _, c := range s.Criteria {
		switch {
		case !number.MatchString(c.Number):
			say("%q is not the number of a criterion", c.Number)
		case seen[c.Number]:
			say("%s is there twice", c.Number)
		case c.Name == "" || c.How == "":
			say("%s has no name, or doesn't say how it is met", c.Number)
		case c.Status != Met && c.Status != Plain && c.Status != Absent:
			say("%s has the status %q; there are %s, %s and %s", c.Number, c.Status, Met, Plain, Absent)
		case c.Status != Absent && len(c.Tests) == 0 && c.Check == "":
			say("%s is said to be met, with no test and nothing to check", c.Number)
		}
		seen[c.Number] = true
	}
	for _, o := range s.Open {
		if o.Rule == "" || o.Cause == "" || o.Where == "" || o.Why == "" {
			say("%s, left open by axe, lacks its cause, its place or its reason", o.Rule)
		}
	}
	return errors.Join(wrong...)
}

// Of counts the criteria with a status.
func (s *Statement) Of(status Status) int {
	n := 0
	for _, c := range s.Criteria {
		if c.Status == status {
			n++
		}
	}
	return n
}

// Gaps lists the criteria with something known to be missing.
func (s *Statement) Gaps() []Criterion {
	return slices.DeleteFunc(slices.Clone(s.Criteria), func(c Criterion) bool { return strings.TrimSpace(c.Gaps) == "" })
}
