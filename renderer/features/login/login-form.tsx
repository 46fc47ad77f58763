import { type FormEvent, useRef, useState } from 'react';
import { DEFAULT_USERNAME } from '../../../db/contract/login-rules.ts';
import { fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { loginText } from '../../../db/contract/vi/login.ts';
import { login } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { messageOf } from '../../lib/app-error.ts';
import { Problem } from './problem.tsx';
import styles from './start.module.css';

export function LoginForm({ username: known = DEFAULT_USERNAME }: { username?: string }) {
  const [username, setUsername] = useState(known);
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const passwordRef = useRef<HTMLInputElement>(null);
  const required = fieldErrorMessage('REQUIRED');

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (busy || username.trim() === '' || password === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await login(username, password);
    } catch (error) {
      setProblem(messageOf(error));
      setBusy(false);
      passwordRef.current?.focus();
      passwordRef.current?.select();
    }
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={loginText.username}
        value={username}
        onChange={(event) => setUsername(event.target.value)}
        error={tried && username.trim() === '' ? required : undefined}
      />
      <PasswordField
        ref={passwordRef}
        label={loginText.password}
        autoFocus
        // In a dialog, which gives the focus to its first field by itself.
        data-first-focus
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={tried && password === '' ? required : undefined}
      />
      {problem !== null && <Problem text={problem} />}
      <Button type="submit" variant="primary" disabled={busy}>
        {busy ? loginText.loggingIn : loginText.login}
      </Button>
    </form>
  );
}
