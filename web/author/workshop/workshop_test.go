package workshop_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
	"holdtheline/web/author/workshop"
)

func lostCat(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../../quiz/casefile/testdata/lost-cat.yaml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func ask(t *testing.T, request map[string]any) workshop.Response {
	t.Helper()
	data, err := json.Marshal(request)
	if err != nil {
		t.Fatal(err)
	}
	var response workshop.Response
	if err := json.Unmarshal(workshop.Answer(data, nil), &response); err != nil {
		t.Fatal(err)
	}
	return response
}

func TestASoundCase(t *testing.T) {
	got := ask(t, map[string]any{"do": "check", "text": lostCat(t)})
	if len(got.Problems) > 0 || got.Error != "" {
		t.Fatalf("problems %v, error %q", got.Problems, got.Error)
	}
	c, problems := authoring.Load("case.json", []byte(got.Compiled))
	if c == nil || c.Title != "The Lost Cat" {
		t.Errorf("the compiled case can't be loaded: %v", problems)
	}
	for i, d := range got.Dated {
		if d.Wrong != "" || d.From > d.To || i > 0 && d.From < got.Dated[i-1].From {
			t.Errorf("%d: %+v", i, d)
		}
	}
	if len(got.Dated) < 30 {
		t.Errorf("%d things are dated", len(got.Dated))
	}
}

// An author reads what players are told of each source, and what isn't looked up yet
// can be played and not published.
func TestWhatAnAuthorIsTold(t *testing.T) {
	got := ask(t, map[string]any{"do": "check", "text": lostCat(t)})
	said := ""
	for _, told := range got.Told {
		said += told.Path + " " + told.Title + ": " + strings.Join(told.Says, "; ") + "\n"
	}
	for _, want := range []string{"sources[2] Cat found in library: Article, second-hand: it reports what others said; its date is hidden: no date on the page", "a tab at Tuesday, late in the day: "} {
		if !strings.Contains(said, want) {
			t.Errorf("%q isn't told:\n%s", want, said)
		}
	}
	if got.Unready {
		t.Error("a case in which all is looked up isn't ready")
	}
	// A source, a paragraph, an event, a claim and an answer.
	for _, place := range []string{"  - id: notice\n", "      - id: report\n", "  - id: leaves\n", "claims:\n  - id: found\n", "      - text: a month\n"} {
		indent := strings.Repeat(" ", 2+len(place[strings.LastIndex(place[:len(place)-1], "\n")+1:strings.Index(place, "- ")]))
		text := strings.Replace(lostCat(t), place, place+indent+"unverified: true\n", 1)
		if got := ask(t, map[string]any{"do": "check", "text": text}); !got.Unready || got.Compiled == "" {
			t.Errorf("%q: ready %v, problems %v", place, !got.Unready, got.Problems)
		}
	}
}

func TestProblemsHavePlaces(t *testing.T) {
	text := strings.Replace(lostCat(t), "kind: broadcast", "kind: brodcast", 1)
	got := ask(t, map[string]any{"do": "check", "text": text})
	i := slices.IndexFunc(got.Problems, func(p workshop.Problem) bool { return p.Path == "sources[3].kind" })
	if i < 0 || got.Problems[i].Line == 0 || got.Compiled != "" || got.Data == nil {
		t.Errorf("%+v, compiled %q", got.Problems, got.Compiled)
	}
}

func TestWhatCantBeReadIsSaid(t *testing.T) {
	for name, request := range map[string]map[string]any{
		"unknown":         {"do": "burn"},
		"too long":        {"do": "check", "text": strings.Repeat("a", workshop.MostText+1)},
		"a date":          {"do": "date", "item": "no date"},
		"unsound to play": {"do": "simulate", "text": "title: x"},
		"unsound log":     {"do": "log", "text": "title: x"},
		"nowhere":         {"do": "log", "text": lostCat(t), "item": "no-such"},
		"an empty table":  {"do": "sheet", "text": ""},
		"no columns":      {"do": "sheet", "text": "a,b\n1,2\n"},
		"no source":       {"do": "sheet", "text": "what,title,date\nevent,x,1918\n"},
		"an edit":         {"do": "edit", "text": "a: 1", "op": map[string]any{"do": "remove", "path": []any{"b"}}},
	} {
		if got := ask(t, request); got.Error == "" {
			t.Errorf("%s: no error but %+v", name, got)
		}
	}
	var got workshop.Response
	if err := json.Unmarshal(workshop.Answer([]byte("{"), nil), &got); err != nil || got.Error == "" {
		t.Errorf("half a request: %+v, %v", got, err)
	}
	// What isn't a case at all still gets a list of problems.
	if got := ask(t, map[string]any{"do": "check", "text": "\tno: [yaml"}); len(got.Problems) == 0 || got.Data != nil {
		t.Errorf("%+v", got)
	}
}

func TestData(t *testing.T) {
	for text, want := range map[string]string{"title: A\nid: x": `{"title":"A","id":"x"}`, "title: [": ""} {
		if got := ask(t, map[string]any{"do": "data", "text": text}); string(got.Data) != want || got.Error != "" {
			t.Errorf("the data of %q is %s, error %q, want %s", text, got.Data, got.Error, want)
		}
	}
}

func TestEdit(t *testing.T) {
	got := ask(t, map[string]any{"do": "edit", "text": lostCat(t), "op": map[string]any{"do": "set", "path": []any{"sources", 0, "title"}, "value": "Gone: Biscuit"}})
	if want := strings.Replace(lostCat(t), "title: Biscuit is gone", `title: "Gone: Biscuit"`, 1); got.Text != want {
		t.Error(got.Error)
	}
}

func TestTheGameGoesOnWhereOneWrites(t *testing.T) {
	text := lostCat(t)
	c, _ := authoring.Load("case.yaml", []byte(text))
	set := puzzle.New(c)
	for _, item := range []string{"", "monday", "found-wednesday", "trace-radio", "slips-memory"} {
		got := ask(t, map[string]any{"do": "log", "text": text, "item": item, "seed": 3})
		s, err := session.Read(set, []byte(got.Log))
		if err != nil {
			t.Errorf("%q: %v, %s", item, err, got.Error)
			continue
		}
		if step := s.Step(); item != "" && step.ID != item && !slices.Contains(step.Items, item) {
			t.Errorf("%q: the session is at %s", item, step.ID)
		}
	}
}

func TestSimulate(t *testing.T) {
	got := ask(t, map[string]any{"do": "simulate", "text": lostCat(t), "seed": 1})
	if got.Result == nil || len(got.Result.Rows) == 0 || len(got.Result.Questions) == 0 {
		t.Errorf("%+v", got)
	}
}

func TestImpossibleOrdersAreSeen(t *testing.T) {
	text := strings.Replace(lostCat(t), "happened: 2021-03-08", "happened: 2021-03-09", 1)
	got := ask(t, map[string]any{"do": "check", "text": text})
	i := slices.IndexFunc(got.Dated, func(d workshop.Dated) bool { return d.Path == "events[5].known" })
	if i < 0 || got.Dated[i].Wrong == "" {
		t.Errorf("%+v", got.Dated)
	}
}

func TestSheet(t *testing.T) {
	table := "\ufeffWhat;Title;Date;Who;Kind;Where;Says;Rests on\r\n" +
		"person;Roy Howard;;;;;head of a news agency;\r\n" +
		"source;Peace is signed;1918-11-07;Roy Howard;cable;New York Times;The war is over, an admiral said.;\r\n" +
		"source;New York cheers;1918-11-07;;newspaper;;Crowds dance.;Peace is signed\r\n" +
		"source;Not so;1918-11-08;;leaflet;;;Nobody's paper\r\n" +
		"event;The cable arrives;noon;;;;;Peace is signed\r\n" +
		"claim;The war is over.;1918-11-07;;;;;Peace is signed | New York cheers\r\n" +
		"poem;x;;;;;;\r\n"
	got := ask(t, map[string]any{"do": "sheet", "text": table})
	if got.Error != "" {
		t.Fatal(got.Error)
	}
	for _, want := range []string{
		"name: Roy Howard", "speaker: roy-howard", "kind: cable", "relies_on: [peace-is-signed]", "asserted_by: [peace-is-signed#says, new-york-cheers#says]",
		"arrivals: [peace-is-signed, new-york-cheers]", "head of a news agency",
	} {
		if !strings.Contains(got.Text, want) {
			t.Errorf("%q isn't in the draft:\n%s", want, got.Text)
		}
	}
	for _, want := range []string{"Row 4: where", "no kind of source", "Nobody's paper", "1918-11-07", "poem"} {
		if !strings.Contains(strings.Join(got.Missing, "\n"), want) {
			t.Errorf("nothing is said of %q: %q", want, got.Missing)
		}
	}
	if checked := ask(t, map[string]any{"do": "check", "text": got.Text}); checked.Data == nil {
		t.Errorf("the draft can't be read: %+v", checked.Problems)
	}
}

// The page's own example, pasted from a spreadsheet, passes the check and asks more than
// one kind of question; what its author still has to write keeps it from being given away.
func TestTheExampleTable(t *testing.T) {
	script, err := os.ReadFile(page + "main.js")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(script), `const TABLE = `+"`${COLUMNS.join(\",\")}\n")
	rows, _, ok := strings.Cut(rest, "`")
	if !ok {
		t.Fatal("the page has no example")
	}
	table := "what,title,date,who,kind,where,says,rests on,denied by,admitted in,known to\n" + rows
	for lang, unwritten := range map[string]string{"en": "To be written.", "de": "Noch zu schreiben.", "es": "Por escribir."} {
		draft := ask(t, map[string]any{"do": "sheet", "text": table, "lang": lang})
		if draft.Error != "" || len(draft.Missing) > 0 {
			t.Fatalf("%s %q", draft.Error, draft.Missing)
		}
		got := ask(t, map[string]any{"do": "check", "text": draft.Text, "lang": lang})
		if len(got.Problems) > 0 || len(got.Asks) == 0 {
			t.Errorf("%s: %+v\n%s", lang, got.Problems, draft.Text)
		}
		if !got.Unready || !strings.Contains(draft.Text, unwritten) || !strings.Contains(draft.Text, "language: "+lang) {
			t.Errorf("%s: unready %v\n%s", lang, got.Unready, draft.Text)
		}
		if got := ask(t, map[string]any{"do": "check", "text": strings.ReplaceAll(draft.Text, unwritten, "Written.")}); got.Unready {
			t.Errorf("%s: what is written isn't ready", lang)
		}
	}
}

