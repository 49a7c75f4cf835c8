/** `quarterdeck completion SHELL`: what a shell needs to complete commands and their options, made from the commands themselves. */
import { type Command, WrongUsage } from "./command.ts";

const shells = { bash, zsh, fish } as const;
type Shell = keyof typeof shells;

/** The command, for these commands and itself. */
export function completionFor(others: readonly Command[]): Command {
  const completion: Command = {
    name: "completion",
    operands: "SHELL",
    summary: "Prints what bash, zsh or fish needs to complete commands and options",
    flags: [],
    examples: [
      "quarterdeck completion bash > ~/.local/share/bash-completion/completions/quarterdeck",
      "quarterdeck completion zsh > ~/.zfunc/_quarterdeck",
      "quarterdeck completion fish > ~/.config/fish/completions/quarterdeck.fish",
    ],
    async run(given, io) {
      const shell = given.operands[0] ?? "";
      if (!(shell in shells)) throw new WrongUsage(`The shell is bash, zsh or fish, not “${shell}”.`);
      io.out(shells[shell as Shell]([...others, completion]));
    },
  };
  return completion;
}

/** A text within single quotes of a shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const flagsOf = ({ flags }: Command): string[] => [...flags.map((flag) => `--${flag.name}`), "--help"];

function bash(commands: readonly Command[]): string {
  const cases = commands.map((one) => `    ${one.name}) words=${quoted(flagsOf(one).join(" "))} ;;`);
  return `_quarterdeck() {
  local word=\${COMP_WORDS[COMP_CWORD]} words=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted(commands.map((one) => one.name).join(" "))} -- "$word"))
    return
  fi
  case \${COMP_WORDS[1]} in
${cases.join("\n")}
  esac
  case $word in
    -*) COMPREPLY=($(compgen -W "$words" -- "$word")) ;;
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _quarterdeck quarterdeck`;
}

function zsh(commands: readonly Command[]): string {
  // A colon or a bracket would end a description.
  const told = (text: string) => text.replaceAll(/[[\]]/g, "").replaceAll(":", "\\:");
  const names = commands.map((one) => `    ${quoted(`${one.name}:${told(one.summary)}`)}`);
  const cases = commands.map((one) => {
    const flags = one.flags.map(({ name, value, help, many }) =>
      quoted(`${many ? "*" : ""}--${name}[${told(help)}]${value === null ? "" : `:${told(value)}:_files`}`),
    );
    return `    ${one.name}) _arguments ${[...flags, quoted("--help[Help]"), quoted("*:file:_files")].join(" ")} ;;`;
  });
  return `#compdef quarterdeck
_quarterdeck() {
  local -a commands
  commands=(
${names.join("\n")}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT -= 1 ))
  case $command in
${cases.join("\n")}
  esac
}
_quarterdeck "$@"`;
}

function fish(commands: readonly Command[]): string {
  return commands
    .flatMap((one) => [
      `complete -c quarterdeck -n __fish_use_subcommand -f -a ${one.name} -d ${quoted(one.summary)}`,
      ...one.flags.map(
        ({ name, value, help }) =>
          `complete -c quarterdeck -n '__fish_seen_subcommand_from ${one.name}' -l ${name}${value === null ? "" : " -r"} -d ${quoted(help)}`,
      ),
    ])
    .join("\n");
}
