import type { PromptSource, ShortcomingOutcome } from '../../domain/cycle.ts';

export const promptSourceNames = {
  inspection: 'Kiểm tra',
  supervision: 'Giám sát',
  front: 'Mặt trận Tổ quốc và các đoàn thể',
  petition: 'Đơn thư, phản ánh',
  press: 'Báo chí',
  superior: 'Cấp trên gợi ý',
  other: 'Nguồn khác',
} as const satisfies Record<PromptSource, string>;

export const shortcomingOutcomeNames = {
  putRight: 'Đã khắc phục',
  underWay: 'Đang khắc phục',
  notPutRight: 'Chưa khắc phục',
} as const satisfies Record<ShortcomingOutcome, string>;
