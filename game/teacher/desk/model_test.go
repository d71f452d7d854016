package desk_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/screentest"
	"holdtheline/game/teacher/desk"
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/report"
	"holdtheline/quiz/session"
)

// What the page says of a comparison is what package compare finds.
func TestTheHeadlineIsTheFinding(t *testing.T) {
	for _, c := range []struct {
		n             int
		before, after pupil
		want          compare.Finding
	}{
		{12, pupil{5, 5}, pupil{10, 0}, compare.Discerning},
		{12, pupil{10, 0}, pupil{5, 5}, compare.Duller},
		{24, pupil{9, 8}, pupil{3, 3}, compare.Suspicious},
		{24, pupil{3, 2}, pupil{9, 9}, compare.Trusting},
		{12, pupil{6, 5}, pupil{6, 5}, compare.Open},
		{3, pupil{5, 5}, pupil{10, 0}, compare.Few},
	} {
		w := newTeacher(t, "en")
		w.class(c.n, c.before, c.after)
		w.Press("compare")
		if got, want := w.Text("heading"), c.want.Message(compare.Class).In(screentest.In(t, "en")); got != want {
			t.Errorf("%d pupils, %v then %v: the page says %q, want %q", c.n, c.before, c.after, got, want)
		}
		if w.Focus != "heading" {
			t.Errorf("the focus goes to %q, want the headline", w.Focus)
		}
	}
}

// A change is only said to be one if its interval leaves room for nothing else.
func TestAChangeIsSaidOnlyWhereTheIntervalSaysSo(t *testing.T) {
	w := newTeacher(t, "en")
	w.class(12, pupil{6, 6}, pupil{8, 3})
	w.Press("compare")
	var exported compare.Comparison
	w.Press("save")
	w.Press("save.json")
	if err := json.Unmarshal(w.effects[len(w.effects)-1].(frame.SaveFile).Data, &exported); err != nil {
		t.Fatal(err)
	}
	for _, c := range exported.Changes {
		said, want := w.Text("measure."+string(c.Measure)+".change"), "Perhaps nothing changed."
		if c.Low > 0 {
			want = "It rose."
		} else if c.High < 0 {
			want = "It fell."
		}
		if !strings.HasPrefix(said, want) {
			t.Errorf("%s from %v to %v: the page says %q, want %q first", c.Measure, c.Low, c.High, said, want)
		}
	}
}

func TestWhatIsNoResultIsRefusedWithASentence(t *testing.T) {
	set := formOf(t, casefile.FormA)
	good := take(t, set, session.Before, pupil{7, 3}, 5, 0)
	id := set.Case().ID
	table := table(t, good)
	for name, c := range map[string]struct {
		file  ui.File
		state string // of the catalogue
	}{
		"nothing":           {ui.File{Data: []byte{}}, "empty"},
		"only space":        {ui.File{Data: []byte(" \r\n\t ")}, "empty"},
		"binary":            {ui.File{Data: []byte("\x00\x01\xff\xfePNG\x89")}, "strange"},
		"HTML":              {ui.File{Name: "<b>.jsonl", Data: []byte("<html><script>alert(1)</script>")}, "strange"},
		"other JSON":        {ui.File{Data: []byte(`{"do":"started"}`)}, "strange"},
		"deep JSON":         {ui.File{Data: bytes.Repeat([]byte("["), 100_000)}, "strange"},
		"a folder":          {ui.File{Fault: ui.FileUnreadable}, "unreadable"},
		"huge":              {ui.File{Fault: ui.FileTooLarge}, "large"},
		"another story":     {ui.File{Data: bytes.Replace(good, []byte(id), []byte("the-letter"), 1)}, "foreign"},
		"another version":   {ui.File{Data: bytes.Replace(good, []byte(set.Case().Fingerprint()), []byte("0123456789abcdef"), 1)}, "version"},
		"a torn beginning":  {ui.File{Data: bytes.Replace(good, []byte(`"mode":"test"`), []byte(`"mode":"nap"`), 1)}, "torn"},
		"an empty table":    {ui.File{Name: "t.csv", Data: table[:bytes.IndexByte(table, '\n')+1]}, "none"},
		"no table":          {ui.File{Name: "t.csv", Data: []byte("a,b\n1,2\n")}, "table"},
		"a broken table":    {ui.File{Name: "T.CSV", Data: append(bytes.Clone(table), `a,"b`...)}, "table"},
		"a session as .csv": {ui.File{Name: "t.csv", Data: good}, "table"},
	} {
		w := newTeacher(t, "en")
		if c.file.Name == "" {
			c.file.Name = "ada.jsonl"
		}
		w.drop("before", c.file)
		want, _, _ := strings.Cut(screentest.In(t, "en").Say("teacher.state."+c.state), "{line}")
		if got := w.rows("before"); len(got) != 1 || !strings.Contains(got[0], want) {
			t.Errorf("%s: the page says %q, want %q", name, got, want)
		}
		if got := w.Text("tally"); got != screentest.In(t, "en").Say("teacher.missing") {
			t.Errorf("%s: the bar says %q", name, got)
		}
		if n := screentest.Find(w.Tree(), "compare"); !n.Disabled {
			t.Errorf("%s can be compared", name)
		}
	}
}

