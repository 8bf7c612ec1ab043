import type { Http } from './http';
import type { Calls } from './schema';
import type { Page } from './types';

type Params<C extends keyof Calls> = Calls[C]['params'];
type Body<C extends keyof Calls> = Calls[C]['body'];
type Answer<C extends keyof Calls> = Calls[C]['answer'];
type Method<C> = C extends `${infer M extends 'GET' | 'POST' | 'PUT' | 'DELETE'} ${string}` ? M : never;

type Read = Extract<keyof Calls, `GET ${string}`>;
type Write = Exclude<keyof Calls, Read>;
type List = { [C in Read]: Answer<C> extends Page<unknown> ? C : never }[Read];
type Item<C extends List> = Answer<C> extends Page<infer T> ? T : never;

/**
 * Calls by the names they have in the API's description, with what belongs to each: a wrong path, parameter or body does
 * not compile.
 */
export class NamedCalls {
  constructor(private readonly http: Http) {}

  read<C extends Read>(call: C, params: Params<C>): Promise<Answer<C>> {
    return this.http.get(address(call, params));
  }

  write<C extends Write>(call: C, params: Params<C>, body: Body<C>): Promise<Answer<C>> {
    const method = call.slice(0, call.indexOf(' ')) as Exclude<Method<Write>, 'GET'>;
    return this.http.write(method, address(call, params), body);
  }

  async readAll<C extends List>(call: C, params: Params<C>): Promise<Item<C>[]> {
    const items: Item<C>[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<Item<C>> = await this.http.get(address(call, { limit: 200, ...params, cursor }));
      items.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor);
    return items;
  }
}

/** Fills the path's places; what has none of them is the query's. */
function address(call: string, params: object): string {
  const query = new URLSearchParams();
  let path = call.slice(call.indexOf(' ') + 1);
  for (const [name, value] of Object.entries(params)) {
    if (value === undefined || value === null) continue;
    const place = `{${name}}`;
    if (path.includes(place)) path = path.replace(place, encodeURIComponent(value));
    else query.set(name, String(value));
  }
  const asked = query.toString();
  return asked ? `${path}?${asked}` : path;
}
