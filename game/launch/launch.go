package launch

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"holdtheline/assets"
	"holdtheline/assets/words"
	"holdtheline/game/app"
	"holdtheline/game/classroom"
	"holdtheline/game/settings"
	"holdtheline/game/store"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// The keys of a link, which are the desktop program's flags too.
const (
	CaseKey   = "case"
	LengthKey = "length"
	ModeKey   = "mode"
	SeedKey   = "seed"
	ViewKey   = settings.ViewKey
	LangKey   = settings.LangKey
	FormKey   = "form"
	WhenKey   = "when"
	// ReasonsKey shows the reasons once a test is handed in.
	ReasonsKey = "reasons"
)

// ClassKey is the code of a class to join. Only a page that a class server has served
// can, so it is no flag.
const ClassKey = "class"

// BothForms is the value of the key form with which the pupils of a class choose by
// their number: the halves then begin with different forms.
const BothForms = "ab"

// DebugKey shows how often and why the program draws: on the screen if it is 1,
// to scripts alone if it is told. It doesn't affect the game, and on a desktop
// it is a flag without a value.
const DebugKey = settings.DebugKey

// Keys lists the keys of a link in the order in which help shows them.
func Keys() []string {
	return []string{CaseKey, LengthKey, ModeKey, SeedKey, ViewKey, LangKey, FormKey, WhenKey, ReasonsKey}
}

// Params are the valid parameters.
type Params struct {
	Case string
	// File is the address, beside the page, of a case that is none of the program's; on a
	// desktop it is a path. Empty: the case is named by Case.
	File   string
	Length casefile.Length // empty: not asked for
	Mode   session.Mode    // empty: not asked for
	Seed   uint64
	Seeded bool // a seed was asked for
	Words  *words.Catalogue
	Texts  *casefile.Translation // the case's texts in the player's language; nil: the case's own
	View   app.View              // empty: not asked for

	Test app.Test // what the link says of a test

	Alone bool // no other case is offered

	// Given is what the keys of saved games have in the place of the case's id, where
	// the case is not one of the game's own: another case of the same id is not mixed
	// up with it.
	Given string

	Worksheet string // address of the printed case; empty where there is none
	Statement string // address of the accessibility statement; likewise

	Device Device

	Class *classroom.Record // the class that is joined; nil at home

	// Notices say, in the player's language, which parameters can't be used.
	Notices []string
}

// A Device is the environment of a game.
type Device struct {
	Settings app.Settings // that the player has chosen here before
	Spoken   []string     // its preferred languages, as BCP 47 tags
	CanPlay  bool         // sounds can be played
	CanCopy  bool         // text can be copied

	// Words returns the texts of a language, or English ones and a notice that says why;
	// nil takes those of the program.
	Words func(lang string) (w *words.Catalogue, notice string, err error)
	// CanSet tells whether the canvas can set a text; nil: everything.
	CanSet func(text string) bool
}

func ownWords(lang string) (w *words.Catalogue, notice string, err error) {
	w, err = words.Load(lang)
	return w, "", err
}

// Settings are those that the player has chosen on this device.
func Settings(saves store.Store) app.Settings {
	data, err := saves.Load(store.SettingsKey)
	if err != nil {
		return app.DefaultSettings()
	}
	return app.ReadSettings(data)
}