// table is a table of results as the game saves it.
func table(t *testing.T, log []byte) []byte {
	t.Helper()
	cfg, err := session.Begun(log)
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.Of(screentest.SetOf(t, cfg.Case), log)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := r.CSV(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// A session cut anywhere is damaged, unfinished or refused, and never breaks the page.
func TestACutSessionNeverBreaksThePage(t *testing.T) {
	good := take(t, formOf(t, casefile.FormB), session.After, pupil{7, 3}, 5, 0)
	states := map[string]int{}
	for n := 1; n < len(good); n += 97 {
		w := newTeacher(t, "en")
		w.drop("after", ui.File{Name: "ada.jsonl", Data: good[:n]})
		row := w.rows("after")
		if len(row) != 1 {
			t.Fatalf("cut at %d there are the rows %q", n, row)
		}
		for _, state := range []string{"not finished", "damaged in line", "neither a saved game"} {
			if strings.Contains(row[0], state) {
				states[state]++
			}
		}
	}
	if len(states) != 3 {
		t.Errorf("a cut session is %v; want all three", states)
	}
}

func TestTheSameTwiceCountsOnce(t *testing.T) {
	w := newTeacher(t, "en")
	a := take(t, formOf(t, casefile.FormA), "", pupil{7, 3}, 5, 0)
	w.drop("before", ui.File{Name: "ada.jsonl", Data: a}, ui.File{Name: "ada (1).jsonl", Data: a})
	w.drop("after", ui.File{Name: "bo.jsonl", Data: a})
	if got := len(w.rows("before")) + len(w.rows("after")); got != 1 {
		t.Errorf("one session brought three times is there %d times", got)
	}
	if got, want := w.Text("trouble.text"), screentest.In(t, "en").Count("teacher.twice", 1); got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
	w.Press("file.0.remove")
	w.drop("after", ui.File{Name: "bo.jsonl", Data: a})
	if len(w.rows("after")) != 1 {
		t.Error("once it has been removed it can't be brought again")
	}
}

func TestATestFindsItsSideByItself(t *testing.T) {
	set := formOf(t, casefile.FormA)
	w := newTeacher(t, "en")
	w.drop("after", ui.File{Name: "ada.jsonl", Data: take(t, set, session.Before, pupil{7, 3}, 5, 0)})
	w.drop("screen.results", ui.File{Name: "bo.jsonl", Data: take(t, set, session.After, pupil{7, 3}, 6, 0)})
	w.drop("before", ui.File{Name: "cleo.jsonl", Data: take(t, set, "", pupil{7, 3}, 7, 0)})
	if b, a := w.rows("before"), w.rows("after"); len(b) != 2 || len(a) != 1 || !strings.Contains(b[0], "ada") || !strings.Contains(a[0], "bo") {
		t.Errorf("before are %q, after are %q", b, a)
	}
	w.drop("screen.results", ui.File{Name: "dan.jsonl", Data: take(t, set, "", pupil{7, 3}, 8, 0)})
	if got, want := w.Text("trouble.text"), screentest.In(t, "en").Count("teacher.homeless", 1); got != want {
		t.Errorf("of a session dropped beside both sides the page says %q, want %q", got, want)
	}
}

func TestATableBringsManyResults(t *testing.T) {
	w := newTeacher(t, "en")
	var entries [2][]report.Entry
	for i := range 6 {
		for side, when := range []session.When{session.Before, session.After} {
			log := take(t, formOf(t, casefile.FormA), when, pupil{7 + 2*side, 6 - 5*side}, uint64(i), 0)
			r, err := report.Of(formOf(t, casefile.FormA), log)
			if err != nil {
				t.Fatal(err)
			}
			entries[side] = append(entries[side], report.Entry{Who: fmt.Sprint("pupil ", i), Report: r})
		}
	}
	for side, id := range []string{"before", "after"} {
		var out bytes.Buffer
		if err := report.WriteCSV(&out, entries[side]); err != nil {
			t.Fatal(err)
		}
		w.drop(id, ui.File{Name: id + ".csv", Data: out.Bytes()})
	}
	if got := w.rows("before"); len(got) != 1 || !strings.Contains(got[0], "6 results") {
		t.Errorf("the page says %q of the table", got)
	}
	w.Press("compare")
	if got := w.Text("eyebrow"); got != "6 pupils with both results" {
		t.Errorf("compared are %q", got)
	}
}

// Numbers stand in the place of names, on the screen and in files.
func TestNamesCanBeHidden(t *testing.T) {
	w := newTeacher(t, "en")
	w.class(6, pupil{6, 6}, pupil{9, 2})
	w.drop("before", ui.File{Name: "zoe.jsonl", Data: take(t, formOf(t, casefile.FormA), "", pupil{6, 6}, 99, 0)})
	w.Press("compare")
	if !strings.Contains(w.Text("body"), "pupil-03") || !strings.Contains(w.Text("body"), "zoe") {
		t.Fatal("the names aren't there to begin with")
	}
	w.Press("names")
	w.Press("save")
	w.Press("save.csv")
	w.Press("save.json")
	w.Press("dialog.close")
	all := w.Text("body")
	for _, e := range w.effects[len(w.effects)-2:] {
		all += string(e.(frame.SaveFile).Data)
	}
	if strings.Contains(all, "pupil-0") || strings.Contains(all, "zoe") || !strings.Contains(all, "Pupil 3") {
		t.Errorf("names are left: %s", all)
	}
	w.Press("names")
	if !strings.Contains(w.Text("body"), "pupil-03") {
		t.Error("the names don't come back")
	}
}

func TestAStoryThatCannotBeHadIsSaid(t *testing.T) {
	w := newTeacher(t, "en")
	w.absent = true
	log := take(t, formOf(t, casefile.FormA), session.Before, pupil{7, 3}, 5, 0)
	w.drop("before", ui.File{Name: "ada.jsonl", Data: log})
	if got := w.rows("before"); len(got) != 1 || !strings.Contains(got[0], "can’t be fetched") {
		t.Errorf("the page says %q", got)
	}
	w.absent = false
	w.drop("before", ui.File{Name: "ada.jsonl", Data: log})
	if got := w.rows("before"); len(got) != 2 || !strings.Contains(got[1], "complete") {
		t.Errorf("once it can be had the page says %q", got)
	}
}

// More files than the page keeps are counted and left out.
func TestNoNumberOfFilesIsTooMany(t *testing.T) {
	w := newTeacher(t, "en")
	var files []ui.File
	for i := range 2100 {
		files = append(files, ui.File{Name: fmt.Sprint(i), Data: []byte(fmt.Sprint("nonsense ", i))})
	}
	w.send(desk.Came{Side: session.Before, Files: ui.Files{List: files, Left: 7}})
	if got, want := w.Text("trouble.text"), screentest.In(t, "en").Count("teacher.many", 107, "most", desk.Limits.Most); got != want {
		t.Errorf("the page says %q, want %q", got, want)
	}
}

// The settings are those of the game, and are kept.
func TestSettingsAreKept(t *testing.T) {
	w := newTeacher(t, "en")
	for _, id := range []string{"theme.contrast", "size.150", "language.de", "motion.off"} {
		w.Press("settings")
		w.Press(id)
		w.Press("dialog.close")
	}
	data := w.effects[len(w.effects)-1].(frame.SaveSettings).Data
	want := `{"theme":"contrast","text":150,"motion":"off","sound":false,"lang":"de","view":"","keys":true}`
	if string(data) != want {
		t.Errorf("kept is %s, want %s", data, want)
	}
	if got := w.Text("heading"); got != "Vorher und nachher" {
		t.Errorf("the page's heading is %q in German", got)
	}
}

// Every state of a file, and every key that is put together, has a text.
func TestEveryTextIsThere(t *testing.T) {
	for _, lang := range words.Languages() {
		walk(t, lang, func(name string, h *screentest.Hand) {
			if all := h.Text(h.Tree().ID); strings.Contains(all, "[teacher.") || strings.Contains(all, "[compare.") {
				t.Errorf("%s, %s: a text is missing: %s", lang, name, all)
			}
		})
		for _, head := range assets.Heads() {
			if head.Form != "" && !screentest.In(t, lang).Has("teacher.form."+string(head.Form)) {
				t.Errorf("%s has no name for the form %q", lang, head.Form)
			}
		}
	}
}

// What a model is can be written down: it reaches for no clock, no browser and no
// file.
func TestTheModelReachesForNothingOutside(t *testing.T) {
	shared := map[reflect.Type]bool{
		reflect.TypeFor[puzzle.Set](): true, reflect.TypeFor[words.Catalogue](): true, reflect.TypeFor[casefile.Case](): true,
		reflect.TypeFor[session.Session](): true,
	}
	seen := map[reflect.Type]bool{}
	var look func(t reflect.Type, path string) []string
	look = func(t reflect.Type, path string) (found []string) {
		if seen[t] || shared[t] {
			return nil
		}
		seen[t] = true
		switch t.Kind() {
		case reflect.Func, reflect.Chan, reflect.Interface, reflect.UnsafePointer:
			return []string{path + ", a " + t.String()}
		case reflect.Pointer, reflect.Slice, reflect.Array:
			return look(t.Elem(), path)
		case reflect.Map:
			return append(look(t.Key(), path), look(t.Elem(), path)...)
		case reflect.Struct:
			if strings.HasPrefix(t.PkgPath(), "time") {
				return nil
			}
			for i := range t.NumField() {
				found = append(found, look(t.Field(i).Type, path+"."+t.Field(i).Name)...)
			}
		}
		return found
	}
	for _, found := range look(reflect.TypeFor[desk.Model](), "Model") {
		t.Errorf("%s, could reach outside", found)
	}
}
