import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allFormSets } from '../../db/contract/form-set-data.ts';
import type { Meeting } from '../../db/contract/meetings.ts';
import type { Review } from '../../db/contract/reviews.ts';
import { saveReviewInput } from '../../db/contract/reviews.ts';
import { ballotSheetFaults } from '../../db/domain/ballots.ts';
import { reporterMarks, withoutReporterMarks } from '../../db/domain/reporter-marks.ts';
import {
  COLUMNS,
  emptyRow,
  pasted,
  placeAfterKey,
  rowsOf,
  textOfRows,
  typedInto,
} from '../../renderer/features/reviews/ballot-grid.ts';
import * as meetings from '../../renderer/features/reviews/meeting-model.ts';
import * as reviews from '../../renderer/features/reviews/review-model.ts';

const review = (formId: string): Review => ({
  reviewId: 7,
  version: 3,
  officialId: formId.startsWith('collective') ? null : 1,
  collectiveId: formId.startsWith('collective') ? 1 : null,
  collectiveKind: null,
  name: 'Tòng Văn Dũng',
  birthDate: null,
  organizationId: 2,
  organizationName: 'Chi bộ Hai',
  place: 'cell',
  subjectGroup: 'noPost',
  formId,
  status: 'notFiled',
  filedOn: null,
  selfLevel: 'good',
  year: 2025,
  quarter: 0,
  countedOn: '2025-12-31',
  partyPosts: '',
  otherPosts: '',
  workplace: '',
  sections: [
    { sectionId: 'direction', text: 'Sẽ khắc phục', mark: null },
    { sectionId: 'ofAnotherForm', text: 'Không mất', mark: null },
  ],
  pledgeItems: [
    {
      id: 11,
      sectionId: 'duties',
      position: 0,
      text: 'Trực bản',
      target: '',
      dueOn: null,
      shortcomingId: null,
      midYear: null,
      midYearNote: '',
      midYearOn: null,
      result: 'partly',
      resultNote: 'Vắng hai buổi',
    },
  ],
  pledgeVersion: 1,
  shortcomings: [
    { id: 5, position: 0, sectionId: 'shortcomings', text: 'Ghi sổ chưa đủ', cause: 'Bận', tasks: 0 },
  ],
  earlier: [
    {
      id: 3,
      year: 2024,
      quarter: 0,
      text: 'Muộn',
      cause: '',
      tasks: 1,
      verified: 0,
      outcome: 'underWay',
      outcomeText: 'x',
    },
  ],
  prompts: [{ id: 9, source: 'front', matter: 'Làm rõ', sentOn: null, answer: 'Đã rõ', conclusion: '' }],
  opinions: [],
  ratingId: null,
  self: {
    level: 'good',
    score: 8550,
    scoreParts: { common: 2500, results: 6050 },
    criterionPoints: {},
    onDay: null,
    body: '',
    reason: '',
    overrideReason: '',
  },
  proposed: null,
  decided: null,
  scoring: {
    article: '',
    totalHundredths: 10000,
    parts: [
      { id: 'common', title: 'Chung', maxHundredths: 3000, isBonus: false, criteria: [] },
      { id: 'results', title: 'Kết quả', maxHundredths: 7000, isBonus: false, criteria: [] },
    ],
    bands: [],
  },
});

