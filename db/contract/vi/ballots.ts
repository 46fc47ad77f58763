import type { BallotFault, VoteOutcome, VotingBase } from '../../domain/ballots.ts';
import { formatNumber } from './numbers.ts';
import { ratingLevelNames } from './ratings.ts';

export const ballotFaultMessages = {
  NOT_A_COUNT: 'Số phiếu, số người phải là số nguyên từ 0 trở lên.',
  MORE_PRESENT_THAN_MEMBERS: 'Số có mặt nhiều hơn tổng số đảng viên. Hãy kiểm tra lại hai số.',
  MORE_ISSUED_THAN_PRESENT: 'Số phiếu phát ra nhiều hơn số có mặt. Hãy kiểm tra lại hai số.',
  MORE_RETURNED_THAN_ISSUED: 'Số phiếu thu về nhiều hơn số phiếu phát ra. Hãy kiểm tra lại hai số.',
  BALLOTS_DO_NOT_ADD_UP: 'Số phiếu hợp lệ cộng không hợp lệ phải bằng số phiếu thu về.',
  MORE_MARKS_THAN_BALLOTS: 'Tổng số phiếu các mức nhiều hơn số phiếu hợp lệ; mỗi phiếu chỉ chọn một mức.',
} as const satisfies Record<BallotFault, string>;

export const votingBaseNames = {
  PRESENT: 'Quá nửa số có mặt',
  ISSUED: 'Quá nửa số phiếu phát ra',
} as const satisfies Record<VotingBase, string>;

const baseWords = { PRESENT: 'người có mặt', ISSUED: 'phiếu phát ra' } as const satisfies Record<
  VotingBase,
  string
>;

/** How the ballots lead to the level, with the numbers. */
export function voteSentence(vote: VoteOutcome): string {
  const need = `cần ${formatNumber(vote.needed)} (quá nửa của ${formatNumber(vote.base)} ${baseWords[vote.baseKind]})`;
  if (vote.level === null)
    return `Không mức nào đủ phiếu: nhiều nhất ${formatNumber(vote.ballots)} phiếu, ${need}.`;
  const level = ratingLevelNames[vote.level].toLowerCase();
  return vote.how === 'majority'
    ? `Đề xuất ${level}: ${formatNumber(vote.ballots)} phiếu, ${need}.`
    : `Đề xuất ${level}: không mức nào tự đủ phiếu; cộng dồn từ mức cao nhất được ${formatNumber(vote.ballots)} phiếu, ${need}.`;
}
