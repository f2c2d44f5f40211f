// `next build` requires this file instead of a request to Google Fonts (NEXT_FONT_GOOGLE_MOCKED_RESPONSES).
const fontFace = (family) => `@font-face { font-family: '${family}'; src: local('sans-serif') }`

module.exports = {
  'https://fonts.googleapis.com/css2?family=Geist:wght@100..900&display=swap': fontFace('Geist'),
  'https://fonts.googleapis.com/css2?family=Geist+Mono:wght@100..900&display=swap': fontFace('Geist Mono'),
}
