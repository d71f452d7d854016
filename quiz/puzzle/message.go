package puzzle

import (
	"strings"

	"holdtheline/quiz/casefile"
	"holdtheline/quiz/edtf"
)

// A Message is a text independent of language: a list of pieces that are joined
// without separators. A question or reason is composed once, and screens,
// worksheets and tests put it into their language.
type Message []Fragment

// A Fragment is one piece of a Message: words of the case, a date, or a text of
// the interface.
type Fragment struct {
	Text string    // words of the case, as they are
	Date edtf.Date // a date
	Key  string    // a text of the interface, by its key
	// Args are pairs of a placeholder of the text and its value. A value may be
	// a Message, a date, a number, or a string with words of the case.
	Args []any
	// Count chooses the text's plural form by the number N.
	Count bool
	N     int
}

// A Language has the texts of the interface and formats dates.
type Language interface {
	Say(key string, args ...any) string
	Count(key string, n int, args ...any) string
	Date(d edtf.Date) string
}

// In returns the message in a language.
func (w Message) In(l Language) string {
	var b strings.Builder
	for _, piece := range w {
		switch {
		case piece.Key != "" && piece.Count:
			b.WriteString(l.Count(piece.Key, piece.N, said(l, piece.Args)...))
		case piece.Key != "":
			b.WriteString(l.Say(piece.Key, said(l, piece.Args)...))
		case !piece.Date.IsZero():
			b.WriteString(l.Date(piece.Date))
		default:
			b.WriteString(piece.Text)
		}
	}
	return b.String()
}

// said puts the values among the arguments of a text into the language.
func said(l Language, args []any) []any {
	out := make([]any, len(args))
	for i, arg := range args {
		switch arg := arg.(type) {
		case Message:
			out[i] = arg.In(l)
		case edtf.Date:
			out[i] = l.Date(arg)
		default:
			out[i] = arg
		}
	}
	return out
}

// The makers of messages, for the kinds.
func text(s string) Message               { return Message{{Text: s}} }
func dated(d edtf.Date) Message           { return Message{{Date: d}} }
func say(key string, args ...any) Message { return Message{{Key: key, Args: args}} }
func count(key string, n int) Message     { return Message{{Key: key, Count: true, N: n}} }

func together(parts ...Message) Message {
	var all Message
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}

// list joins messages with a text of the interface between two of them.
func list(separator string, parts []Message) Message {
	var all Message
	for i, part := range parts {
		if i > 0 {
			all = together(all, say(separator))
		}
		all = together(all, part)
	}
	return all
}

// nameOf returns a person's name, nil if the case doesn't have them.
func nameOf(c *casefile.Case, person string) Message {
	p, ok := c.Person(person)
	if !ok {
		return nil
	}
	return text(p.Name)
}

// titleOf returns a source's title, without the brackets that mark one made up by
// the case.
func titleOf(in interface {
	Source(id string) (*casefile.Source, bool)
}, source string,
) Message {
	src, ok := in.Source(source)
	if !ok {
		return nil
	}
	if inner, ok := strings.CutPrefix(src.Title, "["); ok && strings.HasSuffix(inner, "]") {
		return text(strings.TrimSuffix(inner, "]"))
	}
	return text(src.Title)
}
