import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Profile, ProfileError, parseProfile } from '@tuheng/inspection';

export interface LoadedProfile {
  readonly profile: Profile;
  readonly name: string;
  readonly digest: string;
}

/** More files than there are levels of government build on each other only in a circle. */
const MOST_LEVELS = 8;

/**
 * The profile of a file and all that it builds on, from the widest to the narrowest.
 *
 * @throws ProfileError a file that cannot be read or used, or profiles that build on each other in a circle
 */
export async function loadProfiles(path: string | undefined): Promise<LoadedProfile[]> {
  const loaded: LoadedProfile[] = [];
  for (let next = path; next !== undefined; ) {
    if (loaded.length === MOST_LEVELS) {
      throw new ProfileError(basename(next), `"extends" 超过 ${MOST_LEVELS} 层，可能互相引用`);
    }
    const current = await read(next);
    loaded.unshift(current);
    const { extends: wider } = current.profile;
    next = wider === undefined ? undefined : resolve(dirname(next), wider);
  }
  return loaded;
}

async function read(path: string): Promise<LoadedProfile> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw new ProfileError(name, '文件不存在或无法读取');
  }
  return {
    profile: parseProfile(bytes.toString('utf8'), name),
    name,
    digest: createHash('sha256').update(bytes).digest('hex'),
  };
}
