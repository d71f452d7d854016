package app_test

import (
	"reflect"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// shared are the values outside of itself that a model points to: what never
// changes while a game runs, and the game's own log.
var shared = map[reflect.Type]bool{
	reflect.TypeFor[puzzle.Set]():      true,
	reflect.TypeFor[words.Catalogue](): true,
	reflect.TypeFor[session.Session](): true,
	reflect.TypeFor[casefile.Case]():   true, // heads of cases
	reflect.TypeFor[report.Report]():   true, // made of the log
}

// impure lists what in a type could reach outside: functions, channels, interfaces
// that may hold anything, and pointers to what isn't shared.
func impure(t reflect.Type, path string, seen map[reflect.Type]bool) []string {
	if seen[t] {
		return nil
	}
	seen[t] = true
	switch t.Kind() {
	case reflect.Func, reflect.Chan, reflect.Interface, reflect.UnsafePointer, reflect.Uintptr:
		return []string{path + ", a " + t.String()}
	case reflect.Pointer:
		if t.Elem().PkgPath() == reflect.TypeFor[app.Model]().PkgPath() {
			return impure(t.Elem(), path, seen) // a part of the model that may be missing
		}
		if !shared[t.Elem()] {
			return []string{path + ", a " + t.String()}
		}
	case reflect.Slice, reflect.Array:
		return impure(t.Elem(), path, seen)
	case reflect.Map:
		return append(impure(t.Key(), path, seen), impure(t.Elem(), path, seen)...)
	case reflect.Struct:
		if strings.HasPrefix(t.PkgPath(), "sync") {
			return []string{path + ", a " + t.String()}
		}
		var found []string
		for i := range t.NumField() {
			f := t.Field(i)
			found = append(found, impure(f.Type, path+"."+f.Name, seen)...)
		}
		return found
	}
	return nil
}

// What a model is can be written down: it reaches for no clock, no browser and no
// file, and asks for what it needs from there by an effect.
func TestTheModelReachesForNothingOutside(t *testing.T) {
	for _, found := range impure(reflect.TypeFor[app.Model](), "Model", map[reflect.Type]bool{}) {
		t.Errorf("%s, could reach outside", found)
	}
}

func TestReachingOutsideIsFound(t *testing.T) {
	type inner struct{ Ask func() bool }
	for want, bad := range map[string]reflect.Type{
		"M.A.Ask":    reflect.TypeFor[struct{ A []inner }](),
		"M.Messages": reflect.TypeFor[struct{ Messages chan int }](),
		"M.Page":     reflect.TypeFor[struct{ Page *inner }](),
		"M.Any":      reflect.TypeFor[struct{ Any any }](),
	} {
		if found := impure(bad, "M", map[reflect.Type]bool{}); len(found) != 1 || !strings.HasPrefix(found[0], want+",") {
			t.Errorf("found %v, want %s", found, want)
		}
	}
}

// The same model gives the same screen, however often it is asked.
func TestAViewChangesNothing(t *testing.T) {
	m := newGame(t, app.Options{Words: screentest.In(t, "de")})
	p := &player{t: t, m: m}
	p.press("begin")
	first := m.View(broad)
	m.View(narrow)
	if again := m.View(broad); !reflect.DeepEqual(first, again) {
		t.Error("the second view is another than the first")
	}
}
