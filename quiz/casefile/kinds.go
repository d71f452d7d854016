package casefile

// Verdict is what the evidence supports about a claim at a moment.
type Verdict string

// The four verdicts. Their order here is the order in which they are offered.
const (
	Real        Verdict = "real"
	Prank       Verdict = "prank"
	Denied      Verdict = "denied"
	Unconfirmed Verdict = "unconfirmed"
)

// Verdicts lists the four verdicts in the order in which they are offered.
func Verdicts() []Verdict { return []Verdict{Real, Prank, Denied, Unconfirmed} }

// SourceKind is what sort of publication a source is.
type SourceKind string

// The kinds of source.
const (
	Article       SourceKind = "article"
	Agency        SourceKind = "agency" // a news agency's dispatch, which others print
	Post          SourceKind = "post"
	Statement     SourceKind = "statement"
	Interview     SourceKind = "interview"
	Confession    SourceKind = "confession"
	Broadcast     SourceKind = "broadcast"
	Retrospective SourceKind = "retrospective"
	Cable         SourceKind = "cable"     // a telegram
	Newspaper     SourceKind = "newspaper" // a printed page
	Notice        SourceKind = "notice"    // an official note
	Letter        SourceKind = "letter"
	Book          SourceKind = "book"
	Photograph    SourceKind = "photograph"
	Film          SourceKind = "film" // a newsreel or any other moving picture
)

// DatedBy says where a source's date comes from.
type DatedBy string

// A date is stated by the source, inferred from what it knows, or known from elsewhere,
// such as a catalogue. Players are not told an inferred date.
const (
	Stated    DatedBy = "stated"
	Inferred  DatedBy = "inferred"
	Elsewhere DatedBy = "elsewhere"
)

// Directness is how close a source is to what it tells.
type Directness string

// From the strongest to the weakest.
const (
	Firsthand  Directness = "firsthand"  // the speaker was there
	Official   Directness = "official"   // an office speaks for somebody who was
	Secondhand Directness = "secondhand" // reports what others said
	Retold     Directness = "retold"     // tells it again, later or further away
)

// Length is how much of a case is played.
type Length string

// The three lengths.
const (
	Quick  Length = "quick"
	Lesson Length = "lesson"
	Full   Length = "full"
)

// RoomKind is the kind of a room. Briefing and debrief belong to every case and
// are not listed in it.
type RoomKind string

// The rooms that a case lists.
const (
	Desk      RoomKind = "desk"
	Timeline  RoomKind = "timeline"
	Lab       RoomKind = "lab"
	Retelling RoomKind = "retelling"
)

// PuzzleKind names a kind of puzzle. Package puzzle defines them.
type PuzzleKind string

// Axis is the date by which events are put in order.
type Axis string

// The two axes.
const (
	Happened Axis = "happened"
	Known    Axis = "known"
)

// Telling is what a phrase reveals about an event, and so about when it was written.
type Telling string

// The first two are about what the writer knew, the others about when the event
// happened relative to the day of writing.
const (
	Knows      Telling = "knows"       // not written before it became known
	KnowsNot   Telling = "knows-not"   // not written after the day on which it became known
	Today      Telling = "today"       // “today”, “this morning”
	Yesterday  Telling = "yesterday"   // “yesterday”, “last night”
	WithinWeek Telling = "within-week" // “on Thursday”: at most six days before
	ComingDays Telling = "coming-days" // “on Monday”, of what is still to come: at most seven days after
	NextWeek   Telling = "next-week"   // “next week”: in the week after, Monday to Sunday
	LastWeek   Telling = "last-week"   // “last week”: in the week before, Monday to Sunday
	ThisMonth  Telling = "this-month"  // “earlier this month”
	LastMonth  Telling = "last-month"  // “last month”
	ThisYear   Telling = "this-year"   // “earlier this year”
	LastYear   Telling = "last-year"   // “last year”
)

// Options lists what a phrase can reveal about an event.
func (Telling) Options() []string {
	return spelled([]Telling{Knows, KnowsNot, Today, Yesterday, WithinWeek, ComingDays, NextWeek, LastWeek, ThisMonth, LastMonth, ThisYear, LastYear})
}

// Options lists the verdicts, as the format spells them.
func (Verdict) Options() []string { return spelled(Verdicts()) }

// Options lists the kinds of source.
func (SourceKind) Options() []string {
	return spelled([]SourceKind{
		Article, Agency, Post, Statement, Interview, Confession, Broadcast, Retrospective,
		Cable, Newspaper, Notice, Letter, Book, Photograph, Film,
	})
}

// Options lists where a date can come from.
func (DatedBy) Options() []string { return spelled([]DatedBy{Stated, Inferred, Elsewhere}) }

// Options lists the degrees of directness, strongest first.
func (Directness) Options() []string {
	return spelled([]Directness{Firsthand, Official, Secondhand, Retold})
}

// Options lists the lengths, shortest first.
func (Length) Options() []string { return spelled([]Length{Quick, Lesson, Full}) }

// Options lists the rooms that a case can have.
func (RoomKind) Options() []string { return spelled([]RoomKind{Desk, Timeline, Lab, Retelling}) }

// Picture names one of the game's drawings.
type Picture string

// The drawings that can stand for a case.
const (
	Telephone Picture = "telephone"
	Telegraph Picture = "telegraph"
	Biplane   Picture = "biplane"
	Flag      Picture = "flag" // planted in snow
	Page      Picture = "page"
)

// Options lists the drawings.
func (Picture) Options() []string {
	return spelled([]Picture{Telephone, Telegraph, Biplane, Flag, Page})
}

// ImageLicense is on what terms a picture may be shown, as an SPDX identifier or a word.
type ImageLicense string

// The two that have no SPDX identifier.
const (
	PublicDomain ImageLicense = "public-domain"
	ByPermission ImageLicense = "by-permission" // somebody who may allow it has
)

// Options lists the terms.
func (ImageLicense) Options() []string {
	return []string{
		string(PublicDomain), "CC0-1.0", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC-BY-NC-SA-4.0",
		"CC-BY-3.0", "CC-BY-SA-3.0", "CC-BY-2.5", "CC-BY-SA-2.5", "CC-BY-2.0", "CC-BY-SA-2.0", string(ByPermission),
	}
}

// Form tells which of two parallel tests a case is.
type Form string

// The two forms.
const (
	FormA Form = "a"
	FormB Form = "b"
)

// Options lists the forms.
func (Form) Options() []string { return spelled([]Form{FormA, FormB}) }

// Options lists the axes.
func (Axis) Options() []string { return spelled([]Axis{Happened, Known}) }

func spelled[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}
