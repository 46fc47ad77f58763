import IconFileDescription from '@tabler/icons-react/dist/esm/icons/IconFileDescription.mjs';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
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
  /** Closes the open form, asked first when something is unsaved; null as long as it is closed. */
  close: (() => void) | null;
  /** How often it was saved: each save is printed anew. */
  saves: number;
} {
  const mayWrite = useMayWrite();
  const [isOpen, setOpen] = useState(false);
  const [saves, setSaves] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const found = useQuery({
    queryKey: queryKeys.paperParticulars(document),
    queryFn: () => call('papers.particulars', { document }),
    enabled: mayWrite,
  });
  const paper = found.data?.paper ?? null;
  if (paper === null) return { act: null, panel: undefined, close: null, saves };
  const close = () =>
    askBeforeLeaving(() => {
      setOpen(false);
      button.current?.focus();
    });
  return {
    act: (
      <Button ref={button} small aria-expanded={isOpen} onClick={isOpen ? close : () => setOpen(true)}>
        <IconFileDescription size={16} aria-hidden />
        {text.open}
      </Button>
    ),
    panel: isOpen ? (
      <ParticularsForm
        document={document}
        paper={paper}
        onClose={close}
        onSaved={() => setSaves((before) => before + 1)}
      />
    ) : undefined,
    close: isOpen ? close : null,
    saves,
  };
}
