/* Makes the calls of a program to the disk fail, one after the other: loaded before the C library (LD_PRELOAD).
 *
 * A test arms it with a mode and the number of a call. Only calls of the thread that armed it count.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum mode { OFF, ONCE, FROM_THEN_ON, SHORT_WRITES };

static __thread enum mode mode;
static __thread int armed_at, fault, calls, hits;
static __thread char names[8192];

/* How many calls there were since it was armed. */
int failing_disk_calls(void) { return calls; }

/* How many of them failed. */
int failing_disk_hits(void) { return hits; }

/* Their names, one after the other. */
const char *failing_disk_names(void) { return names; }

void failing_disk_arm(int new_mode, int at, int error)
{
    mode = new_mode;
    armed_at = at;
    fault = error;
    calls = hits = 0;
    names[0] = '\0';
}

static int fails(const char *name)
{
    if (mode == OFF)
        return 0;
    calls++;
    if (strlen(names) + strlen(name) + 2 < sizeof names) {
        strcat(names, name);
        strcat(names, " ");
    }
    if (mode == SHORT_WRITES || calls < armed_at || (mode == ONCE && calls > armed_at))
        return 0;
    hits++;
    errno = fault;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPENS(name)                                                                                                    \
    int name(const char *path, int flags, ...)                                                                         \
    {                                                                                                                  \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode_t permissions = va_arg(rest, mode_t);                                                                     \
        va_end(rest);                                                                                                  \
        return fails("open") ? -1 : REAL(name)(path, flags, permissions);                                              \
    }
#define OPENS_AT(name)                                                                                                 \
    int name(int folder, const char *path, int flags, ...)                                                             \
    {                                                                                                                  \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode_t permissions = va_arg(rest, mode_t);                                                                     \
        va_end(rest);                                                                                                  \
        return fails("open") ? -1 : REAL(name)(folder, path, flags, permissions);                                      \
    }
#define CALL(result, bad, word, name, declared, given)                                                                 \
    result name declared { return fails(word) ? (bad) : REAL(name) given; }

OPENS(open)
OPENS(open64)
OPENS_AT(openat)
OPENS_AT(openat64)
CALL(int, -1, "fsync", fsync, (int file), (file))
CALL(int, -1, "fsync", fdatasync, (int file), (file))
CALL(int, -1, "rename", rename, (const char *from, const char *to), (from, to))
CALL(int, -1, "rename", renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
CALL(int, -1, "chmod", chmod, (const char *path, mode_t to), (path, to))
CALL(int, -1, "chmod", fchmod, (int file, mode_t to), (file, to))
CALL(int, -1, "chmod", fchmodat, (int folder, const char *path, mode_t to, int flags), (folder, path, to, flags))
CALL(int, -1, "chown", chown, (const char *path, uid_t user, gid_t group), (path, user, group))
CALL(int, -1, "unlink", unlink, (const char *path), (path))
CALL(int, -1, "unlink", unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
CALL(int, -1, "mkdir", mkdir, (const char *path, mode_t to), (path, to))
CALL(int, -1, "flock", flock, (int file, int what), (file, what))
CALL(int, -1, "stat", stat64, (const char *path, struct stat64 *found), (path, found))
CALL(int, -1, "stat", lstat64, (const char *path, struct stat64 *found), (path, found))
CALL(int, -1, "stat", fstat64, (int file, struct stat64 *found), (file, found))
CALL(DIR *, NULL, "opendir", opendir, (const char *path), (path))
CALL(ssize_t, -1, "read", read, (int file, void *into, size_t size), (file, into, size))

ssize_t write(int file, const void *content, size_t size)
{
    if (fails("write"))
        return -1;
    if (mode == SHORT_WRITES && size > 1)
        size = size / 2;
    return REAL(write)(file, content, size);
}

/* A close that fails has closed all the same. */
int close(int file)
{
    int failed = fails("close");
    int result = REAL(close)(file);
    if (!failed)
        return result;
    errno = fault;
    return -1;
}
