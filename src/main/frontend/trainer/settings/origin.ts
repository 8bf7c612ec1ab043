const PATH = '/settings/hours';

/** The path to the working hours that leads back to the page one is on. */
export const hoursFrom = (page: string) => PATH + page;

/** The page that such a path leads back to; the settings for the plain one. */
export const cameFrom = (path: string) => path.slice(PATH.length) || '/settings';
