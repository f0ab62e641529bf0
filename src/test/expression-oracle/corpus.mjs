// Answers the committed cases with GitHub's evaluator.
//   node corpus.mjs          compares with the recorded answers, exit code 1 on any drift
//   node corpus.mjs --update records the answers
import {readFileSync, writeFileSync} from "node:fs";
import {answer} from "./evaluate.mjs";

const folder = new URL("../resources/expression/", import.meta.url);
const contexts = JSON.parse(readFileSync(new URL("oracle-contexts.json", folder), "utf8"));
const file = new URL("oracle-cases.jsonl", folder);
const before = readFileSync(file, "utf8");

function record(line) {
  const {expr, context} = JSON.parse(line);
  const reply = answer({expr, context: contexts[context], status: "success"});
  const special = reply.kind === "number" && typeof reply.value === "string";
  const compact = "error" in reply ? reply : {[special ? "number" : "value"]: reply.value};
  return JSON.stringify({expr, context, ...compact});
}

const lines = before.split("\n").filter(line => line !== "");
const after = lines.map(record).join("\n") + "\n";
if (process.argv.includes("--update")) {
  writeFileSync(file, after);
  console.log(`${lines.length} answers recorded`);
} else if (after === before) {
  console.log(`${lines.length} answers, no drift`);
} else {
  const now = after.split("\n");
  before.split("\n").forEach((line, i) => {
    if (line !== now[i]) {
      console.log(`- ${line}\n+ ${now[i]}`);
    }
  });
  process.exitCode = 1;
}
