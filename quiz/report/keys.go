package report

import (
	"slices"
	"strconv"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// A Localizer returns a text of the interface's language by its key. Arguments
// come in pairs: a placeholder's name and its value.
type Localizer interface {
	Say(key string, args ...any) string
}

// The keys of the texts that Report.Text uses, with the placeholders of each.
// [Keys] lists all of them, including those that end in a name.
const (
	KeyHeading    = "report.heading"    // title
	KeyPlayed     = "report.played"     // length, mode, date, seed
	KeyUnfinished = "report.unfinished" // answered, asked
	KeyScore      = "report.score"      // score
	KeyFirst      = "report.first"      // in practice: first answers count

	KeyPoint = "number.point" // of a decimal number

	KeySkills    = "report.skills"
	KeySkill     = "report.skill.line" // skill, value, items
	KeySkillNone = "report.skill.none" // skill
	keySkillName = "skill."            // + chronology, verdicts, sources, calibration, discernment
	keyLength    = "length."           // + quick, lesson, full
	keyMode      = "mode."             // + practice, assessment
	keyKind      = "puzzle.kind."      // + a kind, as puzzle.AllKinds has them
	keyVerdict   = "verdict."          // + real, prank, denied, unconfirmed
	keyCertainty = "certainty."        // + 1, 2, 3
	keyLean      = "debrief.lean."     // + believing, doubting, neither

	KeyDiscernment = "report.discernment"
	KeyBelieved    = "report.discernment.believed" // hits, signals, alarms, noise
	KeyTooFew      = "report.discernment.few"
	KeyNumbers     = "report.discernment.numbers" // dprime, c

	KeyCalibration = "report.calibration"
	KeyLevel       = "report.calibration.level" // certainty, right, answers, share, needed
	KeyLevelNone   = "report.calibration.none"  // certainty

	KeyBelief        = "report.belief"
	KeyBeliefClaim   = "report.belief.claim"   // claim
	KeyBeliefSame    = "report.belief.same"    // beat, given, certainty
	KeyBeliefOther   = "report.belief.other"   // beat, given, certainty, supported
	KeyBeliefMissing = "report.belief.missing" // beat

	KeyItems       = "report.items"
	KeyItem        = "report.item"         // title, kind, mark
	KeyItemRetried = "report.item.retried" // title, kind, mark, latest
	KeyItemMissing = "report.item.missing" // title, kind
)

// Keys lists every key that Report.Text can use.
func Keys() []string {
	keys := []string{
		KeyHeading, KeyPlayed, KeyUnfinished, KeyScore, KeyFirst, KeyPoint,
		KeySkills, KeySkill, KeySkillNone,
		KeyDiscernment, KeyBelieved, KeyTooFew, KeyNumbers,
		KeyCalibration, KeyLevel, KeyLevelNone,
		KeyBelief, KeyBeliefClaim, KeyBeliefSame, KeyBeliefOther, KeyBeliefMissing,
		KeyItems, KeyItem, KeyItemRetried, KeyItemMissing,
	}
	for _, skill := range puzzle.Skills() {
		keys = append(keys, keySkillName+string(skill))
	}
	for _, length := range []casefile.Length{casefile.Quick, casefile.Lesson, casefile.Full} {
		keys = append(keys, keyLength+string(length))
	}
	for _, mode := range []session.Mode{session.Practice, session.Assessment, session.Test} {
		keys = append(keys, keyMode+string(mode))
	}
	for _, kind := range puzzle.AllKinds() {
		keys = append(keys, keyKind+string(kind))
	}
	for _, verdict := range casefile.Verdicts() {
		keys = append(keys, keyVerdict+string(verdict))
	}
	for level := puzzle.LeastSure; level <= puzzle.MostSure; level++ {
		keys = append(keys, keyCertainty+strconv.Itoa(level))
	}
	for _, lean := range []Lean{Believing, Doubting, Neither} {
		keys = append(keys, keyLean+string(lean))
	}
	slices.Sort(keys)
	return keys
}
