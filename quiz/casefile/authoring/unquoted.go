package authoring

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"holdtheline/quiz/casefile/internal/tree"
	"holdtheline/quiz/internal/quote"
)

// keyed matches a line with a key and a text on it: what comes before the text, the
// key, and the text.
var keyed = regexp.MustCompile(`^( *(?:- +)*([\w-]+): +)(\S.*)$`)

// unquoted returns what is wrong with the quotes of the text in a line, where that
// keeps it from being YAML: the commonest slips of people who write YAML for the first
// time. It returns nil if there is nothing of that kind.
func unquoted(doc tree.Document, line int) *tree.Fault {
	parts := keyed.FindSubmatch(bytes.TrimRight(doc.Line(line), " \t"))
	if parts == nil {
		return nil
	}
	before, key, text := string(parts[1]), string(parts[2]), string(parts[3])
	at := func(offset int, message, next string) *tree.Fault {
		return &tree.Fault{Line: line, Column: utf8.RuneCountInString(before+text[:offset]) + 1, Message: "this is not YAML: " + message, Next: next}
	}
	write := func(whole string) string {
		return "write it in quotes: " + key + `: "` + quote.Short(strings.ReplaceAll(whole, `"`, `\"`)) + `"`
	}
	switch mark := text[0]; mark {
	case '"', '\'':
		end := closing(text)
		switch {
		case end < 0:
			return at(0, "a quote is opened here and not closed in this line", fmt.Sprintf("close the quotes with %c, or write a quotation in the text as “…”", mark))
		case strings.TrimSpace(text[end+1:]) != "" && !strings.HasPrefix(strings.TrimSpace(text[end+1:]), "#"):
			whole := text
			if len(text) > end+1 && text[len(text)-1] == mark {
				whole = text[1 : len(text)-1]
			}
			return at(end, "the quote ends here, and the text goes on", write(whole))
		}
		return nil
	case '@', '`', '%', '&', '!', '*':
		return at(0, fmt.Sprintf("a text can't begin with %c unless it is in quotes", mark), write(text))
	case '|', '>', '[', '{':
		return nil
	}
	if colon := strings.Index(text, ": "); colon >= 0 {
		return at(colon, "a text with a colon and a space in it has to be in quotes", write(text))
	}
	if strings.HasSuffix(text, ":") {
		return at(len(text)-1, "a text that ends in a colon has to be in quotes", write(text))
	}
	return nil
}

// closing returns where the quote that a text begins with is closed, or -1.
func closing(text string) int {
	mark := text[0]
	for i := 1; i < len(text); i++ {
		switch {
		case mark == '"' && text[i] == '\\':
			i++
		case text[i] != mark:
		case mark == '\'' && i+1 < len(text) && text[i+1] == mark:
			i++ // two of them stand for one
		default:
			return i
		}
	}
	return -1
}
