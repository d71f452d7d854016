package compare

import (
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// Read reads the log of a saved session, whose file has a name, and reports on it.
// find returns the items of a case by its id, which the log names; its error is
// returned as it is. Any other error is a *session.CorruptError: the result then
// covers what came before the damage, and its Case is empty if that is nothing.
func Read(name string, log []byte, find func(id string) (*puzzle.Set, error)) (report.Entry, error) {
	cfg, err := session.Begun(log)
	if err != nil {
		return report.Entry{}, err
	}
	set, err := find(cfg.Case)
	if err != nil {
		return report.Entry{}, err
	}
	r, err := report.Of(set, log)
	return report.Entry{Who: Name(name), Report: r}, err
}
