// Reads cases like those of `gate eval --jsonl` on standard input, answers each on a line of standard output.
import {createInterface} from "node:readline";
import {answer} from "./evaluate.mjs";

for await (const line of createInterface({input: process.stdin})) {
  if (line.trim() === "") {
    continue;
  }
  let reply;
  try {
    reply = answer(JSON.parse(line));
  } catch (error) {
    reply = {error: error.message};
  }
  process.stdout.write(JSON.stringify(reply) + "\n");
}
