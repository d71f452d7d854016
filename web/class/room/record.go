package room

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"time"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// A PaceKind says who decides when the class goes on.
type PaceKind string

// The kinds of pace.
const (
	Free     PaceKind = "free"     // everybody plays alone, at their own pace
	Together PaceKind = "together" // the teacher leads
)

// Settings is what a class plays. It never changes.
type Settings struct {
	Case        string          `json:"case"`
	Fingerprint string          `json:"fingerprint"`
	Length      casefile.Length `json:"length"`
	Mode        session.Mode    `json:"mode"`
	Seed        uint64          `json:"seed"`
	Pace        PaceKind        `json:"pace"`
	Expires     time.Time       `json:"expires"` // UTC, whole seconds
}

// A Hash is the SHA-256 of a secret in hexadecimal. Secrets are long and random, so
// that no slower hash is needed.
type Hash string

// HashOf returns the hash of a secret.
func HashOf(secret string) Hash {
	sum := sha256.Sum256([]byte(secret))
	return Hash(hex.EncodeToString(sum[:]))
}

// A RecordKind is what a record of a class does.
type RecordKind string

// What a record can do.
const (
	Created RecordKind = "created" // Settings, Key, Seal: first, and only once
	Seated  RecordKind = "seated"  // Seat, Name, Language, Key, Seal
	Named   RecordKind = "named"   // Seat, Name
	Keyed   RecordKind = "keyed"   // Seat, Key
	Removed RecordKind = "removed" // Seat
	Paced   RecordKind = "paced"   // Pace
	Deleted RecordKind = "deleted" // last: nothing of the class is left
)

// A Record is a message of the class itself.
type Record struct {
	Do       RecordKind `json:"do"`
	Settings *Settings  `json:"settings,omitempty"`
	Seat     string     `json:"seat,omitempty"`
	Name     string     `json:"name,omitempty"`
	Language string     `json:"language,omitempty"`
	Key      Hash       `json:"key,omitempty"`  // of the teacher's secret or the pupil's key
	Seal     []byte     `json:"seal,omitempty"` // SealSize random bytes
	Pace     *Pace      `json:"pace,omitempty"`
}

// Encode returns the record as the store keeps it.
func (r Record) Encode() []byte {
	data, err := json.Marshal(r)
	if err != nil {
		panic("room: a record does not encode: " + err.Error()) // strings, numbers and times
	}
	return data
}
