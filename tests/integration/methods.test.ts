import { asc } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { audit } from '../../db/connection/schema.ts';
import { AppError } from '../../db/contract/errors.ts';
import { type MethodName, methodList } from '../../db/contract/method-list.ts';
import { type MethodOutput, methods } from '../../db/contract/methods.ts';
import { roles } from '../../db/domain/people.ts';
import { newOffice, openDatabase, PASSWORD, type TestOffice, temporaryFolder } from '../helpers/office.ts';
import { blankOfficial } from '../helpers/people.ts';
import { provincePack } from '../helpers/province-pack.ts';
import { stagedWorkbook } from '../helpers/staged-workbooks.ts';

const names = Object.keys(methodList) as MethodName[];

async function refusal(promise: Promise<unknown>): Promise<AppError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('was not refused');
}

const decision = { body: 'Đảng ủy xã', onDay: '2024-12-20' };

/** An office with two people in one cell and a rating of 2024. */
async function filledOffice(): Promise<TestOffice & { officialId: number; cellId: number }> {
  const office = await newOffice();
  const workbook = stagedWorkbook(
    ['fullName', 'birthDate', 'organization', 'citizenId', 'ethnicity'],
    [
      ['Trần Văn Ân', '03/02/1985', 'Chi bộ Một', '001085000001', 'Kinh'],
      ['Lê Thị Ánh', '1990', 'Chi bộ Một', '001190000002', null],
    ],
  );
  const staged = await office.call('imports.stage', { workbook });
  const preview = await office.call('imports.preview', {
    stageId: staged.stageId,
    sheet: 'Danh sách',
    kind: 'officials',
  });
  await office.call('imports.commit', { previewId: preview.previewId });
  const { rows } = await office.call('officials.list', { search: 'tran van' });
  const [person] = rows;
  if (!person?.organizationId) throw new Error('no person');
  return { ...office, officialId: person.id, cellId: person.organizationId };
}

