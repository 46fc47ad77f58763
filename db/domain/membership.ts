import type { MembershipStatus } from './people.ts';

/**
 * Membership as its two dates tell it: made full -> full; admitted only -> probationary, but only where the sheet
 * has a column for the second date (an export without that column says nothing); neither -> unknown.
 */
export function membershipStatusOf(
  admittedOn: string | null,
  fullMemberOn: string | null,
  fullMemberDateIsKept: boolean,
): MembershipStatus | null {
  if (fullMemberOn !== null) return 'full';
  return admittedOn !== null && fullMemberDateIsKept ? 'probationary' : null;
}
