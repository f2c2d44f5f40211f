/**
 * Reasons why a surviving mutant is acceptable, by file and mutated line.
 *
 * @type {Readonly<Record<string, Readonly<Record<string, string>>>>}
 */
export const argued = {
  'src/internal/parseJson.ts': {
    '} catch {}': 'a function without a return value returns undefined',
  },
  'src/internal/parseRetryAfter.ts': {
    'const time = toTime(header?.trim() ?? "Stryker was here!", now)':
      'neither text is a time, so both give null',
    "return Date.parse(value.startsWith('GMT') ? value : `${value} GMT`)":
      'V8 reads a date with two zones like a date with one; other engines do not',
  },
  'src/internal/useIsHydrating.ts': {
    'const subscribeToNothing = () => undefined': 'React calls no cleanup if there is none',
  },
  'src/internal/useMergedRefs.ts': {
    'if (false) return undefined': 'a function for two missing refs has no effect, and is slower',
  },
  'src/contract/classifyItrFailure.ts': {
    'stepsFailed: readonly string[] = ["Stryker was here"],':
      'no rule matches this text, as none matches an empty list',
    'findCode(\'messagePattern\', errorMessage ?? "Stryker was here!") ??':
      'no rule matches this text, as none matches an empty one',
  },
  'src/contract/itrStatusSchema.ts': {
    'const stepIds = z.catch(z.unknown(), ["Stryker was here"])':
      '`z.catch` only makes the field optional: `z.unknown()` accepts every value',
  },
  'src/contract/toIsoTime.ts': {
    "const [iso, day = \"Stryker was here!\", , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? []":
      'it is not a real day, as an empty text is not',
    "const [iso, day = '', , , zone] = ISO_8601.exec(text.trim().replace(' ', 'T')) ?? [\"Stryker was here\"]":
      'a text without a day is not a time, whatever else it has',
  },
  'src/transport/logForwardedData.ts': {
    'const isEnvelope = Boolean((payload as { data?: { job_id?: unknown; }; } | null | undefined).data?.job_id)':
      '`logInDevelopment` drops the TypeError, and logs nothing',
    'const text = JSON.stringify(payload, (key, value: unknown) => (key === \'job_id\' ? null : value)) ?? "Stryker was here!"':
      'this text has no PAN and no `doc_id` either',
  },
  'src/polling/ItrJobStatusResult.ts': {
    'error: "",': '`retry` only has to differ from the other triggers',
  },
  'src/polling/pollState.ts': {
    'const reported = Date.parse(job?.updatedAt ?? "Stryker was here!") - Date.parse(job?.createdAt ?? \'\')':
      'neither text is a time, so both give NaN',
    'const reported = Date.parse(job?.updatedAt ?? \'\') - Date.parse(job?.createdAt ?? "Stryker was here!")':
      'neither text is a time, so both give NaN',
    'return reported >= own ? reported : own': 'if the two are equal, either can be returned',
  },
  'src/view/createTranslator.ts': {
    'const locale = [requestedLocale, lang === en.lang ? "" : lang].find(isKnownLocale) ?? \'en-IN\'':
      'an empty locale is unknown, so `en-IN` follows',
    false: '`toLocaleString` of a text returns the text',
    'typeof value === ""': '`toLocaleString` of a text returns the text',
    '} catch {}': 'a function without a return gives undefined, which counts as false',
  },
  'src/view/phaseViews.ts': {
    'getActions: ({ isDelayed }) => (isDelayed ? [\'alternative\'] : ["Stryker was here"]),':
      'there is no action of this name, so none is offered',
    'getActions: () => ["Stryker was here"],': 'there is no action of this name, so none is offered',
    "const getFailure = (job: ItrJobStatusResult['job']): ItrFailureCode => job.failure ?? 'unknown'":
      'a failed result always has a job; the type of `job` does not say so',
    'const status = error.status':
      'the phase `error` always has an error; the type of `error` does not say so',
  },
  'src/view/useItrView.ts': {
    'const [first, setFirst] = useState({})': 'an error then sets the state in the same render',
  },
}
