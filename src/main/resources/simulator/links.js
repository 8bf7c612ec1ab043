/**
 * What an address means inside Telegram: {username, start} for a bot's link, or null for the world outside.
 */
export function botLink(url) {
  let address;
  try {
    address = new URL(url, location.origin);
  } catch {
    return null;
  }
  if (address.protocol === "tg:" && address.host === "resolve") {
    return { username: address.searchParams.get("domain") ?? "", start: address.searchParams.get("start") ?? "" };
  }
  const path = address.hostname === "t.me" ? address.pathname : address.pathname.match(/^\/simulator\/t\.me(\/.*)$/)?.[1];
  const username = path?.match(/^\/([A-Za-z0-9_]{4,32})\/?$/)?.[1];
  return username ? { username, start: address.searchParams.get("start") ?? "" } : null;
}

/** Opens a page in a tab of its own; anything but the web stays closed. */
export function openTab(url) {
  if (/^https?:\/\//i.test(url)) window.open(url, "_blank", "noopener,noreferrer");
}
