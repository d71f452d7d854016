// Command lesson writes the lesson of each case for printing: a folder for each case
// with pages in HTML and in PDF, on A4 and on Letter, in every language that lessons
// have, and the questions for learning platforms.
//
//	go run ./web/cmd/lesson                 # every case, into web/dist/lesson
//	go run ./web/cmd/lesson -case the-call  # one of them
//
// The PDFs are printed by Chromium, which web/test/install.sh installs. Run it in the
// project's root folder. Start reading at write.
package main
