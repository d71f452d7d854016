package lesson_test

import (
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"holdtheline/assets"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/web/lesson"
)

func load(t *testing.T, id string) *casefile.Case {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "..", "assets", "cases", id, "case.json"))
	if err != nil {
		t.Fatal(err)
	}
	c, err := casefile.Load(data)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func of(t *testing.T, id, lang string) *lesson.Lesson {
	t.Helper()
	l, err := lesson.New(puzzle.New(load(t, id)), lang)
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// text is a page's text without its markup.
func text(t *testing.T, l *lesson.Lesson, kind lesson.Kind) string {
	t.Helper()
	page, err := l.Page(kind, lesson.Links{Play: "http://localhost:8080/"})
	if err != nil {
		t.Fatal(err)
	}
	return html.UnescapeString(regexp.MustCompile(`<[^>]*>`).ReplaceAllString(string(page), ""))
}

// each runs a test with every case in every language.
func each(t *testing.T, test func(t *testing.T, l *lesson.Lesson)) {
	for _, id := range assets.Cases() {
		for _, lang := range lesson.Languages() {
			t.Run(id+"/"+lang, func(t *testing.T) { test(t, of(t, id, lang)) })
		}
	}
}

// What an author tells teachers is on the pages for teachers and on no other, with its
// own language, as text and not as markup.
func TestTheAuthorsNoteIsForTeachersAlone(t *testing.T) {
	const first, second = "The prank <b>mocked</b> people & a law.", "Ask who was hurt."
	c := load(t, "the-call")
	c.TeacherNote = "\n" + first + "\n\n\n" + second + "\n"
	for _, lang := range lesson.Languages() {
		l := of(t, "the-call", lang)
		title, err := l.Say("plans.note")
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range append(lesson.Printed(), lesson.ForTeachers, lesson.ForPupils) {
			l.Note = lesson.Note{}
			if strings.Contains(text(t, l, kind), title) {
				t.Errorf("%s, %s: there is a heading without a note", lang, kind)
			}
			l.Note = lesson.NoteOf(c)
			page, told := text(t, l, kind), kind == lesson.Guide || kind == lesson.ForTeachers
			for _, want := range []string{title, first, second} {
				if strings.Contains(page, want) != told {
					t.Errorf("%s, %s: %q is there: %t", lang, kind, want, !told)
				}
			}
		}
		page, err := l.Page(lesson.Guide, lesson.Links{})
		if err != nil {
			t.Fatal(err)
		}
		want := "<p>" + html.EscapeString(second) + "</p>"
		if lang != c.Language {
			want = `<p><span lang="en">` + html.EscapeString(second) + "</span></p>"
		}
		if !strings.Contains(string(page), want) {
			t.Errorf("%s: the second paragraph isn't %s", lang, want)
		}
	}
}

func TestEveryPageIsWhole(t *testing.T) {
	lacking := regexp.MustCompile(`\[[a-z]+\.[a-z0-9.-]+\]|\{[a-z-]+\}|%!|<no value>|ZgotmplZ`)
	each(t, func(t *testing.T, l *lesson.Lesson) {
		for _, kind := range append(lesson.Printed(), lesson.ForTeachers, lesson.ForPupils) {
			page, err := l.Page(kind, lesson.Links{Play: "…/", ToGame: "./", ToLesson: "l", ToPupils: "p", Languages: map[string]string{"en": "e", "de": "d", "es": "s"}})
			if l.Test() && (kind == lesson.Guide || kind == lesson.ForTeachers) {
				if err == nil {
					t.Errorf("a test has the page %s, with answers", kind)
				}
				continue
			}
			if err != nil {
				t.Fatal(err)
			}
			if found := lacking.Find(page); found != nil {
				t.Errorf("%s: a text is missing: %s", kind, found)
			}
			for _, forbidden := range []string{"<script", " style=", "<style"} {
				if strings.Contains(string(page), forbidden) {
					t.Errorf("%s holds %q", kind, forbidden)
				}
			}
		}
	})
}

func TestPlansAddUp(t *testing.T) {
	each(t, func(t *testing.T, l *lesson.Lesson) {
		l2 := *l
		l2.Order, l2.Trace = nil, nil
		for _, one := range []*lesson.Lesson{l, &l2} {
			for _, p := range one.Plans() {
				sum := 0
				for _, s := range p.Steps {
					sum += s.Minutes
				}
				if sum != p.Total {
					t.Errorf("the steps of the plan %s take %d minutes, not %d", p.Name, sum, p.Total)
				}
			}
		}
	})
}

// What pupils get must not say how it ends.
func TestPupilsGetNoAnswers(t *testing.T) {
	each(t, func(t *testing.T, l *lesson.Lesson) {
		for _, kind := range []lesson.Kind{lesson.Sheet, lesson.Support, lesson.Cards, lesson.ForPupils} {
			said := text(t, l, kind)
			for _, claim := range l.Case.Claims {
				for _, s := range claim.Status {
					if strings.Contains(said, s.Why) || strings.Contains(said, s.WouldChange) {
						t.Errorf("%s says why %s is %s", kind, claim.ID, s.Is)
					}
				}
			}
			for _, room := range l.Case.Rooms {
				for _, p := range room.Puzzles {
					if strings.Contains(said, p.Why) {
						t.Errorf("%s gives the reason for %s", kind, p.ID)
					}
				}
			}
		}
	})
}

// Every source that supports an answer, and is on the desk in this length, is on a card.
func TestTheCardsHoldWhatTheSheetNeeds(t *testing.T) {
	each(t, func(t *testing.T, l *lesson.Lesson) {
		cards := text(t, l, lesson.Cards)
		sheet := text(t, l, lesson.Sheet)
		for _, m := range l.Moments {
			if !strings.Contains(sheet, m.Beat.Title) || !strings.Contains(cards, m.Beat.Title) {
				t.Errorf("the sheet or the cards lack the moment %q", m.Beat.Title)
			}
			for _, ref := range slices.Concat(m.Beat.Arrivals, m.Beat.Tabs) {
				name, part, isPart := strings.Cut(ref, "#")
				src, _ := l.Case.Source(name)
				for i, p := range src.Digest {
					if (isPart && p.ID != part) || (!isPart && i > 0) {
						continue
					}
					if !strings.Contains(cards, p.Text) {
						t.Errorf("no card has %s#%s", name, p.ID)
					}
				}
			}
			for _, c := range m.Claims {
				if !strings.Contains(sheet, c.Text) {
					t.Errorf("the sheet doesn't ask claim %d", c.N)
				}
				if len(c.Cards) == 0 {
					t.Errorf("no card supports the answer to claim %d, %q", c.N, c.Text)
				}
			}
		}
		seen := map[int]bool{}
		for _, m := range l.Moments {
			for _, c := range slices.Concat(m.Arrivals, m.More) {
				seen[c.N] = true
			}
		}
		for _, c := range l.Extra {
			seen[c.N] = true
		}
		for n := 1; n <= len(seen); n++ {
			if !seen[n] {
				t.Errorf("there is no card %d", n)
			}
		}
	})
}

// A card shows only what was public at its moment.
func TestACardHasNothingFromLater(t *testing.T) {
	l := of(t, "the-call", "en")
	for _, m := range l.Moments {
		for _, c := range slices.Concat(m.Arrivals, m.More) {
			if strings.Contains(c.Text, "UPDATE: The call was a hoax") && m.Beat.ID < "b4" {
				t.Errorf("the card %d at %s has a later update", c.N, m.Beat.Short)
			}
		}
	}
}

func TestStripsAreShuffledAndUndated(t *testing.T) {
	dated := regexp.MustCompile(`\b(19|20)\d\d\b|\b\d{1,2}(st|nd|rd|th)?\b`)
	each(t, func(t *testing.T, l *lesson.Lesson) {
		if l.Order == nil {
			t.Skip("the case has no order")
		}
		place := map[string]int{}
		for i, layer := range l.Order.Layers {
			for _, s := range layer {
				place[s.Letter] = i
			}
		}
		rising := true
		for i, s := range l.Order.Strips {
			if s.Letter != string(rune('A'+i)) {
				t.Errorf("strip %d has the letter %s", i+1, s.Letter)
			}
			if i > 0 && place[s.Letter] < place[l.Order.Strips[i-1].Letter] {
				rising = false
			}
			if found := dated.FindString(s.Text); found != "" {
				t.Errorf("the strip %q gives a date away: %s", s.Text, found)
			}
		}
		if rising {
			t.Error("the strips are in the true order")
		}
		if len(place) != len(l.Order.Strips) {
			t.Errorf("%d strips have a place of %d", len(place), len(l.Order.Strips))
		}
	})
}

// Both sheets and the key number the claims alike, and the short plan asks fewer.
func TestTheSheetWithHelpIsPartOfTheFullOne(t *testing.T) {
	each(t, func(t *testing.T, l *lesson.Lesson) {
		n := 0
		for _, m := range l.Moments {
			for _, c := range m.Claims {
				if n++; c.N != n {
					t.Errorf("claim %q has the number %d, not %d", c.Text, c.N, n)
				}
			}
		}
		if core := len(l.Core()); !l.Test() && (core < 3 || core >= len(l.Moments)) {
			t.Errorf("%d of %d moments are the core", core, len(l.Moments))
		}
	})
}

// The key says what the game says.
func TestTheKeyAgreesWithTheGame(t *testing.T) {
	each(t, func(t *testing.T, l *lesson.Lesson) {
		if l.Test() {
			t.Skip("a test has no key")
		}
		guide := text(t, l, lesson.Guide)
		_, key, _ := strings.Cut(guide, l.Case.ContentNote)
		for _, m := range l.Moments {
			for i, ask := range m.Beat.Ask {
				item, _ := puzzle.New(l.Case).Item(ask.ID)
				best, err := item.Explain(item.Best())
				if err != nil {
					t.Fatal(err)
				}
				if got := m.Claims[i].Right.Verdict; got != best.Mark.Verdict.Supported {
					t.Errorf("%s: the key says %s and the game %s", ask.ID, got, best.Mark.Verdict.Supported)
				}
				if !strings.Contains(key, best.Why) || !strings.Contains(key, best.Verdict.WouldChange) {
					t.Errorf("the key lacks the reason for %s", ask.ID)
				}
			}
		}
		for _, part := range []string{l.Order.Why, l.Trace.Why, l.Order.Line()} {
			if !strings.Contains(key, part) {
				t.Errorf("the key lacks %q", part)
			}
		}
		if strings.Count(guide, l.Case.ContentNote) < 2 {
			t.Error("the start or the letter home doesn't say what the case touches")
		}
	})
}

func TestLanguagesSayTheSameThings(t *testing.T) {
	placeholder := regexp.MustCompile(`\{[a-z]+\}`)
	read := func(lang string) map[string]string {
		data, err := os.ReadFile(filepath.Join("words", lang+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var words map[string]string
		if err := json.Unmarshal(data, &words); err != nil {
			t.Fatal(err)
		}
		if lines := regexp.MustCompile(`(?m)^  "`).FindAll(data, -1); len(lines) != len(words) {
			t.Errorf("%s has %d lines and %d texts: one is there twice", lang, len(lines), len(words))
		}
		return words
	}
	sources, err := filepath.Glob("pages/*.html")
	if err != nil {
		t.Fatal(err)
	}
	goFiles, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	exchange, err := filepath.Glob("exchange/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var used strings.Builder
	for _, name := range slices.Concat(sources, goFiles, exchange) {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		used.Write(data)
	}
	first := read("en")
	for _, lang := range lesson.Languages() {
		other := read(lang)
		if len(other) != len(first) {
			t.Errorf("%s has %d texts, en %d", lang, len(other), len(first))
		}
		for key, text := range first {
			want, got := placeholder.FindAllString(text, -1), placeholder.FindAllString(other[key], -1)
			slices.Sort(want)
			slices.Sort(got)
			if other[key] == "" || !slices.Equal(want, got) {
				t.Errorf("%s: %s has the placeholders %v, not %v", lang, key, got, want)
			}
		}
	}
	made := []string{"title.", "goal.", "plan.", "way.", "term.", "unesco.", "talk.", "start.title", "plans.title", "ways.title", "goals.title", "talk.title", "letter.title", "key.title", "key.cards", "sheet.cards"}
	for key := range first {
		composed := slices.ContainsFunc(made, func(prefix string) bool { return strings.HasPrefix(key, prefix) })
		if !composed && !strings.Contains(used.String(), `"`+key+`"`) {
			t.Errorf("nothing says %s", key)
		}
	}
}

// Text of a case is only ever text.
func TestHostileText(t *testing.T) {
	c := load(t, "the-call")
	const hostile = `</h1><script>alert(1)</script>"'&]]>{{.}}`
	c.Title, c.Summary, c.ContentNote = hostile, hostile, hostile
	for i := range c.Claims {
		c.Claims[i].Text = hostile
	}
	for i := range c.Sources {
		c.Sources[i].Title, c.Sources[i].Author = hostile, hostile
		for j := range c.Sources[i].Digest {
			c.Sources[i].Digest[j].Text = hostile
		}
	}
	for _, lang := range lesson.Languages() {
		l, err := lesson.New(puzzle.New(c), lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, kind := range append(lesson.Printed(), lesson.ForTeachers, lesson.ForPupils) {
			page, err := l.Page(kind, lesson.Links{})
			if err != nil {
				t.Fatal(err)
			}
			if strings.Contains(string(page), "<script") {
				t.Errorf("%s in %s takes a text for markup", kind, lang)
			}
			if !strings.Contains(html.UnescapeString(string(page)), hostile) {
				t.Errorf("%s in %s lacks the text", kind, lang)
			}
		}
	}
}

// Every question of the case is there, with the sources and its reason, and right
// answers earn all.
func TestQuestionsForPlatforms(t *testing.T) {
	each(t, func(t *testing.T, l *lesson.Lesson) {
		all, err := l.Questions()
		if l.Test() {
			if err == nil {
				t.Error("a test gives its answers away")
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		names := map[string]bool{}
		var told strings.Builder
		for _, q := range all {
			if names[q.Name] {
				t.Errorf("two questions are called %q", q.Name)
			}
			names[q.Name] = true
			told.WriteString(strings.Join(q.Feedback, "\n"))
			sum, best := 0.0, 0.0
			for _, a := range q.Answers {
				best = max(best, a.Fraction)
				if a.Fraction > 0 {
					sum += a.Fraction
				}
				if a.Text == "" || a.Feedback == "" {
					t.Errorf("%s: an answer has no text or no feedback", q.Name)
				}
			}
			switch {
			case q.Many && (sum < 99.99 || sum > 100.01), !q.Many && len(q.Pairs) == 0 && best != 100:
				t.Errorf("%s: the right answers earn %g", q.Name, max(sum, best))
			case len(q.Pairs) > 0 && len(q.Pairs) < 3, len(q.Pairs) == 0 && len(q.Answers) < 2:
				t.Errorf("%s: there is nothing to choose", q.Name)
			}
		}
		for _, room := range l.Case.Rooms {
			for _, p := range room.Puzzles {
				if !strings.Contains(told.String(), p.Why) {
					t.Errorf("%s isn't asked, or has no reason", p.ID)
				}
			}
			for _, b := range room.Beats {
				for _, ask := range b.Ask {
					item, _ := puzzle.New(l.Case).Item(ask.ID)
					e, err := item.Explain(item.Best())
					if err != nil {
						t.Fatal(err)
					}
					if !strings.Contains(told.String(), e.Why) {
						t.Errorf("%s isn't asked, or has no reason", ask.ID)
					}
				}
			}
		}
	})
}
