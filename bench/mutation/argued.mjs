/**
 * Reasons why a surviving mutant is acceptable, by file and mutated line.
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
  'src/proxy/cachedStatus.ts': {
    '} catch {}': 'a function without a return gives undefined, which is no status either',
  },
  'src/proxy/callUpstream.ts': {
    'return parseBody(response.status, false ? undefined : parseJson(text), job, {':
      'parseJson(null) gives null, which is no status either',
    'if (!isHeaderValue(value)) throw new TypeError("")':
      'the error is caught in the same file; its message is for a debugger',
  },
  'src/proxy/createItrJobHandles.ts': {
    'if (handle.length < MAX_HANDLE_LENGTH) return handle':
      'no handle has this length: base64url and the dots give 4082 and 4084',
    'if (true) return key.bytes': 'undefined.bytes throws like the next line, and every error gives null',
    'throw new TypeError("")': 'every error gives null; the message is for a debugger',
  },
  'src/proxy/createItrStatusProxy.ts': {
    "return true && id.trim() !== '' ? identifyJob(id) : null":
      'a value that is no string has no trim or no hash, and an error denies access',
    '} catch {}': 'a function without a return gives undefined, which denies access too',
  },
  'src/proxy/request.ts': {
    '} catch {}': 'a function without a return gives undefined, which is no origin either',
  },
  'src/proxy/response.ts': {
    '{ exposeReportUrl, secrets = ["Stryker was here"] }: { exposeReportUrl: boolean; secrets?: readonly string[] },':
      'a step with a blank is never sent, so none contains it',
  },
  'src/proxy/resolveProxyOptions.ts': {
    '} catch {}': 'a function without a return gives undefined, which is no URL either',
  },
  'src/proxy/node/upstreamOverGet.ts': {
    'method: "",': 'node:http sends a GET without a method; the line is for the reader',
  },
  'src/contract/parseItrJob.ts': {
    'const data = true ? answer.safeParse(fields).data : undefined':
      'what is no object fails the schema too; it is left out for the time that this takes',
  },
  'src/contract/toIsoTime.ts': {
    "const [iso, day = \"Stryker was here!\", , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? []":
      'it is no day either, and no day is real',
    "const [iso, day = '', , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? [\"Stryker was here\"]":
      'what has no day is no time, whatever else it has',
  },
  'src/transport/fetchItrStatus.ts': {
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
