package lesson

import (
	"embed"
	"encoding/json"
	"fmt"
	"strings"
)

//go:embed words/*.json
var wordFiles embed.FS

// texts are a lesson's own texts in one language, by their keys.
type texts map[string]string

func loadTexts(lang string) (texts, error) {
	data, err := wordFiles.ReadFile("words/" + lang + ".json")
	if err != nil {
		return nil, fmt.Errorf("a lesson has no texts in the language %q; add web/lesson/words/%s.json", lang, lang)
	}
	t := texts{}
	if err := json.Unmarshal(data, &t); err != nil {
		return nil, fmt.Errorf("web/lesson/words/%s.json: %w", lang, err)
	}
	return t, nil
}

// say returns the text of a key. The arguments are pairs of a placeholder's name and
// its value. A missing text is an error: what is printed has no place for excuses.
func (t texts) say(key string, args ...any) (string, error) {
	text, ok := t[key]
	if !ok {
		return "", fmt.Errorf("the lesson's texts lack %q", key)
	}
	var pairs []string
	for i := 0; i+1 < len(args); i += 2 {
		pairs = append(pairs, fmt.Sprintf("{%v}", args[i]), fmt.Sprint(args[i+1]))
	}
	return strings.NewReplacer(pairs...).Replace(text), nil
}

// Languages lists the languages that lessons have, as BCP 47 tags.
func Languages() []string {
	entries, err := wordFiles.ReadDir("words")
	if err != nil {
		return nil
	}
	var tags []string
	for _, e := range entries {
		tags = append(tags, strings.TrimSuffix(e.Name(), ".json"))
	}
	return tags
}
