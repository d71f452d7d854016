// Package sources makes the cards of a case's sources, each in the dress of what it is,
// for all programs that show them. It also says what a case says, which may be in
// another language than the interface.
//
// It keeps no state and draws nothing itself. Start reading at [Desk.Card].
package sources

import (
	"holdtheline/assets/words"
	"holdtheline/game/figure"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
)

// A Desk is what the card of a source is made from.
type Desk struct {
	Voice
	Case   *casefile.Case
	Titles map[string]string // see [Titles]
	// Public tells whether a paragraph was public at a moment.
	Public func(ref string, at edtf.Date) bool
	// Asks tells whether something is still asked of a source: its card must not say
	// it.
	Asks func(source string, what puzzle.Aspect) bool
	// Rests has the card say what the source rests on.
	Rests bool
}

// Title is the title of a source as players read it; empty for one that there isn't.
func (d Desk) Title(id string) words.Text { return d.Told(d.Titles[id]) }

// Symbol is the drawing that stands for a kind of source.
func Symbol(kind casefile.SourceKind) figure.Symbol { return symbols[kind] }
