/** The container of an .xls is damaged: a chain of sectors that leads nowhere or in a circle. */
export class DamagedContainerError extends Error {
  override name = 'DamagedContainerError';
}

const HEADER_BYTES = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;
const ENTRY_BYTES = 128;
const SMALL_SECTOR = 64;
const FAT_IN_HEADER = 109;
const STREAM = 2;
const ROOT = 5;

/**
 * One stream of an OLE container (MS-CFB), by its name in the root. Every chain is followed once through each sector
 * at most, so that a made-up file ends in an error and not in an endless reading.
 * @throws DamagedContainerError
 */
export function streamOf(file: Buffer, names: readonly string[]): Buffer | null {
  if (file.length < HEADER_BYTES) throw new DamagedContainerError('no header');
  const sectorBytes = 1 << file.readUInt16LE(30);
  if (sectorBytes !== 512 && sectorBytes !== 4096) throw new DamagedContainerError('sector size');
  const sectors = Math.floor((file.length - HEADER_BYTES + sectorBytes - 1) / sectorBytes);
  const sector = (index: number): Buffer => {
    const start = (index + 1) * sectorBytes;
    if (index < 0 || start >= file.length) throw new DamagedContainerError(`no sector ${index}`);
    return file.subarray(start, start + sectorBytes);
  };

  const fatSectors: number[] = [];
  for (let at = 0; at < FAT_IN_HEADER; at += 1) fatSectors.push(file.readUInt32LE(76 + at * 4));
  let next = file.readUInt32LE(68);
  for (let seen = 0; next < END_OF_CHAIN && next !== FREE; seen += 1) {
    if (seen > sectors) throw new DamagedContainerError('circle');
    const table = sector(next);
    for (let at = 0; at + 8 <= table.length; at += 4) fatSectors.push(table.readUInt32LE(at));
    next = table.length >= sectorBytes ? table.readUInt32LE(sectorBytes - 4) : END_OF_CHAIN;
  }
  const fat = Buffer.concat(
    fatSectors
      .filter((index) => index < END_OF_CHAIN)
      .slice(0, sectors)
      .map(sector),
  );

  const chain = (start: number, table: Buffer, most: number): number[] => {
    const found: number[] = [];
    for (let index = start; index < END_OF_CHAIN; ) {
      if (found.length >= most || index * 4 + 4 > table.length) throw new DamagedContainerError('chain');
      found.push(index);
      index = table.readUInt32LE(index * 4);
    }
    return found;
  };
  const whole = (start: number): Buffer => Buffer.concat(chain(start, fat, sectors).map(sector));

  const directory = whole(file.readUInt32LE(48));
  let root: { start: number; size: number } | null = null;
  const found = new Map<string, { start: number; size: number }>();
  for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
    const nameBytes = directory.readUInt16LE(at + 64);
    const name = directory.toString('utf16le', at, at + Math.max(0, Math.min(62, nameBytes - 2)));
    const place = { start: directory.readUInt32LE(at + 116), size: directory.readUInt32LE(at + 120) };
    if (directory[at + 66] === ROOT) root ??= place;
    // A sheet that is embedded has a "Workbook" of its own further down.
    if (directory[at + 66] === STREAM && !found.has(name)) found.set(name, place);
  }
  const place = names.map((name) => found.get(name)).find((entry) => entry !== undefined);
  if (place === undefined) return null;
  if (place.size >= file.readUInt32LE(56)) return sized(whole(place.start), place.size);

  const small = root === null ? Buffer.alloc(0) : whole(root.start);
  const smallFat = whole(file.readUInt32LE(60));
  const pieces = chain(place.start, smallFat, small.length / SMALL_SECTOR).map((index) =>
    small.subarray(index * SMALL_SECTOR, (index + 1) * SMALL_SECTOR),
  );
  return sized(Buffer.concat(pieces), place.size);
}

function sized(stream: Buffer, size: number): Buffer {
  if (stream.length < size) throw new DamagedContainerError('stream cut off');
  return stream.subarray(0, size);
}
