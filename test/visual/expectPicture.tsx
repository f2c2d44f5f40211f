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

/** One family a script, all of them of Debian's fonts-noto-core, so that no picture depends on what else is installed. */
const families = ['Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Tamil', 'Noto Nastaliq Urdu']

/** What the baselines were drawn with. */
const ADVICE =
  `The pictures were drawn by Chromium 156 on Debian 12 with fonts-noto-core; this is ${navigator.userAgent}. ` +
  'If the look is meant to be another, or the browser or the fonts are, draw them anew with ' +
  '`npm run test:ci -- visual --update`, and look at each one in the diff before you commit it.'

export interface Scene extends ItrProgressBaseProps {
  result: ItrJobStatusResult
  /** Of the column that the widget stands in, in px. Default: 420. */
  width?: number
  /** Of the page. Default: `light`. */
  colorScheme?: 'light' | 'dark'
  /** The page's, in px. Default: 16. */
  fontSize?: number
  /** The person's own colours take the place of ours. Default: false. */
  hasForcedColors?: boolean
  /** A form that waits for it was tried. Default: false. */
  isRefused?: boolean
}

/**
 * Puts the widget on a page of nothing else, and compares the two with the picture of that name.
 *
 * @throws {Error} which says what to do where the fonts are missing or the picture is another
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
      `The pictures are drawn in fonts that are not installed here: ${missing.join(', ')}. ` +
        'On Debian `apt-get install fonts-noto-core` brings them.',
    )

  await page.viewport(800, 900)
  await cdp().send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-reduced-motion', value: 'reduce' },
      { name: 'prefers-color-scheme', value: colorScheme },
      { name: 'forced-colors', value: hasForcedColors ? 'active' : 'none' },
    ],
  })
  // Times are shown in the person's own zone.
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
    throw new Error(
      `${name} is ${picture.offsetHeight} px tall: of more than the window's 900 px the rest is cut off.`,
    )
  if (isRefused) {
    widget.current!.reportValidity()
    await expect.poll(() => picture.querySelector('[data-invalid]')).not.toBeNull()
  }
  // The live region speaks a moment later; where there is no stylesheet, that is seen.
  const announcer = picture.querySelector('[data-itr-part="announcer"]')
  if (props.result.phase !== 'idle')
    await expect.poll(() => announcer?.textContent, { interval: 20 }).not.toBe('')
  try {
    await expect(picture).toMatchScreenshot(name, {
      screenshotOptions: { scale: 'css' },
      // The edges of letters are not counted anyway; one mark that is gone is a dozen pixels.
      comparatorOptions: { allowedMismatchedPixels: 5 },
    })
  } catch (error) {
    if (error instanceof Error) error.message += `\n\n${ADVICE}`
    throw error
  }
}

/** Told by loading the font from this machine, since text in a missing one is silently drawn in another. */
const isMissing = (family: string) =>
  new FontFace('probe', `local('${family.replaceAll(' ', '')}-Regular')`).load().then(
    () => false,
    () => true,
  )
