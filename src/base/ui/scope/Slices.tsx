/** The slices that a page keeps to, each as a chip that can be taken away. They live in the address as where=. */
import { CloseButton } from "@mantine/core";
import { all, useAddress } from "../address.ts";
import { useDimensions } from "../dimensions.tsx";
import { headline } from "../words.ts";
import { scopeText, useFollowsScope, useScope } from "./scope.ts";

/** The page's slices and the ways to add and take one away. Whoever uses them follows the header's scope, too. */
export function useSlices(): {
  /** What figures are asked for: the scope and the page's own slices. */
  where: string[];
  /** The page's own slices. */
  own: string[];
  keep: (dimension: string, key: string) => void;
  drop: (slice: string) => void;
} {
  const [search, change] = useAddress();
  const { scope } = useScope();
  useFollowsScope();
  const own = all(search, "where");
  return {
    where: scope ? [scopeText(scope), ...own] : own,
    own,
    keep: (dimension, key) => {
      const slice = `${dimension}=${key}`;
      if (!own.includes(slice)) change({ where: [...own, slice] });
    },
    drop: (slice) => {
      const left = own.filter((kept) => kept !== slice);
      change({ where: left.length > 0 ? left : undefined });
    },
  };
}

export function Slices() {
  const { own, drop } = useSlices();
  const dimensions = useDimensions();
  return own.map((slice) => {
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
