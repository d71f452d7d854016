package lesson

import (
	"encoding/json"
	"fmt"
	"slices"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/puzzle"
	"holdtheline/web/lesson/exchange"
)

// Category is what a platform files the questions under.
func (l *Lesson) Category() string { return l.game.Say("game.title") + ": " + l.Case.Title }

// Questions returns the questions of the whole case for a learning platform. They are
// built from their forms, so a new kind of question needs nothing here. How sure a pupil
// is, and which tabs are opened, are left to the game. A test has none: they hold its
// answers.
func (l *Lesson) Questions() ([]exchange.Question, error) {
	if l.Test() {
		return nil, fmt.Errorf("the case %q is a test: its questions would give the answers away", l.Case.ID)
	}
	var all []exchange.Question
	for i := range l.Case.Rooms {
		room := &l.Case.Rooms[i]
		for j := range room.Beats {
			b := &room.Beats[j]
			for _, ask := range b.Ask {
				questions, err := l.ask(ask.ID, b.Short, func(a *asker) { a.atDesk(b) })
				if err != nil {
					return nil, err
				}
				all = append(all, questions...)
			}
		}
		for j := range room.Puzzles {
			p := &room.Puzzles[j]
			questions, err := l.ask(p.ID, room.Title, func(a *asker) { a.atPuzzle(p) })
			if err != nil {
				return nil, err
			}
			all = append(all, questions...)
		}
	}
	return all, nil
}

// Exchange returns the questions as files for learning platforms: in Moodle XML and in
// GIFT.
func (l *Lesson) Exchange() (moodle, gift []byte, err error) {
	questions, err := l.Questions()
	if err != nil {
		return nil, nil, err
	}
	moodle, err = exchange.Moodle(l.Category(), questions)
	return moodle, exchange.GIFT(l.Category(), questions), err
}

// An asker makes the questions of one item.
type asker struct {
	*Lesson
	item  puzzle.Item
	form  puzzle.Form
	best  json.RawMessage
	name  string
	text  []exchange.Part
	right []string // what is right and why
	made  []exchange.Question
	err   error
}

func (l *Lesson) ask(id, where string, read func(*asker)) ([]exchange.Question, error) {
	item, ok := l.set.Item(id)
	if !ok {
		return nil, fmt.Errorf("the question %q can't be asked: check the case", id)
	}
	a := &asker{Lesson: l, item: item, form: item.Form(seed), best: item.Best(), name: where + " – " + item.Title()}
	read(a)
	a.explain()
	a.fields()
	return a.made, a.err
}

// say is [Lesson.Say]; an error is kept.
func (a *asker) say(key string, args ...any) string {
	text, err := a.Say(key, args...)
	if err != nil && a.err == nil {
		a.err = err
	}
	return text
}

func (a *asker) add(kind exchange.Kind, text string) {
	if text != "" {
		a.text = append(a.text, exchange.Part{Kind: kind, Text: text})
	}
}

// atDesk puts the moment and its sources before the question: those that come in or can
// be looked up, and earlier ones that the answer rests on.
func (a *asker) atDesk(b *casefile.Beat) {
	v, ok := a.item.(*puzzle.Verdict)
	if !ok {
		return
	}
	a.add(exchange.Head, a.say("exchange.moment", "moment", b.Title))
	a.add(exchange.Plain, b.Scene)
	refs := slices.Concat(b.Arrivals, b.Tabs)
	for _, ref := range v.Status.Because {
		if c := a.card(ref, b.At); !slices.ContainsFunc(refs, func(has string) bool { return a.card(has, b.At).source == c.source }) {
			refs = append(refs, c.source)
		}
	}
	a.sources(refs, b.At)
	a.add(exchange.Head, a.say("exchange.claim")+" "+v.Title())
	for _, s := range a.Stamps {
		a.add(exchange.Plain, s.Name+": "+s.Means)
	}
}

func (a *asker) atPuzzle(p *casefile.Puzzle) {
	a.add(exchange.Head, p.Title)
	a.add(exchange.Plain, p.Prompt)
	a.sources(a.form.About, p.At)
	if claim, ok := a.Case.Claim(a.form.Claim); ok {
		a.add(exchange.Head, a.say("exchange.claim")+" "+claim.Text)
	}
}

