package main

import (
	"bytes"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring"
)

// A story that an author begins with has its pictures in its text; one without any is as
// its author wrote it.
func TestStoriesWithPictures(t *testing.T) {
	text, err := os.ReadFile("../../../quiz/cmd/case/template.yaml")
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	name := filepath.Join(folder, "story.yaml")
	if got, err := withPictures(name, text); err != nil || !bytes.Equal(got, text) {
		t.Errorf("without a picture beside it the text is another one: %v", err)
	}
	var file bytes.Buffer
	if err := png.Encode(&file, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "gate.png"), file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := withPictures(name, text); err != nil || !bytes.Equal(got, text) {
		t.Errorf("with a picture that no source shows the text is another one: %v", err)
	}
	text = []byte(strings.Replace(string(text), "kind: agency", "kind: agency\n    picture: {file: gate.png, description: A gate., credit: Nobody, license: public-domain}", 1))
	got, err := withPictures(name, text)
	if err != nil {
		t.Fatal(err)
	}
	r := authoring.Read("story.yaml", got) // nothing is beside it
	if r.Case == nil || !bytes.Equal(r.Case.Pictures["gate.png"], file.Bytes()) {
		t.Errorf("%v", r.Errors)
	}
}
