import type { ReactNode, Ref } from 'react';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** Before the title: the way back to the page that this one stands on. */
  lead?: ReactNode;
  /** Beside the title: counts, buttons of the page. */
  head?: ReactNode;
  children: ReactNode;
  /** The detail panel at the right, when something is open. */
  panel?: ReactNode;
  foot?: ReactNode;
  /** The page without its panel. */
  ref?: Ref<HTMLElement>;
}

/** Every page: a head with its name and acts, its content, its foot, and the detail panel at the right. */
export function Page({ title, lead, head, children, panel, foot, ref }: PageProps) {
  return (
    <div className={styles.page}>
      <section ref={ref} className={styles.main} aria-label={title}>
        <header className={styles.head}>
          {lead}
          <h1 className={styles.title}>{title}</h1>
          {head}
        </header>
        <div className={styles.content}>{children}</div>
        {foot !== undefined && <footer className={styles.foot}>{foot}</footer>}
      </section>
      {panel}
    </div>
  );
}

/** A page that is read from top to bottom: padded and scrolling, not a table. */
export function PageBody({ children }: { children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}
