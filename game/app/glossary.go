package app

import (
	"slices"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
)

// terms are the words of the trade that the game uses and explains.
var terms = []string{
	"claim", "source", "firsthand", "official", "secondhand", "independent", "witness", "provenance", "lateral",
}

func isTerm(term string) bool { return slices.Contains(terms, term) }

// wordID is the node where the explanation of a term begins.
func wordID(term string) string { return "word." + term }

// wordsBox explains the words of the trade in plain language.
func (m *Model) wordsBox(f frame) *ui.Node {
	var entries []*ui.Node
	for _, term := range terms {
		entries = append(entries, column("word."+term+".box", space1,
			heading(wordID(term), 2, m.say("word."+term), leadFont),
			paragraph("word."+term+".means", m.say("word."+term+".means"), bodyFont),
		))
	}
	return m.box(f, "words.box", m.say("words.title"), entries...)
}

// puzzleWords is the way to the words that a puzzle uses. Where a phone's height
// is needed for the cards, the menu has it.
func (m *Model) puzzleWords(f frame, item puzzle.Item) *ui.Node {
	form := m.session.Form(item.ID())
	if form.Term == "" || f.narrow && (m.ordered(item) != nil || m.linked(item) != nil) {
		return nil
	}
	return m.askWords("words", form.Term)
}

// askWords is the way to the words of the trade from where one of them stands;
// the explanation begins at that term.
func (m *Model) askWords(id, term string) *ui.Node {
	b := quiet(id, m.say("words.open"), OpenGlossary{Term: term})
	b.Style.Font, b.Style.Self = smallBold, ui.Start
	return b
}

// moreOn is the way to a question's hint and to its words, side by side; or the
// hint that was taken, and below it the way to the words.
func (m *Model) moreOn(item puzzle.Item, words *ui.Node) *ui.Node {
	hint := m.hint(item)
	if hint == nil || hint.Role == ui.Button {
		return wrap("more", space5, hint, words)
	}
	return column("more", space2, hint, words)
}

// askWord is the way to one term.
func (m *Model) askWord(term string) *ui.Node {
	b := quiet("words."+term, m.say("words.what", "term", m.say("word."+term)), OpenGlossary{Term: term})
	b.Style.Font, b.Style.Self = smallBold, ui.Start
	return b
}
