package casefile

import (
	"reflect"

	"holdtheline/quiz/casefile/internal/tree"
)

// A PuzzleKey is a key of a [Puzzle].
type PuzzleKey struct {
	Name string
	Doc  string // what it holds, as an author reads it
}

// PuzzleKeys lists the keys that a [Puzzle] can have, whatever its kind.
func PuzzleKeys() []PuzzleKey {
	var keys []PuzzleKey
	t := reflect.TypeFor[Puzzle]()
	for i := range t.NumField() {
		f := t.Field(i)
		keys = append(keys, PuzzleKey{Name: tree.KeyOf(f), Doc: f.Tag.Get("doc")})
	}
	return keys
}

// Has reports whether a key is given in the puzzle, and not empty.
func (p *Puzzle) Has(key string) bool {
	v := reflect.ValueOf(p).Elem()
	for i, f := range tree.Fields(v.Type()) {
		if f.Key == key {
			return !isBlank(v.Field(i))
		}
	}
	return false
}
