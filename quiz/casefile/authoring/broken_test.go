package authoring_test

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"holdtheline/quiz/casefile/authoring"
)

// template is the case that authors begin with.
const template = "../../cmd/case/template.yaml"

// broken are slips that authors make, and files that mean harm. Each is a change of the
// template, from one text to another; without the first the second is the whole file.
var broken = []struct{ name, from, to string }{
	{"nothing at all", "", ""},
	{"only a comment", "", "# a case\n"},
	{"a list", "", "- one\n- two\n"},
	{"a binary file", "", "\x00\x01\x02\x03"},
	{"not UTF-8", "", "title: caf\xe9\n"},
	{"a page of HTML", "", "<!doctype html>\n<title>Case</title>\n"},
	{"too large", "", "title: " + strings.Repeat("x", 9<<20)},
	{"nested too deep", "", strings.Repeat("[", 10_000)},
	{"laughing aliases", "", "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: [*b, *b, *b, *b]\n"},
	{"too many values", "", "people: [" + strings.Repeat("x, ", 41_000) + "x]\n"},
	{"too many people", "people:\n", "people:\n" + strings.Repeat("  - {name: Jo, role: pupil}\n", 550)},
	{"a tag that makes code", "title: The Snow Day", "title: !!python/object:os.system The Snow Day"},
	{"a text without an end", "summary: A message", "summary: " + strings.Repeat("so long ", 2_000) + "A message"},
	{"two cases in a file", "language: en", "language: en\n---\ntitle: Another"},
	{"a key twice", "language: en", "language: en\nlanguage: de"},
	{"a title with a colon", "title: The Snow Day", "title: The Snow Day: a story"},
	{"a quote not closed", "title: Stay in bed!", "title: \"Stay in bed!"},
	{"a quote closed too soon", "title: Stay in bed!", "title: 'It's snowing'"},
	{"a text that begins with an at sign", "title: Stay in bed!", "title: @jo: Stay in bed!"},
	{"a text that a # cuts off", "title: Stay in bed!", "title: Stay in bed! #snow"},
	{"a tab for spaces", "    author: Jo Baker\n    kind: post", "\tauthor: Jo Baker\n    kind: post"},
	{"a key misspelt", "relies_on: [message]", "relys_on: [message]"},
	{"a kind misspelt", "kind: confession", "kind: confesion"},
	{"a name misspelt", "denied_by: [office]", "denied_by: [ofice]"},
	{"a person that isn't there", "speaks_for: school", "speaks_for: headmaster"},
	{"a date in words", "published: 2021-01-13", "published: 13 January 2021"},
	{"a date in German", "published: 2021-01-13", "published: 13.1.2021"},
	{"a date that can be two", "published: 2021-01-13", "published: 1/2/2021"},
	{"a day that isn't there", "published: 2021-01-13", "published: 2021-02-30"},
	{"a season", "happened: 2021-01-13", "happened: 2021-24"},
	{"a time without a zone", "at: 2021-01-11T20:00:00Z", "at: 2021-01-11T20:00:00"},
	{"a circle of sources", "    kind: post\n    speaker: jo", "    kind: post\n    relies_on: [radio]\n    speaker: jo"},
	{"a claim without anybody who can know", "    known_to: [school]\n", ""},
	{"a claim that nobody asks about", "          - claim: joke\n            hint: Who can know it?\n", ""},
	{"a source that nobody meets", "  - id: sorry\n    title: I am sorry", "  - id: later\n    title: Ten years later\n    kind: retrospective\n    published: 2031\n    reference: A book\n    digest:\n      - text: It snowed.\n  - id: sorry\n    title: I am sorry"},
	{"a verdict that rests on a tab", "    denied_by: [office]", "    denied_by: [office, bus]"},
	{"a year from later", "scene: It is still dark.", "scene: It is still dark. In 1983 nobody knows of 2031."},
	{"known too early", "happened: 2021-01-13\n", "happened: 2021-01-10\n    known: 2021-01-12\n"},
	{"not verified", "kind: agency", "kind: agency\n    unverified: true"},
	{"another stamp than the evidence gives", "    known_to: [jo]", "    known_to: [jo]\n    status:\n      - from: 2021-01-13\n        is: denied\n        because: [sorry]\n        why: No.\n        would_change: Yes."},
	{"a directness that doesn't follow", "kind: agency", "kind: agency\n    directness: firsthand"},
	{"hindsight", "at: 2021-01-11T20:00:00Z", "at: 2021-01-11T20:00:00Z\n        arrivals: [message, office]"},
	{"beats out of order", "at: 2021-01-12T07:00:00Z", "at: 2021-01-10T07:00:00Z"},
	{"too many questions at once", "hint: Read what Jo says now.", "hint: Read what Jo says now.\n          - claim: closed\n          - claim: joke"},
	{"puzzles at the desk", "  - kind: timeline   #", "  - kind: desk   #"},
	{"a belief that isn't there", "language: en", "language: en\nbelief: snow"},
	{"a format of the future", "language: en", "language: en\nformat: 2"},
	{"an id that leads elsewhere", "language: en", "language: en\nid: ../../etc/passwd"},
	{"a picture that isn't there", "kind: agency", "kind: agency\n    picture: {file: gate.jpg, description: A gate., credit: Jo, license: CC-BY-4.0}"},
	{"a picture from elsewhere", "kind: agency", "kind: agency\n    picture: {file: https://example.org/gate.jpg, description: A gate., credit: Jo, license: CC-BY-4.0}"},
	{"a picture out of the folder", "kind: agency", "kind: agency\n    picture: {file: ../../gate.jpg, description: A gate., credit: Jo, license: CC-BY-4.0}"},
	{"a picture that nobody describes", "kind: agency", "kind: agency\n    picture: {file: gate.jpg, credit: Jo, license: CC-BY-4.0}"},
	{"a picture described at length", "kind: agency", "kind: agency\n    picture: {file: gate.jpg, description: " + strings.Repeat("A gate. ", 60) + ", credit: Jo, license: CC-BY-4.0}"},
	{"a licence misspelt", "kind: agency", "kind: agency\n    picture: {file: gate.jpg, description: A gate., credit: Jo, license: CC-BY-SA-4}"},
	{"a file that is not base64", "language: en", "language: en\npictures: {gate.jpg: 'not base64!'}"},
	{"a file that no source shows", "language: en", "language: en\npictures: {gate.jpg: aGVsbG8=}"},
	{"a script in a text", "title: Stay in bed!", "title: <script>alert(1)</script>"},
}

