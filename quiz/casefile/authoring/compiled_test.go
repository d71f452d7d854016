package authoring_test

import (
	"reflect"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
)

// The author's keys are read from YAML and checked. The compiled case does not have
// them, and the fingerprint, so a saved game, does not depend on them.
func TestAuthorKeysAreNotCompiled(t *testing.T) {
	written, problems := authoring.Load(base, readBase(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data, err := authoring.JSON(written)
	if err != nil {
		t.Fatal(err)
	}
	compiled, err := casefile.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	read, left := filled(reflect.ValueOf(*written)), filled(reflect.ValueOf(*compiled))
	for _, key := range []string{"known_to", "could_be_fooled", "judgement", "tells", "how"} {
		if read[key] == 0 {
			t.Errorf("no %s was read", key)
		}
		if strings.Contains(string(data), `"`+key+`":`) {
			t.Errorf("%s is in the JSON", key)
		}
	}
	if len(left) > 0 {
		t.Errorf("the compiled case has %v", left)
	}
	if with, without := written.Fingerprint(), compiled.Fingerprint(); with != without {
		t.Errorf("the fingerprint is %q with them and %q without, so a saved game would be refused", with, without)
	}
}

// filled counts how often each of the author's keys has a value.
func filled(v reflect.Value) map[string]int {
	counts := map[string]int{}
	var count func(v reflect.Value)
	count = func(v reflect.Value) {
		switch v.Kind() {
		case reflect.Slice:
			for i := range v.Len() {
				count(v.Index(i))
			}
		case reflect.Struct:
			for i := range v.NumField() {
				if key, ok := v.Type().Field(i).Tag.Lookup("key"); !ok {
					count(v.Field(i))
				} else if !v.Field(i).IsZero() {
					counts[key]++
				}
			}
		}
	}
	count(v)
	return counts
}
