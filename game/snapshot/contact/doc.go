// Package contact is support for tests: it pictures a screen in every size and look
// on one contact sheet, and compares sheets with those that were looked at.
//
// Start reading at [Compare].
package contact
