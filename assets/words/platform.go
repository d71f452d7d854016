//go:build scorm

package words

import (
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
)

// A package for a learning platform says other things of where answers go.

//go:embed platform/*.json
var platform embed.FS

// replace puts the texts of a package in the place of the ordinary ones. The program
// for the browser has them there already: see web/content. A draft may lack them.
func replace(lang string, texts map[string]string) error {
	data, err := platform.ReadFile("platform/" + lang + ".json")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	var own map[string]string
	if err := json.Unmarshal(data, &own); err != nil {
		return fmt.Errorf("platform/%s.json: %w", lang, err)
	}
	maps.Copy(texts, own)
	return nil
}
