package casefile

import "holdtheline/quiz/edtf"

// Format is the version of the case format that this package reads.
const Format = 1

// A Case is one story: who took part, what was published, what happened, what
// was claimed, and the rooms in which a player works through it.
//
// The struct tags carry the format's rules: `case:"required"` for a key that
// may not be missing, `case:"required,inferred"` for one that an author may leave
// out because package infer can fill it in, `case:"positive"` for a number above zero, `ref` for a key
// that names a source, paragraph, event, claim, point or person, `doc` for the
// sentence that an author's editor shows. A key named by the tag `key` is for
// authors only: the check needs it and the game does not, so the compiled case
// leaves it out and [Case.Fingerprint] does not depend on it.
type Case struct {
	Format      int     `json:"format" case:"required,inferred" doc:"Version of the case format; always 1."`
	ID          string  `json:"id" case:"required,inferred" doc:"Short name of the case, in lower case with hyphens; it stands in links and is the name of its folder."`
	Title       string  `json:"title" case:"required" doc:"What the case is called."`
	Summary     string  `json:"summary" case:"required" doc:"One or two sentences that make somebody want to begin."`
	ContentNote string  `json:"content_note" case:"required" doc:"What players are told about the subject before they begin, where it is hard: violence, insults, real harm. What only teachers should read belongs at teacher_note."`
	Language    string  `json:"language" case:"required" doc:"Language of the case, as a BCP 47 tag such as en."`
	License     string  `json:"license" case:"required,inferred" doc:"Licence of the case's own words, as an SPDX expression."`
	Picture     Picture `json:"picture,omitempty" doc:"Which of the game's drawings stands for the case on the shelf; a page when missing."`
	Form        Form    `json:"form,omitempty" doc:"For a test that is taken before and after: a or b. It has one length and gives no feedback until it is handed in."`

	Stamps map[Verdict]Stamp `json:"stamps,omitempty" doc:"How this case words its stamps, by verdict; those left out are worded as usual."`
	Clocks []Clock           `json:"clocks,omitempty" doc:"Cities whose time the desk shows at each beat that has an hour, up to four."`
	Belief string            `json:"belief,omitempty" ref:"claim" doc:"The claim whose belief line the debrief shows, by id; when missing, the one that is asked most often."`

	TeacherNote string `json:"-" key:"teacher_note" doc:"What a teacher should know before showing the case to a class. No player sees it."`
	Notes       string `json:"-" key:"notes" doc:"For editors: what is still to be done or was decided. It stays in this file."`

	Minutes Minutes  `json:"minutes" case:"required,inferred" doc:"About how long each length takes, in minutes."`
	People  []Person `json:"people" case:"required" doc:"Everybody who speaks or acts in the case."`
	Sources []Source `json:"sources" case:"required" doc:"Everything that was published or said, with what it rests on."`
	Events  []Event  `json:"events" case:"required" doc:"What happened, and when it could be known."`
	Claims  []Claim  `json:"claims" case:"required" doc:"What is judged, and what the evidence supported from when on."`
	Points  []Point  `json:"points,omitempty" doc:"Questions of fact on which sources speak, and may disagree."`
	Rooms   []Room   `json:"rooms" case:"required" doc:"The rooms in playing order."`

	// Pictures makes a case one file. Without it the sources' pictures are files beside
	// the case. The fingerprint doesn't depend on it.
	Pictures map[string]PictureFile `json:"pictures,omitempty" doc:"The files of the sources' pictures, by name, as base64, where the case is one file; the author's page writes it."`
}

// Minutes gives roughly how long each length of play takes, in minutes.
type Minutes struct {
	Quick  int `json:"quick" case:"required,positive" doc:"About how many minutes the quick length takes."`
	Lesson int `json:"lesson" case:"required,positive" doc:"About how many minutes the lesson length takes."`
	Full   int `json:"full" case:"required,positive" doc:"About how many minutes the full length takes."`
}

