/** What somebody sees who came without a session. */
export function SignedOut() {
  return (
    <main className="qd-alone">
      <img src="/quarterdeck.svg" alt="" width={40} height={40} />
      <h1>Open Quarterdeck with a link</h1>
      <p>
        Signing in needs no password: the program prints a link when it starts, and the link opens this page
        for you. It works once, on this machine.
      </p>
      <p>
        For another link, run <code>bin/quarterdeck link</code> in the folder of Quarterdeck.
      </p>
    </main>
  );
}