describe('every method', () => {
  it('refuses a call without a session, or lets anyone in where the list says so', async () => {
    const { service } = await newOffice();
    for (const name of names) {
      if (methodList[name].roles === 'anyone') continue;
      expect((await refusal(service.call(null, name, {}))).code, name).toBe('SESSION_REQUIRED');
      expect((await refusal(service.call('forged', name, {}))).code, name).toBe('SESSION_REQUIRED');
    }
  });

  it('refuses roles that the list does not name', async () => {
    const { service, sessions } = await newOffice();
    for (const name of names) {
      const access = methodList[name].roles;
      if (access === 'anyone' || name === 'auth.logout') continue;
      for (const role of roles) {
        const token = sessions.open({ userId: 1, username: role, displayName: role, role });
        const outcome = await service.call(token, name, { bad: true }).then(
          () => 'done',
          (error: AppError) => error.code,
        );
        if ((access as readonly string[]).includes(role))
          expect(outcome, `${name} as ${role}`).not.toBe('FORBIDDEN');
        else expect(outcome, `${name} as ${role}`).toBe('FORBIDDEN');
      }
    }
  });

  it('refuses input that its schema does not know, and changes nothing', async () => {
    const { service, token, call } = await filledOffice();
    const before = await call('officials.list', {});
    const bad: unknown[] = [
      null,
      7,
      'x',
      [],
      { id: 'x' },
      { year: '2024' },
      { previewId: 5 },
      { stageId: [] },
    ];
    for (const name of names) {
      if (name === 'auth.logout') continue;
      for (const input of bad) {
        if (methods[name].input.safeParse(input).success) continue;
        const error = await refusal(service.call(token, name, input));
        expect(error.code, `${name} ${JSON.stringify(input)}`).toBe('VALIDATION_FAILED');
      }
    }
    expect(await call('officials.list', {})).toEqual(before);
  });

  it('is unknown when the contract does not have it', async () => {
    const { service, token } = await newOffice();
    for (const name of ['officials.delete', '__proto__', 'toString', ''])
      expect((await refusal(service.call(token, name, {}))).code).toBe('UNKNOWN_METHOD');
  });

  it('answers a good call with what its output schema says', async () => {
    const { service, token, call, officialId, cellId } = await filledOffice();
    const year = 2024;
    const [root] = (await call('organizations.tree', {})).organizations;
    const rootId = root?.id ?? 0;
    const workbook = stagedWorkbook(
      ['fullName', 'ratingDecided', 'organization'],
      [['Trần Văn Ân', 'HTTNV', 'Chi bộ Một']],
      {
        kind: 'ratings',
        sha256: 'b'.repeat(64),
      },
    );
    const staged = await service.call(token, 'imports.stage', { workbook });
    const { stageId } = methods['imports.stage'].output.parse(staged);
    const preview = await service.call(token, 'imports.preview', {
      stageId,
      sheet: 'Danh sách',
      kind: 'ratings',
      year,
    });
    const { previewId } = methods['imports.preview'].output.parse(preview);
    const office = methods['office.get'].output.parse(await service.call(token, 'office.get', {}));
    const { rules } = methods['capRules.list'].output.parse(await service.call(token, 'capRules.list', {}));
    const [rule] = rules;
    const { recipes } = methods['recipes.list'].output.parse(await service.call(token, 'recipes.list', {}));
    const [recipe] = recipes;
    const fields = {
      ...blankOfficial,
      fullName: 'Hoàng A Phủ',
      birthDate: '1985',
      gender: 'male',
      workingStatus: 'retired',
      workingFrom: '2024-05',
    };
    const post = {
      id: null,
      kind: 'party',
      title: 'Bí thư',
      isHead: true,
      isLeader: true,
      isKeyOfficial: false,
      managedBy: '',
      validFrom: '2025',
      validTo: null,
    };
    const unit = { parentId: rootId, kind: 'partyCell', name: 'Chi bộ Ba' };
    const made = await service.call(token, 'officials.create', { ...fields, organizationId: rootId });
    const fresh = methods['officials.create'].output.parse(made);
    const pledge = {
      variant: 'member',
      formId: 'pledge-member',
      duty: '',
      note: '',
      items: [{ id: null, sectionId: 'duties', text: 'Trực bản', target: '', dueOn: '2026-11' }],
    };
    const midYear = { midYear: 'onTrack', midYearNote: '', midYearOn: '2026-06-30' };
    const filed = { to: 'filed', signedOn: '2026-03-01', filedOn: '2026-03-01' };
    const noDays = { signedOn: null, filedOn: null, confirmedOn: null, confirmedBy: '' };
    const notFiled = { status: 'notFiled', ...noDays, notFiledReason: 'Đi vắng', returnedReason: '' };
    const scan = new TextEncoder().encode('%PDF-1.7 bản quét');
    const emptyReview = { sections: [], shortcomings: [], outcomes: [], pledgeResults: [], answers: [] };
    const prompt = { id: null, source: 'front', matter: 'Nêu rõ việc A', sentOn: null, conclusion: '' };
    const opinion = { id: null, body: 'Chi ủy', onDay: null, text: 'Tốt', level: 'good' };
    const task = {
      taskId: null,
      version: 0,
      year: 2026,
      organizationId: rootId,
      shortcomingId: null,
      shortcomingText: 'Ít dự họp',
      cause: '',
      measure: 'Dự đủ họp',
      assigneeId: null,
      assigneeName: 'Chi ủy',
      coordinatingBody: '',
      startsOn: null,
      dueOn: '2026-06-30',
      product: '',
      note: '',
    };
    const meeting = {
      year: 2026,
      organizationId: rootId,
      meetingId: null,
      version: 0,
      heldOn: '2026-12-10',
      ...{
        startsAt: '',
        endsAt: '',
        placeName: '',
        chair: '',
        secretary: '',
        counters: '',
        absentNote: '',
        content: '',
      },
      ...{ membersTotal: 2, present: 2, issued: 2, returned: 2, valid: 2, invalid: 0 },
    };
    const votes = { excellent: 0, good: 2, completed: 0, notCompleted: 0 };
    const cyclePlan = {
      year: 2026,
      countedOn: '2026-12-31',
      packId: '',
      collectives: [{ organizationId: rootId, kind: 'organization' }],
    };
    const added = methods['officials.create'].output.parse(
      await service.call(token, 'officials.create', { ...fields, organizationId: null }),
    );
    const addedUnit = methods['organizations.create'].output.parse(
      await service.call(token, 'organizations.create', { ...unit, name: 'Chi bộ nhập nhầm' }),
    );
    const twin = async () => {
      const created = await service.call(token, 'officials.create', { ...fields, organizationId: null });
      const { id, version } = methods['officials.create'].output.parse(created);
      return { id, version };
    };
    const [kept, removed] = [await twin(), await twin()];
    const plan = { kind: 'remediation-plan', year: 2026, organizationId: null } as const;
    const { paper } = methods['papers.particulars'].output.parse(
      await service.call(token, 'papers.particulars', { document: plan }),
    );
    const particulars = paper?.particulars;
    // Numbers and versions come from what the calls before answered.
    const answers = new Map<MethodName, unknown>();
    const answerOf = <M extends MethodName>(name: M): MethodOutput<M> => {
      if (!answers.has(name)) throw new Error(`${name} was not called yet`);
      return answers.get(name) as MethodOutput<M>;
    };
    const firstOf = <T>(list: readonly T[]): T => {
      const [first] = list;
      if (first === undefined) throw new Error('an empty list');
      return first;
    };
    const batch = () => ({ batchId: firstOf(answerOf('imports.list').batches).id });
    const subject = () => firstOf(answerOf('cycles.subjects').rows.filter((row) => row.officialId !== null));
    const withVersion = (by: number) => ({
      reviewId: subject().reviewId,
      version: subject().version + by,
    });
    const pledged = () => ({ pledgeId: answerOf('pledges.save').pledgeId ?? 0 });
    const pledgeVersion = (by: number) => answerOf('pledges.setMidYear').version + by;
    const reviewed = (
      name: 'reviews.get' | 'reviews.save' | 'reviews.savePrompt' | 'reviews.saveOpinion',
    ) => {
      const { reviewId, version } = answerOf(name);
      return { reviewId, version };
    };
    const withoutPrompt = () => answerOf('reviews.removePrompt').review.version;
    const scanned = () => ({ attachmentId: firstOf(answerOf('attachments.list').attachments).id });
    const ofTask = () => {
      const { taskId, version } = answerOf('remediation.save');
      return { taskId, version };
    };
    const met = () => {
      const { meetingId, version } = answerOf('meetings.save');
      return { meetingId, version };
    };
    const opened = () => {
      const { id, version } = answerOf('cycles.open');
      return { id, version };
    };
    const inputs: [MethodName, unknown | (() => unknown)][] = [
      ['office.status', {}],
      ['auth.login', { password: PASSWORD }],
      ['auth.current', {}],
      ['office.get', {}],
      ['office.suggestHeads', {}],
      ['office.update', { ...office, placeName: 'Sông Mây' }],
      ['capRules.list', {}],
      ['capRules.update', { ...rule, percentHundredths: 2500 }],
      ['imports.previewRows', { previewId }],
      ['imports.previewUnits', { previewId }],
      ['imports.decide', { previewId, decision: { type: 'confirm', rows: 'all' } }],
      ['imports.refresh', { previewId }],
      ['imports.preview', { stageId, sheet: 'Danh sách', kind: 'ratings', year }],
      ['imports.sheetRows', { stageId, sheet: 'Danh sách', offset: 0, limit: 50 }],
      ['imports.sheetProblems', { stageId, sheet: 'Danh sách' }],
      ['imports.understand', { stageId, sheet: 'Danh sách', reading: {} }],
      ['imports.list', {}],
      ['recipes.list', {}],
      ['recipes.rename', { id: recipe?.id, version: recipe?.version, name: 'Mẫu của xã' }],
      ['recipes.remove', { id: recipe?.id, version: (recipe?.version ?? 0) + 1 }],
      ['imports.batch', batch],
      ['imports.batchRows', batch],
      ['imports.undoPlan', batch],
      ['overview.get', {}],
      ['organizations.tree', {}],
      ['organizations.tree', { asOf: '2025-07-01' }],
      ['organizations.create', { parentId: cellId, kind: 'partyGroup', name: 'Tổ đảng số 1' }],
      [
        'organizations.update',
        { id: cellId, version: 1, parentId: rootId, kind: 'partyCell', name: 'Chi bộ Hai' },
      ],
      ['organizations.change', { ...unit, id: cellId, version: 2, onDay: '2025-07-01' }],
      [
        'organizations.split',
        {
          sourceId: cellId,
          parts: [{ unit: { ...unit, name: 'Chi bộ Bốn' }, officialIds: [] }],
          keepSource: true,
          onDay: '2025-08-01',
        },
      ],
      [
        'organizations.merge',
        {
          sourceIds: [cellId],
          target: { is: 'newUnit', unit: { ...unit, name: 'Chi bộ Năm' } },
          onDay: '2025-09-01',
        },
      ],
      ['operations.undo', () => ({ operationId: answerOf('organizations.merge').operationId })],
      ['organizations.end', { id: cellId, moveToId: rootId, onDay: '2025-09-01' }],
      ['officials.transfer', { officialIds: [officialId], organizationId: rootId, onDay: '2025-10-01' }],
      ['documents.html', { kind: 'officials-list', columns: ['birthDate', 'citizenId'] }],
      ['documents.workbook', { kind: 'officials-list', columns: ['posts'] }],
      ['operations.list', {}],
      ['officials.list', { search: 'tran van an' }],
      ['officials.ids', { search: 'tran van an' }],
      ['officials.get', { id: officialId }],
      ['officials.timeline', { id: officialId }],
      ['officials.create', { ...fields, organizationId: rootId }],
      ['officials.update', { id: fresh.id, version: 1, changes: { hometown: 'xã Mới' } }],
      [
        'officials.setParticipation',
        {
          id: fresh.id,
          version: 2,
          status: 'exempt',
          onDay: '2025-10-01',
          reason: 'Tuổi cao',
        },
      ],
      ['officials.savePost', { officialId: fresh.id, version: 3, post }],
      ['officials.timeline', { id: fresh.id }],
      [
        'officials.removePost',
        () => {
          const { entries } = answerOf('officials.timeline');
          const { post: held } = firstOf(entries.filter((entry) => entry.kind === 'post'));
          return { officialId: fresh.id, version: 4, postId: held.id };
        },
      ],
      [
        'officials.givePost',
        {
          officialIds: [officialId],
          kind: 'party',
          title: 'Cấp ủy viên',
          isHead: false,
          isLeader: false,
          isKeyOfficial: false,
          managedBy: '',
          onDay: '2025-11-01',
          validTo: null,
        },
      ],
      ['officials.removeAdded', { id: added.id, version: 1 }],
      ['organizations.removeAdded', { id: addedUnit.id, version: 1 }],
      ['quality.counts', {}],
      ['quality.units', { rule: 'BIRTH_DATE_MISSING' }],
      ['quality.list', { rule: 'BIRTH_DATE_MISSING' }],
      ['duplicates.list', {}],
      ['duplicates.merge', { kept, removed, take: [], decisions: [] }],
      ['duplicates.compare', { firstId: officialId, secondId: fresh.id }],
      ['duplicates.setDistinct', { firstId: officialId, secondId: fresh.id, distinct: true }],
      ['officials.reveal', { id: officialId }],
      [
        'disciplines.save',
        {
          officialId,
          known: null,
          discipline: {
            form: 'reprimand',
            effectiveOn: '2024-05',
            decisionNo: '12-QĐ/ĐU',
            decidingBody: 'Đảng ủy xã',
            postThen: '',
            isHeadThen: false,
            organizationThenId: rootId,
            note: '',
          },
        },
      ],
      ['disciplines.list', { officialId }],
      [
        'disciplines.remove',
        () => {
          const { id, version } = firstOf(answerOf('disciplines.list').disciplines);
          return { officialId, known: { id, version } };
        },
      ],
      [
        'organizationDisciplines.save',
        {
          organizationId: cellId,
          known: null,
          discipline: {
            form: 'warning',
            effectiveOn: '2024-05',
            decisionNo: '13-QĐ/ĐU',
            decidingBody: 'Ban Thường vụ Đảng ủy xã',
            note: '',
          },
        },
      ],
      ['organizationDisciplines.list', { organizationId: cellId }],
      [
        'organizationDisciplines.remove',
        () => {
          const { id, version } = firstOf(answerOf('organizationDisciplines.list').disciplines);
          return { organizationId: cellId, known: { id, version } };
        },
      ],
      ['ratings.set', { year, officialId, version: 0, change: { field: 'self', level: 'good' } }],
      ['ratings.grid', { year }],
      ['ratings.conditions', { year, officialId }],
      ['ratings.setFacts', { year, officialId, version: 1, facts: { longLeaveMonths: 2 } }],
      ['collectives.grid', { year }],
      [
        'collectives.set',
        {
          year,
          organizationId: cellId,
          kind: 'organization',
          version: 0,
          change: { field: 'proposed', level: 'good' },
        },
      ],
      ['collectives.conditions', { year, organizationId: cellId, kind: 'organization' }],
      ['collectives.setFacts', { year, organizationId: cellId, kind: 'organization', version: 1, facts: {} }],
      ['caps.report', { year }],
      ['settings.get', {}],
      ['settings.update', { key: 'samePledgeTexts', version: 0, value: 3 }],
      ['rulePacks.read', { stageId, basePackId: 'qd-366-2025' }],
      ['rulePacks.add', provincePack],
      ['rulePacks.setEnd', { packId: 'province-1', before: null, validTo: '2030-12-31' }],
      ['rulePacks.remove', { packId: 'province-1' }],
      ['cycles.list', {}],
      ['cycles.draft', { year: 2026, countedOn: '2026-12-31' }],
      ['cycles.open', cyclePlan],
      ['cycles.get', { year: 2026 }],
      ['cycles.update', () => ({ ...cyclePlan, ...opened(), planNo: '12-KH/ĐU' })],
      ['cycles.subjects', { year: 2026 }],
      ['cycles.setGroup', () => ({ reviews: [withVersion(0)], subjectGroup: 'outsideSystem' })],
      ['cycles.setOut', () => ({ ...withVersion(1), outReason: 'other', outNote: 'Đi học dài hạn' })],
      ['officials.create', { ...fields, fullName: 'Lò Thị Sao', organizationId: rootId }],
      ['cycles.differences', { year: 2026 }],
      [
        'cycles.takeDifferences',
        () => ({
          year: 2026,
          officialIds: [firstOf(answerOf('cycles.differences').differences).officialId],
          reason: 'Mới chuyển đến',
        }),
      ],
      [
        'cycles.addSubject',
        { year: 2026, officialId, organizationId: rootId, place: 'leadership', reason: 'Kiêm nhiệm' },
      ],
      ['cycles.addCollective', { year: 2026, organizationId: rootId, kind: 'committee', reason: 'Bổ sung' }],
      ['cycles.subjects', { year: 2026 }],
      [
        'cycles.removeSubject',
        () => {
          const added = answerOf('cycles.subjects').rows.filter((row) => row.place === 'leadership');
          const { reviewId, version } = firstOf(added);
          return { reviewId, version };
        },
      ],
      ['pledges.list', { year: 2026 }],
      ['pledges.get', { year: 2026, officialId }],
      ['pledges.save', { ...pledge, year: 2026, officialId, version: 0 }],
      [
        'pledges.setMidYear',
        () => {
          const { version, items } = answerOf('pledges.save');
          return { ...pledged(), version, itemId: firstOf(items).id, ...midYear };
        },
      ],
      [
        'pledges.setNotFiledReason',
        () => ({ year: 2026, people: [{ officialId, version: pledgeVersion(0) }], reason: 'Đi vắng' }),
      ],
      [
        'attachments.add',
        () => ({
          entity: 'pledge',
          entityId: pledged().pledgeId,
          fileName: 'cam-ket.pdf',
          bytes: scan,
        }),
      ],
      ['attachments.list', () => ({ entity: 'pledge', entityId: pledged().pledgeId })],
      ['attachments.open', scanned],
      ['attachments.remove', scanned],
      ['pledges.create', { year: 2026, items: [] }],
      ['pledges.setStatus', () => ({ pledges: [{ ...pledged(), version: pledgeVersion(1) }], act: filed })],
      ['pledges.restore', () => ({ pledges: [{ ...pledged(), version: pledgeVersion(2), ...notFiled }] })],
      [
        'pledges.remove',
        () => {
          const { pledgeId, version } = firstOf(answerOf('pledges.create').created);
          return { pledges: [{ pledgeId, version }] };
        },
      ],
      ['reviews.list', { year: 2026 }],
      [
        'reviews.get',
        () => {
          const personal = answerOf('reviews.list').rows.filter((row) => row.officialId !== null);
          return { reviewId: firstOf(personal).reviewId };
        },
      ],
      ['reviews.save', () => ({ ...reviewed('reviews.get'), ...emptyReview })],
      ['reviews.prompts', { year: 2026 }],
      ['reviews.savePrompt', () => ({ ...reviewed('reviews.save'), prompt })],
      [
        'reviews.removePrompt',
        () => ({
          ...reviewed('reviews.savePrompt'),
          promptId: firstOf(answerOf('reviews.savePrompt').prompts).id,
        }),
      ],
      ['reviews.saveOpinion', () => ({ ...reviewed('reviews.save'), version: withoutPrompt(), opinion })],
      [
        'reviews.removeOpinion',
        () => ({
          ...reviewed('reviews.saveOpinion'),
          opinionId: firstOf(answerOf('reviews.saveOpinion').opinions).id,
        }),
      ],
      [
        'reviews.setStatus',
        () => {
          const { reviewId, version } = answerOf('reviews.removeOpinion').review;
          return { reviews: [{ reviewId, version }], status: 'filed', filedOn: '2026-12-01' };
        },
      ],
      ['remediation.save', task],
      ['remediation.list', { year: 2026 }],
      ['remediation.get', ofTask],
      ['remediation.findings', { year: 2026 }],
      ['documents.html', { kind: 'remediation-plan', year: 2026, organizationId: null }],
      ['papers.particulars', { document: plan }],
      ['papers.saveParticulars', { document: plan, version: 0, particulars }],
      ['documents.workbook', { kind: 'pledges-list', year: 2026 }],
      [
        'documents.docx',
        { kind: 'remediation-report', year: 2026, organizationId: null, asOf: '2026-09-30' },
      ],
      ['documents.workbook', { kind: 'remediation-list', year: null }],
      ['remediation.addNote', () => ({ ...ofTask(), onDay: '2026-05-01', text: 'Đã họp', progress: 50 })],
      [
        'remediation.step',
        () => ({ ...ofTask(), version: answerOf('remediation.addNote').version, to: 'doing' }),
      ],
      ['remediation.save', task],
      ['remediation.remove', ofTask],
      [
        'meetings.save',
        () => ({ ...meeting, results: [{ reviewId: reviewed('reviews.get').reviewId, votes, opinion: '' }] }),
      ],
      ['meetings.list', { year: 2026 }],
      ['meetings.get', () => ({ year: 2026, organizationId: rootId, meetingId: met().meetingId })],
      ['meetings.propose', () => ({ ...met(), reviewIds: [reviewed('reviews.get').reviewId], reason: '' })],
      ['meetings.remove', met],
      ['cycles.open', { ...cyclePlan, quarter: 1 }],
      ['cycles.withdraw', opened],
      [
        'drafts.save',
        {
          form: 'official',
          recordId: officialId,
          partId: null,
          recordVersion: 1,
          title: 'Trần Văn Ân',
          fields: { hometown: { was: '', typed: 'xã' } },
        },
      ],
      ['drafts.list', {}],
      ['search.find', { text: 'tran van an' }],
      ['drafts.open', { form: 'official', recordId: officialId, partId: null }],
      ['drafts.discard', { form: 'official', recordId: officialId, partId: null }],
      ['reports.ratingSummary', { year }],
      ['summaries.get', { table: '5a', year }],
      ['summaries.people', { table: '5a', year, figure: 'members', row: 'total' }],
      ['summaries.reveal', { table: '5f', year, figure: 'disciplined', row: 'total' }],
      ['documents.html', { year, kind: 'rating-summary' }],
      ['documents.workbook', { year, kind: 'rating-summary' }],
      ['documents.docx', { year, kind: 'rating-summary' }],
      ['cycles.setDecision', { year: 2020, version: 0, body: 'Đảng ủy xã', onDay: '2020-12-20' }],
      ['imports.stage', { workbook }],
    ];
    const tried = new Set<MethodName>([
      'office.create',
      'imports.commit',
      'imports.undo',
      // Every row of this sheet is taken; see import-returned.test.ts.
      'imports.returnedRows',
      'auth.logout',
    ]);
    for (const [name, given] of inputs) {
      const input: unknown = typeof given === 'function' ? given() : given;
      const parsed = methods[name].output.safeParse(await service.call(token, name, input));
      expect(parsed.error, name).toBeUndefined();
      answers.set(name, parsed.data);
      tried.add(name);
    }
    expect(names.filter((name) => !tried.has(name))).toEqual([]);
  });
});

