/** A level as a word on a quiet ground that grows with it. The word says all; the ground only helps the eye. */
import { levels } from "../score.ts";

export function LevelMark({ level, note }: { level: number; note?: string }) {
  return (
    <span className="qd-level" data-level={level}>
      {levels[level]}
      {note ? <small>{note}</small> : null}
    </span>
  );
}