// A Stamp is how a case words a verdict. Nobody played a prank in some stories, so
// what explains both sides has another name there.
type Stamp struct {
	Name  string `json:"name" case:"required" doc:"What stands on the stamp, such as: A false alarm."`
	Means string `json:"means" case:"required" doc:"What it means, in one sentence that goes on after the name and a colon."`
}

// A Clock is a city's clock at the time of the story.
type Clock struct {
	City   string `json:"city" case:"required" doc:"The city's name as the player reads it."`
	Offset Offset `json:"offset" case:"required" doc:"How far its clocks are ahead of UTC, such as +01:00 or -05:00."`
}

// A Person speaks or acts in the case.
type Person struct {
	ID   string `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Name string `json:"name" case:"required" doc:"The person's name as the player reads it."`
	Role string `json:"role" case:"required" doc:"Who the person is, in a few words."`
}

// A Source is something that was published or said in public: an article, a
// post, a statement. ReliesOn forms the provenance graph.
type Source struct {
	ID         string      `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Title      string      `json:"title" case:"required" doc:"Its headline, or a name of our own where it has none."`
	Lead       string      `json:"lead,omitempty" doc:"For a tab: the question a player would open it with."`
	Outlet     string      `json:"outlet,omitempty" doc:"Who published it; leave empty where the page does not say."`
	Author     string      `json:"author,omitempty" doc:"Who wrote or said it; leave empty where the page does not say."`
	Kind       SourceKind  `json:"kind" case:"required" doc:"What sort of publication it is."`
	Published  edtf.Date   `json:"published" case:"required" doc:"When it came out, as an EDTF date, no more precise than is known."`
	Written    edtf.Date   `json:"written,omitzero" doc:"When it was written, where that was earlier than it came out: a letter of 1918 printed in 1922."`
	DatedBy    DatedBy     `json:"dated_by" case:"required,inferred" doc:"Whether the source states its date, it was inferred, so that players read that there is no date on the page, or it is known from elsewhere and shown: a magazine by its catalogue."`
	Directness Directness  `json:"directness" case:"required,inferred" doc:"How close the source stands to what it tells."`
	ReliesOn   []string    `json:"relies_on,omitempty" ref:"source" doc:"Sources this one rests on, by id. None means it is an origin."`
	Reference  string      `json:"reference" case:"required" doc:"Where it can be found: address, story number or archive."`
	Digest     []Paragraph `json:"digest" case:"required" doc:"What it says, in our own words, paragraph by paragraph."`
	Image      Image       `json:"picture,omitzero" doc:"A picture of it to look at: the page, the photograph, what it shows."`
	Tab        bool        `json:"tab,omitempty" doc:"True for one of the extra tabs a player may open."`

	// Whose word it is: the witnesses are counted from this. Directness has to follow
	// from these, Kind and ReliesOn.
	Speaker   string `json:"speaker,omitempty" ref:"person" doc:"Who speaks in it in person, by id; of several, one, and the others at their paragraphs. Leave empty for a report, a recording and an office."`
	SpeaksFor string `json:"speaks_for,omitempty" ref:"person" doc:"For whom it speaks, by id, where an office, a spokesman or a publicist does."`

	Judgement string `json:"-" key:"judgement" doc:"Why it stands further away than its kind and what it relies on say."`

	Unverified bool   `json:"-" key:"unverified" doc:"True while nobody has looked it up: the case can be checked and previewed, but not published."`
	Notes      string `json:"-" key:"notes" doc:"For editors: what is still to be done or was decided."`
}

// An Image is a picture of a source, in a file of its own. It is never needed to answer
// a question: its description stands for it.
type Image struct {
	File        string       `json:"file" case:"required" doc:"The name of its file, a PNG, JPEG or WebP beside the case's own."`
	Description string       `json:"description" case:"required" doc:"For those who don't see it: screen readers say it, and it stands in the picture's place until that is there."`
	Credit      string       `json:"credit" case:"required" doc:"Who made the picture, and where it is kept; shown below it."`
	License     ImageLicense `json:"license" case:"required" doc:"On what terms it may be shown."`

	// So that its place can be kept free before it is there.
	Width  int `json:"width,omitempty" doc:"How many pixels it is wide; filled in from the file."`
	Height int `json:"height,omitempty" doc:"How many pixels it is high; filled in from the file."`
}

