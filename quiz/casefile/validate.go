package casefile

import (
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/edtf"
)

// Validate checks every key by the rules of its struct tags: nothing required is
// empty, every number that has to be positive is, every word from a fixed list
// is on it, and nothing is longer than its bound. Loading a file finds most of
// this first; for a case built in Go this is the only check. tooLarge means that
// a list is too long for the other checks.
func Validate(c *Case) (problems Problems, tooLarge bool) {
	var v validator
	v.value(reflect.ValueOf(*c), "", false, false)
	return v.Problems(), v.tooLarge
}

type validator struct {
	Collector
	tooLarge bool
}

func (k *validator) value(v reflect.Value, path string, required, positive bool) {
	if required && isBlank(v) {
		k.Report(path, "write it: this key is needed", "%s is missing or empty", path)
		return
	}
	if _, ok := v.Interface().(edtf.Date); ok {
		return
	}
	if enum, ok := v.Interface().(tree.Enum); ok {
		if word := v.String(); word != "" && !slices.Contains(enum.Options(), word) {
			k.Report(path, k.Suggest(word, enum.Options()), "there is no %q here", word)
		}
		return
	}
	switch v.Kind() {
	case reflect.String:
		if length := utf8.RuneCountInString(v.String()); length > tree.MaxText {
			k.Add(Problem{Path: path, Message: tree.TooLong(path, length), Next: "shorten it"})
		}
		if wrong := tree.Unseen(path, v.String()); wrong != "" {
			k.Add(Problem{Path: path, Message: wrong, Next: "delete it"})
		}
	case reflect.Struct:
		for i, f := range tree.Fields(v.Type()) {
			if !f.Required && f.Type.Kind() == reflect.Struct && v.Field(i).IsZero() {
				continue // a group of keys that may be left out as a whole, and is
			}
			k.value(v.Field(i), strings.TrimPrefix(path+"."+f.Key, "."), f.Required, f.Positive)
		}
	case reflect.Slice:
		if v.Len() > tree.MaxItems {
			k.Add(Problem{Path: path, Message: tree.TooMany(path, v.Len()), Next: "keep those that a player needs"})
			k.tooLarge = true
			return
		}
		for i := range v.Len() {
			k.value(v.Index(i), fmt.Sprintf("%s[%d]", path, i), true, false)
		}
	case reflect.Map:
		keys := v.MapKeys()
		slices.SortFunc(keys, func(a, b reflect.Value) int { return strings.Compare(a.String(), b.String()) })
		for _, key := range keys {
			if one := v.MapIndex(key); one.Kind() == reflect.Struct {
				k.value(one, path+"."+key.String(), false, false)
			}
		}
	case reflect.Float64:
		const next = "write a number such as 1.5, or leave the key out for 1"
		switch f := v.Float(); {
		case !positive || f == 0: // left out
		case f < 0 || math.IsNaN(f) || math.IsInf(f, 0):
			k.Report(path, next, "%s is %v, but has to be more than 0", path, f)
		default:
			if wrong := tree.OutOfRange(path, f); wrong != "" {
				k.Add(Problem{Path: path, Message: wrong, Next: next})
			}
		}
	case reflect.Int:
		if positive && v.Int() < 0 {
			k.Report(path, "write a whole number such as 10", "%s is %d, but has to be more than 0", path, v.Int())
		}
	}
}

// isBlank reports whether a value counts as missing.
func isBlank(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.String:
		return strings.TrimSpace(v.String()) == ""
	case reflect.Slice:
		return v.Len() == 0
	}
	return v.IsZero()
}
