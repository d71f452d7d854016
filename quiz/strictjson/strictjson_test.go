package strictjson_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/strictjson"
)

type inner struct {
	Name string `json:"name,omitempty"`
}

type outer struct {
	Is     string            `json:"is"`
	Many   []*inner          `json:"many"`
	One    *inner            `json:"one"`
	Marks  map[string]*inner `json:"marks"`
	Began  time.Time         `json:"began"`
	Answer json.RawMessage   `json:"answer"`
}

func TestKeys(t *testing.T) {
	for text, want := range map[string]string{
		`{}`:   "",
		`null`: "",
		`{"is":"a","many":[{"name":"b"},null],"one":null,"marks":{"A":{},"a":{}},"began":"2026-01-15T09:30:00Z"}`: "",
		`{"answer":{"Is":1,"is":[{"x":1,"X":2}]}}`: "",
		`{"is":"a","is":"b"}`:                      `the key "is" twice`,
		`{"is":"a","\u0069s":"b"}`:                 `the key "is" twice`,
		`{"Is":"a"}`:                               `its key "Is" has to be written "is"`,
		`{"is":"a","IS":"b"}`:                      `its key "IS" has to be written "is"`,
		`{"many":[{},{"name":"b","name":"c"}]}`:    `the key "name" twice`,
		`{"one":{"Name":"b"}}`:                     `its key "Name" has to be written "name"`,
		`{"marks":{"a":{},"a":{}}}`:                `the key "a" twice`,
		`{"marks":{"a":{"NAME":""}}}`:              `its key "NAME" has to be written "name"`,
		`{"answer":[{"x":1,"x":2}]}`:               `the key "x" twice`,
		`{"answer":` + strings.Repeat("[", 9000) + strings.Repeat("]", 9000) + `,"Is":""}`: `"Is"`,
	} {
		var v outer
		d := json.NewDecoder(bytes.NewReader([]byte(text)))
		d.DisallowUnknownFields()
		if err := d.Decode(&v); err != nil {
			t.Fatalf("%.80s: encoding/json refuses it already: %v", text, err)
		}
		err := strictjson.Keys([]byte(text), &v)
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%.80s: %v, want %q", text, err, want)
		}
	}
}

// FuzzKeys holds what Keys finds against a walk through the tokens of encoding/json.
func FuzzKeys(f *testing.F) {
	for _, text := range []string{
		`{"is":"a","many":[{"name":"b"},null],"one":null,"marks":{"A":{},"a":{}},"began":"2026-01-15T09:30:00Z"}`,
		`{"answer":{"Is":1,"is":[{"x":1,"X":-2.5e3, "y" : true } ,[ ],"\\\"]"]}}`,
		` { "is" : "a" , "\u0069s" : "b" } `, `{"answer":[{"\ud800":1,"\udc00":2}]}`, "{\"answer\":{\"\xff\":1,\"\xfe\":2}}", `null`, `{"answer":{"x":1,"x":2}}`,
	} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		var v outer
		d := json.NewDecoder(bytes.NewReader(text))
		d.DisallowUnknownFields()
		if d.Decode(&v) != nil {
			return
		}
		got, repeated := strictjson.Keys(text, &v), false
		var walk func(d *json.Decoder)
		walk = func(d *json.Decoder) {
			token, _ := d.Token()
			seen := map[json.Token]bool{}
			for d.More() && (token == json.Delim('{') || token == json.Delim('[')) {
				if token == json.Delim('{') {
					key, _ := d.Token()
					repeated = repeated || seen[key]
					seen[key] = true
				}
				walk(d)
			}
			if token == json.Delim('{') || token == json.Delim('[') {
				_, _ = d.Token()
			}
		}
		walk(json.NewDecoder(bytes.NewReader(text)))
		if repeated && got == nil {
			t.Errorf("%q: a key that is there twice isn't found", text)
		}
		if got != nil && !repeated && !strings.Contains(got.Error(), "has to be written") {
			t.Errorf("%q: %v", text, got)
		}
	})
}

// A key is found again however many there are.
func TestManyKeys(t *testing.T) {
	for _, n := range []int{1, 15, 16, 17, 40_000} {
		var text strings.Builder
		text.WriteString(`{"answer":{`)
		for i := range n {
			fmt.Fprintf(&text, `"k%d":0,`, i)
		}
		var v outer
		if err := strictjson.Keys([]byte(text.String()+`"last":0}}`), &v); err != nil {
			t.Errorf("with %d keys: %v", n, err)
		}
		if err := strictjson.Keys([]byte(fmt.Sprintf(`%s"k%d":0}}`, text.String(), n-1)), &v); err == nil {
			t.Errorf("of %d keys the last is there twice, which isn't found", n)
		}
	}
}
