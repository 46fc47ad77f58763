import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs';
import { reviewsText as text } from '../../../db/contract/vi/reviews.ts';
import { Button } from '../../components/button.tsx';

export const BackButton = ({ onBack, label = text.back }: { onBack: () => void; label?: string }) => (
  <Button small onClick={onBack}>
    <IconArrowLeft size={16} aria-hidden />
    {label}
  </Button>
);
