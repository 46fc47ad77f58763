import { describe, expect, it } from 'vitest';
import { placeDateLine } from '../../db/documents/place-date.ts';

const pad = (value: number) => String(value).padStart(2, '0');

describe('the place-date line', () => {
  it('puts a zero before every day below 10 and before months 1 and 2 only', () => {
    const months = ['01', '02', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'];
    const days = ['01', '02', '03', '04', '05', '06', '07', '08', '09'];
    for (let day = 10; day <= 28; day += 1) days.push(String(day));
    months.forEach((month, m) => {
      days.forEach((day, d) => {
        expect(placeDateLine('Sông Mây', `2025-${pad(m + 1)}-${pad(d + 1)}`)).toBe(
          `Sông Mây, ngày ${day} tháng ${month} năm 2025`,
        );
      });
    });
    expect(placeDateLine('Sông Mây', '2024-02-29')).toBe('Sông Mây, ngày 29 tháng 02 năm 2024');
    expect(placeDateLine('Sông Mây', '2025-10-31')).toBe('Sông Mây, ngày 31 tháng 10 năm 2025');
  });

  it('leaves room for the pen where the office has no place name', () => {
    expect(placeDateLine('', '2025-12-05')).toMatch(/^\.{10,}, ngày 05 tháng 12 năm 2025$/);
  });

  it.each(['2025', '2025-12', '2025-02-30', ''])('refuses %j, which is no whole day', (day) => {
    expect(() => placeDateLine('Sông Mây', day)).toThrow('whole day');
  });
});
