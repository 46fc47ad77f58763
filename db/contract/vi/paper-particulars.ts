import type { OrganizationKind } from '../../domain/people.ts';

/** Who signs for a unit that has no lines of its own, in capitals; kinds that are not listed are left open. */
export const unitSignatures: Partial<Record<OrganizationKind, { authority: string; title: string }>> = {
  partyCell: { authority: 'T/M CHI BỘ', title: 'BÍ THƯ' },
  partyBody: { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ' },
  commune: { authority: 'T/M ĐẢNG ỦY', title: 'BÍ THƯ' },
};
