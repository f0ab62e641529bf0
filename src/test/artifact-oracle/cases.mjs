// What is uploaded. The Java test ArtifactOracleTest uploads the same, case by case.
import {readdirSync, writeFileSync} from "node:fs";
import {join} from "node:path";

const LARGE = 20 * 1024 * 1024;

/** Files of known content in a scratch folder; the name carries the run attempt, since GitHub's client names files so. */
function write(scratch, name, content) {
  const file = join(scratch, name);
  writeFileSync(file, content);
  return file;
}

/** The cases: `faults` are answered before anything goes well, `upload` is the call of GitHub's client. */
export function cases(folder, scratch) {
  const files = readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
  const zipped = options => client => client.uploadArtifact("gate-report-1", files, folder, options);
  const raw = file => client => client.uploadArtifact("", [file], scratch, {skipArchive: true});
  const report = write(scratch, "report-1.json", '{"findings":[]}\n');
  const pattern = Uint8Array.from({length: LARGE}, (_, i) => (i * 31 + (i >> 16)) & 0xff);
  return [
    {name: "folder", upload: zipped({})},
    {name: "folder-retention", upload: zipped({retentionDays: 7})},
    {name: "folder-retention-capped", upload: zipped({retentionDays: 90})},
    {name: "file", upload: raw(report)},
    {name: "file-large", upload: raw(write(scratch, "large-1.bin", pattern))},
    {name: "file-empty", upload: raw(write(scratch, "empty-1.txt", ""))},
    {name: "create-500", faults: {create: [500]}, upload: raw(report)},
    {name: "block-503", faults: {block: [503, 500]}, upload: raw(report)},
  ];
}
