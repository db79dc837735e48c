/** The map of addresses; each area is a chunk of its own. */
import { lazy, Suspense } from "react";
import { Route, Routes } from "@/lib/router";
import { Skeleton } from "@/ui/Skeleton";
import { area } from "./area";
import { Boundary } from "./Boundary";
import { FirstScreen } from "./FirstScreen";
import { Guard } from "./Guard";
import { MissingPage } from "./MissingPage";

/** Nobody is told anything before the first page is there. */
const Toaster = lazy(async () => ({ default: (await import("@/ui/Toaster")).Toaster }));
const account = () => import("./areas/account");
const SignInPage = area(async () => ({ default: (await account()).SignInPage }), "account", "forms");
const RegisterPage = area(async () => ({ default: (await account()).RegisterPage }), "account", "forms");
const ForgotPage = area(async () => ({ default: (await account()).ForgotPage }), "account", "forms");
const ResetPage = area(async () => ({ default: (await account()).ResetPage }), "account", "forms");
const ProfilePage = area(async () => ({ default: (await account()).ProfilePage }), "account", "forms");
const visit = () => import("./areas/visit");
const VisitArea = area(async () => ({ default: (await visit()).VisitArea }), "visit");
const LinkArea = area(async () => ({ default: (await visit()).LinkArea }), "visit");
const MyArea = area(() => import("./areas/my"), "my", "vehicles", "visit", "visits");
const BookArea = area(() => import("./areas/book"), "book", "forms");
const JoinArea = area(() => import("./areas/join"), "join", "book");
const BayArea = area(() => import("./areas/bay"), "crew", "bay", "forms");
const desk = () => import("./areas/desk");
const DeskArea = area(async () => ({ default: (await desk()).DeskArea }), "crew", "desk", "forms");
const ScreensArea = area(async () => ({ default: (await desk()).ScreensArea }), "crew", "desk", "forms");
const CalendarArea = area(() => import("./areas/calendar"), "crew", "calendar", "desk", "forms");
const DriveArea = area(() => import("./areas/drive"), "crew", "plan", "forms");
const CentersArea = area(() => import("./areas/centers"), "crew", "centers", "forms");
const CustomersArea = area(() => import("./areas/customers"), "crew", "customers", "vehicles", "desk", "forms");
const FloorArea = area(() => import("./areas/floor"), "crew", "floor");

export function App() {
  return (
    <Boundary>
      <Suspense fallback={<main><Skeleton className="p-6" /></main>}>
        <Routes>
          <Route index element={<FirstScreen />} />
          <Route path="sign-in" element={<SignInPage />} />
          <Route path="register" element={<RegisterPage />} />
          <Route path="forgot" element={<ForgotPage />} />
          <Route path="reset/:token" element={<ResetPage />} />
          <Route path="welcome/:token" element={<ResetPage invited />} />
          <Route path="profile" element={<Guard><ProfilePage /></Guard>} />
          <Route path="v/:token" element={<LinkArea />} />
          <Route path="visit/*" element={<Guard><VisitArea /></Guard>} />
          <Route path="my" element={<Guard><MyArea /></Guard>} />
          <Route path="book/*" element={<BookArea />} />
          <Route path="join" element={<JoinArea />} />
          <Route path="day/*" element={<Guard roles={["technician"]}><BayArea /></Guard>} />
          <Route path="drive/*" element={<Guard roles={["technician", "staff", "admin"]}><DriveArea /></Guard>} />
          <Route path="board/*" element={<Guard roles={["staff", "admin"]}><DeskArea /></Guard>} />
          <Route path="desk/calendar/*" element={<Guard roles={["staff", "admin"]}><CalendarArea /></Guard>} />
          <Route path="desk/customers/*" element={<Guard roles={["staff", "admin"]}><CustomersArea /></Guard>} />
          <Route path="screens" element={<Guard roles={["staff", "admin"]}><ScreensArea /></Guard>} />
          <Route path="admin/centre/*" element={<Guard roles={["admin"]}><CentersArea /></Guard>} />
          <Route path="floor" element={<FloorArea />} />
          <Route path="*" element={<MissingPage />} />
        </Routes>
      </Suspense>
      <Suspense><Toaster /></Suspense>
    </Boundary>
  );
}
