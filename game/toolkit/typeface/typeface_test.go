package typeface_test

import (
	"math"
	"testing"

	"holdtheline/game/theme"
	"holdtheline/game/toolkit/typeface"
)

func TestAdvance(t *testing.T) {
	s := typeface.New()
	sans, serif := theme.Font{}, theme.Font{Family: theme.Serif}
	word := s.Advance("Elton", sans, 1)
	if word < 30 || word > 50 {
		t.Errorf("Elton is %.2f px wide at 16 px, want 30 to 50", word)
	}
	if twice := s.Advance("Elton", sans, 2); math.Abs(twice-2*word) > 1e-9 {
		t.Errorf("at 200 %% it is %.4f px, want exactly twice %.4f", twice, word)
	}
	if s.Advance("Elton", theme.Font{Bold: true}, 1) <= word {
		t.Error("bold is not wider than regular")
	}
	if s.Advance("elton", theme.Font{Caps: true}, 1) <= s.Advance("ELTON", sans, 1) {
		t.Error("capitals of a label are not letter-spaced")
	}
	if s.Advance("hy\u00adphen", sans, 1) != s.Advance("hyphen", sans, 1) {
		t.Error("a soft hyphen takes room")
	}
	if kerned, apart := s.Advance("AV", serif, 1), s.Advance("A", serif, 1)+s.Advance("V", serif, 1); kerned >= apart {
		t.Errorf("AV is %.3f px wide, its letters together %.3f: no kerning", kerned, apart)
	}
}

func TestFallsBackToTheOtherFace(t *testing.T) {
	s := typeface.New()
	var faces []int
	s.Each("a日✓", theme.Font{Family: theme.Serif}, 16, func(g typeface.Glyph) {
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
	s := typeface.New()
	for _, size := range theme.Sizes() {
		for _, family := range []theme.Family{theme.Sans, theme.Serif} {
			f := theme.Font{Family: family, Size: size}
			a, h := s.Ascent(f, 1), s.LineHeight(f, 1)
			if a <= 0.5*h || a >= h {
				t.Errorf("%v %v: baseline at %.1f of a line of %.1f", family, size, a, h)
			}
		}
	}
}

func BenchmarkAdvance(b *testing.B) {
	s := typeface.New()
	text := "He wonders whether the post is really Elton John’s. If the singer asked, he adds, the president would be ready to talk."
	b.ReportAllocs()
	for b.Loop() {
		s.Advance(text, theme.Font{Family: theme.Serif}, 1)
	}
}
