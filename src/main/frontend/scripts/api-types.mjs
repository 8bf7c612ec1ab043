// Writes shared/api/schema.d.ts from docs/openapi.json: every call with its parameters, body and answer, every shape by
// its name there. `npm run check` runs it before the compiler, so an app that asks for what the service no longer has,
// or reads what it no longer says, fails the build. Made here in a page of code, because openapi-typescript wants the
// compiler's API, which TypeScript 7 has no more.
import { readFileSync, writeFileSync } from 'node:fs';

const { paths, components } = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url)));

/** `off|extra`: a pattern that is nothing but a choice of words. */
const CHOICE = /^\w+(\|\w+)+$/;

function type(schema) {
  if (!schema) return 'undefined';
  if (schema.$ref) return schema.$ref.split('/').at(-1);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.oneOf) return schema.oneOf.map(type).join(' | ');
  return [schema.type].flat().map(named).join(' | ');

  function named(name) {
    if (name === 'object') return object(schema.properties, schema.required);
    if (name === 'array') return `(${type(schema.items)})[]`;
    if (name === 'integer') return 'number';
    if (name === 'string' && CHOICE.test(schema.pattern)) return schema.pattern.replace(/\w+/g, '"$&"');
    return name ?? 'unknown';
  }
}

function object(properties = {}, required = []) {
  const fields = Object.entries(properties).map(
    ([name, schema]) => `  ${name}${required.includes(name) ? '' : '?'}: ${type(schema)};`,
  );
  return fields.length > 0 ? `{\n${fields.join('\n')}\n}` : 'object';
}

/** Of headers, those that matter are for the client of the API to send. */
function parameters(all = []) {
  const own = all.filter((one) => one.in !== 'header');
  return object(
    Object.fromEntries(own.map((one) => [one.name, one.schema])),
    own.filter((one) => one.required).map((one) => one.name),
  );
}

function call([method, { parameters: given, requestBody, responses }], path) {
  const [answer] = Object.entries(responses)
    .find(([status]) => status.startsWith('2'))
    .slice(1);
  const json = (part) => type(part?.content?.['application/json']?.schema);
  return `  '${method.toUpperCase()} ${path}': {
    params: ${parameters(given)};
    body: ${json(requestBody)};
    answer: ${json(answer)};
  };`;
}

const calls = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map((entry) => call(entry, path.replace('/api/v1', ''))),
);
const shapes = Object.entries(components.schemas).map(([name, schema]) => `export type ${name} = ${type(schema)};`);

writeFileSync(
  new URL('../shared/api/schema.d.ts', import.meta.url),
  `// Made from docs/openapi.json by scripts/api-types.mjs.\n\nexport interface Calls {\n${calls.join('\n')}\n}\n\n${shapes.join('\n\n')}\n`,
);
