package jsonline_test

import (
	"math"
	"strings"
	"testing"

	"holdtheline/quiz/internal/jsonline"
)

type event struct {
	Do string `json:"do"`
	N  int    `json:"n,omitempty"`
}

func TestALineComesBack(t *testing.T) {
	want := event{Do: "<raised> & “counted”", N: 3}
	line := jsonline.Encode(want)
	if text := string(line); text != "{\"do\":\"<raised> & “counted”\",\"n\":3}\n" {
		t.Errorf("the line is %q", text)
	}
	var got event
	if err := jsonline.Decode(line, &got, "an event"); err != nil || got != want {
		t.Errorf("it is read as %v, %v", got, err)
	}
}

func TestWhatIsNoSuchLineIsRefused(t *testing.T) {
	for line, want := range map[string]string{
		`{"do":"counted"`:                  "it is cut short",
		`{"do":"counted"} {}`:              "something follows after its end",
		`{"do":"counted","m":3}`:           "it is not an event: ",
		`{"do":"counted","do":"raised"}`:   "it is not an event: ",
		`{"Do":"counted"}`:                 "it is not an event: ",
		`{"do":3}`:                         "it is not an event: ",
		"\x00":                             "it is not an event: ",
		`{"do":"counted","n":` + "\x1b[2J": "it is not an event: ",
	} {
		var e event
		err := jsonline.Decode([]byte(line), &e, "an event")
		if err == nil || !strings.HasPrefix(err.Error(), want) || strings.ContainsAny(err.Error(), "\x00\x1b") {
			t.Errorf("%q is read as %v, %v; want %q", line, e, err, want)
		}
	}
}

func TestWhatJSONCannotExpressPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("it doesn't panic")
		}
	}()
	jsonline.Encode(math.NaN())
}