describe('audit', () => {
  it('gets one row per write, in the write itself, and none for a refused one', async () => {
    const { folder, service, token, call, officialId } = await filledOffice();
    const { reader } = await openDatabase(folder);
    const rows = () => reader.select().from(audit).orderBy(asc(audit.id)).all();
    const before = rows().length;
    const change = { field: 'self', level: 'good' } as const;
    await call('ratings.set', { year: 2024, officialId, version: 0, change });
    expect(
      rows()
        .slice(before)
        .map((row) => row.method),
    ).toEqual(['ratings.set']);
    await refusal(service.call(token, 'ratings.set', { year: 2024, officialId, version: 0, change }));
    expect(rows().length).toBe(before + 1);
    await call('officials.reveal', { id: officialId });
    expect(rows().at(-1)).toMatchObject({
      method: 'officials.reveal',
      entity: 'official',
      entityId: officialId,
    });
  });
});

describe('sensitive fields', () => {
  it('come masked, and in clear only by the act that is audited', async () => {
    const { call, officialId } = await filledOffice();
    const masked = await call('officials.get', { id: officialId });
    expect(masked).toMatchObject({ masked: true, citizenId: '001•••••••••', ethnicity: '•••', religion: '' });
    const clear = await call('officials.reveal', { id: officialId });
    expect(clear).toMatchObject({ masked: false, citizenId: '001085000001', ethnicity: 'Kinh' });
  });
});

