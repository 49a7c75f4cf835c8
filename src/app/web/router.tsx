/** The addresses of the app: one route for each page, its code fetched when it is first wanted. */

import {
  createRootRoute,
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  type SearchMiddleware,
} from "@tanstack/react-router";
import { Empty, Failed, Loading, Page, readSearch, writeSearch } from "#base/ui";
import { Frame } from "./Frame.tsx";
import { pages } from "./pages.ts";

type Kept = { asOf?: string; scope?: string; workspace?: string };

/** The day, the scope and the company stay as they are when somebody goes to another page. */
const keepWhereWeAre: SearchMiddleware<Kept> = ({ search, next }) => {
  const kept: Kept = {};
  if (search.asOf) kept.asOf = search.asOf;
  if (search.scope) kept.scope = search.scope;
  if (search.workspace) kept.workspace = search.workspace;
  return { ...kept, ...next(search) };
};

function NotHere() {
  return (
    <Page
      title="Not here"
      main={
        <Empty
          title="There is no such page"
          action={
            <Link to="/" className="qd-link">
              Go to Home
            </Link>
          }
        >
          The address may be mistyped, or the page may have moved.
        </Empty>
      }
    />
  );
}

export function makeRouter() {
  const root = createRootRoute({
    component: Frame,
    notFoundComponent: NotHere,
    validateSearch: (search: Record<string, unknown>) => search as Kept,
    search: { middlewares: [keepWhereWeAre] },
  });
  const routes = pages.map((page) =>
    createRoute({
      getParentRoute: () => root,
      path: page.path as "/",
      component: lazyRouteComponent(page.load, "default"),
    }),
  );
  return createRouter({
    routeTree: root.addChildren(routes),
    parseSearch: readSearch,
    stringifySearch: writeSearch,
    defaultPreload: "intent",
    scrollRestoration: true,
    defaultPendingComponent: () => <Page title="…" main={<Loading rows={10} />} />,
    defaultPendingMs: 150,
    defaultErrorComponent: ({ error, reset }) => (
      <Page title="This page broke" main={<Failed failure={error} retry={reset} />} />
    ),
  });
}
