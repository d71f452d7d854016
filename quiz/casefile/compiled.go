package casefile

import (
	"encoding/json"
	"fmt"
)

// LoadCompiled reads a case that the command case build has written. It does not
// check the case again: the game's cases come with the program, and checking
// would take most of the time until the first screen. For a case from anywhere
// else use [Load] and package check.
func LoadCompiled(data []byte) (*Case, error) {
	c := &Case{}
	if err := json.Unmarshal(data, c); err != nil {
		return nil, fmt.Errorf("casefile: this is no compiled case: %w; write it with the command case build", err)
	}
	if c.Format != Format {
		return nil, fmt.Errorf("casefile: the case has the format %d, and this program reads %d; build it again with the command case build", c.Format, Format)
	}
	return c, nil
}
