/** Addresses in one line. Pure. */

/** The address with its town, which stands there once also where whoever typed the address wrote it too. */
export function addressOf({ address, city, postcode = "" }: { address: string; city: string; postcode?: string }): string {
  const named = address.split(",").some((part) => part.trim().toLowerCase() === city.toLowerCase());
  return [address, [postcode, named ? "" : city].filter(Boolean).join(" ")].filter(Boolean).join(", ");
}
