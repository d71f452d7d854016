package puzzle

import (
	"encoding/json"
	"errors"
	"testing"
)

// FuzzMark feeds any bytes to an item of any kind. The answer is either marked
// within bounds and explained with the same mark, or refused with the shape that
// is expected.
func FuzzMark(f *testing.F) {
	s := loadSet(f)
	items := s.Items()
	for i, it := range items {
		f.Add(i, []byte(it.Best()))
		f.Add(i, []byte(`null`))
		f.Add(i, []byte(`[{}]`))
		f.Add(i, []byte(`{"is": 1e400, "window": {}, "origin": [], "place": null}`))
	}
	f.Fuzz(func(t *testing.T, which int, answer []byte) {
		it := items[uint(which)%uint(len(items))]
		mark, err := it.Mark(json.RawMessage(answer))
		explanation, explainErr := it.Explain(json.RawMessage(answer))
		if (err == nil) != (explainErr == nil) {
			t.Fatalf("marking said %v, explaining said %v", err, explainErr)
		}
		if err != nil {
			var answerErr *AnswerError
			if !errors.As(err, &answerErr) || answerErr.Expected == "" || answerErr.Problem == "" {
				t.Fatalf("refused with %#v", err)
			}
			return
		}
		if !(mark.Value >= 0 && mark.Value <= 1) || len(mark.Parts) == 0 {
			t.Fatalf("%s: %s marks %v", it.ID(), answer, mark.Value)
		}
		sum, most := 0.0, 0.0
		for _, p := range mark.Parts {
			sum += p.Value
			most += p.Max
		}
		if !near(sum, mark.Value) || !near(most, 1) {
			t.Fatalf("%s: the parts %+v do not make %v", it.ID(), mark.Parts, mark.Value)
		}
		if explanation.Mark.Value != mark.Value {
			t.Fatalf("%s: marked %v, explained %v", it.ID(), mark.Value, explanation.Mark.Value)
		}
		if _, err := json.Marshal(explanation); err != nil {
			t.Fatal(err)
		}
	})
}
