// Uploads the cases with npm @actions/artifact and writes what the server saw, one request a line.
//   node oracle.mjs FOLDER FILE    the folder that is uploaded, the file that is written
import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join, resolve} from "node:path";
import {DefaultArtifactClient} from "@actions/artifact";
import {cases} from "./cases.mjs";
import {normal} from "./normal.mjs";
import {record} from "./server.mjs";

const part = value => Buffer.from(JSON.stringify(value)).toString("base64url");
const scope = "Actions.Results:ce7f54c7-61c7-4aae-887f-30da475f5f1a:ca395085-040a-526b-2ce8-bdc85f692774";
const token = `${part({alg: "none"})}.${part({scp: `Actions.Example:x ${scope}`})}.signature`;

const [folder, file] = process.argv.slice(2).map(each => resolve(each));
const scratch = mkdtempSync(join(tmpdir(), "artifact-oracle-"));
const lines = [];
try {
  for (const {name, faults, upload} of cases(folder, scratch)) {
    const server = await record(faults);
    Object.assign(process.env, {
      ACTIONS_RUNTIME_TOKEN: token,
      ACTIONS_RESULTS_URL: `${server.origin}/ignored/path/`,
      GITHUB_SERVER_URL: "https://github.com",
      GITHUB_RETENTION_DAYS: "30",
      // One block after the other, so that they arrive in their order.
      ACTIONS_ARTIFACT_UPLOAD_CONCURRENCY: "1",
    });
    const started = Date.now();
    await upload(new DefaultArtifactClient());
    lines.push(...normal(name, server.requests, token, started));
    server.end();
  }
  writeFileSync(file, lines.join("\n") + "\n");
} finally {
  rmSync(scratch, {recursive: true});
}
