package main

import (
	"bytes"
	"encoding/xml"

	"holdtheline/assets/words"
	"holdtheline/quiz/casefile"
)

// An imsManifest is the manifest of a package by IMS Content Packaging 1.1.2, as
// SCORM 1.2 has it. Its schema fixes the order of elements.
type imsManifest struct {
	XMLName       xml.Name         `xml:"manifest"`
	Identifier    string           `xml:"identifier,attr"`
	Version       string           `xml:"version,attr"`
	IMS           string           `xml:"xmlns,attr"`
	ADL           string           `xml:"xmlns:adlcp,attr"`
	Schema        string           `xml:"metadata>schema"`
	SchemaVersion string           `xml:"metadata>schemaversion"`
	Organizations imsOrganizations `xml:"organizations"`
	Resources     []imsResource    `xml:"resources>resource"`
}

type imsOrganizations struct {
	Default      string          `xml:"default,attr"`
	Organization imsOrganization `xml:"organization"`
}

type imsOrganization struct {
	Identifier string  `xml:"identifier,attr"`
	Title      string  `xml:"title"`
	Item       imsItem `xml:"item"`
}

type imsItem struct {
	Identifier string `xml:"identifier,attr"`
	Resource   string `xml:"identifierref,attr"`
	Visible    bool   `xml:"isvisible,attr"`
	Title      string `xml:"title"`
	Mastery    string `xml:"adlcp:masteryscore,omitempty"`
}

type imsResource struct {
	Identifier string    `xml:"identifier,attr"`
	Type       string    `xml:"type,attr"`
	Kind       string    `xml:"adlcp:scormtype,attr"`
	Address    string    `xml:"href,attr"`
	Files      []imsFile `xml:"file"`
}

type imsFile struct {
	Address string `xml:"href,attr"`
}

// The identifiers in a manifest. That of the manifest itself names the case.
const (
	organizationID = "organization"
	itemID         = "game"
	resourceID     = "page"
)

// packManifest makes the manifest of a package: one unit, with the page as its
// entry and all files.
func (s *site) packManifest(head *casefile.Case, files []*file) (*file, error) {
	game, err := words.Load(s.lang)
	if err != nil {
		return nil, err
	}
	title := game.Say("game.title") + ": " + head.Title
	m := imsManifest{
		Identifier: "hold-the-line-" + head.ID, Version: "1.0",
		IMS: "http://www.imsproject.org/xsd/imscp_rootv1p1p2", ADL: "http://www.adlnet.org/xsd/adlcp_rootv1p2",
		Schema: "ADL SCORM", SchemaVersion: "1.2",
		Organizations: imsOrganizations{Default: organizationID, Organization: imsOrganization{
			Identifier: organizationID, Title: title,
			Item: imsItem{Identifier: itemID, Resource: resourceID, Visible: true, Title: title, Mastery: s.pack.mastery},
		}},
		Resources: []imsResource{{Identifier: resourceID, Type: "webcontent", Kind: "sco", Address: "index.html"}},
	}
	for _, f := range files {
		m.Resources[0].Files = append(m.Resources[0].Files, imsFile{f.name})
	}
	var b bytes.Buffer
	b.WriteString(xml.Header)
	e := xml.NewEncoder(&b)
	e.Indent("", "\t")
	if err := e.Encode(m); err != nil {
		return nil, err
	}
	b.WriteByte('\n')
	return &file{name: "imsmanifest.xml", data: b.Bytes()}, nil
}
