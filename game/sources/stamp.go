package sources

import (
	"holdtheline/game/figure"
	"holdtheline/game/theme"
	"holdtheline/quiz/casefile"
)

// stamps say how each verdict looks: its shape tells it apart before its colour.
var stamps = map[casefile.Verdict]figure.Stamp{
	casefile.Real:        {Outline: figure.Ring, Color: theme.RealColor, Tint: theme.GoodTint},
	casefile.Prank:       {Outline: figure.Star, Color: theme.PrankColor, Tint: theme.Shade},
	casefile.Denied:      {Outline: figure.Bars, Color: theme.DeniedColor, Tint: theme.BadTint},
	casefile.Unconfirmed: {Outline: figure.Dots, Color: theme.UnknownColor, Tint: theme.Shade},
}

// Stamp is how a verdict looks.
func Stamp(v casefile.Verdict) figure.Stamp { return stamps[v] }
