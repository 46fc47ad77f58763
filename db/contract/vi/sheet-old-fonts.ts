/**
 * Letters of the encodings before Unicode. In the fonts of TCVN 5712 (VN3, "ABC") one byte is one letter; in VNI a
 * letter with its tone is a letter and a byte behind it. The keys are the bytes as Windows-1252 shows them.
 */
const tcvn3Pairs =
  '¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ ¨ă ©â ªê «ô ¬ơ \u00adư ®đ µà ¶ả ·ã ¸á ¹ạ »ằ ¼ẳ ½ẵ ¾ắ Æặ Çầ Èẩ Éẫ Êấ Ëậ Ìè Îẻ Ïẽ Ðé Ñẹ Òề Óể Ôễ Õế Öệ ×ì Øỉ Üĩ Ýí Þị ' +
  'ßò áỏ âõ ãó äọ åồ æổ çỗ èố éộ êờ ëở ìỡ íớ îợ ïù ñủ òũ óú ôụ õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ';
export const tcvn3Letters: ReadonlyMap<string, string> = new Map(
  tcvn3Pairs.split(' ').map((pair) => [pair.charAt(0), pair.slice(1).normalize('NFC')]),
);

/** Letters of VNI that are one byte. */
const vniSingles = 'ñđ ôơ öư íí ìì æỉ óĩ òị îỵ';
/** Bytes behind a letter, and the marks that they put on it. */
const vniMarks = [
  ['aeouyôö', 'ù\u0301 ø\u0300 û\u0309 õ\u0303 ï\u0323'],
  ['aeo', 'â\u0302 á\u0302\u0301 à\u0302\u0300 å\u0302\u0309 ã\u0302\u0303 ä\u0302\u0323'],
  ['a', 'ê\u0306 é\u0306\u0301 è\u0306\u0300 ú\u0306\u0309 ü\u0306\u0303 ë\u0306\u0323'],
] as const;

function vniTable(): Map<string, string> {
  const singles = vniSingles.split(' ').map((pair) => [pair.charAt(0), pair.slice(1)] as const);
  const baseOf = new Map(singles);
  const table = new Map<string, string>(singles);
  for (const [letters, marks] of vniMarks) {
    for (const letter of letters) {
      for (const mark of marks.split(' ')) {
        const marked = (baseOf.get(letter) ?? letter) + mark.slice(1);
        table.set(letter + mark.charAt(0), marked.normalize('NFC'));
      }
    }
  }
  // A capital may have its mark in either case.
  for (const [bytes, letter] of [...table]) {
    const [first = '', second = ''] = bytes;
    const upper = letter.normalize('NFC').toUpperCase();
    table.set(first.toUpperCase() + second, upper);
    table.set(first.toUpperCase() + second.toUpperCase(), upper);
    table.set(bytes, letter.normalize('NFC'));
  }
  return table;
}
/** One or two bytes -> a letter. */
export const vniLetters: ReadonlyMap<string, string> = vniTable();

/** Where Windows-1258, whose tones are marks behind their letter, differs from Windows-1252. */
export const windows1258: ReadonlyMap<number, string> = new Map([
  [0xc3, 'Ă'],
  [0xcc, '\u0300'],
  [0xd0, 'Đ'],
  [0xd2, '\u0309'],
  [0xd5, 'Ơ'],
  [0xdd, 'Ư'],
  [0xde, '\u0303'],
  [0xe3, 'ă'],
  [0xec, '\u0301'],
  [0xf0, 'đ'],
  [0xf2, '\u0323'],
  [0xf5, 'ơ'],
  [0xfd, 'ư'],
  [0xfe, '₫'],
]);

/** Parts of a Vietnamese syllable without its tone, by which text in a wrong encoding is known. */
export const syllableParts = {
  starts: 'b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x',
  vowels:
    'a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iu iê yê oa oă oe oi oo ôi ơi ua uâ uê ui uo uô uơ uy ưa ưi ươ ưu ' +
    'iêu yêu oai oao oay oeo uao uây uôi uya uyê uyu ươi ươu uêu',
  ends: 'c ch m n ng nh p t',
} as const;
