package casefile

// A Lookup finds the parts of a case by id, each in the same time however large the
// case is. The methods of [Case] search its lists, which is enough for a few. Of two
// parts with one id both find the first.
type Lookup struct {
	c                                       *Case
	people, sources, events, claims, points map[string]int
}

// NewLookup makes the lookup of a case. What is added or gets another id afterwards is
// not found.
func NewLookup(c *Case) *Lookup {
	return &Lookup{
		c:       c,
		people:  placesOf(c.People, (*Person).id),
		sources: placesOf(c.Sources, (*Source).id),
		events:  placesOf(c.Events, (*Event).id),
		claims:  placesOf(c.Claims, (*Claim).id),
		points:  placesOf(c.Points, (*Point).id),
	}
}

// placesOf returns the place of each id in a list, the first of equal ones.
func placesOf[T any](list []T, id func(*T) string) map[string]int {
	places := make(map[string]int, len(list))
	for i := range list {
		if _, taken := places[id(&list[i])]; !taken {
			places[id(&list[i])] = i
		}
	}
	return places
}

// found returns the item of a list that has an id.
func found[T any](list []T, places map[string]int, id string) (*T, bool) {
	i, ok := places[id]
	if !ok {
		return nil, false
	}
	return &list[i], true
}

// Person finds a person.
func (l *Lookup) Person(id string) (*Person, bool) { return found(l.c.People, l.people, id) }

// Source finds a source.
func (l *Lookup) Source(id string) (*Source, bool) { return found(l.c.Sources, l.sources, id) }

// Event finds an event.
func (l *Lookup) Event(id string) (*Event, bool) { return found(l.c.Events, l.events, id) }

// Claim finds a claim.
func (l *Lookup) Claim(id string) (*Claim, bool) { return found(l.c.Claims, l.claims, id) }

// Point finds a point.
func (l *Lookup) Point(id string) (*Point, bool) { return found(l.c.Points, l.points, id) }

// SourceAt returns the place of a source in the case.
func (l *Lookup) SourceAt(id string) (place int, ok bool) {
	place, ok = l.sources[id]
	return place, ok
}

// Paragraph finds the paragraph that "source#paragraph" cites.
func (l *Lookup) Paragraph(ref string) (src *Source, p *Paragraph, ok bool) {
	return cited(l.Source, ref)
}