// A table says before any check what would end in none of its problems being mended: a
// newspaper has it from somebody.
func TestATableSaysWhoseWordItIs(t *testing.T) {
	table := "what\ttitle\tdate\twho\tkind\twhere\tsays\trests on\tdenied by\tadmitted in\tknown to\n" +
		"source\tMen on the moon\tlate August 1835\tA. Grant\tnewspaper\tThe Sun\tThey have wings.\t\n" +
		"source\tIt was me\t1840\tR. Locke\tletter\tThe New World\tHe wrote it.\t\n" +
		"source\tBefore\t1835-08-01\t\tarticle\tA paper\tA telescope.\t\n" +
		"event\tThey print it\t1835-08-25\t\t\t\t\tMen on the moon\n" +
		"claim\tMen live on the moon.\t1835-08-25\t\t\t\t\tMen on the moon\t\tIt was me\tJ. Herschel\n"
	got := ask(t, map[string]any{"do": "sheet", "text": table})
	if len(got.Missing) != 1 || !strings.Contains(got.Missing[0], "Row 2: “Men on the moon” only reports") {
		t.Errorf("%s %q", got.Error, got.Missing)
	}
	for _, want := range []string{
		"explained_by: [it-was-me#says]", "known_to: [j-herschel]", "arrivals: [before, men-on-the-moon]", "at: \"1835-08-31\"",
	} {
		if !strings.Contains(got.Text, want) {
			t.Errorf("%q isn't in the draft:\n%s", want, got.Text)
		}
	}
	for _, not := range []string{"status:", "directness:", "speaker: a-grant", "kind: lab", "kind: timeline"} {
		if strings.Contains(got.Text, not) {
			t.Errorf("%q is in the draft:\n%s", not, got.Text)
		}
	}
}

