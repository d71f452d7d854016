package check_test

import (
	"os"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
)

// Each of these replaces texts of the small case, each by the text after it, so that
// the case no longer follows from its own evidence.
var untrue = []struct {
	name                string
	changes             []string
	path, message, next string
}{
	{
		"denied without a denial",
		[]string{"    denied_by: [office#none]\n", ""},
		"claims[0].status[1].is", `"found" can't be "denied" from 2021-03-03: of those who can know, there is a word for it (photo#found), but none of mira`, "write is: unconfirmed",
	},
	{
		"real in spite of a denial",
		[]string{"        is: denied\n", "        is: real\n"},
		"claims[0].status[1].is", `"found" can't be "real" from 2021-03-03: a side denies it on the record (office#none) and nothing has settled it`, "write is: denied",
	},
	{
		"not known in spite of a confession",
		[]string{"        is: prank\n", "        is: unconfirmed\n"},
		"claims[0].status[2].is", `somebody named says that they made it up (joke#toy)`, "write is: prank",
	},
	{
		"real by the word of one side of two",
		[]string{"known_to: [mira]\n    status:\n      - from: 2021-03-08", "known_to: [mira, vet]\n    status:\n      - from: 2021-03-08"},
		"claims[1].status[0].is", `(home#back), but none of vet`, "write is: unconfirmed",
	},
	{
		"real, and nobody can know",
		[]string{"    known_to: [mira]\n    status:\n      - from: 2021-03-08", "    status:\n      - from: 2021-03-08"},
		"claims[1].status[0].is", "the claim does not say who can know", "write is: unconfirmed",
	},
	{
		"a judgement where there is nothing to judge",
		[]string{"why: Mira saw her at the door.\n", "why: Mira saw her at the door.\n        judgement: We believe her.\n"},
		"claims[1].status[0].judgement", "nothing to judge", "delete it",
	},
	{
		"a judgement without any evidence",
		[]string{"        is: denied\n", "        is: prank\n        judgement: We think so.\n"},
		"claims[0].status[1].is", `no judgement can make "found" "prank" from 2021-03-03`, "write is: denied",
	},
	{
		"a judgement that leaves the rule's answer wrong",
		[]string{"        defensible:\n          denied: 0.5\n", ""},
		"claims[2].status[1].judgement", `the rule gives "denied" here`, "add denied: 0.5 to defensible",
	},
	{
		"no judgement",
		[]string{"        judgement: The photo shows a tail and no cat, so it is hardly a denial.\n", ""},
		"claims[2].status[1].is", `"away" can't be "unconfirmed" from 2021-03-02T16:30:00Z`, "say in judgement why",
	},
	{
		"what nobody can defend",
		[]string{"          real: 0.5\n", "          real: 0.5\n          prank: 0.5\n"},
		"claims[0].status[0].defensible.prank", `nobody can defend "prank" from 2021-03-02`, "delete it",
	},
	{
		"the deciding word is not cited",
		[]string{"because: [joke#toy, paper#update]", "because: [paper#update]"},
		"claims[0].status[2].because", `cites nothing that makes it "prank"`, "cite joke#toy",
	},
	{
		"a status without anything new",
		[]string{"      - from: 2021-03-08\n", "      - from: 2021-03-10\n"},
		"claims[1].status[0].from", "nothing that this cites came out on the day on which it begins (2021-03-10)", "the newest thing",
	},
	{
		"news without a status",
		[]string{"      - from: 2021-03-04\n        is: real\n        because: [joke#toy, notice#gone]\n        why: Tom has taken it back.\n        would_change: The cat herself.\n", ""},
		"claims[2].status[1].from", `no status begins when "joke#toy" comes out (2021-03-04), but from then on "away" is "real" and not "denied"`, "add a status from 2021-03-04",
	},
	{
		"news that no status takes in",
		[]string{"      - from: 2021-03-03\n        is: denied\n        because: [office#none]\n        why: The office says no. Nobody else has seen her.\n        would_change: The cat herself.\n", ""},
		"claims[0].status[0].from", `when "office#none" comes out (2021-03-03), but from then on "found" is "denied" and not "unconfirmed"`, "add a status from 2021-03-03",
	},
	{
		"nobody's word",
		[]string{"    speaker: tom\n    reference: Message board of Hillside School\n    digest:\n      - id: found", "    reference: Message board of Hillside School\n    digest:\n      - id: found"},
		"claims[0].asserted_by[1]", `"paper#report" is nobody's word, and nothing that it relies on stands at asserted_by`, "say whose word it is",
	},
	{
		"a report of the other side",
		[]string{"denied_by: [office#none]", "denied_by: [office#none, paper#box]"},
		"claims[0].denied_by[1]", `"paper#box" is nobody's word`, "correct what it relies on",
	},
	{
		"a word that says two things",
		[]string{"denied_by: [office#none]", "denied_by: [office#none, photo#found]"},
		"claims[0].denied_by[1]", `"photo#found" stands at asserted_by of this claim as well`, "keep it at what it says",
	},
	{
		"one side's word with one origin, said both ways",
		[]string{
			"denied_by: [photo#found]\n    settled_by: [joke#toy]\n    related: [vet#none, office#none]", "denied_by: [copy#none]\n    related: [vet#none, office#none]",
			"  - id: photo\n", "  - id: copy\n    title: The same again\n    kind: post\n    published: 2021-03-02T17:00:00Z\n    dated_by: stated\n    directness: firsthand\n    relies_on: [notice]\n    speaker: mira\n    reference: Notice board\n    digest:\n      - id: none\n        text: She is still here.\n  - id: photo\n",
		},
		"claims[2].denied_by[0]", `"copy#none" and "notice#gone" are one side's word with one origin`, "keep both at what they say",
	},
	{
		"settled without a denial",
		[]string{"    denied_by: [photo#found]\n", ""},
		"claims[2].settled_by", `"joke#toy" settles a denial, and nobody denies this claim`, "delete this",
	},

	{
		"too close",
		[]string{"directness: secondhand", "directness: firsthand"},
		"sources[2].directness", `"paper" can't be "firsthand": it reports what others said, so it is "secondhand"`, "write directness: secondhand",
	},
	{
		"too far",
		[]string{"directness: official", "directness: retold"},
		"sources[4].directness", `"office" can't be "retold": it is a statement in which nobody speaks in person`, "write directness: official",
	},
	{
		"further than a judgement can put it",
		[]string{"directness: official", "directness: retold\n    judgement: We have not seen the letter."},
		"sources[4].directness", `one step further away than the rule does ("official"), and no more`, "write directness: official",
	},
	{
		"closer by judgement",
		[]string{"directness: official", "directness: firsthand\n    judgement: They must know."},
		"sources[4].directness", "one step further away", "write directness: official",
	},
	{
		"nothing to judge about a source",
		[]string{"directness: official", "directness: official\n    judgement: They must know."},
		"sources[4].judgement", "nothing to judge", "delete it",
	},
	{
		"in person and through an office",
		[]string{"    speaks_for: school\n", "    speaks_for: school\n    speaker: tom\n"},
		"sources[4].speaks_for", "at once", "keep one of the two",
	},
	{
		"another than its author speaks",
		[]string{"    speaker: tom\n    reference: Message board of Hillside School\n    digest:\n      - id: found", "    speaker: mira\n    reference: Message board of Hillside School\n    digest:\n      - id: found"},
		"sources[1].speaker", `"photo" is by Tom Lindqvist, so it can't be "mira" who speaks in it`, "name one of tom",
	},
	{
		"for its own author",
		[]string{"    speaker: tom\n    reference: Message board of Hillside School\n    digest:\n      - id: found", "    speaks_for: tom\n    reference: Message board of Hillside School\n    digest:\n      - id: found"},
		"sources[1].speaks_for", `is by Tom Lindqvist in person, so nobody speaks for "tom" in it`, "write speaker: tom",
	},
	{
		"a report as somebody's word",
		[]string{"directness: secondhand\n", "directness: secondhand\n    speaks_for: school\n"},
		"sources[2].speaks_for", `of the kind "article" reports`, "delete it",
	},
	{
		"a report as one person's word",
		[]string{"directness: secondhand\n", "directness: secondhand\n    speaker: tom\n"},
		"sources[2].speaker", `of the kind "article" reports`, "delete it",
	},

	{
		"a clue that tells nothing",
		[]string{"            tells: photo-taken\n            how: yesterday\n", ""},
		"rooms[2].puzzles[0].clues[0].tells", `a clue needs the key "tells"`, "add it",
	},
	{
		"a clue that says only which event",
		[]string{"            how: yesterday\n", ""},
		"rooms[2].puzzles[0].clues[0].how", `the key "how" is missing`, "choose one of knows, knows-not",
	},
	{
		"a clue that says only how",
		[]string{"            tells: photo-taken\n", ""},
		"rooms[2].puzzles[0].clues[0].tells", "but not of which", "add the event",
	},
	{
		"a clue that gives nothing away",
		[]string{"tells: photo-taken\n            how: yesterday", "tells: leaves\n            how: this-year"},
		"rooms[2].puzzles[0].clues[0]", `"found the school cat yesterday" rules out none of the windows`, "make it a decoy",
	},
	{
		"a clue against the date",
		[]string{"tells: photo-taken\n            how: yesterday", "tells: sorry\n            how: yesterday"},
		"rooms[2].puzzles[0].clues[0].tells", "speaks against the right window (2021-03-03)", "correct",
	},
	{
		"clues that leave two windows",
		[]string{"tells: photo-taken\n            how: yesterday", "tells: toy-placed\n            how: within-week\n"},
		"rooms[2].puzzles[0].clues", "more than one window: 2021-03-01/2021-03-02, 2021-03-03, 2021-03-04/2021-03-05", "tells them apart",
	},
	{
		"a decoy that is a clue",
		[]string{"phrase: twice a week\n", "phrase: twice a week\n            tells: denial\n            how: knows-not\n"},
		"rooms[2].puzzles[0].decoys[0]", `"twice a week" is no decoy: it rules out 2021-03-04/2021-03-05`, "make it a clue",
	},
	{
		"a card without weight",
		[]string{"        sources: [photo, paper, radio, office]", "        sources: [photo, paper, radio, home]"},
		"rooms[2].puzzles[2].sources[3]", `"home" says nothing on the claim "found"`, "choose another card",
	},
	{
		"cards for another claim",
		[]string{"        claim: found\n        sources: [photo, paper, radio, office]", "        claim: home\n        sources: [photo, paper, radio, office]"},
		"rooms[2].puzzles[2].sources[0]", `"photo" says nothing on the claim "home"`, "choose another card or claim",
	},

	{"nobody of that name can know", []string{"known_to: [tom, mira]", "known_to: [tom, mirra]"}, "claims[0].known_to[1]", `no person "mirra"`, `did you mean "mira"?`},
	{"nobody of that name could be fooled", []string{"could_be_fooled: [school]", "could_be_fooled: [scool]"}, "claims[2].could_be_fooled[0]", `no person "scool"`, `did you mean "school"?`},
	{"nobody of that name speaks", []string{"speaks_for: school", "speaks_for: scool"}, "sources[4].speaks_for", `no person "scool"`, `did you mean "school"?`},
	{"nobody of that name is heard", []string{"    speaker: vet", "    speaker: vat"}, "sources[5].speaker", `no person "vat"`, `did you mean "vet"?`},
	{"a denial that isn't there", []string{"denied_by: [office#none]", "denied_by: [office#nonne]"}, "claims[0].denied_by[0]", `no paragraph "nonne"`, `did you mean "none"?`},
	{"a settlement that isn't there", []string{"settled_by: [joke#toy]", "settled_by: [joke]"}, "claims[2].settled_by[0]", `no paragraph of it`, "name the paragraph"},
	{"an explanation that isn't there", []string{"explained_by: [joke#toy]", "explained_by: [joke#toys]"}, "claims[0].explained_by[0]", `no paragraph "toys"`, `did you mean "toy"?`},
	{"a relation that isn't there", []string{"related: [vet#none, office#none]", "related: [vet#none, vet#none]"}, "claims[2].related[1]", "twice", "delete one"},
	{"an event that isn't there", []string{"tells: photo-taken", "tells: photo-take"}, "rooms[2].puzzles[0].clues[0].tells", `no event "photo-take"`, `did you mean "photo-taken"?`},
	{"a decoy's event that isn't there", []string{"phrase: twice a week\n", "phrase: twice a week\n            tells: denyal\n            how: knows\n"}, "rooms[2].puzzles[0].decoys[0].tells", `no event "denyal"`, `did you mean "denial"?`},
	{"a way of telling that isn't there", []string{"how: yesterday", "how: yesterdays"}, "rooms[2].puzzles[0].clues[0].how", `no "yesterdays"`, `did you mean "yesterday"?`},
}