describe('the form of a review', () => {
  it.each(allFormSets.filter((form) => form.kind !== 'pledge').map((form) => form.id))(
    'of %s saves what it shows, every section once, and what it does not know',
    (formId) => {
      const of = review(formId);
      const values = reviews.valuesOf(of);
      const form = reviews.formOf(of);
      expect(form.id).toBe(formId);
      for (const section of form.sections)
        if (section.input === 'text') expect(values).toHaveProperty(reviews.textField(section.id));
      // A draft keeps fields of such names only.
      for (const field of Object.keys(values)) expect(field).toMatch(/^[A-Za-z][A-Za-z0-9]{0,79}$/);
      const input = saveReviewInput.parse(reviews.saveInputOf(of, values));
      const written = input.sections.filter(({ text }) => text !== '');
      expect(written.map(({ text }) => text).sort()).toContain('Không mất');
      expect(new Set(input.sections.map(({ sectionId }) => sectionId)).size).toBe(input.sections.length);
      expect(input).toMatchObject({
        shortcomings: [{ id: 5, text: 'Ghi sổ chưa đủ', cause: 'Bận' }],
        outcomes: [{ shortcomingId: 3, outcome: 'underWay', text: 'x' }],
        pledgeResults: [{ itemId: 11, result: 'partly', resultNote: 'Vắng hai buổi' }],
        answers: [{ promptId: 9, answer: 'Đã rõ' }],
        self: { level: 'good', scoreParts: { common: 2500, results: 6050 } },
      });
    },
  );

  it('finds the field of an error of the service, and brings back what a save removed', () => {
    const of = review('review-2a-2025');
    const input = reviews.saveInputOf(of, reviews.valuesOf(of));
    const at = input.sections.findIndex(({ sectionId }) => sectionId === 'direction');
    expect(reviews.fieldOfError(input, `sections.${at}.text`)).toBe('textDirection');
    expect(reviews.fieldOfError(input, 'answers.0.answer')).toBe('answer9');
    expect(reviews.fieldOfError(input, 'self.scoreParts.common')).toBe('pointsCommon');
    expect(reviews.fieldOfError(input, 'version')).toBeNull();
    const restored = reviews.restoreInputOf(of, { ...of, version: 4, shortcomings: [] });
    expect(restored).toMatchObject({ version: 4, shortcomings: [{ id: null, text: 'Ghi sổ chưa đủ' }] });
  });
});

describe('numbers that say who reported', () => {
  it.each([
    ['gọi 0912 345 678 nhé', ['0912 345 678']],
    ['+84912345678', ['+84912345678']],
    ['CCCD 014085001234, CMND 050123456', ['014085001234', '050123456']],
    ['số tiền 1.500.000.000 đồng', []],
    ['Nghị quyết 05 ngày 20/11/2025', []],
    ['năm 2025, 450 hồ sơ', []],
    ['mã hồ sơ 1234567890', []],
  ])('in "%s" are %j', (text, marks) => {
    expect(reporterMarks(text)).toEqual(marks);
    expect(reporterMarks(withoutReporterMarks(text))).toEqual([]);
  });
});

describe('the grid of ballots', () => {
  const key = (name: string, more = {}) => ({ key: name, shift: false, atStart: true, atEnd: true, ...more });

  it('moves like a sheet and never out of it', () => {
    expect(placeAfterKey({ row: 0, column: 0 }, key('ArrowRight'), 2)).toEqual({ row: 0, column: 1 });
    expect(placeAfterKey({ row: 0, column: 0 }, key('Enter'), 2)).toEqual({ row: 1, column: 0 });
    expect(placeAfterKey({ row: 1, column: 0 }, key('Enter'), 2)).toBeNull();
    expect(placeAfterKey({ row: 1, column: 2 }, key('Enter', { shift: true }), 2)).toEqual({
      row: 0,
      column: 2,
    });
    // Inside the text of an opinion the arrow stays in it.
    expect(placeAfterKey({ row: 0, column: 4 }, key('ArrowLeft', { atStart: false }), 2)).toBeNull();
    const place = fc.record({ row: fc.nat(4), column: fc.nat(COLUMNS - 1) });
    const keys = fc.constantFrom('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Enter', 'Tab', '1');
    fc.assert(
      fc.property(place, keys, (at, name) => {
        const next = placeAfterKey(at, key(name), 5);
        if (next === null) return;
        expect(next.row >= 0 && next.row < 5 && next.column >= 0 && next.column < COLUMNS).toBe(true);
      }),
    );
  });

  it('takes digits only, keeps an opinion, and is empty text when nothing is typed', () => {
    expect(typedInto(emptyRow, 1, '1a')).toBe(emptyRow);
    expect(typedInto(emptyRow, 1, ' 12 ').votes).toEqual(['', '12', '', '']);
    expect(typedInto(emptyRow, 4, 'nhất trí').opinion).toBe('nhất trí');
    expect(textOfRows({ 7: emptyRow })).toBe('');
    const rows = { 7: typedInto(emptyRow, 0, '9') };
    expect(rowsOf(textOfRows(rows))).toEqual(rows);
  });

  it('takes a block from a sheet from its place on; a single value is left to the cell', () => {
    expect(pasted({}, [7, 8], { row: 0, column: 0 }, '12')).toBeNull();
    expect(pasted({}, [7, 8], { row: 0, column: 1 }, '1\t2\r\n3\tx\r\n5\t6\r\n')).toEqual({
      7: { votes: ['', '1', '2', ''], opinion: '' },
      8: { votes: ['', '3', '', ''], opinion: '' },
    });
  });
});

