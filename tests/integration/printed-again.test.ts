import { expect, it } from 'vitest';
import type { MethodInput } from '../../db/contract/methods.ts';
import { cycleOffice, openCycle2025 } from '../helpers/cycle-office.ts';

const year = 2025;
type Document = MethodInput<'documents.html'>;

/** Papers of the year without the day of printing, which a table bears until its own is kept. */
const printed = (html: string) => html.replace(/ngày \d+ tháng \d+ năm \d+/g, 'ngày');

/**
 * The fault: a pledge signed in February named the posts of the last day of its year, so that printed again in autumn it
 * lacked the post that had ended in June. Steps: sign, end the post, print again. Reason: posts as of the counting day.
 */
it('prints a year again as it was after names, posts, heads and settings have changed', async () => {
  const made = await cycleOffice();
  const { call, people, cells } = made;
  const officialId = people['Tòng Văn Dũng'] ?? 0;
  const office = { superiorHead: 'ĐẢNG BỘ TỈNH CŨ', issuingHead: 'ĐẢNG ỦY XÃ CŨ', signerName: 'Người Ký Cũ' };
  await call('office.update', { ...(await call('office.get', {})), ...office });
  const post = {
    id: null,
    kind: 'state',
    organizationId: cells[1],
    isHead: false,
    isLeader: false,
    isKeyOfficial: false,
    managedBy: '',
  } as const;
  const held = await call('officials.savePost', {
    officialId,
    version: 1,
    post: { ...post, title: 'Trưởng thôn', validFrom: '2020-01-01', validTo: '2025-06-30' },
  });
  await openCycle2025(made);
  const pledge = await call('pledges.save', {
    officialId,
    year,
    version: 0,
    variant: 'member',
    formId: 'pledge-member',
    duty: '',
    note: '',
    items: [{ id: null, sectionId: 'ideology', text: 'Học nghị quyết', target: '', dueOn: null }],
  } as MethodInput<'pledges.save'>);
  await call('pledges.setStatus', {
    pledges: [{ pledgeId: pledge.pledgeId ?? 0, version: pledge.version }],
    act: { to: 'filed', signedOn: '2025-02-10', filedOn: '2025-02-12' },
  });
  const { rows } = await call('reviews.list', { year });
  const review = rows.find((row) => row.officialId === officialId);
  await call('reviews.setStatus', {
    reviews: [{ reviewId: review?.reviewId ?? 0, version: review?.version ?? 0 }],
    status: 'filed',
    filedOn: '2025-12-08',
  });
  await call('ratings.set', {
    year,
    officialId,
    version: 0,
    change: { field: 'decided', level: 'good' },
    decision: { body: 'Đảng ủy xã', onDay: '2025-12-20' },
  });
  const papers: Document[] = [
    { kind: 'pledges', year },
    { kind: 'reviews', year },
    ...(['5a', '5b', '5c', '5d', '5e', '5f'] as const).map((table) => ({
      kind: 'summary' as const,
      table,
      year,
    })),
  ];
  const all = () =>
    Promise.all(papers.map(async (paper) => printed((await call('documents.html', paper)).html)));
  const before = await all();
  const [pledges = '', reviews = ''] = before;
  expect(pledges).toContain('Trưởng thôn');
  expect(reviews).not.toContain('Trưởng thôn');
  expect(pledges).toContain('CHI BỘ HAI');

  await call('office.update', {
    ...(await call('office.get', {})),
    superiorHead: 'ĐẢNG BỘ TỈNH MỚI',
    issuingHead: 'ĐẢNG ỦY PHƯỜNG MỚI',
    signerName: 'Người Ký Mới',
    changedOn: '2026-03-01',
  });
  await call('organizations.change', {
    id: cells[1],
    version: 1,
    onDay: '2026-03-01',
    parentId: 1,
    kind: 'partyCell',
    name: 'Chi bộ Sáp Nhập',
  });
  await call('officials.savePost', {
    officialId,
    version: held.version,
    post: { ...post, title: 'Chủ tịch phường', validFrom: '2026-03-01', validTo: null },
  });
  await call('cycles.open', { year: 2026, countedOn: '2026-12-31', packId: 'qd-366-2025', collectives: [] });
  expect(await all()).toEqual(before);
});
