/** The workbook is encrypted: nobody reads it without its password. */
export class EncryptedFileError extends Error {
  override name = 'EncryptedFileError';
}
