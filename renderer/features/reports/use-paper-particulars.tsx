import IconFileDescription from '@tabler/icons-react/dist/esm/icons/IconFileDescription.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { DocumentInput } from '../../../db/contract/documents.ts';
import { particularsText as text } from '../../../db/contract/vi/paper-particulars.ts';
import { askBeforeLeaving } from '../../app/router.ts';
import { Button } from '../../components/button.tsx';
import { call } from '../../lib/api.ts';
import { queryKeys } from '../../lib/query-keys.ts';
import { useMayWrite } from '../officials/use-may-write.ts';
import { ParticularsForm } from './particulars-form.tsx';

/** The button "Thông tin văn bản" of a previewed paper and its form beside the pages; null where it has none. */
export function usePaperParticulars(document: DocumentInput): {
  act: ReactNode;
  panel: ReactNode;
  /** How often it was saved: each save is printed anew. */
  saves: number;
} {
  const mayWrite = useMayWrite();
  const [isOpen, setOpen] = useState(false);
  const [saves, setSaves] = useState(0);
  const found = useQuery({
    queryKey: queryKeys.paperParticulars(document),
    queryFn: () => call('papers.particulars', { document }),
    enabled: mayWrite,
  });
  const paper = found.data?.paper ?? null;
  if (paper === null) return { act: null, panel: undefined, saves };
  const toggle = () => askBeforeLeaving(() => setOpen(!isOpen));
  return {
    act: (
      <Button small aria-expanded={isOpen} onClick={toggle}>
        <IconFileDescription size={16} aria-hidden />
        {text.open}
      </Button>
    ),
    panel: isOpen ? (
      <ParticularsForm
        document={document}
        paper={paper}
        onClose={() => askBeforeLeaving(() => setOpen(false))}
        onSaved={() => setSaves((before) => before + 1)}
      />
    ) : undefined,
    saves,
  };
}
