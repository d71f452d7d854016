package workshop

import (
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// log answers every question rightly up to the step of a beat, a puzzle or a question
// in it, in practice at full length: the game goes on there. Without one, it has just
// begun.
func (r *Request) log() (Response, error) {
	set, err := r.set()
	if err != nil {
		return Response{}, err
	}
	s := session.Start(set, session.Config{Length: casefile.Full, Seed: r.Seed})
	steps := s.Steps()
	to := 0
	if r.Item != "" {
		to = slices.IndexFunc(steps, func(step session.Step) bool {
			return step.ID == r.Item || slices.Contains(step.Items, r.Item)
		})
		if to < 0 {
			return Response{}, fmt.Errorf("nothing in the game has the id %q", r.Item)
		}
	}
	for _, step := range steps[:to] {
		for _, id := range step.Items {
			it, ok := set.Item(id)
			if !ok || s.Answered(id) {
				continue
			}
			// What is answered on the way, as which tabs were opened, refuses this.
			_ = s.Apply(session.Event{Kind: session.Answered, Item: id, Answer: it.Best()})
		}
		if err := s.Apply(session.Event{Kind: session.Went, Step: steps[s.At()+1].ID}); err != nil {
			return Response{}, err
		}
	}
	return Response{Log: string(s.Encode())}, nil
}
