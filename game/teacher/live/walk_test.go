package live_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"holdtheline/game/screentest"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/teacher/live"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// A stage plays the server: it answers what the page asks, with what a test wants to
// see.
type stage struct {
	*teacher
	set  *puzzle.Set
	code string
	pace map[string]any
}

// opened is a page with a class, as a server would have let it open.
func opened(t testing.TB, lang, pace string) *stage {
	t.Helper()
	return openedCase(t, lang, pace, screentest.SetOf(t, "the-call"))
}

func openedCase(t testing.TB, lang, pace string, set *puzzle.Set) *stage {
	t.Helper()
	w := newTeacher(t, lang, "", nil)
	s := &stage{teacher: w, set: set, code: "BCDFGH", pace: map[string]any{"version": 0, "step": "briefing", "phase": "read"}}
	s.reply(200, `{"status":"ready"}`)
	w.Press("open")
	s.reply(201, `{"code":"BCDFGH","teacher":"secret","expires":"2026-03-03T09:00:00Z"}`)
	s.reply(204, "")
	s.reply(200, fmt.Sprintf(`{"code":"BCDFGH","case":%q,"fingerprint":%q,"length":"lesson","mode":"practice","seed":7,"pace":%q,"expires":"2026-03-03T09:00:00Z","open":true}`,
		set.Case().ID, set.Fingerprint(), pace))
	first := map[string]any{"number": 1, "full": true, "now": began}
	if pace == "together" {
		first["pace"] = s.pace
	}
	s.reply(200, text(first))
	return s
}

func text(v any) string {
	data, _ := json.Marshal(v) // of maps and strings
	return string(data)
}

// reply answers the oldest call.
func (s *stage) reply(status int, body string) {
	s.T.Helper()
	if len(s.calls) == 0 {
		s.T.Fatalf("nothing was asked that could be answered with %q", body)
	}
	call := s.calls[0]
	s.calls = s.calls[1:]
	s.send(live.Answered{To: call.To, Status: status, Body: []byte(body)})
}

var stateNumber = 1

// hear brings a state by the stream.
func (s *stage) hear(state map[string]any) {
	s.T.Helper()
	stateNumber++
	state["number"], state["now"] = stateNumber, s.now
	s.send(live.Heard{Code: s.code, Name: "state", Data: text(state)})
}

// names are pseudonyms as the server's lists have them.
var names = []string{
	"Quick Badger", "Calm Heron", "Bright Otter", "Kind Lynx", "Bold Finch", "Neat Marten", "Wise Tapir", "Keen Puffin",
	"Swift Beaver", "Gentle Moose", "Clever Stoat", "Merry Robin",
}

// seats are so many pupils, of whom some have answered and some sleep.
func (s *stage) seats(n, answered int, step string) []any {
	var all []any
	for i := range n {
		last := s.now
		if i == 2 {
			last = s.now.Add(-10 * time.Minute)
		}
		at := step
		if i == 4 && step != "" {
			at = "briefing"
		}
		all = append(all, map[string]any{
			"seat": fmt.Sprint(i + 1), "name": names[i%len(names)], "step": at, "since": s.now, "last": last,
			"next": 2, "answered": i, "current": i < answered,
		})
	}
	return all
}

// go leads on and has the server agree.
func (s *stage) lead(id string) {
	s.T.Helper()
	s.Press(id)
	call := s.calls[len(s.calls)-1]
	asked := decode[map[string]any](s.T, call.Body)
	s.pace = map[string]any{"version": asked["expect"].(float64) + 1, "step": asked["step"], "phase": asked["phase"], "paused": asked["paused"]}
	s.calls = s.calls[:len(s.calls)-1]
	s.send(live.Answered{To: call.To, Status: 200, Body: []byte(text(s.pace))})
}

// counts are answers with how many gave each.
func (s *stage) counts(item puzzle.Item, marked bool, answers ...any) map[string]any {
	s.T.Helper()
	total, right, mean := 0, 0, 0.0
	var all []any
	for i := 0; i < len(answers); i += 2 {
		given, _ := json.Marshal(answers[i]) // of maps and strings
		n := answers[i+1].(int)
		mark, err := item.Mark(given)
		if err != nil {
			s.T.Fatal(err)
		}
		one := map[string]any{"answer": json.RawMessage(given), "count": n}
		if marked {
			one["mark"] = mark.Value
		}
		all = append(all, one)
		total += n
		mean += mark.Value * float64(n)
		if mark.Value > 0.9999 {
			right += n
		}
	}
	out := map[string]any{"answered": total, "answers": all}
	if marked {
		out["mark"], out["right"] = mean/float64(total), right
	}
	return out
}

