package casefile

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/edtf"
)

// Validate checks every key by the rules of its struct tags: nothing required is
// empty, every number that has to be positive is, every word from a fixed list
// is on it. Loading a file finds most of this first; a case put together in Go
// is held to it here.
func Validate(c *Case) Problems {
	var v validator
	v.value(reflect.ValueOf(*c), "", false, false)
	return v.problems
}

type validator struct{ problems Problems }

func (k *validator) say(path, next, format string, args ...any) {
	k.problems = append(k.problems, Problem{Path: path, Message: fmt.Sprintf(format, args...), Next: next})
}

func (k *validator) value(v reflect.Value, path string, required, positive bool) {
	if required && isBlank(v) {
		k.say(path, "write it: this key is needed", "%s is missing or empty", path)
		return
	}
	if _, ok := v.Interface().(edtf.Date); ok {
		return
	}
	if enum, ok := v.Interface().(tree.Enum); ok {
		if word := v.String(); word != "" && !slices.Contains(enum.Options(), word) {
			k.say(path, Suggest(word, enum.Options()), "there is no %q here", word)
		}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			required, positive := tree.RulesOf(f)
			k.value(v.Field(i), strings.TrimPrefix(path+"."+tree.KeyOf(f), "."), required, positive)
		}
	case reflect.Slice:
		for i := range v.Len() {
			k.value(v.Index(i), fmt.Sprintf("%s[%d]", path, i), true, false)
		}
	case reflect.Float64:
		if f := v.Float(); positive && (f < 0 || math.IsNaN(f) || math.IsInf(f, 0)) {
			k.say(path, "write a number such as 1.5, or leave the key out for 1", "%s is %v, but has to be more than 0", path, f)
		}
	case reflect.Int:
		if positive && v.Int() < 0 {
			k.say(path, "write a whole number such as 10", "%s is %d, but has to be more than 0", path, v.Int())
		}
	}
}

// isBlank reports a value that counts as missing.
func isBlank(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.TrimSpace(v.String()) == ""
	case reflect.Slice:
		return v.Len() == 0
	}
	return v.IsZero()
}
