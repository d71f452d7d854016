package store

import "errors"

// A Localizer returns a text of the interface by its key.
type Localizer interface {
	Say(key string, args ...any) string
}

// Reason returns why something could not be saved, in the player's language.
// Errors without a text of their own are returned as they are.
func Reason(w Localizer, err error) string {
	switch {
	case errors.Is(err, ErrFull):
		return w.Say("why.full")
	case errors.Is(err, ErrForbidden):
		return w.Say("why.forbidden")
	}
	return err.Error()
}
