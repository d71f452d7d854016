package workshop

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode"

	"go.yaml.in/yaml/v3"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/casefile/authoring"
	"holdtheline/quiz/check"
	"holdtheline/quiz/edtf"
	"holdtheline/quiz/edtf/spoken"
	"holdtheline/quiz/evidence"
)

// The bounds of a table.
const (
	mostRows    = 500
	mostColumns = 40
)

// A column of the table is found by any of its names, in lower case.
var columns = map[string][]string{
	"what":     {"what", "type", "row", "was", "art", "qué", "tipo"},
	"title":    {"title", "name", "text", "claim", "event", "titel", "überschrift", "título"},
	"date":     {"date", "when", "published", "happened", "datum", "wann", "fecha", "cuándo"},
	"who":      {"who", "author", "speaker", "by", "wer", "autor", "quién"},
	"kind":     {"kind", "medium", "sort", "form", "clase", "medio"},
	"where":    {"where", "reference", "link", "address", "url", "fundstelle", "quelle", "dónde"},
	"says":     {"says", "content", "summary", "facts", "inhalt", "sagt", "dice"},
	"rests":    {"rests on", "relies on", "source", "from", "beruht auf", "laut", "se basa en", "según"},
	"denied":   {"denied by", "denied in", "bestritten von", "bestritten in", "negado por", "negado en"},
	"admitted": {"admitted in", "admitted by", "confessed in", "zugegeben in", "zugegeben von", "admitido en", "admitido por"},
	"known":    {"known to", "who can know", "bekannt", "wer kann es wissen", "quién puede saberlo"},
}

// What a row can be, by the words for it.
var rows = map[string]string{
	"source": "source", "quelle": "source", "article": "source", "document": "source",
	"fuente": "source", "documento": "source", "artículo": "source",
	"event": "event", "ereignis": "event", "hecho": "event", "acontecimiento": "event",
	"claim": "claim", "behauptung": "claim", "aussage": "claim", "afirmación": "claim",
	"person": "person", "people": "person", "persona": "person",
}

// sheet makes a first draft of a case from a table of sources, events and claims, one
// in a row, in the language of the page, and lists what is missing.
func (r *Request) sheet() (Response, error) {
	records, err := records(r.Text)
	if err != nil {
		return Response{}, err
	}
	l := r.words()
	s := sheetDraft{at: map[string]int{}, ids: map[string]bool{}, sources: map[string]string{}, toDo: check.Placeholder(l.Lang()), dates: l.Dates(), language: l.Lang()}
	if err := s.header(records[0]); err != nil {
		return Response{}, err
	}
	for i, record := range records[1:] {
		s.row(i+2, record)
	}
	if len(s.c.Sources) == 0 {
		return Response{}, errors.New("the table has no source: write “source” into the first column of the rows that are one")
	}
	s.finish()
	text, err := s.yaml()
	if err != nil {
		return Response{}, err
	}
	return Response{Text: s.playable(text), Missing: s.missing}, nil
}

// playable returns the draft without the rooms in which there would be nothing to do:
// the events and sources of this table allow no puzzle of the kind.
func (s *sheetDraft) playable(text string) string {
	reading := authoring.Read(file, []byte(text))
	idle := func(i int) bool {
		path := fmt.Sprintf("rooms[%d]", i)
		return slices.ContainsFunc(reading.Errors, func(p casefile.Problem) bool { return strings.HasPrefix(p.Path, path) })
	}
	rooms := s.c.Rooms[:1:1] // the desk stays, with what is wrong at it
	for i := 1; i < len(s.c.Rooms); i++ {
		if !idle(i) {
			rooms = append(rooms, s.c.Rooms[i])
		}
	}
	if len(rooms) == len(s.c.Rooms) {
		return text
	}
	s.c.Rooms = rooms
	less, err := s.yaml()
	if err != nil {
		return text
	}
	return less
}

// records reads the table. It may be separated by commas, semicolons or tabs.
func records(table string) ([][]string, error) {
	first, _, _ := strings.Cut(table, "\n")
	comma := ','
	for _, c := range ";\t" {
		if strings.Count(first, string(c)) > strings.Count(first, string(comma)) {
			comma = c
		}
	}
	r := csv.NewReader(strings.NewReader(table))
	// A tab is space too: trimmed, empty cells of a table from a spreadsheet would vanish.
	r.Comma, r.FieldsPerRecord, r.LazyQuotes, r.TrimLeadingSpace = comma, -1, true, comma != '\t'
	var all [][]string
	for {
		record, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("the table can't be read: %w", err)
		}
		if len(record) > mostColumns {
			return nil, fmt.Errorf("the table has more than %d columns", mostColumns)
		}
		if all = append(all, record); len(all) > mostRows {
			return nil, fmt.Errorf("the table has more than %d rows", mostRows)
		}
	}
	if len(all) < 2 {
		return nil, errors.New("the table needs a row of headings and a row for each source, event and claim")
	}
	return all, nil
}

