import { commonText } from '../../../db/contract/vi/common.ts';
import { loginText } from '../../../db/contract/vi/login.ts';
import { type Session, startSession } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { messageOf } from '../../lib/app-error.ts';
import { FirstRunForm } from './first-run-form.tsx';
import { LoginForm } from './login-form.tsx';
import { Problem } from './problem.tsx';
import styles from './start.module.css';
import { StartHelp } from './start-help.tsx';

type StartSession = Exclude<Session, { phase: 'open' }>;

/** What stands before the workspace: first run, login, or why neither can be. */
export function StartScreen({ session }: { session: StartSession }) {
  return (
    <main className={styles.screen}>
      <div className={styles.card}>
        <h1 className={styles.name}>{commonText.appName}</h1>
        <p className={styles.tagline}>{loginText.tagline}</p>
        <StartContent session={session} />
      </div>
      <StartHelp />
    </main>
  );
}

function StartContent({ session }: { session: StartSession }) {
  switch (session.phase) {
    case 'starting':
      return (
        <p className={styles.text} role="status">
          {loginText.opening}
        </p>
      );
    case 'firstRun':
      return (
        <>
          <h2 className={styles.title}>{loginText.createTitle}</h2>
          <p className={styles.text}>{loginText.createText}</p>
          <FirstRunForm />
          <p className={styles.folder}>{loginText.dataFolder(session.dataFolder)}</p>
        </>
      );
    case 'login':
      return (
        <>
          <h2 className={styles.title}>{session.officeName || loginText.loginTitle}</h2>
          <LoginForm />
        </>
      );
    case 'failed':
      return (
        <div className={styles.form}>
          <h2>{loginText.statusFailed}</h2>
          <Problem text={messageOf(session.error)} />
          <Button onClick={() => startSession()}>{commonText.retry}</Button>
        </div>
      );
  }
}
