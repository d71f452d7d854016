package translation

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"holdtheline/assets/words"
)

// A Set is a folder of texts: a file for each language, drafts in a folder of their own,
// and in the folder translated what each was translated from.
type Set struct {
	Folder string // from the project's root
	// English are the beginnings of keys that are translated only where somebody needs it.
	English []string
}

// Sets are those of the project: what the programs say, what packages for learning
// platforms say instead, what pages say before a program is there, what lessons say, and
// what the author's page says.
func Sets() []Set {
	return []Set{
		{Folder: "assets/words"},
		{Folder: "assets/words/platform"},
		{Folder: "web/page/words", English: []string{"sheet.title", "sheet.name", "sheet.date", "sheet.how", "sheet.play", "sheet.tabs", "sheet.because", "sheet.cords", "sheet.number", "sheet.answers"}},
		{Folder: "web/lesson/words"},
		{Folder: "web/page/author/words"},
	}
}

// A File has the texts of a set in one language.
type File struct {
	Lang   string
	Draft  bool
	Texts  map[string]string
	Record map[string]string // by keys, the prints of the English texts that they were translated from

	record string // the record's file
}

// Read reads a set: the English texts, and the other languages in the order of their
// tags. English texts that need not be translated are left out if nobody has.
func (s Set) Read(root string) (english map[string]string, others []*File, err error) {
	folder := filepath.Join(root, filepath.FromSlash(s.Folder))
	if english, err = readTexts(filepath.Join(folder, words.Default+".json")); err != nil {
		return nil, nil, err
	}
	for _, in := range []string{"", "drafts"} {
		names, err := filepath.Glob(filepath.Join(folder, in, "*.json"))
		if err != nil {
			return nil, nil, err
		}
		for _, name := range names {
			f := &File{Lang: strings.TrimSuffix(filepath.Base(name), ".json"), Draft: in != ""}
			if f.Lang == words.Default {
				continue
			}
			if f.Texts, err = readTexts(name); err != nil {
				return nil, nil, err
			}
			f.record = filepath.Join(folder, "translated", f.Lang+".json")
			if f.Record, err = readTexts(f.record); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return nil, nil, err
			}
			others = append(others, f)
		}
	}
	slices.SortFunc(others, func(a, b *File) int { return strings.Compare(a.Lang, b.Lang) })
	return english, others, nil
}

// Wanted are the English texts that a file has to have: all but those that it may leave.
func (s Set) Wanted(english map[string]string, f *File) map[string]string {
	wanted := maps.Clone(english)
	maps.DeleteFunc(wanted, func(key, _ string) bool {
		_, there := f.Texts[key]
		return !there && slices.ContainsFunc(s.English, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
	})
	return wanted
}

// Accept records that texts were translated from today's English: those with the given
// keys, or all. A key that the language hasn't is an error. What is no longer there is
// left out of the record.
func (f *File) Accept(english map[string]string, keys ...string) error {
	if len(keys) == 0 {
		keys = slices.Collect(maps.Keys(f.Texts))
	}
	record := map[string]string{}
	for key, print := range f.Record {
		if _, there := f.Texts[key]; there {
			record[key] = print
		}
	}
	for _, key := range keys {
		from, ok := Source(english, key)
		if _, there := f.Texts[key]; !there {
			return fmt.Errorf("%s.json has no text %q", f.Lang, key)
		}
		if ok {
			record[key] = Print(english[from])
		}
	}
	var b bytes.Buffer
	b.WriteString("{\n")
	for i, key := range slices.Sorted(maps.Keys(record)) {
		if i > 0 {
			b.WriteString(",\n")
		}
		fmt.Fprintf(&b, "  %q: %q", key, record[key])
	}
	b.WriteString("\n}\n")
	f.Record = record
	if err := os.MkdirAll(filepath.Dir(f.record), 0o755); err != nil {
		return err
	}
	return os.WriteFile(f.record, b.Bytes(), 0o644)
}

// printDigits is how many digits a print has: enough that a changed text of thousands
// doesn't have the one it had before.
const printDigits = 8

// Print is a short hash of a text.
func Print(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])[:printDigits]
}

// readTexts reads texts by their keys. A key that is there twice, as after a merge, is an
// error.
func readTexts(name string) (map[string]string, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	d := json.NewDecoder(bytes.NewReader(data))
	if _, err := d.Token(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for d.More() {
		token, err := d.Token()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		key, isKey := token.(string)
		if !isKey {
			return nil, fmt.Errorf("%s has no keys, but %v", name, token)
		}
		var text string
		if err := d.Decode(&text); err != nil {
			return nil, fmt.Errorf("%s: the text %q: %w", name, key, err)
		}
		if _, twice := texts[key]; twice {
			return nil, fmt.Errorf("%s has the key %q twice", name, key)
		}
		texts[key] = text
	}
	if _, err := d.Token(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return texts, nil
}
