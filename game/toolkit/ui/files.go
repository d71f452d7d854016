package ui

// A File is one that was chosen, dropped on a node, or named at the start.
type File struct {
	Name  string // without folders
	Data  []byte // nil if there is a Fault
	Fault FileFault
}

// FileFault is why a file was not read.
type FileFault string

// The faults.
const (
	FileRead       FileFault = ""           // it was read
	FileTooLarge   FileFault = "large"      // it is larger than the limit, or all together are
	FileUnreadable FileFault = "unreadable" // a folder, or the system refuses
)

// Files are those that came together. Left is how many more were not even looked at.
type Files struct {
	List []File
	Left int
}

// FileLimits bound what is read at once.
type FileLimits struct {
	Most int // files
	Each int // bytes of one file
	All  int // bytes of all files
}

// TakerAt returns the innermost node at a point that takes files, or nil. While a
// dialog is open, only it does.
func (l *Layout) TakerAt(x, y float64) *Box {
	return topmost(l.scope(), x, y, func(p *Box) bool { return p.Node.TakeFiles != nil })
}

// TakerOn returns the node with an ID if it takes files, or the innermost node around
// it that does, or nil.
func (l *Layout) TakerOn(id string) *Box {
	p := l.Find(id)
	if p == nil {
		p = l.scope()
	}
	if !l.within(p) {
		return nil
	}
	for ; p != nil; p = p.Parent {
		if p.Node.TakeFiles != nil {
			return p
		}
	}
	return nil
}
