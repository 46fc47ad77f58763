/**
 * The parsers of single parts that exceljs 4.4.0 is made of. They carry no types of their own.
 * Why not `Workbook.xlsx.load`: it unzips everything in JavaScript without a limit, builds three models of each cell,
 * turns days into Dates, and fails on comments that these parts never touch.
 */
declare module 'exceljs/lib/xlsx/xform/sheet/worksheet-xform.js' {
  export interface RichRun {
    text?: string;
    font?: { name?: string };
  }
  export interface CellModel {
    address?: string;
    styleId?: number;
    /** `ValueType` of exceljs; 3 is a string, whose value may be an index of the shared strings. */
    type?: number;
    value?: string | number | boolean | { richText?: RichRun[]; error?: string };
    formula?: string;
    shareType?: string;
    result?: string | number | boolean | { error?: string };
  }
  export interface RowModel {
    number: number;
    hidden?: boolean;
    cells: CellModel[];
  }
  export interface CellParser {
    /** The cell's attribute t. */
    t?: string;
    model: CellModel;
    parseClose(name: string): boolean;
  }
  export interface WorksheetModel {
    rows?: RowModel[];
    cols?: { min: number; max: number; hidden?: boolean; width?: number }[];
    mergeCells?: string[];
    headerFooter?: Record<string, string | boolean | undefined>;
  }
  export default class WorksheetXform {
    constructor(options: { ignoreNodes: string[] });
    map: { sheetData: { model?: RowModel[]; childXform: { map: { c: CellParser } } } };
    parseStream(chunks: AsyncIterable<string>): Promise<WorksheetModel | undefined>;
  }
}

declare module 'exceljs/lib/xlsx/xform/strings/shared-strings-xform.js' {
  export default class SharedStringsXform {
    values: (string | { richText?: { text?: string; font?: { name?: string } }[] })[];
    parseStream(chunks: AsyncIterable<string>): Promise<unknown>;
  }
}

declare module 'exceljs/lib/xlsx/xform/style/styles-xform.js' {
  export default class StylesXform {
    model?: {
      numFmts?: { id: number; formatCode: string }[];
      styles?: { numFmtId?: number; fontId?: number; alignment?: { indent?: number } }[];
      fonts?: { name?: string }[];
    };
    parseStream(chunks: AsyncIterable<string>): Promise<unknown>;
  }
}

declare module 'exceljs/lib/xlsx/xform/book/workbook-xform.js' {
  export default class WorkbookXform {
    parseStream(
      chunks: AsyncIterable<string>,
    ): Promise<{ sheets?: { name: string; state?: string; rId: string }[] } | undefined>;
  }
}

declare module 'exceljs/lib/xlsx/xform/core/relationships-xform.js' {
  export default class RelationshipsXform {
    parseStream(
      chunks: AsyncIterable<string>,
    ): Promise<{ Id: string; Type?: string; Target: string; TargetMode?: string }[] | undefined>;
  }
}
