package dev.tinyland.gate.lint.shell;

import org.jspecify.annotations.Nullable;

/** The commands that run another command, as a table. */
final class Wrappers {
  private Wrappers() {}

  /** How the inner command is given. */
  enum Kind {
    /** The arguments after options and operands are the command. */
    PREFIX,
    /** As a prefix, after assignments; {@code -S} splits a string. */
    ENV,
    /** As a prefix, with more arguments from standard input. */
    XARGS,
    /** The arguments joined, up to {@code :::}. */
    PARALLEL,
    /** After {@code -exec} up to a semicolon or plus. */
    FIND,
    /** A shell: {@code -c} and a script, or a script on standard input. */
    SHELL,
    /** The option {@code -c} (or {@code --command}, {@code --run}) holds a script. */
    OPTION,
    /** The arguments joined are a script. */
    JOINED,
    /** After the host, the arguments joined are a script; without them standard input is. */
    SSH,
    /** Every argument with blanks in it is a script. */
    STRINGS,
    /** Somewhere in the arguments a command begins. */
    TAIL,
    /** The nix command. */
    NIX,
    /** Runs nothing of its arguments. */
    INERT
  }

  /**
   * One wrapper.
   *
   * @param valueOptions options whose value is the next word, with a blank before and after each
   * @param operands how many words stand between the options and the command
   */
  record Wrapper(Kind kind, String valueOptions, int operands) {
    boolean takesValue(String option) {
      return valueOptions.contains(" " + option + " ");
    }
  }

  private static final Wrapper PREFIX = new Wrapper(Kind.PREFIX, "", 0);
  private static final Wrapper PREFIX_1 = new Wrapper(Kind.PREFIX, "", 1);
  private static final Wrapper SUDO =
      new Wrapper(
          Kind.ENV,
          " -u -g -h -p -C -r -t -T -U -D -R --user --group --host --prompt --chdir --role"
              + " --type --other-user --close-from --command-timeout ",
          0);
  private static final Wrapper ENV = new Wrapper(Kind.ENV, " -u --unset -C --chdir --argv0 -a ", 0);
  private static final Wrapper NICE =
      new Wrapper(Kind.PREFIX, " -n --adjustment -c --class --classdata -p ", 0);
  private static final Wrapper TIMEOUT =
      new Wrapper(Kind.PREFIX, " -s --signal -k --kill-after ", 1);
  private static final Wrapper STDBUF =
      new Wrapper(Kind.PREFIX, " -i -o -e --input --output --error ", 0);
  private static final Wrapper TIME = new Wrapper(Kind.PREFIX, " -f -o --format --output ", 0);
  private static final Wrapper EXEC = new Wrapper(Kind.PREFIX, " -a ", 0);
  private static final Wrapper FLOCK =
      new Wrapper(Kind.OPTION, " -w -E --timeout --wait --conflict-exit-code ", 1);
  private static final Wrapper XARGS =
      new Wrapper(
          Kind.XARGS,
          " -n -P -I -L -d -E -s -a --max-args --max-procs --max-lines --max-chars --delimiter"
              + " --arg-file ",
          0);
  private static final Wrapper PARALLEL =
      new Wrapper(
          Kind.PARALLEL,
          " -j --jobs -P --max-procs -n -N --max-args -I -d --delimiter -C --colsep --delay"
              + " --timeout --retries --joblog --results -S --sshlogin --tmpdir -a --arg-file"
              + " --halt --load --memfree --nice --env --wd --workdir ",
          0);
  private static final Wrapper FIND = new Wrapper(Kind.FIND, "", 0);
  private static final Wrapper SHELL =
      new Wrapper(Kind.SHELL, " -o +o -O +O --rcfile --init-file ", 0);
  private static final Wrapper SU = new Wrapper(Kind.OPTION, " -s --shell -g --group ", 1);
  private static final Wrapper SCRIPT = new Wrapper(Kind.OPTION, " -E -I -O -B -T -m -o ", 1);
  private static final Wrapper NIX_SHELL =
      new Wrapper(Kind.OPTION, " -p --packages -I -A --attr --option --arg --argstr ", 0);
  private static final Wrapper WATCH = new Wrapper(Kind.JOINED, " -n --interval -q ", 0);
  private static final Wrapper SSH =
      new Wrapper(Kind.SSH, " -p -i -o -l -F -J -L -R -D -b -c -E -e -I -m -O -Q -S -W -w -B ", 1);
  private static final Wrapper STRINGS = new Wrapper(Kind.STRINGS, "", 0);
  private static final Wrapper TAIL = new Wrapper(Kind.TAIL, "", 0);
  private static final Wrapper NIX = new Wrapper(Kind.NIX, "", 0);
  private static final Wrapper INERT = new Wrapper(Kind.INERT, "", 0);
  private static final Wrapper RETRY =
      new Wrapper(
          Kind.PREFIX,
          " -t -d -s -m -u -n -i --times --delay --sleep --min --max --until --attempts --tries"
              + " --retries --max-attempts --interval --backoff ",
          0);

