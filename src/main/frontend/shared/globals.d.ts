/** Differs between builds that differ (scripts/build.mjs). */
declare const __BUILD__: string;

interface Window {
  /** The sign-in that public/sign-in.js has begun, and with what. */
  signingIn?: { initData: string; answer: Promise<Response> };
}
