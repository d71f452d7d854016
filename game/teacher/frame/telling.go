package frame

import (
	"slices"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// LoadCase is an effect that asks for a case, told in a language, given as a BCP 47 tag.
type LoadCase struct{ ID, Lang string }

// CaseCame is the message that brings the case that LoadCase asked for.
type CaseCame struct {
	ID, Lang     string      // as asked for
	Set          *puzzle.Set // nil where the case can't be had
	Why          string      // then, why
	Untranslated string      // why it is told in its own language, though there is a translation
}

// Heads returns the heads of all cases, told in the page's language where they have been
// translated into it.
func (b *Base) Heads() []*casefile.Case {
	// Where they aren't data of the program, reading them takes a while.
	if b.headsIn != b.Lang() {
		b.heads, b.headsIn = assets.HeadsIn(b.Lang()), b.Lang()
	}
	return b.heads
}

// Head returns the head of a case; known is false if this program doesn't know it.
func (b *Base) Head(id string) (c *casefile.Case, known bool) {
	heads := b.Heads()
	i := slices.IndexFunc(heads, func(c *casefile.Case) bool { return c.ID == id })
	if i < 0 {
		return nil, false
	}
	return heads[i], true
}

// Load asks for a case, told in the page's language.
func (b *Base) Load(id string) LoadCase { return LoadCase{ID: id, Lang: b.Lang()} }

// Retell asks for a case anew if it could be told in the page's language and isn't.
func (b *Base) Retell(c *casefile.Case) []Effect {
	translated := assets.Translated(c.ID)
	if c.Language == b.Lang() || !slices.Contains(translated, b.Lang()) && !slices.Contains(translated, c.Language) {
		return nil
	}
	return []Effect{b.Load(c.ID)}
}

// Late reports whether a case that has come is no use any more, as the page has it
// already and speaks another language now.
func (b *Base) Late(came CaseCame, had *puzzle.Set) bool { return had != nil && came.Lang != b.Lang() }

// Untranslated says that a case can't be told in a language, and why.
func (b *Base) Untranslated(lang, why string) {
	b.Notice = b.Say("trouble.language", "language", words.Name(lang, b.View != settings.PlainPage), "why", why)
	b.Said = b.Notice
}
