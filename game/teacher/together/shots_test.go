package together_test

import (
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/game/snapshot"
	"holdtheline/game/teacher/together"
	"holdtheline/game/theme"
)

// TestShots makes pictures of the screens, for people to look at:
// SHOTS=folder go test -run Shots ./game/teacher/together. SIZES, THEME and TEXT pick
// among them, as in package app.
func TestShots(t *testing.T) {
	folder := os.Getenv("SHOTS")
	if folder == "" {
		t.Skip("set SHOTS to a folder to get pictures of every screen")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	sizes, text, lang := os.Getenv("SIZES"), 1.0, os.Getenv("LANGUAGE")
	if sizes == "" {
		sizes = "390x844,1366x768,1680x945"
	}
	if lang == "" {
		lang = "en"
	}
	if scale := os.Getenv("TEXT"); scale != "" {
		if _, err := fmt.Sscan(scale, &text); err != nil {
			t.Fatalf("TEXT: %q is not a scale like 1.5", scale)
		}
	}
	camera := snapshot.NewCamera()
	for _, size := range strings.Split(sizes, ",") {
		var width, height float64
		if _, err := fmt.Sscanf(size, "%fx%f", &width, &height); err != nil {
			t.Fatalf("SIZES: %q is not a size like 390x844", size)
		}
		walk(t, lang, func(name string, w *teacher) {
			o := snapshot.Options{Width: width, Height: height, Text: max(text, together.Stage.Scale(width, height)), Theme: theme.Name(os.Getenv("THEME"))}
			img, _ := camera.Take(w.m.View(o.Viewport()), o)
			out, err := os.Create(filepath.Join(folder, size+"-"+name+".png"))
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(png.Encode(out, img), out.Close()); err != nil {
				t.Fatal(err)
			}
		})
	}
}
