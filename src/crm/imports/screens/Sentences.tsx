/** What an import has to say, in sentences: as a list, or by the file that they speak of. */
import { groupedByFile } from "./grouped-sentences.ts";

export function Sentences({ texts }: { texts: readonly string[] }) {
  if (texts.length === 0) return null;
  return (
    <ul className="qd-sentences">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

/** Sentences that begin with a file's name stand under that name; the others come first. */
export function GroupedSentences({ texts, files }: { texts: readonly string[]; files: readonly string[] }) {
  const { common, byFile } = groupedByFile(texts, files);
  return (
    <div className="qd-grouped">
      <Sentences texts={common} />
      {byFile.map(({ file, texts: own }) => (
        <div key={file}>
          <h3>{file}</h3>
          <Sentences texts={own} />
        </div>
      ))}
    </div>
  );
}
