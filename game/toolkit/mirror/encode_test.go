package mirror

import (
	"encoding/json"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"holdtheline/game/toolkit/ui"
)

// asRead is a change as the page decodes it.
func asRead(t *testing.T, data []byte) any {
	t.Helper()
	var read any
	if err := json.Unmarshal(data, &read); err != nil {
		t.Fatalf("%q: %v", data, err)
	}
	return read
}

func FuzzAStringIsReadAsItIsWritten(f *testing.F) {
	for _, s := range []string{"", "plain", `"quoted\"`, "line\nbreak\ttab\x00\x1f\x7f", "Elton, „Łódź“ 😀", "\xff broken \xc3", "\u2028 \ufffd </script>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want, err := json.Marshal(s)
		if err != nil {
			t.Fatal(err)
		}
		if got := appendString(nil, s); !reflect.DeepEqual(asRead(t, got), asRead(t, want)) {
			t.Errorf("%q is written %s, want %s", s, got, want)
		}
	})
}

func TestEncodeFollowsTheTags(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	some := func(of ...string) string { return of[random.IntN(len(of))] }
	for range 300 {
		c := change{
			Patches: []Patch{}, Screen: some("", "desk"), Title: some("A “title”", "\n"), Focus: some("", "x"), Announce: some("", "said"),
			Plain: random.IntN(2) == 0, Theme: some("", "dark"), Text: random.Float64() * 2, Zoom: float64(random.IntN(3)),
		}
		for range random.IntN(5) {
			p := Patch{
				Op: Op(some(string(Create), string(Text))), Key: some("a", "b/1"), Tag: some("", "p"), Name: some("", "aria-label"),
				Value: some("", `"`), Parent: some("", "main"), Before: some("", "z"),
			}
			for range random.IntN(3) {
				p.Spans = append(p.Spans, ui.Span{Text: some("", "words"), Strong: random.IntN(2) == 0, Marked: random.IntN(2) == 0, Lang: some("", "de")})
			}
			if random.IntN(2) == 0 {
				p.Box = &Box{X: random.NormFloat64() * 1e3, Y: -1e-9, W: 1e22, H: float64(random.IntN(900))}
			}
			c.Patches = append(c.Patches, p)
		}
		want, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.encode(); !reflect.DeepEqual(asRead(t, got), asRead(t, want)) {
			t.Fatalf("got  %s\nwant %s", got, want)
		}
	}
}

func TestNaNAndInfinityAreWrittenAsZero(t *testing.T) {
	c := change{Patches: []Patch{{Op: Move, Key: "a", Box: &Box{X: math.NaN(), Y: math.Inf(1), W: math.Inf(-1)}}}, Zoom: math.NaN()}
	read := asRead(t, c.encode()).(map[string]any)
	box := read["patches"].([]any)[0].(map[string]any)["box"].(map[string]any)
	if read["zoom"] != 0.0 || box["X"] != 0.0 || box["Y"] != 0.0 || box["W"] != 0.0 {
		t.Errorf("got %v", read)
	}
}
