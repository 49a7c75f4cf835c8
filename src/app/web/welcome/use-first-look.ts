/** Leads whoever comes for the first time to the page that asks how to begin. */
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { useRemembered } from "#base/ui";

export function useFirstLook(): void {
  const [welcomed, remember] = useRemembered("quarterdeck.welcomed", false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const navigate = useNavigate();
  useEffect(() => {
    if (welcomed) return;
    remember(true);
    if (path === "/") void navigate({ to: "/welcome" as "/", replace: true });
  }, [welcomed, path, remember, navigate]);
}
