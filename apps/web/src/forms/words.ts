import type { Catalogue } from '../words/use-words.ts';

const zh = {
  cancel: '取消',
  reason: '理由',
  reasonHint: '记入留痕台账，不能修改。',
  reasonMissing: '请写明理由。',
  typeToConfirm: (word: string) => `输入“${word}”确认`,
  typedDiffers: '与要求的文字不一致。',
  copy: '复制',
  copied: '已复制',
  copyFailed: '浏览器不让复制，请选中文字后自行复制。',
  onceTitle: '只显示这一次',
  onceKept: '我已保存，关闭',
  required: '请填写这一项。',
};

const en: typeof zh = {
  cancel: 'Cancel',
  reason: 'Reason',
  reasonHint: 'It goes on the ledger and cannot be changed.',
  reasonMissing: 'Please give a reason.',
  typeToConfirm: (word) => `Type “${word}” to confirm`,
  typedDiffers: 'This is not the text asked for.',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'The browser does not allow copying; select the text and copy it yourself.',
  onceTitle: 'Shown only once',
  onceKept: 'I have kept it, close',
  required: 'Please fill this in.',
};

export const formWords: Catalogue<typeof zh> = { zh, en };
