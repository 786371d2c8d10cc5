"""Kernel calls that reading a picture does not need, and their numbers.

Numbers: arch/x86/entry/syscalls/syscall_64.tbl and, for aarch64, include/uapi/asm-generic/unistd.h of Linux.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

NEWEST: Final = 462
"""mseal, Linux 6.10.  Whatever came later is unknown here and answered as if the kernel did not have it."""

MACHINES: Final = ("x86_64", "aarch64")

# group, call, number on x86_64, number on aarch64; a dash where the processor has no such call
_TABLE: Final = """
network   socket 41 198  connect 42 203  bind 49 200  listen 50 201  accept 43 202  accept4 288 242
programs  execve 59 221  execveat 322 281  fork 57 -  vfork 58 -
processes ptrace 101 117  process_vm_readv 310 270  process_vm_writev 311 271  process_madvise 440 440  kcmp 312 272
processes pidfd_open 434 434  pidfd_getfd 438 438  pidfd_send_signal 424 424  tkill 200 130
processes rt_sigqueueinfo 129 138  rt_tgsigqueueinfo 297 240
files     creat 85 -  unlink 87 -  unlinkat 263 35  rename 82 -  renameat 264 38  renameat2 316 276  link 86 -
files     linkat 265 37  symlink 88 -  symlinkat 266 36  mkdir 83 -  mkdirat 258 34  rmdir 84 -  mknod 133 -
files     mknodat 259 33  truncate 76 45  chmod 90 -  fchmod 91 52  fchmodat 268 53  fchmodat2 452 452  chown 92 -
files     fchown 93 55  lchown 94 -  fchownat 260 54  setxattr 188 5  lsetxattr 189 6  fsetxattr 190 7
files     removexattr 197 14  lremovexattr 198 15  fremovexattr 199 16  utime 132 -  utimes 235 -  futimesat 261 -
files     utimensat 280 88
mounts    mount 165 40  umount2 166 39  pivot_root 155 41  chroot 161 51  open_tree 428 428  move_mount 429 429
mounts    fsopen 430 430  fsconfig 431 431  fsmount 432 432  fspick 433 433  mount_setattr 442 442  swapon 167 224
mounts    swapoff 168 225  name_to_handle_at 303 264  open_by_handle_at 304 265  fanotify_init 300 262
kernel    unshare 272 97  setns 308 268  bpf 321 280  perf_event_open 298 241  io_uring_setup 425 425
kernel    io_uring_enter 426 426  io_uring_register 427 427  userfaultfd 323 282  add_key 248 217
kernel    request_key 249 218  keyctl 250 219  kexec_load 246 104  kexec_file_load 320 294  init_module 175 105
kernel    finit_module 313 273  delete_module 176 106  iopl 172 -  ioperm 173 -  reboot 169 142  syslog 103 116
kernel    acct 163 89  quotactl 179 60  quotactl_fd 443 443  settimeofday 164 170  clock_settime 227 112
kernel    clock_adjtime 305 266  adjtimex 159 171  sethostname 170 161  setdomainname 171 162  personality 135 92
kernel    modify_ldt 154 -  vhangup 153 58
rights    setuid 105 146  setgid 106 144  setreuid 113 145  setregid 114 143  setresuid 117 147  setresgid 119 149
rights    setgroups 116 159  setfsuid 122 151  setfsgid 123 152  capset 126 91
memory    memfd_create 319 279  memfd_secret 447 447  shmget 29 194  shmat 30 196  shmctl 31 195  msgget 68 186
memory    semget 64 190  mq_open 240 180  setrlimit 160 164
examined  open 2 -  openat 257 56  clone 56 220  kill 62 129  tgkill 234 131  prlimit64 302 261  ioctl 16 29
absent    openat2 437 437  clone3 435 435
"""
"""`examined` calls are refused by what they are asked for.  `absent` ones are answered as if the kernel were older:
their request lies in memory, where a filter cannot look, and the C library falls back to the call before."""


class Call(NamedTuple):
    """One kernel call."""

    group: str
    name: str
    numbers: Mapping[str, int]
    """By processor."""


def calls() -> Iterator[Call]:
    """Every call of the table."""
    for line in _TABLE.strip().splitlines():
        group, *cells = line.split()
        for name, *numbers in zip(cells[::3], cells[1::3], cells[2::3], strict=True):
            known = zip(MACHINES, numbers, strict=True)
            yield Call(group, name, {machine: int(number) for machine, number in known if number != "-"})
