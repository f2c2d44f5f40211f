/**
 * Survivors, by file and as the mutant has the line, and why each may live.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const argued = {
  'src/contract/classifyItrFailure.ts': {
    'const codesOf = () => undefined':
      'the module throws as it loads: no test runs, so none fails, and Stryker takes that for survival',
    'stepsFailed: readonly string[] = ["Stryker was here"],': 'no rule matches it, as none matches nothing',
    'firstMatch(messageRules, words(errorMessage ?? "Stryker was here!")) ??':
      'no rule matches it, as none matches nothing',
  },
  'src/contract/toIsoTime.ts': {
    "const [iso, day = \"Stryker was here!\", , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? []":
      'it is no day either, and no day is real',
    "const [iso, day = '', , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? [\"Stryker was here\"]":
      'what has no day is no time, whatever else it has',
  },
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