func (a *asker) sources(refs []string, at edtf.Date) {
	if len(refs) > 0 {
		a.add(exchange.Head, a.say("exchange.read"))
	}
	for _, ref := range refs {
		c := a.card(ref, at)
		a.add(exchange.Quote, fmt.Sprintf("%s (%s · %s · %s). %s", c.Title, c.Kind, c.By, c.Date, c.Text))
	}
}

// explain collects what is right, and why.
func (a *asker) explain() {
	e, err := a.item.Explain(a.best)
	if err != nil {
		a.err = err
		return
	}
	if answer := e.Answer.In(a.game); answer != "" {
		a.right = append(a.right, answer)
	}
	for _, line := range e.Lines {
		a.right = append(a.right, line.Text.In(a.game))
	}
	a.right = append(a.right, e.Why)
	if e.Verdict != nil {
		a.right = append(a.right, a.say("key.change")+" "+e.Verdict.WouldChange)
	}
}

// fields makes a question of each field of the form, or one of all of them if they offer
// the same.
func (a *asker) fields() {
	if a.err != nil {
		return
	}
	if f := a.form.Fields; len(f) > 2 && !slices.ContainsFunc(f, func(one puzzle.Field) bool {
		return one.Pick != puzzle.PickOne || !slices.Equal(sorted(one.IDs()), sorted(f[0].IDs()))
	}) {
		a.match()
		return
	}
	for i := range a.form.Fields {
		f := &a.form.Fields[i]
		switch f.Pick {
		case puzzle.PickOne:
			a.one(f)
		case puzzle.PickMany:
			a.many(f)
		case puzzle.PickOrder:
			a.inOrder()
		case puzzle.PickLinks:
			a.links(f)
		}
	}
	if len(a.made) > 1 {
		for i := range a.made {
			a.made[i].Name += fmt.Sprintf(" (%d)", i+1)
		}
	}
}

func sorted(ids []string) []string { return slices.Sorted(slices.Values(ids)) }

// question begins a question with what is asked.
func (a *asker) question(asks ...string) exchange.Question {
	q := exchange.Question{Name: a.name, Text: slices.Clone(a.text), Feedback: a.right}
	for _, ask := range asks {
		if ask != "" {
			q.Text = append(q.Text, exchange.Part{Kind: exchange.Ask, Text: ask})
		}
	}
	return q
}

// one asks for one of the options. What each is worth is how the whole right answer
// would be marked with it, as a share of what the field is worth. A field that isn't
// marked isn't asked.
func (a *asker) one(f *puzzle.Field) {
	worth := map[string]float64{}
	least := 1.0
	for _, o := range f.Options {
		d := a.form.Draft(a.best)
		if !d.Has(f.Name, o.ID) {
			d, _ = d.Fill(f.Name, o.ID)
		}
		mark, err := a.item.Mark(d.JSON())
		if err != nil {
			a.err = err
			return
		}
		worth[o.ID] = mark.Value
		least = min(least, mark.Value)
	}
	if least == 1 {
		return
	}
	q := a.question(f.Label.In(a.game), f.Note.In(a.game))
	for _, o := range f.Options {
		answer := exchange.Answer{Text: o.Label.In(a.game), Fraction: exchange.Fraction(100 * (worth[o.ID] - least) / (1 - least))}
		switch answer.Fraction {
		case 100:
			answer.Feedback = a.say("exchange.right")
		case 0:
			answer.Feedback = a.say("exchange.wrong")
		default:
			answer.Feedback = a.say("exchange.half")
		}
		q.Answers = append(q.Answers, answer)
	}
	a.made = append(a.made, q)
}

// many asks for all that are right. A wrong one takes away what a right one earns.
func (a *asker) many(f *puzzle.Field) {
	best := a.form.Draft(a.best)
	right := len(best.Value(f.Name))
	if right == 0 {
		return
	}
	q := a.question(f.Label.In(a.game), f.Note.In(a.game))
	q.Many = true
	for _, o := range f.Options {
		answer := exchange.Answer{Text: o.Label.In(a.game), Fraction: exchange.Fraction(100 / float64(right)), Feedback: a.say("exchange.right")}
		if !best.Has(f.Name, o.ID) {
			answer.Fraction, answer.Feedback = -answer.Fraction, a.say("exchange.wrong")
		}
		q.Answers = append(q.Answers, answer)
	}
	a.made = append(a.made, q)
}

