/** Exports a list as it is shown: all its records, in its order and columns. */
import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from "@tabler/icons-react";
import { fetchFile, formatCount, problemOf, useWorkspaceChoice, type ViewText } from "#base/ui";
import { exportCsv, exportWorkbook } from "../contract.ts";
import type { ListNoun } from "../list-noun.ts";

export function ExportMenu(props: { noun: ListNoun; text: ViewText; search: string; count: number }) {
  const workspaceId = useWorkspaceChoice();
  const run = (shape: typeof exportCsv.shape | typeof exportWorkbook.shape) =>
    void exported(urlOf(shape.path, props), workspaceId, props.count);
  return (
    <Menu position="bottom-end" width={230} shadow="md" withinPortal>
      <Menu.Target>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          leftSection={<IconDownload size={14} />}
          aria-label="Export"
        >
          <span className="qd-wide-label">Export</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{formatCount(props.count)} as shown</Menu.Label>
        <Menu.Item leftSection={<IconFileSpreadsheet size={15} />} onClick={() => run(exportWorkbook.shape)}>
          Excel workbook
        </Menu.Item>
        <Menu.Item leftSection={<IconFileTypeCsv size={15} />} onClick={() => run(exportCsv.shape)}>
          CSV
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function urlOf(path: string, { noun, text, search }: Parameters<typeof ExportMenu>[0]): string {
  const query = new URLSearchParams({ ...text, ...(search ? { search } : {}) });
  return `${path.replace(":noun", noun)}?${query}`;
}

async function exported(url: string, workspaceId: string | undefined, count: number): Promise<void> {
  const ending = new AbortController();
  const id = `export-${Date.now()}`;
  const told = (bytes: number) => (
    <span className="qd-told">
      Exporting {formatCount(count)} … {formatCount(Math.round(bytes / 1024))} kB
      <Button size="compact-xs" variant="subtle" onClick={() => ending.abort()}>
        Cancel
      </Button>
    </span>
  );
  notifications.show({ id, loading: true, autoClose: false, withCloseButton: false, message: told(0) });
  let shownAt = 0;
  try {
    const headers: Record<string, string> = workspaceId ? { "quarterdeck-workspace": workspaceId } : {};
    const name = await fetchFile(
      url,
      headers,
      (bytes) => {
        if (performance.now() - shownAt < 200) return;
        shownAt = performance.now();
        notifications.update({ id, loading: true, autoClose: false, message: told(bytes) });
      },
      ending.signal,
    );
    notifications.update({
      id,
      loading: false,
      autoClose: 4000,
      withCloseButton: true,
      message: `${name} is on your machine.`,
    });
  } catch (failure) {
    if (ending.signal.aborted) return void notifications.hide(id);
    const { detail, fix } = problemOf(failure);
    notifications.update({
      id,
      loading: false,
      autoClose: 9000,
      withCloseButton: true,
      color: "red",
      title: detail,
      message: fix ?? "",
    });
  }
}
