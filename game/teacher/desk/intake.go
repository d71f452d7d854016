package desk

import (
	"crypto/sha256"
	"errors"
	"path"
	"slices"
	"strings"

	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// Limits bound what is read at once. A class has some thirty pupils, and a whole
// game some dozen kilobytes.
var Limits = ui.FileLimits{Most: 200, Each: session.MaxBytes, All: 16 * session.MaxBytes}

// mostFiles bounds what is kept.
const mostFiles = 2000

// A file is one that was brought: a session, a table of many results, or something
// else.
type file struct {
	number  int // since the start, for its node's id
	name    string
	sum     [sha256.Size]byte
	side    session.When
	itself  bool // it says itself when it was taken
	state   state
	line    int // of the damage, or of what is wrong with a table
	table   bool
	entries []report.Entry // what counts
	data    []byte         // while its case is on the way
	caseID  string         // likewise, and for one that can't be had
}

// state is what is known of a file.
type state string

// The states. Those from tooLarge on have no result.
const (
	whole      state = "whole"
	unfinished state = "unfinished" // what is answered counts
	damaged    state = "damaged"    // what stands before the line counts
	waiting    state = "waiting"    // for its case

	tooLarge   state = "large"
	unreadable state = "unreadable" // a folder, or the system refuses
	empty      state = "empty"
	strange    state = "strange" // no session
	torn       state = "torn"    // a session whose beginning is damaged
	foreign    state = "foreign" // of a case that isn't there
	otherCase  state = "version" // of another version of its case
	absent     state = "absent"  // its case can't be had just now
	notTable   state = "table"   // a table, but not of results
	noResults  state = "none"    // a table without any
)

// usable tells whether a file has results that count.
func (f *file) usable() bool { return len(f.entries) > 0 }

// come takes files in for a side.
func (m *Model) come(msg Came) []Effect {
	m.coming = msg.Coming
	twice, homeless, many := 0, 0, msg.Files.Left
	var effects []Effect
	for _, given := range msg.Files.List {
		if len(m.files) >= mostFiles {
			many++
			continue
		}
		f := file{number: m.numbers, name: given.Name, sum: sha256.Sum256(given.Data), side: msg.Side, state: faults[given.Fault]}
		if f.state == "" {
			if slices.ContainsFunc(m.files, func(o file) bool { return o.sum == f.sum && (o.usable() || o.state == waiting) }) {
				twice++
				continue
			}
			effects = append(effects, m.read(&f, given.Data)...)
		}
		if f.side == "" {
			homeless++
			continue
		}
		m.numbers++
		m.files = append(m.files, f)
	}
	if m.coming > 0 {
		m.said = ""
		return effects
	}
	var notes []string
	for _, note := range []struct {
		key string
		n   int
	}{{"teacher.twice", twice}, {"teacher.homeless", homeless}, {"teacher.many", many}} {
		if note.n > 0 {
			notes = append(notes, m.count(note.key, note.n, "most", Limits.Most))
		}
	}
	if len(notes) > 0 {
		m.notice = strings.Join(notes, " ")
	}
	m.said = strings.Join(append([]string{m.tally()}, notes...), " ")
	return effects
}

// faults are the states of files that the host couldn't read.
var faults = map[ui.FileFault]state{ui.FileTooLarge: tooLarge, ui.FileUnreadable: unreadable}

// read finds out what a file is and what its results are. If its case is missing it
// waits for it.
func (m *Model) read(f *file, data []byte) []Effect {
	if len(strings.TrimSpace(string(data[:min(len(data), 64)]))) == 0 {
		f.state = empty
		return nil
	}
	if strings.EqualFold(path.Ext(f.name), ".csv") {
		m.readTable(f, data)
		return nil
	}
	cfg, err := session.Begun(data)
	if err != nil {
		f.state = strange
		return nil
	}
	if cfg.When == session.Before || cfg.When == session.After {
		f.side, f.itself = cfg.When, true
	}
	f.caseID = cfg.Case
	set, there := m.sets[cfg.Case]
	switch {
	case m.heads[cfg.Case] == nil:
		f.state = foreign
	case there:
		m.report(f, data, cfg, set)
	default:
		f.state, f.data = waiting, data
		if !m.asked[cfg.Case] {
			m.asked[cfg.Case] = true
			return []Effect{LoadCase{ID: cfg.Case}}
		}
	}
	return nil
}

func (m *Model) readTable(f *file, data []byte) {
	f.table = true
	entries, err := compare.ReadTable(f.name, data)
	var wrong *compare.TableError
	switch {
	case errors.As(err, &wrong):
		f.state, f.line = notTable, wrong.Line
	case err != nil:
		f.state, f.line = notTable, 1
	case len(entries) == 0:
		f.state = noResults
	default:
		f.state, f.entries = whole, entries
	}
}

// report reads a session of a case that is there.
func (m *Model) report(f *file, data []byte, cfg session.Config, set *puzzle.Set) {
	entry, err := compare.Read(f.name, data, func(string) (*puzzle.Set, error) { return set, nil })
	var damage *session.CorruptError
	switch {
	case err == nil && entry.Finished:
		f.state, f.entries = whole, []report.Entry{entry}
	case err == nil:
		f.state, f.entries = unfinished, []report.Entry{entry}
	case entry.Case != "":
		f.state, f.entries = damaged, []report.Entry{entry}
		if errors.As(err, &damage) {
			f.line = damage.Line
		}
	case cfg.Fingerprint != set.Case().Fingerprint():
		f.state = otherCase
	default:
		f.state = torn
	}
}

// caseCame reads the files that waited for a case.
func (m *Model) caseCame(msg CaseCame) {
	delete(m.asked, msg.ID)
	if msg.Set != nil {
		m.sets[msg.ID] = msg.Set
	} else {
		m.notice = m.say("trouble.case", "why", msg.Why)
	}
	for i := range m.files {
		f := &m.files[i]
		if f.state != waiting || f.caseID != msg.ID {
			continue
		}
		if msg.Set == nil {
			f.state, f.data = absent, nil
			continue
		}
		if cfg, err := session.Begun(f.data); err == nil {
			m.report(f, f.data, cfg, msg.Set)
		}
		f.data = nil
	}
	if !m.waits() {
		m.said = m.tally()
	}
}

// waits tells whether a file waits for its case.
func (m *Model) waits() bool {
	return slices.ContainsFunc(m.files, func(f file) bool { return f.state == waiting })
}

// results are those of one side.
func (m *Model) results(side session.When) []report.Entry {
	var all []report.Entry
	for _, f := range m.files {
		if f.side == side {
			all = append(all, f.entries...)
		}
	}
	return all
}

// tally says how many results there are on both sides.
func (m *Model) tally() string {
	return m.say("teacher.tally", "before", len(m.results(session.Before)), "after", len(m.results(session.After)))
}

// ready tells whether there is something to compare.
func (m *Model) ready() bool {
	return m.coming == 0 && !m.waits() && len(m.results(session.Before)) > 0 && len(m.results(session.After)) > 0
}
