package app

import (
	"time"

	"holdtheline/assets/words"
	"holdtheline/game/theme"
	"holdtheline/game/toolkit/ui"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/puzzle"
)

// The messages: everything a player can do. Package ui sends the one that the
// pressed node carries.
type (
	// ChooseLength picks how much of the case is played.
	ChooseLength struct{ Length casefile.Length }
	// ChooseMode picks practice or assessment.
	ChooseMode struct{ Practice bool }
	// Begin asks for a game with the choices of the briefing. Its effect is
	// ReadClock; Began brings the time and starts the game.
	Begin struct{}
	Began struct{ At time.Time }
	// Next goes to the next question, or the next step when all are answered.
	Next struct{}
	// GoTo goes to a step that was visited before, or back to the furthest one.
	GoTo struct{ Step string }

	// OpenSource opens a source to read it whole.
	OpenSource struct{ Source string }
	// OpenTab opens one of the tabs on offer, and reads it.
	OpenTab struct{ Source string }
	// CloseDialog closes the open dialog.
	CloseDialog struct{}
	// OpenMenu opens the menu.
	OpenMenu struct{}
	// OpenSave opens the choice of files to save. The first time its effect is
	// AskSharing, and Sharing brings the answer.
	OpenSave struct{}
	Sharing  struct{ Possible bool }
	// OpenGive shows the finished game as a code to give to a teacher, and CopyCode
	// copies the code.
	OpenGive struct{}
	CopyCode struct{}
	// ShowMarking explains how answers are marked.
	ShowMarking struct{}

	// OpenHelp opens the help with its keys; OpenGlossary opens the glossary at a
	// term.
	OpenHelp     struct{}
	OpenGlossary struct{ Term string }
	// OpenLegend opens what the stamps mean.
	OpenLegend struct{}

	// OpenShelf opens the choice of cases. ChooseCase chooses one: its effect is
	// OpenCase, and CaseOpened brings the case.
	OpenShelf  struct{}
	ChooseCase struct{ Case string }
	CaseOpened struct {
		Set     *puzzle.Set
		Options Options
	}

	// CaseTold brings the case that is played in another language: see TellCase. The
	// game goes on where it is.
	CaseTold struct {
		Set       *puzzle.Set // of the same case
		Shelf     []Shelved   // the cases to choose from, in that language
		Worksheet string      // address of the case on paper; empty where there is none
		Unset     bool        // the canvas can't set what it says
	}

	// ChooseHalf chooses the form of a test by one's number in the class.
	ChooseHalf struct{ Even bool }

	// OpenSettings opens the settings; the others change one of them.
	OpenSettings struct{}
	SetTheme     struct{ Theme theme.Name }
	SetText      struct{ Percent int }
	SetMotion    struct{ Motion Motion }
	SetSound     struct{ On bool }
	SetLanguage  struct{ Lang string }
	SetKeys      struct{ On bool }

	// WordsCame brings the texts that LoadWords asked for; no words, and why, where they
	// can't be had.
	WordsCame struct {
		Lang  string
		Words *words.Catalogue
		Unset bool // the canvas can't set them
		Why   string
	}

	// SetView asks for the other view; ViewChanged tells which one is on the screen.
	SetView     struct{ View View }
	ViewChanged struct {
		View   View
		Reason ViewReason
	}

	// Fill chooses an option of a field of the question, by the ids of its form; of
	// a choice of many, one that is chosen already is given up.
	Fill struct{ Field, Option string }

	// MoveCard takes the card at From out of the row and puts it in at To.
	MoveCard struct{ From, To int }
	// LiftCard picks a card up, so that the next press says where it goes;
	// lifting the lifted card puts it back.
	LiftCard struct{ Card string }

	// Hang pulls the cord of a card to another, or hangs the card up without one.
	// TakeDown lays it back on the table.
	Hang     struct{ Card, To string }
	TakeDown struct{ Card string }

	// Submit hands the answer in.
	Submit struct{}
	// KeepOrder says that the order as dealt is meant.
	KeepOrder struct{}
	// TakeHint shows the hint of the question.
	TakeHint struct{}
	// Retry opens an answered question again, in practice.
	Retry struct{}
	// FocusQuestion moves focus, and with it the view, to the question.
	FocusQuestion struct{}

	// Review shows every answer with its reason.
	Review struct{ Show bool }
	// Save saves the result in a format: text, json, csv or log.
	Save struct{ Format string }
	// SavePicture makes a picture of the debrief and saves it, or shares it.
	SavePicture struct{ Share bool }
	// Print prints the debrief.
	Print struct{}

	// AskRestart asks whether to start over; Restart does it.
	AskRestart struct{}
	Restart    struct{}

	// Conflict says that a game was continued in another tab or window.
	// LoadOtherGame loads that game here; KeepThisGame keeps the one that is open.
	Conflict      struct{ Variant }
	LoadOtherGame struct{}
	KeepThisGame  struct{}
	// Loaded brings the session that LoadSession asked for; no data where none is
	// saved any more.
	Loaded struct {
		Variant
		Data []byte
	}

	// ShowNotice shows a message about a failure outside the game, such as a save
	// that could not be written.
	ShowNotice struct{ Text string }
	// DismissNotice hides it.
	DismissNotice struct{}
)

// An Effect asks the program to do something outside the game.
type Effect any

type (
	// Focus moves the focus to a node of the screen that there is now.
	Focus struct{ Node string }
	// SwitchView changes to the other view. ViewChanged tells whether that succeeded.
	SwitchView struct{ View View }
	// LoadWords asks for the texts of a language, which come as WordsCame.
	LoadWords struct{ Lang string }
	// ReadClock asks for the time, which comes as Began.
	ReadClock struct{}
	// AskSharing asks whether the device can share a picture, which comes as
	// Sharing.
	AskSharing struct{}

	// SaveSession keeps the session's log under the key of its case and variant.
	SaveSession struct {
		Variant
		Data []byte
	}
	// LoadSession asks for the saved session of a variant, which comes as Loaded.
	LoadSession struct{ Variant }
	// ReplaceSession archives the saved session and saves this one.
	ReplaceSession struct {
		Variant
		Data []byte
	}
	// OpenCase asks for another case, which comes as CaseOpened, or as a ShowNotice
	// that says why it can't be had.
	OpenCase struct{ Case string }
	// TellCase asks for the case in another language, which comes as CaseTold if there
	// is one. Until then, and otherwise, it stays in the language it is in.
	TellCase struct{ Lang string }
	// OpenForm asks for the other form of a test, which comes as CaseOpened likewise.
	OpenForm struct{ Form casefile.Form }
	// SaveSettings keeps the player's settings.
	SaveSettings struct{ Data []byte }
	// PlaySound plays a sound.
	PlaySound struct{ Sound Sound }
	// ArchiveSession archives the saved session: the player starts over.
	ArchiveSession struct{ Variant }
	// SaveFile hands a file to the player.
	SaveFile struct {
		Name, MIME string
		Data       []byte
	}
	// MakePicture paints a tree into a picture of its own and saves it, or shares
	// it, in the player's theme.
	MakePicture struct {
		Name, Title string
		Share       bool
		Tree        *ui.Node
		Viewport    ui.Viewport
		Scale       float64 // device pixels per CSS pixel
	}
	// CopyText puts a text on the clipboard.
	CopyText struct{ Text string }
	// PrintPage prints the screen.
	PrintPage struct{}
)
