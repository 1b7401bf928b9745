import { isAreaUnit } from '../area-units.ts';
import type { FieldSpec } from '../field.ts';
import { layerSpec } from '../layer-spec.ts';
import type { LayerSpec } from '../layers/spec.ts';
import type { AddedRule } from './added-rule.ts';
import { checkConfidence, checkKeys, type Fail, isNumber, isRecord, isText } from './parsing.ts';

const keys = [
  ...['id', 'title', 'layer', 'where', 'within', 'outside', 'measure', 'compare', 'limit', 'tolerance'],
  ...['source', 'confidence', 'basis', 'explanation'],
];
const comparisons = ['notLess', 'notMore', 'equals', 'unchanged'];
const tests = ['equals', 'in', 'startsWith', 'between'];
const plainMeasures = ['area', 'patches', 'largestPatch', 'count'];
const shares = ['layer', 'within', 'selected'];
const placeholders = ['before', 'after', 'limit'];

/**
 * Checks a rule of the declarative form (docs/profiles.md): every member known, every layer and field of the standard, every number in a
 * unit that its measure can be in.
 *
 * @param i its place in `added`, for messages
 */
export function parseAddedRule(content: unknown, i: number, failIn: Fail): AddedRule {
  if (!isRecord(content)) return failIn(`增设的第 ${i + 1} 条规则不是对象`);
  const { id } = content;
  if (typeof id !== 'string' || !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(id))
    return failIn(
      `增设的第 ${i + 1} 条规则缺少编号 "id"（小写字母、数字、连字符，如 hlj.forest-not-reduced）`,
    );
  const fail: Fail = (what) => failIn(`增设规则 ${id}：${what}`);
  checkKeys(content, keys, fail);
  if (!isText(content.title)) fail('缺少名称 "title"');
  const spec = layerOf(content.layer, '"layer"', fail);
  if (content.where !== undefined) checkWhere(content.where, spec, fail);
  for (const side of ['within', 'outside'] as const)
    if (content[side] !== undefined) checkGround(content[side], side, fail);
  checkMeasure(content, spec, fail);
  checkComparison(content, fail);
  if (!isText(content.source)) fail('没有写明来源 "source"');
  checkConfidence(content.confidence, fail);
  checkBasis(content.basis, fail);
  checkExplanation(content.explanation, fail);
  return content as unknown as AddedRule;
}

function layerOf(code: unknown, what: string, fail: Fail): LayerSpec {
  const spec = typeof code === 'string' ? layerSpec(code) : undefined;
  return spec ?? fail(`${what} 指向标准中没有的图层 ${String(code)}`);
}

function fieldOf(name: unknown, { code, fields, variants = [] }: LayerSpec, fail: Fail): FieldSpec {
  const all = [...fields, ...variants.flatMap((variant) => variant.fields)];
  const found = all.find((field) => field.name === name);
  if (!found) return fail(`${code} 没有字段 ${String(name)}`);
  return found.personal ? fail(`${code} 的字段 ${found.name} 是个人信息，不读取`) : found;
}

function checkWhere(where: unknown, spec: LayerSpec, fail: Fail): void {
  if (Array.isArray(where) && where.length === 0) fail('"where" 是空的列表');
  for (const condition of Array.isArray(where) ? where : [where]) checkCondition(condition, spec, fail);
}

function checkCondition(condition: unknown, spec: LayerSpec, fail: Fail): void {
  if (!isRecord(condition)) fail('"where" 的条件不是对象');
  if ('not' in condition) {
    checkKeys(condition, ['not'], fail);
    checkCondition(condition.not, spec, fail);
  } else checkTest(condition, spec, fail);
}

function checkTest(condition: Readonly<Record<string, unknown>>, spec: LayerSpec, fail: Fail): void {
  checkKeys(condition, ['field', ...tests], fail);
  const { name, type } = fieldOf(condition.field, spec, fail);
  const [test, ...more] = tests.filter((one) => one in condition);
  if (test === undefined || more.length > 0) fail(`字段 ${name} 的条件应是 ${tests.join('、')} 中的一个`);
  const value = condition[test];
  const isNumeric = type === 'double' || type === 'integer';
  const isValue = isNumeric ? isNumber : isText;
  const kind = isNumeric ? '数' : '文字';
  const isList = (of: (one: unknown) => boolean): boolean =>
    Array.isArray(value) && value.length > 0 && value.every(of);
  if (test === 'equals' && !isValue(value)) fail(`字段 ${name} 的 equals 应是${kind}`);
  if (test === 'in' && !isList(isValue)) fail(`字段 ${name} 的 in 应是${kind}的列表`);
  if (test === 'startsWith' && (isNumeric || !isList(isText)))
    fail(`字段 ${name} 的 startsWith 应是文字的列表，字段应是文字`);
  if (test === 'between' && !isRange(value)) fail(`字段 ${name} 的 between 应是由小到大的两个数`);
}

function isRange(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [least, most] = value as readonly unknown[];
  return isNumber(least) && isNumber(most) && least <= most;
}

