package settings

import "holdtheline/game/toolkit/drive"

// Presentation is how a program of these settings is shown.
func (s Settings) Presentation() drive.Presentation {
	return drive.Presentation{
		Theme: string(s.Theme), Text: float64(s.Text) / 100,
		ReducedMotion: s.Motion == MotionOff, FullMotion: s.Motion == MotionOn,
	}
}