func TestTruthReportsWhatDoesNotFollow(t *testing.T) {
	for _, test := range untrue {
		t.Run(test.name, func(t *testing.T) {
			_, problems := authoring.Load("case.yaml", []byte(changed(t, test.changes...)))
			for _, p := range problems {
				if p.Path == test.path && strings.Contains(p.Message, test.message) && strings.Contains(p.Next, test.next) && p.Line > 0 {
					return
				}
			}
			t.Errorf("nothing at %s says %q and what to do next, %q, in:\n%v", test.path, test.message, test.next, problems)
		})
	}
}

// changed returns the small case with every text replaced by the one after it.
func changed(t *testing.T, changes ...string) string {
	t.Helper()
	data, err := os.ReadFile("../casefile/testdata/lost-cat.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	for i := 0; i < len(changes); i += 2 {
		if n := strings.Count(text, changes[i]); n != 1 {
			t.Fatalf("%q stands %d times in the case", changes[i], n)
		}
		text = strings.Replace(text, changes[i], changes[i+1], 1)
	}
	return text
}

// sound returns the small case as its author wrote it.
func sound(t *testing.T) *casefile.Case {
	t.Helper()
	c, problems := authoring.Load("case.yaml", []byte(changed(t)))
	if c == nil {
		t.Fatal(problems)
	}
	return c
}

