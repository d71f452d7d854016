package authoring

import (
	"cmp"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/check"
	"holdtheline/quiz/internal/quote"
)

// A translated is one text of a translation, as its translator writes it.
type translated struct {
	text string
	of   string // what it was translated from: see printOf; empty where that isn't said
	note string // the translator's own
	at   *tree.Node
}

// A translationFile is what a translator's file holds.
type translationFile struct {
	doc      tree.Document
	language string
	texts    map[string]translated // by place
	order    []string              // the places as the file has them
	all      *tree.Node            // what holds the texts; nil where the file has none
	casefile.Collector
}

// printOf identifies a text that was translated, so that a later change to it is seen.
func printOf(text string) string {
	sum := fnv.New32a()
	sum.Write([]byte(text)) // never fails
	return fmt.Sprintf("%08x", sum.Sum32())
}

// Translate reads a translation of a case from its translator's file, which is YAML,
// and checks it as [Load] checks a case: nothing may be missing, out of date or too
// many, and the case must be as sound in this language as in its own. It returns all
// problems at once, each with its line; the translation is nil if there is any. The
// case itself must be sound.
func Translate(c *casefile.Case, file string, data []byte) (*casefile.Translation, casefile.Problems) {
	r := readTranslation(c, file, data)
	if r.all == nil {
		return nil, r.located()
	}
	t := &casefile.Translation{Format: casefile.Format, Case: c.ID, Language: r.language, Of: c.Wording()}
	complete := true
	for _, source := range c.Texts() {
		one := r.texts[source.Place]
		t.Texts = append(t.Texts, one.text)
		if !r.current(source, one) {
			complete = complete && one.text != ""
			continue
		}
		r.kept(source, one)
	}
	if complete {
		r.soundness(c, t)
	}
	if problems := r.located(); len(problems) > 0 {
		return nil, problems
	}
	return t, nil
}

