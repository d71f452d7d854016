package authoring_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/casefile/casetest"
)

// written is a translation of a case: each text as change makes it.
func written(t *testing.T, c *casefile.Case, language string, change func(place, text string) string) string {
	t.Helper()
	var b strings.Builder
	fmt.Fprintf(&b, "case: %s\nlanguage: %s\ntexts:\n", c.ID, language)
	for _, text := range c.Texts() {
		fmt.Fprintf(&b, "  %q: %q\n", text.Place, change(text.Place, text.Text))
	}
	return b.String()
}

// update brings a translation up to date and returns it.
func update(t *testing.T, c *casefile.Case, language, data string) (string, authoring.Left) {
	t.Helper()
	out, left, problems := authoring.UpdateTranslation(c, language, "case.x.yaml", []byte(data))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return string(out), left
}

func same(_, text string) string { return text }

func TestATranslationIsReadAsItWasWritten(t *testing.T) {
	c := casetest.LostCat(t)
	file, left := update(t, c, "tlh", written(t, c, "tlh", same))
	if left != (authoring.Left{}) {
		t.Errorf("left to do: %+v", left)
	}
	tr, problems := authoring.Translate(c, "case.tlh.yaml", []byte(file))
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	for i, text := range c.Texts() {
		if tr.Texts[i] != text.Text {
			t.Errorf("%s is read as %q, want %q", text.Place, tr.Texts[i], text.Text)
		}
	}
	if tr.Case != c.ID || tr.Language != "tlh" || tr.Of != c.Wording() {
		t.Errorf("it is %s in the language %s of %s", tr.Case, tr.Language, tr.Of)
	}
	if again, _ := update(t, c, "tlh", file); again != file {
		t.Error("bringing up to date what is up to date changes the file")
	}
	data, err := authoring.TranslationJSON(tr)
	if err != nil {
		t.Fatal(err)
	}
	back, err := casefile.LoadTranslation(data)
	if err != nil {
		t.Fatal(err)
	}
	in, err := back.Apply(c)
	if err != nil || in.Events[0].Title != c.Events[0].Title {
		t.Errorf("built and applied: %v", err)
	}
}

func TestANewTranslationListsEverything(t *testing.T) {
	c := casetest.LostCat(t)
	file, left := update(t, c, "de", "")
	if left.Missing != len(c.Texts()) || left.Outdated+left.Unknown > 0 {
		t.Errorf("left to do: %+v", left)
	}
	for _, want := range []string{"case: lost-cat\nlanguage: de\n", "  # The Lost Cat\n  title:\n"} {
		if !strings.Contains(file, want) {
			t.Errorf("the file lacks %q:\n%.300s", want, file)
		}
	}
	if _, problems := authoring.Translate(c, "case.de.yaml", []byte(file)); problems.Count() != len(c.Texts()) {
		t.Errorf("%d problems, want one for each of the %d texts", problems.Count(), len(c.Texts()))
	}
	for _, lang := range []string{"en", "", "Klingon!", "../x"} {
		if _, _, problems := authoring.UpdateTranslation(c, lang, "case.yaml", nil); len(problems) == 0 {
			t.Errorf("the case in English can be translated into %q", lang)
		}
	}
}

// What has changed since is translated again by changing the text and deleting what it
// was translated from.
func TestAChangedTextIsOutOfDate(t *testing.T) {
	c := casetest.LostCat(t)
	file, _ := update(t, c, "de", "# About this.\n\n"+strings.Replace(written(t, c, "de", same), `"title": "The Lost Cat"`, `"title": {text: "Die Katze ist weg", note: "nicht „verloren“"}`, 1))
	c.Title, c.Events[0].Note = "The Lost Dog", "A new note."
	later, left := update(t, c, "de", file)
	if left != (authoring.Left{Missing: 1, Outdated: 1}) {
		t.Errorf("left to do: %+v", left)
	}
	for _, want := range []string{"# About this.\n", "  # now: The Lost Dog\n  title:\n", `text: "Die Katze ist weg"`, `note: "nicht „verloren“"`, "  # A new note.\n"} {
		if !strings.Contains(later, want) {
			t.Errorf("the file lacks %q", want)
		}
	}
	_, problems := authoring.Translate(c, "case.de.yaml", []byte(later))
	for _, want := range []string{`the text at "title" has changed since it was translated`, "The Lost Dog", `.note" is missing`} {
		if !strings.Contains(problems.String(), want) {
			t.Errorf("no word of %q in\n%v", want, problems)
		}
	}
	head, tail, _ := strings.Cut(later, "  title:\n")
	_, tail, _ = strings.Cut(tail, "\n") // the line of what it was translated from
	again, left := update(t, c, "de", head+"  title:\n"+tail)
	if left.Outdated != 0 || strings.Contains(again, "now:") {
		t.Errorf("left to do: %+v", left)
	}
}

