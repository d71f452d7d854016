package together

import (
	"holdtheline/assets/words"
	"holdtheline/game/settings"
	"holdtheline/game/theme"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/hands"
)

// The messages.
type (
	// ChooseCase and ChooseLength choose what to play, and Begin plays it. Anew begins a
	// class that was saved from the start.
	ChooseCase   struct{ Case string }
	ChooseLength struct{ Length casefile.Length }
	Begin        struct{ Anew bool }
	// Opened brings the class that OpenClass asked for, or why it can't be had. Notice is
	// something to say of it.
	Opened struct {
		Class       *hands.Class
		Notice, Why string
	}

	// GoHome goes back to the first screen of the program, as a message and then as an
	// effect.
	GoHome struct{}

	// Next goes to the next slide, and Back to the one before.
	Next struct{}
	Back struct{}
	// Leave goes back to the choice of what to play.
	Leave struct{}

	// Raise counts one more hand for a verdict, and Take takes back one of the verdict
	// in hand, which is the one that was counted last.
	Raise struct{ Verdict casefile.Verdict }
	Take  struct{}
	// Rest gives the verdict in hand all pupils that no hand was counted of.
	Rest struct{}
	// ShowFirst shows the class its first count before the second.
	ShowFirst struct{}

	// AskNumber asks for a number: of the hands for the verdict in hand, or of Pupils.
	AskNumber struct{ Pupils bool }
	// Digit and Erase write it, and Enter takes it.
	Digit struct{ Digit int }
	Erase struct{}
	Enter struct{}

	// LiftCard picks a card up or puts it back, and MoveCard moves one on the board.
	LiftCard struct{ Card string }
	MoveCard struct{ From, To int }
	// Disagree notes that the class doesn't agree on a card, or does again.
	Disagree struct{ Card string }

	// OpenDesk lists the sources that there are so far. OpenSource shows one.
	OpenDesk   struct{}
	OpenSource struct{ Ref string }
	// OpenKeys lists the keys.
	OpenKeys struct{}
	// AskAnew asks whether to begin from the start.
	AskAnew struct{}
	// Print prints the screen.
	Print struct{}

	// OpenSettings opens the settings; the others change one of them.
	OpenSettings struct{}
	SetTheme     struct{ Theme theme.Name }
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
	// LoadWords asks for the texts of a language, which come as WordsCame.
	LoadWords struct{ Lang string }
	// OpenClass asks for the class that was saved of a case and a length, or for a new
	// one where there is none or one begins anew.
	OpenClass struct {
		Case   string
		Length casefile.Length
		Anew   bool
	}
	// SaveClass keeps a class.
	SaveClass struct {
		Case   string
		Length casefile.Length
		Data   []byte
	}
	// SaveSettings keeps the settings.
	SaveSettings struct{ Data []byte }
	// PrintPage prints the screen.
	PrintPage struct{}
)
