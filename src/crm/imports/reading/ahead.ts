/** Reads one item ahead: the next is on its way while its user works on the one before. The order stays as it is. */
export async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  const ask = (): Promise<IteratorResult<T>> => {
    const asked = items.next();
    // What goes wrong is thrown when it is this item's turn.
    asked.catch(() => {});
    return asked;
  };
  try {
    for (let coming = ask(); ; ) {
      const item = await coming;
      if (item.done === true) return;
      coming = ask();
      yield item.value;
    }
  } finally {
    await items.return(undefined);
  }
}
