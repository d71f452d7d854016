package code

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/casetest"
	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

var began = time.Date(2026, 1, 15, 9, 30, 7, 0, time.UTC)

// setOf is a case that comes with the game.
func setOf(t testing.TB, id string) *puzzle.Set {
	t.Helper()
	data, err := os.ReadFile("../../assets/cases/" + id + "/case.json")
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return puzzle.New(c)
}

// play plays a game to its end: each item is answered so often, well or as dealt.
func play(t testing.TB, set *puzzle.Set, length casefile.Length, tries int, seed uint64) *session.Session {
	t.Helper()
	mode := session.Practice
	if tries == 1 {
		mode = session.Assessment
	}
	s := session.Start(set, session.Config{Length: length, Mode: mode, Seed: seed, Began: began.Add(time.Duration(seed) * time.Second)})
	random := rand.New(rand.NewPCG(seed, 1))
	do := func(e session.Event) {
		t.Helper()
		if err := s.Apply(e); err != nil {
			t.Fatalf("%+v: %v", e, err)
		}
	}
	for {
		for _, id := range s.Step().Items {
			item, _ := set.Item(id)
			for try := range tries {
				if s.Config().Mode != session.Practice && try > 0 {
					break
				}
				if try > 0 {
					do(session.Event{Kind: session.Retried, Item: id})
				}
				answer := item.Best()
				if v, ok := item.(*puzzle.Verdict); ok {
					all := []casefile.Verdict{casefile.Real, casefile.Denied, casefile.Unconfirmed, v.Is()}
					answer, _ = json.Marshal(puzzle.VerdictAnswer{Is: all[random.IntN(len(all))], Certainty: 1 + random.IntN(3)})
				}
				do(session.Event{Kind: session.Answered, Item: id, Answer: answer})
			}
		}
		if s.Done() {
			return s
		}
		do(session.Event{Kind: session.Went, Step: s.Steps()[s.At()+1].ID})
	}
}

func codeOf(t testing.TB, s *session.Session) Code {
	t.Helper()
	c, err := Of(s)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// shownText is a code as people copy it.
func shownText(c Code) string { return strings.Join(c.Lines(), "\n") }

func TestACodeHoldsTheSession(t *testing.T) {
	for _, id := range []string{"the-call", "the-armistice-cable"} {
		set := setOf(t, id)
		for _, length := range []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full} {
			for _, tries := range []int{1, 2, 3} {
				s := play(t, set, length, tries, 5)
				c := codeOf(t, s)
				t.Logf("%s, %s, %d tries: %d lines, %d characters", id, length, tries, len(c.Lines()), len(c.String()))
				if len(c.Lines()) > MaxLines {
					t.Errorf("%d lines", len(c.Lines()))
				}
				for _, text := range []string{c.String(), shownText(c), strings.ToLower(shownText(c))} {
					read, err := Read(text)
					if err != nil {
						t.Fatalf("%v\n%s", err, text)
					}
					if read != c || !read.Of(id) || read.Of("the-cat") {
						t.Errorf("it reads as %+v, not %+v", read, c)
					}
					again, err := read.Session(set)
					if err != nil {
						t.Fatal(err)
					}
					if report.Make(set, again).Score != report.Make(set, s).Score || packed.Key(again) != packed.Key(s) {
						t.Error("it is another session")
					}
				}
			}
		}
	}
}

// Tries that don't fit are left out; how many there were is not.
func TestManyTriesAreLeftOut(t *testing.T) {
	set := setOf(t, "the-call")
	s := play(t, set, casefile.Full, 30, 5)
	c := codeOf(t, s)
	again, err := c.Session(set)
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Lines()) > MaxLines || packed.Key(again) != packed.Key(s) {
		t.Errorf("%d lines, and another session", len(c.Lines()))
	}
	if item := set.Items()[0].ID(); again.Tries(item) != s.Tries(item) {
		t.Errorf("%d tries, want %d", again.Tries(item), s.Tries(item))
	}
}