func verdict(is casefile.Verdict, certainty int) any {
	return map[string]any{"is": is, "certainty": certainty}
}

// walk leads through every kind of screen, in each of its states.
func walk(t testing.TB, lang string, stop func(name string, h *screentest.Hand)) {
	t.Helper()
	w := newTeacher(t, lang, "", nil)
	plain := &stage{teacher: w}
	plain.reply(404, "There is nothing at this address.")
	stop("absent", w.Hand)

	kept := newTeacher(t, lang, "", func(o *live.Options) {
		o.Classes = []byte(`[{"code":"KMNPRS","end":"2026-03-02T16:30:00Z"},{"code":"TWXZBC","end":"2026-03-02T18:00:00Z"}]`)
	})
	(&stage{teacher: kept}).reply(200, `{"status":"ready"}`)
	stop("classes", kept.Hand)

	s := opened(t, lang, "together")
	s.hear(map[string]any{"seats": s.seats(9, 0, "")})
	stop("door", s.Hand)
	s.Press("elsewhere")
	stop("elsewhere", s.Hand)
	s.Press("dialog.close")
	s.Press("begin")
	s.hear(map[string]any{"seats": s.seats(28, 0, "briefing")})
	s.lead("go.next")
	beat := s.pace["step"].(string)
	s.hear(map[string]any{"seats": s.seats(28, 0, beat)})
	stop("read", s.Hand)
	s.lead("go.vote")
	plan := session.Plan(s.set, casefile.Lesson)
	id := plan[1].Items[0]
	item, _ := s.set.Item(id)
	v := item.(*puzzle.Verdict)
	var others []casefile.Verdict
	for _, is := range casefile.Verdicts() {
		if is != v.Is() {
			others = append(others, is)
		}
	}
	first := []any{
		verdict(others[0], 3), 9, verdict(others[0], 2), 4, verdict(v.Is(), 2), 5, verdict(v.Is(), 1), 2,
		verdict(others[1], 1), 4, verdict(others[2], 3), 1,
	}
	second := []any{verdict(v.Is(), 3), 13, verdict(v.Is(), 2), 6, verdict(others[0], 2), 5, verdict(others[1], 1), 2}
	s.wait(70 * time.Second)
	s.hear(map[string]any{"seats": s.seats(28, 25, beat), "items": []any{map[string]any{"item": id, "step": beat, "first": s.counts(item, false, first...)}}})
	stop("vote", s.Hand)
	s.Press("answers.show")
	stop("vote-shown", s.Hand)
	s.lead("go.discuss")
	s.lead("pause")
	stop("discuss-paused", s.Hand)
	s.lead("pause")
	s.lead("go.revote")
	s.lead("go.reveal")
	s.hear(map[string]any{"items": []any{map[string]any{"item": id, "step": beat, "first": s.counts(item, true, first...), "second": s.counts(item, true, second...)}}})
	stop("reveal", s.Hand)

	s.Press("screen.to.pupils")
	s.send(live.Noted{Code: s.code, Seat: "2", Text: "Ada"})
	stop("pupils", s.Hand)
	s.Press("names")
	stop("pupils-hidden", s.Hand)
	s.Press("names")
	s.Press("pupil.2.key")
	s.calls = s.calls[len(s.calls)-1:]
	s.reply(200, `{"seat":"2","name":"Calm Heron","key":"AbCdEfGhIjKlMnOpQrStUv","link":"/?class=BCDFGH#seat=2&key=AbCdEfGhIjKlMnOpQrStUv"}`)
	stop("key", s.Hand)
	s.Press("dialog.close")

	puzzles(t, s, plan, stop)
	picture(t, s, stop)
	s.Press("delete")
	stop("delete", s.Hand)
	s.Press("dialog.close")
	s.send(frame.ShowNotice{Text: "The file could not be saved: there is no room left."})
	for range 8 {
		s.send(live.Tick{Now: s.now.Add(20 * time.Second)})
	}
	stop("lost", s.Hand)

	alone := opened(t, lang, "free")
	alone.hear(map[string]any{"full": true, "seats": alone.seats(12, 0, plan[2].ID)})
	alone.Press("begin")
	stop("free", alone.Hand)
	alone.Press("screen.to.pupils")
	stop("free-pupils", alone.Hand)
}