func TestSlug(t *testing.T) {
	for words, want := range map[string]string{"Peace is signed!": "peace-is-signed", "Ärger über Öl": "aerger-ueber-oel", "???": "x", strings.Repeat("long ", 20): strings.TrimRight(strings.Repeat("long-", 20)[:32], "-")} {
		if got := workshop.Slug(words); got != want {
			t.Errorf("%q becomes %q, want %q", words, got, want)
		}
	}
}

func FuzzAnswer(f *testing.F) {
	files, err := filepath.Glob("../../../quiz/casefile/testdata/*.yaml")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add("check", string(text))
	}
	f.Add("sheet", "what,title,date\nsource,a,1918\nclaim,b,x\n")
	f.Fuzz(func(t *testing.T, do, text string) {
		data, err := json.Marshal(map[string]any{"do": do, "text": text, "item": text})
		if err != nil {
			t.Fatal(err)
		}
		if out := workshop.Answer(data, nil); !json.Valid(out) {
			t.Errorf("%q", out)
		}
	})
}

func TestWhatCanBeWritten(t *testing.T) {
	text := strings.Replace(lostCat(t), "speaker: tom", "speaker: t", 1)
	before, _, _ := strings.Cut(text, "speaker: t\n")
	got := ask(t, map[string]any{"do": "complete", "text": text, "line": strings.Count(before, "\n") + 1, "item": "    speaker: t"})
	if got.Options == nil || got.Options.Typed != "t" || len(got.Options.List) != 4 || got.Options.List[1].Label != "tom" {
		t.Errorf("%+v", got.Options)
	}
}

func TestABuiltCaseBecomesText(t *testing.T) {
	data, err := os.ReadFile("../../../quiz/casefile/testdata/lost-cat.json")
	if err != nil {
		t.Fatal(err)
	}
	got := ask(t, map[string]any{"do": "built", "text": string(data)})
	if !strings.HasPrefix(got.Text, "format: 1\nid: lost-cat\n") {
		t.Errorf("%s%.100s", got.Error, got.Text)
	}
	if got := ask(t, map[string]any{"do": "built", "text": string(data[:200])}); got.Error == "" {
		t.Errorf("half a file becomes %q", got.Text)
	}
}
