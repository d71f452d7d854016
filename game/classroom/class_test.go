package classroom_test

import (
	"net/http"
	"strings"
	"testing"

	"holdtheline/game/app"
	"holdtheline/game/classroom"
	"holdtheline/game/screentest"
	"holdtheline/quiz/session"
	"holdtheline/web/class/client"
)

// A pupil joins, asks for other names, and plays while the network loses calls and
// answers and the server is away. Every answer arrives, once.
func TestAtOnesOwnPace(t *testing.T) {
	s := newSchool(t, "free", "practice")
	d := s.device(client.Seat{})
	if d.has("begin") || d.has("start") || !d.has("class") {
		t.Error("before joining the game can be begun, or its length chosen")
	}
	d.way = func(classroom.Call) trouble { return lost }
	d.press("class.join")
	d.until("joining fails", func() bool { return d.told.Trouble == classroom.Unreachable })
	d.way = func(classroom.Call) trouble { return none }
	d.join()
	names := map[string]bool{d.told.Name: true}
	for d.has("class.another") {
		before := d.told.Name
		d.press("class.another")
		d.until("there is another name", func() bool { return d.told.Name != before && !d.told.Busy })
		names[d.told.Name] = true
	}
	if len(names) < 5 || d.sync.Record().Names != classroom.MostNames {
		t.Errorf("%d names were there, %d asked for", len(names), d.sync.Record().Names)
	}
	d.press("begin")
	calls := 0
	d.solve(func(n int) {
		switch n % 3 {
		case 1: // the server stores it, and the answer is lost
			d.way = func(c classroom.Call) trouble {
				calls++
				return quiet
			}
			d.turn()
		case 2: // the network is away, and the server starts anew
			d.way = func(classroom.Call) trouble { return lost }
			d.turn()
			s.start()
		default:
			d.way = func(classroom.Call) trouble { return none }
			d.synced()
		}
	})
	if calls < 2 {
		t.Fatalf("only %d answers were lost", calls)
	}
	d.way = func(classroom.Call) trouble { return none }
	d.synced()
	log := d.log(d.told.Seat)
	for _, step := range d.m.Session().Steps() {
		for _, id := range step.Items {
			if n := answered(log, id); n != 1 {
				t.Errorf("the server has %d answers to %s", n, id)
			}
		}
	}
	// The page is loaded again: all of the log is compared, and nothing changes.
	made := len(d.made)
	d.reload()
	if got := d.m.Session(); got == nil || !got.Done() {
		t.Fatal("the page doesn't go on")
	}
	d.turn()
	d.turn()
	if log != d.log(d.told.Seat) || len(d.made) == made {
		t.Error("the log isn't compared, or has changed")
	}
}