// Every character mistyped, every two transposed, and every line in another's place:
// none goes unnoticed, and the line is named. With two wrong characters in a line it
// is the same.
func TestEveryMistypedLineIsNamed(t *testing.T) {
	s := play(t, setOf(t, "the-call"), casefile.Full, 1, 5)
	c := codeOf(t, s)
	text := shownText(c)
	changed := 0
	wants := func(text string, line int) {
		t.Helper()
		changed++
		_, err := Read(text)
		var wrong *LineError
		if !errors.As(err, &wrong) || wrong.Line != line || wrong.What != Mistyped || wrong.Error() == "" {
			t.Fatalf("%v, want line %d to be mistyped:\n%s", err, line, text)
		}
	}
	all := []byte(text)
	line := 1
	for i, was := range all {
		if was == '\n' {
			line++
		}
		if strings.IndexByte(" \n", was) >= 0 {
			continue
		}
		for _, is := range []byte(alphabet + "$") {
			if reads, _ := read(rune(was)); reads != is {
				all[i] = is
				wants(string(all), line)
				if next := i + 7; is == 'X' && next < len(all) && !strings.Contains(text[i:next+1], "\n") && text[next] != ' ' {
					all[next] ^= 1
					if value, ok := read(rune(all[next])); ok && value != all[next] || value == stranger {
						all[next] = '3'
					}
					wants(string(all), line)
					all[next] = text[next]
				}
			}
		}
		all[i] = was
		// Two neighbours, the space between groups not counted, and two with one between.
		for _, step := range []int{1, 2, 3} {
			j := i + step
			if j >= len(all) || all[j] == ' ' || strings.Contains(text[i:j], "\n") || all[j] == '\n' || all[j] == was || text[i:j+1] == "L1" {
				continue // for a reader L and 1 are the same
			}
			all[i], all[j] = all[j], all[i]
			wants(string(all), line)
			all[i], all[j] = all[j], all[i]
		}
	}
	lines := c.Lines()
	for i := 1; i < len(lines)-1; i++ {
		for j := i + 1; j < len(lines)-1; j++ {
			lines[i], lines[j] = lines[j], lines[i]
			wants(strings.Join(lines, "\n"), i+1)
			lines[i], lines[j] = lines[j], lines[i]
		}
	}
	t.Logf("%d changes, all noticed", changed)
}

func TestALineThatIsCutOrMissingIsNamed(t *testing.T) {
	c := codeOf(t, play(t, setOf(t, "the-call"), casefile.Full, 1, 5))
	lines := c.Lines()
	with := func(i int, line string) string {
		changed := append([]string(nil), lines...)
		changed[i] = line
		return strings.Join(changed, "\n")
	}
	last := len(lines) - 1
	for text, want := range map[string]LineError{
		with(3, lines[3][1:]):          {4, len(lines), TooShort},
		with(0, lines[0][:20]):         {1, 0, TooShort},
		with(3, lines[3]+"7"):          {4, len(lines), TooLong},
		strings.Join(lines[:5], "\n"):  {6, len(lines), Missing},
		lines[0]:                       {2, len(lines), Missing},
		with(last, lines[last][1:]):    {last + 1, len(lines), Mistyped},
		c.String()[:5*lineDigits]:      {6, len(lines), Missing},
		c.String()[:len(c.String())-1]: {last + 1, len(lines), Mistyped},
		"HTL1":                         {1, 0, Mistyped},
		"":                             {1, 0, Mistyped},
		"HTL1 2345":                    {1, 0, Mistyped},
		with(2, "this line is none of a code at all"): {3, len(lines), TooLong},
	} {
		_, err := Read(text)
		var got *LineError
		if !errors.As(err, &got) {
			t.Errorf("%v for\n%s", err, text)
			continue
		}
		if want.What == Mistyped && (text == "HTL1 2345" || text == "HTL1") {
			want.What = got.What // too short as well
		}
		if *got != want {
			t.Errorf("%+v, want %+v for\n%s", *got, want, text)
		}
	}
}

