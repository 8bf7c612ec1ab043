/** Differs between builds that differ (scripts/build.mjs). */
declare const __BUILD__: string;

/** What public/start.js has begun, and with what. */
interface Begun {
  initData: string;
  /** To the sign-in. */
  answer: Promise<Response>;
  /** What the first screen reads; never fails. */
  firstRead: Promise<FirstRead | undefined>;
}

interface FirstRead {
  path: string;
  answer: Promise<Response>;
  /** When it is too old to be shown as new: epoch milliseconds. */
  until: number;
}

interface Window {
  signingIn?: Begun;
}