describe('ratings', () => {
  it('keeps the three values apart, refuses a stale write and says what stands', async () => {
    const { call, officialId } = await filledOffice();
    const first = await call('ratings.set', {
      year: 2024,
      officialId,
      version: 0,
      change: { field: 'self', level: 'excellent' },
    });
    const second = await call('ratings.set', {
      year: 2024,
      officialId,
      version: 1,
      change: { field: 'decided', level: 'good' },
      decision,
    });
    expect(first.before.selfLevel).toBeNull();
    expect(second.row).toMatchObject({
      selfLevel: 'excellent',
      proposedLevel: null,
      decidedLevel: 'good',
      version: 2,
    });
    const stale = refusal(
      call('ratings.set', {
        year: 2024,
        officialId,
        version: 1,
        change: { field: 'decided', level: 'completed' },
      }),
    );
    expect((await stale).code).toBe('STALE_VERSION');
    const grid = await call('ratings.grid', { year: 2024 });
    expect(grid.rows.find((row) => row.officialId === officialId)?.decidedLevel).toBe('good');
    expect(grid.counts).toMatchObject({ good: 1, unrated: 1 });
  });

  it('keeps a reason only while there is no decided level', async () => {
    const { call, officialId } = await filledOffice();
    const reason = { field: 'unratedReason', text: 'Nghỉ thai sản' } as const;
    await call('ratings.set', { year: 2024, officialId, version: 0, change: reason });
    const rated = await call('ratings.set', {
      year: 2024,
      officialId,
      version: 1,
      change: { field: 'decided', level: 'good' },
      decision,
    });
    expect(rated.row.unratedReason).toBe('');
    expect(
      (await refusal(call('ratings.set', { year: 2024, officialId, version: 2, change: reason }))).code,
    ).toBe('RATING_LEVEL_STANDS');
  });

  it('does not count a person in a year that ended before the admission', async () => {
    const { call } = await newOffice();
    const workbook = stagedWorkbook(
      ['fullName', 'organization', 'admittedOn'],
      [
        ['Người Cũ', 'Chi bộ Một', '01/02/2020'],
        ['Người Mới', 'Chi bộ Một', '01/02/2025'],
      ],
    );
    const staged = await call('imports.stage', { workbook });
    const preview = await call('imports.preview', {
      stageId: staged.stageId,
      sheet: 'Danh sách',
      kind: 'officials',
    });
    await call('imports.commit', { previewId: preview.previewId });
    const people = async (year: number) =>
      (await call('ratings.grid', { year })).rows.map((row) => row.fullName);
    expect(await people(2024)).toEqual(['Người Cũ']);
    expect(await people(2025)).toEqual(['Người Cũ', 'Người Mới']);
  });
});

