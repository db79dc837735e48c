import js from "@eslint/js";
import jsxA11y from "eslint-plugin-jsx-a11y";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const physical =
  "/(^|[\\s:!-])(m[lr]|p[lr]|left|right|border-[lr]|rounded-(l|r|tl|tr|bl|br)|scroll-[mp][lr]|inset-[lr])-|(^|[\\s:])(text|float|clear)-(left|right)([\\s]|$)/";
const sides = "Sides are logical here: use ms-, me-, ps-, pe-, start-, end-, text-start, text-end.";

export default tseslint.config(
  { ignores: ["dist", "src/api/schema.d.ts"] },
  js.configs.recommended,
  { files: ["scripts/**"], languageOptions: { globals: { URL: "readonly", console: "readonly", process: "readonly" } } },
  ...tseslint.configs.recommended,
  {
    files: ["src/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}"],
    plugins: { "react-hooks": reactHooks },
    rules: {
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      "max-lines": ["error", 300],
      eqeqeq: ["error", "always", { null: "ignore" }],
    },
  },
  {
    files: ["src/**/*.tsx"],
    ...jsxA11y.flatConfigs.recommended,
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      "no-restricted-syntax": [
        "error",
        { selector: "JSXText[value=/[A-Za-z]{2,}/]", message: "Texts come from the catalogue: t(\"area.name\")." },
        { selector: `Literal[value=${physical}]`, message: sides },
        { selector: `TemplateElement[value.raw=${physical}]`, message: sides },
      ],
    },
  },
);
