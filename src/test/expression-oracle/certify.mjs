// Evaluates every condition of a witness again, with GitHub's own evaluator.
//   gate reach --format json --witness | node certify.mjs
//   node certify.mjs reach.json [more.json …]
// Exit code 1 where a condition is not truthy, or where fewer than 9 of 10 `maybe` cells carry a witness; 2 where the
// input is something else.
import {readFileSync} from "node:fs";
import {evaluate, truthy} from "./evaluate.mjs";

const LEAST_RATIO = 0.9;
const files = process.argv.length > 2 ? process.argv.slice(2) : [0];
const surfaces = files.flatMap((file) => {
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (!Array.isArray(report.surfaces)) {
    console.error(`${file}: not the output of \`gate reach --format json --witness\`: no surfaces`);
    process.exit(2);
  }
  return report.surfaces;
});
const totals = {yes: 0, maybe: 0, no: 0, witnessed: 0, conditions: 0, failures: 0};

/** Why a condition does not hold, or undefined. */
function failure({expr, context, status}) {
  try {
    const result = evaluate({expr, context, status}, {missing: {}, digest: "hash"});
    return truthy(result) ? undefined : `gives ${JSON.stringify(result.value ?? null)}`;
  } catch (error) {
    return error.message;
  }
}

function check(surface, cell) {
  totals[cell.can]++;
  const conditions = cell.conditions ?? [];
  if (cell.can === "maybe" && conditions.length > 0) {
    totals.witnessed++;
  }
  if (cell.can === "no") {
    return;
  }
  for (const condition of conditions) {
    totals.conditions++;
    const reason = failure(condition);
    if (reason !== undefined) {
      totals.failures++;
      console.log(`not truthy: ${surface.id} ${surface.path}:${surface.line} ${cell.event} ${cell.ref} ${cell.trust} ${cell.can}`);
      console.log(`  condition at ${condition.path}:${condition.line}: ${condition.expr}`);
      console.log(`  ${reason}; status ${condition.status ?? "not given"}, context ${JSON.stringify(condition.context)}`);
    }
  }
}

for (const surface of surfaces) {
  for (const cell of surface.reach ?? []) {
    check(surface, cell);
  }
}

const ratio = totals.maybe === 0 ? 1 : totals.witnessed / totals.maybe;
console.log(`surfaces ${surfaces.length}; cells yes ${totals.yes}, maybe ${totals.maybe}, no ${totals.no}`);
console.log(`maybe with witness ${totals.witnessed} of ${totals.maybe}, ratio ${ratio.toFixed(3)} (at least ${LEAST_RATIO})`);
console.log(`conditions evaluated ${totals.conditions}, failures ${totals.failures}`);
process.exitCode = totals.failures > 0 || ratio < LEAST_RATIO ? 1 : 0;
