// Reads the list of a zip: "path size crc" of each entry, sorted.
const ENTRY = 0x02014b50;
const END = 0x06054b50;

/** The entries of a zip that is one piece and smaller than 4 GiB; undefined for bytes that are no zip. */
export function entries(bytes) {
  const end = bytes.length - 22;
  if (end < 0 || bytes.readUInt32LE(end) !== END) {
    return undefined;
  }
  const list = [];
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map(offset => bytes.readUInt16LE(at + offset));
    const crc = bytes.readUInt32LE(at + 16).toString(16);
    list.push(`${bytes.toString("utf8", at + 46, at + 46 + name)} ${bytes.readUInt32LE(at + 24)} ${crc}`);
    at += 46 + name + extra + comment;
  }
  return list.sort();
}
