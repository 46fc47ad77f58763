import { describe, expect, it } from 'vitest';
import { changedPeopleOf } from '../../db/connection/open.ts';
import { emptyOfficialValues, insertOfficial } from '../../db/records/officials.ts';
import { newOffice, openDatabase } from '../helpers/office.ts';

async function watched() {
  const connection = await openDatabase((await newOffice()).folder);
  const changes = changedPeopleOf(connection.reader);
  if (!changes) throw new Error('nobody is told of changes');
  const add = (fullName: string) =>
    insertOfficial(connection.writer, { ...emptyOfficialValues, fullName }, 1, {
      party: 'x',
      state: '',
      mass: '',
    });
  return { ...connection, changes, add };
}

describe('whom the write handle changed', () => {
  it('is told of every table that a list is made of', async () => {
    const { changes, add, writerDriver } = await watched();
    const [first, second] = [add('An'), add('Bình')];
    const told = (statement: string) => {
      const { place } = changes;
      writerDriver.exec(statement);
      return changes.since(place);
    };
    expect(told(`UPDATE officials SET note = 'x' WHERE id = ${first}`)).toEqual(new Set([first]));
    expect(told(`UPDATE posts SET title = 'y' WHERE official_id = ${second}`)).toEqual(new Set([second]));
    expect(told(`UPDATE posts SET official_id = ${first} WHERE official_id = ${second}`)).toEqual(
      new Set([first, second]),
    );
    expect(told(`DELETE FROM memberships WHERE official_id = ${second}`)).toEqual(new Set([second]));
    expect(told(`DELETE FROM officials WHERE id = ${second}`)).toEqual(new Set([second]));
    expect(told('UPDATE settings SET value = value')).toEqual(new Set());
    expect(told("UPDATE organizations SET name = 'z'")).toBeNull();
  });

  it('is told again from before a transaction that was open meanwhile', async () => {
    const { changes, add, writerDriver } = await watched();
    const { place: before } = changes;
    writerDriver.exec('BEGIN');
    const id = add('An');
    const { place } = changes;
    expect(place).toBe(before);
    writerDriver.exec('COMMIT');
    expect(changes.since(place)).toEqual(new Set([id]));
    expect(changes.since(changes.place)).toEqual(new Set());
  });

  it('is not told one by one when too many changed', async () => {
    const { changes, add, writerDriver } = await watched();
    const id = add('An');
    const { place } = changes;
    for (let run = 0; run < 600; run += 1)
      writerDriver.exec(`UPDATE officials SET note = '${run}' WHERE id = ${id}`);
    expect(changes.since(place)).toBeNull();
    expect(changes.since(changes.place)).toEqual(new Set());
  });
});