// A Paragraph is a piece of a source's digest that can be cited as
// "source#paragraph". At marks a later layer: an update that came after the
// source was first published.
type Paragraph struct {
	ID   string    `json:"id" case:"required,inferred" doc:"Short name, unique in the source; cited as source#paragraph."`
	Text string    `json:"text" case:"required" doc:"The facts in our own words; only short, attributed quotations are carried over."`
	At   edtf.Date `json:"at,omitzero" doc:"When this part was added, if later than the source itself."`
	// SaidBy is the person quoted, who need not be the source's author.
	SaidBy string `json:"said_by,omitempty" ref:"person" doc:"Who said what it quotes, by id: the person or office, not the author of the report."`

	// Whose word it is, where that is not the source's: two people in one interview
	// are two witnesses.
	Speaker   string `json:"speaker,omitempty" ref:"person" doc:"Who speaks in this paragraph in person, by id, where several speak in one source."`
	SpeaksFor string `json:"speaks_for,omitempty" ref:"person" doc:"For whom this paragraph speaks, by id, where several speak in one source."`

	Unverified bool `json:"-" key:"unverified" doc:"True while nobody has looked it up: the case can't be published."`
}

// An Event happened at one time and became known at another. After (happening)
// and KnownAfter (becoming known) record an order that is known although the
// dates are too imprecise to show it.
type Event struct {
	ID         string    `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Title      string    `json:"title" case:"required" doc:"What happened, without a date in it."`
	Happened   edtf.Date `json:"happened" case:"required" doc:"When it happened, as an EDTF date."`
	Known      edtf.Date `json:"known" case:"required,inferred" doc:"When the public could first know of it, as an EDTF date."`
	After      []string  `json:"after,omitempty" ref:"event" doc:"Events that certainly happened before this one, where the dates alone do not show it."`
	KnownAfter []string  `json:"known_after,omitempty" ref:"event" doc:"Events that certainly became known before this one, where the dates alone do not show it."`
	Because    []string  `json:"because" case:"required" ref:"paragraph" doc:"Where it says so, as source#paragraph."`
	Note       string    `json:"note,omitempty" doc:"What a player should know about the date, shown with the answer."`

	Unverified bool   `json:"-" key:"unverified" doc:"True while nobody has looked it up: the case can't be published."`
	Notes      string `json:"-" key:"notes" doc:"For editors: what is still to be done or was decided."`
}

// A Claim is a sentence that can be judged. Status lists in time order what the
// evidence supported, each from its own date to the next.
type Claim struct {
	ID         string   `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Text       string   `json:"text" case:"required" doc:"The claim, as one plain sentence."`
	AssertedBy []string `json:"asserted_by,omitempty" ref:"paragraph" doc:"Paragraphs that say it is so, as source#paragraph: the witnesses are counted from these."`
	Status     []Status `json:"status" case:"required,inferred" doc:"What the evidence supported, from when on, in time order."`

	DeniedBy    []string `json:"denied_by,omitempty" ref:"paragraph" doc:"Paragraphs that say it is not so."`
	SettledBy   []string `json:"settled_by,omitempty" ref:"paragraph" doc:"Paragraphs that settle a denial: it is taken back, or shown to be wrong."`
	ExplainedBy []string `json:"explained_by,omitempty" ref:"paragraph" doc:"Paragraphs in which somebody named says that they made it up, and reports of them."`
	Related     []string `json:"related,omitempty" ref:"paragraph" doc:"Further paragraphs that bear on it, without being anybody's word that it is so or not."`

	// Every status has to follow from the paragraphs above and these; for the rule
	// see Finding in package evidence.
	KnownTo       []string `json:"-" key:"known_to" ref:"person" doc:"The people who can know of their own whether it is so, by id; real takes the word of each."`
	CouldBeFooled []string `json:"-" key:"could_be_fooled" ref:"person" doc:"The people who were there and may have been deceived, by id: whoever answers a phone hears a voice. Their word makes real an answer that can be defended."`

	Unverified bool   `json:"-" key:"unverified" doc:"True while nobody has looked it up: the case can't be published."`
	Notes      string `json:"-" key:"notes" doc:"For editors: what is still to be done or was decided."`
}

