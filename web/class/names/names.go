package names

import (
	"crypto/rand"
	"embed"
	"fmt"
	"io"
	"math/big"
	"strings"
)

// Fallback is the language of names where the one asked for has no list.
const Fallback = "en"

//go:embed *.txt
var files embed.FS

// A list is the words of one language.
type list struct{ adjectives, animals []string }

// animalFirst are the languages in which an adjective follows its noun.
var animalFirst = map[string]bool{"es": true}

// lists holds the words by language.
var lists = readLists()

func readLists() map[string]list {
	all := map[string]list{}
	entries, err := files.ReadDir(".")
	if err != nil {
		panic("names: " + err.Error()) // embedded
	}
	for _, e := range entries {
		data, err := files.ReadFile(e.Name())
		if err != nil {
			panic("names: " + err.Error())
		}
		adjectives, animals, _ := strings.Cut(string(data), "\n\n")
		all[strings.TrimSuffix(e.Name(), ".txt")] = list{strings.Fields(adjectives), strings.Fields(animals)}
	}
	return all
}

// Language returns the language whose names somebody gets who asks for one, such as
// de for de-AT.
func Language(asked string) string {
	base, _, _ := strings.Cut(strings.ToLower(asked), "-")
	if _, ok := lists[base]; ok {
		return base
	}
	return Fallback
}

// New makes a name that is not taken, with neither word of a name taken as long as
// there are others. It needs far fewer names taken than there are pairs.
func New(language string, taken []string, random io.Reader) (string, error) {
	language = Language(language)
	firsts, seconds := lists[language].adjectives, lists[language].animals
	if animalFirst[language] {
		firsts, seconds = seconds, firsts
	}
	firsts = unused(firsts, taken, func(name, word string) bool { return strings.HasPrefix(name, word+" ") })
	seconds = unused(seconds, taken, func(name, word string) bool { return strings.HasSuffix(name, " "+word) })
	has := map[string]bool{}
	for _, name := range taken {
		has[name] = true
	}
	for {
		first, err := choose(firsts, random)
		if err != nil {
			return "", err
		}
		second, err := choose(seconds, random)
		if err != nil {
			return "", err
		}
		if name := first + " " + second; !has[name] {
			return name, nil
		}
	}
}

// unused returns the words that no name has, or all if each is in some name.
func unused(words, taken []string, in func(name, word string) bool) []string {
	var free []string
	for _, word := range words {
		used := false
		for _, name := range taken {
			used = used || in(name, word)
		}
		if !used {
			free = append(free, word)
		}
	}
	if len(free) == 0 {
		return words
	}
	return free
}

func choose(words []string, random io.Reader) (string, error) {
	i, err := rand.Int(random, big.NewInt(int64(len(words))))
	if err != nil {
		return "", fmt.Errorf("no randomness for a name: %w", err)
	}
	return words[i.Int64()], nil
}
