import { layerSpec } from '@tuheng/standard';
import { inspectionRules } from '../inspection-rules.ts';
import { type Profile, ProfileError } from './profile.ts';

const known = new Set(['schema', 'name', 'extends', 'parameters', 'rules', 'aliases']);
const confidences = ['found', 'memory-high', 'memory-medium', 'memory-low', 'derived', 'suggestion', 'none'];

/**
 * Parses and checks the text of a profile: every rule, parameter, layer and field it names must exist, so that a slip of the pen is not
 * taken for a setting.
 *
 * @param where file name, for messages
 * @throws ProfileError
 */
export function parseProfile(text: string, where: string): Profile {
  const fail = (what: string): never => {
    throw new ProfileError(where, what);
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail('不是有效的 JSON');
  }
  if (!isRecord(content) || content.schema !== 'tuheng.profile/1')
    return fail('缺少 "schema": "tuheng.profile/1"');
  for (const key of Object.keys(content)) if (!known.has(key)) fail(`不认识 "${key}"`);
  if (typeof content.name !== 'string' || content.name.trim() === '') fail('缺少名称 "name"');
  if (content.extends !== undefined && typeof content.extends !== 'string')
    fail('"extends" 应是一个文件的相对路径');
  for (const [key, setting] of entriesOf(content.parameters, '"parameters"', fail)) {
    checkParameter(key, setting, fail);
  }
  for (const [id, setting] of entriesOf(content.rules, '"rules"', fail)) {
    if (!inspectionRules.some((rule) => rule.id === id)) fail(`没有规则 ${id}`);
    if (!isRecord(setting) || typeof setting.off !== 'boolean') fail(`规则 ${id} 没有写明 "off"`);
    const { reason } = setting as Record<string, unknown>;
    if (typeof reason !== 'string' || reason.trim() === '') fail(`规则 ${id} 没有写明理由 "reason"`);
  }
  checkAliases(content.aliases, fail);
  return content as unknown as Profile;
}

type Fail = (what: string) => never;

function checkParameter(key: string, setting: unknown, fail: Fail): void {
  const dot = key.indexOf('.');
  const rule = inspectionRules.find(({ id }) => id === key.slice(0, dot));
  const parameter = rule?.parameters.find(({ name }) => name === key.slice(dot + 1));
  if (!parameter) fail(`没有参数 ${key}`);
  if (!isRecord(setting)) fail(`参数 ${key} 不是对象`);
  const { value, source, confidence } = setting as Record<string, unknown>;
  const wanted = kindOf(parameter!.value);
  if (kindOf(value) !== wanted) fail(`参数 ${key} 的 value 应是${wanted}`);
  if (typeof source !== 'string' || source.trim() === '') fail(`参数 ${key} 没有写明来源 "source"`);
  if (confidence !== undefined && !confidences.includes(String(confidence))) {
    fail(`参数 ${key} 的 confidence 应是 ${confidences.join('、')} 之一`);
  }
}

function kindOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return '数';
  if (typeof value === 'string') return '文字';
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? '文字的列表' : '别的';
}

function checkAliases(aliases: unknown, fail: Fail): void {
  if (aliases === undefined) return;
  if (!isRecord(aliases)) fail('"aliases" 不是对象');
  const { layers, fields } = aliases as Record<string, unknown>;
  for (const [name, code] of entriesOf(layers, '"aliases.layers"', fail)) {
    if (typeof code !== 'string' || !layerSpec(code))
      fail(`图层别名 ${name} 指向标准中没有的图层 ${String(code)}`);
  }
  for (const [layer, names] of entriesOf(fields, '"aliases.fields"', fail)) {
    const spec = layerSpec(layer);
    if (!spec) fail(`字段别名所属的图层 ${layer} 不在标准中`);
    for (const [name, field] of entriesOf(names, `"aliases.fields.${layer}"`, fail)) {
      if (!spec!.fields.some((known) => known.name === field))
        fail(`${layer} 的字段别名 ${name} 指向标准中没有的字段 ${String(field)}`);
    }
  }
}

function entriesOf(value: unknown, what: string, fail: Fail): [string, unknown][] {
  if (value === undefined) return [];
  return isRecord(value) ? Object.entries(value) : fail(`${what} 不是对象`);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
