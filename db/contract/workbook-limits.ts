/** Limits of one reading; each has its clear error. Apart from the schemas, so that the reader starts without zod. */
export const readerLimits = {
  fileBytes: 60 * 1024 * 1024,
  unzippedBytes: 600 * 1024 * 1024,
  cells: 3_000_000,
  seconds: 60,
  memoryMegabytes: 1024,
} as const;
