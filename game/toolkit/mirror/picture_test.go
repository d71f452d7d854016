package mirror_test

import (
	"strings"
	"testing"

	"holdtheline/game/toolkit/mirror"
	"holdtheline/game/toolkit/ui"
)

// A picture is an image with a description in both views. Its file is named by its key,
// and the page is never told an address.
func TestAPictureIsAnImage(t *testing.T) {
	node := &ui.Node{
		ID: "p", Role: ui.Image, Name: "A gate with a snowman", Lang: "de", Text: ui.Plain("A gate with a snowman"),
		Picture: &ui.Picture{Key: "story/gate.png", Type: "image/png", Data: []byte("x"), Width: 400, Height: 300, Tallest: 150}, Style: ui.Style{Self: ui.Start},
	}
	layout := lay(&ui.Node{ID: "r", Role: ui.Main, Children: []*ui.Node{node}})
	plain := mirror.Page(layout)
	for view, root := range map[string]*mirror.Element{"canvas": mirror.From(layout), "plain": plain} {
		e := root.Find("p")
		if e == nil || e.Tag != "img" || len(e.Text)+len(e.Children) > 0 {
			t.Fatalf("%s: %+v", view, e)
		}
		for name, want := range map[string]string{
			"alt": "A gate with a snowman", "lang": "de", "width": "200", "height": "150",
			mirror.PictureAttribute: "story/gate.png", mirror.NodeAttribute: "p", "src": "", "aria-label": "", "role": "",
		} {
			if e.Attributes[name] != want {
				t.Errorf("%s: %s is %q, want %q", view, name, e.Attributes[name], want)
			}
		}
		if (e.Box == mirror.Box{}) != (view == "plain") {
			t.Errorf("%s: at %+v", view, e.Box)
		}
		if dump := mirror.Dump(root); !strings.Contains(dump, `img "A gate with a snowman"`) {
			t.Errorf("%s is read as\n%s", view, dump)
		}
	}
	node.Picture.Data = nil
	if e := mirror.From(layout).Find("p"); e.Attributes["alt"] == "" || e.Attributes[mirror.PictureAttribute] != "" {
		t.Error("without a file it is more than its description")
	}
}
