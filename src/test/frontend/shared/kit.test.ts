import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const frontend = resolve(import.meta.dirname, '../../../main/frontend');
const read = (file: string) => readFileSync(resolve(frontend, file), 'utf8');

/** The frame around an app is not a part that apps are made of. */
const FRAME = ['Shell'];

it('shows every part that there is', () => {
  const parts = readdirSync(resolve(frontend, 'shared/ui')).flatMap((file) =>
    [...read(`shared/ui/${file}`).matchAll(/^export function ([A-Z]\w*)/gm)].map(([, name = '']) => name),
  );
  const kit = read('kit/kit.tsx');
  expect(parts.length).toBeGreaterThan(15);
  expect(parts.filter((name) => !FRAME.includes(name) && !new RegExp(`<${name}[\\s>]`).test(kit))).toEqual([]);
});
