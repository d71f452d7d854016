package launch

import (
	"errors"

	"holdtheline/game/store"
)

// A Sayer returns a text of the interface by its key.
type Sayer interface {
	Say(key string, args ...any) string
}

// Why returns why something could not be saved, in the player's language.
// Errors without a text of their own are returned as they are.
func Why(w Sayer, err error) string {
	switch {
	case errors.Is(err, store.ErrFull):
		return w.Say("why.full")
	case errors.Is(err, store.ErrForbidden):
		return w.Say("why.forbidden")
	}
	return err.Error()
}
