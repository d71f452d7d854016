package desk

import (
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/puzzle"
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
	// CaseCame brings the case that LoadCase asked for, or why it can't be had.
	CaseCame struct {
		ID  string
		Set *puzzle.Set
		Why string
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
	// GoHome goes back to the first screen of the program.
	GoHome struct{}

	// OpenSettings opens the settings; the others change one of them.
	OpenSettings struct{}
	SetTheme     struct{ Theme theme.Name }
	SetText      struct{ Percent int }
	SetMotion    struct{ Motion settings.Motion }
	SetLanguage  struct{ Lang string }
	// WordsCame brings the texts that LoadWords asked for; no words, and why, where they
	// can't be had.
	WordsCame struct {
		Lang  string
		Words *words.Catalogue
		Unset bool // the canvas can't set them
		Why   string
	}
	// SetView asks for the other view; ViewChanged tells which one is on the screen.
	SetView     struct{ View settings.View }
	ViewChanged struct {
		View   settings.View
		Reason ViewReason
	}
	// CloseDialog closes the open dialog.
	CloseDialog struct{}
	// ShowNotice shows a message about a failure outside, and DismissNotice hides it.
	ShowNotice    struct{ Text string }
	DismissNotice struct{}
)

// ViewReason is the reason for a change of view.
type ViewReason int8

// The reasons.
const (
	Chosen            ViewReason = iota // by the teacher, or there was no reason for another
	CanvasUnsupported                   // the browser can't draw
	ContextLost                         // it could, and can't any more
)

// An Effect asks the program to do something outside.
type Effect any

type (
	// Focus moves the focus to a node of the screen that there is now.
	Focus struct{ Node string }
	// SwitchView changes to the other view.
	SwitchView struct{ View settings.View }
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
	// LoadWords asks for the texts of a language, which come as WordsCame.
	LoadWords struct{ Lang string }
	// LoadCase asks for a case.
	LoadCase struct{ ID string }
	// SaveFile hands a file to the teacher.
	SaveFile struct {
		Name, MIME string
		Data       []byte
	}
	// SaveSettings keeps the settings.
	SaveSettings struct{ Data []byte }
	// PrintPage prints the screen.
	PrintPage struct{}
	// Leave goes back to the first screen.
	Leave struct{}
)
