import type {
  DocumentFile,
  DocumentHtml,
  DocumentRequest,
  WordFile,
  WorkbookRequest,
} from '../contract/documents.ts';
import { type LayoutRules, layoutRules } from '../documents/layout-rules.ts';
import type { DocumentBatch, DocumentModel } from '../documents/model.ts';
import { renderBatchDocx, renderDocx } from '../documents/render-docx.ts';
import { renderBatchHtml, renderHtml } from '../documents/render-html.ts';
import { readOffice } from '../records/office.ts';
import { storedParticulars } from '../records/paper-particulars.ts';
import { subjectOf } from '../records/paper-subjects.ts';
import { readSetting } from '../records/settings.ts';
import { type DocumentKind, documentKinds, type WorkbookKind, workbookKinds } from './document-kinds.ts';
import type { CallContext, Handler } from './wrappers.ts';

/** The entry of a request's own kind: TypeScript does not see that the two belong together. */
const kindOf = (input: DocumentRequest) => documentKinds[input.kind] as DocumentKind<DocumentRequest>;
const workbookOf = (input: WorkbookRequest) => workbookKinds[input.kind] as WorkbookKind<WorkbookRequest>;

const isAudited = (input: DocumentRequest): boolean => kindOf(input).isAudited(input);
const documentOf = (context: CallContext, input: DocumentRequest): DocumentModel | DocumentBatch =>
  kindOf(input).document(context, input);

/** The reading of the layout rules that was kept with the paper, else the office's. */
function layoutOf({ connection: { reader } }: CallContext, input: DocumentRequest): LayoutRules {
  const subject = subjectOf(reader, input);
  const kept = subject && storedParticulars(reader, subject)?.particulars.layout;
  return layoutRules[kept ?? readSetting(reader, 'paperLayout').value];
}

/** The printable pages of a document, with the list in front of a batch. */
export const makeHtml: Handler<DocumentRequest, DocumentHtml> = {
  writes: isAudited,
  run(context, input) {
    const made = documentOf(context, input);
    const layout = layoutOf(context, input);
    const { fileName } = made;
    if (!('documents' in made)) {
      const { size, orientation } = made.page;
      return { ...renderHtml(made, layout), list: null, fileName, size, orientation };
    }
    const [first] = made.documents;
    const { size, orientation } = (first ?? made.cover('none')).page;
    return { ...renderBatchHtml(made, layout), fileName, size, orientation };
  },
};

/** The same document for Word. */
export const makeDocx: Handler<DocumentRequest, WordFile> = {
  writes: isAudited,
  async run(context, input) {
    const made = documentOf(context, input);
    const origin = { office: readOffice(context.connection.reader).name };
    const layout = layoutOf(context, input);
    const batch = 'documents' in made;
    const bytes = await (batch ? renderBatchDocx(made, origin, layout) : renderDocx(made, origin, layout));
    return { bytes, fileName: made.fileName, batch };
  },
};

/** The same figures as a workbook. */
export const makeWorkbook: Handler<WorkbookRequest, DocumentFile> = {
  writes: isAudited,
  run: (context, input) => workbookOf(input)(context, input),
};
