package session

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
)

// played returns a finished session with every kind of event in it.
func played(t testing.TB) *Session {
	t.Helper()
	s := start(t, Practice, casefile.Full)
	next(t, s)
	do(t, s, Event{Kind: Opened, Step: "tuesday", Source: "vet"})
	do(t, s, Event{Kind: Hinted, Item: "found-tuesday"})
	do(t, s, Event{Kind: Drafted, Item: "found-tuesday", Answer: []byte(`{"is": "denied"}`)})
	do(t, s, Event{Kind: Answered, Item: "found-tuesday", Answer: []byte(`{"is": "denied", "certainty": 2}`)})
	do(t, s, Event{Kind: Retried, Item: "found-tuesday"})
	goTo(t, s, "order-happened")
	deal, err := json.Marshal(s.Deal("order-happened"))
	if err != nil {
		t.Fatal(err)
	}
	do(t, s, Event{Kind: Drafted, Item: "order-happened", Answer: deal})
	do(t, s, Event{Kind: Answered, Item: "order-happened", Answer: deal})
	do(t, s, Event{Kind: Went, Step: "tuesday"})
	do(t, s, Event{Kind: Went, Step: "order-happened"})
	goTo(t, s, DebriefID)
	return s
}

func TestResumeAtAnyPoint(t *testing.T) {
	whole := played(t)
	set := whole.Set()
	live, err := Replay(set, whole.Log()[:1])
	if err != nil {
		t.Fatal(err)
	}
	for i, e := range whole.Log() {
		if i > 0 {
			do(t, live, e)
		}
		read, err := Read(set, live.Encode())
		if err != nil {
			t.Fatalf("after event %d: %v", i+1, err)
		}
		replayed, err := Replay(set, live.Log())
		if err != nil {
			t.Fatalf("after event %d: %v", i+1, err)
		}
		if snapshot(read) != snapshot(live) || snapshot(replayed) != snapshot(live) {
			t.Fatalf("after event %d (%+v) the session read is another:\n%s\nwant\n%s", i+1, e, snapshot(read), snapshot(live))
		}
		if !bytes.Equal(read.Encode(), live.Encode()) {
			t.Fatalf("after event %d the log read is another", i+1)
		}
	}
	if snapshot(live) != snapshot(whole) {
		t.Error("the replayed session is another")
	}
}

func TestCutShortAtAnyByte(t *testing.T) {
	whole := played(t)
	data := whole.Encode()
	for cut := range data {
		s, err := Read(whole.Set(), data[:cut])
		lines := bytes.Count(data[:cut], []byte("\n"))
		partial := cut > 0 && data[cut-1] != '\n'
		complete := partial && data[cut] == '\n' // only the line's end is missing
		want := lines
		if complete {
			want++
		}
		if (s == nil) != (want == 0) {
			t.Fatalf("cut at %d: session %v, want %d events", cut, s, want)
		}
		if s != nil && len(s.Log()) != want {
			t.Fatalf("cut at %d: %d events kept, want %d", cut, len(s.Log()), want)
		}
		var damage *CorruptError
		switch {
		case partial && !complete:
			if !errors.As(err, &damage) || damage.Line != lines+1 || !strings.Contains(damage.Problem, "cut short") {
				t.Fatalf("cut at %d: %v", cut, err)
			}
		case cut == 0:
			if !errors.As(err, &damage) {
				t.Fatalf("nothing to read gave %v", err)
			}
		case err != nil:
			t.Fatalf("cut at %d: %v", cut, err)
		}
	}
}

