package workshop_test

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"image"
	"image/png"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/web/author/workshop"
)

// askBeside asks with pictures beside the text.
func askBeside(t *testing.T, beside workshop.Pictures, request map[string]any) workshop.Response {
	t.Helper()
	data, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	var response workshop.Response
	if err := json.Unmarshal(workshop.Answer(data, beside), &response); err != nil {
		t.Fatal(err)
	}
	return response
}

// The pictures beside a text are checked and not in what is compiled: the page puts them
// there. Those that an author wrote into the text are, and can be taken out of it.
func TestPicturesBesideTheText(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 30, 20))); err != nil {
		t.Fatal(err)
	}
	file := b.Bytes()
	const before = "    digest:\n"
	text := strings.Replace(lostCat(t), before, "    picture:\n      file: tail.png\n      description: A grey tail.\n      credit: Tom\n      license: public-domain\n"+before, 1)
	check := map[string]any{"do": "check", "text": text}
	if got := ask(t, check); len(got.Problems) != 1 || got.Problems[0].Path != "sources[0].picture.file" || !strings.Contains(got.Problems[0].Message, "not in this browser") {
		t.Errorf("without the file: %+v", got.Problems)
	}
	if got := askBeside(t, workshop.Pictures{"tail.png": []byte("<svg/>")}, check); len(got.Problems) != 1 || !strings.Contains(got.Problems[0].Message, "is an SVG") {
		t.Errorf("with a drawing: %+v", got.Problems)
	}
	beside := workshop.Pictures{"tail.png": file}
	got := askBeside(t, beside, check)
	if len(got.Problems) > 0 || strings.Contains(got.Compiled, `"pictures"`) || !strings.Contains(got.Compiled, `"width": 30`) {
		t.Fatalf("%+v\n%.300s", got.Problems, got.Compiled)
	}
	for _, do := range []string{"log", "simulate"} {
		if got := askBeside(t, beside, map[string]any{"do": do, "text": text}); got.Error != "" {
			t.Errorf("%s: %s", do, got.Error)
		}
	}
	// As the page saves it.
	saved := ask(t, map[string]any{"do": "edit", "text": text, "op": map[string]any{
		"do": "set", "path": []any{"pictures"}, "value": map[string]string{"tail.png": base64.StdEncoding.EncodeToString(file)},
	}})
	if saved.Error != "" {
		t.Fatal(saved.Error)
	}
	whole := ask(t, map[string]any{"do": "check", "text": saved.Text})
	c, err := casefile.LoadForeign([]byte(whole.Compiled))
	if err != nil || !bytes.Equal(c.Pictures["tail.png"], file) {
		t.Errorf("%v, %+v", err, whole.Problems)
	}
	opened := ask(t, map[string]any{"do": "pictures", "text": saved.Text})
	if opened.Text != text {
		t.Errorf("taken out, the text is another one:\n%s", opened.Text)
	}
	files := map[string]casefile.PictureFile{}
	if err := json.Unmarshal(opened.Files, &files); err != nil || !bytes.Equal(files["tail.png"], file) {
		t.Errorf("%v, %s", err, opened.Files)
	}
	for _, text := range []string{text, "title: [", "pictures: yes\n"} {
		if got := ask(t, map[string]any{"do": "pictures", "text": text}); got.Text != text || got.Files != nil || got.Error != "" {
			t.Errorf("%.40q: %+v", text, got)
		}
	}
}
