package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"math"
	"strings"
	"testing"

	"holdtheline/game/theme"
)

// builtManifest returns the manifest of the sample site, and its files.
func builtManifest(t *testing.T) (manifest, map[string][]byte) {
	t.Helper()
	files := builtSample(t)
	var m manifest
	decoder := json.NewDecoder(bytes.NewReader(files[only(t, files, "manifest.", ".webmanifest")]))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		t.Fatal(err)
	}
	return m, files
}

func TestTheManifestNamesTheGameAndWorksBelowAnyPath(t *testing.T) {
	m, files := builtManifest(t)
	if m.Name != "Hold the Line" || m.Lang != "en" || !strings.HasPrefix(m.Description, "September 2015.") {
		t.Errorf("the manifest is of another game: %+v", m)
	}
	if m.StartURL != "./" || m.Scope != "./" {
		t.Errorf("the game starts at %q within %q, want both in the manifest's own folder", m.StartURL, m.Scope)
	}
	if !strings.Contains(string(files["index.html"]), fmt.Sprintf(`<link rel="manifest" href=%q>`, only(t, files, "manifest.", ".webmanifest"))) {
		t.Error("the page doesn't name its manifest")
	}
}

// The installed game is not locked to a direction: it turns with the device.
func TestTheInstalledGameTurnsWithTheDevice(t *testing.T) {
	_, files := builtManifest(t)
	if text := string(files[only(t, files, "manifest.", ".webmanifest")]); strings.Contains(text, "orientation") {
		t.Errorf("the manifest asks for an orientation: %s", text)
	}
}

// Systems ask for 192 and 512 pixels, a maskable icon, and one for iPhones and
// iPads. Each is a picture of that size with the telephone on it.
func TestEveryIconShowsTheTelephone(t *testing.T) {
	m, files := builtManifest(t)
	asked := map[string]bool{"192x192 any": true, "512x512 any": true, "512x512 maskable": true, "any any": true}
	for _, icon := range m.Icons {
		data, ok := files[icon.Source]
		if !ok {
			t.Errorf("the manifest names %q, which isn't a file of the site", icon.Source)
		}
		delete(asked, icon.Sizes+" "+icon.Purpose)
		if icon.Type != "image/png" {
			continue
		}
		img, err := png.Decode(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if size := fmt.Sprintf("%dx%d", img.Bounds().Dx(), img.Bounds().Dy()); size != icon.Sizes {
			t.Errorf("%s is said to be %s and is %s", icon.Source, icon.Sizes, size)
		}
		limit := 0.5 * math.Sqrt2 // of the width: into the corners
		if icon.Purpose == "maskable" {
			limit = 0.4 // the circle that every system leaves
		}
		if far := farthestRed(img); far > limit || far < 0.2 {
			t.Errorf("%s: the telephone reaches %.2f of the width from the middle, want between 0.2 and %.2f", icon.Source, far, limit)
		}
	}
	for missing := range asked {
		t.Errorf("there is no icon %s", missing)
	}
	touch, err := png.Decode(bytes.NewReader(files[only(t, files, "touch-icon.", ".png")]))
	if err != nil {
		t.Fatal(err)
	}
	if touch.Bounds().Dx() != touchIconPixels || !touch.(interface{ Opaque() bool }).Opaque() {
		t.Errorf("the touch icon is %v, want %d pixels and opaque", touch.Bounds(), touchIconPixels)
	}
}

// farthestRed is the distance from the middle to the farthest pixel of the
// telephone's red, as a share of the picture's width.
func farthestRed(img image.Image) float64 {
	red := theme.Of(theme.Light).RGBA(theme.Cord)
	b := img.Bounds()
	far := 0.0
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			r, g, bl, _ := img.At(x, y).RGBA()
			if uint8(r>>8) == red.R && uint8(g>>8) == red.G && uint8(bl>>8) == red.B {
				d := math.Hypot(float64(x)+0.5-float64(b.Dx())/2, float64(y)+0.5-float64(b.Dy())/2)
				far = max(far, d/float64(b.Dx()))
			}
		}
	}
	return far
}
