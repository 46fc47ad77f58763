import { unitTypeNames, unknownUnitType } from '../../../db/contract/vi/organizations.ts';
import { unitTypes } from '../../../db/domain/people.ts';

/** Options of a select of types; '' is none. */
export function UnitTypeOptions() {
  return (
    <>
      <option value="">{unknownUnitType}</option>
      {unitTypes.map((type) => (
        <option key={type} value={type}>
          {unitTypeNames[type]}
        </option>
      ))}
    </>
  );
}
