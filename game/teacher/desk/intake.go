package desk

import (
	"crypto/sha256"
	"errors"
	"path"
	"slices"
	"strings"

	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/code"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/packed"
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
// else. A code is one too.
type file struct {
	number  int // since the start, for its node's id
	name    string
	code    bool
	pupil   int       // of a code: since the start, in the place of a name
	given   code.Code // while its case is on the way
	key     string    // of a session: the same, whether it came as a file or as a code
	sum     [sha256.Size]byte
	side    session.When
	itself  bool // it says itself when it was taken
	state   state
	line    int // of the damage, or of what is wrong with a table
	table   bool
	entries []report.Entry   // what counts
	session *session.Session // that they are of; nil for a table
	data    []byte           // while its case is on the way
	caseID  string           // likewise, and for one that can't be had
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

	mistyped    state = "mistyped" // a code, in a line
	tooShort    state = "short"    // a line of a code has characters missing
	tooLong     state = "long"     // or too many
	cutShort    state = "cut"      // a code ends before a line
	changed     state = "changed"  // a code whose checksum is wrong
	forged      state = "forged"   // a code of what can't have been played
	otherFormat state = "format"   // a code by another version of the game
)

// usable tells whether a file has results that count.
func (f *file) usable() bool { return len(f.entries) > 0 }

// come takes files in for a side.
func (m *Model) come(msg Came) []Effect {
	m.coming = msg.Coming
	in := intake{many: msg.Files.Left}
	var effects []Effect
	for _, given := range msg.Files.List {
		if len(m.files) >= mostFiles {
			in.many++
			continue
		}
		f := file{number: m.numbers, name: given.Name, sum: sha256.Sum256(given.Data), side: msg.Side, state: faults[given.Fault]}
		if f.state == "" {
			if slices.ContainsFunc(m.files, func(o file) bool { return o.sum == f.sum && (o.usable() || o.state == waiting) }) {
				in.twice++
				continue
			}
			effects = append(effects, m.read(&f, given.Data)...)
			if f.state == strange {
				if found := codesIn(given); len(found) > 0 {
					effects = append(effects, m.takeCodes(msg.Side, found, &in)...)
					continue
				}
			}
		}
		m.take(f, &in)
	}
	if m.coming > 0 {
		m.Said = ""
		return effects
	}
	m.sum(&in)
	return effects
}

// An intake counts what becomes of files and codes.
type intake struct{ twice, homeless, many int }

// take keeps a file, unless it has no side or its session is there already.
func (m *Model) take(f file, in *intake) {
	switch {
	case m.there(&f):
		in.twice++
		return
	case f.side == "":
		in.homeless++
		return
	}
	if f.code {
		m.coded++
		f.pupil = m.coded
		for i := range f.entries {
			f.entries[i].Who = m.who(&f)
		}
	}
	m.numbers++
	m.files = append(m.files, f)
}

// there tells whether a file's session has come before, as a file or as a code.
func (m *Model) there(f *file) bool {
	return slices.ContainsFunc(m.files, func(o file) bool {
		return o.number != f.number && (f.key != "" && o.key == f.key || f.state == waiting && f.code && o.given == f.given && o.state == waiting)
	})
}

// sum says what became of files and codes.
func (m *Model) sum(in *intake) {
	var notes []string
	for _, note := range []struct {
		key string
		n   int
	}{{"teacher.twice", in.twice}, {"teacher.homeless", in.homeless}, {"teacher.many", in.many}} {
		if note.n > 0 {
			notes = append(notes, m.Count(note.key, note.n, "most", Limits.Most))
		}
	}
	if len(notes) > 0 {
		m.Notice = strings.Join(notes, " ")
	}
	m.Said = strings.Join(append([]string{m.tally()}, notes...), " ")
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
	_, known := m.Head(cfg.Case)
	switch {
	case !known:
		f.state = foreign
	case there:
		m.report(f, data, cfg, set)
	default:
		f.state, f.data = waiting, data
		return m.ask(cfg.Case)
	}
	return nil
}

// ask asks for a case, unless it is on its way.
func (m *Model) ask(id string) []Effect {
	if m.asked[id] {
		return nil
	}
	m.asked[id] = true
	return []Effect{m.Load(id)}
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
	s, err := session.Read(set, data)
	if s != nil {
		m.result(f, set, s)
	}
	var damage *session.CorruptError
	switch {
	case err == nil && s.Done():
	case err == nil:
		f.state = unfinished
	case s != nil:
		f.state = damaged
		if errors.As(err, &damage) {
			f.line = damage.Line
		}
	case cfg.Fingerprint != set.Case().Fingerprint():
		f.state = otherCase
	default:
		f.state = torn
	}
}

// caseCame reads the files that waited for a case, or has results speak of it in
// another language. Sessions that turn out to be there already are dropped.
func (m *Model) caseCame(msg frame.CaseCame) []Effect {
	had := m.sets[msg.ID]
	if m.Late(msg, had) {
		return nil
	}
	delete(m.asked, msg.ID)
	if msg.Set != nil {
		m.sets[msg.ID] = msg.Set
	}
	why := msg.Why + msg.Untranslated // there is one at most
	switch {
	case msg.Set == nil && had == nil:
		m.Notice = m.Say("trouble.case", "why", why)
	case why != "":
		m.Untranslated(msg.Lang, why)
	}
	if had != nil {
		m.retell(msg.ID)
		return nil
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
		if f.code {
			m.openCode(f, msg.Set)
		} else if cfg, err := session.Begun(f.data); err == nil {
			m.report(f, f.data, cfg, msg.Set)
		}
		f.data, f.given = nil, code.Code{}
	}
	in := intake{}
	kept := m.files[:0:0]
	seen := map[string]bool{}
	for _, f := range m.files {
		if f.key != "" && seen[f.key] {
			in.twice++
			continue
		}
		seen[f.key] = true
		kept = append(kept, f)
	}
	m.files = kept
	if in.twice > 0 {
		m.sum(&in)
	} else if !m.waits() {
		m.Said = m.tally()
	}
	if msg.Set != nil && msg.Lang != m.Lang() {
		return m.Retell(msg.Set.Case())
	}
	return nil
}

// retell makes the results of a case anew, as it is told now, and what is shown of them.
func (m *Model) retell(caseID string) {
	for i := range m.files {
		if f := &m.files[i]; f.session != nil && f.session.Config().Case == caseID {
			f.entries[0].Report = report.Make(m.sets[caseID], f.session)
		}
	}
	if m.comparing || m.alone != nil {
		m.compare()
	}
}

// result is what a session that is whole shows.
func (m *Model) result(f *file, set *puzzle.Set, s *session.Session) {
	f.state, f.key, f.session = whole, packed.Key(s), s
	f.entries = []report.Entry{{Who: m.who(f), Report: report.Make(set, s)}}
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
	return m.Say("teacher.tally", "before", len(m.results(session.Before)), "after", len(m.results(session.After)))
}

// ready tells whether there is something to show: with results on both sides a
// comparison, else those of one.
func (m *Model) ready() bool {
	return m.coming == 0 && !m.waits() && len(m.results(session.Before))+len(m.results(session.After)) > 0
}

// oneSide is the only side with results, if there is one.
func (m *Model) oneSide() session.When {
	before, after := len(m.results(session.Before)), len(m.results(session.After))
	switch {
	case before > 0 && after == 0:
		return session.Before
	case after > 0 && before == 0:
		return session.After
	}
	return ""
}
