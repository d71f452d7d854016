package puzzle

import "holdtheline/quiz/casefile"

// Stamp returns what a verdict is called in a case.
func Stamp(c *casefile.Case, v casefile.Verdict) Message {
	if own, ok := c.Stamps[v]; ok {
		return text(own.Name)
	}
	return say("verdict." + string(v))
}

// Means returns what a verdict means in a case, as the rest of a sentence that begins
// with its name and a colon.
func Means(c *casefile.Case, v casefile.Verdict) Message {
	if own, ok := c.Stamps[v]; ok {
		return text(own.Means)
	}
	return say("legend." + string(v))
}
