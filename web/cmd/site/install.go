package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/png"

	"holdtheline/assets/words"
	"holdtheline/game/snapshot"
	"holdtheline/game/theme"
)

// A manifest is the web app manifest. Its addresses are relative to it, so that
// the site works below any path.
type manifest struct {
	Name        string         `json:"name"`
	Description string         `json:"description"`
	Lang        string         `json:"lang"`
	StartURL    string         `json:"start_url"`
	Scope       string         `json:"scope"`
	Display     string         `json:"display"`
	Background  string         `json:"background_color"`
	Theme       string         `json:"theme_color"`
	Categories  []string       `json:"categories"`
	Icons       []manifestIcon `json:"icons"`
}

type manifestIcon struct {
	Source  string `json:"src"`
	Sizes   string `json:"sizes"`
	Type    string `json:"type"`
	Purpose string `json:"purpose"`
}

// How wide the telephone is on an icon, as a share of the icon. Systems may crop a
// maskable one to a circle of four fifths of its width.
const (
	iconShare     = 0.78
	maskableShare = 0.56
)

// touchIconPixels is the size that iPhones and iPads ask for. They round its
// corners themselves and want it opaque.
const touchIconPixels = 180

// install makes the manifest and the icons it names.
func (s *site) install(p *parts) error {
	c, err := s.loadCase()
	if err != nil {
		return err
	}
	game, err := words.Load(s.lang)
	if err != nil {
		return err
	}
	desk := theme.Hex(theme.Of(theme.Light), theme.DeskColor)
	m := manifest{
		Name: game.Say("game.title"), Description: c.Summary, Lang: s.lang,
		StartURL: "./", Scope: "./", Display: "standalone", Background: desk, Theme: desk,
		Categories: []string{"education", "games"},
		Icons:      []manifestIcon{{Source: p.icon.name, Sizes: "any", Type: keptTypes[".svg"], Purpose: "any"}},
	}
	picture := func(name string, pixels int, share float64) (*file, error) {
		var b bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&b, snapshot.Icon(pixels, share)); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		f := hashed(name, b.Bytes())
		p.pictures = append(p.pictures, f)
		return f, nil
	}
	for _, icon := range []struct {
		pixels  int
		share   float64
		purpose string
	}{{192, iconShare, "any"}, {512, iconShare, "any"}, {512, maskableShare, "maskable"}} {
		f, err := picture(fmt.Sprintf("icon-%d-%s.png", icon.pixels, icon.purpose), icon.pixels, icon.share)
		if err != nil {
			return err
		}
		m.Icons = append(m.Icons, manifestIcon{
			Source: f.name, Sizes: fmt.Sprintf("%dx%[1]d", icon.pixels), Type: "image/png", Purpose: icon.purpose,
		})
	}
	if p.touchIcon, err = picture("touch-icon.png", touchIconPixels, iconShare); err != nil {
		return err
	}
	data, err := json.MarshalIndent(m, "", "\t")
	if err != nil {
		return err
	}
	p.manifest = hashed("manifest.webmanifest", append(data, '\n'))
	return nil
}
