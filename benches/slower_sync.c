/* A disk that takes longer over each sync: stands before the C library and waits before it hands the call on.
   Preloaded by benches/run; SLOWER_SYNC_MS says how many milliseconds longer. Must not know what is written. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_longer(void) {
    const char *ms = getenv("SLOWER_SYNC_MS");
    long longer = ms ? atol(ms) : 0;
    struct timespec time = {longer / 1000, longer % 1000 * 1000000};
    nanosleep(&time, NULL);
}

int fsync(int file) {
    int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_longer();
    return next(file);
}

int fdatasync(int file) {
    int (*next)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_longer();
    return next(file);
}
