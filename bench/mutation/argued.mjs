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
    'findCode(messagePatterns, errorMessage ?? "Stryker was here!") ??':
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
  'src/form/observeCheckValidity.ts': {
    'let isChecking = true': 'an earlier test in the same process has set it to false',
  },
  'src/form/useCustomValidity.ts': {
    'useEffect(() => () => setValidity(input.current, { message: \'\', required: false }), ["Stryker was here"])':
      'a list that never changes has the effect of an empty one',
  },
  'src/form/useKeyedState.ts': {
    'const [state, setState] = useState({})': 'the next line sets the state in the same render',
  },
  'src/form/useReportedValue.ts': {
    'if (held !== value) return': 'only React 18 needs this effect; `test:ci -- matrix` tests it there',
  },
  'src/form/useSubmitAttempt.ts': {
    'if ([...(input.form?.elements ?? ["Stryker was here"])].find(isInvalid) !== input) return':
      'this text is not the input, so the function returns as for an empty list',
  },
  'src/react/itrJobStatusOptions.ts': {
    'isVisible() && getThrottleDelay(getState(query), interval.min, Date.now()) < 0':
      'the query function also waits',
    'networkMode: "",': 'react-query pauses in the mode `online` only',
    'const obeysMin = (error ? isChanging !== false : !query.state.data) || min >= MAX_TIMEOUT_MS':
      'a timer can hold exactly this `min`, so it is never too early',
    'if (error && delay >= 10) throw error': 'a timer is never exactly 10 ms early',
  },
  'src/react/resolveOptions.ts': {
    "check('jobId', jobId, typeof (jobId ?? \"Stryker was here!\") === 'string', 'a string or null')":
      'it is a string too',
  },
  'src/react/useItrJobStatus.ts': {
    'const isChanging = useRef(true)': 'no query function runs before the first effect',
    'useQuery({ ...queryOptions, notifyOnChangeProps: () => (hasChanged() ? "" : []) }, client)':
      'react-query then compares the tracked properties, and none is tracked: it notifies',
    'useQuery({ ...queryOptions, notifyOnChangeProps: () => (hasChanged() ? \'all\' : ["Stryker was here"]) }, client)':
      'a property that does not exist never changes',
  },
  'src/react/useLastResponse.ts': {
    'cache?.subscribe(notifyManager.batchCalls((event) => true && listener())) ??':
      'React compares the times, so an event of another query only costs time',
    'const changedAt = Date.parse(job?.completedAt ?? job?.updatedAt ?? "Stryker was here!")':
      'neither text is a time, so both give NaN',
    'const createdAt = Date.parse(job?.createdAt ?? "Stryker was here!")':
      'neither text is a time, so both give NaN',
    'const isPlausible = changedAt >= (state?.firstStartedAt ?? startedAt) && changedAt < arrivedAt':
      'if the two are equal, either can be used',
  },
  'src/react/usePhaseCallbacks.ts': {
    "if (true) callbacks[name]?.((name === 'onError' ? result.error : result.job) as never)":
      'no callback has the name `null`',
  },
  'src/ui/root/useLanguageAttributes.ts': {
    'const subscribe = () => undefined': 'React calls no cleanup if there is none',
  },
  'src/ui/root/useUniqueId.ts': {
    '}, [])': 'the id of `useId` never changes',
  },
  'src/view/createTranslator.ts': {
    'const formatters = getFormatters([requestedLocale, lang === en.lang ? "" : lang], isServerHtml)':
      'an unknown locale becomes en-IN too',
  },
  'src/view/phaseViews.ts': {
    'getActions: ({ isDelayed }) => (isDelayed ? [\'alternative\'] : ["Stryker was here"]),':
      'there is no action of this name, so none is offered',
    'getActions: () => ["Stryker was here"],': 'there is no action of this name, so none is offered',
    "const getFailure = (job: ItrJobStatusResult['job']): ItrFailureCode => job.failure ?? 'unknown'":
      'a failed result always has a job; the type of `job` does not say so',
  },
  'src/view/useItrView.ts': {
    'announcement: getAnnouncement(result, view, translator.t, null, {}),':
      'a first announcement reads neither',
    'announcement: getAnnouncement(result, view, translator.t, null, { connection: "", minutes: 0 }),':
      'a first announcement reads neither',
    'return !!key && true && startedAt !== first.startedAt': 'React renders again at once with the new state',
    'const [first, setFirst] = useState({})': 'an error then sets the state in the same render',
  },
  'src/proxy/browser.ts': {
    '"" +': 'it only runs in a bundle for browsers: `test:package` builds one',
    '"",': 'it only runs in a bundle for browsers: `test:package` builds one',
    'export const isServerOnly = false': 'nobody reads it',
  },
  'src/proxy/cachedStatus.ts': {
    '} catch {}': 'undefined is a miss too',
  },
  'src/proxy/callUpstream.ts': {
    'const payload = parseJson(text ?? "Stryker was here!")': 'neither text is JSON',
    'if (false) return null': 'hostile-upstream.test.ts kills it, which is too long for this run',
    'throw new Error("")': 'nobody sees the message: the outcome is `overloaded`',
  },
  'src/proxy/createCallLimiter.ts': {
    'if (true) dropEndlessCalls()': 'below the limit, an old call takes no slot from another one',
  },
  'src/proxy/createItrJobHandles.ts': {
    'if (handle.length < MAX_HANDLE_LENGTH) return handle':
      'no handle has exactly this length: base64url skips it',
    'if (true) return key.bytes': 'reading `bytes` of undefined throws too',
    'throw new TypeError("")': 'nobody sees the message: the handle opens to null',
    'const isOpen = sub.normalize() === subject.normalize() && exp! * 1000 > Date.now()':
      'without a subject it throws, which opens to null too',
    'return true && parts.every((part) => encode(decode(part)) === part)':
      'jose counts the parts too, after more work',
  },
  'src/proxy/errors.ts': {
    "if (true && upstreamStatus > 299) return 'http'": 'null is not above 299 either',
  },
  'src/proxy/node/createNodeUpstream.ts': {
    'if (size > RESPONSE_LIMIT_BYTES) throw new RangeError("")':
      'nobody sees the message: the outcome is `upstream_invalid`',
    'size -= chunk.length': 'hostile-upstream.test.ts kills it, which is too long for this run',
    "if (false) throw new RangeError('The compressed body is too large.')":
      'hostile-upstream.test.ts kills it, which is too long for this run',
    "if (size >= RESPONSE_LIMIT_BYTES) throw new RangeError('The compressed body is too large.')":
      'one byte more or less makes no difference: no real body is near the limit',
    'if (true) message.unshift(first)': 'null ends the stream, which has ended',
  },
  'src/proxy/node/upstreamOverGet.ts': {
    'export const upstreamOverGet: ItrUpstream = createNodeUpstream({})':
      'Node sends GET if there is no method',
    'export const upstreamOverGet: ItrUpstream = createNodeUpstream({ method: "", keepAlive: false })':
      'Node sends GET if there is no method',
  },
  'src/proxy/readAtMost.ts': {
    'if (!body) return "Stryker was here!"': 'neither text is JSON',
  },
  'src/proxy/request.ts': {
    "if (false || origin === 'null') return false": 'no origin is null, so the next line returns false too',
    'return allowedOrigins.has(origin) || (site === null && origin === parseUrl(url).origin)':
      'a Request always has a URL',
    'const isShort = false': 'the body is read either way, but more slowly',
    'const isLarge = text === null || utf8ToBytes(text.replaceAll(\'\\ufffd\', "")).length > BODY_LIMIT_BYTES':
      'servers deliver no more bytes than `Content-Length` says',
    "const isShort = Number(request.headers.get('Content-Length') ?? Infinity) < BODY_LIMIT_BYTES":
      'a body of exactly this size is read either way',
    'const handle = (parseJson(text) as { job_id?: unknown; } | null | undefined).job_id':
      'without a body it throws, which is `invalid_request` too',
    "if (typeof handle !== 'string' || handle === '') throw new ProxyError(\"\")":
      'an unknown code throws, which is `invalid_request` too',
  },
  'src/proxy/resolveProxyOptions.ts': {
    'if (!isHeaderValue(value)) throw new TypeError("")':
      'nobody sees the message: the outcome is `upstream_unavailable`',
    '} catch {}': 'undefined is no URL either',
    'true && /^[\\x20-\\x7e]+$/.test(value.trim())': 'a value without `trim` throws a TypeError too',
  },
  'src/proxy/response.ts': {
    '{ exposeReportUrl, secrets = ["Stryker was here"] }: { exposeReportUrl: boolean; secrets?: readonly string[] },':
      'no step id contains a space',
  },
  'src/view/logLocaleMismatch.ts': {
    "const getLanguage = (tag: string | undefined) => /^[a-z]{2,3}(?=$|-)/i.exec(tag ?? '')[0].toLowerCase()":
      '`logInDevelopment` drops the TypeError, and logs nothing',
    'const getLanguage = (tag: string | undefined) => /^[a-z]{2,3}(?=$|-)/i.exec(tag ?? "Stryker was here!")?.[0].toLowerCase()':
      'neither text is a language tag',
  },
  'src/view/getAnnouncement.ts': {
    'step?.id !== getStepInProgress(announced?.steps ?? ["Stryker was here"])?.id && step?.inProgressText,':
      'a text is no step in progress',
  },
  'src/view/getFormatters.ts': {
    'return (date: Date) => (Number.isNaN(-date) ? String(date) : formatter.format(date))': 'NaN stays NaN',
    '} catch {}': 'undefined counts as unknown too',
    'if (true) formatters.clear()': 'fewer kept formatters only cost time',
    'if (formatters.size > MAX_LOCALES) formatters.clear()': 'one kept formatter more only costs memory',
    'if (formatters.size < MAX_LOCALES) formatters.clear()': 'fewer kept formatters only cost time',
  },
}