describe('organizations', () => {
  it('refuses a unit under itself or below itself, an unknown parent and a taken name', async () => {
    const { call, cellId } = await filledOffice();
    const group = await call('organizations.create', {
      parentId: cellId,
      kind: 'partyGroup',
      name: 'Tổ đảng số 1',
    });
    const move = (parentId: number) =>
      refusal(
        call('organizations.update', {
          id: cellId,
          version: 1,
          parentId,
          kind: 'partyCell',
          name: 'Chi bộ Một',
        }),
      );
    expect((await move(cellId)).code).toBe('ORGANIZATION_CYCLE');
    expect((await move(group.id)).code).toBe('ORGANIZATION_CYCLE');
    expect((await move(9999)).fieldErrors).toEqual({ parentId: 'INVALID_VALUE' });
    const twin = refusal(
      call('organizations.create', { parentId: cellId, kind: 'partyGroup', name: 'TỔ ĐẢNG SỐ 1' }),
    );
    expect((await twin).code).toBe('ORGANIZATION_NAME_TAKEN');
  });
});

describe('bad text', () => {
  it.each([
    ['too long', 'x'.repeat(10_000), 'TOO_LONG'],
    ['a lone surrogate', 'Chi bộ \ud800', 'INVALID_TEXT'],
    ['blank', ' \u00a0\t', 'REQUIRED'],
  ])('refuses %s at the field', async (_name, name, code) => {
    const { call } = await newOffice();
    const error = await refusal(call('organizations.create', { parentId: 1, kind: 'partyCell', name }));
    expect([error.code, error.fieldErrors]).toEqual(['VALIDATION_FAILED', { name: code }]);
  });

  it('cleans control characters and decomposed letters', async () => {
    const { call } = await newOffice();
    const name = 'Chi bộ\u0007  Sô\u0301 1'.normalize('NFD');
    expect((await call('organizations.create', { parentId: 1, kind: 'partyCell', name })).name).toBe(
      'Chi bộ Số 1',
    );
  });
});

