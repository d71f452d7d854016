package main

import (
	"holdtheline/game/app"
	"holdtheline/game/launch"
	"holdtheline/game/toolkit/host"
)

// classHeader is the header with which a server says that it lets classes play.
const classHeader = "Class-Server"

// lookForClasses asks whether there is a class to join here.
func (p *program) lookForClasses() {
	if p.room != nil || p.params.Alone {
		return
	}
	offered := make(chan bool, 1)
	p.offered = offered
	go func() {
		offered <- host.Offers(classHeader)
		if p.wake != nil {
			p.wake()
		}
	}()
}

// openClass loads the page of a class.
func (p *program) openClass(code string) error {
	err := host.SetLink(launch.ClassKey, code, launch.CaseKey, "", launch.FormKey, "", launch.LengthKey, "", launch.ModeKey, "", launch.SeedKey, "")
	if err != nil {
		return err
	}
	view := p.view
	if view == app.AnyView {
		view = app.Canvas
	}
	return host.Reload(string(view))
}

// takeOffer has the game offer to join a class, once the server has said that it can be
// done.
func (p *program) takeOffer() (changed bool) {
	select {
	case offered := <-p.offered:
		p.offered = nil
		if offered {
			p.Update(app.ClassesHere{})
		}
		return offered
	default:
		return false
	}
}
