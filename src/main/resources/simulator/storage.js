/** Telegram's CloudStorage, kept in this browser for each person and bot. */
export function cloudStorage({ bot, person }, { method, params = {} }) {
  const key = `simulator.cloud.${bot.bot}.${person.telegram_id}`;
  const stored = JSON.parse(localStorage.getItem(key) ?? "{}");
  const save = () => localStorage.setItem(key, JSON.stringify(stored));
  switch (method) {
    case "saveStorageValue":
      stored[params.key] = params.value;
      save();
      return { result: true };
    case "getStorageValues":
      return { result: Object.fromEntries([params.keys].flat().map((name) => [name, stored[name] ?? ""])) };
    case "getStorageKeys":
      return { result: Object.keys(stored) };
    case "deleteStorageValues":
      for (const name of [params.keys].flat()) delete stored[name];
      save();
      return { result: true };
    default:
      return { error: "UNSUPPORTED" };
  }
}
