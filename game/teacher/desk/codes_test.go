package desk_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"holdtheline/assets"
	"holdtheline/game/screentest"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/code"
	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// game is a whole game of a case in the Lesson length, played alone.
func game(t testing.TB, caseID string, p pupil, seed uint64) *session.Session {
	t.Helper()
	set := screentest.SetOf(t, caseID)
	s := session.Start(set, session.Config{
		Length: casefile.Lesson, Mode: session.Assessment, Seed: 7, Began: time.Date(2026, 3, 2, 9, 0, int(seed), 0, time.UTC),
	})
	random := rand.New(rand.NewPCG(seed, 3))
	for _, step := range s.Steps()[1:] {
		if err := s.Apply(session.Event{Kind: session.Went, Step: step.ID}); err != nil {
			t.Fatal(err)
		}
		for _, id := range step.Items {
			item, _ := set.Item(id)
			if err := s.Apply(session.Event{Kind: session.Answered, Item: id, Answer: p.answer(t, item, random)}); err != nil {
				t.Fatal(err)
			}
		}
	}
	return s
}

func codeOf(t testing.TB, s *session.Session) code.Code {
	t.Helper()
	c, err := code.Of(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// sentence is a state's, up to what is filled in.
func sentence(t *testing.T, state string) string {
	t.Helper()
	said, _, _ := strings.Cut(screentest.In(t, "en").Say("teacher.state."+state), "{line}")
	return said
}

// Thirty pupils hand in codes and files: one of them both, one mistyped, one forged,
// and one of another version of the story.
func TestThirtyCodesAndFiles(t *testing.T) {
	w := newTeacher(t, "en")
	var messages []string
	var files []ui.File
	want := 0.0
	for i := range 30 {
		s := game(t, "the-call", pupil{5 + i%6, i % 5}, uint64(i))
		want += report.Make(s.Set(), s).Score
		if i%2 == 0 {
			messages = append(messages, fmt.Sprintf("Pupil %d: %s", i, strings.Join(codeOf(t, s).Lines(), "\n")))
		} else {
			files = append(files, ui.File{Name: fmt.Sprintf("pupil %d.jsonl", i), Data: s.Encode()})
		}
	}
	// Once more, as a file and as a code.
	twice := game(t, "the-call", pupil{5, 0}, 0)
	files = append(files, ui.File{Name: "once more.jsonl", Data: twice.Encode()})
	other := game(t, "the-call", pupil{6, 1}, 1)
	messages = append(messages, "Somebody:\n"+strings.ToLower(codeOf(t, other).String()))
	// Mistyped in line 3.
	lines := codeOf(t, game(t, "the-call", pupil{9, 9}, 40)).Lines()
	lines[2] = strings.Replace(lines[2], lines[2][:1], map[bool]string{true: "4", false: "3"}[lines[2][0] == '3'], 1)
	messages = append(messages, "Zoe: "+strings.Join(lines, "\n"))
	// Of another version of the story.
	changed := *screentest.SetOf(t, "the-call").Case()
	changed.Summary += "!"
	messages = append(messages, "Yan: "+codeOf(t, session.Start(puzzle.New(&changed), session.Config{Length: casefile.Quick})).String())
	// Forged: whole by all checks, but nobody can have played it.
	messages = append(messages, "Max: "+forgedCode(t))

	w.drop("after", files...)
	w.send(desk.CodesCame{Side: session.After, Text: strings.Join(messages, "\n\n")})
	rows := w.rows("after")
	if len(rows) != 33 {
		t.Fatalf("there are %d rows, want 30 results and 3 that are refused", len(rows))
	}
	all := strings.Join(rows, "\n")
	for _, refused := range []string{"Zoe\nLine 3 of this code is mistyped", "Yan\n" + sentence(t, "version"), "Max\n" + sentence(t, "forged")} {
		if strings.Count(all, refused) != 1 {
			t.Errorf("nothing says %q", refused)
		}
	}
	if tally := w.Text("tally"); tally != "Results: 0 from before, 30 from after." {
		t.Errorf("the bar says %q", tally)
	}
	if notice := w.Text("trouble.text"); notice != screentest.In(t, "en").Count("teacher.twice", 2) {
		t.Errorf("the notice is %q", notice)
	}

	w.Press("compare")
	if !strings.Contains(w.Text("eyebrow"), "30 results · The Call") {
		t.Errorf("above the finding stands %q", w.Text("eyebrow"))
	}
	if n := len(screentest.Find(w.Tree(), "pupils.list").Children); n != 30 {
		t.Errorf("%d pupils are listed", n)
	}
	w.Press("save")
	w.Press("save.json")
	var entries []report.Entry
	if err := json.Unmarshal(w.effects[len(w.effects)-1].(frame.SaveFile).Data, &entries); err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, e := range entries {
		sum += e.Score
	}
	if len(entries) != 30 || sum-want > 1e-6 || want-sum > 1e-6 {
		t.Errorf("%d results with %v points in all, want 30 with %v", len(entries), sum, want)
	}
	w.Press("save.csv")
	table, err := csv.NewReader(bytes.NewReader(w.effects[len(w.effects)-1].(frame.SaveFile).Data)).ReadAll()
	if err != nil || len(table) != 1+30*len(entries[0].Items) {
		t.Errorf("the table has %d rows, %v", len(table), err)
	}
}

// forgedCode is a code whose every check holds, of a game that can't have been played:
// a line of it is changed, and the checks are made anew.
func forgedCode(t *testing.T) string {
	t.Helper()
	s := game(t, "the-call", pupil{7, 3}, 50)
	text, err := packed.Pack(s)
	if err != nil {
		t.Fatal(err)
	}
	for i := 20; i < len(text)-8; i++ {
		// Packed again with other digits at its end, the checksum made right by trying.
		body := text[:i] + strings.Repeat("Z", len(text)-7-i)
		c := code.Forge("the-call", body+checksum(body))
		if _, err := c.Session(s.Set()); err != nil {
			return c.String()
		}
	}
	t.Fatal("every text is a game")
	return ""
}

// checksum is a CRC-32 in seven digits to the base 32, as package packed writes it.
func checksum(body string) string {
	digits := make([]byte, 7)
	sum := crc32.ChecksumIEEE([]byte(body))
	for i := len(digits) - 1; i >= 0; i, sum = i-1, sum>>5 {
		digits[i] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"[sum&31]
	}
	return string(digits)
}

// The hash of an id stands for it in a code.
func TestNoTwoStoriesHaveTheSameHash(t *testing.T) {
	for _, id := range assets.Cases() {
		c := codeOf(t, session.Start(screentest.SetOf(t, id), session.Config{Length: casefile.Quick}))
		for _, other := range assets.Cases() {
			if c.Of(other) != (other == id) {
				t.Errorf("a code of %s is taken for one of %s", id, other)
			}
		}
	}
}

// What isn't a code gets a sentence, and nothing is lost by it.
func TestWhatIsNoCodeIsSaid(t *testing.T) {
	one := codeOf(t, game(t, "the-call", pupil{7, 3}, 1))
	lines := one.Lines()
	for name, c := range map[string]struct{ text, state string }{
		"a line short":    {strings.Join(append([]string{lines[0], lines[1][1:]}, lines[2:]...), "\n"), "short"},
		"a line long":     {strings.Join(append([]string{lines[0], lines[1] + "7"}, lines[2:]...), "\n"), "long"},
		"cut":             {strings.Join(lines[:2], "\n"), "cut"},
		"another version": {code.Forge("the-call", "2"+strings.Repeat("0", 40)).String(), "format"},
		"changed":         {code.Forge("the-call", "1"+strings.Repeat("0", 40)).String(), "changed"},
		"a foreign story": {code.Forge("the-cat", packedOf(t, "the-call")).String(), "foreign"},
	} {
		w := newTeacher(t, "en")
		w.send(desk.CodesCame{Side: session.Before, Text: c.text})
		if rows := w.rows("before"); len(rows) != 1 || !strings.Contains(rows[0], sentence(t, c.state)) {
			t.Errorf("%s: the page says %q, want %q", name, rows, sentence(t, c.state))
		}
		w.send(desk.CodesCame{Side: session.Before, Text: one.String()})
		if len(w.rows("before")) != 2 || screentest.Find(w.Tree(), "compare").Disabled {
			t.Errorf("%s: the right code isn't taken after it", name)
		}
	}
	w := newTeacher(t, "en")
	for _, text := range []string{"", "hello", strings.Repeat("x", 1<<20), "\x00\xff<script>alert(1)</script>"} {
		w.send(desk.CodesCame{Side: session.Before, Text: text})
		if w.Text("trouble.text") != screentest.In(t, "en").Say("teacher.codes.none") || len(w.rows("before")) != 0 {
			t.Errorf("%.20q: %q", text, w.rows("before"))
		}
	}
}

func packedOf(t *testing.T, caseID string) string {
	t.Helper()
	text, err := packed.Pack(game(t, caseID, pupil{7, 3}, 1))
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// A code has a number until its pupil has a name, by which it is paired.
func TestACodeGetsAName(t *testing.T) {
	w := newTeacher(t, "en")
	a, b := formOf(t, casefile.FormA), formOf(t, casefile.FormB)
	code1 := codeOfLog(t, a, take(t, a, session.Before, pupil{5, 5}, 3, 0))
	code2 := codeOfLog(t, b, take(t, b, session.After, pupil{9, 1}, 3, 0))
	w.send(desk.CodesCame{Side: session.After, Text: code1}) // it says itself that it is from before
	w.send(desk.CodesCame{Side: session.After, Text: code2, Name: "ada"})
	if rows := w.rows("before"); len(rows) != 1 || !strings.HasPrefix(rows[0], "Pupil 1\n") {
		t.Fatalf("before are %q", rows)
	}
	if rows := w.rows("after"); len(rows) != 1 || !strings.HasPrefix(rows[0], "ada\n") {
		t.Fatalf("after are %q", rows)
	}
	w.Press("file.0.rename")
	asked := w.effects[len(w.effects)-1].(desk.OpenNaming)
	w.send(desk.Named{File: asked.File, Name: "  Ada \n Lovelace " + strings.Repeat("x", 1000)})
	if row := w.rows("before")[0]; !strings.HasPrefix(row, "Ada Lovelace x") || len(row) > 400 {
		t.Errorf("it is called %q", row)
	}
	w.send(desk.Named{File: asked.File, Name: "Ada"})
	if w.Focus != "file.0.rename" {
		t.Errorf("the focus goes to %q", w.Focus)
	}
	w.Press("compare")
	if !strings.HasPrefix(w.Text("eyebrow"), "ada: ") {
		t.Errorf("above the finding stands %q", w.Text("eyebrow"))
	}
	w.Press("back")
	w.send(desk.Named{File: asked.File, Name: " "})
	if row := w.rows("before")[0]; !strings.HasPrefix(row, "Pupil 1\n") {
		t.Errorf("without a name it is called %q", row)
	}
}

func codeOfLog(t *testing.T, set *puzzle.Set, log []byte) string {
	t.Helper()
	s, err := session.Read(set, log)
	if err != nil {
		t.Fatal(err)
	}
	return codeOf(t, s).String()
}

// Codes come as a text file too. While their story is on the way they wait, and twice
// the same is known then.
func TestCodesInAFile(t *testing.T) {
	one := codeOf(t, game(t, "the-armistice-cable", pupil{7, 3}, 1))
	two := game(t, "the-armistice-cable", pupil{8, 3}, 2)
	w := newTeacher(t, "en")
	w.drop("before",
		ui.File{Name: "Ada.txt", Data: []byte(one.String())},
		ui.File{Name: "class.txt", Data: []byte("Bo: " + codeOf(t, two).String() + "\nCleo: " + one.String())},
		ui.File{Name: "bo.jsonl", Data: two.Encode()},
		ui.File{Name: "notes.txt", Data: []byte("nothing to see")})
	if rows := w.rows("before"); len(rows) != 3 || !strings.HasPrefix(rows[0], "ada\n") || !strings.HasPrefix(rows[1], "Bo\n") || !strings.Contains(rows[2], sentence(t, "strange")) {
		t.Errorf("before are %q", rows)
	}
	absent := newTeacher(t, "en")
	absent.absent = true
	absent.send(desk.CodesCame{Side: session.Before, Text: one.String()})
	if rows := absent.rows("before"); len(rows) != 1 || !strings.Contains(rows[0], "Its story can’t be fetched") {
		t.Errorf("without the story: %q", rows)
	}
}

// One pupil's result, a table's, and results of several stories alone.
func TestOneSideAlone(t *testing.T) {
	w := newTeacher(t, "en")
	log := game(t, "the-call", pupil{8, 2}, 1)
	w.drop("before", ui.File{Name: "ada.jsonl", Data: log.Encode()})
	if text := w.Text("compare"); text != screentest.In(t, "en").Say("teacher.alone")+"\n" && text != screentest.In(t, "en").Say("teacher.alone") {
		t.Errorf("the button says %q", text)
	}
	w.Press("compare")
	d := report.Make(log.Set(), log).Discernment
	want := screentest.In(t, "en").Say("teacher.group.head.pupil", "who", "ada", "hits", d.Hits, "signals", d.Signals, "false", d.FalseAlarms, "noise", d.Noise)
	if got := w.Text("heading"); got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	w.Press("back")
	w.drop("before", ui.File{Name: "bo.csv", Data: table(t, game(t, "the-armistice-cable", pupil{5, 5}, 2).Encode())})
	w.Press("compare")
	if text := w.Text("cautions"); !strings.Contains(text, screentest.In(t, "en").Say("teacher.group.mixed")) {
		t.Errorf("nothing says that the stories differ: %q", text)
	}
	if text := w.Text("pupils.list"); !strings.Contains(text, "bo: believed ") || !strings.Contains(text, "ada: ") {
		t.Errorf("the pupils are %q", text)
	}
	w.Press("names")
	if text := w.Text("pupils.list"); strings.Contains(text, "ada") || !strings.Contains(text, "Pupil 1") {
		t.Errorf("with names hidden the pupils are %q", text)
	}
	w.Press("back")
	// With both sides there is a comparison again.
	w.drop("after", ui.File{Name: "ada.jsonl", Data: game(t, "the-call", pupil{9, 1}, 3).Encode()})
	w.Press("compare")
	if w.Tree().ID != "screen.compared" {
		t.Errorf("with results on both sides it shows %s", w.Tree().ID)
	}
}
