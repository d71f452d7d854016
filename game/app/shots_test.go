package app_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/screentest"
	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// TestShots makes a picture of every screen of a full game, before and after
// its answer, for people to look at: SHOTS=folder go test -run Shots ./game/app
// SIZES, THEME, TEXT and SPEAK pick among them, such as SIZES=390x844,1366x768
// THEME=dark TEXT=2 SPEAK=de.
func TestShots(t *testing.T) {
	folder := os.Getenv("SHOTS")
	if folder == "" {
		t.Skip("set SHOTS to a folder to get pictures of every screen")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	sizes := os.Getenv("SIZES")
	if sizes == "" {
		sizes = "390x844,1366x768,1920x1080"
	}
	text := 1.0
	if scale := os.Getenv("TEXT"); scale != "" {
		if _, err := fmt.Sscan(scale, &text); err != nil {
			t.Fatalf("TEXT: %q is not a scale like 1.5", scale)
		}
	}
	camera := snapshot.NewCamera()
	lang := cmp.Or(os.Getenv("SPEAK"), words.Default)
	set := told(t, setOf(t), lang)
	for _, size := range strings.Split(sizes, ",") {
		var w, h float64
		if _, err := fmt.Sscanf(size, "%fx%f", &w, &h); err != nil {
			t.Fatalf("SIZES: %q is not a size like 390x844", size)
		}
		m := app.New(set, app.Options{Words: screentest.In(t, lang), Length: casefile.Full, Mode: session.Practice, Seed: 4})
		p := &player{t: t, m: m}
		n := 0
		shoot := func(name string) {
			n++
			file := filepath.Join(folder, fmt.Sprintf("%s-%02d-%s.png", size, n, name))
			o := snapshot.Options{Width: w, Height: h, Text: text, Theme: theme.Name(os.Getenv("THEME"))}
			img, _ := camera.Take(m.View(ui.Viewport{Width: w, Height: h, Text: text}), o)
			out, err := os.Create(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := errors.Join(png.Encode(out, img), out.Close()); err != nil {
				t.Fatal(err)
			}
		}
		shoot("briefing")
		last := ""
		p.screens = func(name string, tree *ui.Node) {
			key := name
			switch {
			case screentest.Find(tree, "dialog") != nil:
				key += "." + screentest.Find(tree, "dialog").Children[1].ID
			case screentest.Find(tree, "outcome") != nil:
				key += ".answered"
			}
			if key != last {
				last = key
				shoot(strings.TrimPrefix(key, "screen."))
			}
		}
		answered := 0
		p.play(set, func(i puzzle.Item) json.RawMessage {
			if answered++; answered%3 == 0 {
				return wrong(i)
			}
			return best(i)
		})
		for _, id := range []string{"menu", "menu.settings", "dialog.close", "menu", "menu.marking", "dialog.close", "save", "dialog.close", "review"} {
			p.press(id)
		}
	}
}
