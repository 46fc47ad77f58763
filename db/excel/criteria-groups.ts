import { foldForSearch } from '../domain/names.ts';
import { type SubjectGroup, subjectGroups } from '../domain/rule-packs.ts';

/** Folded words (y as i). "Không giữ chức vụ lãnh đạo, quản lý" speaks of leaders only to say that they are not meant. */
const withoutPost =
  /(?:khong|khong phai)(?: con)?(?: giu| la| lam| co)?(?: cac| can bo)?(?: chuc vu| chuc danh)?(?: lanh dao)?(?: va)?(?: quan li)?/g;
const isWithoutPost = /khong.*(?:chuc vu|chuc danh|lanh dao|quan li)/;
const outside = /ngoai he thong|khong lam viec trong he thong|mau 2c/;
const collective = /tap the/;
const leader = /lanh dao|quan li/;
const everyone = /^(?:tat ca|chung|moi doi tuong|moi nhom|ca hai)/;

/** The groups that a title, a sheet's name or a cell of the column "Nhóm" speaks of; none where it says nothing. */
export function groupsNamed(text: string): SubjectGroup[] {
  const folded = foldForSearch(text);
  if (everyone.test(folded)) return [...subjectGroups];
  const isOutside = outside.test(folded);
  const rest = folded.replace(/khong lam viec trong he thong chinh tri|ngoai he thong chinh tri/g, '');
  const found = new Set<SubjectGroup>();
  if (isOutside) found.add('outsideSystem');
  if (isWithoutPost.test(rest)) found.add('noPost');
  if (leader.test(rest.replace(withoutPost, ''))) found.add('leader');
  if (collective.test(rest)) found.add('collective');
  return subjectGroups.filter((group) => found.has(group));
}
