import type { Confidence } from '@tuheng/standard';
import type { Catalogue } from '../words/use-words.ts';

interface Words {
  readonly verified: string;
  readonly unverified: string;
  /** How sure we are of a source: the words of the reports (packages/dossier). */
  readonly confidences: Readonly<Record<Confidence, string>>;
}

const zh: Words = {
  verified: '已核实',
  unverified: '未核实',
  confidences: {
    found: '已查证',
    'memory-high': '较可靠，引用前核对原文',
    'memory-medium': '凭经验，未核实',
    'memory-low': '印象，未核实',
    derived: '推算，未核实',
    suggestion: '建议值，未核实',
    none: '没有出处，未核实',
  },
};

const en: Words = {
  verified: 'Verified',
  unverified: 'Unverified',
  confidences: {
    found: 'Read in the source',
    'memory-high': 'Reliable; check before citing',
    'memory-medium': 'From experience, unverified',
    'memory-low': 'From memory, unverified',
    derived: 'Derived, unverified',
    suggestion: 'Suggested, unverified',
    none: 'No source, unverified',
  },
};

export const provenanceWords: Catalogue<Words> = { zh, en };
