import { describe, expect, it } from 'vitest';
import { codeOf, cycleOffice, openCycle2025, plan2025 } from '../helpers/cycle-office.ts';

async function office() {
  const made = await cycleOffice();
  await openCycle2025(made);
  const dung = made.people['Tòng Văn Dũng'] ?? 0;
  const reviewOf = async (year: number) => {
    const { rows } = await made.call('reviews.list', { year, search: 'tong van dung' });
    return made.call('reviews.get', { reviewId: rows[0]?.reviewId ?? 0 });
  };
  return { ...made, dung, reviewOf };
}

const nothing = { sections: [], shortcomings: [], outcomes: [], pledgeResults: [], answers: [] };

describe('reviews', () => {
  it('list the base of the cycle: people and collectives, those out of it left out', async () => {
    const { call } = await office();
    const { rows, counts } = await call('reviews.list', { year: 2025 });
    expect(rows.map((row) => [row.name, row.place]).sort()).toEqual(
      [
        ['Đảng ủy xã Sông Mây', 'collective'],
        ['Đảng ủy xã Sông Mây', 'collective'],
        ['Vàng A An', 'leadership'],
        ['Tòng Văn Dũng', 'cell'],
        ['Vàng A An', 'cell'],
      ].sort(),
    );
    expect(counts).toEqual({ base: 5, notFiled: 5, filed: 0, discussed: 0, closed: 0 });
  });

  it("carry the thread: pledge item with its result, shortcoming into next year's pledge and review", async () => {
    const { call, dung, reviewOf } = await office();
    const item = { id: null, sectionId: 'duties', text: 'Trực bản', target: 'Đủ lịch', dueOn: '2025-11' };
    const form = { variant: 'member', formId: 'pledge-member', duty: '', note: '' } as const;
    await call('pledges.save', { ...form, year: 2025, officialId: dung, version: 0, items: [item] });
    const begun = await reviewOf(2025);
    expect(begun.pledgeItems).toMatchObject([{ text: 'Trực bản', result: null }]);
    const saved = await call('reviews.save', {
      ...nothing,
      reviewId: begun.reviewId,
      version: begun.version,
      sections: [{ sectionId: 'pledgeKept', text: 'Dòng một\r\nDòng hai', mark: 'good' }],
      shortcomings: [{ id: null, sectionId: 'shortcomings', text: 'Ít dự họp', cause: 'Xa trung tâm' }],
      pledgeResults: [{ itemId: begun.pledgeItems[0]?.id ?? 0, result: 'partly', resultNote: 'Vắng 2 buổi' }],
    });
    expect(saved).toMatchObject({
      sections: [{ sectionId: 'pledgeKept', text: 'Dòng một\nDòng hai', mark: 'good' }],
      pledgeItems: [{ result: 'partly', resultNote: 'Vắng 2 buổi' }],
      shortcomings: [{ text: 'Ít dự họp', tasks: 0 }],
    });
    await call('cycles.open', { ...plan2025, year: 2026, countedOn: '2026-12-31', collectives: [] });
    await call('pledges.create', { year: 2026, items: [] });
    const pledge = await call('pledges.get', { year: 2026, officialId: dung });
    const shortcomingId = saved.shortcomings[0]?.id ?? 0;
    expect(pledge.items).toMatchObject([{ sectionId: 'remedies', text: 'Ít dự họp', shortcomingId }]);
    const next = await reviewOf(2026);
    expect(next.earlier).toMatchObject([{ id: shortcomingId, year: 2025, outcome: null }]);
    const told = await call('reviews.save', {
      ...nothing,
      reviewId: next.reviewId,
      version: next.version,
      outcomes: [{ shortcomingId, outcome: 'putRight', text: 'Dự đủ 12 buổi' }],
    });
    // The year that says so still shows it; the year after has it no more.
    expect(told.earlier).toMatchObject([
      { id: shortcomingId, outcome: 'putRight', outcomeText: 'Dự đủ 12 buổi' },
    ]);
    await call('cycles.open', { ...plan2025, year: 2027, countedOn: '2027-12-31', collectives: [] });
    expect((await reviewOf(2027)).earlier).toEqual([]);
    // What later papers stand on is not removed.
    const drop = { ...nothing, reviewId: saved.reviewId, version: saved.version };
    expect(await codeOf(call('reviews.save', drop))).toBe('SHORTCOMING_IN_USE');
    expect((await reviewOf(2025)).shortcomings).toHaveLength(1);
  });

  it('keep prompts and opinions, refuse foreign ids, and stay closed once discussed', async () => {
    const { call, reviewOf } = await office();
    const begun = await reviewOf(2025);
    const { reviewId } = begun;
    const prompt = {
      id: null,
      source: 'inspection',
      matter: 'Nêu rõ việc A',
      sentOn: '2025-11-20',
      conclusion: '',
    } as const;
    const asked = await call('reviews.savePrompt', { reviewId, version: begun.version, prompt });
    const promptId = asked.prompts[0]?.id ?? 0;
    const answers = [{ promptId, answer: 'Đã làm rõ' }];
    const answered = await call('reviews.save', { ...nothing, reviewId, version: asked.version, answers });
    expect(answered.prompts).toMatchObject([{ matter: 'Nêu rõ việc A', answer: 'Đã làm rõ' }]);
    const opinion = {
      id: null,
      body: 'Chi ủy nơi cư trú',
      onDay: '2025-11-25',
      text: 'Chấp hành tốt',
      level: 'good',
    } as const;
    const heard = await call('reviews.saveOpinion', { reviewId, version: answered.version, opinion });
    expect(heard.opinions).toMatchObject([{ body: 'Chi ủy nơi cư trú', level: 'good' }]);
    const foreign = {
      ...nothing,
      reviewId,
      version: heard.version,
      answers: [{ promptId: 999, answer: 'x' }],
    };
    expect(await codeOf(call('reviews.save', foreign))).toBe('VALIDATION_FAILED');

    // Taken out and brought back: the very rows, with number and answer.
    const opinionId = heard.opinions[0]?.id ?? 0;
    const noPrompt = await call('reviews.removePrompt', { reviewId, version: heard.version, promptId });
    expect(noPrompt.review.prompts).toEqual([]);
    const { version } = noPrompt.review;
    const noOpinion = await call('reviews.removeOpinion', { reviewId, version, opinionId });
    expect(noOpinion.review.opinions).toEqual([]);
    const tooLate = { reviewId, version, opinionId };
    expect(await codeOf(call('reviews.removeOpinion', tooLate))).toBe('STALE_VERSION');
    await call('operations.undo', { operationId: noPrompt.operationId });
    await call('operations.undo', { operationId: noOpinion.operationId });
    const again = await call('reviews.get', { reviewId });
    expect([again.prompts, again.opinions]).toEqual([heard.prompts, heard.opinions]);
    const step = { reviews: [{ reviewId, version: again.version }], status: 'discussed' as const };
    expect(await codeOf(call('reviews.setStatus', step))).toBe('VALIDATION_FAILED');
    await call('reviews.setStatus', { ...step, filedOn: '2025-12-05' });
    const late = { ...nothing, reviewId, version: again.version + 1 };
    expect(await codeOf(call('reviews.save', late))).toBe('REVIEW_DISCUSSED');
  });
});
