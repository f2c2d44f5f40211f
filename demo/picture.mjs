// Takes docs/widget.png for the README from the running demo. Run `npm start`, then `node demo/picture.mjs` in another terminal.
// Pass the URL of the page if it is not the default.
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { launchOptions } from '../scripts/programs.mjs'

const address = process.argv[2] ?? 'http://127.0.0.1:4310'
const path = fileURLToPath(new URL('../docs/widget.png', import.meta.url))

const browser = await chromium.launch(launchOptions())
const page = await browser.newPage({
  viewport: { width: 760, height: 1100 },
  deviceScaleFactor: 2,
  colorScheme: 'light',
  // No motion in a picture.
  reducedMotion: 'reduce',
})
await page.goto(address)

await page.getByLabel('PAN', { exact: true }).fill('ABCDE1234F')
await page.getByLabel('Portal password').fill('scenario:happy')
await page.getByRole('checkbox').check()
await page.getByRole('button', { name: 'Get my returns' }).click()
await page.locator('[data-step-id="download_itr"][data-step-state="current"]').waitFor({ timeout: 60_000 })
await page.getByLabel('Full name').fill('Sample Taxpayer')
await page.getByLabel('Loan amount').fill('500000')
await page.getByLabel('Employment').selectOption('Salaried')
await page.getByLabel('Employer or business').fill('Example Works')
await page.getByRole('heading', { name: 'Personal loan application' }).focus()

// The whole form, with equal margins.
const main = await page.locator('main').boundingBox()
const lastCard = await page.locator('main > :last-child').boundingBox()
if (!main || !lastCard) throw new Error('The page shows no form.')
const height = lastCard.y + lastCard.height + (lastCard.x - main.x) - main.y
await page.screenshot({ path, clip: { ...main, height } })
await browser.close()
