/** The slices that a page keeps to, each as a chip that can be taken away. They live in the address as where=. */
import { CloseButton } from "@mantine/core";
import { all, useAddress } from "./address.ts";
import { useDimensions } from "./dimensions.tsx";
import { headline } from "./words.ts";

/** The page's slices and the ways to add and take one away. */
export function useSlices(): {
  where: string[];
  keep: (dimension: string, key: string) => void;
  drop: (slice: string) => void;
} {
  const [search, change] = useAddress();
  const where = all(search, "where");
  return {
    where,
    keep: (dimension, key) => {
      const slice = `${dimension}=${key}`;
      if (!where.includes(slice)) change({ where: [...where, slice] });
    },
    drop: (slice) => {
      const left = where.filter((kept) => kept !== slice);
      change({ where: left.length > 0 ? left : undefined });
    },
  };
}

export function Slices() {
  const { where, drop } = useSlices();
  const dimensions = useDimensions();
  return where.map((slice) => {
    const [name = "", ...rest] = slice.split("=");
    const label = dimensions.find((one) => one.name === name)?.label ?? headline(name);
    return (
      <span key={slice} className="qd-slice">
        <span className="qd-dim">{label}</span> {rest.join("=")}
        <CloseButton
          size="xs"
          aria-label={`Stop keeping to ${label} ${rest.join("=")}`}
          onClick={() => drop(slice)}
        />
      </span>
    );
  });
}
