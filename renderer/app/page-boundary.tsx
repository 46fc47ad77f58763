import IconAlertTriangle from '@tabler/icons-react/dist/esm/icons/IconAlertTriangle.mjs';
import { Component, type ReactNode } from 'react';
import { commonText } from '../../db/contract/vi/common.ts';
import { Button } from '../components/button.tsx';
import { EmptyState } from '../components/state.tsx';

/** A fault in one page leaves the frame, and the way to the other pages, standing. */
export class PageBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <EmptyState
        icon={IconAlertTriangle}
        title={commonText.pageBroken}
        actions={<Button onClick={() => location.reload()}>{commonText.reopenPage}</Button>}
      >
        {commonText.pageBrokenText}
      </EmptyState>
    );
  }
}
