package infer

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/evidence"
	"holdtheline/quiz/puzzle"
)

// License is the licence of a case that names none.
const License = "CC-BY-4.0"

var idForm = regexp.MustCompile(casefile.IDPattern)

// head fills in what stands at the top of a case, but for the minutes.
func (f *filler) head(folder string) {
	c := f.c
	if c.Format == 0 && !f.given("format") {
		c.Format = casefile.Format
		f.note("format", strconv.Itoa(c.Format), "the version that this program reads")
	}
	if idForm.MatchString(folder) {
		f.text(&c.ID, "id", folder, "the name of its folder")
	}
	f.text(&c.ID, "id", slug(c.Title), "from the title")
	f.text(&c.License, "license", License, "the licence of the cases that come with the game")
}

// ids gives an id to everything that has none and can be named by others. The steps
// of the game get theirs with the rooms.
func (f *filler) ids() {
	c := f.c
	list := func(name string, n int, get func(i int) (id *string, from string)) {
		taken := map[string]bool{}
		for i := range n {
			id, _ := get(i)
			taken[*id] = true
		}
		for i := range n {
			id, from := get(i)
			if *id == "" {
				f.text(id, at(name, i)+".id", free(slug(from), taken), "from its words")
			}
		}
	}
	list("people", len(c.People), func(i int) (*string, string) { return &c.People[i].ID, c.People[i].Name })
	list("sources", len(c.Sources), func(i int) (*string, string) { return &c.Sources[i].ID, c.Sources[i].Title })
	list("events", len(c.Events), func(i int) (*string, string) { return &c.Events[i].ID, c.Events[i].Title })
	list("claims", len(c.Claims), func(i int) (*string, string) { return &c.Claims[i].ID, c.Claims[i].Text })
	list("points", len(c.Points), func(i int) (*string, string) { return &c.Points[i].ID, c.Points[i].Question })
	for i := range c.Sources {
		digest := c.Sources[i].Digest
		taken := map[string]bool{}
		for j := range digest {
			taken[digest[j].ID] = true
		}
		for j := range digest {
			if digest[j].ID == "" {
				f.text(&digest[j].ID, at(at("sources", i)+".digest", j)+".id", free(strconv.Itoa(j+1), taken), "its place in the source")
			}
		}
	}
}

// longestSlug is how long an id made from a text is at most.
const longestSlug = 32

// letters are written in ids as others.
var letters = strings.NewReplacer(
	"ä", "ae", "ö", "oe", "ü", "ue", "ß", "ss", "á", "a", "à", "a", "â", "a", "ã", "a", "å", "a", "ç", "c",
	"é", "e", "è", "e", "ê", "e", "ë", "e", "í", "i", "ì", "i", "î", "i", "ï", "i", "ñ", "n", "ó", "o", "ò", "o", "ô", "o", "õ", "o",
	"ø", "o", "ú", "u", "ù", "u", "û", "u", "ý", "y", "’", "", "'", "",
)

// slug makes an id from a text: its first words, in lower case with hyphens. It is
// empty if the text has no letter or digit that an id can hold.
func slug(text string) string {
	const most = 4096 // no more of a long text is looked at
	text = letters.Replace(strings.ToLower(text[:min(len(text), most)]))
	out := ""
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		next := strings.TrimPrefix(out+"-"+word, "-")
		if len(next) > longestSlug && out != "" {
			break
		}
		out = next[:min(len(next), longestSlug)]
	}
	return out
}

// free returns an id that is not taken, with a number behind it if need be, and takes it.
func free(id string, taken map[string]bool) string {
	if id == "" {
		id = "x"
	}
	name := id
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", id, n)
	}
	taken[name] = true
	return name
}

// references completes references to a paragraph that name a source alone, if it has
// only one.
func (f *filler) references() {
	for _, ref := range casefile.References(f.c) {
		if !slices.Equal(ref.Kinds, []casefile.RefKind{casefile.RefParagraph}) {
			continue
		}
		for i, name := range ref.Names {
			src, ok := f.find.Source(name)
			if !ok || len(src.Digest) != 1 || src.Digest[0].ID == "" {
				continue
			}
			ref.Replace(i, name+"#"+src.Digest[0].ID)
			path := ref.Path
			if ref.List {
				path = at(path, i)
			}
			f.note(path, ref.Names[i], "its only paragraph")
		}
	}
}

// tabs returns the sources that some beat offers as tabs.
func (f *filler) tabs() map[string]bool {
	tabs := map[string]bool{}
	for _, r := range f.c.Rooms {
		for _, b := range r.Beats {
			for _, id := range b.Tabs {
				tabs[id] = true
			}
		}
	}
	return tabs
}

// undated returns the sources whose date some puzzle asks for. Of one that asks for a
// later part of a source, the source itself may say when it came out.
func (f *filler) undated() map[string]bool {
	undated := map[string]bool{}
	for _, r := range f.c.Rooms {
		for _, p := range r.Puzzles {
			if puzzle.Asks(p.Kind, puzzle.Dating) {
				undated[p.Source] = true
			}
		}
	}
	return undated
}

// inPuzzles returns the sources that some puzzle is about.
func (f *filler) inPuzzles() map[string]bool {
	in := map[string]bool{}
	for _, ref := range casefile.References(f.c) {
		if strings.Contains(ref.Path, "].puzzles[") && ref.ToSources() {
			for _, name := range ref.Names {
				in[evidence.SourceOf(name)] = true
			}
		}
	}
	return in
}

// arriving returns the sources of which some beat says that they, or parts of them,
// come in.
func (f *filler) arriving() map[string]bool {
	arriving := map[string]bool{}
	for _, r := range f.c.Rooms {
		for _, b := range r.Beats {
			for _, ref := range b.Arrivals {
				arriving[evidence.SourceOf(ref)] = true
			}
		}
	}
	return arriving
}