// A text that the case has no more is kept until somebody has moved it.
func TestATextTooManyIsKept(t *testing.T) {
	c := casetest.LostCat(t)
	file, left := update(t, c, "de", written(t, c, "de", same)+"  events.gone.title: \"Ein alter Titel\"\n")
	if left != (authoring.Left{Unknown: 1}) || !strings.Contains(file, "Ein alter Titel") {
		t.Errorf("left to do: %+v", left)
	}
	if _, problems := authoring.Translate(c, "case.de.yaml", []byte(file)); problems.Count() != 1 || !strings.Contains(problems.String(), `there is no text at "events.gone.title"`) {
		t.Errorf("got %v", problems)
	}
}

// Each is one change to a sound translation, with a problem that it causes, at its line.
func TestEveryProblemOfATranslationIsReported(t *testing.T) {
	c := casetest.LostCat(t)
	sound, _ := update(t, c, "de", written(t, c, "de", same))
	if _, problems := authoring.Translate(c, "case.de.yaml", []byte(sound)); len(problems) > 0 {
		t.Fatal(problems)
	}
	// text puts another text in one place.
	text := func(place, text string) func(string) string {
		return func(file string) string {
			var out []string
			in, done := false, false
			for line := range strings.SplitSeq(file, "\n") {
				key, isKey := strings.CutPrefix(line, "  ")
				if isKey = isKey && !strings.HasPrefix(key, " "); isKey {
					in, done = strings.Trim(strings.TrimSuffix(key, ":"), `"`) == place, false
				}
				if in && strings.HasPrefix(line, "    text:") {
					line, done = fmt.Sprintf("    text: %q", text), true
				} else if in && done {
					continue // the rest of the text that was there
				}
				out = append(out, line)
			}
			changed := strings.Join(out, "\n")
			if changed == file {
				t.Fatalf("there is no text at %s", place)
			}
			return changed
		}
	}
	replace := func(old, with string) func(string) string {
		return func(file string) string {
			if !strings.Contains(file, old) {
				t.Fatalf("%q isn't in the file", old)
			}
			return strings.Replace(file, old, with, 1)
		}
	}
	date := "rooms." + c.Rooms[2].ID + ".date-paper."
	for name, test := range map[string]struct {
		change func(string) string
		line   string // a text in the line that it is reported at; "" where there is none
		want   string
	}{
		"not YAML":                 {func(string) string { return "case: [" }, "case: [", "not YAML"},
		"a list":                   {func(string) string { return "- a\n- b\n" }, "- a", "this is no translation of a case"},
		"a text":                   {func(string) string { return "lost-cat\n" }, "lost-cat", "this is no translation of a case"},
		"nothing but comments":     {func(string) string { return "# later\n" }, "# later", "nothing in this file"},
		"no texts":                 {func(string) string { return "case: lost-cat\nlanguage: de\n" }, "case:", "the keys language and texts are needed"},
		"texts in a list":          {func(string) string { return "case: lost-cat\nlanguage: de\ntexts: [a]\n" }, "texts:", "a text for each place"},
		"another case":             {replace("case: lost-cat", "case: found-cat"), "case: found-cat", `a translation of "found-cat"`},
		"the case's own language":  {replace("language: de", "language: en"), "language: en", `"en" is not a language to translate`},
		"no language":              {replace("language: de", "language: Deutsch!"), "language: Deutsch!", "is not a language to translate"},
		"an unknown key":           {replace("language: de", "language: de\nevents: []"), "events: []", `there is no key "events"`},
		"an unknown place":         {replace("  title:\n", "  tittle:\n"), "", `there is no text at "tittle"`},
		"a place twice":            {replace("  summary:\n", "  title:\n"), "  title:", `"title" is there twice`},
		"an unknown key of a text": {replace("  title:\n    of:", "  title:\n    off:"), "off:", `there is no key "off"`},
		"a list for a text":        {replace("text: \"The Lost Cat\"", "text: [The Lost Cat]"), "text: [The", "this has to be a text"},
		"an alias":                 {replace("text: \"The Lost Cat\"", "text: *cat"), "", "alias"},
		"not said of what": {func(file string) string {
			return strings.Replace(file, "  title:\n    of: ", "  title:\n    note: ", 1)
		}, "The Lost Cat", "isn't said what it was translated from"},
		"a placeholder lost":        {text("title", "Die {katze}"), "Die {katze}", "placeholders {katze}, and has to have none"},
		"writing turned round":      {text("title", "\u202eDie Katze"), "Die Katze", "a character that nobody sees (U+202E)"},
		"too long":                  {text("title", strings.Repeat("lang ", 20)), "lang lang", "has room for"},
		"a number for a text":       {replace("text: \"The Lost Cat\"", "text: 7"), "", ""},
		"a phrase not in its place": {text(date+"clues[0].phrase", "steht da nicht"), "steht da nicht", "does not stand in"},
		"two stamps alike":          {text("stamps.prank.name", "Viel zu lang für einen Stempel"), "Viel zu lang", "do not fit on a stamp"},
		"a title with a month":      {text("events.leaves.title", "Biscuit geht im März"), "im März", "“März” gives the date away"},
		"a title with a weekday":    {text("events.leaves.title", "Biscuit geht am Dienstagabend"), "Dienstagabend", "gives the date away"},
		"a title with a year":       {text("events.leaves.title", "Biscuit geht 2021"), "2021", "gives the date away"},
	} {
		t.Run(name, func(t *testing.T) {
			changed := test.change(sound)
			tr, problems := authoring.Translate(c, "case.de.yaml", []byte(changed))
			if test.want == "" {
				if tr == nil {
					t.Errorf("got %v", problems)
				}
				return
			}
			if tr != nil || len(problems) == 0 {
				t.Fatal("nothing is reported")
			}
			found := false
			for _, p := range problems {
				message := strings.ReplaceAll(strings.ReplaceAll(p.Message, "“", `"`), "”", `"`)
				if !strings.Contains(message, strings.ReplaceAll(strings.ReplaceAll(test.want, "“", `"`), "”", `"`)) {
					continue
				}
				found = true
				if p.Next == "" || p.Line == 0 || p.File == "" {
					t.Errorf("no next step or place: %+v", p)
				}
				if lines := strings.Split(changed, "\n"); test.line != "" && !strings.Contains(lines[p.Line-1], test.line) {
					t.Errorf("it is reported at line %d: %s", p.Line, lines[p.Line-1])
				}
			}
			if !found {
				t.Errorf("no word of %q in\n%v", test.want, problems)
			}
		})
	}
}

