// Scores `gate lint` against hand-made labels of real workflow files.
//
//   node src/test/devset/score.mjs --labels LABELS.tsv --files FOLDER [--gate ./gate] [--verbose]
//
// LABELS.tsv has the columns repository, commit, path, line, kind, reachable_on, gated_by, verdict under quarantine,
// verdict under downstream, note. FOLDER holds one checkout a revision: <owner>+<name>@<9 digits of the commit>/.
// A finding counts for a label when it names the same file and its lines, or those of a related place, fall within three
// lines of it. Rows marked AMBIG are left out; writes that sit only in called scripts are counted apart. The labels speak
// of writes: findings on what hosts and caches are used for are not scored.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const options = { gate: './gate', verbose: false };
for (let i = 2; i < process.argv.length; i++) {
  const name = process.argv[i].replace(/^--/, '');
  options[name] = name === 'verbose' ? true : process.argv[++i];
}
if (!options.labels || !options.files) {
  console.error('usage: score.mjs --labels LABELS.tsv --files FOLDER [--gate ./gate] [--verbose]');
  process.exit(2);
}

const NEAR = 3;
// The labels are about writes to the cache. What may read a credential, and the state of OpenTofu, is not in them, so that
// a finding of these rules beside a label is neither right nor wrong.
const [header, ...lines] = readFileSync(options.labels, 'utf8').trimEnd().split('\n');
const columns = header.split('\t');
const rows = lines.map((line) => {
  const values = line.split('\t');
  const row = Object.fromEntries(columns.map((name, i) => [name, values[i]]));
  row.line = Number(row.line);
  row.root = `${row['owner/repo'].replace('/', '+')}@${row.commit.slice(0, 9)}`;
  row.ambiguous = /AMBIG/.test(row.note ?? '');
  row.documentation = row.kind.startsWith('docs-');
  row.apart = row.documentation ? null
    : !/\.ya?ml$/.test(row.path) || /\(script\)/.test(row.gated_by) ? 'called scripts' : null;
  return row;
});
const roots = [...new Set(rows.map((row) => row.root))].sort();

function lint(root, profile) {
  let text;
  try {
    text = execFileSync(resolve(options.gate), ['lint', '--profile', profile, '--format', 'json', '.'],
      { cwd: join(options.files, root), maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'inherit'] }).toString();
  } catch (failure) {
    text = failure.stdout.toString();
  }
  return JSON.parse(text);
}

const places = (finding) => [finding, ...(finding.related ?? [])];
const near = (row, place) => place.path === row.path
  && row.line >= place.line - NEAR && row.line <= (place.endLine ?? place.line) + NEAR;
const matches = (row, finding) => places(finding).some((place) => near(row, place));
const name = (row) => `${row.root}/${row.path}:${row.line} ${row.kind} [${row.reachable_on}] ${row.note ?? ''}`;

// The labels say where something can write; lanes, state, tokens and hosts are other questions.
const ofWrites = (finding) => /^(attic-write|push-cache|probe-|unknown-attic-writer|docs-write)/.test(finding.rule);

let ok = true;
const report = (text) => console.log(text);
function score(profile, column) {
  let hit = 0, misses = [], right = 0, wrong = [], unlabelled = [];
  const apart = {}, documentation = { rows: 0, found: 0 };
  for (const root of roots) {
    const here = rows.filter((row) => row.root === root);
    const findings = lint(root, profile).findings
      .filter((f) => f.suppressed == null && f.level !== 'note' && ofWrites(f));
    for (const row of here.filter((r) => r[column] === 'violation' && !r.ambiguous)) {
      const found = findings.some((finding) => matches(row, finding));
      if (row.documentation) {
        documentation.rows++;
        documentation.found += found ? 1 : 0;
      }
      if (row.apart) {
        const count = (apart[row.apart] ??= { rows: 0, found: 0 });
        count.rows++;
        count.found += found ? 1 : 0;
      } else if (found) {
        hit++;
      } else {
        misses.push(row);
      }
    }
    for (const finding of findings) {
      const labels = here.filter((row) => matches(row, finding));
      if (labels.some((row) => row[column] === 'violation' || row.ambiguous)) right++;
      else if (labels.length > 0) wrong.push([finding, labels[0]]);
      else unlabelled.push([root, finding]);
    }
  }
  const recall = hit / (hit + misses.length), precision = right / (right + wrong.length);
  ok &&= recall === 1 && precision >= 0.97;
  report(`${profile}: recall ${recall.toFixed(3)} (${hit} of ${hit + misses.length}), `
    + `precision ${precision.toFixed(3)} (${right} of ${right + wrong.length}), unlabelled findings ${unlabelled.length}`);
  report(`  of these, documentation: ${documentation.found} of ${documentation.rows}`);
  for (const [kind, count] of Object.entries(apart)) report(`  apart, ${kind}: ${count.found} of ${count.rows}`);
  for (const row of misses) report(`  missed: ${name(row)}`);
  for (const [finding, row] of wrong) report(`  false: ${finding.rule} at ${finding.path}:${finding.line}, label ${name(row)}`);
  if (options.verbose) for (const [root, f] of unlabelled) report(`  unlabelled: ${root}/${f.path}:${f.line} ${f.rule}`);
}

// The scenarios of a surface in the words of the labels.
function events(surface) {
  const open = surface.reach.filter((cell) => cell.can !== 'no');
  const words = new Set();
  const push = new Set(open.filter((cell) => cell.event === 'push').map((cell) => cell.ref));
  if (push.has('other-branch')) words.add('push@any');
  else if (push.has('default-branch')) words.add('push@default-branch');
  if (push.has('tag') && !push.has('other-branch')) words.add('tag');
  for (const cell of open) {
    if (cell.event === 'workflow_call') words.add('workflow_call(caller)');
    else if (cell.event === 'caller') words.add('caller-dependent');
    else if (cell.event !== 'push') words.add(cell.event);
  }
  return words;
}

function scoreEvents() {
  let right = 0;
  const wrong = [];
  for (const root of roots) {
    const labelled = rows.filter((r) => r.root === root && r.kind === 'attic-write' && !r.ambiguous && !r.apart);
    if (labelled.length === 0) continue;
    const surfaces = lint(root, 'quarantine').surfaces;
    for (const row of labelled) {
      const expected = new Set(row.reachable_on.split(',').map((word) => word.replace(/\(via.*\)/, '').trim()));
      const here = surfaces.filter((s) => near(row, s) || s.via.some((place) => near(row, place)));
      // An input's default is labelled with the events of the writes that it switches on.
      const candidates = here.length > 0 ? here : surfaces.filter((s) => s.path === row.path);
      const same = (set) => set.size === expected.size && [...set].every((word) => expected.has(word));
      if (candidates.some((surface) => same(events(surface)))) right++;
      else wrong.push([row, candidates.map((surface) => [...events(surface)].join(',')).join(' | ')]);
    }
  }
  const share = right / (right + wrong.length);
  ok &&= share >= 0.95;
  report(`events: ${share.toFixed(3)} (${right} of ${right + wrong.length})`);
  for (const [row, got] of wrong) report(`  wrong: ${name(row)}\n    got ${got}`);
}

score('quarantine', 'verdict_strict');
score('downstream', 'verdict_pilot');
scoreEvents();
process.exit(ok ? 0 : 1);
