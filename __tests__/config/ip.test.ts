import {
  familyOf,
  isDocumentation,
  isWithin,
  networkOf,
  overlap,
  prefixOf,
  reservedIn,
  sizeOf,
} from "../../constructs/config/ip";

test.each([
  ["192.0.2.7", 4],
  ["192.0.2.0/24", 4],
  ["2001:db8::7", 6],
  ["::/0", 6],
])("%s is of family %i", (address, family) => {
  expect(familyOf(address)).toBe(family);
});

test.each([
  ["10.0.0.7/24", "10.0.0.0/24", 24, 256],
  ["10.0.0.0/9", "10.0.0.0/9", 9, 2 ** 23],
  ["192.0.2.1/32", "192.0.2.1/32", 32, 1],
  ["2001:db8::7/64", "2001:db8::/64", 64, 2 ** 64],
])("%s belongs to %s", (cidr, network, prefix, size) => {
  expect([networkOf(cidr), prefixOf(cidr), sizeOf(cidr)]).toEqual([network, prefix, size]);
});

test.each([
  ["10.0.0.0/24", "10.0.0.0/8", true],
  ["10.0.0.0/8", "10.0.0.0/24", true],
  ["10.0.0.0/24", "10.0.1.0/24", false],
  ["0.0.0.0/0", "::/0", false],
  ["2001:db8::/48", "2001:db8::/32", true],
])("whether %s and %s overlap: %s", (a, b, expected) => {
  expect(overlap(a, b)).toBe(expected);
});

test("a network is within one that holds it, not the other way round", () => {
  expect(isWithin("10.0.0.0/24", "10.0.0.0/8")).toBe(true);
  expect(isWithin("10.0.0.0/8", "10.0.0.0/24")).toBe(false);
});

test("networks of documents are known, whatever part of them is named", () => {
  expect(["192.0.2.0/24", "203.0.113.128/25", "2001:db8:1::/48"].map(isDocumentation)).toEqual([true, true, true]);
  expect(["192.0.0.0/16", "10.0.0.0/8"].map(isDocumentation)).toEqual([false, false]);
});

test("a network that holds a reserved one is told which", () => {
  expect(reservedIn("169.0.0.0/8")).toEqual([{ network: "169.254.0.0/16", purpose: "link-local, metadata service" }]);
  expect(reservedIn("10.0.0.0/8")).toEqual([]);
});