var rewrite = flag.Bool("update", false, "write testdata/broken.txt anew")

// TestBroken compares all messages with those in testdata/broken.txt. The time that the
// hostile ones take is bounded by the limits on bytes, depth, values, items and faults,
// which the first of them reach.
func TestBroken(t *testing.T) {
	whole, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	if len(broken) < 40 {
		t.Errorf("%d cases", len(broken))
	}
	var b strings.Builder
	for _, c := range broken {
		text := c.to
		if c.from != "" {
			if n := strings.Count(string(whole), c.from); n != 1 {
				t.Fatalf("%s: %q stands %d times in the template", c.name, c.from, n)
			}
			text = strings.Replace(string(whole), c.from, c.to, 1)
		}
		r := authoring.Read("case.yaml", []byte(text))
		if (r.Case == nil) != (len(r.Errors) > 0) {
			t.Errorf("%s: a case and errors, or neither", c.name)
		}
		fmt.Fprintf(&b, "== %s\n", c.name)
		for _, p := range append(r.Errors, r.Warnings...) {
			if p.Code == "" || p.Message == "" || p.Next == "" {
				t.Errorf("%s: a problem without code, message or next step: %+v", c.name, p)
			}
			p.Excerpt = ""
			fmt.Fprintf(&b, "%s %s %s\n", p.Severity, p.Code, p)
		}
		if len(r.Errors)+len(r.Warnings) == 0 {
			b.WriteString("fine\n")
		}
	}
	const golden = "testdata/broken.txt"
	if *rewrite {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("the messages are others; run go test ./quiz/casefile/authoring -run TestBroken -update and read the difference\n%s", b.String())
	}
}