function checkGround(ground: unknown, side: string, fail: Fail): void {
  if (!isRecord(ground)) fail(`"${side}" 不是对象`);
  checkKeys(ground, ['layer', 'where'], fail);
  const spec = layerOf(ground.layer, `"${side}.layer"`, fail);
  if (ground.where !== undefined) checkWhere(ground.where, spec, fail);
}

function checkMeasure(rule: Readonly<Record<string, unknown>>, spec: LayerSpec, fail: Fail): void {
  const { measure } = rule;
  if (typeof measure === 'string' && plainMeasures.includes(measure)) return;
  if (!isRecord(measure) || Object.keys(measure).length !== 1)
    fail(
      `"measure" 应是 ${plainMeasures.join('、')}，或 {"shareOf": …}、{"meanOf": 字段}、{"sumOf": 字段} 中的一个`,
    );
  checkKeys(measure, ['shareOf', 'meanOf', 'sumOf'], fail);
  if ('shareOf' in measure) checkShare(measure.shareOf, rule, fail);
  else fieldOf(measure.meanOf ?? measure.sumOf, spec, fail);
}

/** A share that is 100 % whatever the ground is measures nothing. */
function checkShare(of: unknown, rule: Readonly<Record<string, unknown>>, fail: Fail): void {
  if (!shares.includes(String(of))) fail(`"shareOf" 应是 ${shares.join('、')} 之一`);
  const restricted = rule.within !== undefined || rule.outside !== undefined;
  if (of !== 'layer' && !restricted) fail(`"shareOf": "${String(of)}" 要有 "within" 或 "outside"`);
  if (of === 'within' && rule.where === undefined) fail('"shareOf": "within" 要有 "where"');
  if (of === 'layer' && !restricted && rule.where === undefined)
    fail('"shareOf": "layer" 要有 "where"、"within" 或 "outside"');
}

function checkComparison(rule: Readonly<Record<string, unknown>>, fail: Fail): void {
  const { compare, measure, limit, tolerance } = rule;
  if (!comparisons.includes(String(compare))) fail(`"compare" 应是 ${comparisons.join('、')} 之一`);
  if (compare === 'unchanged' && (measure !== 'area' || limit !== 'filed' || tolerance !== undefined))
    fail('"compare": "unchanged" 只用于 "measure": "area"、"limit": "filed"，没有 "tolerance"');
  if (limit !== 'filed') checkQuantity(limit, '"limit"', measure, fail);
  if (tolerance === undefined) return;
  checkQuantity(tolerance, '"tolerance"', measure, fail);
  const { unit, value } = tolerance as { readonly unit: string; readonly value: number };
  if (value < 0) fail('"tolerance" 不能为负');
  if (limit !== 'filed' && !isArea(measure) && unit !== (limit as { readonly unit: string }).unit)
    fail('"tolerance" 的单位应与 "limit" 相同');
}

const isArea = (measure: unknown): boolean => measure === 'area' || measure === 'largestPatch';

function checkQuantity(quantity: unknown, what: string, measure: unknown, fail: Fail): void {
  if (!isRecord(quantity)) fail(`${what} 应写成 {"value": 数, "unit": 单位}`);
  checkKeys(quantity, ['value', 'unit'], (unknown) => fail(`${what} ${unknown}`));
  const { value, unit } = quantity;
  if (!isNumber(value)) fail(`${what} 的 value 不是数`);
  if (!isText(unit)) fail(`${what} 没有写明单位 "unit"`);
  const field = isRecord(measure) && !('shareOf' in measure);
  if (!field && value < 0) fail(`${what} 不能为负`);
  if (isArea(measure) && !isAreaUnit(unit)) fail(`${what} 的单位 ${unit} 不是面积单位`);
  if ((measure === 'patches' || measure === 'count') && (unit !== '个' || !Number.isInteger(value)))
    fail(`${what} 应是以“个”为单位的整数`);
  if (isRecord(measure) && 'shareOf' in measure && (unit !== '%' || value > 100))
    fail(`${what} 应是 0 到 100 的 %`);
}

function checkBasis(basis: unknown, fail: Fail): void {
  if (!Array.isArray(basis) || basis.length === 0) fail('没有写明依据 "basis"');
  for (const one of basis) {
    if (!isRecord(one) || !isText(one.document)) fail('依据没有写明文件 "document"');
    checkKeys(one, ['document', 'article', 'source', 'confidence'], fail);
    for (const key of ['article', 'source'])
      if (one[key] !== undefined && !isText(one[key])) fail(`依据的 "${key}" 不是文字`);
    checkConfidence(one.confidence, fail);
  }
}

function checkExplanation(explanation: unknown, fail: Fail): void {
  if (explanation === undefined) return;
  if (!isText(explanation)) fail('"explanation" 不是文字');
  for (const [, name] of explanation.matchAll(/\{([^}]*)\}/g))
    if (!placeholders.includes(name!))
      fail(`"explanation" 中不认识 {${name}}，可用 ${placeholders.map((one) => `{${one}}`).join('、')}`);
}
