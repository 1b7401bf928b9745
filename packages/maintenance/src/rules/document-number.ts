/** A document number such as 自然资发〔2022〕142号: brackets of any kind, a year, a number. */
const DOCUMENT_NUMBER = /[〔[(（]\s*(?:19|20)\d{2}\s*[〕\])）]\s*\d+\s*号/;

/** Whether a text names a document by its number. Whether the document says what it is named for is for people to read. */
export function hasDocumentNumber(text: string | null): boolean {
  return DOCUMENT_NUMBER.test(text ?? '');
}
