/** Type, colours by meaning, colours of kinds, and space. */
import { Shown } from "./Shown.tsx";

const types = [
  ["title", "Title"],
  ["large", "Finding, section"],
  ["base", "Everything else"],
  ["small", "Notes, chart words"],
  ["tiny", "Axes, keys"],
  ["figure", "$44M"],
] as const;
const meanings = [
  ["accent", "Open, chosen, can be pressed"],
  ["good", "Good: won, up"],
  ["bad", "Bad: lost, down, refused"],
  ["attention", "Needs attention"],
  ["past", "Not today"],
  ["neutral", "All else"],
] as const;
const kinds = ["1", "2", "3", "4", "5", "6", "7", "8", "rest"];
const much = ["1", "2", "3", "4", "5", "6"];

export function TokenParts() {
  return (
    <div className="qd-parts-grid">
      <Shown name="Type">
        {types.map(([name, text]) => (
          <div key={name} style={{ fontSize: `var(--qd-type-${name})` }}>
            {text} <span className="qd-faint">{name}</span>
          </div>
        ))}
      </Shown>
      <Shown name="Colour by meaning">
        <ul className="qd-swatches">
          {meanings.map(([name, meaning]) => (
            <li key={name}>
              <i style={{ background: `var(--qd-${name === "accent" ? "accent" : `${name}-fill`})` }} />
              <i style={{ background: `var(--qd-${name === "accent" ? "chosen" : `${name}-soft`})` }} />
              {meaning}
            </li>
          ))}
        </ul>
      </Shown>
      <Shown name="Kinds, told apart in grey and by every eye">
        <div className="qd-band">
          {kinds.map((kind) => (
            <i key={kind} style={{ background: `var(--qd-series-${kind})` }} />
          ))}
        </div>
        <div className="qd-band" data-grey>
          {kinds.map((kind) => (
            <i key={kind} style={{ background: `var(--qd-series-${kind})` }} />
          ))}
        </div>
      </Shown>
      <Shown name="Little to much">
        <div className="qd-band">
          {much.map((step) => (
            <i key={step} style={{ background: `var(--qd-much-${step})` }} />
          ))}
        </div>
      </Shown>
    </div>
  );
}