func TestDamage(t *testing.T) {
	whole := played(t)
	set := whole.Set()
	lines := strings.SplitAfter(strings.TrimSpace(string(whole.Encode())), "\n")
	replace := func(line int, with string) string {
		changed := append([]string(nil), lines...)
		changed[line-1] = with + "\n"
		return strings.Join(changed, "")
	}
	edit := func(line int, old, replacement string) string {
		if !strings.Contains(lines[line-1], old) {
			t.Fatalf("line %d is %s", line, lines[line-1])
		}
		return replace(line, strings.TrimSpace(strings.Replace(lines[line-1], old, replacement, 1)))
	}
	for _, c := range []struct {
		name, data    string
		line, kept    int // kept: events before the damage
		problem, next string
	}{
		{"nothing", "", 1, 0, "nothing in it", "start a new session"},
		{"blank lines", "\n \r\n", 1, 0, "nothing in it", "start a new session"},
		{"garbage", "\x00\x01garbage", 1, 0, "not an event", "start a new session"},
		{"another file", `{"name": "package", "version": "1.0"}`, 1, 0, "not an event", "start a new session"},
		{"no start", lines[1], 1, 0, "does not begin with", "start a new session"},
		{"no configuration", `{"do":"started"}`, 1, 0, "does not begin with", "start a new session"},
		{"another case", edit(1, `"case":"lost-cat"`, `"case":"the-call"`), 1, 0, `the case "the-call"`, "open it with the case"},
		{"another version of the case", edit(1, `"fingerprint":"`, `"fingerprint":"0`), 1, 0, "another version of the case", "open it with the case"},
		{"another format", edit(1, `"format":1`, `"format":2`), 1, 0, "format 2", "version of the game"},
		{"another length", edit(1, `"length":"full"`, `"length":"endless"`), 1, 0, "endless", "start a new session"},
		{"another mode", edit(1, `"mode":"practice"`, `"mode":"hard"`), 1, 0, "hard", "start a new session"},
		{"a seed below 0", edit(1, `"seed":7`, `"seed":-7`), 1, 0, "not an event", "start a new session"},
		{"a line of garbage", replace(5, "????"), 5, 4, "not an event", "what stands before"},
		{"a line overwritten", replace(5, lines[4][:9]+lines[5]), 5, 4, "not an event", "what stands before"},
		{"two events in a line", replace(5, strings.TrimSpace(lines[4])+lines[4]), 5, 4, "follows after its end", "what stands before"},
		{"an unknown key", replace(5, `{"do":"went","when":1}`), 5, 4, "unknown field", "what stands before"},
		{"a long unknown key", replace(5, `{"do":"went","`+strings.Repeat("x", 5000)+`":1}`), 5, 4, "unknown field", "what stands before"},
		{"a key twice", replace(5, `{"do":"went","step":"a","step":"b"}`), 5, 4, `the key "step" twice`, "what stands before"},
		{"a key in capitals", replace(5, `{"Do":"went","step":"a"}`), 5, 4, `"Do" has to be written "do"`, "what stands before"},
		{"a key of the configuration twice", edit(1, `"seed":7`, `"seed":7,"seed":8`), 1, 0, `the key "seed" twice`, "start a new session"},
		{"an answer with a key twice", replace(3, `{"do":"answered","item":"found-tuesday","answer":{"is":"real","is":"prank","certainty":2}}`), 3, 2, `the key "is" twice`, "what stands before"},
		{"an answer with a key in capitals", replace(3, `{"do":"answered","item":"found-tuesday","answer":{"IS":"real","certainty":2}}`), 3, 2, `"IS" has to be written "is"`, "what stands before"},
		{"a draft with a key twice", replace(3, `{"do":"drafted","item":"found-tuesday","answer":{"is":"real","is":"prank"}}`), 3, 2, `the key "is" twice`, "what stands before"},
		{"a huge answer", replace(3, `{"do":"answered","item":"found-tuesday","answer":{"is":`+strings.Repeat(" ", 20000)+`"real","certainty":2}}`), 3, 2, "not of a reasonable size", "what stands before"},
		{"a long name", replace(3, `{"do":"went","step":"\u001b[2J`+strings.Repeat("x", 5000)+`"}`), 3, 2, "no step", "what stands before"},
		{"far too much", strings.Repeat("\n", MaxBytes+1), 1, 0, "larger than 4 MB", "the right file"},
		{"an unknown event", replace(5, `{"do":"danced"}`), 5, 4, "no event is called that", "what stands before"},
		{"a second start", replace(5, strings.TrimSpace(lines[0])), 5, 4, "already started", "what stands before"},
		{"a step too far", replace(2, `{"do":"went","step":"debrief"}`), 2, 1, "has not been reached", "what stands before"},
		{"a line missing", strings.Join(append(append([]string(nil), lines[:1]...), lines[2:]...), ""), 2, 1, "not at step", "what stands before"},
		{"an answer to nothing", replace(3, `{"do":"answered","item":"dog","answer":[]}`), 3, 2, "no item", "what stands before"},
		{"an answer of another shape", replace(3, `{"do":"answered","item":"found-tuesday","answer":[]}`), 3, 2, "can't be marked", "what stands before"},
	} {
		s, err := Read(set, []byte(c.data))
		var damage *CorruptError
		if !errors.As(err, &damage) {
			t.Errorf("%s: read with %v", c.name, err)
			continue
		}
		if damage.Line != c.line || !strings.Contains(damage.Problem, c.problem) || !strings.Contains(damage.Next, c.next) {
			t.Errorf("%s: %v\nwant line %d, %q, %q", c.name, damage, c.line, c.problem, c.next)
		}
		if said := damage.Error(); len(said) > 1000 || strings.ContainsRune(said, '\x1b') {
			t.Errorf("%s: %d bytes are said: %.200q", c.name, len(said), said)
		}
		kept := 0
		if s != nil {
			kept = len(s.Log())
			if want := strings.Join(lines[:kept], ""); string(s.Encode()) != want {
				t.Errorf("%s: kept\n%s\nwant\n%s", c.name, s.Encode(), want)
			}
		}
		if kept != c.kept {
			t.Errorf("%s: %d events kept, want %d", c.name, kept, c.kept)
		}
	}
}

