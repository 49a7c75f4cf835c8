/** The two ways to look at the pipeline: as of a day, and what moved between two days. */
import { SegmentedControl } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";

const paths = { day: "/pipeline", moved: "/pipeline/moved" } as const;

export function PipelineViews({ view }: { view: keyof typeof paths }) {
  const navigate = useNavigate();
  return (
    <SegmentedControl
      size="xs"
      aria-label="How to look at the pipeline"
      value={view}
      onChange={(next) =>
        void navigate({
          to: paths[next as keyof typeof paths] as "/",
          search: ((before: { where?: string[] }) => ({ where: before.where })) as never,
        })
      }
      data={[
        { value: "day", label: "As of a day" },
        { value: "moved", label: "What moved" },
      ]}
    />
  );
}
