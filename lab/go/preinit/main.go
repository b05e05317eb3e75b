// Preinit is the first program of a virtual machine's initramfs. Debian's kernel has as modules what the kernel of Talos has
// built in: it loads those, in the order of /modules/order, and becomes Talos's own init.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
	"unsafe"
)

const (
	folder      = "/modules"
	talosInit   = "/init.talos"
	finitModule = 313 // finit_module(2) on x86-64
)

func load(path string) error {
	module, err := os.Open(path)
	if err != nil {
		return err
	}
	defer module.Close()
	parameters := []byte{0}
	_, _, code := syscall.Syscall(finitModule, module.Fd(), uintptr(unsafe.Pointer(&parameters[0])), 0)
	if code != 0 && !errors.Is(code, syscall.EEXIST) {
		return code
	}
	return nil
}

func main() {
	order, err := os.ReadFile(filepath.Join(folder, "order"))
	if err != nil {
		fmt.Println("preinit:", err)
	}
	for _, name := range strings.Fields(string(order)) {
		if err := load(filepath.Join(folder, name)); err != nil {
			fmt.Printf("preinit: %s: %v\n", name, err)
		}
	}
	err = syscall.Exec(talosInit, []string{"/init"}, os.Environ())
	fmt.Printf("preinit: %s: %v\n", talosInit, err)
	for {
		time.Sleep(time.Hour) // the end of the first process is a panic that hides what it said
	}
}
