package app

import (
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
)

// clocks show what time it is at a beat in the cities of the case.
func (m *Model) clocks(f frame, beat *casefile.Beat) *ui.Node {
	columns := 4
	switch {
	case f.cramped:
		columns = 1
	case f.narrow:
		columns = 2
	}
	return m.desk().Clocks(beat, columns)
}