func TestReadToleratesWhiteSpace(t *testing.T) {
	whole := played(t)
	data := string(whole.Encode())
	for name, other := range map[string]string{
		"carriage returns":    strings.ReplaceAll(data, "\n", "\r\n"),
		"blank lines":         "\n" + strings.ReplaceAll(data, "\n", "\n\n"),
		"no newline at end":   strings.TrimSpace(data),
		"a byte order mark":   "\ufeff" + data,
		"spaces before lines": " " + strings.ReplaceAll(data, "\n", " \n\t"),
	} {
		s, err := Read(whole.Set(), []byte(other))
		if err != nil || snapshot(s) != snapshot(whole) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestReplayKeepsTheUndamagedStart(t *testing.T) {
	whole := played(t)
	log := whole.Log()
	log[6] = Event{Kind: Went, Step: "dog"}
	s, err := Replay(whole.Set(), log)
	var damage *CorruptError
	if !errors.As(err, &damage) || damage.Line != 7 || s == nil || len(s.Log()) != 6 {
		t.Errorf("replayed with %v", err)
	}
	var refusal *RefusedError
	if !errors.As(err, &refusal) {
		t.Error("the refusal behind the damage is lost")
	}
	if s, err := Replay(whole.Set(), nil); s != nil || !errors.As(err, &damage) {
		t.Errorf("replaying nothing gave %v, %v", s, err)
	}
	if s, err := Replay(whole.Set(), log[1:]); s != nil || !errors.As(err, &damage) {
		t.Errorf("replaying without a start gave %v, %v", s, err)
	}
}

// The game stores the log line by line, so the encoded events together must be the
// encoded log.
func TestEncodeIsEventByEvent(t *testing.T) {
	whole := played(t)
	var lines []byte
	for _, e := range whole.Log() {
		line := EncodeEvent(e)
		if bytes.Count(line, []byte("\n")) != 1 || line[len(line)-1] != '\n' {
			t.Errorf("an event is written as %q", line)
		}
		lines = append(lines, line...)
	}
	if !bytes.Equal(lines, whole.Encode()) {
		t.Error("the log is not its events")
	}
	const want = `{"do":"answered","item":"found-tuesday","answer":{"is":"denied","certainty":2}}`
	if !strings.Contains(string(lines), want+"\n") {
		t.Errorf("the log does not hold %s:\n%s", want, lines)
	}
}

// Changing what a caller holds must not change the session.
func TestLogIsACopy(t *testing.T) {
	s := start(t, Practice, casefile.Full)
	next(t, s)
	answer := json.RawMessage(`{"is":"denied","certainty":2}`)
	do(t, s, Event{Kind: Answered, Item: "found-tuesday", Answer: answer})
	before := snapshot(s) + string(s.Encode())
	copy(answer, `{"is":"broken`)
	given, _ := s.Answer("found-tuesday")
	copy(given, `xxxxxxxxxx`)
	s.Steps()[1] = Step{}
	s.Log()[2] = Event{}
	s.Opened("tuesday")
	if snapshot(s)+string(s.Encode()) != before {
		t.Error("a caller changed the session")
	}
}

// TestEveryLogCanBeReadBack: a session refuses an event that would make its log too
// large to read.
func TestEveryLogCanBeReadBack(t *testing.T) {
	s := start(t, Practice, casefile.Full)
	next(t, s)
	draft := Event{Kind: Drafted, Item: "found-tuesday", Answer: []byte(`{"is":"` + strings.Repeat("<", 16000) + `"}`)}
	var err error
	for range 1000 {
		if err = s.Apply(draft); err != nil {
			break
		}
	}
	var refused *RefusedError
	if !errors.As(err, &refused) || !strings.Contains(refused.Problem, "larger than 4 MB") {
		t.Fatalf("the log grew on: %v", err)
	}
	data := s.Encode()
	if len(data) != s.size || len(data) > MaxBytes || len(data) < MaxBytes*9/10 {
		t.Errorf("the log has %d bytes, counted %d", len(data), s.size)
	}
	if _, err := Read(s.Set(), data); err != nil {
		t.Error(err)
	}
}

// Begun tells which case a log is of, without the case.
func TestBegun(t *testing.T) {
	s := played(t)
	for name, log := range map[string][]byte{
		"whole": s.Encode(), "cut short": s.Encode()[:len(s.Encode())/2], "after an empty line, with a mark": append([]byte("\n\ufeff"), s.Encode()...),
	} {
		if cfg, err := Begun(log); err != nil || cfg != s.Config() {
			t.Errorf("%s: %v, %+v", name, err, cfg)
		}
	}
	for _, log := range []string{"", "\n\n", "{", "null", `{"do":"went","step":"desk"}`, `{"do":"started"}`, "[]", "\x00"} {
		var damage *CorruptError
		if cfg, err := Begun([]byte(log)); !errors.As(err, &damage) || damage.Line != 1 || damage.Next == "" || cfg != (Config{}) {
			t.Errorf("%q: %v, %+v", log, err, cfg)
		}
	}
}
