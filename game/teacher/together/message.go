package together

import (
	"holdtheline/game/teacher/frame"
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
	// Opened brings the class that OpenClass asked for, in the language that it asked for,
	// or why it can't be had. Notice is something to say of it. Untranslated is why its case is
	// told in its own language, though there is a translation.
	Opened struct {
		Lang                      string
		Class                     *hands.Class
		Notice, Why, Untranslated string
	}

	// Next goes to the next slide, and Back to the one before.
	Next struct{}
	Back struct{}
	// LeaveClass goes back to the choice of what to play.
	LeaveClass struct{}

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

	// CloseDialog closes the open dialog.
	CloseDialog struct{}
)

// An Effect asks the program to do something outside.
type Effect = frame.Effect

// The effects that only this room has.
type (
	// OpenClass asks for the class that was saved of a case and a length, or for a new
	// one where there is none or one begins anew. Lang is the language to tell it in.
	OpenClass struct {
		Case   string
		Length casefile.Length
		Anew   bool
		Lang   string
	}
	// SaveClass keeps a class.
	SaveClass struct {
		Case   string
		Length casefile.Length
		Data   []byte
	}
)
