package main

import (
	"errors"
	"fmt"
	"net"
	"os"
	"os/exec"
	"runtime"
	"syscall"
)

const defaultPort = "8080"

// address is what to listen on: the flag, or else localhost and the port of the
// environment.
func address(flag, port string) string {
	if flag != "" {
		return flag
	}
	if port == "" {
		port = defaultPort
	}
	return net.JoinHostPort("localhost", port)
}

// link is the address to type into a browser on this machine.
func link(asked string, actual net.Addr) string {
	host, _, err := net.SplitHostPort(asked)
	if err != nil || unspecified(host) {
		host = "localhost"
	}
	_, port, err := net.SplitHostPort(actual.String())
	if err != nil {
		port = defaultPort
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// unspecified reports whether a host to listen on stands for all addresses of this
// machine.
func unspecified(host string) bool {
	ip := net.ParseIP(host)
	return host == "" || ip != nil && ip.IsUnspecified()
}

// explain says what to do when listening fails.
func explain(addr string, err error) error {
	_, port, _ := net.SplitHostPort(addr)
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		return fmt.Errorf("port %s is taken, perhaps by another copy of this server: stop that one, or choose another port with PORT=", port)
	case errors.Is(err, syscall.EACCES):
		return fmt.Errorf("port %s is not allowed for your user: choose one above 1023 with PORT=", port)
	default:
		return fmt.Errorf("can't listen on %s: %w; an address looks like localhost:8080", addr, err)
	}
}

// openBrowser opens the page in this machine's browser, where there is a display.
// Failing to is no error.
func openBrowser(url string) {
	if os.Getenv("CI") != "" {
		return
	}
	var command *exec.Cmd
	switch runtime.GOOS {
	case "darwin":
		command = exec.Command("open", url)
	case "windows":
		command = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	default:
		if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
			return
		}
		command = exec.Command("xdg-open", url)
	}
	if command.Start() == nil {
		go func() { _ = command.Wait() }()
	}
}
