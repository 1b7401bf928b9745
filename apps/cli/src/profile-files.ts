import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { inspectionRules } from '@tuheng/inspection';
import { ruleBook } from '@tuheng/maintenance';
import {
  type Aliases,
  type LoadedProfile,
  type Profile,
  ProfileError,
  parseProfile,
  type SettableRule,
  settableRulesOf,
  widerProfile,
} from '@tuheng/standard';

/** More files than there are levels of government build on each other only in a circle. */
const MOST_LEVELS = 8;

/**
 * The profile of a file and all that it builds on, from the widest to the narrowest. Each is checked against both rule books and what wider
 * ones add.
 *
 * @throws ProfileError a file that cannot be read or used, or profiles that build on each other in a circle
 */
export async function loadProfiles(path: string | undefined): Promise<LoadedProfile[]> {
  const rules: SettableRule[] = [...ruleBook, ...inspectionRules];
  return (await readWithWider(path)).map(({ name, text, digest }) => {
    const profile = parseProfile(text, name, rules);
    rules.push(...settableRulesOf(profile));
    return { profile, name, digest };
  });
}

interface ProfileFile {
  readonly name: string;
  readonly text: string;
  readonly digest: string;
}

async function readWithWider(path: string | undefined): Promise<ProfileFile[]> {
  const files: ProfileFile[] = [];
  for (let next = path; next !== undefined; ) {
    if (files.length === MOST_LEVELS) {
      throw new ProfileError(basename(next), `"extends" 超过 ${MOST_LEVELS} 层，可能互相引用`);
    }
    const current = await read(next);
    files.unshift(current);
    const wider = widerProfile(current.text, current.name);
    next = wider === undefined ? undefined : resolve(dirname(next), wider);
  }
  return files;
}

async function read(path: string): Promise<ProfileFile> {
  const name = basename(path);
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch {
    throw new ProfileError(name, '文件不存在或无法读取');
  }
  const digest = createHash('sha256').update(bytes).digest('hex');
  return { name, text: bytes.toString('utf8'), digest };
}

/** The names of layers and fields that profiles add, the narrowest last. */
export function aliasesOf(profiles: readonly { readonly profile: Profile }[]): Aliases {
  const layers: Record<string, string> = {};
  const fields: Record<string, Record<string, string>> = {};
  for (const { profile } of profiles) {
    Object.assign(layers, profile.aliases?.layers);
    for (const [code, names] of Object.entries(profile.aliases?.fields ?? {})) {
      fields[code] = { ...fields[code], ...names };
    }
  }
  return { layers, fields };
}
