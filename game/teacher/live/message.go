package live

import (
	"time"

	"holdtheline/game/teacher/frame"
	"holdtheline/quiz/casefile"
	"holdtheline/quiz/session"
)

// What the teacher does.
type (
	// ChooseCase and the next three choose what a new class plays.
	ChooseCase   struct{ ID string }
	ChooseLength struct{ Length casefile.Length }
	ChooseMode   struct{ Mode session.Mode }
	ChoosePace   struct{ Pace string }
	// OpenClass opens it. Enter goes into a class that this browser has opened before,
	// and Forget strikes it from the list of those.
	OpenClass struct{}
	Enter     struct{ Code string }
	Forget    struct{ Code string }
	// LeaveClass goes back to the list. The class goes on.
	LeaveClass struct{}

	// Show goes to one of the screens of a class.
	Show struct{ Screen Screen }
	// Go takes the class to a step and phase, and Pause asks everybody to look up, or
	// ends that.
	Go struct {
		Step  string
		Phase string
	}
	Pause struct{ On bool }
	// See looks at a step without leading there, for a class at its own pace or to look
	// back; an empty step looks at where the class is.
	See struct{ Step string }
	// Item shows another question of the step.
	Item struct{ Index int }
	// ShowAnswers shows the answers on the teacher's screen, or hides them.
	ShowAnswers struct{ On bool }

	// Elsewhere shows how to lead the class from another device.
	Elsewhere struct{}
	// HideNames puts numbers in the place of pseudonyms, or not.
	HideNames struct{ On bool }
	// NewKey makes a new key for a pupil, Remove asks whether to take a seat away, and
	// RemoveSurely does so.
	NewKey       struct{ Seat string }
	Remove       struct{ Seat string }
	RemoveSurely struct{ Seat string }
	// Note asks for a note of who is behind a pseudonym.
	Note struct{ Seat string }

	// Refresh asks for the reports of the pupils anew.
	Refresh struct{}
	// Export saves the reports of the pupils: csv or json.
	Export struct{ Format string }
	// OpenSave opens the choice of files.
	OpenSave struct{}
	Print    struct{}
	// Delete asks whether to delete the class, and DeleteSurely does so.
	Delete       struct{}
	DeleteSurely struct{}
	// CloseDialog closes the open dialog.
	CloseDialog struct{}
	// Retry tries again to reach the server.
	Retry struct{}
)

// What comes from outside.
type (
	// Answered is the answer to a Call: its status and body, or why there is none. Wait
	// is how long the server asks to wait.
	Answered struct {
		To     Purpose
		Status int
		Body   []byte
		Wait   time.Duration
		Failed bool // there is no answer
	}
	// Heard is an event of the stream of a class.
	Heard struct{ Code, Name, Data string }
	// StreamEnded tells that the stream of a class has ended or broken.
	StreamEnded struct{ Code string }
	// Tick tells the time, about every second.
	Tick struct{ Now time.Time }
	// Woke tells that the page is looked at again after it was hidden or asleep.
	Woke struct{}
	// Noted brings the note that was asked for.
	Noted struct{ Code, Seat, Text string }
)

// A Purpose is what a call is for. It is comparable.
type Purpose struct {
	What What
	Code string // of the class
	Seat string
	More string // a format
}

// What a call does.
type What int8

// The calls.
const (
	Looking    What = iota // whether there is a class server
	Opening                // a class
	SigningIn              // turns the secret into a cookie
	Describing             // what the class plays
	Polling                // the state
	Pacing
	Keying
	Removing
	Deleting
	Reporting
	Exporting
	SigningOut
)

// The effects that only this room has.
type (
	// Call calls the server. The answer comes back as Answered.
	Call struct {
		To           Purpose
		Method, Path string
		Secret       string // as Bearer; empty for the cookie
		Body         []byte // JSON, or nil
	}
	// Listen listens to the stream of a class in the place of any other, from a number
	// of its state on. Hush ends that.
	Listen struct {
		Code  string
		After uint64
	}
	Hush struct{}
	// KeepAwake keeps the screen on, or lets it go.
	KeepAwake struct{ On bool }
	// PutLink puts the code of the class into the address, in the place of everything
	// that is there, or nothing.
	PutLink struct{ Code string }
	// KeepClasses keeps the list of open classes in this browser, and KeepNotes who is
	// behind the pseudonyms.
	KeepClasses struct{ Data []byte }
	KeepNotes   struct{ Data []byte }
	// AskNote asks the teacher for a note, which comes back as Noted.
	AskNote struct{ Code, Seat, Question, Text string }
)

// An Effect asks the program to do something outside.
type Effect = frame.Effect
