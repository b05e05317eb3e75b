/** What a cluster is called: `name` and `domain`. */
import { RESERVED_WORD } from "../names";
import { dnsLabel, domainName } from "../primitives";
import { section } from "../section";

/** The first part of the name of everything that is made. */
export const name = section({
  schema: dnsLabel.meta({ description: "Name of the cluster, first part of the name of everything that is made." }),
  resolve: (written) => written,
  rules: [
    {
      id: "name-reserved",
      *check(name) {
        if (name === RESERVED_WORD)
          yield { path: [], message: `"${name}" is a word that the program needs itself; use another name` };
      },
    },
  ],
});

/** Where the cluster's name stands in DNS. */
export const domain = section({
  schema: domainName.optional().meta({
    description:
      "Domain of the cluster; its API is https://<name>.<domain>:6443. Required unless dns.kind says that it has no name.",
  }),
  resolve: (written) => written,
});
