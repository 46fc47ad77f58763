import { buildApp } from './setup-app.mjs';
import { ensurePackages } from './setup-packages.mjs';

/** `npm run build [-- part ...]`: builds out/app whether or not something changed. */
export async function act(parts) {
  await ensurePackages();
  await buildApp(parts);
  return 0;
}
