package exchange

import (
	"bytes"
	"encoding/xml"
	"html"
	"strings"
)

// The elements of Moodle XML. Texts are character data: nothing is in CDATA, which a
// text could end.
type (
	quizXML struct {
		XMLName   xml.Name      `xml:"quiz"`
		Questions []questionXML `xml:"question"`
	}
	questionXML struct {
		Type     string    `xml:"type,attr"`
		Category *textXML  `xml:"category"`
		Name     *textXML  `xml:"name"`
		Text     *htmlXML  `xml:"questiontext"`
		Feedback *htmlXML  `xml:"generalfeedback"`
		Grade    string    `xml:"defaultgrade,omitempty"`
		Penalty  string    `xml:"penalty,omitempty"`
		Hidden   string    `xml:"hidden,omitempty"`
		Single   string    `xml:"single,omitempty"`
		Shuffle  string    `xml:"shuffleanswers,omitempty"`
		Number   string    `xml:"answernumbering,omitempty"`
		Answers  []ansXML  `xml:"answer"`
		Pairs    []pairXML `xml:"subquestion"`
	}
	textXML struct {
		Text string `xml:"text"`
	}
	htmlXML struct {
		Format string `xml:"format,attr"`
		Text   string `xml:"text"`
	}
	ansXML struct {
		Fraction string  `xml:"fraction,attr"`
		Format   string  `xml:"format,attr"`
		Text     string  `xml:"text"`
		Feedback htmlXML `xml:"feedback"`
	}
	pairXML struct {
		Format string  `xml:"format,attr"`
		Text   string  `xml:"text"`
		Answer textXML `xml:"answer"`
	}
)

// Moodle writes questions as Moodle XML, in a category with a name.
func Moodle(category string, questions []Question) ([]byte, error) {
	out := quizXML{Questions: []questionXML{{
		Type: "category",
		// A slash parts categories, and two are one in a name.
		Category: &textXML{"$course$/top/" + strings.ReplaceAll(oneLine(category), "/", "//")},
	}}}
	for _, q := range questions {
		x := questionXML{
			Type: "multichoice", Name: &textXML{oneLine(q.Name)}, Text: &htmlXML{"html", q.html()}, Feedback: &htmlXML{"html", paragraphs(q.Feedback)},
			Grade: "1", Penalty: "0.3333333", Hidden: "0", Single: "true", Shuffle: "true", Number: "none",
		}
		if q.Many {
			x.Single = "false"
		}
		if len(q.Pairs) > 0 {
			x.Type, x.Single, x.Number = "matching", "", ""
			for _, p := range q.Pairs {
				x.Pairs = append(x.Pairs, pairXML{"html", paragraphs([]string{p.Stem}), textXML{oneLine(p.Choice)}})
			}
			for _, other := range q.Others {
				x.Pairs = append(x.Pairs, pairXML{"html", "", textXML{oneLine(other)}})
			}
		}
		for _, a := range q.Answers {
			x.Answers = append(x.Answers, ansXML{percent(a.Fraction), "html", paragraphs([]string{a.Text}), htmlXML{"html", paragraphs([]string{a.Feedback})}})
		}
		out.Questions = append(out.Questions, x)
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "  ")
	if err := e.Encode(out); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return b.Bytes(), nil
}

// html is the question's text.
func (q *Question) html() string {
	var b strings.Builder
	for _, p := range q.Text {
		open, shut := "<p>", "</p>"
		switch p.Kind {
		case Head:
			open, shut = "<p><strong>", "</strong></p>"
		case Quote:
			open, shut = "<blockquote><p>", "</p></blockquote>"
		case Ask:
			open, shut = "<p><em>", "</em></p>"
		case Plain:
		}
		b.WriteString(open + html.EscapeString(p.Text) + shut)
	}
	return b.String()
}

// paragraphs writes those that aren't empty.
func paragraphs(texts []string) string {
	var b strings.Builder
	for _, t := range texts {
		if t != "" {
			b.WriteString("<p>" + html.EscapeString(t) + "</p>")
		}
	}
	return b.String()
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
