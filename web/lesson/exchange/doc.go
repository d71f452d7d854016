// Package exchange writes questions for learning platforms: as Moodle XML and as GIFT.
// It knows no case: package lesson makes the questions.
//
// Texts are plain text and stay that, whatever is in them: in Moodle XML they become
// escaped HTML, in GIFT plain text with the characters escaped that GIFT uses itself.
// Start reading at [Question], [Moodle] and [GIFT].
package exchange
