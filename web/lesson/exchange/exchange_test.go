package exchange_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"html"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"holdtheline/web/lesson/exchange"
)

var update = flag.Bool("update", false, "write the golden files")

// hostile are texts that mean something to a format, or end what they are in.
var hostile = []string{
	`a = b ~ c # d { e } f : g \ h`, `]]></text><question type="x">`, `<script>alert(1)</script>`, `%50%half`, `[html]<b>x</b>`,
	"two\nlines // and a comment", `-> there`, `::name::`, `// no comment`, `$CATEGORY: x/y`, `####`, `&amp; &lt; "quoted" 'single'`, `{=right ~wrong}`,
	`\`, `\n`, `ends with a backslash \`, `TRUE`, `“typographic” – and ☎ and עברית`,
}

// questions ask with every hostile text in every place.
func questions() []exchange.Question {
	var all []exchange.Question
	for i, text := range hostile {
		other := hostile[(i+1)%len(hostile)]
		all = append(
			all,
			exchange.Question{
				Name: text, Text: []exchange.Part{{exchange.Plain, text}, {exchange.Quote, other}, {exchange.Ask, text}}, Feedback: []string{text, other},
				Answers: []exchange.Answer{{text, 100, other}, {"b " + other, 50, text}, {"c " + text, 0, ""}},
			},
			exchange.Question{
				Name: "many " + text, Text: []exchange.Part{{exchange.Ask, text}}, Many: true,
				Answers: []exchange.Answer{{text, 50, other}, {"b " + other, 50, text}, {"c " + text, -50, text}},
			},
			exchange.Question{
				Name: "match " + text, Text: []exchange.Part{{exchange.Ask, text}}, Feedback: []string{other},
				Pairs: []exchange.Pair{{text, "1 " + other}, {"s " + other, "2 " + text}, {"t", "3 " + text}}, Others: []string{"4 " + text},
			},
		)
	}
	return all
}

// The files that another parser reads too, in web/test.
func TestGolden(t *testing.T) {
	all := questions()
	moodle, err := exchange.Moodle("Hostile / texts", all)
	if err != nil {
		t.Fatal(err)
	}
	wanted, err := json.MarshalIndent(all, "", "\t")
	if err != nil {
		t.Fatal(err)
	}
	for name, got := range map[string][]byte{"hostile.xml": moodle, "hostile.gift.txt": exchange.GIFT("Hostile / texts", all), "hostile.json": append(wanted, '\n')} {
		name = filepath.Join("testdata", name)
		if *update {
			if err := os.WriteFile(name, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("%s has changed; look at it after go test -update", name)
		}
	}
}

type read struct {
	Questions []struct {
		Type string `xml:"type,attr"`
		Name string `xml:"name>text"`
		Text string `xml:"questiontext>text"`
		All  string `xml:"generalfeedback>text"`
		Ans  []struct {
			Fraction string `xml:"fraction,attr"`
			Text     string `xml:"text"`
			Feedback string `xml:"feedback>text"`
		} `xml:"answer"`
		Pairs []struct {
			Text   string `xml:"text"`
			Choice string `xml:"answer>text"`
		} `xml:"subquestion"`
	} `xml:"question"`
}

var tag = regexp.MustCompile(`</?(p|strong|em|blockquote)>`)

// plain is the text of HTML that this package writes.
func plain(t *testing.T, text string) string {
	t.Helper()
	text = tag.ReplaceAllString(text, "")
	if strings.ContainsAny(text, "<>") {
		t.Errorf("%q has markup of its own", text)
	}
	return html.UnescapeString(text)
}

func roundTrip(t *testing.T, all []exchange.Question) {
	t.Helper()
	data, err := exchange.Moodle("c", all)
	if err != nil {
		t.Fatal(err)
	}
	for d := xml.NewDecoder(bytes.NewReader(data)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("not XML: %v\n%s", err, data)
		}
	}
	var got read
	if err := xml.Unmarshal(data, &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Questions) != len(all)+1 || got.Questions[0].Type != "category" {
		t.Fatalf("there are %d questions of %d", len(got.Questions), len(all)+1)
	}
	line := func(s string) string { return strings.Join(strings.Fields(s), " ") }
	for i, want := range all {
		q := got.Questions[i+1]
		text := ""
		for _, p := range want.Text {
			text += p.Text
		}
		if q.Name != line(want.Name) || plain(t, q.Text) != text || plain(t, q.All) != strings.Join(want.Feedback, "") {
			t.Errorf("%q came back as %q: %q", want.Name, q.Name, q.Text)
		}
		if len(q.Ans) != len(want.Answers) || len(q.Pairs) != len(want.Pairs)+len(want.Others) {
			t.Fatalf("%q came back with %d answers and %d pairs", want.Name, len(q.Ans), len(q.Pairs))
		}
		for j, a := range want.Answers {
			if plain(t, q.Ans[j].Text) != a.Text || plain(t, q.Ans[j].Feedback) != a.Feedback {
				t.Errorf("the answer %q came back as %q, %q", a.Text, q.Ans[j].Text, q.Ans[j].Feedback)
			}
		}
		for j, p := range want.Pairs {
			if plain(t, q.Pairs[j].Text) != p.Stem || q.Pairs[j].Choice != line(p.Choice) {
				t.Errorf("the pair %v came back as %q, %q", p, q.Pairs[j].Text, q.Pairs[j].Choice)
			}
		}
	}
}

func TestHostileTextsInMoodle(t *testing.T) { roundTrip(t, questions()) }

func FuzzMoodle(f *testing.F) {
	for _, text := range hostile {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.ContainsFunc(text, func(r rune) bool {
			return r < ' ' || r == 0xFFFE || r == 0xFFFF // XML can't say these
		}) {
			t.Skip("case files have no such text")
		}
		roundTrip(t, []exchange.Question{{
			Name: "n" + text, Text: []exchange.Part{{exchange.Quote, text}}, Feedback: []string{text},
			Answers: []exchange.Answer{{text, 100, text}, {"b", 0, ""}}, Pairs: []exchange.Pair{{text, "x " + text}},
		}})
	})
}

// In GIFT only this package's own characters may mean something: without the escaped
// ones a question has as many of each as its parts need.
func TestHostileTextsInGIFT(t *testing.T) {
	for _, q := range questions() {
		out := string(exchange.GIFT("c", []exchange.Question{q}))
		bare := regexp.MustCompile(`\\.`).ReplaceAllString(out, "")
		for sign, want := range map[string]int{"{": 1, "}": 1, "->": len(q.Pairs) + len(q.Others), "::": 2} {
			if got := strings.Count(bare, sign); got != want {
				t.Errorf("%q has %d of %s, not %d:\n%s", q.Name, got, sign, want, out)
			}
		}
		answers := strings.Count(bare, "\n=") + strings.Count(bare, "\n~")
		if want := len(q.Answers) + len(q.Pairs) + len(q.Others); answers != want {
			t.Errorf("%q has %d answers, not %d:\n%s", q.Name, answers, want, out)
		}
	}
}

func TestFraction(t *testing.T) {
	for p, want := range map[float64]float64{100: 100, 99: 100, 50: 50, 33: 33.33333, -33.4: -33.33333, 0: 0, 100.0 / 7: 14.28571, -100: -100} {
		if got := exchange.Fraction(p); got != want {
			t.Errorf("Fraction(%g) = %g, want %g", p, got, want)
		}
	}
}