func TestSoundCaseFollowsFromItsEvidence(t *testing.T) {
	c := sound(t)
	if problems := check.Truth(c); len(problems) > 0 {
		t.Error(problems)
	}
	if statuses, sources := check.Judgements(c); statuses != 1 || sources != 0 {
		t.Errorf("%d statuses and %d sources rest on judgement", statuses, sources)
	}
}

// One slip gives one problem: an unknown name is reported elsewhere.
func TestTruthSkipsCasesWithUnknownNames(t *testing.T) {
	for name, spoil := range map[string]func(c *casefile.Case){
		"relies_on":   func(c *casefile.Case) { c.Sources[2].ReliesOn[0] = "dog" },
		"speaker":     func(c *casefile.Case) { c.Sources[0].Speaker = "dog" },
		"known_to":    func(c *casefile.Case) { c.Claims[0].KnownTo[0] = "dog" },
		"asserted_by": func(c *casefile.Case) { c.Claims[0].AssertedBy[0] = "dog#none" },
		"because":     func(c *casefile.Case) { c.Claims[0].Status[0].Because[0] = "photo#dog" },
	} {
		c := sound(t)
		spoil(c)
		if problems := check.Truth(c); len(problems) > 0 {
			t.Errorf("%s: %v", name, problems)
		}
	}
	if problems := check.Truth(&casefile.Case{Claims: []casefile.Claim{{Status: []casefile.Status{{}}}}}); len(problems) == 0 {
		t.Error("a status without a stamp passes")
	}
}

// A later part of a page can't be older than the page, so a phrase that only rules
// that out gives nothing away.
func TestAgeOfThePageIsNotAClue(t *testing.T) {
	c := sound(t)
	p := &c.Rooms[2].Puzzles[0]
	p.Source = "paper#update"
	p.Clues = []casefile.Clue{{In: "paper#update", Phrase: "the tail belongs to a toy", Tells: "sorry", How: casefile.Knows}}
	p.Decoys = []casefile.Clue{{In: "paper#update", Phrase: "The tail", Tells: "photo-taken", How: casefile.Knows}}
	if problems := check.Truth(c); len(problems) > 0 {
		t.Error(problems)
	}
	p.Decoys[0].Tells = "sorry"
	if problems := check.Truth(c); len(problems) != 1 || !strings.Contains(problems[0].Message, "no decoy") {
		t.Errorf("a decoy that tells two parts of a page apart: %v", problems)
	}
}
