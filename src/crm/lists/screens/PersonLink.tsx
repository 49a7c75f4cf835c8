/** A person who has a record, with the way to their own page. */
import { Link } from "@tanstack/react-router";
import { Person } from "#base/ui";

export function PersonLink({ person }: { person: { readonly id: string; readonly name: string } }) {
  return (
    <Link
      to={"/people/$id" as "/"}
      params={{ id: person.id } as never}
      className="qd-record-link qd-person-link"
    >
      <Person name={person.name} />
    </Link>
  );
}
