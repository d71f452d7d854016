package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"holdtheline/quiz/casefile"
)

// shown is what has come in at the desk so far, by its words.
type shown struct {
	names map[string]bool  // words of the names of people, which are in every paragraph
	refs  []string         // paragraphs, in the order in which they came in
	by    map[string][]int // word → the paragraphs that have it
}

func newShown(c *casefile.Case) *shown {
	s := &shown{names: map[string]bool{}, by: map[string][]int{}}
	for _, p := range c.People {
		for word := range contentWords(p.Name) {
			s.names[word] = true
		}
	}
	return s
}

// put puts a source on the desk, or that paragraph of it which ref cites.
func (s *shown) put(src *casefile.Source, ref string) {
	_, part, cited := casefile.SplitRef(ref)
	for _, p := range src.Digest {
		if cited && p.ID != part {
			continue
		}
		for word := range contentWords(p.Text) {
			s.by[word] = append(s.by[word], len(s.refs))
		}
		s.refs = append(s.refs, src.ID+"#"+p.ID)
	}
}

// closest returns the paragraph that has the largest share of a claim's words, the first
// of several. The names of people don't count.
func (s *shown) closest(claim string) (ref string, share float64) {
	words := contentWords(claim)
	for word := range words {
		if s.names[word] {
			delete(words, word)
		}
	}
	if len(words) < fewestWords {
		return "", 0
	}
	same := map[int]int{}
	for word := range words {
		for _, i := range s.by[word] {
			same[i]++
		}
	}
	best := -1
	for i, n := range same {
		if best < 0 || n > same[best] || n == same[best] && i < best {
			best = i
		}
	}
	if best < 0 {
		return "", 0
	}
	return s.refs[best], float64(same[best]) / float64(len(words))
}

// contentWords are the words of a text that are long enough to mean something.
func contentWords(text string) map[string]bool {
	const shortest = 4
	words := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if utf8.RuneCountInString(w) >= shortest {
			words[w] = true
		}
	}
	return words
}