// Read parses the parameters of a link. Values that can't be used are left out
// with a notice; unknown keys are ignored. Without a seed, random is the seed.
// The link's language comes before the player's chosen one, and that before the
// device's.
func Read(link map[string]string, random uint64, d Device) (Params, error) {
	lang, known := words.Find(link[LangKey])
	if !known {
		lang = words.Match(append([]string{d.Settings.Lang}, d.Spoken...)...)
	}
	load := d.Words
	if load == nil {
		load = ownWords
	}
	w, trouble, err := load(lang)
	if err != nil {
		return Params{}, err
	}
	params := Params{Case: assets.DefaultCase, Words: w, Seed: random, Device: d}
	if trouble != "" {
		params.Notices = append(params.Notices, trouble)
	}
	notice := func(key, value string, known []string) {
		why := w.Say(key, "value", Shorten(value), "known", strings.Join(known, ", "))
		params.Notices = append(params.Notices, w.Say("trouble.link", "why", why))
	}
	if link[LangKey] != "" && !known {
		notice("link.lang", link[LangKey], words.Languages())
	}
	if id, asked := link[CaseKey]; asked {
		switch {
		case slices.Contains(assets.Cases(), id):
			params.Case = id
		case isFile(id):
			params.File, params.Alone = id, true
		default:
			notice("link.case", id, assets.Cases())
		}
	}
	switch l := casefile.Length(link[LengthKey]); l {
	case "", casefile.Quick, casefile.Lesson, casefile.Full:
		params.Length = l
	default:
		notice("link.length", string(l), nil)
	}
	switch m := session.Mode(link[ModeKey]); m {
	case "", session.Practice, session.Assessment:
		params.Mode = m
	default:
		notice("link.mode", string(m), nil)
	}
	if text := link[SeedKey]; text != "" {
		seed, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			notice("link.seed", text, nil)
		} else {
			params.Seed, params.Seeded = seed, true
		}
	}
	params.readTest(link, notice)
	switch v := app.View(link[ViewKey]); v {
	case "", app.Canvas, app.PlainPage:
		params.View = v
	default:
		notice("link.view", string(v), nil)
	}
	return params, nil
}

// mostOfAddress is the longest address of a case's file, in bytes.
const mostOfAddress = 200

// isAddress reports whether a link names a case by the address of its file: one beside
// the page or in a folder below it. Nothing that leads elsewhere is one.
func isAddress(address string) bool {
	if !strings.HasSuffix(address, ".json") || len(address) > mostOfAddress {
		return false
	}
	for part := range strings.SplitSeq(address, "/") {
		if part == "" || part[0] == '.' || strings.ContainsFunc(part, func(r rune) bool {
			return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && (r < '0' || r > '9') && !strings.ContainsRune("-_.", r)
		}) {
			return false
		}
	}
	return true
}

// ReadFile reads a compiled case from elsewhere. In a browser the page has it read
// before the program starts.
func ReadFile(data []byte) (*casefile.Case, error) {
	c, err := casefile.LoadForeign(data)
	if err != nil {
		return nil, err
	}
	if err := Foreign(c); err != nil {
		return nil, err
	}
	return c, nil
}

// Foreign returns an error for a case from elsewhere that is called like one of the
// program: their saved games would be taken for each other's.
func Foreign(c *casefile.Case) error {
	if slices.Contains(assets.Cases(), c.ID) {
		return fmt.Errorf("its id, %q, is that of a story that is here already", c.ID)
	}
	return nil
}

// readTest reads which form of the test is asked for.
func (p *Params) readTest(link map[string]string, notice func(key, value string, known []string)) {
	form := link[FormKey]
	if form == BothForms {
		form, p.Test.Halves = string(casefile.FormA), true
	}
	if form != "" {
		if id, ok := assets.FormCase(casefile.Form(form)); ok {
			p.Case = id
		} else {
			p.Test.Halves = false
			notice("link.form", form, nil)
		}
	}
	switch when := session.When(link[WhenKey]); when {
	case "", session.Before, session.After:
		p.Test.When = when
	default:
		notice("link.when", string(when), nil)
	}
	switch reasons := link[ReasonsKey]; reasons {
	case "", "0", "1":
		p.Test.Reasons = reasons == "1"
	default:
		notice("link.reasons", reasons, nil)
	}
}

