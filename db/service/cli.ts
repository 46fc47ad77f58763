import { parseArgs } from 'node:util';
import { AppError } from '../contract/errors.ts';
import { cliText } from '../contract/vi/cli.ts';
import { errorMessage, fieldErrorMessage } from '../contract/vi/errors.ts';
import { commands } from './cli-commands.ts';
import { type Command, WrongUse } from './cli-common.ts';

/**
 * The command line: the methods of the data service without a window.
 * Exit 0: done. Exit 1: refused, an object with `code` and Vietnamese `message`. Exit 2: wrong use.
 */
const options = {
  json: { type: 'boolean' },
  commit: { type: 'boolean' },
  sensitive: { type: 'boolean' },
  data: { type: 'string' },
  office: { type: 'string' },
  kind: { type: 'string' },
  year: { type: 'string' },
  sheet: { type: 'string' },
  out: { type: 'string' },
  members: { type: 'string' },
  years: { type: 'string' },
  seed: { type: 'string' },
  'people-only': { type: 'boolean' },
  unit: { type: 'string' },
  quarter: { type: 'string' },
  groups: { type: 'string' },
  person: { type: 'string' },
  compare: { type: 'boolean' },
  public: { type: 'boolean' },
} as const;

async function run(argv: string[]): Promise<number> {
  let json = argv.includes('--json');
  try {
    const { values, positionals } = parse(argv);
    json = values.json ?? false;
    const [name = '', ...rest] = positionals;
    const command: Command | undefined = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (!command) throw new WrongUse(cliText.unknownCommand(name));
    const { json: answer, text } = await command(rest, values);
    await print(process.stdout, json ? JSON.stringify(answer, null, 2) : text);
    return 0;
  } catch (error) {
    if (error instanceof WrongUse) {
      await print(process.stderr, `${cliText.wrongUse(error.message)}\n${cliText.usage}`);
      return 2;
    }
    const refused =
      error instanceof AppError ? error : new AppError('INTERNAL', { cause: error, reference: 'CLI' });
    if (!(error instanceof AppError))
      await print(process.stderr, error instanceof Error ? String(error.stack) : String(error));
    const { code, params, fieldErrors } = refused;
    // There are no fields to mark here: each fault is named after the sentence.
    const faults = Object.entries(fieldErrors).map(
      ([field, fault]) => `${field}: ${fieldErrorMessage(fault, params)}`,
    );
    const message = [errorMessage(refused), ...faults].join(' ');
    if (json) await print(process.stdout, JSON.stringify({ code, message, params, fieldErrors }, null, 2));
    else await print(process.stderr, message);
    return 1;
  }
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

// A reader that has seen enough (`| head`) closes the pipe: that ends the program, it is no fault.
process.stdout.on('error', () => process.exit(0));

/** Waits for the pipe to take all of it: an exit right after a write cuts long answers. */
const print = (stream: NodeJS.WriteStream, text: string): Promise<void> =>
  new Promise((resolve) => stream.write(`${text}\n`, () => resolve()));

void run(process.argv.slice(2)).then((code) => process.exit(code));
