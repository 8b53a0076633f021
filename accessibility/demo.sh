# Sourced: starts `alongside demo` on a free port, always at the same moment, and waits until it answers. Sets $base, its
# address, and $said, the file with what it printed; ends it when the script ends. ALONGSIDE names another binary.
binary=${ALONGSIDE:-target/debug/alongside}
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')
base=http://127.0.0.1:$port
data=$(mktemp -d)
said=$data/said.txt
demo=

stop() {
    [ -z "$demo" ] || kill "$demo" 2>/dev/null || true
    [ -z "$demo" ] || wait "$demo" 2>/dev/null || true
    rm -rf "$data"
}
trap stop EXIT

# A Tuesday morning: what is heard must be the same on any day.
"$binary" demo --now 2026-11-24T10:00:00Z --listen "127.0.0.1:$port" --data "$data/demo" >"$said" 2>"$data/log.txt" &
demo=$!
for _ in $(seq 150); do
    kill -0 "$demo" 2>/dev/null || { echo "the demo ended before it answered:" >&2; cat "$said" "$data/log.txt" >&2; exit 1; }
    curl --silent --fail --output /dev/null "$base/readyz" && break
    sleep 0.2
done
curl --silent --show-error --fail --output /dev/null "$base/readyz"