// A sheetDraft is the case that the rows add up to.
type sheetDraft struct {
	at      map[string]int // of each column
	ids     map[string]bool
	sources map[string]string // ids by title in lower case
	rests   [][2]string       // titles: a source, and what it rests on
	begun   []string          // when each claim was first made
	c       tableCase
	missing []string

	toDo     string // stands where an author has to write
	dates    edtf.Locale
	language string
}

// The parts of a case that a table can fill, in the order of the format.
type (
	tableCase struct {
		Format   int            `yaml:"format"`
		ID       string         `yaml:"id"`
		Title    string         `yaml:"title"`
		Summary  string         `yaml:"summary"`
		Note     string         `yaml:"content_note"`
		Language string         `yaml:"language"`
		License  string         `yaml:"license"`
		Minutes  map[string]int `yaml:"minutes"`
		People   []tablePerson  `yaml:"people"`
		Sources  []*tableSource `yaml:"sources"`
		Events   []tableEvent   `yaml:"events"`
		Claims   []tableClaim   `yaml:"claims"`
		Rooms    []tableRoom    `yaml:"rooms"`
	}
	tablePerson struct {
		ID   string `yaml:"id"`
		Name string `yaml:"name"`
		Role string `yaml:"role"`
	}
	tableSource struct {
		ID        string           `yaml:"id"`
		Title     string           `yaml:"title"`
		Author    string           `yaml:"author,omitempty"`
		Kind      string           `yaml:"kind"`
		Published string           `yaml:"published"`
		DatedBy   string           `yaml:"dated_by"`
		Speaker   string           `yaml:"speaker,omitempty"`
		ReliesOn  []string         `yaml:"relies_on,omitempty,flow"`
		Reference string           `yaml:"reference"`
		Digest    []tableParagraph `yaml:"digest"`
	}
	tableParagraph struct {
		ID   string `yaml:"id"`
		Text string `yaml:"text"`
	}
	tableEvent struct {
		ID       string   `yaml:"id"`
		Title    string   `yaml:"title"`
		Happened string   `yaml:"happened"`
		Known    string   `yaml:"known"`
		Because  []string `yaml:"because,flow"`
	}
	tableClaim struct {
		ID          string   `yaml:"id"`
		Text        string   `yaml:"text"`
		AssertedBy  []string `yaml:"asserted_by,omitempty,flow"`
		DeniedBy    []string `yaml:"denied_by,omitempty,flow"`
		ExplainedBy []string `yaml:"explained_by,omitempty,flow"`
		KnownTo     []string `yaml:"known_to,omitempty,flow"`
	}
	tableRoom struct {
		ID    string      `yaml:"id"`
		Kind  string      `yaml:"kind"`
		Beats []tableBeat `yaml:"beats,omitempty"`
	}
	tableBeat struct {
		ID       string     `yaml:"id"`
		Title    string     `yaml:"title"`
		Short    string     `yaml:"short"`
		At       string     `yaml:"at"`
		Scene    string     `yaml:"scene"`
		Arrivals []string   `yaml:"arrivals,flow"`
		Ask      []tableAsk `yaml:"ask"`
	}
	tableAsk struct {
		ID    string `yaml:"id"`
		Claim string `yaml:"claim"`
	}
)

func (s *sheetDraft) header(record []string) error {
	for i, name := range record {
		name = strings.ToLower(strings.TrimSpace(name))
		for column, names := range columns {
			if _, taken := s.at[column]; !taken && slices.Contains(names, name) {
				s.at[column] = i
			}
		}
	}
	for _, column := range []string{"what", "title", "date"} {
		if _, ok := s.at[column]; !ok {
			return fmt.Errorf("the table has no column %q: the first row says what is in each; they are called %s", column, "what, title, date, who, kind, where, says, rests on")
		}
	}
	return nil
}