// Settle chooses the form of a test that was begun on this device before, where the
// link leaves the choice to the pupil.
func (p *Params) Settle(saves store.Store) {
	if !p.Test.Halves {
		return
	}
	for _, form := range []casefile.Form{casefile.FormA, casefile.FormB} {
		id, ok := assets.FormCase(form)
		if ok && saved(id, Variants(&casefile.Case{Form: form}, p.Test.When), saves) {
			p.Case, p.Test.Halves = id, false
			return
		}
	}
}

// Shorten shortens a value for a notice.
func Shorten(s string) string {
	const most = 40
	if r := []rune(s); len(r) > most {
		return string(r[:most]) + "…"
	}
	return s
}

// Open returns the game of a case with its saved games. It resumes a game under
// way, unless the link has another seed. A saved game that can't be used is
// archived with a notice; the valid start of a damaged one is kept.
func Open(c *casefile.Case, params Params, saves store.Store) *app.Model {
	return app.New(Options(c, params, saves))
}

// Options returns what [Open] makes a game from: the case in the player's language,
// where there are its texts, and everything else.
func Options(c *casefile.Case, params Params, saves store.Store) (*puzzle.Set, app.Options) {
	params.Case = cmp.Or(params.Given, c.ID)
	set := puzzle.New(c)
	notices := slices.Clone(params.Notices)
	if params.Texts != nil {
		if in, err := set.In(params.Texts); err == nil {
			set = in
		} else {
			notices = append(notices, params.Words.Say("trouble.language", "language", params.Texts.Language, "why", err))
		}
	}
	o := app.Options{
		Words: params.Words, Length: params.Length, Mode: params.Mode, Seed: params.Seed,
		View: params.View, Worksheet: params.Worksheet, Statement: params.Statement,
		Settings: params.Device.Settings, Spoken: params.Device.Spoken, CanPlay: params.Device.CanPlay, CanCopy: params.Device.CanCopy,
		Saved: map[app.Variant]*session.Session{},
		Test:  params.Test,
		Shelf: Shelf(params, params.Words.Lang(), saves),
	}
	if canSet := params.Device.CanSet; canSet != nil {
		told := set.Case()
		o.WordsUnset, o.CaseUnset = !params.Words.Fits(canSet), !canSet(told.Title+told.Summary+told.ContentNote)
	}
	if params.Class != nil {
		params.join(&o)
	}
	for _, variant := range params.Variants(c) {
		s, notice := load(set, saves, params, variant)
		if notice != "" && !slices.Contains(notices, notice) {
			notices = append(notices, notice)
		}
		if s != nil {
			o.Saved[variant] = s
		}
	}
	if params.Class != nil {
		o.Resume = params.Class.Seat != "" && o.Saved[params.classVariant()] != nil
	} else if variant, ok := resume(c, params, o.Saved); ok {
		o.Length, o.Mode, o.Resume = variant.Length, variant.Mode, true
	}
	o.Notice = strings.Join(notices, " ")
	return set, o
}

// Shelf lists the cases to choose from, in a language where they have been translated
// into it. A test is opened by its link alone.
func Shelf(params Params, lang string, saves store.Store) []app.Shelved {
	if params.Alone || params.Class != nil {
		return nil
	}
	var shelf, others []app.Shelved // the one that comes with the program is first
	for _, head := range assets.HeadsIn(lang) {
		one := app.Shelved{Case: head, Saved: saved(head.ID, Variants(head, ""), saves)}
		switch {
		case head.Form != "":
		case head.ID == assets.DefaultCase:
			shelf = append(shelf, one)
		default:
			others = append(others, one)
		}
	}
	shelf = append(shelf, others...)
	return shelf
}

func saved(caseID string, variants []app.Variant, saves store.Store) bool {
	return slices.ContainsFunc(variants, func(v app.Variant) bool {
		_, err := saves.Load(Key(caseID, v))
		return err == nil
	})
}

