import IconKey from '@tabler/icons-react/dist/esm/icons/IconKey.mjs';
import { type FormEvent, useState } from 'react';
import { DEFAULT_USERNAME, MIN_PASSWORD_LENGTH } from '../../../db/contract/login-rules.ts';
import { errorMessage, fieldErrorMessage } from '../../../db/contract/vi/errors.ts';
import { loginText } from '../../../db/contract/vi/login.ts';
import { createOffice } from '../../app/session.ts';
import { Button } from '../../components/button.tsx';
import { TextField } from '../../components/field.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { toAppError } from '../../lib/app-error.ts';
import { Problem } from './problem.tsx';
import styles from './start.module.css';

interface Fields {
  officeName: string;
  password: string;
  repeated: string;
}
type Problems = Partial<Record<keyof Fields | 'form', string>>;

/** What can be said before the service is asked. */
function check({ officeName, password, repeated }: Fields): Problems {
  const required = fieldErrorMessage('REQUIRED');
  const problems: Problems = {};
  if (officeName.trim() === '') problems.officeName = required;
  if (password === '') problems.password = required;
  else if (password.length < MIN_PASSWORD_LENGTH)
    problems.password = errorMessage({ code: 'WEAK_PASSWORD', params: { min: MIN_PASSWORD_LENGTH } });
  if (repeated !== password) problems.repeated = loginText.passwordsDiffer;
  return problems;
}

/** Letters with marks depend on the Vietnamese keyboard being on, which is easy to forget at the next login. */
const hasMarkedLetters = (text: string) => /[^\p{ASCII}]/u.test(text);

export function FirstRunForm() {
  const [fields, setFields] = useState<Fields>({ officeName: '', password: '', repeated: '' });
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  const set = (name: keyof Fields, value: string) => {
    setFields({ ...fields, [name]: value });
    setProblems({ ...problems, [name]: undefined });
  };

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const found = check(fields);
    setProblems(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    try {
      await createOffice(fields.officeName, fields.password);
    } catch (error) {
      const { code, params, reference, fieldErrors } = toAppError(error);
      const { officeName, password } = fieldErrors;
      if (officeName || password)
        setProblems({
          ...(officeName ? { officeName: fieldErrorMessage(officeName) } : {}),
          ...(password ? { password: fieldErrorMessage(password) } : {}),
        });
      else setProblems({ form: errorMessage({ code, params, reference }) });
      setBusy(false);
    }
  };

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <TextField
        label={loginText.officeName}
        hint={loginText.officeNameHint}
        error={problems.officeName}
        autoFocus
        maxLength={200}
        value={fields.officeName}
        onChange={(event) => set('officeName', event.target.value)}
      />
      <PasswordField
        label={loginText.newPassword}
        hint={
          hasMarkedLetters(fields.password)
            ? loginText.vietnameseKeyboard
            : loginText.newPasswordHint(MIN_PASSWORD_LENGTH)
        }
        error={problems.password}
        value={fields.password}
        onChange={(event) => set('password', event.target.value)}
      />
      <PasswordField
        label={loginText.repeatPassword}
        error={problems.repeated}
        value={fields.repeated}
        onChange={(event) => set('repeated', event.target.value)}
      />
      <p className={styles.warning}>
        <IconKey size={18} aria-hidden />
        <span>
          {loginText.passwordWarning} {loginText.usernameIs(DEFAULT_USERNAME)}.
        </span>
      </p>
      {problems.form !== undefined && <Problem text={problems.form} />}
      <Button type="submit" variant="primary" disabled={busy}>
        {busy ? loginText.creating : loginText.create}
      </Button>
    </form>
  );
}
