package figure

// What runs as reading does: from earlier to later, from less to more, from one end of a
// scale to the other. See ui.Directed. The teacher's charts don't: their texts say where
// left is.

// Directed implements ui.Directed.
func (Cord) Directed() {}

// Directed implements ui.Directed.
func (CordBar) Directed() {}

// Directed implements ui.Directed.
func (Gauge) Directed() {}

// Directed implements ui.Directed.
func (Belief) Directed() {}

// Directed implements ui.Directed.
func (Dial) Directed() {}

// Directed implements ui.Directed.
func (Spread) Directed() {}

// Directed implements ui.Directed.
func (Scale) Directed() {}

// Directed implements ui.Directed.
func (TrueLine) Directed() {}

// Directed implements ui.Directed.
func (Provenance) Directed() {}