// A class's messages, as they are copied from a mail or a chat.
func TestCodesAreFoundInMessages(t *testing.T) {
	set := setOf(t, "the-call")
	var codes []Code
	for i := range 6 {
		codes = append(codes, codeOf(t, play(t, set, casefile.Quick, 1, uint64(i))))
	}
	mistyped := strings.Replace(shownText(codes[4]), codes[4].Lines()[1], "00000 00000 00000 00000", 1)
	text := "Ada: " + shownText(codes[0]) + "\n\nBo Li:\n" + strings.ReplaceAll(shownText(codes[1]), "\n", "\r\n") +
		"\r\nhave a nice day!\n> " + strings.ReplaceAll(shownText(codes[2]), "\n", "\n> ") +
		"\n[10:32] Cleo – " + codes[3].String() + " " + codes[5].String() +
		"\nDan: " + mistyped + "\nEve: Q" + shownText(codes[5])[1:] +
		"\nAda again: " + strings.NewReplacer("0", "o", "1", "l", " ", "-", "\n", "  ").Replace(strings.ToLower(shownText(codes[0]))) +
		"\nThis is all of them. Please write when three of the codes were wrong, room 12."
	found, left := Find(text)
	if left {
		t.Error("something is left over")
	}
	for i, want := range []struct {
		name string
		code int // -1 for one that can't be read
		line int
	}{{"Ada", 0, 0}, {"Bo Li", 1, 0}, {"", 2, 0}, {"[10:32] Cleo", 3, 0}, {"", 5, 0}, {"Dan", -1, 2}, {"", -1, 1}, {"Ada again", 0, 0}} {
		if i >= len(found) {
			t.Fatalf("only %d are found", len(found))
		}
		got := found[i]
		var wrong *LineError
		switch {
		case got.Name != want.name:
			t.Errorf("%d is of %q, want %q", i, got.Name, want.name)
		case want.code >= 0 && (got.Err != nil || got.Code != codes[want.code]):
			t.Errorf("%d is another code, %v", i, got.Err)
		case want.code < 0 && (!errors.As(got.Err, &wrong) || wrong.Line != want.line):
			t.Errorf("%d: %v, want line %d to be wrong", i, got.Err, want.line)
		}
	}
	if len(found) != 8 {
		t.Errorf("%d are found, want 8", len(found))
	}
}

func TestLineNumbersAndOtherMarksAreIgnored(t *testing.T) {
	c := codeOf(t, play(t, setOf(t, "the-call"), casefile.Quick, 1, 3))
	for _, between := range []string{"\n\n", " ", "\r\n", "\t", " \u00a0", "–", "\u200b\n", " | "} {
		if got, err := Read(strings.Join(c.Lines(), between)); err != nil || got != c {
			t.Errorf("with %q between the lines: %v", between, err)
		}
	}
}

func TestForeignCodesAreRefused(t *testing.T) {
	call, cable := setOf(t, "the-call"), setOf(t, "the-armistice-cable")
	c := codeOf(t, play(t, call, casefile.Quick, 1, 3))
	if _, err := c.Session(cable); !errors.Is(err, packed.ErrOtherCase) {
		t.Errorf("with another case: %v", err)
	}
	// The same case, changed.
	other := *call.Case()
	other.Summary += "."
	if s, err := c.Session(puzzle.New(&other)); !errors.Is(err, packed.ErrOtherCase) || s != nil {
		t.Errorf("with another version: %v", err)
	}
	// Another format.
	later := Code{story: c.story, packed: "2" + c.packed[1:]}
	if _, err := Read(later.String()); !errors.Is(err, packed.ErrVersion) {
		t.Errorf("of a later version: %v", err)
	}
	// Whole lines with a broken session in them.
	forged := Code{story: c.story, packed: c.packed[:len(c.packed)-1] + "0"}
	if forged.packed == c.packed {
		forged.packed = c.packed[:len(c.packed)-1] + "1"
	}
	if _, err := Read(forged.String()); !errors.Is(err, packed.ErrDamaged) {
		t.Errorf("with a wrong checksum: %v", err)
	}
	long := Code{story: c.story, packed: "1" + strings.Repeat("0", 1000)}
	if _, err := Read(long.String()); !errors.Is(err, packed.ErrImpossible) {
		t.Errorf("of %d lines: %v", len(long.Lines()), err)
	}
}

