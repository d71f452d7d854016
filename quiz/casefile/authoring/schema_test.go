package authoring_test

import (
	"encoding/json"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/internal/tree"
)

// A validator knows the keywords of JSON Schema that the generated one uses,
// and fails on any other.
type validator struct {
	t    *testing.T
	defs map[string]any
}

func (v validator) errors(schema map[string]any, value any, path string) (errs []string) {
	v.t.Helper()
	fail := func(format string, args ...any) { errs = append(errs, path+": "+fmt.Sprintf(format, args...)) }
	object, isObject := value.(map[string]any)
	list, isList := value.([]any)
	text, isText := value.(string)
	number, isNumber := value.(float64)
	for keyword, rule := range schema {
		switch keyword {
		case "$schema", "title", "description", "$defs":
		case "$ref":
			def, ok := v.defs[strings.TrimPrefix(rule.(string), "#/$defs/")].(map[string]any)
			if !ok {
				v.t.Fatalf("%s: the reference %v leads nowhere", path, rule)
			}
			errs = append(errs, v.errors(def, value, path)...)
		case "type":
			var types []any
			if types, _ = rule.([]any); types == nil {
				types = []any{rule}
			}
			is := map[string]bool{"object": isObject, "array": isList, "string": isText, "number": isNumber, "integer": isNumber && number == float64(int(number)), "boolean": value == true || value == false}
			if !slices.ContainsFunc(types, func(name any) bool { return is[name.(string)] }) {
				fail("is not of the type %v", rule)
			}
		case "const":
			if !reflect.DeepEqual(value, rule) {
				fail("is not %v", rule)
			}
		case "enum":
			if !slices.Contains(rule.([]any), value) {
				fail("is not one of %v", rule)
			}
		case "pattern":
			if isText && !regexp.MustCompile(rule.(string)).MatchString(text) {
				fail("%q does not match %v", text, rule)
			}
		case "exclusiveMinimum":
			if isNumber && number <= rule.(float64) {
				fail("%v is too small", number)
			}
		case "minimum":
			if isNumber && number < rule.(float64) {
				fail("%v is too small", number)
			}
		case "maximum":
			if isNumber && number > rule.(float64) {
				fail("%v is too large", number)
			}
		case "maxLength":
			if isText && float64(len([]rune(text))) > rule.(float64) {
				fail("is too long")
			}
		case "maxItems":
			if isList && float64(len(list)) > rule.(float64) {
				fail("has too many items")
			}
		case "minItems":
			if isList && float64(len(list)) < rule.(float64) {
				fail("has too few items")
			}
		case "items":
			for i, item := range list {
				errs = append(errs, v.errors(rule.(map[string]any), item, fmt.Sprintf("%s[%d]", path, i))...)
			}
		case "required":
			for _, key := range rule.([]any) {
				if _, ok := object[key.(string)]; isObject && !ok {
					fail("lacks %v", key)
				}
			}
		case "properties":
			for key, of := range rule.(map[string]any) {
				if item, ok := object[key]; ok {
					errs = append(errs, v.errors(of.(map[string]any), item, path+"."+key)...)
				}
			}
		case "propertyNames":
			for key := range object {
				errs = append(errs, v.errors(rule.(map[string]any), key, path+" key")...)
			}
		case "additionalProperties":
			known, _ := schema["properties"].(map[string]any)
			for key, item := range object {
				if _, ok := known[key]; ok {
					continue
				}
				if rule == false {
					fail("has no key %q", key)
				} else {
					errs = append(errs, v.errors(rule.(map[string]any), item, path+"."+key)...)
				}
			}
		default:
			v.t.Fatalf("%s: this test does not know the keyword %q", path, keyword)
		}
	}
	return errs
}

func schema(t *testing.T) (validator, map[string]any) {
	t.Helper()
	var s map[string]any
	if err := json.Unmarshal(authoring.Schema(), &s); err != nil {
		t.Fatal(err)
	}
	defs, _ := s["$defs"].(map[string]any)
	return validator{t, defs}, s
}