// TranslationJSON returns a translation as the game reads it: the same bytes for the
// same translation.
func TranslationJSON(t *casefile.Translation) ([]byte, error) {
	var out strings.Builder
	e := json.NewEncoder(&out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(t); err != nil {
		return nil, fmt.Errorf("this translation can't be written as JSON: %w", err)
	}
	return []byte(out.String()), nil
}

// readTranslation reads the file as far as it can be read. What it reports is about
// the file alone, and about places that the case doesn't have.
func readTranslation(c *casefile.Case, file string, data []byte) *translationFile {
	doc, faults, _ := parseYAML(tree.NewDocument(file, data))
	r := &translationFile{doc: doc, texts: map[string]translated{}}
	for _, f := range faults {
		r.Add(casefile.Problem{Message: f.Message, Next: f.Next, Line: f.Line, Column: f.Column})
	}
	if doc.Root == nil {
		return r
	}
	const next = "write it with the command case translate"
	if doc.Root.Kind != tree.Mapping {
		r.report(doc.Root, next, "this is no translation of a case: it has to begin with the keys case, language and texts")
		return r
	}
	for key, value := range r.keys(doc.Root, "case", "language", "texts") {
		switch key {
		case "case":
			if value.Value != c.ID {
				r.report(value, "write "+c.ID+", or name the case that it is a translation of", "this is a translation of %q, and the case is %q", value.Value, c.ID)
			}
		case "language":
			r.language = value.Value
			if !languageTag.MatchString(value.Value) || value.Value == c.Language {
				r.report(value, "write a tag such as de or pt-BR", "%q is not a language to translate a case in %q into", value.Value, c.Language)
			}
		case "texts":
			if value.Kind != tree.Mapping {
				r.report(value, next, "texts has to hold a text for each place of the case")
				continue
			}
			r.all = value
		}
	}
	if r.all == nil || r.language == "" {
		if r.Count() == 0 {
			r.report(doc.Root, next, "the keys language and texts are needed")
		}
		r.all = nil
		return r
	}
	places := map[string]bool{}
	var names []string
	for _, t := range c.Texts() {
		places[t.Place] = true
		names = append(names, t.Place)
	}
	for place, value := range r.keys(r.all) {
		one := r.one(value)
		if !places[place] {
			r.report(one.at, r.Suggest(place, names), "there is no text at %q in the case", place)
		}
		r.texts[place] = one
		r.order = append(r.order, place)
	}
	return r
}

// keys yields the keys of a mapping and their values. Repeated ones, and others than
// the known ones where there are any, are reported and left out.
func (r *translationFile) keys(n *tree.Node, known ...string) func(yield func(string, *tree.Node) bool) {
	return func(yield func(string, *tree.Node) bool) {
		seen := map[string]bool{}
		for i, key := range n.Keys {
			switch {
			case seen[key.Value]:
				r.report(key, "delete one of the two", "%q is there twice", key.Value)
				continue
			case len(known) > 0 && !slices.Contains(known, key.Value):
				r.report(key, r.Suggest(key.Value, known), "there is no key %q here", key.Value)
				continue
			}
			seen[key.Value] = true
			if !yield(key.Value, n.Items[i]) {
				return
			}
		}
	}
}

// rendering reads one text: alone, or with what it was translated from and a note.
func (r *translationFile) one(n *tree.Node) translated {
	one := translated{at: n}
	if n.Kind != tree.Mapping {
		one.text = r.scalar(n)
		return one
	}
	for i, key := range n.Keys {
		value := r.scalar(n.Items[i])
		switch key.Value {
		case "text":
			one.text, one.at = value, n.Items[i]
		case "of":
			one.of = n.Items[i].Value
		case "note":
			one.note = value
		default:
			r.report(key, tree.Suggest(key.Value, []string{"text", "of", "note"}), "there is no key %q here", key.Value)
		}
	}
	return one
}

func (r *translationFile) scalar(n *tree.Node) string {
	switch n.Kind {
	case tree.Null, tree.Unusable:
		return ""
	case tree.Sequence, tree.Mapping:
		r.report(n, "write it in quotes", "this has to be a text")
		return ""
	}
	return strings.TrimSpace(n.Value)
}

// current reports whether a text is there and up to date, and what it isn't.
func (r *translationFile) current(source casefile.Text, one translated) bool {
	switch {
	case one.text == "":
		r.report(one.at, "translate: "+quote.Short(source.Text), "the text at %q is missing", source.Place)
	case one.of == "":
		r.report(one.at, "run case translate, which adds the key of", "of the text at %q it isn't said what it was translated from", source.Place)
	case one.of != printOf(source.Text):
		r.report(one.at, "translate what it says now, and delete its key of: "+quote.Short(source.Text), "the text at %q has changed since it was translated", source.Place)
	default:
		return true
	}
	return false
}

// How much longer than what it translates a text may be: twice, and some characters
// more where it is short.
const (
	mostTimes = 2
	mostMore  = 20
)

var languageTag = regexp.MustCompile(`^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$`)

var placeholder = regexp.MustCompile(`\{[^{}\s]+\}`)

// kept checks that a text has kept what it may not lose.
func (r *translationFile) kept(source casefile.Text, one translated) {
	length := utf8.RuneCountInString(one.text)
	switch most := mostTimes*utf8.RuneCountInString(source.Text) + mostMore; {
	case length > tree.MaxText:
		r.report(one.at, "shorten it", "%s", tree.TooLong(source.Place, length))
	case length > most:
		r.report(one.at, "shorten it", "the text at %q has %d characters, and what it translates has room for %d", source.Place, length, most)
	}
	if wrong := tree.Unseen(source.Place, one.text); wrong != "" {
		r.report(one.at, "delete it, or write the text anew", "%s", wrong)
	}
	was, is := placeholder.FindAllString(source.Text, -1), placeholder.FindAllString(one.text, -1)
	slices.Sort(was)
	slices.Sort(is)
	if !slices.Equal(was, is) {
		r.report(one.at, "keep every placeholder as it is, braces and all", "the text at %q has the placeholders %s, and has to have %s", source.Place, listOf(is), listOf(was))
	}
	if ours(source.Text) != ours(one.text) {
		r.report(one.at, "keep the brackets, or leave them out, as there", "the text at %q and what it translates don't both stand in brackets, which say that a title is our own", source.Place)
	}
}

func listOf(words []string) string {
	if len(words) == 0 {
		return "none"
	}
	return strings.Join(words, ", ")
}

// ours reports whether a title stands in brackets.
func ours(text string) bool { return strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") }

// soundness holds the case in this language against the rules for cases: a phrase
// stands in its paragraph, a name is on a stamp once, no card gives its date away.
func (r *translationFile) soundness(c *casefile.Case, t *casefile.Translation) {
	in, err := t.Apply(c)
	if err != nil {
		r.report(r.all, "write it with the command case translate", "%v", err)
		return
	}
	r.cast(c, in)
	places, err := placesOf(c)
	if err != nil {
		r.report(r.all, "correct the case first", "%v", err)
		return
	}
	checked := Check
	if !slices.ContainsFunc(c.Claims, func(cl casefile.Claim) bool { return len(cl.KnownTo) > 0 }) {
		checked = check.Case // a compiled case lacks the author's keys
	}
	// What is warned of in the case's own language too isn't the translation's fault.
	known := map[string]bool{}
	for _, p := range checked(c) {
		known[p.Path] = true
	}
	for _, p := range slices.Concat(checked(in), readTranslated(c, in)) {
		if known[p.Path] {
			continue
		}
		n := r.texts[places.at(p.Path)].at
		if n == nil {
			n = r.all
		}
		p.Severity, p.Line, p.Column = casefile.Error, n.Line, n.Column
		r.Add(p)
	}
}

// cast checks that each paragraph names the same people: where somebody is first named,
// the game introduces them.
func (r *translationFile) cast(c, in *casefile.Case) {
	for i, s := range c.Sources {
		for j, p := range s.Digest {
			for k, person := range c.People {
				was, is := strings.Contains(p.Text, person.Name), strings.Contains(in.Sources[i].Digest[j].Text, in.People[k].Name)
				if was == is {
					continue
				}
				place := "sources." + s.ID + "." + p.ID + ".text"
				message, next := "%q doesn't name %q, as the case does", "name them as in people, or leave the name out where the case does"
				if is {
					message = "%q names %q, and the case doesn't"
				}
				r.report(r.texts[place].at, next, message, place, in.People[k].Name)
			}
		}
	}
}

// pathPlaces maps the paths of a case's texts, such as events[3].title, to their
// places.
type pathPlaces struct {
	paths []string // in the order of the case
	place map[string]string
}

func placesOf(c *casefile.Case) (pathPlaces, error) {
	named := &casefile.Translation{Case: c.ID, Language: c.Language, Of: c.Wording()}
	for _, t := range c.Texts() {
		named.Texts = append(named.Texts, namedBy+t.Place)
	}
	in, err := named.Apply(c)
	if err != nil {
		return pathPlaces{}, err
	}
	data, err := json.Marshal(in)
	if err != nil {
		return pathPlaces{}, err
	}
	var whole any
	if err := json.Unmarshal(data, &whole); err != nil {
		return pathPlaces{}, err
	}
	p := pathPlaces{place: map[string]string{}}
	p.walk("", whole)
	return p, nil
}

// namedBy begins a text that is only its place. No text of a case has this character.
const namedBy = "\x00"

func (p *pathPlaces) walk(path string, value any) {
	switch v := value.(type) {
	case string:
		if place, ok := strings.CutPrefix(v, namedBy); ok {
			p.paths = append(p.paths, path)
			p.place[path] = place
		}
	case []any:
		for i, item := range v {
			p.walk(fmt.Sprintf("%s[%d]", path, i), item)
		}
	case map[string]any:
		for key, item := range v {
			p.walk(strings.TrimPrefix(path+"."+key, "."), item)
		}
	}
}

// at returns the place of the text at a path, or of the first one within it.
func (p pathPlaces) at(path string) string {
	if place, ok := p.place[path]; ok {
		return place
	}
	first := ""
	for _, other := range p.paths {
		if strings.HasPrefix(other, path) && (first == "" || other < first) {
			first = other
		}
	}
	return p.place[first]
}

func (r *translationFile) report(n *tree.Node, next, format string, args ...any) {
	if n == nil {
		n = r.all
	}
	p := casefile.Problem{Message: fmt.Sprintf(format, quote.Args(args)...), Next: next}
	if n != nil {
		p.Line, p.Column = n.Line, n.Column
	}
	r.Add(p)
}

// located returns the problems in the order of the file.
func (r *translationFile) located() casefile.Problems {
	problems := r.Problems()
	slices.SortStableFunc(problems, func(a, b casefile.Problem) int {
		if a.Line == 0 || b.Line == 0 { // the last one only counts others
			return cmp.Compare(b.Line, a.Line)
		}
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	for i := range problems {
		problems[i].File = r.doc.File
		problems[i].Excerpt = r.doc.Excerpt(problems[i].Line, problems[i].Column)
	}
	return problems
}
