package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path"
	"slices"

	"holdtheline/assets/words/translation"
)

func main() {
	flags := flag.NewFlagSet("check", flag.ExitOnError)
	root := flags.String("root", ".", "the project's root folder")
	accept := flags.Bool("accept", false, "record that the texts of a language were translated from today's English")
	// ExitOnError: Parse reports errors and exits itself.
	_ = flags.Parse(os.Args[1:])
	var err error
	whole := true
	if *accept {
		err = record(*root, flags.Args())
	} else {
		whole, err = list(os.Stdout, *root, flags.Args())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	if !whole {
		os.Exit(1)
	}
}

// list writes what is wrong with the languages, and tells whether those that are offered
// are complete and up to date.
func list(to io.Writer, root string, langs []string) (whole bool, err error) {
	whole, known := true, map[string]bool{}
	for _, set := range translation.Sets() {
		english, files, err := set.Read(root)
		if err != nil {
			return false, err
		}
		for _, f := range files {
			known[f.Lang] = true
			if len(langs) > 0 && !slices.Contains(langs, f.Lang) {
				continue
			}
			found := translation.Compare(f.Lang, set.Wanted(english, f), f.Texts)
			changed, unrecorded := translation.Changed(english, f.Texts, f.Record)
			for _, key := range changed {
				from, _ := translation.Source(english, key)
				found = append(found, translation.Finding{Key: key, What: "the English has changed since it was translated: " + english[from]})
			}
			whole = whole && (f.Draft || len(found) == 0)
			name := path.Join(set.Folder, f.Lang)
			if f.Draft {
				name += " (a draft)"
			}
			fmt.Fprintf(to, "%s: %d texts, %d to look at", name, len(f.Texts), len(found))
			if len(unrecorded) > 0 {
				fmt.Fprintf(to, "; of %d it isn't recorded what they were translated from", len(unrecorded))
			}
			fmt.Fprintln(to)
			for _, one := range found {
				fmt.Fprintf(to, "  %v\n", one)
			}
		}
	}
	return whole, unknown(langs, known)
}

// record records the texts of a language, or those with some keys, as up to date.
func record(root string, args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("-accept needs a language, and keys if it isn't about all of its texts")
	}
	lang, keys, known := args[0], args[1:], map[string]bool{}
	for _, set := range translation.Sets() {
		english, files, err := set.Read(root)
		if err != nil {
			return err
		}
		for _, f := range files {
			known[f.Lang] = true
			if f.Lang != lang {
				continue
			}
			var here []string
			for _, key := range keys {
				if _, there := f.Texts[key]; there {
					here = append(here, key)
				}
			}
			if len(keys) > 0 && len(here) == 0 {
				continue
			}
			if err := f.Accept(english, here...); err != nil {
				return err
			}
		}
	}
	return unknown([]string{lang}, known)
}

func unknown(langs []string, known map[string]bool) error {
	for _, lang := range langs {
		if !known[lang] {
			return fmt.Errorf("there are no texts in the language %q", lang)
		}
	}
	return nil
}