// puzzles stops at one question of each kind of field, revealed.
func puzzles(t testing.TB, s *stage, plan []session.Step, stop func(name string, h *screentest.Hand)) {
	t.Helper()
	seen := map[puzzle.Kind]bool{puzzle.KindVerdict: true}
	for _, step := range plan {
		for _, id := range step.Items {
			item, _ := s.set.Item(id)
			if seen[item.Kind()] {
				continue
			}
			seen[item.Kind()] = true
			version := s.pace["version"]
			s.pace = map[string]any{"version": asInt(version) + 100, "step": step.ID, "phase": "reveal"}
			s.hear(map[string]any{"pace": s.pace, "items": []any{map[string]any{
				"item": id, "step": step.ID, "first": s.counts(item, true, item.Best(), 11, item.Worst(), 14),
			}}})
			s.Press("screen.to.question")
			stop("kind-"+string(item.Kind()), s.Hand)
		}
	}
}

func asInt(v any) int {
	switch v := v.(type) {
	case int:
		return v
	case float64:
		return int(v)
	}
	return 0
}

// picture brings the reports of a class.
func picture(t testing.TB, s *stage, stop func(name string, h *screentest.Hand)) {
	t.Helper()
	s.calls = nil
	s.Press("screen.to.picture")
	var pupils []any
	for i := range 24 {
		r := report.Report{Discernment: report.Discernment{Signals: 5, Hits: 2 + i%4, Noise: 5, FalseAlarms: (i * 7) % 5}}
		r.Calibration.Levels = []report.Level{{Certainty: 1, Answers: 3, Right: 1 + i%2}, {Certainty: 2, Answers: 4, Right: 3}, {Certainty: 3, Answers: 3, Right: 2 - i%2}}
		pupils = append(pupils, map[string]any{"seat": fmt.Sprint(i + 1), "name": names[i%len(names)], "report": r})
	}
	s.reply(200, text(map[string]any{"pupils": pupils}))
	stop("picture", s.Hand)
}

// hostile is a text that would do harm if a page believed it.
const hostile = "<img src=x onerror=alert(1)>\u202e\n=cmd|'/c calc'!A1" + "ééé"

// Texts from outside are texts and nothing else: they end up in nodes, cut short where
// they are long.
func TestHostileTextsAreTexts(t *testing.T) {
	s := opened(t, "en", "together")
	long := hostile + strings.Repeat("x", 5000)
	s.hear(map[string]any{"seats": []any{
		map[string]any{"seat": "1", "name": hostile}, map[string]any{"seat": "../../../evil", "name": long}, map[string]any{"seat": "", "name": ""},
	}})
	for _, screen := range []string{"door", "question", "pupils", "picture"} {
		s.Press("screen.to." + screen)
		if n := screentest.Find(s.Tree(), "here"); n != nil && len(screentest.Said(n)) > 500 {
			t.Errorf("a name fills the screen: %d letters", len(screentest.Said(n)))
		}
		screentest.Layouter().Lay(s.Tree(), s.Viewport(1366, 768), nil)
	}
	s.Press("screen.to.pupils")
	s.calls = nil
	s.Press("pupil.../../../evil.key")
	if path := s.calls[0].Path; path != "api/classes/BCDFGH/seats/..%2F..%2F..%2Fevil/key" {
		t.Errorf("a seat's id leads to %q", path)
	}
	for _, link := range []string{"javascript:alert(1)", "https://evil.example/", "//evil.example"} {
		s.send(live.Answered{To: live.Purpose{What: live.Keying, Code: s.code, Seat: "1"}, Status: 200, Body: []byte(text(map[string]any{"seat": "1", "link": link}))})
		if s.Has("key.link") {
			t.Errorf("the link %q is shown", link)
		}
	}
	s.send(live.Answered{To: live.Purpose{What: live.Pacing, Code: s.code}, Status: 409, Body: []byte(text(map[string]any{"detail": long, "pace": map[string]any{"version": 77, "step": hostile, "phase": hostile}}))})
	s.Press("screen.to.question")
	screentest.Layouter().Lay(s.Tree(), s.Viewport(390, 844), nil)
	s.send(live.Noted{Code: s.code, Seat: "1", Text: long})
	if notes, _ := last[live.KeepNotes](s.teacher); len(notes.Data) > 1000 {
		t.Errorf("a note of %d bytes is kept", len(notes.Data))
	}
}

// Whatever a server says, the page says something sensible.
func TestStrangeAnswers(t *testing.T) {
	for _, body := range []string{"", "null", "[]", "{", `{"code":"AAAAAA"}`, `{"code":"BCDFGH","case":"the-cat"}`, strings.Repeat("[", 10000)} {
		for _, status := range []int{0, 200, 201, 204, 301, 401, 404, 409, 410, 422, 429, 500, 503} {
			w := newTeacher(t, "en", "", nil)
			for range 6 {
				if len(w.calls) == 0 {
					if !w.Has("open") || screentest.Find(w.Tree(), "open").Disabled {
						break
					}
					w.Press("open")
				}
				(&stage{teacher: w}).reply(status, body)
			}
			if w.m.Code() != "" {
				t.Errorf("%d %.30q opens a class", status, body)
			}
			screentest.Layouter().Lay(w.Tree(), w.Viewport(1366, 768), nil)
		}
	}
}

