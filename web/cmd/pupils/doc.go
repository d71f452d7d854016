// Command pupils has simulated pupils join a class and play, each with a log of its
// own: at their own pace, or together, following the teacher. It ends when all have
// reached the debrief, the class is over, or it is interrupted, and writes a line of
// JSON for each pupil. It is for trying a class server out and for tests.
//
//	go run ./web/cmd/pupils -address http://localhost:8080 -class BCDFGH -pupils 27
package main
