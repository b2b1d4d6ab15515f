# The duty desk of two units. The two commands that matter: make demo, make test.

SHELL := /bin/bash
.SHELLFLAGS := -o pipefail -c

PREFIX ?= /usr/local
DESTDIR ?=
SWIFT ?= swift
PKG_CONFIG_FILES := .build/pkg-config
COMMON := --pkg-config-path $(PKG_CONFIG_FILES)
STATIC_LIBRARIES := .build/static
# Swift's runtime is part of the program, and so is the C++ library below it, which alone would be a
# tenth of the start.
RELEASE := $(COMMON) -c release --static-swift-stdlib --product samjour \
	-Xswiftc -L$(STATIC_LIBRARIES) -Xswiftc -Xclang-linker -Xswiftc -static-libgcc
PROGRAM := .build/release/samjour

PACKAGES := libncurses-dev libsqlite3-dev libgmime-3.0-dev libxml2-dev pkg-config make
TEST_PACKAGES := tmux
BENCH_PACKAGES := python3
SOURCES := Sources Tests Package.swift Benchmarks/Package.swift Benchmarks/Benchmarks Benchmarks/Sources \
	Fuzzing/Package.swift Fuzzing/Sources

.PHONY: all demo test soak fuzz bench install uninstall release format lint clean toolchain \
	packages test-packages bench-packages pkg-config

all: release

## Opens the desk on a throw-away store with new tips coming in.
demo: release
	@exec $(PROGRAM) demo

## Format, build without warnings, all tests. The last line is the test runner's own.
test: test-packages pkg-config lint
	$(SWIFT) build $(COMMON) --build-tests 2>&1 | tee .build/build.log
	@if grep -q 'warning:' .build/build.log; then \
		echo 'make test: the build has warnings' >&2; exit 1; fi
	$(SWIFT) test $(COMMON) --skip-build --disable-xctest 2>&1 | tee .build/test.log
	@grep -Eq 'Test run with [1-9][0-9]* tests?' .build/test.log || \
		{ echo 'make test: no tests ran' >&2; exit 1; }

## Takes very many random actions and compares the lists with the journal, now and as of before; then
## fifty desks and ten writers for ten minutes, some of them killed.
soak: test-packages pkg-config toolchain
	$(SWIFT) build $(COMMON) --build-tests
	SAMJOUR_ACTIONS=$${SAMJOUR_ACTIONS:-100000} \
		$(SWIFT) test $(COMMON) --skip-build --disable-xctest --filter RandomActionTests/soak
	SAMJOUR_CROWD_SECONDS=$${SAMJOUR_CROWD_SECONDS:-600} \
		$(SWIFT) test $(COMMON) --skip-build --disable-xctest --filter CrowdTests/soak

## Fuzzes whatever reads what others write, each kind of input for SAMJOUR_FUZZ_SECONDS (60).
fuzz: pkg-config toolchain
	$(SWIFT) build $(COMMON) -c release --package-path Fuzzing --sanitize=fuzzer --product fuzz
	Fuzzing/fuzz.sh

## Measures what the design promises, on a store of a million tips in ~/.cache/samjour-bench.
bench: bench-packages pkg-config release
	$(SWIFT) run $(COMMON) -c release --package-path Benchmarks fill-store
	$(SWIFT) package $(COMMON) --package-path Benchmarks --disable-sandbox benchmark --no-progress
	Benchmarks/measure/measure.py

## One program, its manual page and the completions of three shells.
install: release
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/man/man1' \
		'$(DESTDIR)$(PREFIX)/share/bash-completion/completions' \
		'$(DESTDIR)$(PREFIX)/share/zsh/site-functions' \
		'$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d'
	install -m 755 -s $(PROGRAM) '$(DESTDIR)$(PREFIX)/bin/samjour'
	install -m 644 Documentation/samjour.1 '$(DESTDIR)$(PREFIX)/share/man/man1/samjour.1'
	umask 022; \
	$(PROGRAM) --generate-completion-script bash \
		> '$(DESTDIR)$(PREFIX)/share/bash-completion/completions/samjour' && \
	$(PROGRAM) --generate-completion-script zsh \
		> '$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_samjour' && \
	$(PROGRAM) --generate-completion-script fish \
		> '$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/samjour.fish'

uninstall:
	rm -f '$(DESTDIR)$(PREFIX)/bin/samjour' '$(DESTDIR)$(PREFIX)/share/man/man1/samjour.1' \
		'$(DESTDIR)$(PREFIX)/share/bash-completion/completions/samjour' \
		'$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_samjour' \
		'$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/samjour.fish'

# Where there is no toolchain (root's PATH under sudo), what was built before is installed.
release: packages pkg-config
	@if ! command -v $(SWIFT) >/dev/null && [ -x $(PROGRAM) ]; then exit 0; fi; \
	$(MAKE) --no-print-directory toolchain && $(SWIFT) build $(RELEASE)

format:
	$(SWIFT) format -i -p -r $(SOURCES)

lint: toolchain
	$(SWIFT) format lint --strict -p -r $(SOURCES)

clean:
	rm -rf .build Benchmarks/.build Fuzzing/.build

toolchain:
	@command -v $(SWIFT) >/dev/null || \
		{ echo 'Swift 6.2 or later is needed: https://www.swift.org/install' >&2; exit 69; }

# Installs those of the packages that are missing; asks for nothing where none is.
define install_packages
	@missing=; \
	for package in $(1); do \
		dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || \
			missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	command -v apt-get >/dev/null || \
		{ echo "make: please install:$$missing" >&2; exit 69; }; \
	sudo=; [ "$$(id -u)" = 0 ] || sudo=sudo; \
	$$sudo apt-get update -q && \
	$$sudo env DEBIAN_FRONTEND=noninteractive \
		apt-get install -yq --no-install-recommends $$missing
endef

# SwiftPM leaves out all but -I and -l of what pkg-config says, and warns of it; here is no more. The
# libraries of mail are not linked: the desk opens sooner without them (Sources/CGMime/Late.h).
pkg-config: packages
	@mkdir -p $(PKG_CONFIG_FILES)
	@for name in gmime-3.0 libxml-2.0; do \
		printf '%s\n' "Name: $$name" 'Description: Loaded when the first mail is read' \
			"Version: $$(pkg-config --modversion $$name)" \
			"Cflags: $$(pkg-config --cflags-only-I $$name)" 'Libs:' \
			> $(PKG_CONFIG_FILES)/$$name.pc; \
	done
	@mkdir -p $(STATIC_LIBRARIES)
	@cc=$$(command -v gcc || command -v clang) && library=$$($$cc -print-file-name=libstdc++.a) && \
		[ -f "$$library" ] && ln -sf "$$library" $(STATIC_LIBRARIES)/ || true

packages:
	$(call install_packages,$(PACKAGES))

test-packages: packages
	$(call install_packages,$(TEST_PACKAGES))

bench-packages: packages
	$(call install_packages,$(BENCH_PACKAGES))
