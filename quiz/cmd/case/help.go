package main

const help = `case checks, builds and explains case files.

Usage: go run ./quiz/cmd/case SUBCOMMAND …

  check FILE…
      Says what is wrong with each file, with line, column and a next step,
      or what is in it.
          go run ./quiz/cmd/case check assets/cases/the-call/case.yaml

  build FILE
      Writes the checked case as the JSON that the game reads.
          go run ./quiz/cmd/case build assets/cases/the-call/case.yaml > case.json

  schema
      Writes a JSON Schema of the format, for editors that complete keys.
          go run ./quiz/cmd/case schema > case.schema.json

  help
      Shows this.

FILE is YAML, or JSON if its name ends in .json.
Exit code: 0 all is well, 1 something is wrong with a file, 2 wrong usage.
`
