import { language } from "./texts.js";

/** A refusal of the service, with a sentence for the person. */
export class Problem extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

async function request(path, options = {}) {
  const response = await fetch(`/simulator/api${path}`, {
    ...options,
    headers: { "Accept-Language": language(), ...(options.body ? { "Content-Type": "application/json" } : {}) },
  });
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) throw new Problem(response.status, json?.detail ?? `HTTP ${response.status}`);
  return json;
}

const post = (path, body) => request(path, { method: "POST", body: JSON.stringify(body ?? {}) });
const remove = (path) => request(path, { method: "DELETE" });
const chatPath = (bot, person) => `/chats/${bot}/${person}`;

export const api = {
  texts: (wanted) => request(`/texts/${wanted}`),
  bots: async () => (await request("/bots")).items,
  people: async () => (await request("/people")).items,
  register: (person) => post("/people", person),
  chats: (person, known, wait, signal) =>
    request(`/people/${person}/chats?known=${encodeURIComponent(known)}&wait=${wait}`, { signal }),
  messages: (bot, person, after) => request(`${chatPath(bot, person)}/messages?after=${after}`),
  say: (bot, person, text) => post(`${chatPath(bot, person)}/messages`, { text }),
  contact: (bot, person, contact) => post(`${chatPath(bot, person)}/contact`, contact),
  sticker: (bot, person) => post(`${chatPath(bot, person)}/sticker`),
  location: (bot, person) => post(`${chatPath(bot, person)}/location`),
  press: (bot, person, messageId, data) => post(`${chatPath(bot, person)}/press`, { message_id: messageId, data }),
  block: (bot, person, blocked) => post(`${chatPath(bot, person)}/block`, { blocked }),
  read: (bot, person, messageId) => post(`${chatPath(bot, person)}/read`, { message_id: messageId }),
  state: () => request("/state"),
  travel: (where) => post("/clock", where),
  backToRealTime: () => remove("/clock"),
  methods: async () => (await request("/methods")).items,
  faults: async () => (await request("/faults")).items,
  addFault: (fault) => post("/faults", fault),
  removeFault: (id) => remove(`/faults/${id}`),
  removeFaults: () => remove("/faults"),
  calls: (search) => request(`/calls?${new URLSearchParams(search)}`),
  forgetCalls: () => remove("/calls"),
  miniApp: (bot, person, url) => post(`${chatPath(bot, person)}/mini-app`, { url }),
};
