package lesson

// A Plan is a lesson in steps, whose minutes add up to its length.
type Plan struct {
	Name  string // a part of its texts' keys
	Total int    // minutes
	Steps []Step
}

// A Step of a plan. Its texts are under "plan." and its name: what the teacher does,
// says, and what can go wrong.
type Step struct {
	Name    string
	Minutes int
}

// Plans returns the plans for 25 and 50 minutes. If the case has no order or no trace,
// their minutes go to the talk.
func (l *Lesson) Plans() []Plan {
	short := Plan{Name: "short", Total: 25, Steps: []Step{{"open", 3}, {"core", 15}, {"talk", 5}, {"close", 2}}}
	long := Plan{Name: "long", Total: 50, Steps: []Step{{"open", 4}, {"desk", 25}}}
	talk := 6
	if l.Order != nil {
		long.Steps = append(long.Steps, Step{"order", 7})
	} else {
		talk += 7
	}
	if l.Trace != nil {
		long.Steps = append(long.Steps, Step{"trace", 6})
	} else {
		talk += 6
	}
	long.Steps = append(long.Steps, Step{"talk", talk}, Step{"close", 2})
	return []Plan{short, long}
}

// Ways are the ways to play beside paper. Their texts are under "way.".
func (l *Lesson) Ways() []string { return []string{"alone", "codes", "screen", "server"} }

// Core returns the moments of the short plan.
func (l *Lesson) Core() []*Moment {
	var core []*Moment
	for _, m := range l.Moments {
		if m.Core {
			core = append(core, m)
		}
	}
	return core
}

// each is about how many minutes a step has for each of n moments.
func each(minutes, n int) int { return max(1, minutes/max(1, n)) }
