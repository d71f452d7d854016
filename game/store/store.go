package store

import (
	"errors"
	"fmt"
	"strings"
)

// A Store is a key-value store. Errors wrap one of this package's errors where
// one fits.
type Store interface {
	// Load returns the value of the key. If there is none, the error is
	// [ErrAbsent].
	Load(key string) ([]byte, error)
	// Save sets the value of the key to data, which must be UTF-8. If it fails,
	// the old value stays.
	Save(key string, data []byte) error
	// Archive renames the value of the key, so that Load finds nothing.
	// The last three such values of a key are kept, under names that end in
	// .broken-1 (the newest) to .broken-3.
	Archive(key string) error
}

// What can go wrong, in words for the player.
var (
	// ErrAbsent is returned by Load for a key without a value; players don't
	// see it.
	ErrAbsent = errors.New("nothing was saved here")
	// ErrForbidden means that nothing can be saved on this device.
	ErrForbidden = errors.New("saving is switched off or forbidden here; allow this page (or folder) to store data, or finish in one sitting")
	// ErrFull means that there is no room left.
	ErrFull = errors.New("there is no room left to save; free some space, or finish in one sitting")
	// ErrNotText means that the data to save isn't UTF-8.
	ErrNotText = errors.New("only text can be saved")
)

// mostAside is how many broken values are kept for each key.
const mostAside = 3

// archiveName returns the name of the n-th newest archived value.
func archiveName(name string, n int) string {
	return fmt.Sprintf("%s.broken-%d", name, n)
}

// SessionKey returns the key of a session. Each way to play a case has its own,
// so that trying another length loses nothing.
func SessionKey(caseID, length, mode string) string {
	return sessionPrefix + strings.Join([]string{safe(caseID), safe(length), safe(mode)}, ".")
}

// sessionPrefix begins the keys of sessions.
const sessionPrefix = "session."

// IsSession tells whether a key is a session's.
func IsSession(key string) bool { return strings.HasPrefix(key, sessionPrefix) }

// SettingsKey is the key of the player's settings.
const SettingsKey = "settings"

// safe drops the characters of a name that aren't safe in file names on every
// system. Names of cases, lengths and modes have none.
func safe(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return '_'
	}, name)
}

// A missing store is the store where nothing can be saved.
type missing struct{ why error }

func (m missing) Load(string) ([]byte, error) { return nil, m.why }
func (m missing) Save(string, []byte) error   { return m.why }
func (m missing) Archive(string) error        { return m.why }
