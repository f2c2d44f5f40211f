/**
 * Survivors, by file and as the mutant has the line, and why each may live.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const argued = {
  'src/transport/askItrStatus.ts': {
    '} catch {}': 'a function that ends without a return gives undefined too',
  },
  'src/transport/parseRetryAfter.ts': {
    'const value = header?.trim() ?? "Stryker was here!"': 'neither is a time, so both are null',
  },
  'src/polling/elapsed.ts': {
    'const reported = Date.parse(job?.updatedAt ?? "Stryker was here!") - Date.parse(job?.createdAt ?? \'\')':
      'neither is a time, so both are NaN',
    'const reported = Date.parse(job?.updatedAt ?? \'\') - Date.parse(job?.createdAt ?? "Stryker was here!")':
      'neither is a time, so both are NaN',
    'return reported >= own ? reported : own': 'where they are equal it does not matter which one is given',
  },
}