describe('the counts of a meeting while they are typed', () => {
  const meeting: Meeting = {
    meetingId: null,
    version: 0,
    organizationId: 2,
    organizationName: 'Chi bộ Hai',
    heldOn: null,
    startsAt: '',
    endsAt: '',
    placeName: '',
    chair: '',
    secretary: '',
    counters: '',
    absentNote: '',
    content: '',
    membersTotal: 20,
    present: 19,
    issued: 0,
    returned: 0,
    valid: 0,
    invalid: 0,
    subjects: [],
    votingRule: { base: 'PRESENT', cascade: true },
  };
  const empty = { ...meetings.valuesOf(meeting), membersTotal: '', present: '' };

  it('are empty in a new meeting and no fault', () => {
    expect(meetings.valuesOf(meeting)).toMatchObject({
      membersTotal: '20',
      present: '19',
      issued: '',
      valid: '',
    });
    for (const values of [empty, meetings.valuesOf(meeting)])
      expect(Object.values(meetings.typedSheetFaults(values)).filter(Boolean)).toEqual([]);
  });

  it('show a fault as soon as both sides of a sum are typed, whatever is still empty', () => {
    expect(meetings.typedSheetFaults({ ...empty, issued: '20', present: '19' })).toMatchObject({
      issued: 'MORE_ISSUED_THAN_PRESENT',
    });
    expect(meetings.typedSheetFaults({ ...empty, returned: '18', valid: '18', invalid: '1' })).toMatchObject({
      valid: 'BALLOTS_DO_NOT_ADD_UP',
    });
    expect(meetings.typedSheetFaults({ ...empty, issued: '-1' })).toMatchObject({ issued: 'NOT_A_COUNT' });
  });

  it('say what the rule says once all are typed, and no fault of a part of counts that add up', () => {
    const counts = fc.record({
      membersTotal: fc.nat(30),
      present: fc.nat(30),
      issued: fc.nat(30),
      returned: fc.nat(30),
      valid: fc.nat(30),
      invalid: fc.nat(30),
    });
    const typed = (sheet: Record<string, number>, shown: readonly string[]) => ({
      ...empty,
      ...Object.fromEntries(shown.map((field) => [field, String(sheet[field])])),
    });
    const known = (faults: object) => Object.fromEntries(Object.entries(faults).filter(([, fault]) => fault));
    fc.assert(
      fc.property(counts, (sheet) => {
        expect(known(meetings.typedSheetFaults(typed(sheet, meetings.sheetFields)))).toEqual(
          ballotSheetFaults(sheet),
        );
      }),
    );
    const right = fc
      .tuple(fc.nat(30), fc.nat(9), fc.nat(9), fc.nat(9), fc.nat(9))
      .map(([valid, invalid, a, b, c]) => ({
        membersTotal: valid + invalid + a + b + c,
        present: valid + invalid + a + b,
        issued: valid + invalid + a,
        returned: valid + invalid,
        valid,
        invalid,
      }));
    fc.assert(
      fc.property(right, fc.subarray([...meetings.sheetFields]), (sheet, shown) => {
        expect(known(meetings.typedSheetFaults(typed(sheet, shown)))).toEqual({});
      }),
    );
  });
});