// TestKeysOfEditors: what is for editors alone can be written and is in no compiled case.
func TestKeysOfEditors(t *testing.T) {
	whole, err := os.ReadFile(template)
	if err != nil {
		t.Fatal(err)
	}
	text := strings.NewReplacer(
		"language: en", "language: en\nbelief: closed\nnotes: Ask again.",
		"    kind: post\n", "    kind: post\n    notes: Whose board?\n    written: 2021-01-10\n    unverified: true\n",
		"- text: Jo writes", "- unverified: true\n        text: Jo writes",
		"because: [radio]", "because: [radio]\n    notes: Which studio?\n    unverified: true",
		"known_to: [school]", "known_to: [school]\n    notes: Who else?\n    unverified: true",
		"scene: It is still dark.", "notes: Too early?\n        scene: It is still dark.",
	).Replace(string(whole))
	r := authoring.Read("case.yaml", []byte(text))
	if r.Case == nil {
		t.Fatal(r.Errors)
	}
	unverified := 0
	for _, p := range r.Warnings {
		if p.Code == "unverified" {
			unverified++
		}
	}
	if unverified != 4 {
		t.Errorf("%d facts are not verified, want 4:\n%v", unverified, r.Warnings)
	}
	data, err := authoring.JSON(r.Case)
	if err != nil {
		t.Fatal(err)
	}
	compiled := string(data)
	for _, key := range []string{"notes", "unverified", "teacher_note", "Ask again", "Which studio"} {
		if strings.Contains(compiled, key) {
			t.Errorf("players get %q", key)
		}
	}
	for _, want := range []string{`"belief": "closed"`, `"written": "2021-01-10"`} {
		if !strings.Contains(compiled, want) {
			t.Errorf("the compiled case lacks %s", want)
		}
	}
}

// Two people in one interview are two witnesses where each paragraph says who speaks.
func TestWhoSpeaksStandsWithTheParagraph(t *testing.T) {
	const head = "title: Two\nsummary: x y\ncontent_note: Nothing.\nlanguage: en\n" +
		"people:\n  - {id: ann, name: Ann, role: pupil}\n  - {id: ben, name: Ben, role: pupil}\n" +
		"sources:\n  - id: talk\n    title: Two pupils are asked\n    kind: interview\n    published: 2021-03-01\n    reference: Radio\n    digest:\n"
	const tail = "claims:\n  - id: snow\n    text: It has snowed inside the hall.\n    asserted_by: [talk#a, talk#b]\n    known_to: [ann, ben]\n" +
		"events:\n  - {title: They talk, happened: 2021-03-01, because: [talk#a]}\n" +
		"rooms:\n  - kind: desk\n    beats:\n      - at: 2021-03-01\n        scene: Two are asked.\n        ask:\n          - claim: snow\n"
	for parts, want := range map[string]string{
		"      - {id: a, speaker: ann, text: Ann saw the flakes.}\n      - {id: b, speaker: ben, text: Ben made a ball of it.}\n": "real",
		"      - {id: a, speaker: ann, text: Ann saw the flakes.}\n      - {id: b, text: Ben made a ball of it.}\n":               "unconfirmed",
	} {
		r := authoring.Read("case.yaml", []byte(head+parts+tail))
		if r.Draft == nil || len(r.Draft.Claims) != 1 || len(r.Draft.Claims[0].Status) == 0 {
			t.Fatalf("%v", r.Errors)
		}
		if got := r.Draft.Claims[0].Status[0].Is; string(got) != want {
			t.Errorf("%s: %s, want %s", parts, got, want)
		}
	}
}
