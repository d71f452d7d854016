package content

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

// A LanguageFile is the file, beside the page, that has what a program and its page
// say in a language other than English, under a name that changes with it.
type LanguageFile struct {
	words.Language
	File string
	Data []byte // JSON: the texts of the program under texts, those of its page under page
}

// LanguageFiles returns the files of a program's languages, in the order of their tags.
func LanguageFiles(root string, program Program) ([]LanguageFile, error) {
	_, files, err := program.languages(root)
	return files, err
}

// EnglishFile returns that of English, for a page that is written in another language.
func EnglishFile(root string, program Program) (LanguageFile, error) {
	english, _, err := program.languages(root)
	if err != nil {
		return LanguageFile{}, err
	}
	return program.file(words.Language{Tag: words.Default, Name: english[nameKey]}, english, filepath.Join(root, "web", "page", "words", words.Default+".json"))
}

// file makes the file of a language from its texts and the name of those of the page.
func (p Program) file(of words.Language, texts map[string]string, pageName string) (LanguageFile, error) {
	page, err := p.pageTexts(pageName)
	if err != nil {
		return LanguageFile{}, err
	}
	data, err := json.Marshal(map[string]any{"texts": texts, "page": page})
	if err != nil {
		return LanguageFile{}, err
	}
	sum, prefix := sha256.Sum256(data), ""
	if p == Teacher {
		prefix = "teacher-"
	}
	name := fmt.Sprintf("%slanguage-%s.%s.json", prefix, of.Tag, hex.EncodeToString(sum[:])[:nameDigits])
	return LanguageFile{Language: of, File: name, Data: data}, nil
}

// The keys of a language's own name and of the same in Latin letters, and that of a text
// of the teacher's page, without which a draft isn't a language of that page.
const (
	nameKey    = "language.name"
	latinKey   = "language.latin"
	teacherKey = "teacher.title"
)

// languages returns a program's English texts, and the files of its other languages.
func (p Program) languages(root string) (english map[string]string, others []LanguageFile, err error) {
	for _, folder := range []string{"", "drafts"} {
		names, err := filepath.Glob(filepath.Join(root, "assets", "words", folder, "*.json"))
		if err != nil {
			return nil, nil, err
		}
		for _, name := range names {
			tag := strings.TrimSuffix(filepath.Base(name), ".json")
			texts, err := p.texts(root, name)
			if err != nil {
				return nil, nil, err
			}
			if tag == words.Default {
				english = texts
				continue
			}
			if _, speaks := texts[teacherKey]; p == Teacher && !speaks {
				continue
			}
			one, err := p.file(
				words.Language{Tag: tag, Name: texts[nameKey], Latin: texts[latinKey], Draft: folder != ""},
				texts, filepath.Join(root, "web", "page", "words", folder, tag+".json"))
			if err != nil {
				return nil, nil, err
			}
			others = append(others, one)
		}
	}
	slices.SortFunc(others, func(a, b LanguageFile) int { return strings.Compare(a.Tag, b.Tag) })
	return english, others, nil
}

// texts reads a program's texts from the file of a language. In a package some have
// others in their place.
func (p Program) texts(root, name string) (map[string]string, error) {
	texts, err := readTexts(name)
	if err != nil {
		return nil, err
	}
	if p == Package {
		own, err := readTexts(filepath.Join(root, "assets", "words", "platform", filepath.Base(name)))
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
		maps.Copy(texts, own)
	}
	maps.DeleteFunc(texts, func(key, _ string) bool { return !p.says(key) })
	return texts, nil
}

// pageTexts reads what a program's page says in a language. Where the file is missing,
// the site can't be built: see web/cmd/site.
func (p Program) pageTexts(name string) (map[string]string, error) {
	texts, err := readTexts(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	maps.DeleteFunc(texts, func(key, _ string) bool { return !p.says(key) })
	return texts, err
}

func readTexts(name string) (texts map[string]string, err error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &texts); err != nil {
		return nil, fmt.Errorf("the texts in %s can't be read: %w", name, err)
	}
	return texts, nil
}

// write writes a program's languages: the English texts as a function that makes them,
// and where those of the others are.
func (p Program) write(root string, to *bytes.Buffer) error {
	english, others, err := p.languages(root)
	if err != nil {
		return err
	}
	there := []words.Language{{Tag: words.Default, Name: english[nameKey]}}
	var names, texts, list bytes.Buffer
	for _, l := range others {
		there = append(there, l.Language)
		fmt.Fprintf(&names, "case %q:\nreturn %q\n", l.Tag, l.File)
	}
	slices.SortFunc(there, func(a, b words.Language) int { return strings.Compare(a.Tag, b.Tag) })
	for _, l := range there {
		fmt.Fprintf(&list, "{Tag: %q, Name: %q, Latin: %q, Draft: %v},\n", l.Tag, l.Name, l.Latin, l.Draft)
	}
	for _, key := range slices.Sorted(maps.Keys(english)) {
		fmt.Fprintf(&texts, "%q: %q,\n", key, english[key])
	}
	fmt.Fprintf(to, head, "words")
	fmt.Fprintf(to, "var there = []Language{\n%s}\n\nfunc all() []Language { return there }\n", &list)
	fmt.Fprintf(to, "\nfunc File(lang string) string {\nswitch lang {\n%s}\nreturn \"\"\n}\n", &names)
	fmt.Fprintf(to, "\nfunc texts(lang string) (map[string]string, error) {\nif lang != Default {\nreturn nil, ErrElsewhere\n}\nreturn map[string]string{\n%s}, nil\n}\n", &texts)
	return nil
}
