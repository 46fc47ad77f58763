import { loginText } from '../../../db/contract/vi/login.ts';
import { Dialog } from '../../components/dialog.tsx';
import { LoginForm } from './login-form.tsx';
import styles from './start.module.css';

/** Above the page when the session has ended: the page stays as it is, nothing typed is lost. */
export function LoginOverlay({ username }: { username: string }) {
  return (
    <Dialog title={loginText.loginAgainTitle}>
      <p className={styles.text}>{loginText.loginAgainText}</p>
      <LoginForm username={username} />
    </Dialog>
  );
}
