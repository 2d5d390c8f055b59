/* A disk that fails, for programs started with LD_PRELOAD. The program says when, by opening names that cannot exist:
 * "/vigil-fault/on/K/ERRNO/SHAPE/FOLDER" lets the K-th write or flush below FOLDER fail from now on; "/vigil-fault/off"
 * ends that. Opening fails either way; with ENODEV when a fault had fired, with ENOENT when not.
 * SHAPE: 0 one call fails and does nothing; 1 one write stops half-way; 2 every call from the K-th fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static long at, seen, fired;
static int code, shape;
static char under[512];

static int below(const char *path) { return at > 0 && strncmp(path, under, strlen(under)) == 0; }

static int fails(void) {
  long now = __sync_add_and_fetch(&seen, 1);
  if (now != at && !(shape == 2 && now > at)) return 0;
  fired = 1;
  return 1;
}

static int doomed(int fd) {
  char link[64], path[1024];
  if (at <= 0) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return below(path) && fails();
}

static int command(const char *path) {
  if (strncmp(path, "/vigil-fault/", 13) != 0) return 0;
  int wasFired = fired;
  at = seen = fired = 0;
  long k;
  if (sscanf(path, "/vigil-fault/on/%ld/%d/%d%511s", &k, &code, &shape, under) == 4) at = k;
  errno = wasFired ? ENODEV : ENOENT;
  return 1;
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define FAIL do { errno = code; return -1; } while (0)

#define OPEN(name)                                                                                                     \
  int name(const char *path, int flags, ...) {                                                                        \
    REAL(name);                                                                                                        \
    va_list list;                                                                                                      \
    va_start(list, flags);                                                                                             \
    mode_t mode = va_arg(list, mode_t);                                                                                \
    va_end(list);                                                                                                      \
    if (command(path)) return -1;                                                                                      \
    if ((flags & O_CREAT) && below(path) && fails()) FAIL;                                                             \
    return real(path, flags, mode);                                                                                    \
  }
OPEN(open)
OPEN(open64)

#define PWRITE(name, offset)                                                                                           \
  ssize_t name(int fd, const void *bytes, size_t count, offset place) {                                                \
    REAL(name);                                                                                                        \
    if (!doomed(fd)) return real(fd, bytes, count, place);                                                             \
    if (shape == 1 && count > 1) real(fd, bytes, count / 2, place);                                                    \
    FAIL;                                                                                                              \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

ssize_t write(int fd, const void *bytes, size_t count) {
  REAL(write);
  if (!doomed(fd)) return real(fd, bytes, count);
  if (shape == 1 && count > 1) return real(fd, bytes, count / 2) < 0 ? -1 : (errno = code, -1);
  FAIL;
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  REAL(writev);
  if (doomed(fd)) FAIL;
  return real(fd, parts, count);
}

#define SIMPLE(name, given, passed)                                                                                    \
  int name given {                                                                                                     \
    REAL(name);                                                                                                        \
    if (doomed(fd)) FAIL;                                                                                              \
    return real passed;                                                                                                \
  }
SIMPLE(fsync, (int fd), (fd))
SIMPLE(fdatasync, (int fd), (fd))
SIMPLE(ftruncate, (int fd, off_t size), (fd, size))
SIMPLE(ftruncate64, (int fd, off64_t size), (fd, size))

int rename(const char *from, const char *to) {
  REAL(rename);
  if (below(to) && fails()) FAIL;
  return real(from, to);
}

int mkdir(const char *path, mode_t mode) {
  REAL(mkdir);
  if (below(path) && fails()) FAIL;
  return real(path, mode);
}
