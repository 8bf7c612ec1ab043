import { ApiError } from '../api/http';
import { common } from './common';

/** Every error as a sentence: the server's own where it gave one. */
export function sentence(error: unknown, kind: 'read' | 'write' = 'read'): string {
  if (!(error instanceof ApiError)) return common().unexpected;
  if (error.code === 'offline') return kind === 'write' ? common().offlineWrite : common().offlineNothing;
  return error.fields[0]?.message || error.detail || common().unexpected;
}
