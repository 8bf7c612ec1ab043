/** Differs between builds that differ (scripts/build.mjs). */
declare const __BUILD__: string;