it('lists people in Vietnamese order, by name without marks, initials or digits', async () => {
  const { call } = await newOffice(temporaryFolder());
  const people = [
    'Trần Văn An',
    'Lê Thị Ánh',
    'Bùi Văn Ân',
    'Dương Văn Bình',
    'Đỗ Văn Bình',
    'Nguyễn Hòa',
    'Nguyễn Hoà Bình',
  ];
  const workbook = stagedWorkbook(
    ['fullName', 'partyCardNo', 'organization'],
    people.map((name, index) => [name, `77.00000${index}`, 'Chi bộ Một']),
  );
  const staged = await call('imports.stage', { workbook });
  const preview = await call('imports.preview', {
    stageId: staged.stageId,
    sheet: 'Danh sách',
    kind: 'officials',
  });
  await call('imports.commit', { previewId: preview.previewId });
  const find = async (search: string) =>
    (await call('officials.list', { search })).rows.map((row) => row.fullName);
  expect(await find('')).toEqual([
    'Trần Văn An',
    'Lê Thị Ánh',
    'Bùi Văn Ân',
    'Dương Văn Bình',
    'Đỗ Văn Bình',
    'Nguyễn Hoà Bình',
    'Nguyễn Hòa',
  ]);
  expect(await find('do van binh')).toEqual(['Đỗ Văn Bình']);
  expect(await find('nguyen hoa')).toEqual(['Nguyễn Hoà Bình', 'Nguyễn Hòa']);
  expect(await find('dvb')).toEqual(['Dương Văn Bình', 'Đỗ Văn Bình']);
  expect(await find('000003')).toEqual(['Dương Văn Bình']);
  expect(await find('77.000003')).toEqual(['Dương Văn Bình']);
  expect(await find("%' or 1=1 --")).toEqual([]);
  expect((await call('officials.list', { descending: true, limit: 1 })).rows[0]?.fullName).toBe('Nguyễn Hòa');
});
