package report

import (
	"encoding/json"
	"math"
	"os"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// readVectors reads the part of the published test vectors that is about whole
// plays; package puzzle runs the rest.
func readVectors(t *testing.T, v any) {
	t.Helper()
	data, err := os.ReadFile("../puzzle/testdata/vectors.json")
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, v); err != nil {
		t.Fatal(err)
	}
}

func verdicts(n int, supported, given casefile.Verdict) []ItemReport {
	items := make([]ItemReport, n)
	for i := range items {
		items[i].Verdict = &puzzle.VerdictParts{Supported: supported, Given: given, Certainty: 1}
	}
	return items
}

func TestVectorsOfDiscernment(t *testing.T) {
	var v struct {
		Discernment []struct {
			Discernment
			Skill *float64
		}
	}
	readVectors(t, &v)
	if len(v.Discernment) == 0 {
		t.Fatal("there are no vectors")
	}
	for _, c := range v.Discernment {
		var r Report
		r.Items = append(r.Items, verdicts(c.Hits, casefile.Real, casefile.Real)...)
		r.Items = append(r.Items, verdicts(c.Signals-c.Hits, casefile.Real, casefile.Prank)...)
		r.Items = append(r.Items, verdicts(c.FalseAlarms, casefile.Denied, casefile.Real)...)
		r.Items = append(r.Items, verdicts(c.Noise-c.FalseAlarms, casefile.Unconfirmed, casefile.Denied)...)
		got := Discern(verdictsOf(r.Items))
		if math.Abs(got.DPrime-c.DPrime) > 1e-4 || math.Abs(got.C-c.C) > 1e-4 {
			t.Errorf("%+v: d′ %v, c %v", c, got.DPrime, got.C)
		}
		got.DPrime, got.C = c.DPrime, c.C
		if got != c.Discernment {
			t.Errorf("got %+v, want %+v", got, c.Discernment)
		}
		r.Discernment = got
		r.skills()
		skill := skills(r)[puzzle.Discernment]
		switch {
		case c.Skill == nil:
			if skill.Items != 0 {
				t.Errorf("%+v: a skill from %d answers", c, skill.Items)
			}
		case math.Abs(skill.Value-*c.Skill) > 1e-4 || skill.Items != c.Signals+c.Noise:
			t.Errorf("%+v: skill %+v, want %v", c, skill, *c.Skill)
		}
	}
}

func TestVectorsOfCalibration(t *testing.T) {
	var v struct {
		Calibration []struct {
			Name    string
			Answers []struct {
				Certainty int
				Outcome   string
			}
			Mean      float64
			RoundMark float64 `json:"round_mark"`
			Levels    []struct {
				Certainty, Answers, Right int
				Needed                    float64
			}
		}
	}
	readVectors(t, &v)
	if len(v.Calibration) == 0 {
		t.Fatal("there are no vectors")
	}
	for _, c := range v.Calibration {
		var items []ItemReport
		for _, a := range c.Answers {
			stake, ok := puzzle.Stakes(a.Certainty)
			if !ok {
				t.Fatalf("%s: certainty %d", c.Name, a.Certainty)
			}
			cbm := map[string]float64{"right": stake.Right, "defensible": stake.Defensible, "wrong": stake.Wrong}[a.Outcome]
			items = append(items, ItemReport{Verdict: &puzzle.VerdictParts{
				Certainty: a.Certainty, CBM: cbm, Right: a.Outcome == "right", Defensible: a.Outcome == "defensible",
			}})
		}
		got := Calibrate(verdictsOf(items))
		if got.Answers != len(c.Answers) || math.Abs(got.Mean-c.Mean) > 1e-4 || math.Abs(got.RoundMark-c.RoundMark) > 1e-4 {
			t.Errorf("%s: %+v", c.Name, got)
		}
		for i, level := range got.Levels {
			want := c.Levels[i]
			if level.Certainty != want.Certainty || level.Answers != want.Answers || level.Right != want.Right || math.Abs(level.Needed-want.Needed) > 1e-4 {
				t.Errorf("%s: %+v, want %+v", c.Name, level, want)
			}
		}
	}
}

// Quantile is checked against the tables of the normal distribution.
func TestInverseNormal(t *testing.T) {
	for p, want := range map[float64]float64{0.5: 0, 0.841344746: 1, 0.158655254: -1, 0.975: 1.959963985, 0.999: 3.090232306} {
		if got := Quantile(p); math.Abs(got-want) > 1e-6 {
			t.Errorf("the quantile of %v is %v, want %v", p, got, want)
		}
	}
}
