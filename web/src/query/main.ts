// The query page: it reads what the server put into it, and opens.

import "../page/base.css";
import "./query.css";
import { Server, takeToken } from "../served/server";
import { type Island, QueryPage } from "./query_page";

function start(): void {
  const island = JSON.parse(document.getElementById("query")?.textContent ?? "{}") as Island;
  const page = new QueryPage(island, new Server(takeToken()));
  page.open();
  const { editor, results } = page;
  // For tests, and for whoever looks at the page with the browser's tools.
  Object.assign(window, { sociogramQuery: { editor, results } });
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

start();