func TestSmallCaseFitsTheSchema(t *testing.T) {
	v, s := schema(t)
	c, problems := authoring.Load(base, readBase(t))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	data, err := authoring.JSON(c)
	if err != nil {
		t.Fatal(err)
	}
	var value any
	if err := json.Unmarshal(data, &value); err != nil {
		t.Fatal(err)
	}
	if errs := v.errors(s, value, "case"); len(errs) > 0 {
		t.Error(strings.Join(errs, "\n"))
	}
	for _, change := range []struct{ old, new, want string }{
		{`"format": 1`, `"format": 2`, "is not 1"},
		{`"language": "en",`, ``, "lacks language"},
		{`"language"`, `"langauge"`, `has no key "langauge"`},
		{`"id": "lost-cat"`, `"id": "Lost Cat"`, "does not match"},
		{`"kind": "confession"`, `"kind": "poem"`, "is not one of"},
		{`"published": "2021-03-01"`, `"published": "soon"`, "does not match"},
		{`"published": "2021-03-01"`, `"published": 2021`, ""},
		{`"quick": 3`, `"quick": 0`, "too small"},
		{`"weight": 2`, `"weight": 0`, "too small"},
		{`"weight": 2`, `"weight": 1e308`, "too large"},
		{`"title": "The Lost Cat"`, `"title": "` + strings.Repeat("so ", 5000) + `"`, "too long"},
		{`"relies_on": [`, `"relies_on": [` + strings.Repeat(`"a",`, tree.MaxItems), "too many items"},
		{`"tab": true`, `"tab": 1`, "not of the type"},
		{`"real": 0.5`, `"reel": 0.5`, "is not one of"},
		{`"summary": "`, `"summary": " ", "title": "`, "does not match"},
	} {
		changed := strings.Replace(string(data), change.old, change.new, 1)
		if changed == string(data) {
			t.Fatalf("%q is not in the case", change.old)
		}
		if err := json.Unmarshal([]byte(changed), &value); err != nil {
			t.Fatal(err)
		}
		errs := strings.Join(v.errors(s, value, "case"), "\n")
		if change.want == "" && errs != "" || !strings.Contains(errs, change.want) {
			t.Errorf("%s: got %q, want %q", change.new, errs, change.want)
		}
	}
}

func TestEverySchemaKeyHasADescription(t *testing.T) {
	v, s := schema(t)
	if s["$schema"] != "https://json-schema.org/draft/2020-12/schema" {
		t.Errorf("the schema is of the draft %v", s["$schema"])
	}
	groups := map[string]any{"Case": s}
	for name, def := range v.defs {
		groups[name] = def
	}
	for name, group := range groups {
		g := group.(map[string]any)
		if g["additionalProperties"] != false {
			t.Errorf("%s allows any key", name)
		}
		for key, property := range g["properties"].(map[string]any) {
			if text, _ := property.(map[string]any)["description"].(string); text == "" {
				t.Errorf("%s.%s is not explained", name, key)
			}
		}
	}
	for _, name := range []string{"Source", "Paragraph", "Event", "Claim", "Status", "Point", "Answer", "Room", "Beat", "Ask", "Puzzle", "Clue", "Person", "Minutes"} {
		if groups[name] == nil {
			t.Errorf("the schema does not describe a %s", name)
		}
	}
	first := string(authoring.Schema())
	for range 5 {
		if again := string(authoring.Schema()); again != first {
			t.Error("the schema is another every time")
		}
	}
}

// elsewhere lists keys that the small case can't have, or that say nothing to players;
// TestKeysOfEditors has the latter, TestPictures those of pictures. A test has no
// lengths, and the small case has.
var elsewhere = map[string]bool{
	"form": true, "belief": true, "written": true, "teacher_note": true, "notes": true, "unverified": true,
	"pictures": true, "file": true, "description": true, "credit": true, "width": true, "height": true,
}

// TestSmallCaseUsesEveryKey: otherwise the tests that spoil each key would skip
// some.
func TestSmallCaseUsesEveryKey(t *testing.T) {
	used := map[string]bool{}
	for _, s := range spots(parse(t, readBase(t)), nil, "") {
		used[s.path[strings.LastIndexByte(s.path, '.')+1:]] = true
	}
	v, s := schema(t)
	groups := []any{s}
	for _, def := range v.defs {
		groups = append(groups, def)
	}
	for _, group := range groups {
		for key := range group.(map[string]any)["properties"].(map[string]any) {
			if !used[key] && !elsewhere[key] {
				t.Errorf("no %q in the small case", key)
			}
		}
	}
}
