package check

import (
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// puzzleKeys checks the keys of rooms and puzzles: the kind of a room decides
// between beats and puzzles, the kind of a puzzle which further keys it takes.
func (k *checker) puzzleKeys() {
	some := slices.DeleteFunc(casefile.PuzzleKeys(), func(key casefile.PuzzleKey) bool {
		return len(puzzle.KindsWithKey(key.Name)) == 0 // every puzzle has it
	})
	for i, r := range k.c.Rooms {
		path := at("rooms", i)
		if r.Kind == "" {
			continue
		}
		desk := r.Kind == casefile.Desk
		switch {
		case desk && len(r.Puzzles) > 0:
			k.Report(path+".puzzles", "move them to a room of another kind", "a desk has beats and no puzzles")
		case !desk && len(r.Beats) > 0:
			k.Report(path+".beats", "move them to the desk", "only a desk has beats, and this room is a %s", r.Kind)
		}
		switch {
		case desk && len(r.Beats) == 0:
			k.Report(path+".beats", "add its moments, in time order", "the key \"beats\" is missing: a desk has them")
		case !desk && len(r.Puzzles) == 0:
			k.Report(path+".puzzles", "add what there is to do in it", "the key \"puzzles\" is missing: every room but the desk has them")
		}
		for j := range r.Puzzles {
			k.keysOf(&r.Puzzles[j], some, at(path+".puzzles", j))
		}
	}
}

// keysOf checks those keys of one puzzle that only some kinds take.
func (k *checker) keysOf(p *casefile.Puzzle, some []casefile.PuzzleKey, path string) {
	if p.Kind == "" {
		return
	}
	spec, ok := puzzle.SpecOf(p.Kind)
	if !ok {
		k.Report(path+".kind", k.Suggest(string(p.Kind), words(puzzle.Kinds())), "there is no %q here", p.Kind)
		return
	}
	takes := spec.Keys()
	for _, key := range some {
		i := slices.IndexFunc(takes, func(t puzzle.Key) bool { return t.Name == key.Name })
		switch given := p.Has(key.Name); {
		case given && i < 0:
			k.Report(path+"."+key.Name, "delete it, or correct the puzzle's kind", "a puzzle of the kind %q has no key %q", p.Kind, key.Name)
		case !given && i >= 0 && !takes[i].Optional:
			k.Report(path+"."+key.Name, "add it: "+key.Doc, "a puzzle of the kind %q needs the key %q", p.Kind, key.Name)
		}
	}
}

func words(kinds []puzzle.Kind) []string {
	out := make([]string, len(kinds))
	for i, kind := range kinds {
		out[i] = string(kind)
	}
	return out
}

// puzzles lets every kind check that its puzzles have one right answer and are
// worth playing.
func (k *checker) puzzles() {
	for i, r := range k.c.Rooms {
		for j := range r.Puzzles {
			p := &r.Puzzles[j]
			if spec, ok := puzzle.SpecOf(p.Kind); ok {
				spec.Check(findings{k}, k.x, p, at(at("rooms", i)+".puzzles", j))
			}
		}
	}
}

// findings lets the kinds of puzzle report problems.
type findings struct{ *checker }

func (f findings) Moment(path string, d edtf.Date) bool   { return f.moment(path, d) }
func (f findings) PublicBy(path, ref string, t edtf.Date) { f.publicBy(path, ref, t) }
func (f findings) Source(path, ref string) {
	if _, _, cited := casefile.SplitRef(ref); cited {
		f.source(path, ref)
	}
}
