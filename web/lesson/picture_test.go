package lesson_test

import (
	"bytes"
	"encoding/base64"
	"image"
	"image/png"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/web/lesson"
)

// A reading card has the picture of its source in itself, with its description and
// credit; other cards have none, whatever words it uses.
func TestACardShowsItsPicture(t *testing.T) {
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	c := load(t, "the-armistice-cable")
	desk := c.Rooms[0].Beats[1] // the first is not in a lesson
	src, ok := c.Source(desk.Arrivals[0])
	if !ok {
		t.Fatalf("%s is no source", desk.Arrivals[0])
	}
	src.Image = casefile.Image{File: "tape.png", Description: `A tape with "PEACE" <on it>.`, Credit: "Drawn for a test", License: "CC-BY-SA-4.0", Width: 30, Height: 20}
	c.Pictures = map[string]casefile.PictureFile{"tape.png": file.Bytes()}
	l, err := lesson.New(puzzle.New(c), "en")
	if err != nil {
		t.Fatal(err)
	}
	page, err := l.Page(lesson.Cards, lesson.Links{Play: "http://localhost:8080/"})
	if err != nil {
		t.Fatal(err)
	}
	want := `<img src="data:image/png;base64,` + base64.StdEncoding.EncodeToString(file.Bytes()) + `" alt="A tape with &#34;PEACE&#34; &lt;on it&gt;." width="30" height="20">`
	// html/template writes + in an attribute as a reference.
	got := strings.ReplaceAll(string(page), "&#43;", "+")
	if strings.Count(got, "<img") != 1 || !strings.Contains(got, want) || !strings.Contains(got, "Picture: Drawn for a test · CC BY-SA 4.0") {
		at := max(0, strings.Index(got, "<img"))
		t.Errorf("%d pictures; want %s\n%.600s", strings.Count(got, "<img"), want, got[at:])
	}
}
