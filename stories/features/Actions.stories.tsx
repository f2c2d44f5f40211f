import { expect, fn, waitFor } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrStatusError, type ItrFailureCode } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { Picture } from '../Picture.tsx'
import { AfterRetry } from './AfterRetry.tsx'
import { ResultWidget } from '../ResultWidget.ts'
import { dictionaryOf } from '../languages.ts'
import { actionsIn, partIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Actions',
  parameters: {
    docs: {
      description: {
        component:
          'What the person can do: each failure with its reason, its remedy and its actions, most helpful first.',
      },
    },
  },
  component: ResultWidget,
  args: { onRetry: fn(), onRestart: fn(), onAlternative: fn() },
})

const failed = (failure: ItrFailureCode) => ({ result: itrResult('failed', { failure }), steps: usualPlan })

const failures = {
  invalid_credentials: 'Wrong password',
  account_locked: 'Account locked',
  second_factor_required: 'Second factor required',
  pan_not_registered: 'PAN not registered',
  no_itr_found: 'No return found',
  portal_unavailable: 'Portal unavailable',
  session_expired: 'Session expired',
  consent_denied: 'Consent denied',
  report_failed: 'Documents unreadable',
  unknown: 'Unknown reason',
} satisfies Record<ItrFailureCode, string>

export const AllFailures = meta.story({
  name: 'All failures, each with its remedy',
  globals: { width: '100%' },
  render: (args) => (
    <Gallery width="22rem">
      {Object.entries(failures).map(([failure, caption]) => (
        <Picture key={failure} caption={caption}>
          <ResultWidget {...args} result={itrResult('failed', { failure: failure as ItrFailureCode })} />
        </Picture>
      ))}
    </Gallery>
  ),
})

export const WrongPassword = meta.story({
  name: 'Wrong password: "Start again" comes first, because another try can help',
  args: failed('invalid_credentials'),
  play: async ({ canvasElement }) => {
    await expect(actionsIn(canvasElement)).toEqual(['restart', 'alternative', 'portal'])
  },
})

export const AccountLocked = meta.story({
  name: 'Account locked: documents come first, because another try fails too',
  args: failed('account_locked'),
  play: async ({ canvasElement }) => {
    await expect(actionsIn(canvasElement)).toEqual(['alternative', 'restart', 'portal'])
  },
})

/** The link comes last: for failures that the person can mend on the e-filing portal. It opens a new tab. */
export const PortalLink = meta.story({
  name: 'PAN not registered: link to the e-filing portal',
  args: { ...failed('pan_not_registered'), portalHref: 'https://portal.example/register' },
  play: async ({ canvas }) => {
    await expect(canvas.getByRole('link')).toHaveAttribute('href', 'https://portal.example/register')
  },
})

export const NoPortalLink = meta.story({
  name: 'PAN not registered: no link to the e-filing portal',
  args: { ...failed('pan_not_registered'), portalHref: null },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('link')).toBeNull()
  },
})

export const SecondFactor = meta.story({
  name: 'Second factor required',
  args: failed('second_factor_required'),
})

export const NoReturnFound = meta.story({ name: 'No return found', args: failed('no_itr_found') })

export const PortalUnavailable = meta.story({
  name: 'Portal unavailable',
  args: failed('portal_unavailable'),
})

export const SessionExpired = meta.story({ name: 'Session expired', args: failed('session_expired') })

export const ConsentDenied = meta.story({ name: 'Consent denied', args: failed('consent_denied') })

export const DocumentsUnreadable = meta.story({ name: 'Documents unreadable', args: failed('report_failed') })

export const UnknownReason = meta.story({ name: 'Unknown reason', args: failed('unknown') })

export const LoggedOut = meta.story({
  name: 'Status not checked: logged out (401)',
  args: { result: itrResult('error', { error: new ItrStatusError('http', 'permanent', { status: 401 }) }) },
})

/** "Check again" was pressed and the response is a 404 once more. The text says that it was tried again. */
export const NotFoundAgain = meta.story({
  name: 'Status not checked: not found (404) for the second time',
  render: (args) => <AfterRetry {...args} result={itrResult('error')} />,
  play: async ({ canvasElement, globals, userEvent }) => {
    const { body } = dictionaryOf(String(globals.locale))
    await expect(partIn(canvasElement, 'message')).not.toHaveTextContent(body.repeated)
    await userEvent.click(partIn(canvasElement, 'retry'))
    await waitFor(() => expect(partIn(canvasElement, 'message')).toHaveTextContent(body.repeated))
  },
})

export const NoUsableResponse = meta.story({
  name: 'Status not checked: three unusable responses in a row',
  args: { result: itrResult('error', { error: new ItrStatusError('invalid_response', 'doubtful') }) },
})

export const NothingOffered = meta.story({
  name: 'No actions: the host passed no handlers',
  args: {
    ...failed('account_locked'),
    onRetry: undefined,
    onRestart: undefined,
    onAlternative: undefined,
    portalHref: null,
  },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})

export const ForSupport = meta.story({
  name: 'Details for a support desk',
  args: { ...failed('account_locked'), showDetails: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('account_locked')).toBeVisible()
    await expect(canvas.getByText('ABCDE****F')).toBeVisible()
  },
})
