#!/bin/sh
# Fuzzes each kind of input for SAMJOUR_FUZZ_SECONDS, or those named as arguments. Ends at the first
# finding, with its file in Fuzzing/Found.
cd "$(dirname "$0")" || exit 74
seconds=${SAMJOUR_FUZZ_SECONDS:-60}
program=.build/release/fuzz
[ $# -gt 0 ] || set -- $(ls Corpus)
mkdir -p Found
# Swift's own backtraces come before libFuzzer's signal handlers, which write the finding down.
export SWIFT_BACKTRACE=enable=no
for kind in "$@"; do
  echo "== $kind: $seconds s"
  mkdir -p ".build/found-corpus/$kind"
  dictionary=
  [ -f "Dictionaries/$kind.txt" ] && dictionary="-dict=Dictionaries/$kind.txt"
  log=.build/$kind.log
  # New inputs go to the first directory; the seeds are only read.
  SAMJOUR_FUZZ=$kind "$program" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=512 \
    -max_len=8192 -print_final_stats=1 -artifact_prefix="Found/$kind-" $dictionary \
    ".build/found-corpus/$kind" "Corpus/$kind" > "$log" 2>&1
  status=$?
  grep -E 'INITED' "$log"
  grep -E '^#[0-9]+.*(NEW|REDUCE|pulse|DONE)' "$log" | tail -1
  if [ $status -ne 0 ]; then
    tail -40 "$log"
    echo "make fuzz: $kind breaks a rule; the input is Fuzzing/$(
      grep -o 'Test unit written to [^ ]*' "$log" | sed 's/Test unit written to //' | tail -1)" >&2
    exit 1
  fi
done
