import { useEffect, useState } from 'preact/hooks';

/** What two clocks may differ by without anybody noticing. */
const UNNOTICED_MS = 60_000;

let ahead = 0;

/**
 * Takes over the service's time from an access token, which says when it was issued: the device's clock may be wrong,
 * and a demo's may have been set to tomorrow.
 */
export function learnTime(accessToken: string): void {
  const issued = issuedAt(accessToken);
  if (issued === undefined) return;
  const difference = issued * 1000 - Date.now();
  ahead = Math.abs(difference) > UNNOTICED_MS ? difference : 0;
}

/** Seconds since 1970, if the token is a JWT that says so. */
function issuedAt(accessToken: string): number | undefined {
  try {
    const payload = accessToken.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/');
    return payload ? JSON.parse(atob(payload)).iat : undefined;
  } catch {
    return undefined;
  }
}

export function present(): Date {
  return new Date(Date.now() + ahead);
}

/** The present, kept to the minute while it is on the screen. */
export function useNow(): Date {
  const [now, setNow] = useState(present);
  useEffect(() => {
    const timer = setInterval(() => setNow(present()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
