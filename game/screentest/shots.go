package screentest

import (
	"cmp"
	"errors"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets/words"
	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
)

// Shots makes pictures of screens for people to look at:
//
//	SHOTS=folder go test -run Shots ./game/teacher/desk
//
// Without SHOTS it skips the test. SIZES, THEME, TEXT, LANGUAGE and ONLY pick among them,
// such as SIZES=390x844,1366x768 THEME=dark TEXT=2 LANGUAGE=de ONLY="start end". sizes are
// those without SIZES.
func Shots(t *testing.T, walk Walk, sizes string) {
	t.Helper()
	folder := os.Getenv("SHOTS")
	if folder == "" {
		t.Skip("set SHOTS to a folder to get pictures of every screen")
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	text := 1.0
	if scale := os.Getenv("TEXT"); scale != "" {
		if _, err := fmt.Sscan(scale, &text); err != nil {
			t.Fatalf("TEXT: %q is not a scale like 1.5", scale)
		}
	}
	only := strings.Fields(os.Getenv("ONLY"))
	camera := snapshot.NewCamera()
	for _, size := range strings.Split(cmp.Or(os.Getenv("SIZES"), sizes), ",") {
		var width, height float64
		if _, err := fmt.Sscanf(size, "%fx%f", &width, &height); err != nil {
			t.Fatalf("SIZES: %q is not a size like 390x844", size)
		}
		walk(t, cmp.Or(os.Getenv("LANGUAGE"), words.Default), func(name string, h *Hand) {
			if len(only) > 0 && !slices.Contains(only, name) {
				return
			}
			o := snapshot.Options{Width: width, Height: height, Text: max(text, h.Stage.Scale(width, height)), Theme: theme.Name(os.Getenv("THEME"))}
			img, _ := camera.Take(h.View(o.Viewport()), o)
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
