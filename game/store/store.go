// Package store keeps what the player has done from one run of the program to
// the next: in a folder of the player's own on a desktop, in localStorage in a
// browser. It knows bytes under keys and nothing of what they mean.
//
// It never deletes what it can't read: whoever finds something broken under a
// key moves it aside with [Store.SetAside]. It never panics: storage that is
// full, forbidden or missing is an error that says so, and the game plays on
// without saving.
//
// Start reading at [Store].
package store

import (
	"errors"
	"fmt"
	"strings"
)

// A Store keeps bytes under keys. Errors wrap one of this package's errors
// where one fits.
type Store interface {
	// Load returns what was saved last under the key. Where nothing was, the
	// error is [ErrAbsent].
	Load(key string) ([]byte, error)
	// Save keeps data, which must be text in UTF-8, in place of what was there.
	// A save that fails leaves that as it was.
	Save(key string, data []byte) error
	// SetAside moves what is under the key out of the way, so that Load finds
	// nothing there. The last three such things of a key are kept, under names
	// that end in .broken-1 (the newest) to .broken-3.
	SetAside(key string) error
}

// What can go wrong, in words for the player.
var (
	// ErrAbsent is returned by Load where nothing was saved; it needs no words.
	ErrAbsent = errors.New("nothing was saved here")
	// ErrForbidden means that nothing can be kept on this device.
	ErrForbidden = errors.New("saving is switched off or forbidden here; allow this page (or folder) to store data, or finish in one sitting")
	// ErrFull means that there is no room left.
	ErrFull = errors.New("there is no room left to save; free some space, or finish in one sitting")
	// ErrNotText means that what is to be saved isn't text in UTF-8.
	ErrNotText = errors.New("only text can be saved")
)

// mostAside is how many broken things are kept for each key.
const mostAside = 3

// asideName returns the name under which the n-th newest broken thing is kept.
func asideName(name string, n int) string {
	return fmt.Sprintf("%s.broken-%d", name, n)
}

// SessionKey returns the key of a session: there is one for each way to play a
// case, so that trying another length loses nothing.
func SessionKey(caseID, length, mode string) string {
	return sessionPrefix + strings.Join([]string{safe(caseID), safe(length), safe(mode)}, ".")
}

// sessionPrefix begins the keys of sessions.
const sessionPrefix = "session."

// SettingsKey is the key of the player's settings.
const SettingsKey = "settings"

// safe keeps of a name what is safe in a file's name on every system. Names of
// cases, lengths and modes have nothing else.
func safe(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '_'
	}, name)
}

// A missing store stands in where nothing can be kept.
type missing struct{ why error }

func (m missing) Load(string) ([]byte, error) { return nil, m.why }
func (m missing) Save(string, []byte) error   { return m.why }
func (m missing) SetAside(string) error       { return m.why }
