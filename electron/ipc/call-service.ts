import type { MethodName } from '../../db/contract/method-list.ts';
import { type MethodInput, type MethodOutput, methods } from '../../db/contract/methods.ts';
import type { DesktopContext } from './desktop-context.ts';

/** Calls the data service for an act of the desktop, in the session of its window, and parses the answer. */
export async function callService<M extends MethodName>(
  { service, session, signal, onProgress }: DesktopContext,
  method: M,
  input: MethodInput<M>,
): Promise<MethodOutput<M>> {
  const output = await service.call(method, input, { token: session.token(), signal, onProgress });
  return methods[method].output.parse(output) as MethodOutput<M>;
}
