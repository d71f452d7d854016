package casefile

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
)

// A Translation is the texts of a case in another language, as the command case build
// writes them and the game reads them. It has nothing else of the
// case, so that what is right and how an answer is marked can't differ.
type Translation struct {
	Format   int      `json:"format"`
	Case     string   `json:"case"`     // the case's id
	Language string   `json:"language"` // a BCP 47 tag
	Of       string   `json:"of"`       // what it was translated from: see Case.Wording
	Texts    []string `json:"texts"`    // in the order of Case.Texts
}

// LoadTranslation reads a translation that was built. The error is a clause that
// says what to do.
func LoadTranslation(data []byte) (*Translation, error) {
	t := &Translation{}
	if err := json.Unmarshal(data, t); err != nil {
		return nil, fmt.Errorf("casefile: this is no translation of a case: %w; write it with the command case build", err)
	}
	if t.Format != Format {
		return nil, fmt.Errorf("casefile: the translation has the format %d, and this program reads %d; build it again with the command case build", t.Format, Format)
	}
	return t, nil
}

// Wording identifies the texts of the case, whatever else is in it: a hash in sixteen
// hexadecimal digits. It takes less time than [Case.Fingerprint].
func (c *Case) Wording() string {
	sum := fnv.New64a()
	c.eachText(func(_ string, text *string) {
		sum.Write([]byte(*text)) // never fails
		sum.Write([]byte{0})
	})
	return fmt.Sprintf("%016x", sum.Sum64())
}

// Apply returns the case in the language of the translation. The case itself stays
// as it is. A translation of another case, or of other texts than the case has now,
// is an error. The texts themselves are not checked: package authoring does that
// before it builds a translation.
func (t *Translation) Apply(c *Case) (*Case, error) {
	switch {
	case t.Case != c.ID:
		return nil, fmt.Errorf("this is a translation of the case %q, not of %q", t.Case, c.ID)
	case t.Of != c.Wording():
		return nil, fmt.Errorf("the case %q has changed since it was translated; bring the translation up to date with the command case translate", c.ID)
	}
	out := c.Copy()
	texts := t.Texts
	out.eachText(func(_ string, text *string) {
		if len(texts) > 0 {
			*text, texts = texts[0], texts[1:]
		}
	})
	if n := len(c.Texts()); n != len(t.Texts) {
		return nil, fmt.Errorf("the translation has %d texts, and the case %q has %d; build it again with the command case build", len(t.Texts), c.ID, n)
	}
	out.Language = t.Language
	return out, nil
}