// What this browser has kept may be damaged, and what is over goes.
func TestWhatIsKept(t *testing.T) {
	for _, data := range []string{"", "null", "{", `{"a":1}`, `[{"code":"<b>"},{"code":"BCDFGH","end":"2020-01-01T00:00:00Z"},{"code":"bcdfgh","end":"2030-01-01T00:00:00Z"}]`} {
		w := newTeacher(t, "en", "", func(o *live.Options) { o.Classes, o.Notes = []byte(data), []byte(data) })
		(&stage{teacher: w}).reply(200, `{"status":"ready"}`)
		if w.Has("kept") {
			t.Errorf("of %q a class is left: %s", data, w.Text("kept"))
		}
	}
	s := opened(t, "en", "together")
	kept, ok := last[live.KeepClasses](s.teacher)
	if !ok || strings.Contains(string(kept.Data), "secret") || !strings.Contains(string(kept.Data), "BCDFGH") {
		t.Errorf("kept is %s", kept.Data)
	}
	if link, _ := last[live.PutLink](s.teacher); link.Code != "BCDFGH" {
		t.Errorf("the address has %q", link.Code)
	}
	// A phone can lead as well while the page knows the secret, and no longer.
	s.Press("elsewhere")
	if !s.Has("elsewhere.qr") {
		t.Error("there is no code for a phone")
	}
	s.Press("dialog.close")
	s.Press("leave")
	s.calls = nil
	s.Press("kept.BCDFGH.enter")
	s.reply(200, fmt.Sprintf(`{"code":"BCDFGH","case":"the-call","fingerprint":%q,"length":"lesson","mode":"practice","seed":7,"pace":"free","expires":"2026-03-03T09:00:00Z"}`, s.set.Fingerprint()))
	if s.m.Code() != "BCDFGH" || s.Has("elsewhere") {
		t.Error("the secret is known although the class was left")
	}
}

// A link's secret becomes the cookie, and leaves the address first.
func TestTheLinkWithASecret(t *testing.T) {
	w := newTeacher(t, "en", "", func(o *live.Options) { o.Code, o.Secret = " bcd-fgh ", "top-secret" })
	if link, ok := last[live.PutLink](w); !ok || link.Code != "BCDFGH" {
		t.Errorf("the address becomes %+v", link)
	}
	if len(w.calls) != 1 || w.calls[0].Secret != "top-secret" || w.calls[0].Path != "api/classes/BCDFGH/teacher" || len(w.calls[0].Body) > 0 {
		t.Errorf("the calls are %+v", w.calls)
	}
	s := &stage{teacher: w}
	s.reply(401, `{"detail":"no"}`)
	w.send(live.Elsewhere{})
	if !w.Has("trouble") || w.m.Code() != "" {
		t.Error("a wrong secret is accepted")
	}
	if link, _ := last[live.PutLink](w); link.Code != "" {
		t.Errorf("the address keeps %q", link.Code)
	}
}

// A decision whose answer is lost, but whose effect the stream has brought, is no
// failure; and a class that was deleted on purpose isn't called lost when its stream
// says so first.
func TestTheStreamIsFasterThanTheAnswer(t *testing.T) {
	s := opened(t, "en", "together")
	s.Press("begin")
	s.Press("go.next")
	call := s.calls[len(s.calls)-1]
	s.hear(map[string]any{"pace": map[string]any{"version": 1, "step": session.Plan(s.set, casefile.Lesson)[1].ID, "phase": "read"}})
	s.send(live.Answered{To: call.To, Failed: true})
	if s.Has("trouble") || !s.Has("go.vote") || screentest.Find(s.Tree(), "go.vote").Disabled {
		t.Errorf("the page says %s", screentest.Said(s.Tree()))
	}
	s.Press("screen.to.picture")
	s.Press("delete")
	s.Press("delete.surely")
	s.send(live.Heard{Code: s.code, Name: "end", Data: `{"status": 410}`})
	if got, want := s.Text("trouble.text"), screentest.In(t, "en").Say("teacher.live.deleted"); got != want || s.m.Code() != "" {
		t.Errorf("the page says %q, want %q", got, want)
	}
}
