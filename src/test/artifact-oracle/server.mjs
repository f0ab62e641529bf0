// The artifact service and the blob storage in one server on loopback, which notes every request that it gets.
import {createHash} from "node:crypto";
import {createServer} from "node:http";
import {entries} from "./zip.mjs";

const SERVICE = "/twirp/github.actions.results.api.v1.ArtifactService/";

function read(request) {
  return new Promise((resolve, reject) => {
    const parts = [];
    request.on("data", part => parts.push(part));
    request.on("end", () => resolve(Buffer.concat(parts)));
    request.on("error", reject);
  });
}

/** What a request carries: small text as it is, a block by its size and digest, a zip also by its entries. */
function content(headers, bytes) {
  switch (headers["content-type"]) {
    case "application/json":
      return JSON.parse(bytes.toString());
    case "application/xml":
      return bytes.toString();
    default:
      return {bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex"), entries: entries(bytes)};
  }
}

/**
 * Listens on a free port. `faults` holds statuses to answer with before anything goes well: `{create: [500], block: [503]}`.
 * Gives the origin, the notes, and a function that ends it.
 */
export async function record(faults = {}) {
  const requests = [];
  const failing = structuredClone(faults);
  const server = createServer(async (request, response) => {
    const bytes = await read(request);
    const url = new URL(request.url, `http://${request.headers.host}`);
    const comp = url.searchParams.get("comp");
    const kind = comp ?? url.pathname.slice(SERVICE.length).replace("Artifact", "").toLowerCase();
    requests.push({
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: content(request.headers, bytes),
    });
    const fault = failing[kind]?.shift();
    if (fault !== undefined) {
      response.writeHead(fault, {"content-type": comp ? "application/xml" : "application/json"});
      response.end(comp ? "<Error><Code>ServerBusy</Code></Error>" : '{"code":"internal","msg":"not now"}');
    } else if (comp) {
      response.writeHead(201).end();
    } else {
      response.writeHead(200, {"content-type": "application/json"});
      response.end(JSON.stringify(kind === "create"
        ? {ok: true, signed_upload_url: `${url.origin}/container/blob?sv=1&sig=c2ln%2Bbmc%3D&se=2`}
        : {ok: true, artifact_id: "4242"}));
    }
  });
  await new Promise(resolve => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    end: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
