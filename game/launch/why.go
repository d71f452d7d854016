package launch

import (
	"errors"

	"holdtheline/game/store"
)

// A Sayer says a text of the interface by its key.
type Sayer interface {
	Say(key string, args ...any) string
}

// Why says in the player's language why something could not be kept. What has
// no words of its own is said as the machine told it.
func Why(w Sayer, err error) string {
	switch {
	case errors.Is(err, store.ErrFull):
		return w.Say("why.full")
	case errors.Is(err, store.ErrForbidden):
		return w.Say("why.forbidden")
	}
	return err.Error()
}
