package puzzle

import "slices"

// A Mark is what an answer earned. Value is in [0, 1] and is the sum of Parts. At
// most one of the pointers is set, by the kind of the item.
type Mark struct {
	Value float64 `json:"mark"`
	Parts []Part  `json:"parts"`

	Order   *OrderParts   `json:"order,omitempty"` // order and weigh
	Verdict *VerdictParts `json:"verdict,omitempty"`
	Date    *DateParts    `json:"date,omitempty"`
	Trace   *TraceParts   `json:"trace,omitempty"`
	Spot    *SpotParts    `json:"spot,omitempty"`
	Slips   *ChoiceParts  `json:"slips,omitempty"`
	Tabs    *TabsParts    `json:"tabs,omitempty"`
}

// A Part is one part of a mark: Value out of Max.
type Part struct {
	Name  PartName `json:"name"`
	Value float64  `json:"value"`
	Max   float64  `json:"max"`
}

// PartName names a part of a mark. Each kind defines its own.
type PartName string

// ChoiceParts counts the hits and errors of a choice of many.
type ChoiceParts struct {
	Hits        int      `json:"hits"`
	FalseAlarms int      `json:"false_alarms"`
	Of          int      `json:"of"`     // how many there were to find
	Missed      []string `json:"missed"` // by id
	False       []string `json:"false"`  // by id
}

func newMark(parts ...Part) Mark {
	m := Mark{Parts: parts}
	for _, p := range parts {
		m.Value += p.Value
	}
	m.Value = min(1, max(0, m.Value))
	return m
}

// yes returns the mark of a part that is either right or wrong.
func yes(right bool, full float64) float64 {
	if right {
		return full
	}
	return 0
}

// choice counts what was found, missed and wrongly chosen.
func choice(chosen, right []string, all []string) ChoiceParts {
	c := ChoiceParts{Of: len(right), Missed: []string{}, False: []string{}}
	for _, id := range all {
		switch is, has := slices.Contains(right, id), slices.Contains(chosen, id); {
		case is && has:
			c.Hits++
		case is:
			c.Missed = append(c.Missed, id)
		case has:
			c.FalseAlarms++
			c.False = append(c.False, id)
		}
	}
	return c
}

// value returns max(0, (hits − false alarms) / of). With nothing to find, choosing
// nothing earns 1 and anything else 0.
func (c ChoiceParts) value() float64 {
	if c.Of == 0 {
		return yes(c.FalseAlarms == 0, 1)
	}
	return max(0, float64(c.Hits-c.FalseAlarms)/float64(c.Of))
}
