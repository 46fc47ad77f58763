import { AppError } from '../contract/errors.ts';
import type { MethodName } from '../contract/method-list.ts';
import type { MethodInput, MethodOutput } from '../contract/methods.ts';
import { DEFAULT_USERNAME } from '../contract/office.ts';
import { cliText } from '../contract/vi/cli.ts';
import { Service } from './service.ts';

/** The command line was used wrongly: exit 2 with the usage. */
export class WrongUse extends Error {}

export interface CliValues {
  commit?: boolean | undefined;
  sensitive?: boolean | undefined;
  data?: string | undefined;
  office?: string | undefined;
  kind?: string | undefined;
  year?: string | undefined;
  sheet?: string | undefined;
  out?: string | undefined;
  members?: string | undefined;
  years?: string | undefined;
  seed?: string | undefined;
  'people-only'?: boolean | undefined;
  unit?: string | undefined;
  quarter?: string | undefined;
  groups?: string | undefined;
  person?: string | undefined;
  compare?: boolean | undefined;
  public?: boolean | undefined;
}
export interface Answer {
  json: unknown;
  text: string;
}
export type Command = (positionals: string[], values: CliValues) => Promise<Answer>;

export function required(
  values: CliValues,
  name: 'data' | 'office' | 'kind' | 'year' | 'out' | 'members' | 'years' | 'person',
): string {
  const value = values[name];
  if (value === undefined || value === '') throw new WrongUse(cliText.missingOption(name));
  return value;
}

export function numberOf(text: string, name: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new WrongUse(cliText.badNumber(name));
  return value;
}

export function oneOf<T extends string>(text: string, name: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === text);
  if (found === undefined) throw new WrongUse(cliText.badChoice(name, choices));
  return found;
}

export const password = (): string => {
  const value = process.env.TUDUONG_PASSWORD;
  if (!value) throw new AppError('PASSWORD_NOT_GIVEN', { params: { variable: 'TUDUONG_PASSWORD' } });
  return value;
};
export const username = (): string => process.env.TUDUONG_USER || DEFAULT_USERNAME;

/** Typed calls of one session. */
export type Call = <M extends MethodName>(method: M, input: MethodInput<M>) => Promise<MethodOutput<M>>;

export async function withService<T>(dataFolder: string, work: (service: Service) => Promise<T>): Promise<T> {
  const service = new Service(dataFolder);
  try {
    return await work(service);
  } finally {
    await service.close();
  }
}

export const callsOf = (service: Service, token: string | null): Call => {
  // The service answers with the output type of the method; the wire itself is untyped.
  return (async (method, input) => service.call(token, method, input)) as Call;
};

export const loggedIn = <T>(dataFolder: string, work: (call: Call) => Promise<T>): Promise<T> =>
  withService(dataFolder, async (service) => {
    const session = await callsOf(service, null)('auth.login', {
      username: username(),
      password: password(),
    });
    return work(callsOf(service, session.token));
  });

/** What the reader understood, unchecked: whoever uses it parses it, and only once. */
