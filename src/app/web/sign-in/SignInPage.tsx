/** Signing in with address and password. */
import { Door } from "./Door.tsx";
import { SignInForm } from "./SignInForm.tsx";

/** A whole new page, so that nothing of who was here before stays in it. */
const goHome = () => window.location.assign("/");

export default function SignInPage() {
  return (
    <Door
      title="Sign in"
      note={
        <p>No password yet, or lost it? Who manages access in your company gives you a link to choose one.</p>
      }
    >
      <SignInForm onSignedIn={goHome} />
    </Door>
  );
}
