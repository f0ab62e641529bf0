// The entry for the operator lane: runs gate on the lane's own file system, with its /nix, kubeconfig and tools.
//
// A node action, because the runner gives the token that uploads need to those and to containers only, and because it
// has node wherever it has actions/checkout (docs/adr/0013). It needs nothing but node, and becomes no shell: one may
// drop variables with a hyphen in their name, and inputs are such variables.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findArchive, TamperedArchive } from './archive.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const environment = process.env;

// As the program's own (docs/reference/exit-codes.md): none of them can be taken for a verdict.
const REFUSED = 2;
const UNDECIDED = 3;
const INTERNAL = 70;

// What ends this process also ends what it started, and is answered with that one's exit code.
let child;
let stopped = 0;
const abort = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    stopped = 128 + constants.signals[signal];
    child?.kill(signal);
    abort.abort();
  });
}

/** Starts a program; returns its exit code, 128 + n after a signal, or 127 where it cannot be started. */
function run(command, args, options) {
  abort.signal.throwIfAborted();
  return new Promise((resolve) => {
    child = spawn(command, args, options);
    child.on('error', () => resolve(127));
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
}

/**
 * Runs a helper to its end and returns its exit code, with what it printed. A helper sees neither tokens nor inputs:
 * what Maven loads for a build has no business with them.
 */
async function help(command, args, variables = {}) {
  const clean = Object.entries(environment).filter(([name]) => !/^(ACTIONS|INPUT)_/.test(name));
  let printed = '';
  const running = run(command, args, {
    env: { ...Object.fromEntries(clean), ...variables },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.stdout?.setEncoding('utf8').on('data', (text) => (printed += text));
  const closed = new Promise((resolve) => child.on('close', resolve).on('error', resolve));
  const code = await running;
  await closed;
  abort.signal.throwIfAborted();
  return { code, printed: printed.trim() };
}

/** Text as part of one line of the log, which it can neither end nor turn into a command of the runner. */
function visible(text) {
  return text.replace(/\p{Cc}/gu, ' ').replaceAll('##[', '## [');
}

/** The JVM's arguments for a folder with the program: that of an archive, or that of a build. */
function program(folder, withCache, command = environment.INPUT_COMMAND) {
  const checks = isCheck(join(folder, 'checks'), command);
  const cache = join(folder, checks ? 'checks.aot' : 'lint.aot');
  return [
    `@${join(folder, checks ? 'checks.options' : 'java.options')}`,
    ...(withCache && existsSync(cache) ? [`-XX:AOTCache=${cache}`] : []),
    ...['-cp', join(folder, 'lib', checks ? 'checks.jar' : 'gate.jar'), 'dev.tinyland.gate.Main'],
  ];
}

/** Whether a command is one of the checks, each of which a file names (docs/adr/0016). */
function isCheck(folder, command) {
  return /^[a-z-]+$/.test(command ?? '') && existsSync(join(folder, command));
}

/** Tries an archive's own runtime; a success is remembered beside the folder, where that can be written. */
async function starts(folder) {
  const marker = `${folder}.complete`;
  if (existsSync(marker)) {
    return { code: 0 };
  }
  const tried = await help(join(folder, 'runtime', 'bin', 'java'), [...program(folder, true, 'lint'), '--version']);
  if (tried.code === 0) {
    try {
      writeFileSync(marker, '');
    } catch {
      // A cache that belongs to an image: the next job tries again.
    }
  }
  return tried;
}

/** The folder of a JDK 25, found as the build finds it, or an empty text. */
async function findJdk() {
  const script = '. "$1" && find_jdk_25 2>/dev/null && printf "%s\\n" "$home"';
  const found = await help('sh', ['-c', script, 'sh', join(root, 'src', 'build', 'find-jdk.sh')]);
  return found.code === 0 ? found.printed : '';
}

/** The way to run gate here: what to start, and which way it is; or only why there is none. */
async function choose() {
  const release = JSON.parse(readFileSync(new URL('release.json', import.meta.url), 'utf8'));
  const archive = await findArchive(release, environment, help, abort.signal);
  const refused = archive.why ? [archive.why] : [];
  if (archive.folder) {
    const { code } = await starts(archive.folder);
    if (code === 0) {
      const java = join(archive.folder, 'runtime', 'bin', 'java');
      return { java, args: program(archive.folder, true), way: `archive ${release.version}, ${archive.from}` };
    }
    refused.push(`the archive's own runtime does not start here (exit code ${code})`);
  }

  const jdk = await findJdk();
  if (!jdk) {
    return { refused: [...refused, 'no JDK 25 was found'] };
  }
  const java = join(jdk, 'bin', 'java');
  if (archive.folder) {
    const way = `archive ${release.version} with the JDK in ${jdk}`;
    return { java, args: program(archive.folder, false), way, refused };
  }

  // The launcher of a checkout makes the cache of whatever it starts.
  const command = environment.INPUT_COMMAND;
  const first = isCheck(join(root, 'src', 'build', 'layout', 'checks'), command) ? [command, '--help'] : ['--version'];
  const built = await help('sh', [join(root, 'gate'), ...first], { JAVA_HOME: jdk });
  if (built.code !== 0) {
    const why = `gate could not be built with the JDK in ${jdk} (exit code ${built.code}, see above)`;
    return { refused: [...refused, why] };
  }
  const args = program(join(root, 'target', 'gate'), true);
  return { java, args, way: `built here with the JDK in ${jdk}`, refused };
}

async function main() {
  const { java, args, way, refused = [] } = await choose();
  const because = refused.length ? `, because ${refused.join('; ')}` : '';
  if (!java) {
    const remedy = 'Install a JDK 25 and set JAVA_HOME, and Maven 3.8 where no archive can be had; or put the released '
      + 'archive into the tool cache. See docs/lane.md of the action.';
    fail(UNDECIDED, `gate cannot run on this lane${because}. ${remedy}`);
  }
  process.stdout.write(visible(`gate: ${way}${because}`) + '\n');

  // Without a UTF-8 locale the JVM cannot open a file whose name is not ASCII.
  const locale = environment.LC_ALL || environment.LC_CTYPE || environment.LANG || 'C';
  const env = ['C', 'POSIX'].includes(locale) ? { ...environment, LC_ALL: 'C.UTF-8' } : environment;
  const code = await run(java, args, { env: { ...env, GITHUB_ACTIONS: 'true' }, stdio: 'inherit' });
  if (code === 127) {
    fail(UNDECIDED, `gate cannot run on this lane: ${java} does not start.`);
  }
  process.exit(code);
}

function fail(code, message) {
  process.stdout.write(`::error title=gate::${visible(message).replaceAll('%', '%25')}\n`);
  process.exit(code);
}

try {
  await main();
} catch (error) {
  if (stopped) {
    process.exit(stopped);
  }
  if (error instanceof TamperedArchive) {
    fail(REFUSED, error.message);
  }
  fail(INTERNAL, `a bug in the launcher of gate: ${error.stack}`);
}