// A Status records what the evidence supported from a moment on.
type Status struct {
	From        edtf.Date           `json:"from" case:"required,inferred" doc:"From when on this holds, as an EDTF date."`
	Is          Verdict             `json:"is" case:"required,inferred" doc:"What the evidence supported."`
	Because     []string            `json:"because" case:"required,inferred" ref:"paragraph" doc:"The paragraphs that support it, as source#paragraph."`
	Why         string              `json:"why" case:"required,inferred" doc:"Why, in words a pupil of 13 can read; nothing from later."`
	WouldChange string              `json:"would_change" case:"required,inferred" doc:"What evidence would have changed it; nothing from later."`
	Defensible  map[Verdict]float64 `json:"defensible,omitempty" doc:"Other answers a careful reader could give, with their mark, usually 0.5."`
	Judgement   string              `json:"-" key:"judgement" doc:"Why an editor decided otherwise than the rule does; what the rule gives is then one of the defensible answers."`
}

// A Point is a question of fact that sources answer. Two sources that give
// different answers disagree; which answer is better supported is derived from
// the sources that give it.
type Point struct {
	ID       string   `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Question string   `json:"question" case:"required" doc:"The question of fact, such as: How many people made the call?"`
	Answers  []Answer `json:"answers" case:"required" doc:"The answers that sources give."`
}

// An Answer is what one or more sources say on a [Point].
type Answer struct {
	Text string   `json:"text" case:"required" doc:"The answer in a few words."`
	By   []string `json:"by" case:"required" ref:"paragraph" doc:"The paragraphs that give this answer, as source#paragraph."`

	Unverified bool `json:"-" key:"unverified" doc:"True while nobody has looked it up: the case can't be published."`
}

// A Room holds beats (the desk) or puzzles (every other room).
type Room struct {
	ID      string   `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Kind    RoomKind `json:"kind" case:"required" doc:"Which of the rooms it is."`
	Title   string   `json:"title" case:"required,inferred" doc:"The room's name as the player reads it."`
	Intro   string   `json:"intro" case:"required,inferred" doc:"What to do here, in one sentence."`
	Beats   []Beat   `json:"beats,omitempty" doc:"For the desk: its moments in time order."`
	Puzzles []Puzzle `json:"puzzles,omitempty" doc:"For every other room: its puzzles in playing order. When missing, a timeline or a lab gets what the sources and events allow."`
}

// A Beat is a moment at the desk: what has just come in, which tabs can be
// opened, and what is asked.
type Beat struct {
	ID       string    `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Title    string    `json:"title" case:"required,inferred" doc:"The date and hour in words."`
	Short    string    `json:"short" case:"required,inferred" doc:"The same in two or three words, for the line at the top."`
	At       edtf.Date `json:"at" case:"required" doc:"The moment, as an EDTF date."`
	Scene    string    `json:"scene" case:"required" doc:"One or two sentences that set the scene; nothing from later."`
	Arrivals []string  `json:"arrivals" case:"required,inferred" ref:"source,paragraph" doc:"Sources that have just come in, as source, or source#paragraph for a later update of one."`
	Tabs     []string  `json:"tabs,omitempty" ref:"source" doc:"Sources that can be opened here, by id."`
	Ask      []Ask     `json:"ask" case:"required" doc:"The verdicts asked here, one or two."`
	Lengths  []Length  `json:"lengths,omitempty" doc:"The lengths that include this beat; all when missing."`

	Notes string `json:"-" key:"notes" doc:"For editors: what is still to be done or was decided."`
}

// An Ask is one verdict question: what did the evidence support at that time?
type Ask struct {
	ID     string  `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Claim  string  `json:"claim" case:"required" ref:"claim" doc:"The claim that is judged, by id."`
	Hint   string  `json:"hint,omitempty" doc:"A nudge for practice that does not give the answer away; without one none is offered."`
	Weight float64 `json:"weight,omitempty" case:"positive" doc:"How much it counts in the score; 1 when missing."`
}

