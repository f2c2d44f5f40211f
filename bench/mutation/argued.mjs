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
    '} catch {}': 'a function that ends without a return gives undefined, which is no status either',
  },
  'src/proxy/callUpstream.ts': {
    'return judgeBody(response.status, false ? undefined : parseJson(text), job, {':
      'JSON.parse(null) is null, which is no status either',
    'if (!isHeaderValue(value)) throw new TypeError("")':
      'it is caught in the same file and told to nobody; the sentence is for who debugs a vault',
  },
  'src/proxy/createItrJobHandles.ts': {
    'if (handle.length < LONGEST_HANDLE) return handle':
      'no handle has just that length: in base64url and with its dots there are ones of 4082 and 4084',
    'if (true) return key.bytes':
      'undefined.bytes throws as the next line would, and whatever is thrown gives null',
    'throw new TypeError("")': 'whatever is thrown gives null; the sentence is for who debugs',
  },
  'src/proxy/createItrStatusProxy.ts': {
    "return true && id.trim() !== '' ? identifyJob(id) : null":
      'what is no string has no trim or gives no hash, and what is thrown denies',
    '} catch {}': 'a function that ends without a return gives undefined, which denies too',
    'if (false) return':
      'without a function a TypeError is thrown below, and dropped as all is that is thrown there',
  },
  'src/proxy/isTrustedOrigin.ts': {
    '} catch {}': 'a function that ends without a return gives undefined, which no origin is either',
  },
  'src/proxy/parseJson.ts': {
    '} catch {}': 'a function that ends without a return gives undefined too',
  },
  'src/proxy/parseRetryAfter.ts': {
    'const value = header ?? "Stryker was here!"': 'neither is a time, so both are null',
    "const date = Date.parse(value.startsWith('GMT') ? value : `${value} GMT`)":
      'V8 reads a date with GMT twice as one with it once; other engines do not',
  },
  'src/proxy/toPublicStatus.ts': {
    '{ exposeReportUrl, secrets = ["Stryker was here"] }: { exposeReportUrl: boolean; secrets?: readonly string[] },':
      'no step with a blank passes, so none holds it',
  },
  'src/proxy/resolveProxyOptions.ts': {
    '} catch {}': 'a function that ends without a return gives undefined, which is no URL either',
  },
  'src/proxy/node/upstreamOverGet.ts': {
    'method: "",': 'node:http asks with GET where no method is named; it stands there for who reads it',
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
