/** The tokens that Mantine needs; everything else about looks is a CSS variable in tokens.css. */
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
/** What takes something away. */
const ruby: MantineColorsTuple = [
  "#fdecef",
  "#fadbe1",
  "#f4b5c1",
  "#ec8da0",
  "#e06b83",
  "#d14c68",
  "#bf3651",
  "#ab2d46",
  "#94253b",
  "#7a1c2f",
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

/** One density for all controls. */
const dense = { defaultProps: { size: "xs" } };

export const theme = createTheme({
  primaryColor: "harbour",
  primaryShade: { light: 6, dark: 6 },
  colors: { harbour, red: ruby, gray: slate, dark: night },
  fontFamily: "var(--qd-font)",
  fontFamilyMonospace: "var(--qd-font-code)",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  headings: { fontWeight: "600" },
  defaultRadius: "md",
  radius: { xs: "3px", sm: "5px", md: "7px", lg: "10px", xl: "16px" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: dense,
    ActionIcon: { defaultProps: { color: "gray", variant: "subtle" } },
    SegmentedControl: dense,
    TextInput: dense,
    PasswordInput: dense,
    Textarea: dense,
    NumberInput: dense,
    Select: dense,
    MultiSelect: dense,
    TagsInput: dense,
    DateInput: dense,
    DatePickerInput: dense,
    Checkbox: dense,
    Switch: dense,
    Tooltip: { defaultProps: { withArrow: false, openDelay: 250 } },
  },
});

/** How many kinds have a colour of their own; those beyond share the quiet rest. */
export const seriesCount = 8;

/** The colour of the n-th kind in a chart, as the token of the design language. */
export function seriesColor(index: number): string {
  return index < seriesCount ? `var(--qd-series-${index + 1})` : restColor;
}

/** The colour of what is drawn together as "others". */
export const restColor = "var(--qd-series-rest)";
