/** The part of workerd's own module that test/runtimes/worker.ts uses. */
declare module 'cloudflare:workers' {
  export const env: { baseUrl: string; auditUrl: string }
  export function waitUntil(work: Promise<unknown>): void
}
