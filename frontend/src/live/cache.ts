/** The page's cache of documents and lists; one per page, so that answers arriving outside components land in it too. */
import { QueryClient } from "@tanstack/react-query";
import { asProblem } from "@/api/problem";

export const cache = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      refetchOnWindowFocus: false,
      retry: (count, error) => asProblem(error).passing && count < 5,
      retryDelay: (count) => Math.min(4_000, 500 * 2 ** count),
    },
  },
});