func TestTooMuchIsLeftOver(t *testing.T) {
	c := codeOf(t, play(t, setOf(t, "the-call"), casefile.Quick, 1, 3))
	found, left := Find(strings.Repeat(c.String()+"\n", MostCodes+1))
	if len(found) != MostCodes || !left {
		t.Errorf("%d codes, %v", len(found), left)
	}
	start := time.Now()
	for _, text := range []string{strings.Repeat("HTL1", MaxText), strings.Repeat("HTL1 ", MaxText), strings.Repeat("HTL1\n", MaxText), strings.Repeat("A1B2C ", MaxText), strings.Repeat("A1B2C:\n", MaxText), strings.Repeat("HTL1 x: ", MaxText)} {
		if _, left := Find(text); !left {
			t.Errorf("nothing is left of %q…", text[:20])
		}
	}
	if took := time.Since(start); took > 20*time.Second {
		t.Errorf("hostile texts take %v", took)
	}
}

func TestAnUnlikelySessionIsTooLong(t *testing.T) {
	set := puzzle.New(casetest.LostCat(t))
	s := session.Start(set, session.Config{Length: casefile.Quick, Began: began})
	c, err := Of(s)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := c.Session(set); err != nil || again.Done() {
		t.Errorf("a session that has just begun: %v", err)
	}
	if _, err := packed.PackWithin(s, 10); !errors.Is(err, packed.ErrTooLong) {
		t.Errorf("within 10 characters: %v", err)
	}
}

// FuzzFind reads texts of any kind, and codes whose lines hold as a forger can make
// them: what is found is a session that could have been played, or an error.
func FuzzFind(f *testing.F) {
	set := puzzle.New(casetest.LostCat(f))
	s := session.Start(set, session.Config{Length: casefile.Quick, Began: began})
	c := codeOf(f, s)
	f.Add(shownText(c), false)
	f.Add("Ada: "+c.String()+"\nBo:\nHTL1 2", false)
	f.Add(c.packed[1:], true)
	f.Fuzz(func(t *testing.T, text string, forged bool) {
		if forged {
			body := strings.Map(func(r rune) rune {
				if value, kept := read(r); kept && value != stranger {
					return rune(value)
				}
				return -1
			}, text)
			if len(body) > maxPacked {
				body = body[:maxPacked]
			}
			text = Code{story: story(set.Case().ID), packed: "1" + body}.String()
		}
		found, _ := Find(text)
		for _, one := range found {
			if one.Err != nil {
				var wrong *LineError
				if errors.As(one.Err, &wrong) && (wrong.Line < 1 || wrong.Error() == "") {
					t.Fatalf("%+v", wrong)
				}
				continue
			}
			if again, err := Read(one.Code.String()); err != nil || again != one.Code {
				t.Fatalf("%q is written as %q: %v", text, one.Code.String(), err)
			}
			if s, err := one.Code.Session(set); err == nil {
				if _, err := Of(s); err != nil {
					t.Fatal(err)
				}
			}
		}
	})
}

func ExampleFind() {
	found, _ := Find("Ada: HTL1 5X0K2 …")
	for _, one := range found {
		fmt.Println(one.Name, one.Err)
	}
	// Output: Ada line 1 of the code is mistyped; compare it with what was given
}
