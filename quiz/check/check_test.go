package check_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
)

const base = "../casefile/testdata/lost-cat.yaml"

func readBase(t testing.TB) string {
	t.Helper()
	data, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func loadBase(t testing.TB) *casefile.Case {
	t.Helper()
	c, problems := authoring.Load(base, []byte(readBase(t)))
	if len(problems) > 0 {
		t.Fatalf("the base case has problems:\n%v", problems)
	}
	return c
}

// mutate replaces the one occurrence of old. If old has the form "mark§text", text
// is searched for after mark.
func mutate(t *testing.T, text, old, replacement string) string {
	t.Helper()
	head := ""
	if before, after, ok := strings.Cut(old, "§"); ok {
		i := strings.Index(text, before)
		if i < 0 {
			t.Fatalf("%q is not in the base case", before)
		}
		i += len(before)
		head, text, old = text[:i], text[i:], after
	} else if strings.Count(text, old) != 1 {
		t.Fatalf("%q occurs %d times in the base case", old, strings.Count(text, old))
	}
	if !strings.Contains(text, old) {
		t.Fatalf("%q is not in the base case", old)
	}
	return head + strings.Replace(text, old, replacement, 1)
}

// everything returns the errors and warnings of a case.
func everything(text string) casefile.Problems {
	r := authoring.Read("case.yaml", []byte(text))
	return append(r.Errors, r.Warnings...)
}

// long returns a sentence of a number of words.
func long(words int) string { return strings.Repeat("so ", words-1) + "so." }

// checks has one entry or more for every check: a change, and the problem that it
// has to cause, with its path and line.
var checks = []struct {
	name, old, new string
	path           string
	line           string // a text in the line that the problem points at
	message, next  string
}{
	{"format of the future", "format: 1", "format: 2", "format", "format: 2", "this program reads 1", "write format: 1"},
	{"format of no version", "format: 1", "format: 0", "format", "format: 0", "this program reads 1", "write format: 1"},
	{"language", "language: en", "language: english language", "language", "language:", "not a language tag", "en-GB"},
	{"licence", "license: CC0-1.0", "license: do what you want", "license", "license:", "not an SPDX expression", "CC-BY-4.0"},
	{"lesson shorter than quick", "lesson: 6", "lesson: 2", "minutes.lesson", "lesson: 2", "less time than the quick", "larger number"},
	{"full shorter than lesson", "full: 10", "full: 5", "minutes.full", "full: 5", "less time than the lesson", "larger number"},
	{"stamp for no verdict", "prank:\n    name: A joke", "hoax:\n    name: A joke", "stamps.hoax", "hoax:", `no "hoax"`, "choose one of"},
	{"stamp without a meaning", "means: somebody named has said that it was a joke, and that explains what both sides say.", "means: 7", "stamps.prank.means", "means: 7", "should be text", "quotes"},
	{"stamp too long", "name: A joke", "name: A joke that went much too far", "stamps.prank.name", "A joke that", "do not fit on a stamp", "shorter"},
	{"two stamps with one name", "prank:\n    name: A joke", "real:\n    name: a JOKE\n    means: it is one.\n  prank:\n    name: A joke", "stamps.real.name", "a JOKE", "the same name", "its own name"},
	{"clock without an offset", `"+01:00"`, "noon", "clocks[0].offset", "noon", "not an offset", "-05:00"},
	{"two clocks in one city", `offset: "+01:00"`, "offset: \"+01:00\"\n  - city: Hillside\n    offset: \"+02:00\"", "clocks[1].city", "Hillside", "two clocks", "keep one"},
	{"a test with lengths", "license: CC0-1.0", "license: CC0-1.0\nform: a", "minutes", "minutes:", "equally long", "one length"},
	{"no minutes", "quick: 3", "quick: 0", "minutes.quick", "quick: 0", "more than 0", "whole number"},
	{"weight of nothing", "weight: 2", "weight: 0", "rooms[0].beats[1].ask[0].weight", "weight: 0", "more than 0", "number"},
	{"weight near the largest number", "weight: 2", "weight: 1.7e308", "rooms[0].beats[1].ask[0].weight", "weight: 1.7e308", "a weight has to be from 0.01 to 100", "1.5"},
	{"weight too large", "weight: 2", "weight: 100.5", "rooms[0].beats[1].ask[0].weight", "weight: 100.5", "from 0.01 to 100", "1.5"},
	{"weight too small", "weight: 2", "weight: 1e-300", "rooms[0].beats[1].ask[0].weight", "weight: 1e-300", "from 0.01 to 100", "1.5"},
	{"negative weight", "weight: 2", "weight: -1.5", "rooms[0].beats[1].ask[0].weight", "weight: -1.5", "more than 0", "number"},

	{"id of the case", "id: lost-cat", "id: Lost Cat", "id", "id: Lost Cat", "not an id", "small letters"},
	{"id with a double hyphen", "id: toy-placed", "id: toy--placed", "events[1].id", "id: toy--placed", "not an id", "single hyphens"},
	{"source twice", "id: radio\n    title", "id: photo\n    title", "sources[3].id", "id: photo", "taken by sources[1].id", "another id"},
	{"person twice", "id: tom", "id: mira", "people[1].id", "id: mira", "taken by", "another id"},
	{"event twice", "id: sorry", "id: denial", "events[4].id", "id: denial", "taken by", "another id"},
	{"claim twice", "id: home\n    text", "id: found\n    text", "claims[1].id", "id: found", "taken by", "another id"},
	{"point twice", "id: seen-last", "id: library", "points[3].id", "id: library", "taken by", "another id"},
	{"paragraph twice", "id: box", "id: report", "sources[2].digest[1].id", "id: report", "taken by sources[2].digest[0].id", "another id"},
	{"puzzle named like a beat", "id: order-known", "id: tuesday", "rooms[1].puzzles[1].id", "id: tuesday", "taken by rooms[0].beats[0].id", "another id"},
	{"ask named like a room", "id: found-tuesday", "id: desk", "rooms[0].beats[0].ask[0].id", "id: desk", "taken by rooms[0].id", "another id"},
	{"room named like the debrief", "id: retelling\n", "id: debrief\n", "rooms[3].id", "id: debrief", "taken by every case", "another id"},

	{"relies on nothing known", "relies_on: [photo]", "relies_on: [foto]", "sources[2].relies_on[0]", "[foto]", `no source "foto"`, `did you mean "photo"?`},
	{"cites an unknown source", "because: [home#back]\n\nclaims", "because: [hoem#back]\n\nclaims", "events[5].because[0]", "hoem#back", `no source "hoem"`, `did you mean "home#back"?`},
	{"cites an unknown paragraph", "asserted_by: [photo#found, ", "asserted_by: [photo#fuond, ", "claims[0].asserted_by[0]", "asserted_by", `no paragraph "fuond"`, `did you mean "found"?`},
	{"cites no paragraph", "because: [office#none]\n  - id: sorry", "because: [office]\n  - id: sorry", "events[3].because[0]", "because: [office]", "no paragraph of it", "office#none"},
	{"cites the same twice", "by: [home#back, notice#gone]", "by: [home#back, home#back]", "points[1].answers[0].by[1]", "by: [home#back, home#back]", "twice", "delete one"},
	{"unknown event after", "after: [toy-placed]\n    because: [photo", "after: [toy-place]\n    because: [photo", "events[2].after[0]", "after: [toy-place]", `no event "toy-place"`, `did you mean "toy-placed"?`},
	{"unknown event known after", "known_after: [toy-placed]", "known_after: [zzz]", "events[4].known_after[0]", "known_after: [zzz]", `no event "zzz"`, "choose one of"},
	{"unknown claim asked", "id: found-tuesday\n            claim: found", "id: found-tuesday\n            claim: fuond", "rooms[0].beats[0].ask[0].claim", "claim: fuond", `no claim "fuond"`, `did you mean "found"?`},
	{"unknown arrival", "arrivals: [notice, photo]", "arrivals: [notice, foto]", "rooms[0].beats[0].arrivals[1]", "[notice, foto]", `no source "foto"`, `did you mean "photo"?`},
	{"unknown part arrives", `"paper#update"]`, `"paper#updaet"]`, "rooms[0].beats[2].arrivals[1]", "paper#updaet", `no paragraph "updaet"`, `did you mean "update"?`},
	{"unknown tab", "tabs: [vet]", "tabs: [wet]", "rooms[0].beats[0].tabs[0]", "[wet]", `no source "wet"`, `did you mean "vet"?`},
	{"unknown card", "events: [leaves, toy-placed, photo-taken, denial, return]", "events: [leave, toy-placed, photo-taken, denial, return]", "rooms[1].puzzles[1].events[0]", "[leave, ", `no event "leave"`, `did you mean "leaves"?`},
	{"card twice", "events: [leaves, toy-placed, photo-taken, denial, return]", "events: [leaves, leaves, photo-taken, denial, return]", "rooms[1].puzzles[1].events[1]", "[leaves, leaves", "twice", "delete one"},
	{"unknown claim traced", "hint: Follow it back.\n        claim: found", "hint: Follow it back.\n        claim: fund", "rooms[2].puzzles[1].claim", "claim: fund", `no claim "fund"`, `did you mean "found"?`},
	{"unknown source dated", "source: paper\n", "source: papre\n", "rooms[2].puzzles[0].source", "papre", `no source "papre"`, `did you mean "paper"?`},
	{"unknown source traced", "source: radio\n", "source: ratio\n", "rooms[2].puzzles[1].source", "ratio", `no source "ratio"`, `did you mean "radio"?`},
	{"unknown weight", "sources: [photo, paper, radio, office]", "sources: [photo, paper, radio, offices]", "rooms[2].puzzles[2].sources[3]", "offices", `no source "offices"`, `did you mean "office"?`},
	{"unknown point", "points: [library, seen-last]", "points: [libary, seen-last]", "rooms[2].puzzles[3].points[0]", "libary", `no point "libary"`, `did you mean "library"?`},
	{"a claim that stands on the desk", "text: Biscuit is back.", "text: Biscuit waited at the kitchen door in the morning.", "rooms[0].beats[3].ask[0].claim", "claim: home", "nearly word for word (home#back)", "worked out"},
	{"a page to date that has come in", "arrivals: [radio, office]", "arrivals: [paper, radio, office]", "rooms[2].puzzles[0].source", "source: paper", `"paper" comes in at the beat "wednesday"`, "has not shown"},
	{"unknown clue", "- in: paper#report", "- in: paper#rapport", "rooms[2].puzzles[0].clues[0].in", "rapport", `no paragraph "rapport"`, `did you mean "report"?`},
	{"unknown decoy", "- in: paper#box", "- in: paper#fox", "rooms[2].puzzles[0].decoys[0].in", "paper#fox", `no paragraph "fox"`, `did you mean "box"?`},

	{"circle of sources", "published: 2021-03-02T16:30:00Z\n", "published: 2021-03-02T16:30:00Z\n    relies_on: [radio]\n", "sources[1].relies_on[0]", "relies_on: [radio]", "in a circle", "direction"},
	{"source on itself", "relies_on: [photo]", "relies_on: [paper]", "sources[2].relies_on[0]", "relies_on: [paper]", "in a circle", "direction"},
	{"rests on what came later", "relies_on: [paper]", "relies_on: [paper, home]", "sources[3].relies_on[1]", "[paper, home]", "came out later (2021-03-08)", "correct a date"},
	{"source that never came out", "published: 2021-03-01\n", "published: 2021-03-01/..\n", "sources[0].published", "2021-03-01/..", "has no end", "latest day"},
	{"update before its source", "belongs to a toy.\n        at: 2021-03-04", "belongs to a toy.\n        at: 2021-03-01", "sources[2].digest[2].at", "at: 2021-03-01", "before its source came out", "correct one"},

	{"known before it happened", "known: 2021-03-03\n", "known: 2021-03-02\n", "events[3].known", "known: 2021-03-02", "before it happened (2021-03-03)", "correct one"},
	{"after itself", "after: [toy-placed]\n    because: [photo", "after: [photo-taken]\n    because: [photo", "events[2].after[0]", "after: [photo-taken]", "after itself", "delete it"},
	{"after against the dates", "after: [toy-placed]\n    because: [photo", "after: [return]\n    because: [photo", "events[2].after[0]", "after: [return]", `"return" happened later (2021-03-08)`, "correct a date"},
	{"known after against the dates", "known_after: [toy-placed]", "known_after: [return]", "events[4].known_after[0]", "known_after: [return]", `"return" became known later`, "correct a date"},
	{"circle of after", "known: 2021-03-04\n    because", "known: 2021-03-04\n    after: [photo-taken]\n    because", "events[1].after[0]", "after: [photo-taken]", "by other orders and dates", "follow the dates"},
	{"circle of known after", "known: 2021-03-04\n    because", "known: 2021-03-04\n    known_after: [sorry]\n    because", "events[1].known_after[0]", "known_after: [sorry]", "by other orders and dates", "follow the dates"},

	{"status before the one above", "- from: 2021-03-03", "- from: 2021-03-01", "claims[0].status[1].from", "- from: 2021-03-01", "before the one above it (2021-03-02)", "time order"},
	{"status on the same day", "- from: 2021-03-03", "- from: 2021-03-02", "claims[0].status[1].from", "§- from: 2021-03-02", "nobody can say whether", "time of day"},
	{"open status", "- from: 2021-03-03", "- from: 2021-03-03/..", "claims[0].status[1].from", "2021-03-03/..", "open", "beginning and an end"},
	{"status cites the future", "because: [office#none]\n        why", "because: [joke#toy]\n        why", "claims[0].status[1].because[0]", "because: [joke#toy]", "hindsight", "cite something from before"},
	{"status cites a later update", "because: [office#none]\n        why", "because: [paper#update]\n        why", "claims[0].status[1].because[0]", "because: [paper#update]", "hindsight", "cite something from before"},
	{"right answer defensible", "real: 0.5", "unconfirmed: 0.5", "claims[0].status[0].defensible.unconfirmed", "unconfirmed: 0.5", "the right answer here", "always marks 1"},
	{"defensible as good as right", "real: 0.5", "real: 1", "claims[0].status[0].defensible.real", "real: 1", "the mark of a defensible answer is 1", "between 0 and 1"},
	{"defensible for nothing", "real: 0.5", "real: 0", "claims[0].status[0].defensible.real", "real: 0", "the mark of a defensible answer is 0", "between 0 and 1"},
	{"defensible unknown", "real: 0.5", "reel: 0.5", "claims[0].status[0].defensible.reel", "reel: 0.5", `no "reel"`, `did you mean "real"?`},
	{"paragraph at two answers", "by: [office#none, joke#toy]", "by: [office#none, photo#found]", "points[2].answers[1].by[1]", "office#none, photo#found", "at two answers", "keep it at the answer"},

	{"beats out of order", "at: 2021-03-04\n        scene", "at: 2021-03-02\n        scene", "rooms[0].beats[2].at", "at: 2021-03-02", "earlier than the one above it (2021-03-03)", "time order"},
	{"beat without an end", "at: 2021-03-08\n        scene", "at: 2021-03-08/..\n        scene", "rooms[0].beats[3].at", "2021-03-08/..", "open", "beginning and an end"},
	{"arrival from the future", "arrivals: [notice, photo]", "arrivals: [notice, photo, office]", "rooms[0].beats[0].arrivals[2]", "arrivals: [notice, photo, office]", "hindsight", "from before"},
	{"update from the future", "arrivals: [radio, office]", "arrivals: [paper#update, radio, office]", "rooms[0].beats[1].arrivals[0]", "arrivals: [paper#update", "hindsight", "from before"},
	{"arrival later on the same day", "at: 2021-03-02T18:00:00Z", "at: 2021-03-02T16:00:00Z", "rooms[0].beats[0].arrivals[1]", "arrivals: [notice, photo]", "hindsight", "from before"},
	{"status rests on what is not yet public at the beat", "at: 2021-03-02T18:00:00Z", "at: 2021-03-02T16:00:00Z", "rooms[0].beats[0].ask[0].claim", "claim: found", "hindsight", "from before"},
	{"comes in twice", "arrivals: [home]", "arrivals: [home, notice]", "rooms[0].beats[3].arrivals[1]", "[home, notice]", "has come in before", "stays on the desk"},
	{"tab comes in", "arrivals: [home]", "arrivals: [home, vet]", "rooms[0].beats[3].arrivals[1]", "[home, vet]", "can't come in by itself", "delete tab: true"},
	{"tab not marked", "    tab: true\n", "    tab: false\n", "rooms[0].beats[0].tabs[0]", "tabs: [vet]", "not marked as a tab", "tab: true"},
	{"tab without a lead", "    lead: Has the vet seen Biscuit?\n", "", "sources[5].lead", "- id: vet", "has no lead", "question"},
	{"tab from the future", "published: 2021-03-02\n    dated_by: stated\n    directness: firsthand\n    reference: Answer", "published: 2021-03-05\n    dated_by: stated\n    directness: firsthand\n    reference: Answer", "rooms[0].beats[0].tabs[0]", "tabs: [vet]", "hindsight", "from before"},
	{"asked too early", "id: found-thursday\n            claim: found", "id: found-thursday\n            claim: home", "rooms[0].beats[2].ask[0].claim", "claim: home", "no status yet", "ask later"},
	{"asked twice", "hint: Who else has seen her?", "hint: Who else has seen her?\n          - id: again\n            claim: found\n            hint: Look again.", "rooms[0].beats[0].ask[1].claim", "claim: found", "twice", "another claim"},
	{"asked too much", "hint: Who wrote the notice?", "hint: Who wrote the notice?\n          - id: b\n            claim: found\n            hint: Look.\n          - id: c\n            claim: found\n            hint: Look.", "rooms[0].beats[3].ask[2]", "- id: c", "one or two verdicts, this one for 3", "another beat"},
	{"nothing asked", "        ask:\n          - id: home-monday\n            claim: home\n            hint: Who wrote the notice?\n", "        ask: []\n", "rooms[0].beats[3].ask", "ask: []", "empty list", "at least one"},

	{"desk with puzzles", "    title: The Desk\n", "    title: The Desk\n    puzzles: [{id: x, kind: slips, title: X, prompt: X, why: X, hint: X, source: memory, points: [how-long, where]}]\n", "rooms[0].puzzles", "puzzles: [{id: x", "beats and no puzzles", "another kind"},
	{"timeline with beats", "kind: desk", "kind: timeline", "rooms[0].beats", "beats:", "only a desk has beats", "the desk"},
	{"desk without beats", "kind: timeline\n", "kind: desk\n", "rooms[1].beats", "- id: timeline", `"beats" is missing`, "add"},
	{"room of the wrong kind for its puzzles", "kind: timeline\n", "kind: desk\n", "rooms[1].puzzles", "puzzles:", "beats and no puzzles", "another kind"},

	{"key of another kind", "        axis: known\n", "        axis: known\n        at: 2021-03-03\n", "rooms[1].puzzles[1].at", "at: 2021-03-03", `no key "at"`, "delete it"},
	{"key missing for the kind", "        source: memory\n", "", "rooms[3].puzzles[0].source", "id: slips-memory", `needs the key "source"`, "add it"},
	{"a season", "happened: 2021-02-28", "happened: 2021-21", "events[0].happened", "2021-21", "no month: 21 to 24 stand for seasons", "2021-03/2021-05"},
	{"written after it came out", "published: 2021-03-03\n    dated_by: inferred", "written: 2021-03-05\n    published: 2021-03-03\n    dated_by: inferred", "sources[2].written", "written:", "after it came out", "correct one"},
	{"two words in a paragraph", "id: toy\n        text", "id: toy\n        speaker: tom\n        speaks_for: mira\n        text", "sources[6].digest[0].speaks_for", "speaks_for: mira", "at once", "keep one"},
	{"a report that is somebody's word", "id: report\n        text", "id: report\n        speaker: tom\n        text", "sources[2].digest[0].speaker", "speaker: tom", "no part of it is anybody's own word", "said_by"},
	{"no clue", "        clues:\n          - in: paper#report\n            phrase: found the school cat yesterday\n            tells: photo-taken\n            how: yesterday\n            why: The message came the day before.\n", "", "rooms[2].puzzles[0].clues", "id: date-paper", `needs the key "clues"`, "add it"},

	{"too few cards", "events: [leaves, toy-placed, photo-taken, denial, return]", "events: [leaves, toy-placed, photo-taken, return]", "rooms[1].puzzles[1].events", "events: [leaves, toy-placed, photo-taken, return]", "at least 5", "add 1 more"},
	{"too few to weigh", "sources: [photo, paper, radio, office]", "sources: [photo, paper]", "rooms[2].puzzles[2].sources", "sources: [photo, paper]", "at least 3", "add 1 more"},
	{"nothing to weigh", "sources: [photo, paper, radio, office]", "sources: [photo, joke, home]", "rooms[2].puzzles[2].sources", "sources: [photo, joke, home]", "equally direct", "two degrees"},

	{"windows out of order", "windows: [2021-03-01/2021-03-02, 2021-03-03, 2021-03-04/2021-03-05]", "windows: [2021-03-03, 2021-03-01/2021-03-02]", "rooms[2].puzzles[0].windows[1]", "windows:", "does not come after", "time order"},
	{"windows overlapping", "windows: [2021-03-01/2021-03-02, 2021-03-03, 2021-03-04/2021-03-05]", "windows: [2021-03-01/2021-03-03, 2021-03-03]", "rooms[2].puzzles[0].windows[1]", "windows:", "does not come after", "time order"},
	{"open window", "windows: [2021-03-01/2021-03-02, 2021-03-03, 2021-03-04/2021-03-05]", "windows: [2021-03-01/2021-03-02, 2021-03-03/..]", "rooms[2].puzzles[0].windows[1]", "windows:", "open", "beginning and an end"},
	{"no right window", "windows: [2021-03-01/2021-03-02, 2021-03-03, 2021-03-04/2021-03-05]", "windows: [2021-03-01/2021-03-02, 2021-03-04/2021-03-05]", "rooms[2].puzzles[0].windows", "windows:", "lies in 0 of the windows", "exactly one"},
	{"one window", "windows: [2021-03-01/2021-03-02, 2021-03-03, 2021-03-04/2021-03-05]", "windows: [2021-03-03]", "rooms[2].puzzles[0].windows", "windows:", "at least 2", "add 1 more"},
	{"clue not in the text", "phrase: found the school cat yesterday", "phrase: found the school dog yesterday", "rooms[2].puzzles[0].clues[0].phrase", "school dog", "does not stand in paper#report", "letter by letter"},
	{"decoy not in the text", "phrase: twice a week", "phrase: Twice a week", "rooms[2].puzzles[0].decoys[0].phrase", "Twice", "does not stand in paper#box", "letter by letter"},
	{"clue of another source", "- in: paper#report", "- in: notice#gone", "rooms[2].puzzles[0].clues[0].in", "notice#gone", "does not belong", "paragraph of paper"},
	{"decoy that is a clue", "- in: paper#box\n            phrase: twice a week", "- in: paper#report\n            phrase: found the school cat yesterday", "rooms[2].puzzles[0].decoys[0].phrase", "§phrase: found the school cat yesterday", "stands in this puzzle twice", "delete one"},

	{"few cards", "sources: [paper, photo, notice, office]", "sources: [photo, notice]", "rooms[2].puzzles[1].sources", "sources: [photo, notice]", "at least 3", "add 1 more"},
	{"many cards", "sources: [paper, photo, notice, office]", "sources: [paper, photo, notice, office, vet, paper, notice, office]", "rooms[2].puzzles[1].sources", "sources: [paper", "7 are enough", "leave out 1"},
	{"report among the cards", "sources: [paper, photo, notice, office]", "sources: [paper, photo, notice, radio]", "rooms[2].puzzles[1].sources[3]", "radio]", "hangs on the cord already", "leave it out"},
	{"witness not among the cards", "sources: [paper, photo, notice, office]", "sources: [paper, vet, notice, office]", "rooms[2].puzzles[1].sources", "sources: [paper, vet", "independent witness", "add photo"},
	{"copy without its origin", "sources: [paper, photo, notice, office]", "sources: [paper, vet, notice, office]", "rooms[2].puzzles[1].sources", "sources: [paper, vet", "repeats the claim", "add what it has the claim from"},
	{"nothing behind the report", "sources: [paper, photo, notice, office]", "sources: [vet, notice, office]", "rooms[2].puzzles[1].sources", "sources: [vet", "nothing to pull", "add what it has"},
	{"report says nothing", "asserted_by: [photo#found, paper#report, radio#cheer]", "asserted_by: [photo#found, paper#report]", "rooms[2].puzzles[1].source", "source: radio", "does not assert", "asserted_by"},
	{"nothing to trace", "source: radio\n", "source: photo\n", "rooms[2].puzzles[1].source", "source: photo", "origin itself", "relies on others"},
	{"origin asserts nothing", "asserted_by: [photo#found, ", "asserted_by: [", "rooms[2].puzzles[1].sources", "sources: [paper", `"paper" repeats the claim`, "add what it has the claim from"},
	{"report without an asserting origin", "asserted_by: [photo#found, ", "asserted_by: [", "claims[0].asserted_by[0]", "asserted_by: [", "none of its origins does", "paragraph of its origin"},
	{"statement from the future", "sources: [paper, photo, notice, office]", "sources: [paper, photo, joke]", "rooms[2].puzzles[1].sources[2]", "joke]", "hindsight", "from before"},
	{"report from the future", "at: 2021-03-03\n        source: radio", "at: 2021-03-02\n        source: radio", "rooms[2].puzzles[1].source", "source: radio", "hindsight", "from before"},

	{"three accounts", "sources: [radio, office]", "sources: [radio, office, vet]", "rooms[2].puzzles[3].sources", "[radio, office, vet]", "exactly two accounts", "name two"},
	{"accounts that agree", "sources: [radio, office]", "sources: [radio, paper]", "rooms[2].puzzles[3].points", "points: [library, seen-last]", "differ on 0", "exactly one"},
	{"one place to look", "points: [library, seen-last]", "points: [library]", "rooms[2].puzzles[3].points", "points: [library]", "at least 2", "add 1 more"},
	{"equally supported", "text: yes\n        by: [photo#found, ", "text: yes\n        by: [vet#none, photo#found, ", "rooms[2].puzzles[3].points[0]", "points: [library, seen-last]", "equally well supported", "who else"},

	{"open although one is better supported", "open: false", "open: true", "rooms[2].puzzles[3].open", "open: true", `is not open: the answer of "office"`, "delete it"},
	{"open in a puzzle of another kind", "hint: Who was there?\n", "hint: Who was there?\n        open: true\n", "rooms[2].puzzles[2].open", "open: true", `no key "open"`, "delete it"},

	{"silent on a point", "points: [how-long, where]", "points: [how-long, where, library]", "rooms[3].puzzles[0].points[2]", "points: [how-long, where, library]", "does not speak", "on which it speaks"},
	{"no slip", "        by: [memory#tale]\n", "        by: [memory#tale, photo#found, office#none]\n", "rooms[3].puzzles[0].points", "points: [how-long, where]", "slips on none", "on which it is wrong"},
	{"one point", "points: [how-long, where]", "points: [how-long]", "rooms[3].puzzles[0].points", "points: [how-long]", "at least 2", "add 1 more"},
	{"account of two minds", "by: [home#back, notice#gone]", "by: [home#back, notice#gone]\n      - text: for ever\n        by: [memory#tale]", "rooms[3].puzzles[0].points[0]", "points: [how-long, where]", "gives two answers", "one answer only"},

	{"year in a title", "title: Biscuit goes for a walk", "title: Biscuit goes for a walk in 2021", "events[0].title", "in 2021", `"2021" gives the date away`, "without the date"},
	{"title of what is dated", "title: Cat found in library", "title: Cat found on Tuesday", "sources[2].title", "on Tuesday", `"Tuesday" gives the date away`, "without the date"},
	{"title of the dating", "title: When was this printed?", "title: The paper of 3 March", "rooms[2].puzzles[0].title", "3 March", "gives the date away", "without the date"},

	{"sentence without an end", "text: The vet has not seen Biscuit this week.", "text: " + long(41), "sources[5].digest[0].text", "so so", "41 words, more than 40", "two or three"},
	{"beat too long", "scene: A new notice hangs on the board.", "scene: " + strings.Repeat(long(10)+" ", 46), "rooms[0].beats[3]", "id: monday", "more than 450", "shorten"},
	{"quotation that isn't there", "words: It was only a toy", "words: It was just a toy", "rooms[2].puzzles[4].quotes[0].words", "words: It was just", "does not quote", "letter by letter"},
	{"quotation from its middle", "words: I have never been so glad", "words: never been so glad", "rooms[2].puzzles[4].quotes[2].words", "words: never", "does not quote", "opening mark"},
	{"quotation of nobody", "\n        said_by: tom", "", "rooms[2].puzzles[4].quotes[0].in", "in: joke#said", "does not tell whose words", "said_by"},
	{"quotation of somebody unknown", "said_by: tom", "said_by: tim", "sources[6].digest[1].said_by", "said_by: tim", `no person "tim"`, "tom"},
	{"beat too breathless", "scene: A new notice hangs on the board.", "scene: " + strings.Repeat(long(39)+" ", 5), "rooms[0].beats[3]", "id: monday", "words on average", "break up"},
	{"beat too hard", "scene: A new notice hangs on the board.", "scene: Administrative deliberations necessitated extraordinarily comprehensive investigations, notwithstanding institutional hesitations regarding unverifiable communications.", "rooms[0].beats[3]", "id: monday", "reading grade", "shorter words"},
}

func TestEveryCheckReportsItsPlace(t *testing.T) {
	text := readBase(t)
	for _, c := range checks {
		t.Run(c.name, func(t *testing.T) {
			changed := mutate(t, text, c.old, c.new)
			problems := everything(changed)
			found := findProblem(problems, c.path, c.message)
			if found == nil {
				t.Fatalf("no problem at %s that says %q in:\n%v", c.path, c.message, problems)
			}
			if !strings.Contains(found.Next, c.next) {
				t.Errorf("next step %q does not say %q", found.Next, c.next)
			}
			line := strings.Split(changed, "\n")[found.Line-1]
			if want := strings.TrimPrefix(c.line, "§"); !strings.Contains(line, want) {
				t.Errorf("points at line %d, %q, want one with %q", found.Line, line, want)
			}
			if shown, _, _ := strings.Cut(found.Excerpt, "\n"); !strings.HasPrefix(line, shown) && len(line) < 96 {
				t.Errorf("the excerpt shows %q and not %q", shown, line)
			}
		})
	}
}

func findProblem(problems casefile.Problems, path, message string) *casefile.Problem {
	for i := range problems {
		if problems[i].Path == path && strings.Contains(problems[i].Message, message) {
			return &problems[i]
		}
	}
	return nil
}

// several lists checks that need more than one change.
var several = []struct {
	name    string
	changes [][2]string
	path    string
	message string
}{
	{"witnesses that are not on the table", [][2]string{
		{"asserted_by: [photo#found, ", "asserted_by: [notice#gone, vet#none, office#none, joke#toy, photo#found, "},
		{"at: 2021-03-03\n        source: radio", "at: 2021-03-04\n        source: radio"},
	}, "rooms[2].puzzles[1].sources", "\"vet\" is an independent witness of \"found\" by then, and nothing in which they say so"},
	{"little decidable", [][2]string{
		{"happened: 2021-02-28", "happened: 2021"},
		{"happened: 2021-03-03", "happened: 2021"},
		{"happened: 2021-03-08", "happened: 2021"},
		{"known: 2021-03-08", "known: 2022"},
	}, "rooms[1].puzzles[0].events", "only 3 of 15 pairs"},
	{"no beat left", [][2]string{
		{"short: Tue 2\n", "short: Tue 2\n        lengths: [lesson, full]\n"},
		{"short: Thu 4\n", "short: Thu 4\n        lengths: [lesson, full]\n"},
		{"short: Mon 8\n", "short: Mon 8\n        lengths: [lesson, full]\n"},
	}, "rooms", "no beat is left at the length \"quick\""},
	{"quotations of one person", [][2]string{
		{"said_by: tom", "said_by: mira"},
		{"said_by: school", "said_by: mira"},
	}, "rooms[2].puzzles[4].quotes", "one person said all"},
	{"too few quotations", [][2]string{
		{"          - in: home#said\n            words: I have never been so glad\n", ""},
	}, "rooms[2].puzzles[4].quotes", "at least 3"},
	{"too many quotations", [][2]string{
		{"            words: I have never been so glad\n", "            words: I have never been so glad\n" + strings.Repeat("          - in: home#said\n            words: She even ate\n", 3)},
	}, "rooms[2].puzzles[4].quotes", "6 quotations, but 5"},
	{"quotation twice", [][2]string{
		{"            words: I have never been so glad\n", "            words: I have never been so glad\n          - in: home#said\n            words: I have never been so glad\n"},
	}, "rooms[2].puzzles[4].quotes[3].words", "twice"},
	{"quotation that names its speaker", [][2]string{
		{"“It was only a toy,” he writes.", "“It was only a toy, says Tom Lindqvist,” he writes."},
		{"words: It was only a toy", "words: It was only a toy, says Tom Lindqvist"},
	}, "rooms[2].puzzles[4].quotes[0].words", "who said it"},
	{"slip that nobody can judge", [][2]string{
		{"by: [home#back, notice#gone]", "by: [radio#cheer]"},
	}, "rooms[3].puzzles[0].points[0]", "equally well supported"},
	{"best answer given by neither", [][2]string{
		{"by: [office#none, joke#toy]", "by: [office#none]\n      - text: perhaps\n        by: [joke#toy, home#back]"},
	}, "rooms[2].puzzles[3].points[0]", "neither account gives the best"},
	{"open, and another answer is better supported", [][2]string{
		{"by: [photo#found, paper#report, radio#cheer]\n      - text: no\n        by: [office#none, joke#toy]", "by: [radio#cheer]\n      - text: no\n        by: [memory#tale]\n      - text: perhaps\n        by: [photo#found, notice#gone]"},
		{"sources: [radio, office]", "sources: [radio, memory]"},
		{"open: false", "open: true"},
	}, "rooms[2].puzzles[3].points[0]", "neither account gives the best"},
	{"nothing beside the point", [][2]string{
		{"asserted_by: [photo#found, paper#report, radio#cheer]", "asserted_by: [photo#found, paper#report, radio#cheer, notice#gone, office#none]"},
	}, "rooms[2].puzzles[1].sources", "nothing to leave"},
	{"two witnesses of one side", [][2]string{
		{"speaker: vet", "speaker: tom"},
		{"asserted_by: [photo#found, paper#report, radio#cheer]", "asserted_by: [photo#found, paper#report, radio#cheer, vet#none]"},
		{"sources: [paper, photo, notice, office]", "sources: [paper, photo, vet, office]"},
	}, "rooms[2].puzzles[1].sources", "\"tom\" speaks in photo and vet: that is one witness"},
}

func TestChecksThatNeedSeveralChanges(t *testing.T) {
	for _, c := range several {
		t.Run(c.name, func(t *testing.T) {
			text := readBase(t)
			for _, change := range c.changes {
				text = mutate(t, text, change[0], change[1])
			}
			_, problems := authoring.Load("case.yaml", []byte(text))
			if findProblem(problems, c.path, c.message) == nil {
				t.Fatalf("no problem at %s that says %q in:\n%v", c.path, c.message, problems)
			}
		})
	}
}

// fine lists changes that come near to breaking a rule.
var fine = []struct{ name, old, new string }{
	{"a second origin that asserts nothing", "relies_on: [photo]", "relies_on: [photo, vet]"},
	{"an account that only stands closer", "by: [office#none, joke#toy]", "by: [office#none]"},
	{"two beats on one day", "at: 2021-03-08\n        scene", "at: 2021-03-08T12:00:00Z\n        scene"},
	{"an arrival of the same day", "at: 2021-03-03\n        scene", "at: 2021-03-03T12:00:00Z\n        scene"},
	{"a status later on the day", "- from: 2021-03-08", "- from: 2021-03-08T07:00:00Z"},
	{"an event known roughly", "known: 2021-03-03\n", "known: 2021-03-03/2021-03-05\n"},
	{"a defensible mark close to right", "real: 0.5", "real: 0.99"},
	{"May as a verb", "title: Biscuit goes for a walk", "title: Biscuit may go for a walk"},
	{"a sentence just short enough", "text: The vet has not seen Biscuit this week.", "text: " + long(40)},
	{"a decoy left out", "        decoys:\n          - in: paper#box\n            phrase: twice a week\n            why: That is so in every week.\n", ""},
	{"a case in another language", "language: en\n", "language: de\n"},
	{"a second quotation of a paragraph", "words: I have never been so glad", "words: She even ate"},
	{"dates in quotes", "published: 2021-03-01\n", "published: '2021-03-01'\n"},
}

func TestNearMissesAreSound(t *testing.T) {
	for _, c := range fine {
		t.Run(c.name, func(t *testing.T) {
			text := readBase(t)
			text = mutate(t, text, c.old, c.new)
			if _, problems := authoring.Load("case.yaml", []byte(text)); len(problems) > 0 {
				t.Fatal(problems)
			}
		})
	}
}

// TestAllProblemsAreReportedAtOnce, so that nobody has to run the check ten times.
func TestAllProblemsAreReportedAtOnce(t *testing.T) {
	text := readBase(t)
	changes := [][2]string{
		{"language: en", "language: english language"},
		{"relies_on: [photo]", "relies_on: [foto]"},
		{"arrivals: [home]", "arrivals: [home, vet]"},
		{"phrase: twice a week", "phrase: never"},
	}
	for _, change := range changes {
		text = mutate(t, text, change[0], change[1])
	}
	_, problems := authoring.Load("case.yaml", []byte(text))
	for _, path := range []string{"language", "sources[2].relies_on[0]", "rooms[0].beats[3].arrivals[1]", "rooms[2].puzzles[0].decoys[0].phrase"} {
		if findProblem(problems, path, "") == nil {
			t.Errorf("no problem at %s", path)
		}
	}
	for i := 1; i < len(problems); i++ {
		if problems[i].Line < problems[i-1].Line {
			t.Errorf("line %d is reported after line %d", problems[i].Line, problems[i-1].Line)
		}
	}
}

// TestUnreadablePartHidesOnlyWhatDependsOnIt: with a key misspelt, problems at other
// places are still reported, and none that only follows from the misspelling.
func TestUnreadablePartHidesOnlyWhatDependsOnIt(t *testing.T) {
	text := mutate(t, readBase(t), "id: radio\n    title", "idd: radio\n    title")
	text = mutate(t, text, "title: Biscuit comes home", "title: Biscuit comes home on Monday")
	_, problems := authoring.Load("case.yaml", []byte(text))
	if len(problems) != 2 || findProblem(problems, "sources[3].idd", `no key "idd"`) == nil || findProblem(problems, "events[5].title", "Monday") == nil {
		t.Errorf("got:\n%v", problems)
	}
}

// TestCaseBuiltInGoIsChecked: the check alone reports what reading a file would.
func TestCaseBuiltInGoIsChecked(t *testing.T) {
	if problems := check.Case(loadBase(t)); len(problems) > 0 {
		t.Fatal(problems)
	}
	empty := check.Case(&casefile.Case{})
	for _, path := range []string{"format", "id", "title", "minutes", "people", "sources", "events", "claims", "rooms"} {
		if findProblem(empty, path, "missing or empty") == nil {
			t.Errorf("an empty case has no problem at %s:\n%v", path, empty)
		}
	}
	c := loadBase(t)
	c.Sources[0].Kind = "poem"
	c.Sources[1].Digest[0].Text = "  "
	c.Minutes.Full = -1
	c.Rooms[0].Beats[0].Ask[0].Weight = -1
	c.Rooms[0].Beats[1].Ask[0].Weight = 1e308
	c.Title = strings.Repeat("so ", 5000)
	c.Claims[0].Status[0].Defensible = map[casefile.Verdict]float64{"maybe": 0.5}
	problems := check.Case(c)
	for path, message := range map[string]string{
		"sources[0].kind": `no "poem"`, "sources[1].digest[0].text": "missing or empty", "minutes.full": "more than 0",
		"rooms[0].beats[0].ask[0].weight": "more than 0", "rooms[0].beats[1].ask[0].weight": "from 0.01 to 100", "title": "15000 characters",
		"claims[0].status[0].defensible.maybe": `no verdict "maybe"`,
	} {
		if findProblem(problems, path, message) == nil {
			t.Errorf("no problem at %s that says %q", path, message)
		}
	}
}

// TestTooLargeCaseGivesFewProblems: a case built in Go has bounds too.
func TestTooLargeCaseGivesFewProblems(t *testing.T) {
	c := loadBase(t)
	for range 20_000 {
		c.Sources[0].Digest[0].ID = "a"
		c.Sources = append(c.Sources, c.Sources[0])
	}
	problems := check.Case(c)
	if len(problems) != 1 || problems.Count() != 1 || findProblem(problems, "sources", "20009 items, more than 500") == nil {
		t.Errorf("got:\n%v", problems)
	}
	c = loadBase(t)
	for i := range c.Rooms {
		c.Rooms[i].Beats, c.Rooms[i].Puzzles = nil, nil
	}
	for range 150 {
		c.Events = append(c.Events, casefile.Event{})
	}
	problems = check.Case(c)
	if last := problems[len(problems)-1]; len(problems) != 101 || problems.Count() < 150 || last.Message != fmt.Sprintf("and %d more", problems.Count()-100) {
		t.Errorf("%d problems of %d, the last %v", len(problems), problems.Count(), last)
	}
}

// TestProblemsInJSONHaveLines: a case in JSON is checked like one in YAML.
func TestProblemsInJSONHaveLines(t *testing.T) {
	data, err := authoring.JSON(loadBase(t))
	if err != nil {
		t.Fatal(err)
	}
	changed := mutate(t, string(data), `"photo"`+"\n      ],\n      \"reference\"", `"foto"`+"\n      ],\n      \"reference\"")
	_, problems := authoring.Load("case.json", []byte(changed))
	found := findProblem(problems, "sources[2].relies_on[0]", `no source "foto"`)
	if found == nil || !strings.Contains(strings.Split(changed, "\n")[found.Line-1], `"foto"`) {
		t.Fatalf("no problem at the place of the name:\n%v", problems)
	}
}

// FuzzCase: every case that can be read can be checked, and every problem says what
// is wrong and what to do.
func FuzzCase(f *testing.F) {
	data, err := authoring.JSON(loadBase(f))
	if err != nil {
		f.Fatal(err)
	}
	good := string(data)
	f.Add(data)
	for _, s := range []string{`{"rooms":[{"puzzles":[{"kind":"order","events":["a"]}]}]}`, `{"sources":[{"id":"a","relies_on":["a"]}]}`} {
		f.Add([]byte(s))
	}
	f.Add([]byte(strings.ReplaceAll(good, "radio", "#")))
	f.Add([]byte(strings.ReplaceAll(good, "2021-03-03", "../2021")))
	f.Add([]byte(strings.ReplaceAll(good, "notice", "photo")))
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := casefile.Load(data)
		if err != nil {
			return
		}
		for _, p := range check.Case(c) {
			if p.Path == "" || p.Message == "" || p.Next == "" {
				t.Fatalf("%+v", p)
			}
		}
	})
}

// A hint may be left out, and may be empty: then none is offered.
func TestAHintMayBeLeftOut(t *testing.T) {
	for _, instead := range []string{"", "            hint: \"\"\n"} {
		text := mutate(t, readBase(t), "            hint: Who else has seen her?\n", instead)
		if c, problems := authoring.Load("case.yaml", []byte(text)); c == nil {
			t.Errorf("%q: %v", instead, problems)
		}
	}
}
