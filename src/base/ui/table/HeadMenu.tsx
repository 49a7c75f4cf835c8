/** What can be done with a column: everything that a mouse does on its head, for keys and fingers. */
import { Menu, UnstyledButton } from "@mantine/core";
import {
  IconArrowBarLeft,
  IconArrowBarRight,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowsHorizontal,
  IconArrowUp,
  IconChevronDown,
  IconEyeOff,
  IconFilter,
  IconPin,
  IconPinnedOff,
  IconStack2,
} from "@tabler/icons-react";
import { useRef } from "react";
import { widthInSight } from "./fit-width.ts";
import type { HeadActions } from "./GridHead.tsx";
import { boundedWidth, type GridColumn } from "./grid-column.ts";

const widthStep = 24;
const icon = { size: 14, stroke: 1.7 };

interface MenuProps<T> {
  column: GridColumn<T>;
  columns: readonly GridColumn<T>[];
  actions: HeadActions;
}

export function HeadMenu<T>(props: MenuProps<T>) {
  const button = useRef<HTMLButtonElement>(null);
  const fit = () => {
    const width = widthInSight(button.current?.closest("th") ?? null);
    if (width !== null) props.actions.resize(props.column.id, width, true);
  };
  return (
    <Menu position="bottom-start" width={210} shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton
          ref={button}
          className="qd-head-menu"
          tabIndex={-1}
          aria-label={`Menu of the column ${props.column.header}`}
        >
          <IconChevronDown size={13} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <ContentItems {...props} />
        <Menu.Divider />
        <PlaceItems {...props} fit={fit} />
      </Menu.Dropdown>
    </Menu>
  );
}

/** What a column does to the list. */
function ContentItems<T>({ column, actions }: MenuProps<T>) {
  const { id } = column;
  const group = actions.group(id);
  return (
    <>
      {actions.canSort(id) ? (
        <>
          <Menu.Item leftSection={<IconArrowUp {...icon} />} onClick={() => actions.sort(id, false, false)}>
            Sort ascending
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown {...icon} />} onClick={() => actions.sort(id, true, false)}>
            Sort descending
          </Menu.Item>
        </>
      ) : null}
      <Menu.Item leftSection={<IconFilter {...icon} />} onClick={() => actions.filter(id)}>
        Filter by it
      </Menu.Item>
      {group ? (
        <Menu.Item leftSection={<IconStack2 {...icon} />} onClick={group}>
          Group by it
        </Menu.Item>
      ) : null}
    </>
  );
}

/** Where a column stands, and how wide. */
function PlaceItems<T>(props: MenuProps<T> & { fit: () => void }) {
  const { column, columns, actions } = props;
  const { id, pinned } = column;
  const alike = columns.filter((one) => one.pinned === pinned);
  const at = alike.findIndex((one) => one.id === id);
  const [before, after] = [alike[at - 1], alike[at + 1]];
  const widen = (by: number) => actions.resize(id, boundedWidth(column.width + by), true);
  return (
    <>
      <Menu.Item
        leftSection={pinned ? <IconPinnedOff {...icon} /> : <IconPin {...icon} />}
        onClick={() => actions.pin(id, !pinned)}
      >
        {pinned ? "Let it scroll" : "Pin to the left"}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowLeft {...icon} />}
        disabled={!before}
        onClick={() => before && actions.move(id, before.id)}
      >
        Move left
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowRight {...icon} />}
        disabled={!after}
        onClick={() => after && actions.move(id, after.id)}
      >
        Move right
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowBarRight {...icon} />}
        closeMenuOnClick={false}
        onClick={() => widen(widthStep)}
      >
        Wider
      </Menu.Item>
      <Menu.Item
        leftSection={<IconArrowBarLeft {...icon} />}
        closeMenuOnClick={false}
        onClick={() => widen(-widthStep)}
      >
        Narrower
      </Menu.Item>
      <Menu.Item leftSection={<IconArrowsHorizontal {...icon} />} onClick={props.fit}>
        As wide as needed
      </Menu.Item>
      <Menu.Item
        leftSection={<IconEyeOff {...icon} />}
        disabled={columns.length === 1}
        onClick={() => actions.hide(id)}
      >
        Hide
      </Menu.Item>
    </>
  );
}
