// GitHub's published expression evaluator (TypeScript), asked in the format of `gate eval --jsonl`.
import {Evaluator, ExpressionError, Lexer, Parser, data} from "@actions/expressions";

const CONTEXTS = ["github", "inputs", "needs", "env", "steps", "matrix", "vars", "secrets", "strategy", "job", "jobs",
  "runner"];
const KINDS = ["string", "array", "object", "boolean", "number", "object", "null"];

/** Something that this evaluator cannot know: it has no unknown values. */
export class NotKnown extends Error {}

function functions(status, digest) {
  const of = (name, minArgs, maxArgs, call) => ({name, minArgs, maxArgs, call});
  const is = wanted => () => {
    if (status === undefined || status === null) {
      throw new NotKnown(`${wanted}()`);
    }
    return new data.BooleanData(status === wanted);
  };
  return [
    of("success", 0, 255, is("success")),
    of("failure", 0, 255, is("failure")),
    of("cancelled", 0, 0, is("cancelled")),
    of("always", 0, 0, () => new data.BooleanData(true)),
    of("hashFiles", 1, 255, () => {
      if (digest === undefined) {
        throw new NotKnown("hashFiles()");
      }
      return new data.StringData(digest);
    }),
  ];
}

/** The expression without a fence that covers all of it. */
export function unfenced(text) {
  const trimmed = text.trim();
  return trimmed.startsWith("${{") && trimmed.endsWith("}}") ? trimmed.slice(3, -2).trim() : text;
}

/** Every context has to be there; `missing` stands for those that the case does not give. */
function dictionary(context, missing) {
  const all = {};
  for (const name of CONTEXTS) {
    all[name] = missing;
  }
  for (const [name, value] of Object.entries(context ?? {})) {
    all[name.toLowerCase()] = value;
  }
  const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  return JSON.parse(JSON.stringify(given), data.reviver);
}

/** The result of an expression: the evaluator's own value object. Throws what the evaluator throws. */
export function evaluate({expr, context, status}, {missing, digest} = {}) {
  const extra = functions(status, digest);
  const tokens = new Lexer(unfenced(expr)).lex().tokens;
  const tree = new Parser(tokens, CONTEXTS, extra).parse();
  if (tree === undefined) {
    throw new SyntaxError("An expression was expected");
  }
  const calls = new Map(extra.map(each => [each.name.toLowerCase(), each]));
  const values = dictionary(context, missing);
  const known = {get: name => {
    const value = values.get(name);
    if (value === undefined) {
      throw new NotKnown(name.toLowerCase());
    }
    return value;
  }};
  return new Evaluator(tree, known, calls).evaluate();
}

/** Whether a result is truthy, by GitHub's rules. */
export function truthy(result) {
  switch (KINDS[result.kind]) {
    case "null":
      return false;
    case "boolean":
      return result.value;
    case "number":
      return result.value !== 0 && !Number.isNaN(result.value);
    case "string":
      return result.value.length > 0;
    default:
      return true;
  }
}

function position(expr, error) {
  if (error instanceof ExpressionError) {
    const lines = expr.split("\n").slice(0, error.pos.line);
    return lines.reduce((sum, line) => sum + line.length + 1, 0) + error.pos.column + 1;
  }
  const place = / Located at position (\d+) within expression: /.exec(error.message);
  return place ? Number(place[1]) : undefined;
}

/** The answer to one case, as `gate eval --jsonl` gives it. */
export function answer(request) {
  try {
    const result = evaluate(request);
    const kind = KINDS[result.kind];
    const value = kind === "number" && !Number.isFinite(result.value)
      ? String(result.value)
      : JSON.parse(JSON.stringify(result, data.replacer));
    return {kind, value};
  } catch (error) {
    if (error instanceof NotKnown) {
      return {unknown: [error.message]};
    }
    return {error: error.message, position: position(unfenced(request.expr), error)};
  }
}