// A Puzzle is one question outside the desk. Package puzzle defines which of the
// keys after Weight its kind takes.
type Puzzle struct {
	ID      string     `json:"id" case:"required,inferred" doc:"Short name, unique in the case."`
	Kind    PuzzleKind `json:"kind" case:"required" doc:"What sort of puzzle it is."`
	Title   string     `json:"title" case:"required,inferred" doc:"Its heading as the player reads it."`
	Prompt  string     `json:"prompt" case:"required,inferred" doc:"What to do, in one or two sentences."`
	Why     string     `json:"why" case:"required,inferred" doc:"What there is to learn from it, shown with the answer."`
	Hint    string     `json:"hint,omitempty" doc:"A nudge for practice that does not give the answer away; without one none is offered."`
	Lengths []Length   `json:"lengths,omitempty" doc:"The lengths that include this puzzle; all when missing."`
	Weight  float64    `json:"weight,omitempty" case:"positive" doc:"How much it counts in the score; 1 when missing."`

	Axis    Axis        `json:"axis,omitempty" doc:"Order: by which date."`
	Events  []string    `json:"events,omitempty" ref:"event" doc:"Order: the event cards, by id."`
	Claim   string      `json:"claim,omitempty" ref:"claim" doc:"Weigh and trace: the claim, by id."`
	At      edtf.Date   `json:"at,omitzero" doc:"Trace: the day that counts as today."`
	Source  string      `json:"source,omitempty" ref:"source,paragraph" doc:"The source in question, by id; source#paragraph to date a later update."`
	Sources []string    `json:"sources,omitempty" ref:"source" doc:"Weigh: the cards. Trace: the cards that lie on the table, with what the report rests on, other voices and some beside the point. Spot: the two accounts."`
	Windows []edtf.Date `json:"windows,omitempty" doc:"Date it: the windows to choose from, in time order."`
	Clues   []Clue      `json:"clues,omitempty" doc:"Date it: the phrases that give the date away."`
	Decoys  []Clue      `json:"decoys,omitempty" doc:"Date it: phrases that do not."`
	Points  []string    `json:"points,omitempty" ref:"point" doc:"Spot and slips: the points to choose from, by id."`
	Open    bool        `json:"open,omitempty" doc:"Spot: true where the record does not settle the disagreement. That nothing settles it is then the right answer, and can be chosen in every spot of the case, so that the choice gives nothing away."`
	Quotes  []Quote     `json:"quotes,omitempty" doc:"Who said it: the quotations, three to five."`

	Notes string `json:"-" key:"notes" doc:"For editors: what is still to be done or was decided."`
}

// A Clue is a phrase of a digest that a player can mark.
type Clue struct {
	In     string `json:"in" case:"required" ref:"paragraph" doc:"The paragraph it stands in, as source#paragraph."`
	Phrase string `json:"phrase" case:"required" doc:"The phrase, exactly as it stands there."`

	// What the phrase reveals about its date has to follow from these two.
	Tells string  `json:"-" key:"tells" ref:"event" doc:"The event that the phrase speaks of, by id; how says in which way."`
	How   Telling `json:"-" key:"how" doc:"What the phrase shows of that event: that the writer knows it or does not, or how long ago it happened."`

	Why string `json:"why" case:"required" doc:"What it gives away, or why it gives nothing away."`
}

// A Quote is a quotation to be matched with its speaker, the paragraph's said_by.
type Quote struct {
	In    string `json:"in" case:"required" ref:"paragraph" doc:"The paragraph that quotes it, as source#paragraph."`
	Words string `json:"words" case:"required" doc:"The words, exactly as they are quoted there, without the marks."`
}