  /** The wrapper of a base name, or {@code null} for a command that is not in the table. */
  static @Nullable Wrapper find(String name) {
    return switch (name) {
      case "sudo", "doas" -> SUDO;
      case "env" -> ENV;
      case "nice", "ionice" -> NICE;
      case "timeout", "gtimeout" -> TIMEOUT;
      case "stdbuf" -> STDBUF;
      case "time", "gtime" -> TIME;
      case "exec" -> EXEC;
      case "nohup",
          "setsid",
          "chronic",
          "unbuffer",
          "command",
          "builtin",
          "catchsegv",
          "busybox",
          "tini",
          "dumb-init",
          "catatonit",
          "nix-portable",
          "xvfb-run",
          "dbus-run-session",
          "ssh-agent",
          "strace",
          "ltrace",
          "caffeinate",
          "proot",
          "fakeroot",
          "eatmydata",
          "cachix-exec",
          "detach",
          "daemonize",
          "nom-shell" ->
          PREFIX;
      case "chroot", "taskset", "setarch", "runuser-exec" -> PREFIX_1;
      case "retry", "retries", "retry.sh", "retry-cmd", "ntimes", "try" -> RETRY;
      case "flock" -> FLOCK;
      case "xargs", "gxargs" -> XARGS;
      case "parallel", "sem" -> PARALLEL;
      case "find", "gfind", "fd", "fdfind" -> FIND;
      case "bash", "sh", "zsh", "dash", "ash", "ksh", "mksh", "rbash" -> SHELL;
      case "su", "runuser" -> SU;
      case "script" -> SCRIPT;
      case "nix-shell" -> NIX_SHELL;
      case "watch" -> WATCH;
      case "ssh", "autossh", "mosh" -> SSH;
      case "tmux", "screen", "concurrently", "entr", "hyperfine" -> STRINGS;
      case "docker",
          "podman",
          "nerdctl",
          "buildah",
          "kubectl",
          "oc",
          "limactl",
          "lima",
          "colima",
          "lxc",
          "incus",
          "machinectl",
          "systemd-run",
          "direnv",
          "devenv",
          "devbox",
          "op",
          "doppler",
          "vault",
          "aws-vault",
          "poetry",
          "pipenv",
          "mise",
          "asdf",
          "uv",
          "npx",
          "nsenter",
          "unshare",
          "bwrap",
          "firejail",
          "apptainer",
          "singularity",
          "toolbox",
          "distrobox",
          "vagrant",
          "heroku",
          "flyctl",
          "cachix",
          "nom",
          "numactl",
          "dagger",
          "earthly",
          "sops",
          "infisical",
          "chamber",
          "teller" ->
          TAIL;
      case "nix" -> NIX;
      case "echo",
          "printf",
          "cat",
          "grep",
          "egrep",
          "fgrep",
          "rg",
          "ag",
          "sed",
          "awk",
          "gawk",
          "git",
          "make",
          "gmake",
          "test",
          "[",
          "true",
          "false",
          ":",
          "which",
          "type",
          "hash",
          "whence",
          "cd",
          "mkdir",
          "rm",
          "rmdir",
          "cp",
          "mv",
          "ls",
          "ln",
          "chmod",
          "chown",
          "touch",
          "curl",
          "wget",
          "tar",
          "unzip",
          "apt",
          "apt-get",
          "brew",
          "dnf",
          "pip",
          "pip3",
          "gem",
          "gh",
          "glab",
          "jq",
          "yq",
          "tee",
          "head",
          "tail",
          "wc",
          "sort",
          "uniq",
          "cut",
          "tr",
          "date",
          "sleep",
          "kill",
          "killall",
          "pkill",
          "pgrep",
          "wait",
          "read",
          "export",
          "declare",
          "typeset",
          "local",
          "readonly",
          "unset",
          "set",
          "shopt",
          "alias",
          "unalias",
          "ulimit",
          "umask",
          "pushd",
          "popd",
          "dirname",
          "basename",
          "realpath",
          "readlink",
          "uname",
          "id",
          "whoami",
          "man",
          "info",
          "systemctl",
          "journalctl",
          "service",
          "attic",
          "celler",
          "nix-env",
          "nix-build",
          "nix-store",
          "nix-instantiate",
          "return",
          "exit",
          "break",
          "continue",
          "shift",
          "trap",
          "let",
          "getopts",
          "mapfile",
          "readarray",
          "diff",
          "cmp",
          "file",
          "stat",
          "du",
          "df",
          "ps",
          "logger",
          "notify-send" ->
          INERT;
      default -> null;
    };
  }
}