// Variants lists every way to play a case. A test can be taken in one way, before
// or after the game.
func Variants(c *casefile.Case, when session.When) []app.Variant {
	if c.Form != "" {
		return []app.Variant{{Length: casefile.Lesson, Mode: session.Test, When: when}}
	}
	var out []app.Variant
	for _, l := range []casefile.Length{casefile.Lesson, casefile.Quick, casefile.Full} {
		for _, m := range []session.Mode{session.Practice, session.Assessment} {
			out = append(out, app.Variant{Length: l, Mode: m})
		}
	}
	return out
}

// Variants lists every way to play a case under these parameters: in a class there is
// one.
func (p Params) Variants(c *casefile.Case) []app.Variant {
	if p.Class != nil {
		return []app.Variant{p.classVariant()}
	}
	return Variants(c, p.Test.When)
}

func (p Params) classVariant() app.Variant { return app.Variant{Class: p.Class.Class.Code} }

// join has the game that the class plays.
func (p Params) join(o *app.Options) {
	if !classroom.Included {
		return
	}
	class := p.Class.Class
	o.Length, o.Mode, o.Seed = casefile.Length(class.Length), session.Mode(class.Mode), class.Seed
	o.Test = app.Test{}
	o.Class = &app.Classmate{Status: classroom.New(*p.Class, nil, nil).Status(time.Time{}), Second: map[string]json.RawMessage{}}
	for item, given := range p.Class.Second {
		o.Class.Second[item] = given.Answer
	}
}

// Key is the store's key of the saved game of a variant. A class has one of its own, so
// that it never meets a game that is played at home.
func Key(caseID string, variant app.Variant) string {
	if variant.Class != "" {
		return store.SessionKey("class", strings.ToLower(variant.Class), caseID)
	}
	mode := string(variant.Mode)
	if variant.When != "" {
		mode += "-" + string(variant.When)
	}
	return store.SessionKey(caseID, string(variant.Length), mode)
}

// load reads the saved game of a variant, and returns a notice if it is damaged.
func load(set *puzzle.Set, saves store.Store, params Params, variant app.Variant) (*session.Session, string) {
	key := Key(params.Case, variant)
	data, err := saves.Load(key)
	switch {
	case errors.Is(err, store.ErrAbsent):
		return nil, ""
	case err != nil:
		return nil, params.Words.Say("trouble.save", "why", store.Reason(params.Words, err))
	}
	s, err := session.Read(set, data)
	if err == nil {
		return s, ""
	}
	if params.File != "" && set.Case().ID == casefile.PreviewID {
		if s, err := session.Migrate(set, data); err == nil {
			return s, ""
		}
	}
	// A damaged game is archived first, so that nothing is lost.
	if aside := saves.Archive(key); aside != nil {
		return s, params.Words.Say("trouble.save", "why", store.Reason(params.Words, aside))
	}
	if s == nil {
		return nil, params.Words.Say("trouble.foreign", "why", err)
	}
	if kept := saves.Save(key, s.Encode()); kept != nil {
		return s, params.Words.Say("trouble.save", "why", store.Reason(params.Words, kept))
	}
	return s, params.Words.Say("trouble.damaged", "why", err)
}

// resume picks the saved game to resume: of those that match the parameters, one
// under way before a finished one, then the one begun last.
func resume(c *casefile.Case, params Params, saved map[app.Variant]*session.Session) (app.Variant, bool) {
	var best app.Variant
	found := false
	for _, variant := range Variants(c, params.Test.When) {
		s := saved[variant]
		if s == nil ||
			params.Length != "" && params.Length != variant.Length && c.Form == "" ||
			params.Mode != "" && params.Mode != variant.Mode && c.Form == "" ||
			params.Seeded && params.Seed != s.Config().Seed {
			continue
		}
		if !found || better(s, saved[best]) {
			best, found = variant, true
		}
	}
	return best, found
}

func better(a, b *session.Session) bool {
	if a.Done() != b.Done() {
		return !a.Done()
	}
	return a.Config().Began.After(b.Config().Began)
}
