import { layerSpec } from '../layer-spec.ts';
import { settingFault } from '../parameter-form.ts';
import type { AddedRule } from './added-rule.ts';
import { settableAddedRule } from './added-rule-parameters.ts';
import { parseAddedRule } from './parse-added-rule.ts';
import { checkConfidence, checkKeys, entriesOf, type Fail, isRecord, isText } from './parsing.ts';
import { type Profile, ProfileError, type SettableRule } from './profile.ts';

const known = ['schema', 'name', 'extends', 'parameters', 'rules', 'added', 'aliases'];

/**
 * Parses and checks the text of a profile: every rule, parameter, layer and field it names must exist, so that a slip of the pen is not
 * taken for a setting.
 *
 * @param where file name, for messages
 * @param rules of both books, and those that wider profiles add
 * @throws ProfileError
 */
export function parseProfile(text: string, where: string, rules: readonly SettableRule[]): Profile {
  const fail: Fail = failIn(where);
  const content = contentOf(text, fail);
  checkKeys(content, known, fail);
  if (!isText(content.name)) fail('缺少名称 "name"');
  widerIn(content, fail);
  for (const [key, setting] of entriesOf(content.parameters, '"parameters"', fail)) {
    checkParameter(key, setting, rules, fail);
  }
  for (const [id, setting] of entriesOf(content.rules, '"rules"', fail)) {
    if (!rules.some((rule) => rule.id === id)) fail(`没有规则 ${id}`);
    checkSwitch(id, setting, fail);
  }
  checkAliases(content.aliases, fail);
  checkAdded(content.added, rules, fail);
  return content as unknown as Profile;
}

/**
 * The profile that a profile builds on, as its text says it: which file has to be read before this one can be checked.
 *
 * @throws ProfileError
 */
export function widerProfile(text: string, where: string): string | undefined {
  const fail: Fail = failIn(where);
  return widerIn(contentOf(text, fail), fail);
}

function widerIn({ extends: wider }: Readonly<Record<string, unknown>>, fail: Fail): string | undefined {
  if (wider === undefined) return undefined;
  return isText(wider) ? wider : fail('"extends" 应是一个文件的相对路径');
}

/** What a narrower profile may set of the rules that a profile adds. */
export function settableRulesOf({ added = [] }: Profile): SettableRule[] {
  return added.map(settableAddedRule);
}

function failIn(where: string): Fail {
  return (what) => {
    throw new ProfileError(where, what);
  };
}

function contentOf(text: string, fail: Fail): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return fail('不是有效的 JSON');
  }
  if (!isRecord(content) || content.schema !== 'tuheng.profile/1')
    return fail('缺少 "schema": "tuheng.profile/1"');
  return content;
}

function checkParameter(key: string, setting: unknown, rules: readonly SettableRule[], fail: Fail): void {
  const parameter = rules
    .flatMap(({ id, parameters }) => parameters.map((own) => ({ key: `${id}.${own.name}`, own })))
    .find((one) => one.key === key)?.own;
  if (!parameter) fail(`没有参数 ${key}`);
  if (!isRecord(setting)) fail(`参数 ${key} 不是对象`);
  const failHere: Fail = (what) => fail(`参数 ${key} ${what}`);
  checkKeys(setting, ['value', 'source', 'confidence'], failHere);
  const { value, source, confidence } = setting;
  const wanted = kindOf(parameter.value);
  if (kindOf(value) !== wanted && parameter.free !== 'number') failHere(`的 value 应是${wanted}`);
  if (!isText(source)) failHere('没有写明来源 "source"');
  const fault = wanted === LIST ? undefined : settingFault(parameter, value, source);
  if (fault !== undefined) failHere(`的 value ${fault}`);
  checkConfidence(confidence, (what) => failHere(`的 ${what}`));
}

const LIST = '文字的列表';

function kindOf(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return '数';
  if (typeof value === 'string') return '文字';
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? LIST : '别的';
}

function checkSwitch(id: string, setting: unknown, fail: Fail): void {
  if (!isRecord(setting) || typeof setting.off !== 'boolean') fail(`规则 ${id} 没有写明 "off"`);
  checkKeys(setting, ['off', 'reason'], (what) => fail(`规则 ${id} ${what}`));
  if (!isText(setting.reason)) fail(`规则 ${id} 没有写明理由 "reason"`);
}

function checkAliases(aliases: unknown, fail: Fail): void {
  if (aliases === undefined) return;
  if (!isRecord(aliases)) fail('"aliases" 不是对象');
  checkKeys(aliases, ['layers', 'fields'], (what) => fail(`"aliases" ${what}`));
  for (const [name, code] of entriesOf(aliases.layers, '"aliases.layers"', fail)) {
    if (typeof code !== 'string' || !layerSpec(code))
      fail(`图层别名 ${name} 指向标准中没有的图层 ${String(code)}`);
  }
  for (const [layer, names] of entriesOf(aliases.fields, '"aliases.fields"', fail)) {
    const spec = layerSpec(layer);
    if (!spec) fail(`字段别名所属的图层 ${layer} 不在标准中`);
    for (const [name, field] of entriesOf(names, `"aliases.fields.${layer}"`, fail)) {
      if (!spec.fields.some((own) => own.name === field))
        fail(`${layer} 的字段别名 ${name} 指向标准中没有的字段 ${String(field)}`);
    }
  }
}

/** Each rule is one of its own: not one of the books, and not one that stands before it. */
function checkAdded(added: unknown, rules: readonly SettableRule[], fail: Fail): void {
  if (added === undefined) return;
  if (!Array.isArray(added)) fail('"added" 应是规则的列表');
  const taken = new Set(rules.map(({ id }) => id));
  for (const [i, content] of added.entries()) {
    const { id }: AddedRule = parseAddedRule(content, i, fail);
    if (taken.has(id)) fail(`增设规则 ${id} 的编号已被占用`);
    taken.add(id);
  }
}
