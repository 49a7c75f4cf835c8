/** The tokens that Mantine needs; everything else about looks is a CSS variable in theme.css. */
import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** The one accent: the colour of what is open, chosen, or can be pressed. */
const harbour: MantineColorsTuple = [
  "#eef2ff",
  "#dfe6fd",
  "#bccafa",
  "#95abf6",
  "#7a94f3",
  "#5f7df0",
  "#4563de",
  "#3a55c6",
  "#324aaf",
  "#283d96",
];
const slate: MantineColorsTuple = [
  "#f6f6f8",
  "#f0f1f4",
  "#e7e8ec",
  "#d5d7de",
  "#b6bac6",
  "#8f94a5",
  "#62677a",
  "#4a4e5e",
  "#2f323d",
  "#1b1d24",
];
const night: MantineColorsTuple = [
  "#e6e8ee",
  "#c4c8d4",
  "#a3a8b8",
  "#6d7284",
  "#363a46",
  "#262932",
  "#1d2028",
  "#16181e",
  "#111318",
  "#0b0d10",
];

export const theme = createTheme({
  primaryColor: "harbour",
  primaryShade: { light: 6, dark: 6 },
  colors: { harbour, gray: slate, dark: night },
  fontFamily:
    'Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, monospace',
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  headings: { fontWeight: "600" },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  cursorType: "pointer",
  respectReducedMotion: true,
});

/** Colours that tell kinds apart where they have no meaning of their own; told apart in greyscale by order. */
export const seriesColors = [
  "#4563de",
  "#25a18e",
  "#e0a63a",
  "#b65a86",
  "#6fb1e4",
  "#8a78d8",
  "#7f9a4e",
  "#c07a52",
  "#5b6b8c",
  "#a9adb9",
] as const;

/** The colour of the n-th kind in a chart; kinds beyond the palette share its last, quiet grey. */
export function seriesColor(index: number): string {
  return seriesColors[Math.min(index, seriesColors.length - 1)] ?? "#a9adb9";
}
