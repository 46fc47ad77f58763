import { describe, expect, it } from 'vitest';
import { allFormSets, formSets } from '../../db/contract/form-set-data.ts';
import { formsInForce } from '../../db/contract/form-sets.ts';
import { selfMarkNames } from '../../db/contract/vi/forms-names.ts';
import { formSectionTitles } from '../../db/contract/vi/forms-sections.ts';
import { selfMarks } from '../../db/domain/cycle.ts';

const idsOf = (kind: 'pledge' | 'personalReview' | 'collectiveReview', day: string) =>
  formsInForce(allFormSets, kind, day).map(({ id }) => id);
const printed = (id: keyof typeof formSets) =>
  formSets[id].sections.map(({ level, mark, title }) => `${level} ${mark} ${formSectionTitles[title]}`);

describe('the paper forms', () => {
  it('are the ones of the day: a guidance ends the day before the next one', () => {
    expect(idsOf('personalReview', '2025-10-31')).toEqual([
      'review-2a-2025',
      'review-2b-2025',
      'review-2c-2025',
    ]);
    expect(idsOf('personalReview', '2025-10-30')).toEqual(['review-02a-2023', 'review-02b-2023']);
    expect(idsOf('personalReview', '2023-11-10')).toEqual(['review-02a-2023', 'review-02b-2023']);
    expect(idsOf('personalReview', '2023-11-09')).toEqual(['review-02-2019']);
    expect(idsOf('personalReview', '2019-10-17')).toEqual([]);
    expect(idsOf('collectiveReview', '2026-12-01')).toEqual(['collective-01-2025']);
    expect(idsOf('collectiveReview', '2021-12-01')).toEqual(['collective-01-2019']);
    expect(idsOf('pledge', '2026-01-10')).toEqual(['pledge-member', 'pledge-leader', 'pledge-short']);
  });

  it('name each section once, with its heading', () => {
    for (const form of allFormSets) {
      const ids = form.sections.map(({ id }) => id);
      expect(new Set(ids).size, form.id).toBe(ids.length);
      for (const { title } of form.sections) expect(formSectionTitles[title], form.id).toBeTruthy();
    }
  });

  it('give a pledge eight sections, a leader eleven, the short one four', () => {
    expect(printed('pledge-member').map((text) => text.split(' ')[1])).toEqual([...'12345678']);
    expect(printed('pledge-leader').slice(8)).toEqual([
      '1 9 Trách nhiệm nêu gương',
      '1 10 Trách nhiệm của người đứng đầu',
      '1 11 Lĩnh vực, địa bàn phụ trách',
    ]);
    expect(printed('pledge-leader').slice(0, 8)).toEqual(printed('pledge-member'));
    expect(formSets['pledge-short'].sections).toHaveLength(4);
  });

  it('number the review I to VII, and split the duties of a leader', () => {
    const tops = (id: keyof typeof formSets) =>
      formSets[id].sections.filter(({ level }) => level === 1).map(({ mark }) => mark);
    for (const id of ['review-2a-2025', 'review-2b-2025', 'review-02b-2023', 'collective-01-2025'] as const)
      expect(tops(id), id).toEqual(['I', 'II', 'III', 'IV', 'V', 'VI', 'VII']);
    expect(printed('review-2a-2025').slice(0, 4)).toEqual([
      '1 I Ưu điểm, kết quả đạt được',
      '2 1 Về tư tưởng chính trị; phẩm chất đạo đức, lối sống; ý thức tổ chức kỷ luật; tác phong, lề lối làm việc',
      '2 2 Về thực hiện chức trách, nhiệm vụ được giao',
      '2 3 Việc thực hiện cam kết tu dưỡng, rèn luyện, phấn đấu hằng năm',
    ]);
    expect(formSets['review-02b-2023'].sections.filter(({ level }) => level === 2)).toHaveLength(8);
  });

  it('leave the rating as staff out for people outside the political system', () => {
    expect(formSets['review-2c-2025'].selfRatings).toEqual(['member']);
    expect(formSets['review-2c-2025'].opinions).not.toContain('agencyHead');
  });

  it('ask for a score from 2025 on', () => {
    const scored = allFormSets.filter((form) => form.scored).map(({ id }) => id);
    expect(scored).toEqual(['review-2a-2025', 'review-2b-2025', 'review-2c-2025', 'collective-01-2025']);
  });

  it('say what is not confirmed', () => {
    for (const id of ['review-2a-2025', 'review-2b-2025', 'review-02-2019', 'pledge-member'] as const)
      for (const { status } of formSets[id].sections) expect(status, id).toBe('unconfirmed');
    expect(formSets['review-02a-2023'].sections[0]?.status).toBe('confirmed');
  });

  it('has a word for each self-mark', () => {
    expect(selfMarks.map((mark) => selfMarkNames[mark])).toEqual(['Xuất sắc', 'Tốt', 'Trung bình', 'Kém']);
  });
});
