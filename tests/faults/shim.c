/* Stands between a process and the disk: counts what is written below one folder, lets one call of it fail,
   keeps a record of all of it, or gives the folder a disk of its own size. Loaded by LD_PRELOAD; `shim.py`
   builds it and speaks to it. For one thread at a time. */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/uio.h>
#include <unistd.h>

#define LONGEST_TRACE 65536
#define REAL(result, name, parameters) \
    static result(*real) parameters; \
    if (!real) real = (result(*) parameters)dlsym(RTLD_NEXT, #name)

static char watched[PATH_MAX];
static size_t watched_length;

static int armed, again, failure, halved, tripped;
static long nth, calls;
static char trace[LONGEST_TRACE];

static int log_handle = -1;
static long long room = -1;

/* What is said to it */

void shim_watch(const char *folder) {
    snprintf(watched, sizeof watched, "%s", folder);
    watched_length = strlen(watched);
    armed = tripped = 0;
    calls = 0;
    room = -1;
}
/* Let the nth call from now fail with an error number; `half` writes half of it first; `on` lets all that follow
   fail as well (where the disk is full: what takes room). */
void shim_arm(long n, int error, int half, int on) {
    nth = n, failure = error, halved = half, again = on;
    calls = 0, tripped = 0, armed = 1;
}
void shim_disarm(void) { armed = 0; }
int shim_tripped(void) { return tripped; }
long shim_calls(void) { return calls; }
const char *shim_trace(void) {
    trace[calls < LONGEST_TRACE ? calls : LONGEST_TRACE - 1] = 0;
    return trace;
}
void shim_room(long long bytes) { room = bytes; }
long long shim_room_left(void) { return room; }

/* Which path is meant */

static int within(const char *path) {
    return watched_length && !strncmp(path, watched, watched_length) &&
           (path[watched_length] == '/' || !path[watched_length]);
}
static int of_handle(int handle, char *path) {
    char link[32];
    snprintf(link, sizeof link, "/proc/self/fd/%d", handle);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    path[length > 0 ? length : 0] = 0;
    return length > 0 && within(path);
}
static int named(int folder, const char *name, char *path) {
    char base[PATH_MAX];
    if (!watched_length) return 0;
    if (*name == '/') snprintf(path, PATH_MAX, "%s", name);
    else {
        if (folder == AT_FDCWD) { if (!getcwd(base, sizeof base)) return 0; }
        else of_handle(folder, base);
        if (snprintf(path, PATH_MAX, "%s/%s", base, name) >= PATH_MAX) return 0;
    }
    return within(path);
}

/* The record: a head of fixed size, two paths, and what was written. */

struct head { char kind; char pad[7]; uint64_t file; int64_t at; uint32_t first, second; uint64_t length; };

static ssize_t real_write(int handle, const void *data, size_t length) {
    REAL(ssize_t, write, (int, const void *, size_t));
    return real(handle, data, length);
}
static void record(char kind, uint64_t file, int64_t at, const char *one, const char *two, const void *data,
                   uint64_t length) {
    if (log_handle < 0) return;
    struct head head = {kind, {0}, file, at, strlen(one), strlen(two), length};
    struct iovec parts[4] = {{&head, sizeof head}, {(void *)one, head.first}, {(void *)two, head.second},
                             {(void *)data, length}};
    REAL(ssize_t, writev, (int, const struct iovec *, int));
    if (real(log_handle, parts, 4) < 0) abort();
}
void shim_record(const char *path) {
    REAL(int, open, (const char *, int, ...));
    log_handle = path ? real(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
}
void shim_mark(const char *text) { record('m', 0, 0, "", "", text, strlen(text)); }

static uint64_t number_of(int handle) {
    struct stat status;
    return fstat(handle, &status) ? 0 : status.st_ino;
}

/* Whether this call fails. What takes room on a disk is o c w m l r; what gives some back is u t. */

static int refused(char kind) {
    if (!armed) return 0;
    long number = ++calls;
    if (number <= LONGEST_TRACE) trace[number - 1] = kind;
    int takes_room = strchr("cwml", kind) != NULL;
    int full = failure == ENOSPC || failure == EDQUOT;
    if (number == nth || (again && number > nth && nth > 0 && (!full || takes_room))) {
        tripped = 1;
        errno = failure;
        return 1;
    }
    return 0;
}
static int no_room(int handle, off_t end, size_t length, size_t *fits) {
    struct stat status;
    *fits = length;
    if (room < 0 || fstat(handle, &status)) return 0;
    long long more = (long long)end - status.st_size;
    if (more <= 0) return 0;
    if (more <= room) { room -= more; return 0; }
    long long kept = (long long)length - (more - room);
    room = 0, tripped = 1;
    *fits = kept > 0 ? kept : 0;
    if (*fits) return 0;
    errno = ENOSPC;
    return 1;
}
static void give_back(const char *path) {
    struct stat status;
    if (room >= 0 && !lstat(path, &status) && S_ISREG(status.st_mode) && status.st_nlink == 1)
        room += status.st_size;
}

/* Writing */

static ssize_t written(int handle, const void *data, size_t length, off_t at, int placed) {
    REAL(ssize_t, pwrite, (int, const void *, size_t, off_t));
    char path[PATH_MAX];
    if (!watched_length || handle == log_handle || !of_handle(handle, path))
        return placed ? real(handle, data, length, at) : real_write(handle, data, length);
    off_t start = placed ? at : (fcntl(handle, F_GETFL) & O_APPEND) ? lseek(handle, 0, SEEK_END)
                                                                   : lseek(handle, 0, SEEK_CUR);
    size_t fits = length;
    if (refused('w')) {
        if (!halved || length < 2 || calls != nth) return -1;
        fits = length / 2; /* the rest of it is the next call, which fails */
        nth++;
        halved = 0;
    } else if (no_room(handle, start + length, length, &fits)) return -1;
    ssize_t done = placed ? real(handle, data, fits, at) : real_write(handle, data, fits);
    if (done > 0) record('w', number_of(handle), start, path, "", data, done);
    return done;
}
ssize_t write(int handle, const void *data, size_t length) { return written(handle, data, length, 0, 0); }
ssize_t pwrite(int handle, const void *data, size_t length, off_t at) {
    return written(handle, data, length, at, 1);
}
ssize_t pwrite64(int handle, const void *data, size_t length, off64_t at) {
    return written(handle, data, length, at, 1);
}
/* What copies inside the system would pass by unseen: Python then reads and writes. */
ssize_t sendfile(int to, int from, off_t *at, size_t length) { errno = ENOSYS; return -1; }
ssize_t sendfile64(int to, int from, off64_t *at, size_t length) { errno = ENOSYS; return -1; }
ssize_t copy_file_range(int from, off64_t *a, int to, off64_t *b, size_t length, unsigned flags) {
    errno = ENOSYS;
    return -1;
}

static int cut(int handle, off_t length) {
    REAL(int, ftruncate, (int, off_t));
    char path[PATH_MAX];
    struct stat status;
    if (!of_handle(handle, path)) return real(handle, length);
    if (refused('t')) return -1;
    if (room >= 0 && !fstat(handle, &status)) room += status.st_size - length;
    int done = real(handle, length);
    if (!done) record('t', number_of(handle), length, path, "", "", 0);
    return done;
}
int ftruncate(int handle, off_t length) { return cut(handle, length); }
int ftruncate64(int handle, off64_t length) { return cut(handle, length); }

static int synced(int handle, int (*real)(int)) {
    char path[PATH_MAX];
    if (!of_handle(handle, path)) return real(handle);
    if (refused('s')) return -1;
    record('s', number_of(handle), 0, path, "", "", 0); /* the real disk is not waited for */
    return 0;
}
int fsync(int handle) { REAL(int, fsync, (int)); return synced(handle, real); }
int fdatasync(int handle) { REAL(int, fdatasync, (int)); return synced(handle, real); }

/* Opening */

static int opened(int folder, const char *name, int flags, mode_t mode) {
    REAL(int, openat, (int, const char *, int, ...));
    char path[PATH_MAX];
    struct stat status;
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
    if (!writes || !named(folder, name, path)) return real(folder, name, flags, mode);
    int there = !stat(path, &status);
    if (refused(!there && (flags & O_CREAT) ? 'c' : 'o')) return -1;
    if (there && (flags & O_TRUNC) && room >= 0) room += status.st_size;
    int handle = real(folder, name, flags, mode);
    if (handle >= 0 && !there) record('c', number_of(handle), mode, path, "", "", 0);
    if (handle >= 0 && there && (flags & O_TRUNC)) record('t', number_of(handle), 0, path, "", "", 0);
    return handle;
}
#define OPENING(name) \
    int name(const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return opened(AT_FDCWD, path, flags, mode); \
    }
OPENING(open)
OPENING(open64)
#define OPENING_AT(name) \
    int name(int folder, const char *path, int flags, ...) { \
        va_list more; va_start(more, flags); mode_t mode = va_arg(more, mode_t); va_end(more); \
        return opened(folder, path, flags, mode); \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

/* Names */

static int renamed(int from, const char *old, int to, const char *new) {
    REAL(int, renameat, (int, const char *, int, const char *));
    char one[PATH_MAX], two[PATH_MAX];
    int here = named(from, old, one), there = named(to, new, two);
    if (!here && !there) return real(from, old, to, new);
    if (refused('r')) return -1;
    give_back(two);
    int done = real(from, old, to, new);
    if (!done) record('r', 0, 0, one, two, "", 0);
    return done;
}
int rename(const char *old, const char *new) { return renamed(AT_FDCWD, old, AT_FDCWD, new); }
int renameat(int from, const char *old, int to, const char *new) { return renamed(from, old, to, new); }

static int linked(int from, const char *old, int to, const char *new, int flags) {
    REAL(int, linkat, (int, const char *, int, const char *, int));
    char one[PATH_MAX], two[PATH_MAX];
    named(from, old, one);
    if (!named(to, new, two)) return real(from, old, to, new, flags);
    if (refused('l')) return -1;
    int done = real(from, old, to, new, flags);
    if (!done) record('l', 0, 0, one, two, "", 0);
    return done;
}
int link(const char *old, const char *new) { return linked(AT_FDCWD, old, AT_FDCWD, new, 0); }
int linkat(int from, const char *old, int to, const char *new, int flags) {
    return linked(from, old, to, new, flags);
}

static int removed(int folder, const char *name, int flags) {
    REAL(int, unlinkat, (int, const char *, int));
    char path[PATH_MAX];
    struct stat status;
    if (!named(folder, name, path) || lstat(path, &status)) return real(folder, name, flags);
    if (refused('u')) return -1;
    give_back(path);
    int done = real(folder, name, flags);
    if (!done) record('u', 0, 0, path, "", "", 0);
    return done;
}
int unlink(const char *name) { return removed(AT_FDCWD, name, 0); }
int unlinkat(int folder, const char *name, int flags) { return removed(folder, name, flags); }
int rmdir(const char *name) { return removed(AT_FDCWD, name, AT_REMOVEDIR); }

static int made(int folder, const char *name, mode_t mode) {
    REAL(int, mkdirat, (int, const char *, mode_t));
    char path[PATH_MAX];
    struct stat status;
    if (!named(folder, name, path) || !lstat(path, &status)) return real(folder, name, mode);
    if (refused('m')) return -1;
    int done = real(folder, name, mode);
    if (!done) record('d', 0, mode, path, "", "", 0);
    return done;
}
int mkdir(const char *name, mode_t mode) { return made(AT_FDCWD, name, mode); }
int mkdirat(int folder, const char *name, mode_t mode) { return made(folder, name, mode); }

/* Rights and room */

int chmod(const char *name, mode_t mode) {
    REAL(int, chmod, (const char *, mode_t));
    char path[PATH_MAX];
    if (named(AT_FDCWD, name, path) && refused('p')) return -1;
    return real(name, mode);
}
static void bounded(const char *name, unsigned long unit, uint64_t *free_blocks, uint64_t *available) {
    char path[PATH_MAX];
    if (room >= 0 && named(AT_FDCWD, name, path)) *free_blocks = *available = room / (unit ? unit : 1);
}
int statvfs(const char *name, struct statvfs *said) {
    REAL(int, statvfs, (const char *, struct statvfs *));
    int done = real(name, said);
    if (!done) bounded(name, said->f_frsize, (uint64_t *)&said->f_bfree, (uint64_t *)&said->f_bavail);
    return done;
}
int statvfs64(const char *name, struct statvfs64 *said) {
    REAL(int, statvfs64, (const char *, struct statvfs64 *));
    int done = real(name, said);
    if (!done) bounded(name, said->f_frsize, (uint64_t *)&said->f_bfree, (uint64_t *)&said->f_bavail);
    return done;
}
