import {
  ItrProgress,
  type ItrJobStatusResult,
  type ItrProgressBaseProps,
  type ItrProgressHandle,
} from 'itr-progress'
import { createRef } from 'react'
import { expect } from 'vitest'
import { render } from 'vitest-browser-react'
import { cdp, page } from 'vitest/browser'

/** One font family per script, all from Debian's fonts-noto-core, so that pictures do not depend on other installed fonts. */
const families = ['Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Tamil', 'Noto Nastaliq Urdu']

/** The usual plan of the pictures. */
export const steps = ['create_client', 'download_profile', 'download_itr', 'download_26as', 'download_ais']

/** Advice for a picture that differs. */
const ADVICE =
  `The pictures are from Chromium 156 on Debian 12 with fonts-noto-core. This is ${navigator.userAgent}. ` +
  'If the look, the browser or the fonts changed on purpose, run `npm run test:ci -- visual --update`, ' +
  'and check each picture in the diff before you commit it.'

export interface Scene extends ItrProgressBaseProps {
  result: ItrJobStatusResult
  /** Width of the column around the widget, in px. Default: 420. */
  width?: number
  /** Colour scheme of the page. Default: `light`. */
  colorScheme?: 'light' | 'dark'
  /** Font size of the page, in px. Default: 16. */
  fontSize?: number
  /** Emulates forced colors. Default: false. */
  hasForcedColors?: boolean
  /** Submits the form of a required widget. Default: false. */
  isRefused?: boolean
}

/**
 * Renders the widget alone on a page, and compares it with the picture of that name.
 *
 * @throws {Error} with advice if fonts are missing or the picture differs
 */
export async function expectPicture(name: string, scene: Scene): Promise<void> {
  const {
    width = 420,
    colorScheme = 'light',
    fontSize = 16,
    hasForcedColors = false,
    isRefused = false,
    ...props
  } = scene
  const isMissingEach = await Promise.all(families.map(isMissing))
  const missing = families.filter((_, index) => isMissingEach[index])
  if (missing.length > 0)
    throw new Error(
      `These fonts of the pictures are not installed: ${missing.join(', ')}. ` +
        'On Debian, run `apt-get install fonts-noto-core`.',
    )

  await page.viewport(800, 900)
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'forced-colors', value: hasForcedColors ? 'active' : 'none' },
    ],
  })
  // The widget shows times in the browser's zone.
  await cdp().send('Emulation.setTimezoneOverride', { timezoneId: 'UTC' })
  Object.assign(document.documentElement.style, { colorScheme, fontSize: `${fontSize}px` })
  const widget = createRef<ItrProgressHandle>()
  const { container } = await render(
    <div
      style={{
        width,
        padding: 8,
        backgroundColor: hasForcedColors ? 'Canvas' : colorScheme === 'dark' ? '#10141a' : '#f4f6f8',
        fontFamily: families.map((family) => `'${family}'`).join(),
      }}
    >
      <ItrProgress
        ref={widget}
        onRetry={() => {}}
        onRestart={() => {}}
        onAlternative={() => {}}
        required={isRefused}
        {...props}
      />
    </div>,
  )
  const picture = container.firstElementChild as HTMLElement
  if (picture.offsetHeight > 900)
    throw new Error(`${name} is ${picture.offsetHeight} px tall. Expected at most the window's 900 px.`)
  if (isRefused) {
    widget.current!.reportValidity()
    await expect.poll(() => picture.querySelector('[data-invalid]')).not.toBeNull()
  }
  try {
    await expect(picture).toMatchScreenshot(name, {
      screenshotOptions: { scale: 'css' },
      // The comparison ignores the edges of letters. A missing mark is about a dozen pixels.
      comparatorOptions: { allowedMismatchedPixels: 5 },
    })
  } catch (error) {
    if (error instanceof Error) error.message += `\n\n${ADVICE}`
    throw error
  }
}

/** Whether a font is missing. The browser silently replaces a missing font, so this loads it. */
const isMissing = (family: string) =>
  new FontFace('probe', `local('${family.replaceAll(' ', '')}-Regular')`).load().then(
    () => false,
    () => true,
  )
