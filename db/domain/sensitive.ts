import { maskCitizenId } from './citizen-id.ts';

const MASK = '•••';

interface SensitiveValues {
  ethnicity: string;
  religion: string;
  citizenId: string;
}

/** The sensitive fields as they are shown before an audited reveal (Law 91/2025/QH15); '' stays ''. */
export const maskedValues = ({ ethnicity, religion, citizenId }: SensitiveValues): SensitiveValues => ({
  ethnicity: ethnicity === '' ? '' : MASK,
  religion: religion === '' ? '' : MASK,
  citizenId: citizenId === '' ? '' : maskCitizenId(citizenId),
});
