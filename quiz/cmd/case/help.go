package main

const help = `case checks and builds case files, marks answers and reports on sessions.

Usage: go run ./quiz/cmd/case SUBCOMMAND …

  new FOLDER
      Makes the folder with a small case in it, complete and explained, to change
      into another. The case is called like the folder.
          go run ./quiz/cmd/case new assets/cases/the-lost-cat

  check [-v] [-strict] [-format=json|github] [-lang=de] FILE…
      Says what is wrong with each file, with line, column and a next step,
      or what is in it. Warnings point at what is allowed but probably not meant;
      with -strict they count as errors. With -v it tells what each question asks
      and what is right and why, what players are told of the sources, what is
      used nowhere, and what was left out and filled in. In JSON all that is data;
      github writes annotations for a workflow. Of the two forms of a test it also
      says where they are not alike: verdicts, stamps, puzzles, beats, length and
      grade of the text. Translations beside a case, such as case.de.yaml, are
      checked with it: what is missing, out of date or too many, and whether a
      marked phrase stands in its paragraph.
          go run ./quiz/cmd/case check -v assets/cases/the-call/case.yaml
          go run ./quiz/cmd/case check form-a.yaml form-b.yaml

  build FILE [TRANSLATION]
      Writes the checked case, or a translation of it, as the JSON that the game
      reads.
          go run ./quiz/cmd/case build assets/cases/the-call/case.yaml > case.json
          go run ./quiz/cmd/case build case.yaml case.de.yaml > case.de.json

  translate FILE LANGUAGE
      Begins a translation of a case, in a file beside it, or brings one up to
      date: what is missing and what has changed since is there with its text in
      the case's own language beside it.
          go run ./quiz/cmd/case translate assets/cases/the-call/case.yaml de

  build -w FILE…
      Writes each beside its file: case.json for case.yaml, and case.de.json for a
      translation case.de.yaml beside it. If a case has an error, or a fact in it is
      still unverified, the old JSON stays as it is.
          go run ./quiz/cmd/case build -w assets/cases/the-call/case.yaml

  mark FILE PUZZLE ANSWER
      Marks an answer, given as JSON in one argument, and writes the mark and
      its parts as JSON. PUZZLE is the id of a puzzle or of a verdict asked at
      a beat, or a beat's id with .tabs behind it.
          go run ./quiz/cmd/case mark case.yaml found-tuesday '{"is": "prank", "certainty": 2}'
          go run ./quiz/cmd/case mark case.yaml order-known '["first", "second", "third"]'

  report FILE SESSION
      Writes the report of a saved session as JSON: score, skills, discernment,
      calibration, and every item.
          go run ./quiz/cmd/case report assets/cases/the-call/case.yaml session.jsonl

  report -csv FILE SESSION…
      Writes the reports of many sessions, such as those of a class, as one table
      with a row for each item. The first column, who, is the session's file name.
      A file whose name ends in .txt holds codes, with a name before each if you
      like: Ada: HTL1…
          go run ./quiz/cmd/case report -csv assets/cases/the-call/case.yaml class/*.jsonl > class.csv

  compare [-csv|-json] [-lang de] [-unmatched] FILE… SESSION… -- SESSION…
      Sets sessions from before and after side by side, of one pupil or a class:
      true and false ones believed, discernment, leaning and calibration, each
      with the range that so few answers leave. FILE… are the cases played, and
      a folder stands for the .jsonl files in it. Results are of one pupil if
      their files have the same name, whatever their folders, and with or without
      a word such as before or after. With -unmatched all results are compared as
      two groups, whose pupils have no names. In the place of a session may stand
      a table of results, as report -csv writes it; tables alone need no FILE.
          go run ./quiz/cmd/case compare form-a.yaml form-b.yaml before/ -- after/
          go run ./quiz/cmd/case compare -csv form-a.yaml form-b.yaml ada-before.jsonl -- ada-after.jsonl

  replay FILE SESSION
      Plays a recorded session again on this version of the case, by the ids of
      what was asked, and writes the session that comes of it. What is asked now
      and wasn't then gets the best answer.
          go run ./quiz/cmd/case replay assets/cases/the-call/case.yaml recorded.jsonl > session.jsonl

  pack [-code] FILE SESSION
      Writes a saved session as the short text that learning platforms keep, or
      with -code as the code that pupils copy.
          go run ./quiz/cmd/case pack assets/cases/the-call/case.yaml session.jsonl

  unpack FILE TEXT
  unpack FILE CODES FOLDER
      Writes the session of such a text or code, to report on; of a file of codes
      each into a folder. Drafts and the order of what was done at one step are
      not in it.
          go run ./quiz/cmd/case unpack assets/cases/the-call/case.yaml 1K3T… > session.jsonl
          go run ./quiz/cmd/case unpack assets/cases/the-call/case.yaml codes.txt class/

  mutate FILE…
      Measures how much of each case the checks hold: changes it in one place at
      a time, counts the changes that are objected to, and names the others.
          go run ./quiz/cmd/case mutate assets/cases/the-call/case.yaml

  simulate [-pupils N] [-seed N] [-classes N] [-class N] [-json] FILE [FILE]
      Lets made-up pupils of five kinds play a case: what they come to, as what
      the report reads them, and which questions tell nobody apart. Of two forms
      of a test it says, too, whether they treat the pupils alike; if they don't,
      the exit code is 1. With -classes it measures how often the comparison of
      a class of 25, or of as many as -class says, finds a change.
          go run ./quiz/cmd/case simulate assets/cases/the-call/case.yaml
          go run ./quiz/cmd/case simulate -classes 1000 form-a.yaml form-b.yaml

  schema
      Writes a JSON Schema of the format, for editors that complete keys.
          go run ./quiz/cmd/case schema > case.schema.json

  reference
      Writes a page in Markdown that explains every key with an example.
          go run ./quiz/cmd/case reference > assets/REFERENCE.md

  help
      Shows this.

FILE is YAML, or JSON as build writes it if its name ends in .json. That lacks
the keys that only an author needs: a compiled case was held against them when it
was built, and can't be mutated.
Exit code: 0 all is well, 1 something is wrong with a file or an answer,
2 wrong usage.
`
