/** Differs between builds that differ (scripts/build.mjs). */
declare const __BUILD__: string;

interface Window {
  /** The sign-in that public/start.js has begun, and with what. */
  signingIn?: { initData: string; answer: Promise<Response> };
}
