/** A row of choices that are pressed more often than typed: one of them is what holds now. */
export function Presets<T extends string>(props: {
  label: string;
  choices: readonly { readonly value: T; readonly label: string }[];
  value: T | undefined;
  onChange: (value: T) => void;
}) {
  return (
    <fieldset className="qd-presets" aria-label={props.label}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === props.value}
          onClick={() => props.onChange(choice.value)}
        >
          {choice.label}
        </button>
      ))}
    </fieldset>
  );
}

/** A small word that says of which sort something is. */
export function Tag(props: { children: string; tone?: "neutral" | "good" | "bad" | "attention" | "accent" }) {
  return (
    <span className="qd-tag" data-tone={props.tone ?? "neutral"}>
      {props.children}
    </span>
  );
}