// A whole step together: read, vote, discuss, vote again, reveal.
func TestTogether(t *testing.T) {
	s := newSchool(t, "together", "practice")
	d := s.device(client.Seat{})
	d.join()
	d.until("the pace is known", func() bool { return d.told.Pace.Step != "" })
	if d.has("begin") || !d.has("class.wait") {
		t.Error("before the teacher begins there is a way on")
	}
	steps := session.Plan(s.set, "quick")
	beat := steps[1]
	s.lead(beat.ID, classroom.Read)
	d.follow(beat.ID, classroom.Read)
	if d.m.Session() == nil || d.m.Session().Step().ID != beat.ID || d.has("claim") || !d.has("arrivals") {
		t.Fatal("while the class reads, its material isn't shown, or the question is")
	}
	s.lead(beat.ID, classroom.Vote)
	d.follow(beat.ID, classroom.Vote)
	if d.m.Session().Config().Led != true || !d.has("submit") {
		t.Fatal("the vote can't be answered")
	}
	for range beat.Items {
		d.stamp("denied")
		if d.has("compare") || d.has("retry") {
			t.Error("something is explained in the vote")
		}
	}
	if !d.has("own.answers") || d.has("submit") || d.has("next") {
		t.Error("after the vote there is no calm")
	}
	d.synced()
	s.lead(beat.ID, classroom.Discuss)
	d.follow(beat.ID, classroom.Discuss)
	if tree := d.tree(); tree.ID != "screen."+beat.ID+".discuss" || !d.has("own.answers") || d.has("outcome") {
		t.Errorf("on %s one's own answers are missing", tree.ID)
	}
	s.lead(beat.ID, classroom.Revote)
	d.follow(beat.ID, classroom.Revote)
	before := d.kept[d.key()]
	for range beat.Items {
		if d.has("hint") || screentest.Find(d.tree(), "verdict.denied").Checked {
			t.Error("the second vote isn't asked as if it were new")
		}
		d.stamp("real")
	}
	if d.kept[d.key()] != before {
		t.Error("the second vote is in the log")
	}
	// The page is loaded again before anything is sent.
	for _, todo := range d.sync.Todo() {
		if keep, ok := todo.(classroom.Keep); ok {
			_ = d.kept.Save(classroom.Key(d.class.Code), keep.Record.Encode())
		}
	}
	d.reload()
	d.follow(beat.ID, classroom.Revote)
	if d.has("submit") || !d.has("own.answers") {
		t.Error("after loading the page again the second vote is asked once more")
	}
	d.until("the second answers are sent", func() bool {
		for _, given := range d.sync.Record().Second {
			if !given.Sent {
				return false
			}
		}
		return true
	})
	s.lead(beat.ID, classroom.Reveal)
	d.follow(beat.ID, classroom.Reveal)
	if !d.has("compare") || !d.has("second") || d.has("retry") || d.has("tabs.offers") {
		t.Error("the explanation is missing, or there is a way on")
	}
	if len(beat.Items) > 1 {
		d.press("next")
		if !d.has("compare") || !d.has("reveal.before") {
			t.Error("the second question isn't explained")
		}
	}
	report := s.do("GET", "/state?after=0", s.class.Teacher, "")
	if text := string(report.Body); strings.Count(text, `"second":{"answered":1`) != len(beat.Items) {
		t.Errorf("the teacher sees %s", text)
	}

	// Two steps on, a pupil comes late, and lands where the class is.
	second, third := steps[2], steps[3]
	s.lead(second.ID, classroom.Read)
	s.lead(third.ID, classroom.Read)
	s.lead(third.ID, classroom.Vote)
	late := s.device(client.Seat{})
	late.join()
	late.follow(third.ID, classroom.Vote)
	if late.m.Session().Step().ID != third.ID || !late.has("submit") {
		t.Fatal("a late pupil isn't where the class is")
	}
	// The vote closes while the answer is on its way: it is dropped.
	d.follow(third.ID, classroom.Vote)
	d.way = func(c classroom.Call) trouble {
		if c.Method == "PUT" {
			return lost
		}
		return none
	}
	for range third.Items {
		d.stamp("denied")
	}
	d.turn()
	s.lead(third.ID, classroom.Discuss)
	d.way = func(classroom.Call) trouble { return none }
	d.follow(third.ID, classroom.Discuss)
	d.synced()
	if got := d.m.Session(); got.Tries(third.Items[0]) != 0 || got.Tries(beat.Items[0]) != 1 {
		t.Error("a late answer is kept, or another was lost")
	}
	s.lead(third.ID, classroom.Reveal)
	d.follow(third.ID, classroom.Reveal)
	if !d.has("own.none") || !d.has("feedback.why") || d.has("submit") {
		t.Error("who has no answer isn't told what is right")
	}
	// To the end, without a vote.
	for _, step := range steps[4:] {
		s.lead(step.ID, classroom.Read)
	}
	d.follow(session.DebriefID, classroom.Read)
	if tree := d.tree(); tree.ID != "screen.debrief" {
		t.Errorf("at the end is %s", tree.ID)
	}
	d.synced()
}

// Everybody is asked to look up, and goes on where they were.
func TestLookUp(t *testing.T) {
	s := newSchool(t, "together", "practice")
	d := s.device(client.Seat{})
	d.join()
	beat := session.Plan(s.set, "quick")[1]
	s.lead(beat.ID, classroom.Read)
	s.lead(beat.ID, classroom.Vote)
	d.follow(beat.ID, classroom.Vote)
	d.press("verdict.denied")
	a := s.do("POST", "/pace", s.class.Teacher, `{"step":"`+beat.ID+`","phase":"vote","paused":true,"expect":2}`)
	if err := a.Into(http.StatusOK, nil); err != nil {
		t.Fatal(err)
	}
	s.version++
	d.until("paused", func() bool { return d.told.Pace.Paused })
	if !d.has("paused.text") {
		t.Fatalf("nobody is asked to look up: %+v", d.told)
	}
	s.lead(beat.ID, classroom.Vote)
	d.until("going on", func() bool { return !d.told.Pace.Paused })
	if d.has("paused.text") || !screentest.Find(d.tree(), "verdict.denied").Checked {
		t.Error("after a pause something is lost")
	}
}

