import localFont from "next/font/local";

/** German, English and most of Western Europe: preloaded, since every page needs it. */
const latin = localFont({
  src: "./fonts/atkinson-hyperlegible-next-latin-400-700.woff2",
  weight: "400 700",
  display: "swap",
  variable: "--font-latin",
});

/** Turkish, Polish and other names: fetched only by pages that contain such letters. */
const latinExt = localFont({
  src: "./fonts/atkinson-hyperlegible-next-latin-ext-400-700.woff2",
  weight: "400 700",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  variable: "--font-latin-ext",
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
    },
  ],
});

/** Classes that put both parts of the typeface on a page. */
export const fontClass = `${latin.variable} ${latinExt.variable}`;