// match asks for all fields together.
func (a *asker) match() {
	best := a.form.Draft(a.best)
	q := a.question(a.say("exchange.match"))
	used := map[string]bool{}
	for i := range a.form.Fields {
		f := &a.form.Fields[i]
		for _, o := range f.Options {
			if best.Has(f.Name, o.ID) {
				q.Pairs = append(q.Pairs, exchange.Pair{Stem: f.Label.In(a.game), Choice: o.Label.In(a.game)})
				used[o.ID] = true
			}
		}
	}
	for _, o := range a.form.Fields[0].Options {
		if !used[o.ID] {
			q.Others = append(q.Others, o.Label.In(a.game))
		}
	}
	a.made = append(a.made, q)
}

// inOrder asks for each card's place. Platforms know only one right order: cards that
// can't be told apart share their places. If that can't say what is known, each pair of
// neighbours that can be told apart is a question.
func (a *asker) inOrder() {
	order, ok := a.item.(*puzzle.Order)
	field, _ := a.form.Ordered()
	if !ok || field == nil {
		return
	}
	labels := map[string]string{}
	for _, o := range field.Options {
		labels[o.ID] = o.Label.In(a.game)
	}
	layers := order.Layers()
	if inRanks(order, layers) {
		q := a.question(a.say("exchange.order"), field.Top.In(a.game))
		places := map[string]string{}
		at := 1
		for _, layer := range layers {
			place := a.say("exchange.place", "n", at)
			if len(layer) > 1 {
				place = a.say("exchange.places", "from", at, "to", at+len(layer)-1)
			}
			for _, id := range layer {
				places[id] = place
			}
			at += len(layer)
		}
		for _, o := range field.Options {
			q.Pairs = append(q.Pairs, exchange.Pair{Stem: labels[o.ID], Choice: places[o.ID]})
		}
		a.made = append(a.made, q)
		return
	}
	line := slices.Concat(layers...)
	for i := range line[:len(line)-1] {
		first, second := line[i], line[i+1]
		if !order.Before(first, second) {
			continue
		}
		q := a.question(a.say("exchange.first"))
		for _, o := range field.Options { // as they are dealt
			switch o.ID {
			case first:
				q.Answers = append(q.Answers, exchange.Answer{Text: labels[first], Fraction: 100, Feedback: a.say("exchange.right")})
			case second:
				q.Answers = append(q.Answers, exchange.Answer{Text: labels[second], Feedback: a.say("exchange.wrong")})
			}
		}
		a.made = append(a.made, q)
	}
}

// inRanks reports whether every card of a layer comes before every card of the next.
func inRanks(order *puzzle.Order, layers [][]string) bool {
	for i := range layers {
		for _, later := range layers[i+1:] {
			for _, first := range layers[i] {
				for _, second := range later {
					if !order.Before(first, second) {
						return false
					}
				}
			}
		}
	}
	return true
}

// links asks what each card is: hung up on another, a witness, or neither.
func (a *asker) links(f *puzzle.Field) {
	labels := map[string]string{}
	for _, o := range f.Options {
		labels[o.ID] = o.Label.In(a.game)
	}
	hung := map[string]bool{f.Root: true}
	to := map[string]string{}
	for _, link := range a.form.Draft(a.best).Links(f.Name) {
		hung[link.From] = true
		if link.To != "" {
			to[link.From], hung[link.To] = link.To, true
		}
	}
	q := a.question(a.say("exchange.links"), f.Note.In(a.game))
	for _, o := range f.Options {
		// A platform takes one answer for right, and a cord to any of several is.
		if t, ok := a.item.(*puzzle.Trace); ok && len(t.From(o.ID)) > 1 {
			continue
		}
		choice := a.say("exchange.links.none")
		switch {
		case to[o.ID] != "":
			choice = a.say("exchange.links.from", "card", labels[to[o.ID]])
		case hung[o.ID]:
			choice = a.say("exchange.links.end")
		}
		q.Pairs = append(q.Pairs, exchange.Pair{Stem: labels[o.ID], Choice: choice})
	}
	// Each card could be what another rests on.
	for _, o := range f.Options {
		choice := a.say("exchange.links.from", "card", labels[o.ID])
		if !slices.ContainsFunc(q.Pairs, func(p exchange.Pair) bool { return p.Choice == choice }) {
			q.Others = append(q.Others, choice)
		}
	}
	a.made = append(a.made, q)
}