func (s *sheetDraft) row(number int, record []string) {
	cell := func(column string) string {
		if at, ok := s.at[column]; ok && at < len(record) {
			return strings.Join(strings.Fields(record[at]), " ")
		}
		return ""
	}
	lacks := func(what string) { s.missing = append(s.missing, fmt.Sprintf("Row %d: %s", number, what)) }
	title, what := cell("title"), rows[strings.ToLower(cell("what"))]
	if what == "" {
		if strings.Join(record, "") != "" {
			lacks(fmt.Sprintf("%q is neither source, event, claim nor person; the row is left out", cell("what")))
		}
		return
	}
	if title == "" {
		lacks("no title; the row is left out")
		return
	}
	when := cell("date")
	if what != "person" {
		if d, err := spoken.Read(when, 0); err != nil {
			lacks(fmt.Sprintf("the date %q has to be written as 7 November 1918, or 1918-11-07", when))
		} else {
			when = d.String()
		}
	}
	switch what {
	case "person":
		s.person(title, cell("says"))
	case "source":
		s.source(title, when, cell, lacks)
	case "event":
		s.c.Events = append(s.c.Events, tableEvent{ID: s.id(title), Title: title, Happened: when, Known: when, Because: s.saying(cell("rests"))})
		if cell("rests") == "" {
			lacks("no source says so: name one in “rests on”")
		}
	case "claim":
		// What the evidence supported follows from who says what, so it is left out.
		c := tableClaim{ID: s.id(title), Text: title, AssertedBy: s.saying(cell("rests")), DeniedBy: s.saying(cell("denied")), ExplainedBy: s.saying(cell("admitted"))}
		for _, name := range s.saying(cell("known")) {
			c.KnownTo = append(c.KnownTo, s.person(name, ""))
		}
		s.c.Claims, s.begun = append(s.c.Claims, c), append(s.begun, when)
		if cell("rests") == "" {
			lacks("nobody says so: name a source in “rests on”")
		}
	}
}

func (s *sheetDraft) source(title, when string, cell func(string) string, lacks func(string)) {
	src := &tableSource{
		ID: s.id(title), Title: title, Author: cell("who"), Kind: strings.ToLower(cell("kind")), Published: when,
		DatedBy: string(casefile.Stated), Reference: cell("where"),
		Digest: []tableParagraph{{ID: "says", Text: cell("says")}},
	}
	s.sources[strings.ToLower(title)] = src.ID
	if !slices.Contains(casefile.SourceKind("").Options(), src.Kind) {
		if src.Kind != "" {
			lacks(fmt.Sprintf("there is no kind of source %q; it is taken as an article", src.Kind))
		}
		src.Kind = string(casefile.Article)
	}
	for _, on := range strings.Split(cell("rests"), "|") {
		if on = strings.TrimSpace(on); on != "" {
			s.rests = append(s.rests, [2]string{src.ID, on})
		}
	}
	if src.Digest[0].Text == "" {
		src.Digest[0].Text = s.toDo
		lacks("what the source says")
	}
	if src.Reference == "" {
		src.Reference = s.toDo
		lacks("where the source can be found")
	}
	if src.Author != "" && cell("rests") == "" {
		if kind := casefile.SourceKind(src.Kind); !evidence.IsReport(kind) {
			src.Speaker = s.person(src.Author, "")
		} else if kind != casefile.Book && kind != casefile.Retrospective {
			lacks(fmt.Sprintf("“%s” only reports, as a source of the kind %q does: say in “rests on” whose word it reports, or, if it is %s’s own word, take a kind such as letter or statement", title, src.Kind, src.Author))
		}
	}
	s.c.Sources = append(s.c.Sources, src)
}

// person returns the id of somebody, who is added if there is none of the name yet.
func (s *sheetDraft) person(name, role string) string {
	for i := range s.c.People {
		if strings.EqualFold(s.c.People[i].Name, name) {
			if role != "" {
				s.c.People[i].Role = role
			}
			return s.c.People[i].ID
		}
	}
	if role == "" {
		role = s.toDo
	}
	s.c.People = append(s.c.People, tablePerson{ID: s.id(name), Name: name, Role: role})
	return s.c.People[len(s.c.People)-1].ID
}

// saying returns the paragraphs of the sources with the titles, separated by |.
func (s *sheetDraft) saying(titles string) []string {
	refs := []string{}
	for _, title := range strings.Split(titles, "|") {
		if title = strings.TrimSpace(title); title != "" {
			refs = append(refs, title)
		}
	}
	return refs
}

