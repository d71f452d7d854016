package authoring_test

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/authoring/edit"
	"holdtheline/quiz/picture"
)

// drawn is a PNG of one colour.
func drawn(t testing.TB, w, h int) []byte {
	t.Helper()
	img := image.NewPaletted(image.Rect(0, 0, w, h), color.Palette{color.RGBA{0x40, 0x60, 0x90, 0xFF}})
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// noisy is a PNG of about so many bytes.
func noisy(t testing.TB, bytesWanted int) []byte {
	t.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	img := image.NewGray(image.Rect(0, 0, 500, bytesWanted/500))
	for i := range img.Pix {
		img.Pix[i] = byte(random.UintN(256))
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// withPicture is the template, one of whose sources has a picture.
func withPicture(t testing.TB, file string) string {
	t.Helper()
	whole, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	const at = "kind: agency"
	if !bytes.Contains(whole, []byte(at)) {
		t.Fatal("the template has no agency")
	}
	return strings.Replace(string(whole), at, at+"\n    picture:\n      file: "+file+"\n      description: A school gate with a snowman before it.\n      credit: \"Drawn for this test: nobody\"\n      license: public-domain", 1)
}

func TestPictures(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "story.yaml")
	put := func(name string, data []byte) {
		t.Helper()
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	put("gate.png", drawn(t, 40, 30))
	put("drawing.png", []byte(`<svg xmlns="http://www.w3.org/2000/svg"/>`))
	put("large.png", noisy(t, picture.MaxBytes+2000))
	put("wide.png", drawn(t, picture.MaxSide+1, 2))
	for _, test := range []struct{ file, want, next string }{
		{"gate.png", "", ""},
		{"door.png", `"door.png" can't be had: there is none beside the case`, "folder"},
		{"drawing.png", "drawing.png is an SVG", "save it as PNG"},
		{"large.png", "large.png has more than 300 kB", "smaller"},
		{"wide.png", "wide.png has 1601 × 2 pixels", "smaller"},
		{"gate.svg", "not the name of a picture's file", "tower.jpg"},
		{".hidden.png", "not the name of a picture's file", "tower.jpg"},
	} {
		text := withPicture(t, test.file)
		r := authoring.Read(file, []byte(text), authoring.Beside(file))
		if test.want == "" {
			if r.Case == nil {
				t.Fatalf("%s: %v", test.file, r.Errors)
			}
			continue
		}
		if len(r.Errors) != 1 || !strings.Contains(r.Errors[0].Message, test.want) || !strings.Contains(r.Errors[0].Next, test.next) {
			t.Errorf("%s: %v; want %q", test.file, r.Errors, test.want)
			continue
		}
		line := strings.Count(text[:strings.Index(text, "file: ")], "\n") + 1
		if r.Errors[0].Line != line || r.Errors[0].Column != len("      file: ")+1 {
			t.Errorf("%s: line %d, column %d; want line %d", test.file, r.Errors[0].Line, r.Errors[0].Column, line)
		}
	}
}

// What was built holds its pictures, can be played from anywhere, and can be made text
// again; the pictures don't tell two versions of a case apart.
func TestPicturesTravelInOneFile(t *testing.T) {
	content := drawn(t, 40, 30)
	find := func(name string) ([]byte, error) {
		if name != "gate.png" {
			return nil, errors.New("there is none")
		}
		return content, nil
	}
	r := authoring.Read("story.yaml", []byte(withPicture(t, "gate.png")), find)
	if r.Case == nil {
		t.Fatal(r.Errors)
	}
	built, err := authoring.JSON(r.Case)
	if err != nil {
		t.Fatal(err)
	}
	played, err := casefile.LoadForeign(built)
	if err != nil {
		t.Fatal(err)
	}
	var shown *casefile.Source
	for i := range played.Sources {
		if played.Sources[i].Image.File != "" {
			shown = &played.Sources[i]
		}
	}
	if shown == nil || shown.Image.Width != 40 || shown.Image.Height != 30 || shown.Image.License != casefile.PublicDomain {
		t.Fatalf("%+v", shown)
	}
	if data, kind := played.ImageFile(shown); !bytes.Equal(data, content) || kind != "image/png" {
		t.Errorf("%d bytes of %s", len(data), kind)
	}
	if r.Case.Fingerprint() != played.Fingerprint() {
		t.Error("the built case has another fingerprint")
	}
	without := *played
	without.Pictures = nil
	if without.Fingerprint() != played.Fingerprint() {
		t.Error("the fingerprint depends on the pictures")
	}
	texts := map[string]string{}
	for _, text := range played.Texts() {
		texts[text.Place] = text.Text
	}
	if place := "sources." + shown.ID + ".picture."; texts[place+"description"] != shown.Image.Description || texts[place+"credit"] != shown.Image.Credit {
		t.Error("what the picture shows can't be translated")
	}
	text, err := edit.FromJSON(built)
	if err != nil {
		t.Fatal(err)
	}
	again := authoring.Read("story.json", built)
	if again.Case == nil {
		t.Fatal(again.Errors)
	}
	if c := authoring.Read("story.yaml", text).Draft; c == nil || len(c.Pictures) != 1 {
		t.Error("the picture is not in the text")
	}
	// A case that says another size than its file has is refused.
	lying := bytes.Replace(built, []byte(`"width": 40`), []byte(`"width": 40000`), 1)
	if _, err := casefile.LoadForeign(lying); err == nil || !strings.Contains(err.Error(), "40000 × 30") {
		t.Errorf("a picture of another size: %v", err)
	}
	hostile := bytes.Replace(built, []byte(base64.StdEncoding.EncodeToString(content)), []byte(base64.StdEncoding.EncodeToString([]byte("<svg onload=alert(1)>"))), 1)
	if _, err := casefile.LoadForeign(hostile); err == nil || !strings.Contains(err.Error(), "is an SVG") {
		t.Errorf("a drawing that is called .png: %v", err)
	}
}

func TestPicturesAreBoundedTogether(t *testing.T) {
	text := withPicture(t, "p0.png")
	each := noisy(t, 250<<10)
	places := strings.Count(text, "    kind: ")
	for i := 1; i < places; i++ {
		// Further pictures, each at another source that has none yet.
		at := strings.LastIndex(text, "\n    published: ")
		for n := 1; n < i; n++ {
			at = strings.LastIndex(text[:at], "\n    published: ")
		}
		if at < 0 || strings.Contains(text[at-300:at], "p0.png") {
			continue
		}
		text = text[:at] + fmt.Sprintf("\n    picture: {file: p%d.png, description: Noise., credit: Nobody, license: public-domain}", i) + text[at:]
	}
	if n := strings.Count(text, ".png"); n < 5 {
		t.Fatalf("the template has room for %d pictures", n)
	}
	r := authoring.Read("story.yaml", []byte(text), func(string) ([]byte, error) { return each, nil })
	if len(r.Errors) != 1 || !strings.Contains(r.Errors[0].Message, "kB together, more than 1024") {
		t.Errorf("%v", r.Errors)
	}
}

// What is said of the picture of a source that players have to date doesn't date it.
func TestPicturesGiveNoDateAway(t *testing.T) {
	text, err := os.ReadFile("../testdata/lost-cat.yaml")
	if err != nil {
		t.Fatal(err)
	}
	const at = "  - id: paper\n"
	if !bytes.Contains(text, []byte(at)) {
		t.Fatal("the small case has no paper")
	}
	find := func(string) ([]byte, error) { return drawn(t, 40, 30), nil }
	for credit, wrong := range map[string]int{"The Hillside Herald": 0, "The Hillside Herald, 3 March 2021": 1} {
		shown := strings.Replace(string(text), at, at+"    picture: {file: paper.png, description: A front page., credit: \""+credit+"\", license: public-domain}\n", 1)
		r := authoring.Read("lost-cat.yaml", []byte(shown), find)
		if len(r.Errors) != wrong || wrong == 1 && (r.Errors[0].Code != "date-leak" || !strings.HasSuffix(r.Errors[0].Path, ".picture.credit")) {
			t.Errorf("%s: %v", credit, r.Errors)
		}
	}
}
