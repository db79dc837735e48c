/** The account's pages, one chunk together. */
export { ForgotPage } from "@/features/account/pages/ForgotPage";
export { ProfilePage } from "@/features/account/pages/ProfilePage";
export { RegisterPage } from "@/features/account/pages/RegisterPage";
export { ResetPage } from "@/features/account/pages/ResetPage";
export { SignInPage } from "@/features/account/pages/SignInPage";
export { SignInDialog } from "@/features/account/components/SignInDialog";
export { EntryDialog } from "@/features/account/components/EntryDialog";
