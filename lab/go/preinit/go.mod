module tools/preinit

go 1.26.1
