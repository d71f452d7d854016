package desk

import (
	"holdtheline/game/teacher/frame"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/session"
)

// The messages.
type (
	// Choose asks for the files of one side, which come as Came.
	Choose struct{ Side session.When }
	// Came brings files for a side, or for none where they were dropped elsewhere.
	// Coming is how many more of them are on the way.
	Came struct {
		Side   session.When
		Files  ui.Files
		Coming int
	}
	// EnterCodes asks for codes, to be typed or pasted, and ScanCodes for the camera.
	// They come as CodesCame; of one code, its pupil's name may come along.
	EnterCodes struct{ Side session.When }
	ScanCodes  struct{ Side session.When }
	CodesCame  struct {
		Side session.When
		Text string
		Name string
	}
	// AskName asks for the name of a code's pupil, which comes as Named.
	AskName struct{ File int }
	Named   struct {
		File int
		Name string
	}
	// Remove takes a file away again, and Clear all of them.
	Remove struct{ File int }
	Clear  struct{}

	// Compare goes to what the results show, side by side or of one side alone, and
	// Back to the results.
	Compare struct{}
	Back    struct{}
	// HideNames puts numbers in the place of the pupils' names, or not.
	HideNames struct{ On bool }
	// OpenSave opens the choice of files to save. Save saves one: csv or json.
	OpenSave struct{}
	Save     struct{ Format string }
	// Print prints the screen.
	Print struct{}
	// CloseDialog closes the open dialog.
	CloseDialog struct{}
)

// An Effect asks the program to do something outside.
type Effect = frame.Effect

// The effects that only this room has.
type (
	// ChooseFiles opens the dialogue to choose files for a side.
	ChooseFiles struct{ Side session.When }
	// OpenEntry opens the dialogue to type or paste codes, and OpenCamera the one to
	// photograph them.
	OpenEntry  struct{ Side session.When }
	OpenCamera struct{ Side session.When }
	// OpenNaming asks for the name of a code's pupil, who has one now.
	OpenNaming struct {
		File int
		Name string
	}
)
