import { layoutRuleSources } from '../contract/vi/forms-common.ts';
import type { SourceStatus } from '../domain/rule-packs.ts';

/**
 * Where the readings of the layout rules differ. Everything else (paper, margins, font, heads) agrees and stands in
 * the model. Dated, because the rules themselves were replaced in 2018 and 2026.
 */
export interface LayoutRules {
  id: 'A' | 'B';
  /** Distance between the lines of running text, exact. */
  linePitchPt: 18 | 19;
  /** Căn cứ lines in italics. */
  basisItalic: boolean;
  /** The post over a signature (BÍ THƯ) in bold. */
  signatureTitleBold: boolean;
  source: { number: string; issuer: string; date: string };
  /** 'YYYY-MM-DD' */
  validFrom: string;
  status: SourceStatus;
}

/** Two readings of HD 05-HD/VPTW (27/5/2026, Văn phòng Trung ương Đảng); A is the fuller one and the default. */
const source = { ...layoutRuleSources['hd-05-2026'], date: '2026-05-27' };
export const layoutRules = {
  A: {
    id: 'A',
    linePitchPt: 19,
    basisItalic: false,
    signatureTitleBold: false,
    source,
    validFrom: '2026-05-27',
    status: 'secondary',
  },
  B: {
    id: 'B',
    linePitchPt: 18,
    basisItalic: true,
    signatureTitleBold: true,
    source,
    validFrom: '2026-05-27',
    status: 'secondary',
  },
} as const satisfies Record<LayoutRules['id'], LayoutRules>;

export const defaultLayout: LayoutRules = layoutRules.A;
