/** The five states as shapes, and the few signs of the interface. All draw in the colour of the text. */
import type { ReactNode, SVGProps } from "react";
import type { WorkState } from "@/api/things";

type IconProps = SVGProps<SVGSVGElement> & { size?: number };

function Icon({ size = 16, children, ...rest }: IconProps & { children: ReactNode }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} fill="none" aria-hidden="true" focusable="false" {...rest}>
      {children}
    </svg>
  );
}

const line = { stroke: "currentColor", strokeWidth: 1.8, strokeLinecap: "round", strokeLinejoin: "round" } as const;

const shapes: Record<WorkState, ReactNode> = {
  queued: <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" />,
  progress: (
    <>
      <circle cx="8" cy="8" r="6" stroke="currentColor" strokeWidth="2" />
      <path d="M8 4a4 4 0 0 1 0 8z" fill="currentColor" />
    </>
  ),
  waiting: <path d="M4 2h8M4 14h8M5 2v2.6L8 8l3-3.4V2M5 14v-2.6L8 8l3 3.4V14" {...line} />,
  blocked: (
    <path
      fillRule="evenodd"
      fill="currentColor"
      d="M5.3 1.5h5.4l3.8 3.8v5.4l-3.8 3.8H5.3l-3.8-3.8V5.3zM7.1 4.5v4.3h1.8V4.5zM7 10.2v1.9h2v-1.9z"
    />
  ),
  done: <path d="M2.5 8.5l3.6 3.6L13.5 4.4" {...line} strokeWidth="2.4" />,
};

export function StateIcon({ state, ...rest }: IconProps & { state: WorkState }) {
  return <Icon {...rest}>{shapes[state]}</Icon>;
}

const signs = {
  close: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...line} />,
  search: <path d="M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zM10.4 10.4l3.4 3.4" {...line} />,
  plus: <path d="M8 3v10M3 8h10" {...line} />,
  minus: <path d="M3 8h10" {...line} />,
  down: <path d="M3.5 6l4.5 4.5L12.5 6" {...line} />,
  onward: <path d="M6 3.5l4.5 4.5L6 12.5" {...line} />,
  back: <path d="M10 3.5L5.5 8l4.5 4.5" {...line} />,
  phone: (
    <path
      d="M3 2.8l2.3-.6 1.6 3.2-1.4 1.2c.7 1.5 1.8 2.6 3.3 3.3l1.2-1.4 3.2 1.6-.6 2.3c-.1.5-.6.9-1.2.8C6.5 12.7 3.2 9.4 2.2 4c0-.6.3-1.1.8-1.2z"
      {...line}
      strokeWidth="1.6"
    />
  ),
  person: <path d="M8 2a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM2.5 14c.5-3 2.6-4.5 5.5-4.5s5 1.5 5.5 4.5" {...line} />,
  eye: <path d="M1.5 8S4 3.5 8 3.5 14.5 8 14.5 8 12 12.5 8 12.5 1.5 8 1.5 8zM8 6.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z" {...line} strokeWidth="1.5" />,
  screen: <path d="M2 3h12v8H2zM5.5 13.7h5" {...line} strokeWidth="1.6" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" {...line} />,
  offline: <path d="M2 2l12 12M4.2 7.4A6 6 0 0 1 7 6M9.8 6.2a6 6 0 0 1 2 1.2M8 12h.01M1.8 5.2A9.5 9.5 0 0 1 4 3.8M7 3a9.5 9.5 0 0 1 7.2 2.2" {...line} strokeWidth="1.6" />,
  lock: <path d="M4 7h8v6.5H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2" {...line} />,
  erase: <path d="M5.5 3.5h8v9h-8L2 8zM7.7 6.4l3.2 3.2M10.9 6.4L7.7 9.6" {...line} strokeWidth="1.5" />,
  undo: <path d="M3 6.5h7a3.3 3.3 0 0 1 0 6.5H6.5M5.8 3.5L2.8 6.5l3 3" {...line} />,
} satisfies Record<string, ReactNode>;

export type SignName = keyof typeof signs;

/** `onward` and `back` point along the reading direction. */
export function Sign({ name, className = "", ...rest }: IconProps & { name: SignName }) {
  const turns = name === "onward" || name === "back" || name === "undo" || name === "erase";
  return (
    <Icon className={`${turns ? "rtl:-scale-x-100 " : ""}${className}`} {...rest}>
      {signs[name]}
    </Icon>
  );
}