// A paragraph names whom the case names there: the game introduces people by it.
func TestAParagraphNamesTheSamePeople(t *testing.T) {
	c := casetest.LostCat(t)
	name, paragraph := c.People[0].Name, &c.Sources[0].Digest[0]
	paragraph.Text += " So says " + name + "."
	place := "sources." + c.Sources[0].ID + "." + paragraph.ID + ".text"
	for instead, want := range map[string]string{"somebody": "doesn't name", name: ""} {
		file, _ := update(t, c, "de", written(t, c, "de", func(at, text string) string {
			if at == place {
				return strings.Replace(text, name, instead, 1)
			}
			return text
		}))
		_, problems := authoring.Translate(c, "case.de.yaml", []byte(file))
		if named := strings.Contains(problems.String(), "doesn't name"); named != (want != "") {
			t.Errorf("with %s: got %v", instead, problems)
		}
	}
	paragraph.Text = strings.TrimSuffix(paragraph.Text, " So says "+name+".")
	file, _ := update(t, c, "de", written(t, c, "de", func(at, text string) string {
		if at == place {
			return text + " So says " + name + "."
		}
		return text
	}))
	if _, problems := authoring.Translate(c, "case.de.yaml", []byte(file)); !strings.Contains(problems.String(), "and the case doesn't") {
		t.Errorf("got %v", problems)
	}
}

// Whatever characters a text has, it is read back as it was.
func TestAnyTextSurvivesTheFile(t *testing.T) {
	c := casetest.LostCat(t)
	for _, text := range []string{
		"„Ja“, sagte sie: – 1 # 2 ' \" \\ {x} [y] & * ! | > % @ `",
		"- a", "? b", "# c", "", "null", "~", "yes", "0x12", "1_000", "2021-03-01", "\ttab", "a\u00a0b", "a\u2028b", "\u202eabc", "…", "<b>&amp;</b>",
		strings.Repeat("Wort ", 40) + "# Ende: ja", strings.Repeat("ein langes Wort ", 12) + "\u0085", strings.Repeat("x", 300),
		"erste Zeile\n\nzweite: " + strings.Repeat("Zeile ", 30),
	} {
		data := fmt.Sprintf("case: lost-cat\nlanguage: de\ntexts:\n  summary: %q\n", text)
		first, _ := update(t, c, "de", data)
		again, _ := update(t, c, "de", first)
		if first != again {
			t.Errorf("%q is written otherwise the second time", text)
		}
	}
}

func FuzzUpdateTranslation(f *testing.F) {
	c := casetest.LostCat(f)
	f.Add([]byte("case: lost-cat\nlanguage: de\ntexts:\n  title: x\n"))
	f.Add([]byte("texts: {title: {of: 1, text: {a: b}}}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		authoring.Translate(c, "case.de.yaml", data)
		out, _, problems := authoring.UpdateTranslation(c, "de", "case.de.yaml", data)
		if (out == nil) != (len(problems) > 0) {
			t.Fatalf("%d bytes and %v", len(out), problems)
		}
		if out == nil {
			return
		}
		again, _, problems := authoring.UpdateTranslation(c, "de", "case.de.yaml", out)
		if !bytes.Equal(out, again) {
			t.Errorf("it isn't stable: %v", problems)
		}
	})
}
