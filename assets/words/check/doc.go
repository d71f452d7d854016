// Command check lists what is missing or out of date in the languages of the interface:
// texts that aren't there, texts that nothing asks for, placeholders and plural forms that
// don't fit, and texts whose English has changed since they were translated. If there is
// any of it in a language that is offered, it exits with 1.
//
//	go run ./assets/words/check                      # all languages
//	go run ./assets/words/check es                   # one
//	go run ./assets/words/check -accept es           # after translating: all of it is up to date
//	go run ./assets/words/check -accept es KEY…      # these are
package main
