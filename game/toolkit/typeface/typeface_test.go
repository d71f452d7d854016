package typeface_test

import (
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/game/toolkit/basic"
	"holdtheline/game/toolkit/style"
	"holdtheline/game/toolkit/typeface"
)

func faces(t testing.TB) *typeface.Set {
	t.Helper()
	s, err := typeface.New(basic.Theme())
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestAdvance(t *testing.T) {
	s := faces(t)
	sans := style.Font{}
	word := s.Advance("Elton", sans, 1)
	if word < 30 || word > 50 {
		t.Errorf("Elton is %.2f px wide at 16 px, want 30 to 50", word)
	}
	if twice := s.Advance("Elton", sans, 2); math.Abs(twice-2*word) > 1e-9 {
		t.Errorf("at 200 %% it is %.4f px, want exactly twice %.4f", twice, word)
	}
	if s.Advance("Elton", style.Font{Bold: true}, 1) <= word {
		t.Error("bold is not wider than regular")
	}
	if s.Advance("elton", style.Font{Caps: true}, 1) <= s.Advance("ELTON", sans, 1) {
		t.Error("capitals of a label are not letter-spaced")
	}
	if s.Advance("hy\u00adphen", sans, 1) != s.Advance("hyphen", sans, 1) {
		t.Error("a soft hyphen takes room")
	}
}

// A typeface's kerning is applied.
func TestLettersAreKerned(t *testing.T) {
	data, err := os.ReadFile(filepath.FromSlash("../../../assets/fonts/news-serif-400.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	theme := basic.Theme()
	theme.Faces = []style.Face{{Family: "News Serif", Regular: data, Bold: data}}
	s, err := typeface.New(theme)
	if err != nil {
		t.Fatal(err)
	}
	f := style.Font{}
	if kerned, apart := s.Advance("AV", f, 1), s.Advance("A", f, 1)+s.Advance("V", f, 1); kerned >= apart {
		t.Errorf("AV is %.3f px wide, its letters together %.3f: no kerning", kerned, apart)
	}
}

func TestAThemeWithoutTypefacesIsRefused(t *testing.T) {
	none, broken := basic.Theme(), basic.Theme()
	none.Faces = nil
	broken.Faces[1].Bold = broken.Faces[1].Bold[:100]
	for want, theme := range map[string]*style.Theme{"at least one face": none, "Go Mono bold": broken} {
		if _, err := typeface.New(theme); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("the error is %v, want one that says %q", err, want)
		}
	}
}

func TestFallsBackToTheOtherFace(t *testing.T) {
	s := faces(t)
	var faces []int
	s.Each("a日✓", style.Font{Family: basic.Mono}, 16, func(g typeface.Glyph) {
		faces = append(faces, g.Face.ID)
		if g.Index == 0 && g.Face.ID != 2 {
			t.Error("the empty box comes from the second typeface")
		}
	})
	if len(faces) != 3 {
		t.Fatalf("%d glyphs, want 3", len(faces))
	}
}

func TestBaselineLiesInItsLine(t *testing.T) {
	s := faces(t)
	for size := style.Body; size <= basic.Title; size++ {
		for _, family := range []style.Family{basic.Sans, basic.Mono} {
			f := style.Font{Family: family, Size: size}
			a, h := s.Ascent(f, 1), s.LineHeight(f, 1)
			if a <= 0.5*h || a >= h {
				t.Errorf("%v %v: baseline at %.1f of a line of %.1f", family, size, a, h)
			}
		}
	}
}

func BenchmarkAdvance(b *testing.B) {
	s := faces(b)
	text := "He wonders whether the post is really Elton John’s. If the singer asked, he adds, the president would be ready to talk."
	b.ReportAllocs()
	for b.Loop() {
		s.Advance(text, style.Font{Family: basic.Mono}, 1)
	}
}

// A set of typefaces knows which scripts it covers.
func TestWhatATypefaceCanSet(t *testing.T) {
	s := faces(t)
	for text, want := range map[string]bool{
		"": true, "Ça va, Łódź?\nnon\u00a0finito\u00ad": true, "Привет": true, "Ελλάδα": true,
		"العربية": false, "עברית": false, "हिन्दी": false, "ไทย": false, "日本語": false,
		"Elton تسجيل": false, "\u202babc": false,
	} {
		if got := s.CanSet(text); got != want {
			t.Errorf("%q can be set: %v, want %v", text, got, want)
		}
	}
}
