/** What the palette offers at any time: pages, actions and measures by name. */
import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import {
  IconArrowBackUp,
  IconCalendarEvent,
  IconHelp,
  IconHistory,
  IconMathFunction,
  IconMoon,
  IconRoute,
  IconSitemap,
  IconSun,
} from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { listMeasures } from "#analytics/contract";
import {
  type Command,
  type CommandGroup,
  type NavEntry,
  takeBackLast,
  useAsk,
  useScope,
  useTimeTravel,
  useWorkspace,
} from "#base/ui";
import { pages } from "../pages.ts";
import { useTour } from "../welcome/use-tour.ts";

export function useCommands(entries: readonly NavEntry[], help: () => void): CommandGroup[] {
  const navigate = useNavigate();
  const measures = useAsk(listMeasures, {});
  const actions = useActions(help);
  return [
    {
      label: "Pages",
      commands: entries.map((entry) => ({
        id: entry.path,
        label: entry.title,
        also: `${entry.desk} ${pages.find((page) => page.path === entry.path)?.help?.answers ?? ""}`,
        icon: <entry.icon size={16} />,
        keys: entry.key ? `g ${entry.key}` : undefined,
        run: () => void navigate({ to: entry.path as "/" }),
      })),
    },
    { label: "Actions", commands: actions },
    {
      label: "Measures",
      commands: (measures.data?.measures ?? []).map((measure) => ({
        id: `measure ${measure.name}`,
        label: measure.label,
        note: measure.sentence,
        also: measure.name,
        icon: <IconMathFunction size={16} />,
        run: () => void navigate({ to: `/measures/${measure.name}` as "/" }),
      })),
    },
  ];
}

function useActions(help: () => void): Command[] {
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme("light") === "dark";
  const travel = useTimeTravel();
  const navigate = useNavigate();
  const tour = useTour();
  const { scope, choose } = useScope();
  const { calendar } = useWorkspace();
  const lastQuarter = calendar.previous(calendar.periodOf(travel.now, "quarter"));
  const command = (
    id: string,
    label: string,
    icon: Command["icon"],
    run: () => void,
    also = "",
    keys?: string,
  ) => ({
    ...{ id, label, icon, run, also },
    keys,
  });
  return [
    ...(travel.past
      ? [command("today", "Back to today", <IconCalendarEvent size={16} />, travel.today, "now date", "t")]
      : []),
    command(
      "last-quarter",
      "As of the end of last quarter",
      <IconHistory size={16} />,
      () => travel.go(lastQuarter.endsOn.subtract({ days: 1 })),
      "past date time",
    ),
    ...(scope
      ? [
          command(
            "company",
            "Show the whole company",
            <IconSitemap size={16} />,
            () => choose(null),
            "scope all",
          ),
        ]
      : []),
    command(
      "undo",
      "Take back what was done last",
      <IconArrowBackUp size={16} />,
      () => void takeBackLast(),
      "undo",
      "Ctrl Z",
    ),
    command(
      "colours",
      dark ? "Use light colours" : "Use dark colours",
      dark ? <IconSun size={16} /> : <IconMoon size={16} />,
      () => setColorScheme(dark ? "light" : "dark"),
      "theme mode night",
    ),
    command(
      "tour",
      "Take the tour",
      <IconRoute size={16} />,
      () => {
        tour.again();
        void navigate({ to: "/" });
      },
      "first steps introduction",
    ),
    command("help", "Help for this page", <IconHelp size={16} />, help, "keyboard shortcuts", "?"),
  ];
}
