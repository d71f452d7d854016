package casefile

import (
	"reflect"
	"strings"

	"holdtheline/quiz/casefile/internal/tree"
)

// A PuzzleKey is a key that only some kinds of puzzle take.
type PuzzleKey struct {
	Name string
	Doc  string       // what it holds, as an author reads it
	Only []PuzzleKind // the kinds that take it
}

// PuzzleKeys lists the keys of a [Puzzle] that only some kinds take.
func PuzzleKeys() []PuzzleKey {
	var keys []PuzzleKey
	t := reflect.TypeFor[Puzzle]()
	for i := range t.NumField() {
		f := t.Field(i)
		kinds, limited := f.Tag.Lookup("only")
		if !limited {
			continue
		}
		key := PuzzleKey{Name: tree.KeyOf(f), Doc: f.Tag.Get("doc")}
		for kind := range strings.SplitSeq(kinds, ",") {
			key.Only = append(key.Only, PuzzleKind(kind))
		}
		keys = append(keys, key)
	}
	return keys
}

// Has reports whether a key is given in the puzzle, and not empty.
func (p *Puzzle) Has(key string) bool {
	v := reflect.ValueOf(p).Elem()
	for i := range v.NumField() {
		if tree.KeyOf(v.Type().Field(i)) == key {
			return !isBlank(v.Field(i))
		}
	}
	return false
}
