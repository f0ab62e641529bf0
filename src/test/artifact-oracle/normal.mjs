// Makes what differs from run to run the same: ids, times, ports, and the bytes of a zip, which hold times of files.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;
const DAY = 24 * 3600 * 1000;

const block = id => Buffer.from(id, "base64").toString("latin1").replace(UUID, "<uuid>");

function headers(given, requestIds, {token, zip}) {
  const result = {...given, host: "<host>", "user-agent": given["user-agent"].split(" ")[0]};
  if (result.authorization === `Bearer ${token}`) {
    result.authorization = "Bearer <token>";
  }
  const id = result["x-ms-client-request-id"];
  if (id !== undefined) {
    requestIds.add(id);
    result["x-ms-client-request-id"] = `<request ${[...requestIds].indexOf(id) + 1}>`;
  }
  if (zip) {
    result["content-length"] = "<zip>";
  }
  return result;
}

function body(given, {started, zip}) {
  if (typeof given === "string") {
    return given.replace(/<Latest>([^<]*)</g, (_, id) => `<Latest>${block(id)}<`);
  }
  const result = {...given};
  if (result.expires_at) {
    result.expires_at = `<in ${Math.round((Date.parse(result.expires_at) - started) / DAY)} days>`;
  }
  for (const key of zip ? ["size", "hash", "bytes", "sha256"] : []) {
    if (key in result) {
      result[key] = "<zip>";
    }
  }
  return result;
}

/** The lines of one case. `started` is the time before the upload, in milliseconds. */
export function normal(name, requests, token, started) {
  const requestIds = new Set();
  const zipped = requests.some(request => request.body.mime_type === "application/zip");
  return requests.map(request => {
    const zip = zipped && (request.query.comp === "block" || "hash" in Object(request.body));
    const query = {...request.query};
    if (query.blockid) {
      query.blockid = block(query.blockid);
    }
    return JSON.stringify({
      case: name,
      method: request.method,
      path: request.path,
      query,
      headers: headers(request.headers, requestIds, {token, zip}),
      body: body(request.body, {started, zip}),
    });
  });
}
