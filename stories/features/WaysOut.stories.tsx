import { expect, fn } from 'storybook/test'
import preview from '../../.storybook/preview.ts'
import { ItrStatusError, type ItrFailureCode } from '../../src/index.ts'
import { itrResult } from '../../src/testing/index.ts'
import { Gallery } from '../Gallery.tsx'
import { Picture } from '../Picture.tsx'
import { ResultWidget } from '../ResultWidget.ts'
import { waysOutIn } from '../partIn.ts'
import { usualPlan } from '../plans.ts'

const meta = preview.meta({
  title: 'Features/Ways out',
  parameters: {
    docs: {
      description: {
        component:
          'What the person can do now: each failure with its reason, its remedy and the ways out, the likeliest to help first.',
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
  name: 'Wrong password: start again first, since a new try may help',
  args: failed('invalid_credentials'),
  play: async ({ canvasElement }) => {
    await expect(waysOutIn(canvasElement)).toEqual(['restart', 'alternative'])
  },
})

export const AccountLocked = meta.story({
  name: 'Account locked: documents first, since a new try fails too',
  args: failed('account_locked'),
  play: async ({ canvasElement }) => {
    await expect(waysOutIn(canvasElement)).toEqual(['alternative', 'restart'])
  },
})

export const SecondFactor = meta.story({
  name: 'Second factor required',
  args: failed('second_factor_required'),
})

export const PanNotRegistered = meta.story({ name: 'PAN not registered', args: failed('pan_not_registered') })

export const NoReturnFound = meta.story({ name: 'No return found', args: failed('no_itr_found') })

export const PortalUnavailable = meta.story({
  name: 'Portal unavailable',
  args: failed('portal_unavailable'),
})

export const SessionExpired = meta.story({ name: 'Session expired', args: failed('session_expired') })

export const ConsentDenied = meta.story({ name: 'Consent denied', args: failed('consent_denied') })

export const DocumentsUnreadable = meta.story({ name: 'Documents unreadable', args: failed('report_failed') })

export const UnknownReason = meta.story({ name: 'Unknown reason', args: failed('unknown') })

export const SignedOut = meta.story({
  name: 'Could not ask: signed out',
  args: { result: itrResult('error', { error: new ItrStatusError('http', 'permanent', { status: 401 }) }) },
})

export const NotFound = meta.story({
  name: 'Could not ask: there is no such verification',
  args: { result: itrResult('error', { error: new ItrStatusError('http', 'permanent', { status: 404 }) }) },
})

export const NoUsableAnswer = meta.story({
  name: 'Could not ask: three answers in a row made no sense',
  args: { result: itrResult('error', { error: new ItrStatusError('invalid_response', 'doubtful') }) },
})

export const NothingOffered = meta.story({
  name: 'The host offers no way out',
  args: { ...failed('account_locked'), onRetry: undefined, onRestart: undefined, onAlternative: undefined },
  play: async ({ canvas }) => {
    await expect(canvas.queryByRole('button')).toBeNull()
  },
})

export const ForSupport = meta.story({
  name: 'With details for a support desk',
  args: { ...failed('account_locked'), showDetails: true },
  play: async ({ canvas }) => {
    await expect(canvas.getByText('account_locked')).toBeVisible()
    await expect(canvas.getByText('ABCDE****F')).toBeVisible()
  },
})
