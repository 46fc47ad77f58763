import { type HelpSection, helpText } from '../../db/contract/vi/help.ts';
import styles from './help.module.css';

const sections: readonly HelpSection[] = helpText.sections;

/** The guide, with its contents at the left. The address holds the page, so the contents move by hand. */
export function HelpContent() {
  return (
    <div className={styles.frame}>
      <nav className={styles.contents} aria-label={helpText.contents}>
        <ul>
          {[...sections, { id: 'phim-tat', title: helpText.keysTitle }].map(({ id, title }) => (
            <li key={id}>
              <button type="button" className={styles.link} onClick={() => goToSection(id)}>
                {title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <article className={styles.text}>
        <p className={styles.intro}>{helpText.intro}</p>
        {sections.map(({ id, title, intro, steps, note }) => (
          <section key={id} id={id} tabIndex={-1} className={styles.section}>
            <h2>{title}</h2>
            {intro !== undefined && <p>{intro}</p>}
            <ol>
              {steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
            {note !== undefined && <p className={styles.note}>{note}</p>}
          </section>
        ))}
        <section id="phim-tat" tabIndex={-1} className={styles.section}>
          <h2>{helpText.keysTitle}</h2>
          <div className={styles.keyGroups}>
            {helpText.keyGroups.map((group) => (
              <table key={group.title} className={styles.keys}>
                <caption>{group.title}</caption>
                <tbody>
                  {group.keys.map(([key, meaning]) => (
                    <tr key={key}>
                      <th scope="row">
                        <kbd>{key}</kbd>
                      </th>
                      <td>{meaning}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            ))}
          </div>
        </section>
      </article>
    </div>
  );
}

function goToSection(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}