// finish resolves titles, and puts a desk together: a moment for each day on which a
// source came out.
func (s *sheetDraft) finish() {
	find := func(title string) (string, bool) {
		id, ok := s.sources[strings.ToLower(title)]
		if !ok {
			s.missing = append(s.missing, fmt.Sprintf("No source is called %q, on which something rests", title))
		}
		return id, ok
	}
	resolve := func(refs []string) []string {
		out := []string{}
		for _, title := range refs {
			if id, ok := find(title); ok {
				out = append(out, id+"#says")
			}
		}
		return out
	}
	for _, pair := range s.rests {
		if on, ok := find(pair[1]); ok {
			for _, src := range s.c.Sources {
				if src.ID == pair[0] {
					src.ReliesOn = append(src.ReliesOn, on)
				}
			}
		}
	}
	for i := range s.c.Events {
		s.c.Events[i].Because = resolve(s.c.Events[i].Because)
	}
	for i := range s.c.Claims {
		c := &s.c.Claims[i]
		c.AssertedBy, c.DeniedBy, c.ExplainedBy = resolve(c.AssertedBy), resolve(c.DeniedBy), resolve(c.ExplainedBy)
	}
	s.c.Format, s.c.ID, s.c.Title, s.c.Summary, s.c.Note = casefile.Format, "my-story", "My story", s.toDo, s.toDo
	s.c.Language, s.c.License = s.language, "CC-BY-4.0"
	s.c.Minutes = map[string]int{"quick": 5, "lesson": 10, "full": 15}
	s.c.Rooms = []tableRoom{{ID: "desk", Kind: string(casefile.Desk), Beats: s.beats()}}
	for _, kind := range []casefile.RoomKind{casefile.Timeline, casefile.Lab} {
		s.c.Rooms = append(s.c.Rooms, tableRoom{ID: s.id(string(kind)), Kind: string(kind)})
	}
	if len(s.c.Claims) == 0 {
		s.missing = append(s.missing, "There is no claim: a sentence that somebody said and that can be true or not")
	}
	if len(s.c.Events) == 0 {
		s.missing = append(s.missing, "There is no event: what happened, and when")
	}
}

// beats makes a moment for each day on which a source came out, once there is
// something to ask. What came out before then comes in at the first.
func (s *sheetDraft) beats() []tableBeat {
	sources := slices.Clone(s.c.Sources)
	slices.SortStableFunc(sources, func(a, b *tableSource) int { return strings.Compare(out(a.Published), out(b.Published)) })
	var beats []tableBeat
	var waiting []string
	for _, src := range sources {
		moment := out(src.Published)
		if n := len(beats); n > 0 && beats[n-1].At == moment {
			beats[n-1].Arrivals = append(beats[n-1].Arrivals, src.ID)
			continue
		}
		waiting = append(waiting, src.ID)
		var ask []tableAsk
		for i, c := range s.c.Claims {
			if out(s.begun[i]) <= moment && len(ask) < 2 {
				ask = append(ask, tableAsk{ID: s.id("ask " + c.ID), Claim: c.ID})
			}
		}
		if len(ask) == 0 && len(s.c.Claims) > 0 {
			continue
		}
		title := moment
		if d, err := edtf.Parse(moment); err == nil {
			title = d.Human(s.dates)
		}
		beats = append(beats, tableBeat{ID: s.id("moment"), Title: title, Short: title, At: moment, Scene: s.toDo, Arrivals: waiting, Ask: ask})
		waiting = nil
	}
	return beats
}

// out is the moment at which something with a date was out for certain: the last day of
// a span of days.
func out(date string) string {
	d, err := edtf.Parse(date)
	if err != nil || !strings.Contains(date, "/") {
		return date
	}
	last, ok := d.Latest()
	if !ok {
		return date
	}
	return last.Format("2006-01-02")
}

// id makes an id from words, unlike all others.
func (s *sheetDraft) id(words string) string {
	id := Slug(words)
	for n := 2; s.ids[id]; n++ {
		id = fmt.Sprintf("%s-%d", Slug(words), n)
	}
	s.ids[id] = true
	return id
}

// mostID is how many characters an id made from words has.
const mostID = 32

// Slug makes an id from words: lower case letters, digits and hyphens.
func Slug(words string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(words) {
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			b.WriteRune(r)
		case strings.ContainsRune("äöüßáàâéèêíóôúñç", r):
			b.WriteString(map[rune]string{'ä': "ae", 'ö': "oe", 'ü': "ue", 'ß': "ss", 'á': "a", 'à': "a", 'â': "a", 'é': "e", 'è': "e", 'ê': "e", 'í': "i", 'ó': "o", 'ô': "o", 'ú': "u", 'ñ': "n", 'ç': "c"}[r])
		case unicode.IsSpace(r) || r == '-' || r == '_':
			if b.Len() > 0 && !strings.HasSuffix(b.String(), "-") {
				b.WriteByte('-')
			}
		}
		if b.Len() >= mostID {
			break
		}
	}
	if id := strings.Trim(b.String(), "-"); id != "" {
		return id
	}
	return "x"
}

// yaml writes the draft.
func (s *sheetDraft) yaml() (string, error) {
	var b bytes.Buffer
	enc := yaml.NewEncoder(&b)
	enc.SetIndent(2)
	if err := enc.Encode(s.c); err != nil {
		return "", err
	}
	return b.String(), enc.Close()
}
