//go:build scorm

package words

import (
	"embed"
	"encoding/json"
	"fmt"
	"maps"
)

// A package for a learning platform says other things of where answers go.

//go:embed platform/*.json
var platform embed.FS

// replace puts the texts of a package in the place of the ordinary ones.
func replace(lang string, texts map[string]string) error {
	data, err := platform.ReadFile("platform/" + lang + ".json")
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