// A device is wiped, and the seat is opened again with the teacher's link; then another
// device plays on with it while this one is away.
func TestASeatOnTwoDevices(t *testing.T) {
	s := newSchool(t, "free", "practice")
	first := s.device(client.Seat{})
	first.join()
	first.press("begin")
	first.stamp("denied")
	first.synced()
	link := func() client.Seat {
		var seat client.Seat
		a := s.do("POST", "/seats/"+first.told.Seat+"/key", s.class.Teacher, "")
		if err := a.Into(http.StatusOK, &seat); err != nil {
			t.Fatal(err)
		}
		return seat
	}
	seat := link()
	second := s.device(seat)
	if !second.told.Fetching || second.has("begin") {
		t.Fatal("the game can be begun before it is fetched")
	}
	second.until("the game is here", func() bool { return second.m.Session() != nil })
	if got, want := string(second.m.Session().Encode()), first.kept[first.key()]; got != want {
		t.Errorf("fetched is\n%s\nwant\n%s", got, want)
	}
	second.until("the name is known", func() bool { return second.told.Name == first.told.Name })

	// The first one has an old key.
	first.press("next")
	first.press("verdict.real")
	first.until("the seat has moved", func() bool { return first.told.Left == classroom.Moved })
	if !first.has("trouble") || !first.has("submit") {
		t.Error("nothing is said, or the pupil can't go on alone")
	}

	// With the new one it could go on, but the other has meanwhile.
	second.stamp("real")
	second.synced()
	record := first.sync.Record()
	record.Key, record.Left = seat.Key, ""
	first.open(record)
	first.stamp("unconfirmed")
	first.until("the two are told apart", func() bool { return first.has("parted.text") })
	mine := first.kept[first.key()]
	first.press("parted.theirs")
	if first.kept[first.key()] != second.kept[second.key()] || first.kept[first.key()+".broken-1"] != mine {
		t.Error("the class's game isn't taken over, or this one is lost")
	}
	first.press("next")
	first.synced()

	// The other is now behind. It follows without a word.
	second.reload()
	second.until("it has caught up", func() bool { return second.kept[second.key()] == first.kept[first.key()] })
	if second.has("parted.text") {
		t.Error("what only goes on is explained")
	}
	// And who wants to stay alone, may.
	second.stamp("prank")
	second.synced()
	first.stamp("real")
	first.until("the two are told apart again", func() bool { return first.has("parted.text") })
	mine = first.kept[first.key()]
	first.press("parted.alone")
	first.turn()
	if first.told.Left != classroom.Parted || first.kept[first.key()] != mine || !first.has("trouble") {
		t.Error("staying alone changes something, or isn't said")
	}
	made := len(first.made)
	first.press("next")
	first.turn()
	if len(first.made) != made {
		t.Errorf("alone it still calls: %v", first.made[made:])
	}
}

// A seat is taken away, a class deleted: the pupil goes on alone, also in a led game.
func TestWithoutTheClass(t *testing.T) {
	for why, end := range map[classroom.Reason]func(*school, *device){
		classroom.Removed: func(s *school, d *device) { s.do("DELETE", "/seats/"+d.told.Seat, s.class.Teacher, "") },
		classroom.Ended:   func(s *school, _ *device) { s.do("DELETE", "", s.class.Teacher, "") },
	} {
		for _, pace := range []string{"free", "together"} {
			s := newSchool(t, pace, "assessment")
			d := s.device(client.Seat{})
			d.join()
			if pace == "free" {
				d.press("begin")
			} else {
				beat := session.Plan(s.set, "quick")[1]
				s.lead(beat.ID, classroom.Read)
				s.lead(beat.ID, classroom.Vote)
				d.follow(beat.ID, classroom.Vote)
			}
			d.press("verdict.real")
			d.synced()
			end(s, d)
			d.press("verdict.denied")
			d.until("left", func() bool { return d.told.Left != "" })
			if d.told.Left != why {
				t.Errorf("%s, %s: left because %s", pace, why, d.told.Left)
			}
			d.press("certainty.2")
			d.press("submit")
			if !d.has("compare") {
				t.Errorf("%s, %s: alone the answer isn't explained", pace, why)
			}
			d.solve(func(int) {})
			if got, err := session.Read(s.set, []byte(d.kept[d.key()])); err != nil || !got.Done() {
				t.Errorf("%s, %s: the game isn't kept to its end: %v", pace, why, err)
			}
		}
	}
}

// A pupil who plays at home isn't touched by a class, and the other way round.
func TestAGameAtHomeIsApart(t *testing.T) {
	s := newSchool(t, "free", "practice")
	d := s.device(client.Seat{})
	d.kept["session.the-call.quick.practice"] = "at home"
	d.join()
	d.press("begin")
	d.stamp("denied")
	if d.kept["session.the-call.quick.practice"] != "at home" || !strings.HasPrefix(d.key(), "session.class.") {
		t.Error("the game at home is touched")
	}
	d.press("menu")
	if d.has("menu.restart") || d.has("shelf.choose") || !d.has("menu.class") {
		t.Error("the menu leads out of the class")
	}
	d.send(app.Restart{})
	if d.m.Session() == nil {
		t.Error("the class's game can be begun again")
	}
}
