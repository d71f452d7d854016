package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"holdtheline/quiz/code"
	"holdtheline/quiz/compare"
	"holdtheline/quiz/packed"
	"holdtheline/quiz/puzzle"
	"holdtheline/quiz/session"
)

// runPack writes a saved session as a short text, or with -code as the code that
// pupils copy.
func runPack(args []string, stdout, stderr io.Writer) int {
	asCode := len(args) > 0 && (args[0] == "-code" || args[0] == "--code")
	if asCode {
		args = args[1:]
	}
	if len(args) != 2 {
		return wrongUsage(stderr, "pack needs a case file and a saved session")
	}
	s, ok := loadSession(args[0], args[1], session.Read, stderr)
	if !ok {
		return exitWrong
	}
	text, err := packAs(s, asCode)
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return exitWrong
	}
	return write([]byte(text+"\n"), stdout, stderr)
}

func packAs(s *session.Session, asCode bool) (string, error) {
	if !asCode {
		return packed.Pack(s)
	}
	c, err := code.Of(s)
	if err != nil {
		return "", err
	}
	return strings.Join(c.Lines(), "\n"), nil
}

// runUnpack writes the session that a short text or a code stands for. Of a file with
// codes it writes each into a folder.
func runUnpack(args []string, stdout, stderr io.Writer) int {
	if len(args) < 2 || len(args) > 3 {
		return wrongUsage(stderr, "unpack needs a case file and the text, or a file of codes and a folder to write to")
	}
	c, ok := loadCase(args[0], stderr)
	if !ok {
		return exitWrong
	}
	set := puzzle.New(c)
	if len(args) == 3 {
		return unpackAll(set, args[1], args[2], stderr)
	}
	s, err := unpackText(set, args[1])
	if err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return exitWrong
	}
	return write(s.Encode(), stdout, stderr)
}

// unpackText reads a code or a packed text.
func unpackText(set *puzzle.Set, text string) (*session.Session, error) {
	if found, _ := code.Find(text); len(found) == 1 && (found[0].Err == nil || strings.HasPrefix(strings.ToUpper(strings.TrimSpace(text)), "HT")) {
		if found[0].Err != nil {
			return nil, found[0].Err
		}
		return found[0].Code.Session(set)
	}
	return packed.Unpack(set, text)
}

// unpackAll writes the sessions of a file of codes into a folder, each under its
// pupil's name.
func unpackAll(set *puzzle.Set, file, folder string, stderr io.Writer) int {
	all, exit := readCodes(file, set, stderr)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		fmt.Fprintf(stderr, "case: %v\n", err)
		return exitWrong
	}
	used := map[string]bool{}
	for _, one := range all {
		name := strings.Map(func(r rune) rune {
			if strings.ContainsRune(`/\:*?"<>|`, r) {
				return '_'
			}
			return r
		}, one.who)
		for n := 2; used[name]; n++ {
			name = fmt.Sprintf("%s %d", one.who, n)
		}
		used[name] = true
		if err := os.WriteFile(filepath.Join(folder, name+".jsonl"), one.session.Encode(), 0o644); err != nil {
			fmt.Fprintf(stderr, "case: %v\n", err)
			return exitWrong
		}
	}
	return exit
}

// A named is a session with its pupil's name.
type named struct {
	who     string
	session *session.Session
}

// isCodes tells files of codes from sessions by their names.
func isCodes(file string) bool { return strings.EqualFold(filepath.Ext(file), ".txt") }

// readCodes reads a file of codes. Those that can't be read are reported on stderr. A
// code without a name is called after the file and its number in it, and one that
// comes again counts once.
func readCodes(file string, set *puzzle.Set, stderr io.Writer) (all []named, exit int) {
	data, err := readUpTo(file, code.MaxText)
	if err != nil {
		fmt.Fprintf(stderr, "case: the codes can't be read: %v\n    → check the name and the folder you are in\n", err)
		return nil, exitWrong
	}
	found, left := code.Find(string(data))
	if left {
		fmt.Fprintf(stderr, "%s: there are more codes than are read at a time\n    → put the others into another file\n", file)
		exit = exitWrong
	}
	if len(found) == 0 {
		fmt.Fprintf(stderr, "%s: there is no code in it\n    → a code begins with HTL1\n", file)
		return nil, exitWrong
	}
	seen := map[string]bool{}
	for i, one := range found {
		who := compare.Name(one.Name)
		if one.Name == "" {
			who = fmt.Sprintf("%s %d", compare.Name(file), i+1)
		}
		var s *session.Session
		err := one.Err
		if err == nil {
			s, err = one.Code.Session(set)
		}
		if err != nil {
			hint := "ask for it again"
			if errors.Is(err, packed.ErrOtherCase) {
				hint = "name the case that was played"
			}
			fmt.Fprintf(stderr, "%s: %s: %v\n    → %s\n", file, who, err, hint)
			exit = exitWrong
			continue
		}
		if key := packed.Key(s); !seen[key] {
			seen[key] = true
			all = append(all, named{who, s})
		}
	}
	return all, exit
}
