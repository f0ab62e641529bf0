// Finds the released archive for this platform: in the tool cache of the lane, else in the release of the action's
// repository. What was downloaded is unpacked only if it is, to the byte, what `release.json` of this commit names.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ATTEMPTS = 3;

/** The download is complete and is not what was released. */
export class TamperedArchive extends Error {}

/** A download that another attempt cannot mend. */
class Unavailable extends Error {}

/**
 * The folder with the unpacked archive and where it is `from`, or `why` there is none.
 *
 * @param release `{version, archives: {"linux-x64": {asset, sha256, bytes}}}`; `asset` is the name of a file of the
 *     release, or an address of its own
 * @param help starts a program and resolves to `{code}`
 * @throws TamperedArchive where somebody serves something else
 */
export async function findArchive(release, environment, help, signal) {
  const platform = `${process.platform}-${process.arch}`;
  const archive = release.archives[platform];
  if (!archive) {
    return { why: `this commit names no released archive for ${platform}` };
  }
  // By its checksum, so that a version built anew is never taken for the one that is meant.
  const parents = [environment.RUNNER_TOOL_CACHE, environment.RUNNER_TEMP || tmpdir()]
    .filter(Boolean)
    .map((place) => join(place, 'gate', release.version));
  for (const parent of parents) {
    const folder = join(parent, archive.sha256);
    if (existsSync(folder)) {
      return { folder, from: `found in ${parent}` };
    }
  }
  const { GITHUB_SERVER_URL: server, GITHUB_ACTION_REPOSITORY: repository } = environment;
  if (!archive.asset.includes('://') && !(server && repository)) {
    return { why: 'the runner does not say whose release the archive is in' };
  }
  const address = new URL(archive.asset, `${server}/${repository}/releases/download/v${release.version}/`);

  let work;
  try {
    work = workFolder(parents);
    const file = join(work.folder, 'archive.tar.gz');
    await download(address, archive, file, environment, signal);
    return { folder: await unpack(file, work, archive, help), from: `downloaded from ${address}` };
  } catch (error) {
    if (error instanceof TamperedArchive || signal.aborted) {
      throw error;
    }
    return { why: `the archive is not to be had from ${address} (${reason(error)})` };
  } finally {
    if (work) {
      rmSync(work.folder, { recursive: true, force: true });
    }
  }
}

/** A new folder in the first of the places that can be written; on one file system with where the archive will be. */
function workFolder(parents) {
  let refusal;
  for (const parent of parents) {
    try {
      mkdirSync(parent, { recursive: true });
      return { parent, folder: mkdtempSync(join(parent, 'new-')) };
    } catch (error) {
      refusal = error;
    }
  }
  throw refusal;
}

/** Attempts are few, each has an end, and only what may pass by itself is tried again. */
async function download(address, archive, file, environment, signal) {
  const seconds = Number(environment.GATE_DOWNLOAD_SECONDS) || 60;
  for (let attempt = 1; ; attempt++) {
    try {
      const end = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
      return await attemptDownload(address, archive, file, end);
    } catch (error) {
      if (error instanceof TamperedArchive || error instanceof Unavailable || signal.aborted || attempt === ATTEMPTS) {
        throw error;
      }
    }
    await pause((seconds * 1000 * attempt) / 20, undefined, { signal });
  }
}

async function attemptDownload(address, archive, file, signal) {
  // The archive itself: a compressed transfer would arrive unpacked, and no longer have its checksum.
  const response = await fetch(address, { signal, headers: { 'accept-encoding': 'identity' } });
  if (!response.ok) {
    await response.body?.cancel();
    const mayPass = response.status >= 500 || response.status === 408 || response.status === 429;
    throw new (mayPass ? Error : Unavailable)(`status ${response.status}`);
  }
  const digest = createHash('sha256');
  const output = await open(file, 'w');
  let bytes = 0;
  try {
    for await (const chunk of response.body) {
      bytes += chunk.length;
      if (bytes > archive.bytes) {
        throw new TamperedArchive(`${address} has more than the ${archive.bytes} released bytes. Nothing was run.`);
      }
      digest.update(chunk);
      await output.writeFile(chunk);
    }
  } finally {
    await output.close();
  }
  // What is cut short ends in an error above: this answer is whole.
  const sha256 = digest.digest('hex');
  if (sha256 !== archive.sha256) {
    const both = `the SHA-256 ${sha256} and not ${archive.sha256}`;
    throw new TamperedArchive(`${address} has ${both}, as released. Nothing was run.`);
  }
}

/** Unpacks beside the place and renames: what is there is always whole. Of two jobs at a time one comes first. */
async function unpack(file, work, archive, help) {
  const unpacked = join(work.folder, 'gate');
  mkdirSync(unpacked);
  const { code } = await help('tar', ['-xzf', file, '-C', unpacked, '--strip-components=1']);
  if (code !== 0) {
    throw new Error(`tar ended with ${code}`);
  }
  const folder = join(work.parent, archive.sha256);
  try {
    renameSync(unpacked, folder);
  } catch (error) {
    if (!existsSync(folder)) {
      throw error;
    }
  }
  return folder;
}

function reason(error) {
  if (error.name === 'TimeoutError') {
    return 'it took too long';
  }
  const { code, message } = error.cause ?? error;
  return typeof code === 'string' ? code : message;
}
